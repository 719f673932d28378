import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Caller } from '../../kernel/caller.ts';
import type { Scope } from '../../kernel/scope.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import { designate, register } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from './contract.ts';
import { searchInstruments } from './service/search.ts';
import { standingNames, standingOf, type Verified } from './rules/standing.ts';

const { listInstruments } = instrumentEndpoints;
type Query = Readonly<Record<string, unknown>>;
type Who = 'holder' | 'farHolder' | 'countyRegulator' | 'cityRegulator' | 'technician';

let city: City;
/** Enough of each that a common word is walked and a rare one is looked at row by row. */
const ledger = `
  INSERT INTO organization (id, kind, name, region, recorded_at)
  SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'enterprise',
    CASE n % 3 WHEN 0 THEN '金源' || n || '超市' WHEN 1 THEN '海顺水产经营部' || n ELSE '利民' || n || '卫生室' END,
    (ARRAY['320685', '320682', '320623'])[n % 3 + 1], now() FROM generate_series(0, 599) n;
  INSERT INTO organization (id, kind, name, region, recorded_at) VALUES (gen_random_uuid(), 'government', '如皋市人民政府', '320682', now());
  INSERT INTO organization_name (organization_id, name, recorded_at) VALUES ('00000000-0000-4000-8000-000000000007', '老东门鱼行', now());
  INSERT INTO division (code, region, level, name, source, recorded_at) VALUES
    ('320685100', '320685', 'township', '李堡镇', '测试', now()), ('320685100201', '320685', 'village', '光明村', '测试', now());
  INSERT INTO place (id, kind, name, region, registrar_id, recorded_at)
    SELECT '00000000-0000-4000-9000-000000000001', 'market', '中洋农贸市场', '320685', id, now() FROM organization LIMIT 1;
  INSERT INTO instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, township, village, place, place_id, use, parameters, status,
    verdict, verified_on, due_on, validity, old_number, ecqs_number, identification_code, recorded_at)
  SELECT ('00000001-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, instrument_code_of(region, n), kind, name, model, serial, maker, holder, holder, region,
    CASE WHEN region = '320685' AND n % 10 = 0 THEN '320685100' END, CASE WHEN region = '320685' AND n % 50 = 0 THEN '320685100201' END,
    n % 90 || '号摊位', CASE WHEN region = '320685' AND n % 40 = 0 THEN '00000000-0000-4000-9000-000000000001'::uuid END, use, '{}',
    CASE WHEN n % 25 = 0 THEN 'sealed' ELSE 'in-use' END, CASE WHEN n % 13 = 0 THEN NULL WHEN n % 17 = 0 THEN 'fail' ELSE 'pass' END,
    CASE WHEN n % 26 = 0 THEN NULL ELSE '2026-01-01'::date END, CASE WHEN n % 13 > 0 AND n % 17 > 0 AND n % 19 > 0 THEN '2026-11-23'::date + (n % 200 - 40) END,
    CASE n % 3 WHEN 0 THEN 'first-only' ELSE 'periodic' END, CASE WHEN n % 5 = 0 THEN '旧' || n || '甲' END, CASE WHEN n % 4 = 0 THEN 'QJ' || 70000 + n END,
    CASE WHEN n = 77 THEN 'MA.156.9' END, now() - n * interval '1 minute'
  FROM (
    SELECT n, (ARRAY['320685', '320682', '320623'])[n % 3 + 1] AS region, ('00000000-0000-4000-8000-' || lpad(to_hex(n % 600), 12, '0'))::uuid AS holder,
      CASE WHEN n % 2 = 0 THEN 'price-computing-scale' WHEN n % 7 = 0 THEN 'pressure-gauge' ELSE 'water-meter' END AS kind,
      CASE WHEN n % 2 = 0 THEN (ARRAY['电子计价秤', '电子秤', 'ＡＣＳ电子秤'])[n / 2 % 3 + 1] WHEN n % 7 = 0 THEN '压力表' ELSE '水表' END AS name,
      'ACS-' || n % 30 AS model, 'S' || lpad((n * 7919 % 100003)::text, 6, '0') || CASE WHEN n % 3 = 0 THEN '-Zq' ELSE '' END AS serial, '厂' || n % 11 AS maker,
      CASE WHEN n % 2 = 0 THEN 'trade' ELSE 'safety' END AS use
    FROM generate_series(1, 5000) n
  ) made`;

before(async () => {
  city = await openCity();
  await withClient(city.ownerUrl, (client) => client.query(`${ledger}; ANALYZE`));
});
after(() => city.close());

const query = (who: Who, asked: Query) => city.as(who).call(listInstruments, { query: asked as never });

const reaches = (who: Who): Scope => {
  if (who === 'cityRegulator') return { kind: 'city' };
  if (who === 'countyRegulator') return { kind: 'region', region: '320685' };
  return { kind: 'organization', organization: city.ids[who].organization };
};

