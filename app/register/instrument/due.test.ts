import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withClient } from '../../platform/postgres/database.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import { designate } from '../../../test/support/thread.ts';
import { dueEndpoints } from './contract/due.ts';
import { collectDue, type DueDemand } from './service/due.ts';

const { listDueInstruments } = dueEndpoints;
const today = '2026-11-23';
const place = '00000000-0000-4000-9000-000000000001';

let city: City;
before(async () => {
  city = await openCity();
  await withClient(city.ownerUrl, (client) =>
    client.query(`
      INSERT INTO division (code, region, level, name, source, recorded_at) VALUES ('320685100', '320685', 'township', '李堡镇', '测试', now());
      INSERT INTO place (id, kind, name, region, registrar_id, recorded_at) VALUES ('${place}', 'market', '中洋农贸市场', '320685', '${city.ids.countyRegulator.organization}', now());
      INSERT INTO instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, township, place, place_id, use, parameters, status,
        verdict, verified_on, due_on, recorded_at)
      SELECT gen_random_uuid(), instrument_code_of(region, n), kind, '器具', 'M', n, '厂', holder, holder, region,
        CASE WHEN region = '320685' AND n % 4 = 0 THEN '320685100' END, n % 9 || '号摊位', CASE WHEN n % 30 = 0 THEN '${place}'::uuid END, 'trade', '{}',
        CASE WHEN n % 11 = 0 THEN 'sealed' ELSE 'in-use' END, CASE WHEN n % 7 = 0 THEN NULL WHEN n % 9 = 0 THEN 'fail' ELSE 'pass' END,
        CASE WHEN n % 14 = 0 THEN '2025-01-01'::date END, CASE WHEN n % 7 > 0 AND n % 9 > 0 THEN '${today}'::date + (n % 120 - 40) END, now()
      FROM (SELECT n, (ARRAY['320685', '320682'])[n % 2 + 1] AS region, (ARRAY['price-computing-scale', 'water-meter', 'pressure-gauge'])[n % 3 + 1] AS kind,
        (ARRAY['${city.ids.holder.organization}', '${city.ids.farHolder.organization}']::uuid[])[n % 5 / 3 + 1] AS holder FROM generate_series(1, 900) n) made`),
  );
  await city.foldCounters();
});
after(() => city.close());

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = () =>
  city.database.db
    .selectFrom('instrument')
    .select(['id', 'region', 'kind', 'township', 'placeId', 'holderId', 'status', 'verdict', 'dueOn'])
    .execute();

async function collected(demand: Omit<DueDemand, 'limit' | 'after'>, limit = 13) {
  const items = [];
  let after: string | undefined;
  do {
    const page = await collectDue(city.database, { ...demand, limit, after });
    assert.ok(page.items.length <= limit);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

test('what falls due comes in order of the day, then what has no result, each once, whatever narrows it', async () => {
  const rows = await rowsOf();
  const demands: [Omit<DueDemand, 'limit' | 'after' | 'dueBy' | 'includeNeverVerified'>, (row: Row) => boolean][] = [
    [{}, () => true],
    [{ region: '320600' }, () => true],
    [
      { region: '320682', kinds: ['water-meter', 'pressure-gauge'] },
      ({ region, kind }) => region === '320682' && kind !== 'price-computing-scale',
    ],
    [{ township: '320685100' }, ({ township }) => township !== null],
    [{ township: '320685100', kinds: ['water-meter'] }, ({ township, kind }) => township !== null && kind === 'water-meter'],
    [{ placeIds: [place] }, ({ placeId }) => placeId !== null],
    [
      { holderId: city.ids.farHolder.organization, region: '320685' },
      ({ holderId, region }) => holderId === city.ids.farHolder.organization && region === '320685',
    ],
    [{ pairs: [] }, () => false],
    [
      {
        pairs: [
          { region: '320685', kind: 'water-meter' },
          { region: '320682', kind: 'pressure-gauge' },
        ],
      },
      ({ region, kind }) => (region === '320685' && kind === 'water-meter') || (region === '320682' && kind === 'pressure-gauge'),
    ],
    [
      { pairs: [{ region: '320685', kind: 'water-meter' }], placeIds: [place] },
      ({ region, kind, placeId }) => region === '320685' && kind === 'water-meter' && placeId !== null,
    ],
  ];
  for (const [demand, condition] of demands) {
    for (const dueBy of ['2026-11-22', '2026-12-23', '2027-12-31']) {
      const inUse = rows.filter((row) => row.status === 'in-use' && condition(row));
      const due = inUse.filter(({ dueOn }) => dueOn !== null && dueOn <= dueBy);
      const without = inUse.filter(({ verdict }) => verdict === null);
      const found = await collected({ ...demand, dueBy, includeNeverVerified: true });
      const label = `${JSON.stringify(demand)} by ${dueBy}`;
      assert.deepEqual(
        found.map(({ dueOn }) => dueOn),
        [...due.map(({ dueOn }) => dueOn ?? '').toSorted((one, other) => (one < other ? -1 : 1)), ...without.map(() => null)],
        label,
      );
      assert.deepEqual(found.map(({ id }) => id as string).toSorted(), [...due, ...without].map(({ id }) => id).toSorted(), label);
      const onlyDue = await collected({ ...demand, dueBy, includeNeverVerified: false }, 50);
      assert.equal(onlyDue.length, due.length, label);
    }
  }
});

test('an institute sees what it is designated for, a county its county, a holder its own; sealed and failed ones are not in it', async () => {
  const rows = await rowsOf();
  const list = async (who: 'cityRegulator' | 'countyRegulator' | 'technician' | 'holder', query: object = {}) => {
    const { items } = await city.as(who).call(listDueInstruments, { query: { limit: 200, ...query } as never });
    assert.ok(items.every(({ status, verdict }) => status === 'in-use' && verdict !== 'fail'));
    return items.map(({ id }) => id as string).toSorted();
  };
  const expected = (condition: (row: Row) => boolean) =>
    rows
      .filter((row) => row.status === 'in-use' && row.dueOn !== null && row.dueOn <= '2026-11-30' && condition(row))
      .map(({ id }) => id)
      .toSorted();
  const week = { days: 7, kind: 'price-computing-scale' };
  assert.deepEqual(
    await list('countyRegulator', week),
    expected(({ region, kind }) => region === '320685' && kind === week.kind),
  );
  assert.deepEqual(await list('countyRegulator', { ...week, region: '320682' }), []);
  assert.deepEqual(
    await list('cityRegulator', week),
    expected(({ kind }) => kind === week.kind),
  );
  assert.deepEqual(await list('technician', week), []);
  await designate(city, 'countyRegulator', '320685', 'technician');
  assert.deepEqual(
    await list('technician', { days: 7 }),
    expected(({ region, kind }) => region === '320685' && kind === week.kind),
  );
  assert.deepEqual(
    await list('holder', week),
    expected(({ holderId, kind }) => holderId === city.ids.holder.organization && kind === week.kind),
  );
  assert.deepEqual(await list('holder', { ...week, holderId: city.ids.farHolder.organization }), []);
  assert.equal((await list('countyRegulator', { days: 0, withoutResult: 'true', placeId: place })).length > 0, true);
});

test('a cursor that is none begins the list anew', async () => {
  const first = await collectDue(city.database, { dueBy: '2027-12-31', includeNeverVerified: true, limit: 1 });
  const again = await collectDue(city.database, { dueBy: '2027-12-31', includeNeverVerified: true, limit: 1, after: 'x' });
  assert.deepEqual(again, first);
});
