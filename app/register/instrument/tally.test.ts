import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { withClient } from '../../platform/postgres/database.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import { designate } from '../../../test/support/thread.ts';
import { addDays } from '../../kernel/day.ts';
import { tallyEndpoints } from './contract/tally.ts';
import { instrumentStatusNames } from './rules/life-cycle.ts';
import { standingOf, validityNames, type Verified } from './rules/standing.ts';
import { countInstrumentGroups, countInstruments } from './service/tally.ts';

const { readInstrumentCounts } = tallyEndpoints;
const today = '2026-11-23';
const regions = ['320685', '320682', '320623'] as const;
const townships = ['320685100', '320685101', null] as const;
const kinds = ['price-computing-scale', 'water-meter', 'pressure-gauge'] as const;

let city: City;
before(async () => {
  city = await openCity();
  await withClient(city.ownerUrl, (client) =>
    client.query(`INSERT INTO division (code, region, level, name, source, recorded_at)
      VALUES ('320685100', '320685', 'township', '测试甲镇', '测试', now()), ('320685101', '320685', 'township', '测试乙镇', '测试', now())`),
  );
});
after(() => city.close());

let state = 20261126;
const random = (below: number): number => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor((state / 2147483648) * below);
};
const oneOf = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;

/** Any state that a row can have; days lie around all windows. */
function result() {
  const verdict = oneOf(['pass', 'pass', 'pass', 'fail', null] as const);
  return {
    status: oneOf(['in-use', 'in-use', 'in-use', ...instrumentStatusNames] as const),
    verdict,
    verified_on: verdict === null && random(2) === 0 ? null : addDays(today, -random(700)),
    due_on: verdict === 'pass' && random(5) > 0 ? addDays(today, random(300) - 120) : null,
    validity: oneOf([...validityNames, null]),
  };
}

async function insert(count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    const region = oneOf(regions);
    return { id: randomUUID(), region, township: region === '320685' ? oneOf(townships) : null, kind: oneOf(kinds), ...result() };
  });
  await sql`
    insert into instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, township, place, use, parameters, status,
      verdict, verified_on, due_on, validity, recorded_at)
    select id, id::text, kind, '器具', 'M', id::text, '厂', ${city.ids.holder.organization}, ${city.ids.holder.organization}, region, township, '摊位', 'trade', '{}', status,
      verdict, verified_on, due_on, validity, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, region text, township text, status text, verdict text, verified_on date,
      due_on date, validity text)`.execute(city.database.db);
  return rows.map(({ id }) => id);
}

/** As the services do: the rows are locked in the order of their ids, then changed. */
async function change(ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => ({ id, region: oneOf(regions), ...result() }));
  await city.database.db.transaction().execute(async (db) => {
    await sql`select id from instrument where id = any(${ids}::uuid[]) order by id for update`.execute(db);
    await sql`
      update instrument set region = row.region, township = null, status = row.status, verdict = row.verdict, verified_on = row.verified_on,
        due_on = row.due_on, validity = row.validity
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, region text, status text, verdict text, verified_on date, due_on date, validity text)
      where instrument.id = row.id`.execute(db);
  });
}

/** Every row read again and judged by the rules, one after the other. */
async function recount(day: string, by: (row: { region: string; township: string | null; kind: string }) => string) {
  const rows = await city.database.db
    .selectFrom('instrument')
    .select(['region', 'township', 'kind', 'status', 'verdict', 'dueOn', 'validity', 'verifiedOn'])
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const standing = row.status === 'in-use' ? standingOf(row as Verified, day) : row.status;
    const key = `${by(row)} ${standing}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function told(day: string, by: 'all' | 'region' | 'township' | 'kind' | 'region-kind' | 'township-kind') {
  const counts = new Map<string, number>();
  for (const { region, township, kind, standings, notInUse } of await countInstrumentGroups(city.database, {}, by, day))
    for (const [standing, n] of [...Object.entries(standings), ...Object.entries(notInUse)])
      if (n > 0) counts.set(`${region} ${township} ${kind} ${standing}`, n);
  return counts;
}

const sorted = (counts: Map<string, number>) => [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));

async function agrees(day: string): Promise<void> {
  const ways = {
    all: () => 'null null null',
    region: ({ region }: { region: string }) => `${region} null null`,
    township: ({ region, township }: { region: string; township: string | null }) => `${region} ${township} null`,
    'region-kind': ({ region, kind }: { region: string; kind: string }) => `${region} null ${kind}`,
    'township-kind': ({ region, township, kind }: { region: string; township: string | null; kind: string }) =>
      `${region} ${township} ${kind}`,
  } as const;
  for (const [by, key] of Object.entries(ways) as [keyof typeof ways, (typeof ways)[keyof typeof ways]][])
    assert.deepEqual(sorted(await told(day, by)), sorted(await recount(day, key as never)), `${by} on ${day}`);
}

test('what many write at once is counted exactly, for this day and for days before and after', async () => {
  const known: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const ids = await insert(1 + random(8));
        known.push(...ids);
        await change([oneOf(known), ...ids.slice(0, 2)].filter((id, n, all) => all.indexOf(id) === n).toSorted());
      }),
    );
  }
  for (const day of [today, '2026-12-01', '2026-11-30', '2027-01-31', '2026-02-28', addDays(today, 200)]) await agrees(day);
});

test('what one statement brings in great number is folded, and counted alike', async () => {
  await insert(4000);
  await agrees(today);
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from instrument_tally_change`.execute(city.database.db);
  // Unfolded there would be one for each of the 4000 at least.
  assert.ok((rows[0]?.waiting ?? 1e9) < 4000, `${rows[0]?.waiting} changes still wait`);
});