/** The ids of all pages of a search; no row may come twice. */
async function all(who: Who, asked: Query): Promise<string[]> {
  const ctx = { db: city.database.db, today: '2026-11-23', caller: { scope: reaches(who) } as Caller };
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await searchInstruments(ctx, { limit: 150, ...asked, after });
    ids.push(...page.ids);
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.equal(new Set(ids).size, ids.length, `${JSON.stringify(asked)} gives a row twice`);
  return ids;
}

type Row = Record<
  'id' | 'code' | 'kind' | 'name' | 'model' | 'maker' | 'serial' | 'region' | 'holderId' | 'holder' | 'use' | 'status',
  string
> &
  Record<'oldNumber' | 'ecqsNumber' | 'township' | 'village' | 'placeId' | 'placeName', string | null>;

/** Every row of the ledger with its words, read one after the other. */
const plainly = async (): Promise<(Row & Verified)[]> =>
  (await city.database.db
    .selectFrom('instrument')
    .innerJoin('organization', 'organization.id', 'instrument.holderId')
    .leftJoin('place', 'place.id', 'instrument.placeId')
    .selectAll('instrument')
    .select(['organization.name as holder', 'place.name as placeName'])
    .execute()) as never;

const has = (row: Row, word: string): boolean =>
  [row.name.normalize('NFKC'), row.model, row.maker, row.holder, row.serial, row.oldNumber ?? '', row.placeName ?? ''].some((text) =>
    text.toLowerCase().includes(word),
  );

test('a word finds the rows that have it, common or rare, page by page, each once', async () => {
  const rows = await plainly();
  const expected = {
    电子: (row: Row) => has(row, '电子'),
    水表: (row: Row) => has(row, '水表'),
    压力表: (row: Row) => has(row, '压力表'),
    金源: (row: Row) => has(row, '金源'),
    金源300: (row: Row) => has(row, '金源300'),
    'ＡＣＳ－1': (row: Row) => has(row, 'acs-1'),
    'acs-29': (row: Row) => has(row, 'acs-29'),
    '-zq': (row: Row) => has(row, '-zq'),
    '791': (row: Row) => has(row, '791') || row.ecqsNumber?.startsWith('791') === true,
    中洋农贸: (row: Row) => has(row, '中洋农贸'),
    龘: () => false,
    '电子 金源': (row: Row) => has(row, '电子') && has(row, '金源'),
    '水表 卫生室 acs-1': (row: Row) => has(row, '水表') && has(row, '卫生室') && has(row, 'acs-1'),
    '电子 如皋': (row: Row) => has(row, '电子') && row.region === '320682',
    如皋市: (row: Row) => row.region === '320682',
    李堡: (row: Row) => row.township === '320685100',
    光明村: (row: Row) => row.village === '320685100201',
  } satisfies Record<string, (row: Row) => boolean>;
  for (const [q, condition] of Object.entries(expected)) {
    const ids = rows.filter(condition).map(({ id }) => id);
    assert.deepEqual((await all('cityRegulator', { q })).toSorted(), ids.toSorted(), q);
    const page = await query('cityRegulator', { q });
    if (page.capped) assert.ok(page.total <= ids.length && page.total >= page.items.length, q);
    else assert.equal(page.total, ids.length, q);
  }
});

test('a name with characters left out is found after those that have the word itself', async () => {
  const names = (await query('cityRegulator', { q: '电子秤', limit: 200 })).items.map(({ name }) => name);
  assert.match(names[0] ?? '', /电子秤/);
  const found = await all('cityRegulator', { q: '电子秤' });
  assert.equal(found.length, (await plainly()).filter(({ name }) => /电子.*秤/.test(name)).length);
});

test('numbers are found by their beginning or exactly, codes also in small letters; two signs by beginning or end', async () => {
  const rows = await plainly();
  const one = rows.find(({ id }) => id.endsWith('00000000004d'));
  assert.ok(one);
  for (const q of [one.code, one.code.toLowerCase(), one.serial, one.serial.toLowerCase(), 'ma.156.9'])
    assert.equal((await query('cityRegulator', { q })).items[0]?.id, one.id, q);
  const withEcqs = rows.find(({ ecqsNumber }) => ecqsNumber !== null);
  assert.ok((await query('cityRegulator', { q: withEcqs?.ecqsNumber ?? '' })).items.some(({ id }) => id === withEcqs?.id));
  const ended = await all('cityRegulator', { q: 'zq' });
  assert.deepEqual(
    ended.toSorted(),
    rows
      .filter(({ serial }) => serial.endsWith('Zq'))
      .map(({ id }) => id)
      .toSorted(),
  );
  assert.equal((await query('cityRegulator', { q: '旧400甲' })).total, 1);
});

test('a holder is found by a former name', async () => {
  const found = await query('cityRegulator', { q: '东门鱼' });
  assert.deepEqual(new Set(found.items.map(({ holder }) => holder.name)), new Set(['海顺水产经营部7']));
  assert.equal(found.total, found.items.length);
});

