import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontBlobs, printableJson, printableWith, rangesOf } from './characters.ts';
import type { Answer, Attachment, ThreadJob } from './press.ts';

/** The compiler keeps what it laid out; without this it grows with every paper. */
const evictEvery = 50;

const fonts = fontBlobs();
const [regular] = fonts;
if (regular === undefined) throw new RangeError('no font');
const printable = printableWith(rangesOf(regular));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace: import.meta.dirname });
const templates = new Map<string, string>();
let printed = 0;

function templateOf(path: string): string {
  const known = templates.get(path) ?? readFileSync(path, 'utf8');
  templates.set(path, known);
  return known;
}

const inside = join(import.meta.dirname, 'attachment');
const attaching = `
#pdf.attach(sys.inputs.attachment-name, read("/attachment", encoding: none), relationship: sys.inputs.attachment-relationship,
  mime-type: sys.inputs.attachment-type, description: sys.inputs.attachment-description)
`;
const about = ({ name, type, relationship, description }: Attachment): Record<string, string> => ({
  'attachment-name': name,
  'attachment-type': type,
  'attachment-relationship': relationship,
  'attachment-description': description,
});

function print({ template, sheet, attachment, day, standard, tags }: ThreadJob): Uint8Array<ArrayBuffer> {
  const source = templateOf(template);
  if (attachment !== undefined) compiler.mapShadow(inside, Buffer.from(attachment.content));
  const compiled = compiler.compile({
    mainFileContent: attachment === undefined ? source : `${source}${attaching}`,
    inputs: { sheet: printableJson(sheet, printable), ...(attachment === undefined ? {} : about(attachment)) },
  });
  const { result } = compiled;
  if (result === null) {
    const diagnostics = compiled.takeDiagnostics();
    throw new RangeError(JSON.stringify(diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics)));
  }
  const pdf = compiler.pdf(result, { pdfStandard: standard, pdfTags: tags, creationTimestamp: Date.parse(`${day}T00:00:00Z`) / 1000 });
  printed += 1;
  if (printed % evictEvery === 0) compiler.evictCache(2);
  return new Uint8Array(pdf);
}

parentPort?.on('message', (job: ThreadJob) => {
  try {
    const pdf = print(job);
    parentPort?.postMessage({ pdf } satisfies Answer, [pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
