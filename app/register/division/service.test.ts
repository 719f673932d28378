import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import iconv from 'iconv-lite';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { divisionEndpoints } from './contract.ts';
import { divisionFaults, findDivision, matchDivision, recordDivisions, recordFirstDivisions, townshipsOf, villagesOf } from './service.ts';

const { listDivisions, exportDivisions, compareDivisions, importDivisions, listDivisionImports } = divisionEndpoints;

let city: City;
const ctx = () => ({ db: city.database.db, now: city.clock.now.toISOString(), today: '2026-11-23' });
before(async () => {
  city = await openCity();
  await recordDivisions(
    ctx(),
    [
      { code: '320685100', name: '测试甲镇', region: '320685' },
      { code: '320685100001', name: '测试一社区居委会', region: '320685' },
      { code: '320685100002', name: '测试二村委会', region: '320685' },
      { code: '320685101', name: '测试乙镇', region: '320685' },
      { code: '320682001', name: '测试丙街道', region: '320682' },
    ],
    '测试虚构',
  );
});
after(() => city.close());

const csv = (...lines: string[]) => Buffer.from(['code,name', ...lines, ''].join('\r\n'));
const uploaded = async (content: Uint8Array, name = '区划.csv') => (await city.as('cityRegulator').upload(name, content)).id as never;
const comparison = async (content: Uint8Array) =>
  city.as('cityRegulator').call(compareDivisions, { query: { file: await uploaded(content) } });

test('townships of a county and villages of a township are listed and found by a part of the name', async () => {
  const list = (query: object) => city.as('holder').call(listDivisions, { query: query as never });
  assert.deepEqual(
    (await list({ region: '320685', level: 'township' })).items.map(({ name }) => name),
    ['测试甲镇', '测试乙镇'],
  );
  const [village] = (await list({ township: '320685100', q: '一社区' })).items;
  assert.deepEqual([village?.code, village?.township?.name, village?.state], ['320685100001', '测试甲镇', 'current']);
  const first = await list({ limit: '2' });
  const rest = await list({ limit: '200', after: first.next });
  assert.equal(first.items.length + rest.items.length, first.total);
  await refused(city.stranger().call(listDivisions, { query: {} }), 'platform.unauthenticated');
});

test('a newer list is shown with its changes before, and only what was shown is done', async () => {
  const content = csv('320685100,测试甲街道办事处', '320685102,测试新镇', '320685100001,测试一社区居委会', '320685100002,测试二村委会');
  const shown = await comparison(content);
  assert.deepEqual(shown.counts, { added: 1, renamed: 1, ended: 1, resumed: 0, unchanged: 2 });
  const file = shown.file.id;
  const body = {
    file,
    source: '测试用区划代码（虚构）',
    validFrom: '2026-11-01',
    expected: { added: 1, renamed: 1, ended: 1, resumed: 0 },
  };
  await refused(
    city.as('cityRegulator').call(importDivisions, { body: { ...body, expected: { ...body.expected, ended: 0 } } }),
    'division.otherChanges',
  );
  await refused(city.as('cityRegulator').call(importDivisions, { body: { ...body, validFrom: '2026-12-01' } }), 'platform.invalid');
  await refused(city.as('countyRegulator').call(importDivisions, { body }), 'platform.forbidden');
  const done = await city.as('cityRegulator').call(importDivisions, { body });
  assert.deepEqual(done.counts, shown.counts);
  const renamed = await findDivision(ctx(), '320685100');
  assert.deepEqual([renamed?.name, renamed?.formerNames], ['测试甲街道办事处', [{ name: '测试甲镇', until: '2026-10-31' }]]);
  const ended = await findDivision(ctx(), '320685101');
  assert.deepEqual([ended?.state, ended?.validTo], ['ended', '2026-10-31']);
  assert.equal((await findDivision(ctx(), '320682001'))?.state, 'current', 'the list says nothing about another county');
  await refused(city.as('cityRegulator').call(importDivisions, { body }), 'division.nothing');
  const { items } = await city.as('cityRegulator').call(listDivisionImports, { query: {} });
  assert.deepEqual([items[0]?.counts.added, items[0]?.person, items[0]?.validFrom], [1, '沈琳', '2026-11-01']);
  const byFormerName = await city.as('holder').call(listDivisions, { query: { q: '甲镇' } });
  assert.deepEqual(
    byFormerName.items.map(({ code }) => code),
    ['320685100'],
  );
});

