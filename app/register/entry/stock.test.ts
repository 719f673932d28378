import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { checkCharacter } from '../organization/rules.ts';
import { entryEndpoints as it } from './contract.ts';
import type { EntryKind } from './rules/kinds.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const open = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('名单');
  assert.ok(sheet);
  return sheet;
};
const codeOf = (n: number): string => {
  const first = `91329999MA${String(n).padStart(7, '0')}`;
  return `${first}${checkCharacter(first)}`;
};

/** Fills the downloaded template as a person would: words from the lists, one row below the other. */
async function filled(kind: EntryKind, rows: readonly Readonly<Record<string, string>>[]): Promise<Uint8Array> {
  const { bytes } = await city.as('planOffice').call(it.downloadStockTemplate, { query: { kind } });
  const sheet = await open(bytes);
  const ids = (sheet.getRow(2).values as string[]).slice(1);
  rows.forEach((row, index) =>
    ids.forEach((id, column) => {
      sheet.getCell(4 + index, column + 1).value = row[id] ?? '';
    }),
  );
  return new Uint8Array(await sheet.workbook.xlsx.writeBuffer());
}

async function importList(kind: EntryKind, bytes: Uint8Array) {
  const planOffice = city.as('planOffice');
  const workbook = (await planOffice.upload('名单.xlsx', bytes)).id as never;
  const signed = (await planOffice.upload('盖章名单.txt', Buffer.from('盖章名单扫描件'))).id as never;
  return planOffice.call(it.importStock, {
    body: {
      kind,
      asOf: '2023-08-31',
      title: '诚信计量承诺单位存量名单',
      documentNumber: '通市监计〔2023〕存1号',
      issuer: '测试市计量处',
      workbook,
      files: [signed],
    },
  });
}

const unit = (n: number, more: Readonly<Record<string, string>> = {}) => ({
  title: `存量单位${n}`,
  region: '320685',
  documentNumber: `诺-${n}`,
  issuer: '测试市计量处',
  since: '2022-05-01',
  'payload.creditCode': codeOf(n),
  'payload.scope': '商品量值准确',
  'payload.trade': '集贸市场',
  ...more,
});
const counted = async (kind: EntryKind, day: string): Promise<{ n: number; opening: boolean | null }> =>
  (
    await sql<{ n: number; opening: boolean | null }>`select count(*)::int as n, bool_and(opening) as opening
      from entry_counted(${day}::date, ${city.clock.now.toISOString()}::timestamptz) where kind = ${kind}`.execute(city.database.db)
  ).rows[0] ?? { n: -1, opening: null };

const wrongCode = `${codeOf(3).slice(0, 17)}${codeOf(3).endsWith('0') ? '1' : '0'}`;
const list = [
  unit(1),
  unit(2, { since: '', 'payload.trade': 'Market' }),
  unit(3, { 'payload.creditCode': wrongCode }),
  unit(1, { title: '同一单位再列一次' }),
  unit(5, { since: '2022/6/1' }),
  unit(6, { region: '海安' }),
];

test('the template has text cells, lists to choose from and an example that is not imported', async () => {
  const { bytes } = await city.as('planOffice').call(it.downloadStockTemplate, { query: { kind: 'commitment' } });
  const sheet = await open(bytes);
  const ids = (sheet.getRow(2).values as string[]).slice(1);
  assert.ok(ids.includes('payload.creditCode') && ids[ids.length - 1] === 'remark');
  const column = ids.indexOf('payload.creditCode') + 1;
  assert.equal(sheet.getColumn(column).numFmt, '@');
  assert.equal(sheet.getCell(4, ids.indexOf('payload.trade') + 1).dataValidation.type, 'list');
  assert.equal(sheet.getCell(3, 1).text, '示例');
  await refused(importList('commitment', bytes), 'platform.invalid');
  await refused(importList('team', bytes), 'entry.workbook');
  await refused(importList('commitment', Buffer.from('序号,承诺单位')), 'platform.fileKind');
  await refused(city.as('cityRegulator').call(it.downloadStockTemplate, { query: { kind: 'team' } }), 'platform.forbidden');
});