test('a change that is given up leaves the counters as they were', async () => {
  const before = await told(today, 'region-kind');
  await assert.rejects(
    city.database.db.transaction().execute(async (db) => {
      await sql`update instrument set status = 'lost'`.execute(db);
      throw new Error('given up');
    }),
    /given up/,
  );
  assert.deepEqual(sorted(await told(today, 'region-kind')), sorted(before));
});

test('after rows were loaded with the triggers off the owner counts again', async () => {
  await withClient(city.ownerUrl, async (client) => {
    await client.query('ALTER TABLE instrument DISABLE TRIGGER USER');
    await client.query(`UPDATE instrument SET status = 'sealed' WHERE kind = 'water-meter' AND status = 'in-use'`);
    await client.query('ALTER TABLE instrument ENABLE TRIGGER USER');
  });
  assert.notDeepEqual(sorted(await told(today, 'all')), sorted(await recount(today, () => 'null null null')));
  await withClient(city.ownerUrl, (client) => client.query('SELECT instrument_recount_tally()'));
  await agrees(today);
});

test('the application can neither write the counters nor have them counted again', async () => {
  for (const statement of [
    sql`insert into instrument_tally_change values ('320685', '', 'water-meter', 'due', '2027-01-01', 1)`,
    sql`update instrument_tally set n = 0`,
    sql`select instrument_recount_tally()`,
    sql`select instrument_fold_tally(true)`,
  ])
    await assert.rejects(statement.execute(city.database.db), { code: '42501' });
});

test('city and county see their counters, a holder its own, an institute what it is designated for, nobody else anything', async () => {
  const sum = async (who: 'cityRegulator' | 'countyRegulator' | 'holder' | 'farHolder' | 'technician', query: object = {}) =>
    (await city.as(who).call(readInstrumentCounts, { query: query as never })).items.reduce((all, { inUse }) => all + inUse, 0);
  const rows = await city.database.db.selectFrom('instrument').select(['region', 'kind', 'status']).execute();
  const inUse = (region?: string, kind?: string) =>
    rows.filter(
      (row) => row.status === 'in-use' && (region === undefined || row.region === region) && (kind === undefined || row.kind === kind),
    ).length;
  assert.equal(await sum('cityRegulator'), inUse());
  assert.equal(await sum('cityRegulator', { by: 'township-kind' }), inUse());
  assert.equal(await sum('cityRegulator', { region: '320600', by: 'region' }), inUse());
  assert.equal(await sum('cityRegulator', { region: '320682', kind: 'pressure-gauge' }), inUse('320682', 'pressure-gauge'));
  assert.equal(await sum('countyRegulator'), inUse('320685'));
  assert.equal(await sum('countyRegulator', { region: '320682' }), 0);
  assert.equal(await sum('holder', { by: 'kind' }), inUse());
  assert.equal(await sum('farHolder'), 0);
  assert.equal(await sum('technician'), 0);
  await designate(city, 'countyRegulator', '320685', 'technician');
  assert.equal(await sum('technician'), inUse('320685', 'price-computing-scale'));
  assert.equal((await countInstruments(city.database, { region: '320682' }, today)).overdue >= 0, true);
});
