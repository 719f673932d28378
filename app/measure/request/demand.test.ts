import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { openCity, type City } from '../../../test/support/city.ts';
import { designate, register } from '../../../test/support/thread.ts';
import { listDemandRecords, readDemandServed } from './service/outcome.ts';
import { recordOutcomes, type Outcome } from './store/outcome.ts';

let city: City;
let designationId: string;
let instrumentId: string;
before(async () => {
  city = await openCity();
  designationId = (await designate(city, 'countyRegulator', '320685', 'instituteManager')).id;
  instrumentId = (await register(city, 'holder', 'D-1')).id;
});
after(() => city.close());

const regions = ['320681', '320682', '320685'];
const days = ['2026-08-31', '2026-09-01', '2026-10-15', '2026-11-01', '2026-11-22', '2026-11-23'];
const next: Record<string, readonly Outcome[]> = {
  none: ['accepted', 'refused', 'referred', 'withdrawn'],
  referred: ['accepted', 'refused', 'referred', 'withdrawn'],
  accepted: ['served', 'withdrawn'],
  refused: [],
  withdrawn: [],
  served: [],
};

/** One decision that a history may take: which outcome of those possible, so many days later. */
const step = fc.record({ choice: fc.nat(3), later: fc.nat(2) });
const life = fc.record({ region: fc.constantFrom(...regions), from: fc.nat(4), steps: fc.array(step, { maxLength: 4 }) });

/** Instruments of the same request, each with a history of its own; the ledger's instrument stands for all of them. */
async function tell(lives: readonly { region: string; from: number; steps: readonly { choice: number; later: number }[] }[]) {
  const { db } = city.database;
  const { person, organization } = city.ids.holder;
  for (const { region, from, steps } of lives) {
    const requestId = randomUUID();
    await db
      .insertInto('request')
      .values({
        id: requestId,
        holderId: organization,
        region,
        instrumentKind: 'price-computing-scale',
        verificationKind: 'subsequent',
        whereDone: 'institute',
        designationId,
        instituteId: city.ids.instituteManager.organization,
        status: 'submitted',
        instrumentCount: 1,
        submittedBy: person,
        submittedAt: '2026-08-01T00:00:00Z',
      })
      .execute();
    const item = { id: randomUUID(), region, outcome: null as string | null, outcomeCount: 0 };
    // A twin of the instrument, because one instrument stands in one open request only.
    const twin = randomUUID();
    await sql`insert into instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, status, recorded_at)
      select ${twin}, ${twin}, kind, name, model, ${twin}, maker, holder_id, registrar_id, ${region}, place, use, parameters, status, recorded_at
      from instrument where id = ${instrumentId}`.execute(db);
    await db.insertInto('requestItem').values({ id: item.id, requestId, instrumentId: twin, region }).execute();
    let at = from;
    for (const { choice, later } of steps) {
      const possible = next[item.outcome ?? 'none'] ?? [];
      const outcome = possible[choice % Math.max(1, possible.length)];
      at = Math.min(days.length - 1, at + later);
      const day = days[at];
      if (outcome === undefined || day === undefined) break;
      await recordOutcomes(db, [item], {
        outcome,
        instituteId: city.ids.instituteManager.organization,
        day,
        recordedAt: `${day}T08:00:00Z`,
      });
      item.outcome = outcome;
      item.outcomeCount += 1;
    }
  }
}

type Row = { itemId: string; previous: string | null; outcome: string; day: string; sequence: number };
/** Withdrawn before anybody accepted it: no demand. What was accepted and then withdrawn stays one. */
const isDemand = ({ outcome, previous }: Row): boolean => outcome !== 'withdrawn' || previous === 'accepted';
/** The figure counted by hand from every outcome: the last of each instrument until that day. */
function recount(rows: readonly Row[], asOf: string): { numerator: number; denominator: number } {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const known = last.get(row.itemId);
    if (row.day <= asOf && (known === undefined || known.sequence < row.sequence)) last.set(row.itemId, row);
  }
  const found = [...last.values()].filter(isDemand);
  return { numerator: found.filter(({ outcome }) => outcome === 'served').length, denominator: found.length };
}

test('whatever the histories, the tally, the records and a recount by hand agree on every day', async () => {
  const ctx = { db: city.database.db };
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), async (lives) => {
      await tell(lives);
      const rows = await ctx.db.selectFrom('requestOutcome').select(['itemId', 'previous', 'outcome', 'day', 'sequence']).execute();
      for (const asOf of [...days, '2026-09-30', '2026-12-31', '2026-01-01']) {
        const counted = recount(rows, asOf);
        assert.deepEqual(await readDemandServed(ctx, asOf), counted, `tally of ${asOf}`);
        assert.deepEqual(await readDemandServed(ctx, asOf, '2027-01-01T00:00:00Z'), counted, `records of ${asOf}`);
      }
      const known = '2026-11-01T08:00:00Z';
      assert.deepEqual(await readDemandServed(ctx, '2026-12-31', known), recount(rows, '2026-11-01'), 'as known on an earlier day');
    }),
    { numRuns: 15 },
  );
});

test('the records behind the figure come a page at a time and add up to it', async () => {
  const ctx = { db: city.database.db };
  const [asOf, knownAt] = ['2026-11-22', '2027-01-01T00:00:00Z'];
  const found = [];
  for (let after: string | null = null; ;) {
    const page = await listDemandRecords(ctx, asOf, knownAt, { after, limit: 4 });
    found.push(...page);
    if (page.length < 4) break;
    after = page[page.length - 1]?.itemId ?? null;
  }
  assert.equal(new Set(found.map(({ itemId }) => itemId)).size, found.length);
  const figure = await readDemandServed(ctx, asOf);
  assert.ok(figure.denominator > 0);
  assert.deepEqual({ numerator: found.filter(({ outcome }) => outcome === 'served').length, denominator: found.length }, figure);
});

test('an outcome that the life-cycle does not allow is refused by the database itself', async () => {
  const item = { id: randomUUID(), region: '320685', outcome: 'refused', outcomeCount: 1 };
  const given = {
    outcome: 'served',
    instituteId: city.ids.instituteManager.organization,
    day: '2026-11-23',
    recordedAt: '2026-11-23T08:00:00Z',
  } as const;
  await assert.rejects(recordOutcomes(city.database.db, [item], given), /request_outcome_follows_the_life_cycle/);
});

test('writers at once lose nothing and do not wait for each other', async () => {
  const before = await readDemandServed({ db: city.database.db }, '2026-11-23');
  const one = {
    region: '320681',
    from: 5,
    steps: [
      { choice: 0, later: 0 },
      { choice: 0, later: 0 },
    ],
  };
  await Promise.all(Array.from({ length: 24 }, () => tell([one])));
  const after = await readDemandServed({ db: city.database.db }, '2026-11-23');
  assert.deepEqual(after, { numerator: before.numerator + 24, denominator: before.denominator + 24 });
});