test('a signed list is imported, reviewed once by another person, and then counts', async () => {
  const stock = await importList('commitment', await filled('commitment', list));
  assert.deepEqual([stock.status, stock.taken, stock.duplicate, stock.refused], ['submitted', 3, 1, 2]);
  assert.deepEqual(
    stock.remarks.map((remark) => remark.row),
    [6, 7, 9],
  );
  assert.match(stock.remarks[0]?.remark ?? '', /统一社会信用代码.*校验码/);
  assert.match(stock.remarks[1]?.remark ?? '', /重复/);
  const english = await city.as('planOfficeSecond').call(it.readStock, { params: { id: stock.id } }, { language: 'en' });
  assert.match(english.remarks[1]?.remark ?? '', /^Duplicate/);
  assert.equal((await counted('commitment', '2026-11-23')).n, 0);

  const { items } = await city.as('planOffice').call(it.listEntries, { query: { stock: stock.id } });
  assert.equal(items.length, 3);
  await refused(city.as('cityRegulator').call(it.reviewEntry, { params: { id: items[0]?.id as never }, body: {} }), 'entry.notNow');

  const review = (who: 'planOffice' | 'planOfficeSecond') =>
    city.as(who).call(it.reviewStock, { params: { id: stock.id }, body: { accept: true, reason: '与盖章名单逐行核对一致' } });
  await refused(review('planOffice'), 'entry.samePerson');
  const accepted = await review('planOfficeSecond');
  assert.deepEqual([accepted.status, accepted.reviewedBy], ['accepted', '杨帆']);
  await refused(review('planOfficeSecond'), 'entry.notNow');
  assert.deepEqual(await counted('commitment', '2026-11-23'), { n: 3, opening: true });
  assert.equal((await counted('commitment', '2022-05-31')).n, 1);
  assert.equal((await counted('commitment', '2023-08-30')).n, 2, 'a row without a day counts from the day of the list');
  const entry = await city.as('planOffice').call(it.readEntry, { params: { id: items[0]?.id as never } });
  assert.deepEqual([entry.stock?.id, entry.opening, entry.status, entry.acceptedBy?.name], [stock.id, true, 'accepted', '杨帆']);
  assert.ok(entry.timeline.some((event) => event.kind === 'entry.stockImported'));
  assert.ok(entry.versions[0]?.files.some((file) => file.name === '盖章名单.txt'));
});

test('the rows not taken come back in the same layout with a remark, and can be imported once they are right', async () => {
  const { items } = await city.as('planOffice').call(it.listStocks, { query: {} });
  const { bytes } = await city.as('planOffice').call(it.downloadRefusals, { params: { id: items[0]?.id as never } });
  const sheet = await open(bytes);
  const ids = (sheet.getRow(2).values as string[]).slice(1);
  const cell = (row: number, id: string) => sheet.getCell(row, ids.indexOf(id) + 1);
  assert.equal(cell(3, 'payload.creditCode').text, wrongCode);
  assert.match(cell(3, 'remark').text, /校验码/);
  assert.equal(cell(5, 'region').text, '海安');
  cell(3, 'payload.creditCode').value = codeOf(3);
  cell(5, 'region').value = '320685';
  const again = await importList('commitment', new Uint8Array(await sheet.workbook.xlsx.writeBuffer()));
  assert.deepEqual([again.taken, again.duplicate, again.refused], [2, 1, 0]);
});

test('the same workbook twice finds duplicates and changes nothing', async () => {
  const before = await counted('commitment', '2026-11-23');
  const stock = await importList('commitment', await filled('commitment', list));
  assert.deepEqual([stock.status, stock.taken], ['empty', 0]);
  assert.deepEqual(await counted('commitment', '2026-11-23'), before);
  const read = await city.as('planOfficeSecond').call(it.readStock, { params: { id: stock.id } });
  assert.equal(read.mayReview, false);
});

test('a list that was overtaken by a record of its own is not accepted over it', async () => {
  const team = {
    title: '重名团队',
    region: '320685',
    documentNumber: '团-1',
    issuer: '局',
    since: '2023-01-01',
    level: '市（厅）级',
    'payload.leader': '甲',
    'payload.host': '所',
    'payload.field': '能源计量',
  };
  const stock = await importList('team', await filled('team', [team]));
  const file = (await city.as('instituteManager').upload('文件.txt', Buffer.from('认定文件'))).id as never;
  const submitted = await city.as('instituteManager').call(it.submitEntry, {
    body: {
      kind: 'team',
      files: [file],
      content: {
        level: 'city',
        region: '320685',
        title: '重名团队',
        documentNumber: '团-2',
        issuer: '局',
        since: '2023-02-01',
        payload: { leader: '乙', host: '所', field: 'energy' },
      },
    },
  });
  await city.as('countyRegulator').call(it.reviewEntry, { params: { id: submitted.id }, body: {} });
  await city.as('planOffice').call(it.acceptEntry, { params: { id: submitted.id }, body: {} });
  const decide = (accept: boolean) =>
    city.as('planOfficeSecond').call(it.reviewStock, { params: { id: stock.id }, body: { accept, reason: '核对结果' } });
  await refused(decide(true), 'entry.duplicate');
  const rejected = await decide(false);
  assert.equal(rejected.status, 'rejected');
  assert.equal((await counted('team', '2026-11-23')).n, 1);
});

test('a laboratory of the list that is designated already counts from its designation', async () => {
  const row = {
    title: '既有重点实验室',
    region: '320600',
    documentNumber: '科-1',
    issuer: '科技局',
    since: '2019-03-01',
    level: '市（厅）级',
    'payload.host': '市所',
    phase: '授牌',
    phaseDay: '2021-05-20',
    phaseDocument: '科-9',
  };
  const stock = await importList('laboratory', await filled('laboratory', [row]));
  await city.as('planOfficeSecond').call(it.reviewStock, { params: { id: stock.id }, body: { accept: true, reason: '核对一致' } });
  assert.equal((await counted('laboratory', '2021-05-19')).n, 0);
  assert.equal((await counted('laboratory', '2021-05-20')).n, 1);
});
