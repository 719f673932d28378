import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import iconv from 'iconv-lite';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { recordDivisions } from '../division/service.ts';
import { placeEndpoints as p } from './contract.ts';

let city: City;
before(async () => {
  city = await openCity();
  await recordDivisions(
    { db: city.database.db, now: city.clock.now.toISOString() },
    [
      { code: '320685100', name: '测试甲镇', region: '320685' },
      { code: '320685100001', name: '测试一社区居委会', region: '320685' },
      { code: '320685101', name: '测试乙镇', region: '320685' },
      { code: '320682001', name: '测试丙街道', region: '320682' },
    ],
    '测试虚构',
  );
});
after(() => city.close());

const market = {
  kind: 'market' as const,
  name: '测试惠民农贸市场',
  operatorCreditCode: '91329999MA0000001H',
  region: '320685',
  township: '320685100',
  village: '320685100001',
  address: '测试路1号',
  longitude: '120.900100',
  latitude: '32.500000',
  openedOn: '2019-05-01',
};
const record = (who: PersonName, body: object) => city.as(who).call(p.recordPlace, { body: { ...market, ...body } as never });
const listed = async (who: PersonName, query: object = {}) => (await city.as(who).call(p.listPlaces, { query: query as never })).items;

let serial = 0;
/** An instrument as the ledger holds it, put straight there: the ledger stands after the places. */
async function stand(placeId: string, who: PersonName, more: object = {}): Promise<void> {
  const { organization } = city.ids[who];
  serial += 1;
  await city.database.db
    .insertInto('instrument')
    .values({
      id: randomUUID(),
      code: `TEST${String(serial).padStart(12, '0')}`,
      kind: 'price-computing-scale',
      name: '电子计价秤',
      model: 'T-1',
      serial: `P-${serial}`,
      maker: '测试衡器厂',
      holderId: organization,
      registrarId: organization,
      region: '320685',
      place: '1 号摊',
      use: 'trade',
      parameters: '{}',
      status: 'in-use',
      placeId,
      demonstration: false,
      recordedAt: city.clock.now.toISOString(),
      ...more,
    } as never)
    .execute();
}

let marketId: never;
test('an authority records a place of its county, with its township and who runs it', async () => {
  const place = await record('countyRegulator', {});
  marketId = place.id as never;
  assert.deepEqual(
    [place.organization?.name, place.township?.name, place.village?.name, place.longitude, place.state],
    ['测试甲县惠民菜市场', '测试甲镇', '测试一社区居委会', '120.9001', 'open'],
  );
  await refused(record('countyRegulator', { name: '别县的市场', region: '320682', township: null, village: null }), 'platform.invalid');
  await refused(record('countyRegulator', { name: '错镇的市场', township: '320682001', village: null }), 'platform.invalid');
  await refused(record('countyRegulator', { name: '错村的市场', township: '320685101' }), 'platform.invalid');
  await refused(record('countyRegulator', { name: '半个坐标的市场', latitude: null }), 'platform.invalid');
  await refused(record('countyRegulator', { name: '还没开的市场', openedOn: '2027-01-01' }), 'platform.invalid');
  await refused(record('countyRegulator', { name: '没有单位的市场', operatorCreditCode: '91329999MA0000099X' }), 'place.operatorUnknown');
  await refused(record('holder', { name: '自己登记的市场' }), 'platform.forbidden');
});

test('the same name is refused, a similar one asks for a comparison', async () => {
  await refused(record('countyRegulator', {}), 'place.recordedAlready');
  for (const like of [
    { name: '惠民农贸市场', address: '', longitude: null, latitude: null },
    { name: '另一个名称', address: '测试路 1 号', longitude: null, latitude: null },
    { name: '旁边的超市', kind: 'supermarket', address: '', longitude: '120.900200', latitude: '32.500050' },
  ]) {
    const refusal = await refused(record('countyRegulator', like), 'place.similar');
    assert.match(JSON.stringify(refusal.body), /测试惠民农贸市场/);
  }
  const other = await record('instituteManager', { kind: 'supermarket', name: '旁边的超市', operatorCreditCode: null, compared: true });
  assert.equal(other.kind, 'supermarket');
});

