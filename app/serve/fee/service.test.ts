import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import pg from 'pg';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { feeEndpoints as f } from './contract.ts';

let city: City;
let documents: { number: string; instrument: string }[] = [];
before(async () => {
  city = await openCity();
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
});
after(() => city.close());

const year = { from: '2026-01-01', to: '2026-12-31' };
const read = (who: PersonName, more: object = {}) => city.as(who).call(f.readFees, { query: { ...year, ...more } as never });
const items = (who: PersonName, more: object = {}) => city.as(who).call(f.listFeeItems, { query: { ...year, ...more } as never });

const small = {
  kind: 'price-computing-scale' as const,
  words: '电子计价秤（30 kg 及以下）',
  field: 'max',
  upToValue: '30',
  unit: 'kg',
  priceFen: 2050,
};
const list = (more: object = {}) => ({
  documentNumber: '测试价〔2020〕1号',
  title: '测试用收费标准（虚构）',
  issuer: '测试市虚构部门',
  validFrom: '2020-01-01',
  prices: [small],
  ...more,
});
const record = (who: PersonName, more: object = {}) => city.as(who).call(f.recordFeeList, { body: list(more) as never });

test('without a price list the sum is unknown and says so, and what was served is counted', async () => {
  for (const serial of ['F-1', 'F-2', 'F-3']) {
    const work = await issued(city, serial, serial === 'F-2' ? 'fail-beyond-the-limit' : 'pass-initial');
    documents = [...documents, { number: work.document.number, instrument: work.instrument.id }];
  }
  const fees = await read('instituteManager');
  assert.deepEqual(fees.total, { items: 3, priced: 0, fen: null, noList: 3, noPrice: 0 });
  assert.deepEqual([fees.anyList, fees.lists], [false, []]);
  assert.deepEqual(fees.missing, [{ state: 'no-list', kind: 'price-computing-scale', items: 3 }]);
  assert.equal((await items('instituteManager', { state: 'no-list' })).total, 3);
  const nothing = await read('farInstituteManager');
  assert.deepEqual(nothing.total, { items: 0, priced: 0, fen: 0, noList: 0, noPrice: 0 }, 'nothing served is zero');
});

test('the city records a list by its document; rows that can never hold are refused by their number', async () => {
  await refused(record('countyRegulator'), 'platform.forbidden');
  await refused(record('cityRegulator', { validTo: '2019-01-01' }), 'platform.invalid');
  const refusal = await refused(record('cityRegulator', { prices: [small, { ...small, unit: null }] }), 'fee.prices');
  assert.deepEqual((refusal.body['issues'] as { path: unknown[] }[])[0]?.path, ['prices', 1, 'unit']);
  const recorded = await record('cityRegulator');
  assert.deepEqual([recorded.state, recorded.holdsToday, recorded.prices], ['in-force', true, 1]);
});

test('certificates and notices for requests cost the price of the day of issue, shown by institute, county, kind and time', async () => {
  const fees = await read('instituteManager');
  assert.deepEqual(fees.total, { items: 3, priced: 3, fen: 6150, noList: 0, noPrice: 0 });
  assert.deepEqual(
    fees.groups.map(({ name, fen }) => [name, fen]),
    [['测试甲县计量检定测试所', 6150]],
  );
  assert.deepEqual(
    fees.lists.map(({ documentNumber }) => documentNumber),
    ['测试价〔2020〕1号'],
  );
  for (const [by, key] of [
    ['county', '320685'],
    ['kind', 'price-computing-scale'],
    ['month', '2026-11'],
    ['quarter', '2026-Q4'],
    ['year', '2026'],
  ]) {
    const { groups } = await read('cityRegulator', { by });
    assert.deepEqual(
      groups.map((group) => [group.key, group.fen]),
      [[key, 6150]],
      by,
    );
  }
  assert.equal((await read('countyRegulator', { kind: 'fuel-dispenser' })).total.items, 0);
  assert.equal((await read('cityRegulator', { region: '320682' })).total.items, 0);
  assert.equal((await read('cityRegulator', { from: '2026-01-01', to: '2026-10-31' })).total.items, 0);
  assert.equal((await read('farInstituteManager', { institute: city.ids.technician.organization })).total.items, 0, 'another institute');
  await refused(read('instituteManager', { from: '2026-12-31', to: '2026-01-01' }), 'fee.period');
  await refused(read('holder'), 'platform.forbidden');
});

test('each figure leads to its documents, page by page', async () => {
  const first = await items('instituteManager', { limit: '2' });
  const rest = await items('instituteManager', { limit: '2', after: first.next });
  assert.deepEqual(
    [...first.items, ...rest.items].map(({ certificate }) => certificate).sort(),
    documents.map(({ number }) => number).sort(),
  );
  assert.deepEqual([first.items[0]?.priceFen, first.items[0]?.words, first.items[0]?.list], [2050, small.words, '测试价〔2020〕1号']);
  assert.equal((await items('instituteManager', { state: 'no-price' })).total, 0);
});

