import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PrintFailure, printPdf, type PrintJob } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongheng-press-'));
after(() => rmSync(folder, { recursive: true }));

const template = join(folder, 'note.typ');
writeFileSync(
  template,
  `#let sheet = json("/sheet")
   #set document(title: sheet.title, date: auto)
   #set text(font: "Noto Sans S Chinese", fallback: false, lang: "zh")
   #sheet.text`,
);
const job = (text: string): PrintJob => ({ template, sheet: { title: '说明', text }, day: '2026-11-27', standard: 'a-3a', tags: true });

test('a template beside its caller is set, the same bytes for the same sheet and day', async () => {
  const first = await printPdf(job('计量 — 王𠮷'), 60);
  assert.equal(Buffer.from(first.subarray(0, 5)).toString(), '%PDF-');
  assert.deepEqual(await printPdf(job('计量 — 王𠮷'), 60), first);
  assert.notDeepEqual(await printPdf({ ...job('计量 — 王𠮷'), day: '2026-11-28' }, 60), first);
});

test('a file of any bytes is carried, and the next paper does not carry it', async () => {
  const content = Uint8Array.from({ length: 256 }, (_, index) => index);
  const attachment = { name: 'data.bin', content, type: 'application/octet-stream', relationship: 'data', description: '数据' } as const;
  const carrying = Buffer.from(await printPdf({ ...job('附件'), attachment }, 60)).toString('latin1');
  assert.match(carrying, /\/AFRelationship ?\/Data/);
  assert.doesNotMatch(Buffer.from(await printPdf(job('附件'), 60)).toString('latin1'), /AFRelationship/);
});

test('a template that reaches for what the sheet lacks is refused with the reason of the typesetter', async () => {
  await assert.rejects(printPdf({ ...job(''), sheet: {} }, 60), (error) => error instanceof PrintFailure && /title/.test(error.message));
});