test('each standing lists what the rules say, in the city, in a county and in a township', async () => {
  const rows = await plainly();
  for (const standing of standingNames) {
    const expected = rows.filter((row) => row.status === 'in-use' && standingOf(row, '2026-11-23') === standing);
    assert.deepEqual((await all('cityRegulator', { standing })).toSorted(), expected.map(({ id }) => id).toSorted(), standing);
    assert.equal((await query('cityRegulator', { standing })).total, expected.length, standing);
    const inCounty = expected.filter(({ region, kind }) => region === '320685' && kind === 'water-meter');
    assert.deepEqual((await all('countyRegulator', { standing, kind: 'water-meter' })).toSorted(), inCounty.map(({ id }) => id).toSorted());
    const inTownship = expected.filter(({ township, use }) => township === '320685100' && use === 'trade');
    assert.deepEqual(
      (await all('cityRegulator', { standing, township: '320685100', use: 'trade' })).toSorted(),
      inTownship.map(({ id }) => id).toSorted(),
    );
  }
});

test('what falls due in a place comes in the order of the day, page by page', async () => {
  const days: (string | null)[] = [];
  let after: string | undefined;
  do {
    const page = await query('countyRegulator', { placeId: '00000000-0000-4000-9000-000000000001', standing: 'due-90', limit: 3, after });
    days.push(...page.items.map(({ dueOn }) => dueOn));
    after = page.next ?? undefined;
  } while (after !== undefined);
  assert.ok(days.length > 6 && new Set(days).size > 1);
  assert.deepEqual(
    days,
    [...days].sort((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1)),
  );
});

test('filters narrow together with words: place, village, holder, state, validity, county', async () => {
  const rows = await plainly();
  const holderId = '00000000-0000-4000-8000-000000000003';
  const cases: [Query, (row: Row & Verified) => boolean][] = [
    [{ holderId }, (row) => row.holderId === holderId],
    [{ holderId, q: '电子' }, (row) => row.holderId === holderId && has(row, '电子')],
    [{ placeId: '00000000-0000-4000-9000-000000000001' }, ({ placeId }) => placeId !== null],
    [{ village: '320685100201', q: 'acs' }, ({ village }) => village !== null],
    [{ status: 'sealed', q: '电子' }, (row) => row.status === 'sealed' && has(row, '电子')],
    [{ validity: 'first-only', region: '320623' }, (row) => row.validity === 'first-only' && row.region === '320623'],
    [{ region: '320600', q: '水表', use: 'safety' }, (row) => has(row, '水表') && row.use === 'safety'],
    [{ region: '110100' }, () => false],
    [{ kind: 'pressure-gauge' }, ({ kind }) => kind === 'pressure-gauge'],
    [{}, () => true],
  ];
  for (const [asked, condition] of cases)
    assert.deepEqual(
      (await all('cityRegulator', asked)).toSorted(),
      rows
        .filter(condition)
        .map(({ id }) => id)
        .toSorted(),
      JSON.stringify(asked),
    );
});

test('an institute finds what it is designated for and what it was asked to do, a county its county, a holder its own', async () => {
  const rows = await plainly();
  assert.deepEqual(await all('technician', { q: '电子' }), []);
  await designate(city, 'countyRegulator', '320685', 'technician');
  const designated = rows.filter((row) => row.region === '320685' && row.kind === 'price-computing-scale');
  const ids = (some: Row[]) => some.map(({ id }) => id).toSorted();
  assert.deepEqual((await all('technician', {})).toSorted(), ids(designated));
  assert.deepEqual((await all('technician', { q: '电子' })).toSorted(), ids(designated));
  assert.deepEqual(await all('technician', { q: '水表' }), []);
  const meter = rows.find(({ kind }) => kind === 'water-meter');
  await city.database.db
    .insertInto('instrumentReader')
    .values({ instrumentId: meter?.id ?? '', organizationId: city.ids.technician.organization, since: '2026-01-01T00:00:00Z' })
    .execute();
  assert.deepEqual(await all('technician', { q: '水表' }), [meter?.id]);
  assert.deepEqual(
    (await all('countyRegulator', { q: '水表' })).toSorted(),
    ids(rows.filter((row) => row.region === '320685' && has(row, '水表'))),
  );
  assert.deepEqual(await all('farHolder', {}), []);
  const { id } = await register(city, 'holder', 'OWN-1');
  assert.deepEqual(await all('holder', { q: 'own' }), [id]);
});

test('signs of a pattern are only signs, and a cursor that is none begins the list anew', async () => {
  for (const q of ['%', '_', '100%', '\\', "'", '(电子', '电 子 秤 水 表 压 力 表', '👩‍🔧'])
    assert.ok((await query('cityRegulator', { q })).total >= 0, q);
  const first = (await query('cityRegulator', { q: '电子' })).items[0]?.id;
  for (const after of ['x', '[]', '["many",1,0]', '["many",1,0,"0","zzz"]', '["few",9,0,"a","b","c"]', '["many",5,0,"99","1"]', 'null'])
    assert.ok((await query('cityRegulator', { q: '电子', after })).total >= 0, after);
  assert.equal((await query('cityRegulator', { q: '电子', after: '["many",1,0,"0","zzz"]' })).items[0]?.id, first);
});