test('a later list holds from its day, and what it does not name is counted apart', async () => {
  const later = await record('cityRegulator', {
    documentNumber: '测试价〔2026〕2号',
    validFrom: '2026-11-01',
    prices: [{ kind: 'fuel-dispenser', words: '燃油加油机', priceFen: 10_000 }],
  });
  const fees = await read('instituteManager', { by: 'kind' });
  assert.deepEqual(fees.total, { items: 3, priced: 0, fen: null, noList: 0, noPrice: 3 });
  assert.deepEqual(
    fees.lists.map(({ from, to }) => [from, to]),
    [
      ['2026-01-01', '2026-10-31'],
      ['2026-11-01', '2026-12-31'],
    ],
  );
  assert.equal((await items('instituteManager', { state: 'no-price' })).total, 3);
  const withdraw = { params: { id: later.id }, body: { reason: '录错文件' } };
  await refused(city.as('countyRegulator').call(f.withdrawFeeList, withdraw), 'platform.forbidden');
  assert.equal((await city.as('cityRegulator').call(f.withdrawFeeList, withdraw)).state, 'withdrawn');
  await refused(city.as('cityRegulator').call(f.withdrawFeeList, withdraw), 'fee.withdrawn');
  assert.equal((await read('instituteManager')).total.fen, 6150);
  const { items: lists } = await city.as('instituteManager').call(f.listFeeLists, { query: {} });
  assert.deepEqual(
    lists.map(({ state, holdsToday }) => [state, holdsToday]),
    [
      ['withdrawn', false],
      ['in-force', true],
    ],
  );
  const kept = await city.as('instituteManager').call(f.readFeeList, { params: { id: later.id } });
  assert.deepEqual([kept.rows.length, kept.withdrawal?.reason, kept.mayWithdraw], [1, '录错文件', false]);
});

test('a revoked document no longer counts', async () => {
  const [revoked] = documents;
  await city.as('approver').call(certificateEndpoints.revokeCertificate, {
    params: { number: revoked?.number ?? '' },
    body: { reason: '砝码选用有误，重新检定' },
  });
  assert.deepEqual((await read('instituteManager')).total, { items: 2, priced: 2, fen: 4100, noList: 0, noPrice: 0 });
});

test('the workbook says the amounts, the price list and what has no price', async () => {
  const { bytes } = await city.as('cityRegulator').call(f.exportFees, { query: { ...year, by: 'county' } });
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [sheet] = book.worksheets;
  assert.match(sheet?.getCell('A2').text ?? '', /财税〔2017〕20号.*测试价〔2020〕1号/);
  assert.deepEqual([sheet?.getCell('A4').value, sheet?.getCell('D4').value], ['320685', 41]);
});

test('many documents are counted as a recount of the documents themselves says', async () => {
  const client = new pg.Client({ connectionString: city.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO fee_nameplate (kind, parameters) SELECT 'price-computing-scale', jsonb_build_object('max', n || ' kg') FROM generate_series(1, 60) n`,
    );
    // The rows of the trigger without the documents: only their sums are compared here.
    await client.query('ALTER TABLE fee_item DROP CONSTRAINT fee_item_certificate_id_fkey');
    await client.query(
      `INSERT INTO fee_item (certificate_id, institute_id, region, nameplate_id, issued_on)
       SELECT gen_random_uuid(), $1::uuid, '320685', plate.id, '2019-01-01'::date + (n * 7 % 2000)
       FROM generate_series(1, 20000) n JOIN fee_nameplate plate ON plate.parameters->>'max' = (n % 60 + 1) || ' kg' AND NOT plate.parameters ? 'e'`,
      [city.ids.technician.organization],
    );
    const { rows } = await client.query<{ fen: string; items: string; nolist: string; noprice: string }>(
      `SELECT count(*) AS items, sum(2050) FILTER (WHERE issued_on >= '2020-01-01' AND split_part(parameters->>'max', ' ', 1)::int <= 30) AS fen,
         count(*) FILTER (WHERE issued_on < '2020-01-01') AS nolist,
         count(*) FILTER (WHERE issued_on >= '2020-01-01' AND split_part(parameters->>'max', ' ', 1)::int > 30) AS noprice
       FROM fee_item JOIN fee_nameplate plate ON plate.id = nameplate_id WHERE issued_on BETWEEN '2019-03-01' AND '2026-12-31'`,
    );
    const { total, groups } = await read('instituteManager', { from: '2019-03-01', by: 'month' });
    const [counted] = rows;
    assert.deepEqual(
      [total.items, total.fen, total.noList, total.noPrice],
      [Number(counted?.items), Number(counted?.fen), Number(counted?.nolist), Number(counted?.noprice)],
    );
    assert.equal(
      groups.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
      total.fen,
    );
    const { rows: recount } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM certificate JOIN verification ON verification.id = certificate.verification_id AND verification.item_id IS NOT NULL
       FULL JOIN (SELECT * FROM fee_item WHERE certificate_id IN (SELECT id FROM certificate)) item ON item.certificate_id = certificate.id
       WHERE (certificate.status = 'revoked') = (item.certificate_id IS NOT NULL)`,
    );
    assert.equal(Number(recount[0]?.n), 0, 'a document counts when it is for a request and not revoked, and only then');
  } finally {
    await client.end();
  }
});

test('an unknown list is not found', async () => {
  await refused(city.as('cityRegulator').call(f.readFeeList, { params: { id: randomUUID() as never } }), 'platform.notFound');
});