test('a holder sees where its instruments stand, and counts its own; who serves the county sees all', async () => {
  const clinic = await record('countyRegulator', {
    kind: 'village-clinic',
    name: '测试村卫生室',
    operatorCreditCode: null,
    address: '',
    longitude: null,
    latitude: null,
  });
  await stand(marketId, 'holder');
  await stand(marketId, 'holder', { verdict: 'fail', verifiedOn: '2026-01-02' });
  await stand(marketId, 'farHolder', { verdict: 'pass', verifiedOn: '2025-01-02', dueOn: '2026-01-01' });
  await stand(marketId, 'farHolder', { status: 'scrapped' });
  assert.deepEqual(
    (await listed('holder')).map(({ name }) => name),
    ['测试惠民农贸市场'],
  );
  assert.deepEqual(
    (await listed('farHolder')).map(({ name, instruments }) => [name, instruments]),
    [['测试惠民农贸市场', 1]],
  );
  for (const who of ['countyRegulator', 'technician', 'cityRegulator', 'inspector'] as const) {
    const items = await listed(who, { kind: 'market' });
    assert.deepEqual(
      items.map(({ instruments }) => instruments),
      [3],
      who,
    );
  }
  assert.deepEqual(await listed('farInstituteManager'), [], 'an institute of another county');
  assert.deepEqual(await listed('outsider'), []);
  await refused(city.as('holder').call(p.readPlace, { params: { id: clinic.id } }), 'platform.notFound');
  assert.deepEqual(
    (await listed('countyRegulator', { without: 'instruments' })).map(({ name }) => name).sort(),
    ['旁边的超市', '测试村卫生室'].sort(),
  );
});

test('the page of a place says what stands there by kind, and what may be done', async () => {
  const read = await city.as('countyRegulator').call(p.readPlace, { params: { id: marketId } });
  assert.deepEqual(read.standing, [{ kind: 'price-computing-scale', inLedger: 3, neverVerified: 1, failed: 1, overdue: 1 }]);
  assert.deepEqual(read.allowed, ['correct', 'close']);
  assert.deepEqual(
    read.timeline.map(({ kind }) => kind),
    ['place.recorded'],
  );
  const holder = await city.as('farHolder').call(p.readPlace, { params: { id: marketId } });
  assert.deepEqual([holder.allowed, holder.standing[0]?.inLedger], [[], 1]);
});

test('lists are filtered, paged and found by any part of name, address, operator or township', async () => {
  const names = async (query: object) => (await listed('countyRegulator', query)).map(({ name }) => name);
  for (const q of ['惠民农', '试路1', '惠民菜市场', '甲镇']) assert.ok((await names({ q })).includes('测试惠民农贸市场'), q);
  assert.deepEqual(await names({ q: '100%' }), []);
  assert.deepEqual(await names({ township: '320685101' }), []);
  assert.equal((await names({ region: '320685', kind: 'village-clinic', state: 'open' })).length, 1);
  const first = await city.as('countyRegulator').call(p.listPlaces, { query: { limit: '2' } });
  const rest = await city.as('countyRegulator').call(p.listPlaces, { query: { limit: '2', after: first.next ?? '' } });
  assert.equal(first.items.length + rest.items.length, first.total);
  assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, first.total);
});

test('whoever puts an instrument somewhere may choose among the open places by name', async () => {
  const { items } = await city.as('holder').call(p.listPlaceChoices, { query: { region: '320685', q: '卫生室' } });
  assert.deepEqual(
    items.map(({ name }) => name),
    ['测试村卫生室'],
  );
});

test('a correction keeps what was said before, and two people do not overwrite each other', async () => {
  const { version } = await city.as('countyRegulator').call(p.readPlace, { params: { id: marketId } });
  const body = { ...market, name: '测试惠民农贸大市场', closedOn: null, version, reason: '更名' };
  const corrected = await city.as('countyRegulator').call(p.correctPlace, { params: { id: marketId }, body });
  assert.equal(corrected.name, '测试惠民农贸大市场');
  await refused(city.as('countyRegulator').call(p.correctPlace, { params: { id: marketId }, body }), 'platform.stale');
  await refused(city.as('farInstituteManager').call(p.correctPlace, { params: { id: marketId }, body }), 'platform.notFound');
  const { timeline } = await city.as('countyRegulator').call(p.readPlace, { params: { id: marketId } });
  const change = timeline.find(({ kind }) => kind === 'place.corrected');
  assert.equal((change?.detail['before'] as { name: string } | undefined)?.name, '测试惠民农贸市场');
});

test('a place closes on a day with a reason, once, and is opened again by a correction', async () => {
  const { id, version } = await record('countyRegulator', { name: '要关的市场', compared: true });
  const close = (lastDay: string) => city.as('countyRegulator').call(p.closePlace, { params: { id }, body: { lastDay, reason: '搬迁' } });
  await refused(close('2026-12-01'), 'platform.invalid');
  await refused(close('2018-01-01'), 'platform.invalid');
  assert.equal((await close('2026-11-20')).state, 'closed');
  await refused(close('2026-11-21'), 'place.closed');
  assert.equal((await listed('countyRegulator', { state: 'closed' })).length, 1);
  const body = { ...market, name: '要关的市场', closedOn: null, version: version + 1, reason: '误报', compared: true };
  assert.equal((await city.as('countyRegulator').call(p.correctPlace, { params: { id }, body })).state, 'open');
});

async function sheetOf(bytes: Uint8Array) {
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [sheet] = book.worksheets;
  assert.ok(sheet);
  return { book, sheet };
}

