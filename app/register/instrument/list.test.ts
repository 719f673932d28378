import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import Excel from 'exceljs';
import iconv from 'iconv-lite';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { register, scale } from '../../../test/support/thread.ts';
import { instrumentEndpoints as i, type InstrumentId } from './contract.ts';
import { exportColumns } from './rules.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const exported = (who: PersonName, query: object) => city.as(who).call(i.exportInstruments, { query: query as never });

test('all rows that the conditions find are exported as texts, in the usual order of columns', async () => {
  await city.as('holder').call(i.registerInstrument, {
    body: { ...scale, serial: '00123', place: '摊位 "甲", 一层', oldNumber: '=1+1', typeApproval: '2020F123-32' },
  });
  for (let n = 0; n < 60; n += 1) await register(city, 'holder', `EX-${n}`);
  await register(city, 'farHolder', 'EX-99');
  const { bytes } = await exported('holder', { q: '计价秤' });
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  assert.equal(sheet.rowCount, 62);
  const headings = (sheet.getRow(1).values as string[]).slice(1);
  assert.deepEqual(headings.slice(0, 12), [
    '序号',
    '器具名称',
    '型号规格',
    '出厂编号',
    '测量范围',
    '准确度等级',
    '安装地点',
    '检定周期',
    '上次检定日期',
    '有效期至',
    '证书编号',
    '上次检定结论',
  ]);
  const rows = Array.from({ length: 61 }, (_, n) => sheet.getRow(n + 2));
  const zero = rows.find((row) => row.getCell(4).value === '00123');
  assert.ok(zero, 'leading zeros stay');
  assert.deepEqual([zero.getCell(5).value, zero.getCell(8).value, zero.getCell(7).value], ['100 g～15 kg', '12 个月', '摊位 "甲", 一层']);
  assert.ok(!rows.some((row) => row.getCell(4).value === 'EX-99'));
});

test('CSV comes with the mark of UTF-8, and in GBK with rare characters kept', async () => {
  await city.as('holder').call(i.registerInstrument, { body: { ...scale, serial: 'GB-1', place: '𠮷祥铺 瑄㙍' } });
  const rows = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];
  const utf8 = await exported('holder', { q: 'GB-1', format: 'csv' });
  assert.deepEqual(Array.from(utf8.bytes.subarray(0, 3)), [0xef, 0xbb, 0xbf]);
  const gbk = await exported('holder', { q: 'GB-1', format: 'csv-gbk' });
  for (const text of [Buffer.from(utf8.bytes).toString('utf8'), iconv.decode(Buffer.from(gbk.bytes), 'gb18030')]) {
    const [row, ...others] = rows(text);
    assert.deepEqual(
      [row?.['安装地点'], row?.['使用单位'], row?.['统一社会信用代码'], others.length],
      ['𠮷祥铺 瑄㙍', '测试甲县惠民菜市场', '91329999MA0000001H', 0],
    );
    assert.equal(Object.keys(row ?? {}).length, exportColumns.length);
  }
  const guarded = rows(Buffer.from((await exported('holder', { q: '00123', format: 'csv' })).bytes).toString('utf8'));
  assert.equal(guarded[0]?.['原编号'], "'=1+1");
});

test('an export says nothing of what its caller does not reach', async () => {
  const rows = async (who: PersonName, query: object = {}) =>
    (
      parse(Buffer.from((await exported(who, { format: 'csv', ...query })).bytes).toString('utf8'), {
        columns: true,
        bom: true,
      }) as unknown[]
    ).length;
  assert.equal(await rows('farHolder'), 1);
  assert.equal(await rows('outsider'), 0);
  assert.ok((await rows('cityRegulator')) > 61);
  assert.equal(await rows('cityRegulator', { region: '320682' }), 1);
});

test('labels are printed for what one may see, one a page, as large as the paper', async () => {
  const one = await register(city, 'holder', 'LB-1');
  const two = await register(city, 'holder', 'LB-2');
  const print = (who: PersonName, ids: InstrumentId[], size: '40x30' | '50x30' = '40x30') =>
    city.as(who).call(i.printInstrumentLabels, { query: { instruments: ids.join(','), size } });
  const { bytes, type } = await print('holder', [one.id, two.id], '50x30');
  const text = Buffer.from(bytes).toString('latin1');
  assert.equal(type, 'application/pdf');
  assert.equal(text.match(/\/Type \/Page\b/g)?.length, 2);
  assert.match(text, /MediaBox \[0 0 141\.7\d* 85\.0\d*\]/);
  assert.match(Buffer.from((await print('holder', [one.id])).bytes).toString('latin1'), /MediaBox \[0 0 113\.3\d* 85\.0\d*\]/);
  await refused(print('farHolder', [one.id]), 'platform.notFound');
  await refused(city.as('holder').call(i.printInstrumentLabels, { query: { instruments: 'x' } }), 'platform.malformed');
});

test('what a kind is usually made as is offered, one’s own first, and only of that kind', async () => {
  const own = { ...scale, maker: '本单位常用厂', model: 'BC-9' };
  for (const n of [1, 2]) await city.as('farHolder').call(i.registerInstrument, { body: { ...own, serial: `TY-${n}` } });
  const types = async (who: PersonName, query: object) =>
    (await city.as(who).call(i.listInstrumentTypes, { query: { kind: 'price-computing-scale', ...query } })).items;
  assert.equal((await types('farHolder', {}))[0]?.maker, '本单位常用厂');
  assert.equal((await types('holder', {}))[0]?.maker, scale.maker);
  assert.deepEqual(
    (await types('holder', { q: 'bc-9' })).map(({ model }) => model),
    ['BC-9'],
  );
  assert.deepEqual(await types('holder', { kind: 'water-meter' }), []);
});

test('a credit code names its holder, before anything is registered', async () => {
  const find = (creditCode: string) => city.as('instituteManager').call(i.findHolder, { params: { creditCode } });
  assert.equal((await find('91329999MA0000003P')).holder?.name, '测试乙县供销超市');
  assert.equal((await find('91329999MA00000099')).holder, null);
});

test('the same serial number of the same maker elsewhere is told, with a link only where one may follow it', async () => {
  const mine = await register(city, 'holder', 'TW-1');
  await register(city, 'farHolder', 'tw-1');
  const twins = (who: PersonName, except?: InstrumentId) =>
    city.as(who).call(i.listTwins, { query: { maker: scale.maker, serial: 'TW-1', ...(except === undefined ? {} : { except }) } });
  const seen = await twins('holder', mine.id);
  assert.deepEqual([seen.items, seen.hidden], [[], 1]);
  const all = await twins('cityRegulator');
  assert.deepEqual([all.items.length, all.hidden], [2, 0]);
});

test('what is typed beside a nameplate stands where its form does not say it', async () => {
  const body = { ...scale, serial: 'RC-1', measuringRange: '（0～6）kg', accuracyClass: '三级' };
  const registered = await city.as('holder').call(i.registerInstrument, { body });
  assert.equal(registered.measuringRange, '100 g～15 kg');
  const thermometer = {
    ...body,
    kind: 'glass-clinical-thermometer',
    serial: 'RC-2',
    use: 'medical',
    parameters: { type: 'ordinary' },
  } as const;
  const other = await city.as('holder').call(i.registerInstrument, { body: thermometer });
  assert.deepEqual([other.measuringRange, other.validity], ['（0～6）kg', 'first-only']);
});
