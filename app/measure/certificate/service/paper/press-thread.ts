import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontBlobs, mapTexts, printableWith, rangesOf } from './characters.ts';
import type { Answer, Job } from './press.ts';

/** The compiler keeps what it laid out; without this it grows with every certificate. */
const evictEvery = 10;

/**
 * Level U: every character can be read as text. The structure for screen readers is there as well and level A is not claimed, since the field of
 * a signature is added later and stands outside of that structure. Lists of thousands of lines go without: they would be four times as large.
 */
const forms = {
  certificate: { pdfStandard: 'a-3u' },
  labels: { pdfStandard: 'a-3u', pdfTags: false },
  lot: { pdfStandard: 'a-3u', pdfTags: false },
} as const;

const fonts = fontBlobs();
const [regular] = fonts;
if (regular === undefined) throw new RangeError('no font');
const printable = printableWith(rangesOf(regular));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], workspace: import.meta.dirname });
const templates = new Map<Job['template'], string>();
let printed = 0;

function templateOf(name: Job['template']): string {
  const known = templates.get(name) ?? readFileSync(new URL(`${name}.typ`, import.meta.url), 'utf8');
  templates.set(name, known);
  return known;
}

function print({ template, sheet, dcc, day }: Job): Uint8Array<ArrayBuffer> {
  const inputs = { sheet: JSON.stringify(mapTexts(sheet, printable)), dcc: dcc ?? '' };
  const creationTimestamp = Date.parse(`${day}T00:00:00Z`) / 1000;
  const compiled = compiler.compile({ mainFileContent: templateOf(template), inputs });
  const { result } = compiled;
  if (result === null) {
    const diagnostics = compiled.takeDiagnostics();
    throw new RangeError(JSON.stringify(diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics)));
  }
  const pdf = compiler.pdf(result, { ...forms[template], creationTimestamp });
  printed += 1;
  if (printed % evictEvery === 0) compiler.evictCache(2);
  return new Uint8Array(pdf);
}

parentPort?.on('message', (job: Job) => {
  try {
    const pdf = print(job);
    parentPort?.postMessage({ pdf } satisfies Answer, [pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