test('where something lies is checked: a township of the county, a village of the township, and current', async () => {
  const faults = async (region: string, township: string | null, village: string | null) =>
    (await divisionFaults(ctx(), { region, township, village })).map(({ field, text }) => `${field} ${text[0]}`);
  assert.deepEqual(await faults('320685', '320685100', '320685100001'), []);
  assert.deepEqual(await faults('320685', null, null), []);
  assert.deepEqual(await faults('320682', '320685100', null), ['township 不在所选的县（市、区）']);
  assert.deepEqual(await faults('320685', '320685101', null), ['township 测试乙镇已停用']);
  assert.deepEqual(await faults('320685', '320685999', null), ['township 没有登记这个乡镇或村']);
  assert.deepEqual(await faults('320685', null, '320685100001'), ['village 不在所选的乡镇']);
  const townships = await townshipsOf(ctx(), '320685');
  assert.equal(matchDivision(townships, '测试甲街道')?.code, '320685100');
  assert.equal(matchDivision(townships, '没有的镇'), undefined);
  assert.equal(matchDivision(await villagesOf(ctx(), '320685100'), '测试二村')?.code, '320685100002');
});

test('lines that cannot be are named by their number, and nothing of the list is imported', async () => {
  const shown = await comparison(
    csv(
      '32068510,少一位',
      '320685100,测试甲街道办事处',
      '320685100,重复',
      '310101001,外市街道',
      '320671001,开发区街道',
      '320685777001,没有乡镇',
      '320685103,',
    ),
  );
  assert.deepEqual(
    shown.faults.map(({ line }) => line),
    [2, 4, 5, 6, 7, 8],
  );
  await refused(
    city.as('cityRegulator').call(importDivisions, {
      body: {
        file: shown.file.id,
        source: '测试用区划代码（虚构）',
        validFrom: '2026-11-01',
        expected: { added: 0, renamed: 0, ended: 0, resumed: 0 },
      },
    }),
    'division.rows',
  );
  const zone = await comparison(
    Buffer.from('代码,名称,region\n320671001,开发区街道,320685\n320685100,测试甲街道办事处,\n320685102,测试新镇,\n'),
  );
  assert.deepEqual([zone.faults, zone.counts.added, zone.counts.ended], [[], 1, 0]);
});

test('a list in GBK is read, and what is no list is refused', async () => {
  const shown = await comparison(iconv.encode('区划代码,名称\r\n320685100,测试甲街道办事处\r\n320685102,"测试新,镇"\r\n', 'gbk'));
  assert.deepEqual(
    shown.changes.map(({ nameAfter }) => nameAfter),
    ['测试新,镇'],
  );
  await refused(comparison(Buffer.from('a,b\n1,2\n')), 'division.unreadable');
  await refused(comparison(Buffer.from('code,name\n')), 'division.unreadable');
});

test('the current ones are exported as a list that imports as nothing new', async () => {
  const { bytes } = await city.as('cityRegulator').call(exportDivisions, { query: {} });
  const shown = await comparison(bytes);
  assert.deepEqual([shown.changes, shown.faults], [[], []]);
  assert.ok(shown.counts.unchanged >= 5);
});

test('a real city starts with the townships and villages of Nantong, once', async () => {
  const nantong = await openCity();
  try {
    const start = { db: nantong.database.db, now: nantong.clock.now.toISOString() };
    const file = await readFile(join(import.meta.dirname, '../../../data/divisions/3206.csv'));
    assert.equal(await recordFirstDivisions(start, file, '统计用区划代码'), 2141);
    assert.equal(await recordFirstDivisions(start, file, '统计用区划代码'), 0);
    const context = { db: nantong.database.db, today: '2026-11-23' };
    assert.equal((await townshipsOf(context, '320600')).length, 136);
    assert.equal((await findDivision(context, '320685100'))?.name, '海安镇');
    assert.equal((await findDivision(context, '320671001'))?.region, '320613', 'a zone of the statistics lies in a district of GB/T 2260');
    assert.equal(
      (await villagesOf(context, '320685100')).every(({ region }) => region === '320685'),
      true,
    );
  } finally {
    await nantong.close();
  }
});