const importFile = async (who: PersonName, bytes: Uint8Array, name: string) =>
  city.as(who).call(p.importPlaces, { body: { file: (await city.as(who).upload(name, bytes)).id as never } });

test('the template filled in is imported; refused rows come back with their reason and are imported when corrected', async () => {
  const { bytes } = await city.as('countyRegulator').call(p.downloadPlaceTemplate, {});
  const { book, sheet } = await sheetOf(bytes);
  sheet.getRow(3).values = ['村卫生室', '测试二村卫生室', '320685', '测试乙镇', '', '', '', '', '', new Date('2020-02-03T00:00:00Z')];
  sheet.getRow(4).values = ['加油站', '测试加油站', '320685', '320685100', '测试一社区', '国道 204 号', 120.7, 32.51, '', '2021/3/1'];
  sheet.getRow(5).values = ['诊所', '错', '320682', '', '', '', '120', '', '91329999MA0000099X', '2021-02-30'];
  sheet.getRow(6).values = ['加油站', '测试加油站', '320685'];
  sheet.getRow(7).values = ['村卫生室', '测试村卫生室', '320685'];
  sheet.getRow(8).values = ['粮库', '没有镇的粮库', '320685', '不存在的镇'];
  const done = await importFile('countyRegulator', new Uint8Array(await book.xlsx.writeBuffer()), '名单.xlsx');
  assert.deepEqual([done.taken, done.known, done.refused], [2, 1, 3]);
  const wrong = done.remarks.find(({ row }) => row === 5)?.remark ?? '';
  for (const part of ['类型', '名称', '办理的区域', '经度', '开业日期', '信用代码']) assert.match(wrong, new RegExp(part));
  const [fuel] = await listed('countyRegulator', { kind: 'fuel-station' });
  assert.deepEqual(
    [fuel?.township?.name, fuel?.village?.code, fuel?.longitude, fuel?.openedOn],
    ['测试甲镇', '320685100001', '120.7', '2021-03-01'],
  );
  const refusedRows = await sheetOf((await city.as('countyRegulator').call(p.downloadPlaceRefusals, { params: { id: done.id } })).bytes);
  assert.equal(refusedRows.sheet.getCell('B4').text, '没有镇的粮库');
  assert.match(refusedRows.sheet.getCell('K4').text, /没有这个乡镇/);
  refusedRows.sheet.getCell('D4').value = '测试乙镇';
  const again = await importFile('countyRegulator', new Uint8Array(await refusedRows.book.xlsx.writeBuffer()), '更正.xlsx');
  assert.deepEqual([again.taken, again.refused], [1, 1]);
  const { items } = await city.as('countyRegulator').call(p.listPlaceImports, { query: {} });
  assert.deepEqual(
    items.map(({ taken }) => taken).sort((one, other) => one - other),
    [1, 2],
  );
  await refused(city.as('instituteManager').call(p.downloadPlaceRefusals, { params: { id: done.id } }), 'platform.notFound');
});

test('a CSV in GBK with the headings of the template is imported; what may be a double is taken with a warning', async () => {
  const text = '类型,名称,县（市、区）,地址\r\n眼镜店,测试眼镜店,320685,"人民路 2 号, 东"\r\n眼镜店,测试眼镜店二店,320685,\r\n';
  const done = await importFile('instituteManager', iconv.encode(text, 'gbk'), '名单.csv');
  assert.deepEqual([done.taken, done.refused], [2, 0]);
  const near = await importFile('instituteManager', Buffer.from('kind,name,region\noptician,测试眼镜店人民路店,320685\n'), '名单.csv');
  assert.deepEqual(
    near.remarks.map(({ taken }) => taken),
    [true],
  );
  assert.match(near.remarks[0]?.remark ?? '', /核对/);
  await refused(importFile('instituteManager', Buffer.from('a,b\n1,2\n'), '别的.csv'), 'place.unreadable');
  const many = `类型,名称,县（市、区）\n${Array.from({ length: 5001 }, (_, n) => `其他,第${n}处,320685`).join('\n')}\n`;
  await refused(importFile('instituteManager', Buffer.from(many), '太多.csv'), 'place.unreadable');
});

test('a workbook that would unpack to more than memory has is refused before it is opened', async () => {
  const book = new Excel.Workbook();
  book.addWorksheet('使用场所');
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(0xf0000000, entry + 24);
  await refused(importFile('countyRegulator', bytes, '炸弹.xlsx'), 'place.unreadable');
});

test('a filtered list is exported whole, with its count of instruments', async () => {
  const { bytes } = await city.as('countyRegulator').call(p.exportPlaces, { query: { kind: 'market' } });
  const { sheet } = await sheetOf(bytes);
  const row = [2, 3].map((number) => sheet.getRow(number)).find((each) => each.getCell(2).text === '测试惠民农贸大市场');
  assert.deepEqual([row?.getCell(14).value, sheet.rowCount], [3, 3]);
});
