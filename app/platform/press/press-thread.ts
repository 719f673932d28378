import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontBlobs, printableJson, printableWith, rangesOf } from './characters.ts';
import type { Answer, ThreadJob } from './press.ts';

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

/** A file that only the typesetter sees. What differs between two papers comes in files: an input would be part of the library, and nothing of the first be kept. */
const give = (name: string, content: Uint8Array | string): void =>
  compiler.mapShadow(join(import.meta.dirname, name), Buffer.from(content));
const attaching = `
#let attached = json("/attached")
#pdf.attach(attached.name, read("/attachment", encoding: none), relationship: attached.relationship, mime-type: attached.type,
  description: attached.description)
`;

function print({ template, sheet, attachment, day, standard, tags }: ThreadJob): Uint8Array<ArrayBuffer> {
  const source = templateOf(template);
  give('sheet', printableJson(sheet, printable));
  if (attachment !== undefined) {
    const { content, ...attached } = attachment;
    give('attachment', content);
    give('attached', JSON.stringify(attached));
  }
  const compiled = compiler.compile({ mainFileContent: attachment === undefined ? source : `${source}${attaching}` });
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
