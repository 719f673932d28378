/** Papers of certificates as other people's programs read them, and what the printing threads do when something goes wrong. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { CertificateRecord } from '@tongheng/seal/record';
import { drawCode } from '../../app/measure/certificate/service/paper/code.ts';
import { layOut, type PaperOptions } from '../../app/measure/certificate/service/paper/layout.ts';
import { paperJob, printLabelSheet, printLotAnnex, printPaper, PrintFailure } from '../../app/measure/certificate/service/paper/print.ts';
import { Press } from '../../app/platform/press/press.ts';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';
import { dcc, labelText, readVector } from './pdf-paper-print.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongheng-paper-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const inFolder = (bytes: Uint8Array): string => {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  writeFileSync(path, bytes);
  return path;
};
const textOf = (pdf: Uint8Array): string => runTool('pdftotext', ['-layout', inFolder(pdf), '-']).output;

const options: PaperOptions = { dcc, labelText, checkCode: 'A7KX9PMW', watermark: false, form: 'whole' };
const names = readdirSync(new URL('../../packages/seal/vectors/records/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const scale = readVector('price-computing-scale-pass');
const failed = readVector('price-computing-scale-fail');

test('the same record has the same bytes as paper, twice and in another process', async () => {
  const name = 'price-computing-scale-pass';
  const digestOf = async (): Promise<string> =>
    createHash('sha256')
      .update(await printPaper(scale, options))
      .digest('hex');
  const own = await digestOf();
  await printPaper(failed, options);
  assert.equal(await digestOf(), own);
  const elsewhere = execFileSync(process.execPath, ['--no-maglev', join(import.meta.dirname, 'pdf-paper-print.ts'), name]).toString();
  assert.equal(elsewhere, own);
});

for (const name of names) {
  test(
    `the paper of ${name}: every font embedded, nothing wrong with the file, the DCC inside`,
    unlessInstalled('pdffonts', 'qpdf', 'pdfdetach'),
    async () => {
      const record = readVector(name);
      const path = inFolder(await printPaper(record, options));
      const [, , ...fonts] = runTool('pdffonts', [path]).output.trim().split('\n');
      assert.ok(fonts.length > 0);
      for (const font of fonts) assert.match(font, /NotoSansHans\S* +CID Type 0C +Identity-H +yes yes yes/);
      assert.equal(runTool('qpdf', ['--check', path]).code, 0);
      assert.match(runTool('pdfdetach', ['-list', path]).output, /1: dcc\.xml/);
      const saved = `${path}.xml`;
      runTool('pdfdetach', ['-save', '1', '-o', saved, path]);
      assert.deepEqual(new Uint8Array(readFileSync(saved)), dcc);
    },
  );
}

test('what the record says stands on the paper, in both languages', unlessInstalled('pdftotext'), async () => {
  const text = textOf(await printPaper(scale, options));
  const { instrument, holder, institute, persons, number, verification } = scale;
  const said = [number, instrument.name, instrument.model, instrument.serial, instrument.maker, holder.name, institute.name];
  for (const one of [...said, persons.tester.name, persons.checker.name, persons.approver.name]) assert.ok(text.includes(one), one);
  for (const one of [
    '检 定 证 书',
    '送检单位',
    'Client',
    '检定结论',
    '检定专用章',
    '以加盖印章的纸质证书为准',
    '以下空白',
    'Page 1 of',
    'A7KX9PMW',
  ])
    assert.ok(text.replace(/\s+/g, ' ').includes(one) || text.includes(one.replaceAll(' ', '')), one);
  for (const { value, comparison } of verification.result.checks) if (comparison !== 'stated') assert.ok(text.includes(value), value);
});

test('a notice names the failed items and has no last day; a certificate has one', unlessInstalled('pdftotext'), async () => {
  const notice = textOf(await printPaper(failed, options));
  assert.match(notice, /检\s*定\s*结\s*果\s*通\s*知\s*书/);
  assert.match(notice, /不合格项目/);
  const cover = notice.slice(0, notice.indexOf('\f'));
  assert.doesNotMatch(cover, /有效期至/);
  const certificate = textOf(await printPaper(scale, options));
  assert.match(certificate.slice(0, certificate.indexOf('\f')), /有效期至/);
});

test('a paper of the demonstration says so on every page, and cannot be printed without it', unlessInstalled('pdftotext'), async () => {
  const record = readVector('price-computing-scale-pass-demonstration');
  const pages = textOf(await printPaper(record, { ...options, watermark: false }))
    .split('\f')
    .slice(0, -1);
  assert.ok(pages.length > 1);
  assert.equal(layOut(record, { ...options, watermark: false }).mark?.[0], '演示·无效');
  // The mark is turned, so that its signs stand on lines of their own.
  for (const page of pages) for (const sign of '演示无效') assert.ok(page.includes(sign), `${sign} is missing on a page`);
  assert.equal(layOut(scale, options).mark, null);
});

test('uncertainty stands on the paper only where the record states one', () => {
  const notes = (record: CertificateRecord): string[] =>
    layOut(record, options)
      .inner.flatMap((part) => (part.kind === 'note' ? [part.text[0]] : []))
      .filter((text) => text.includes('不确定度'));
  assert.deepEqual(notes(scale), []);
  const check = scale.verification.result.checks.find(({ comparison }) => comparison === 'within');
  assert.ok(check);
  const uncertainties = [{ check: check.id, U: '0.8', k: '2', unit: 'g', probability: null }];
  const [note] = notes({ ...scale, verification: { ...scale.verification, uncertainties } });
  assert.match(note ?? '', /U = 0\.8\u00a0g，k = 2/);
});

test('an overlay has only what varies, and moves by the millimetres that are asked for', unlessInstalled('pdftotext'), async () => {
  const boxOf = async (dx: number, dy: number): Promise<[x: number, y: number]> => {
    const pdf = await printPaper(scale, { ...options, form: 'overlay', dx, dy });
    const { output } = runTool('pdftotext', ['-bbox', '-l', '1', inFolder(pdf), '-']);
    assert.ok(!output.includes('送检单位') && !output.includes('检定专用章'));
    const [, x, y] = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${scale.number}<`).exec(output) ?? [];
    return [Number(x), Number(y)];
  };
  const [x, y] = await boxOf(0, 0);
  const [right, below] = await boxOf(4, 2.5);
  const millimetre = 72 / 25.4;
  assert.ok(Math.abs(right - x - 4 * millimetre) < 0.05, `${right - x}`);
  assert.ok(Math.abs(below - y - 2.5 * millimetre) < 0.05, `${below - y}`);
  await assert.rejects(printPaper(scale, { ...options, form: 'overlay', dx: 99 }), RangeError);
});

test(
  'characters that the font lacks are named by their code, and a name cannot leave its place or become markup',
  unlessInstalled('pdftotext', 'pdfinfo'),
  async () => {
    const name = `#panic("x") $a$ *b* \\ \u0000\u202e王𠮷祥 ${'N'.repeat(150)}`;
    const pdf = await printPaper({ ...scale, holder: { ...scale.holder, name } }, options);
    const text = textOf(pdf);
    assert.ok(text.includes('#panic("x") $a$ *b* \\'), text.slice(0, 900));
    assert.ok(text.includes('王〔U+20BB7〕祥'));
  },
);

test('a replaced certificate says which one it replaces and why', unlessInstalled('pdftotext'), async () => {
  const replaces = { number: '320685A20260000019', issuedOn: '2026-05-20', reason: '名称更正', changes: [] };
  const text = textOf(await printPaper({ ...scale, replaces }, options)).replace(/\s+/g, '');
  assert.ok(text.includes('本证书代替证书编号：320685A20260000019'));
  assert.ok(text.includes('名称更正'));
});

test('long tables go on over pages with their heads', unlessInstalled('pdftotext'), async () => {
  const items = Array.from({ length: 5000 }, (_, index) => ({
    serial: `3201000${String(index).padStart(7, '0')}`,
    number: `320685A2026${String(index + 1).padStart(6, '0')}K`,
    conclusion: index % 100 === 7 ? ('fail' as const) : ('pass' as const),
    validUntil: '2034-05-19',
  }));
  const lot = { number: 'L-1', institute: '某检定机构', holder: '某供电公司', instrument: '单相电能表', model: 'DDZY', maker: '某厂' };
  const days = { procedure: 'JJG 596-2012', testedOn: '2026-05-20', issuedOn: '2026-05-21', demonstration: false };
  const pages = textOf(await printLotAnnex({ ...lot, ...days, items }))
    .split('\f')
    .slice(0, -1);
  assert.ok(pages.length > 50 && pages.every((page) => page.includes('出厂编号')), `${pages.length} pages`);
  assert.ok(pages[0]?.includes('合格 4950，不合格 50'));
  assert.ok(pages[pages.length - 1]?.includes(items[4999]?.serial ?? '-'));
});

const label = {
  labelText,
  number: scale.number,
  kind: '电子计价秤',
  serial: '2023-018826',
  validUntil: '2027-05-19',
  institute: '某检定机构',
  demonstration: true,
};

for (const [size, width] of [
  ['40x30', 40],
  ['50x30', 50],
] as const) {
  test(
    `labels of ${size} mm are as large as they say, and their codes are read back`,
    unlessInstalled('pdfinfo', 'pdftoppm', 'zbarimg'),
    async () => {
      const path = inFolder(await printLabelSheet([label, label], size, { as: 'single', day: '2026-05-21' }));
      const { output } = runTool('pdfinfo', [path]);
      const [, w, h] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(output) ?? [];
      assert.ok(Math.abs((Number(w) / 72) * 25.4 - width) < 0.01 && Math.abs((Number(h) / 72) * 25.4 - 30) < 0.01, output);
      assert.match(output, /Pages: +2/);
      runTool('pdftoppm', ['-r', '300', '-png', '-singlefile', path, `${path}`]);
      assert.equal(runTool('zbarimg', ['-q', '--raw', `${path}.png`]).output.trim(), labelText);
      assert.ok(textOf(readFileSync(path)).includes('演示·无效'));
      const sheet = inFolder(
        await printLabelSheet(
          Array.from({ length: 40 }, () => label),
          size,
          { as: 'sheet', day: '2026-05-21' },
        ),
      );
      assert.match(runTool('pdfinfo', [sheet]).output, /Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
    },
  );
}

test('a code never gets modules below 0.3 mm: it is refused before', () => {
  const { svg, side } = drawCode(labelText, { module: 0.42, most: 21.5 });
  const modules = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  assert.ok(side / modules >= 0.3, `${side / modules}`);
  assert.throws(() => drawCode('A'.repeat(3000), { module: 0.42, most: 21.5 }), RangeError);
});

test('a print that does not end in time fails alone, and the next one is printed', async () => {
  const press = new Press(1);
  const job = paperJob(scale, options);
  await assert.rejects(press.print(job, 0.001), PrintFailure);
  const [first, second] = await Promise.all([press.print(job, 60), press.print(job, 60)]);
  assert.deepEqual(first, second);
  await assert.rejects(press.print({ ...job, sheet: { ...job.sheet, inner: [{ kind: 'table' } as never] } }, 60), PrintFailure);
  assert.ok((await press.print(job, 60)).length > 1000);
  await press.close();
});
