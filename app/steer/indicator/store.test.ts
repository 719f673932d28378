import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openCity, type City } from '../../../test/support/city.ts';
import { enterRecord } from '../../../test/support/entry-records.ts';
import { addDays } from '../../kernel/day.ts';
import { indicatorsOf } from '../plan/rules/clauses.ts';
import { cityPlan } from '../plan/service/city-plan.ts';
import { recordPlan } from './service/record-plan.ts';
import { entryRule } from './rules/counting.ts';
import { readEntryCourse, readEntryCourseNow, readEntryFigures, readEntryFiguresNow, type EntryFigure } from './store/figures.ts';

const plan = cityPlan();
const rules = indicatorsOf(plan).flatMap((indicator) => entryRule(indicator, plan.period) ?? []);
const days = ['2022-12-31', '2023-06-30', '2024-02-29', '2025-12-31', '2026-11-23'];

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const figure = ({ indicator, recorded, value, fromOpening, valueAtDue, valueAtStart }: EntryFigure) => ({
  indicator,
  recorded,
  value,
  fromOpening,
  valueAtDue,
  valueAtStart,
});
const byName = (one: EntryFigure, other: EntryFigure): number => (one.indicator < other.indicator ? -1 : 1);

async function assertSame(): Promise<void> {
  const { db } = city.database;
  const knownAt = city.clock.now.toISOString();
  for (const asOf of days) {
    const kept = await readEntryFiguresNow(db, plan.id, asOf);
    const counted = await readEntryFigures(db, rules, { asOf, knownAt });
    assert.deepEqual(kept.sort(byName).map(figure), counted.sort(byName).map(figure), asOf);
  }
  for (const rule of rules) {
    assert.deepEqual(await readEntryCourseNow(db, plan.id, rule.id), await readEntryCourse(db, rule, knownAt), rule.id);
  }
}

const entry = fc.record({
  kind: fc.constantFrom('talent', 'service', 'commitment', 'standard', 'cultureBase', 'patent'),
  subject: fc.integer({ min: 1, max: 4 }),
  from: fc.integer({ min: -200, max: 1400 }),
  length: fc.option(fc.integer({ min: 0, max: 700 })),
  level: fc.constantFrom('city', 'province', 'national'),
  facet: fc.constantFrom('advanced-manufacturing', 'samr-innovation', 'intelligent-manufacturing', 'other'),
  opening: fc.boolean(),
  superseded: fc.boolean(),
});

test('the spans kept with every change count what a full recount counts, on any day, whatever lapses, overlaps and is corrected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 12 }), async (entries) => {
      for (const each of entries) {
        const from = addDays('2023-01-01', each.from);
        const field = each.kind === 'talent' ? 'programme' : each.kind === 'patent' ? 'field' : 'sector';
        const id = await enterRecord(city, {
          kind: each.kind,
          subject: `${each.kind}${each.subject}`,
          from,
          to: each.length === null ? null : addDays(from, each.length),
          level: each.level,
          payload: { [field]: each.facet },
          opening: each.opening,
          at: '2026-11-23T01:00:00Z',
        });
        if (each.superseded) {
          await city.database.db
            .updateTable('entryVersion')
            .set({ supersededAt: '2026-11-23T01:30:00Z' })
            .where('entryId', '=', id)
            .execute();
        }
      }
      await assertSame();
    }),
    {
      numRuns: 12,
      // Two entries of one subject, the later one reaching over the due day, asked of a day between them.
      examples: [
        [
          [
            { kind: 'talent', subject: 1, from: -100, length: 500, level: 'city', facet: 'other', opening: false, superseded: false },
            { kind: 'talent', subject: 1, from: 300, length: null, level: 'city', facet: 'other', opening: false, superseded: false },
          ],
        ],
      ],
    },
  );
});

test('two institutes that serve one enterprise at the same moment count it once', async () => {
  const { db } = city.database;
  const value = async () => (await readEntryFiguresNow(db, plan.id, '2026-11-23')).find((row) => row.indicator === 'G2-1')?.value ?? 0;
  const before = await value();
  const service = { kind: 'service', subject: '同一企业', from: '2024-05-01', payload: { sector: 'advanced-manufacturing' } };
  await Promise.all(Array.from({ length: 5 }, () => enterRecord(city, service)));
  assert.equal(await value(), before + 1);
  await assertSame();
});

test('a plan recorded again changes nothing, and a changed rule is counted anew', async () => {
  const { db, pool } = city.database;
  const read = () => readEntryFiguresNow(db, plan.id, '2026-11-23');
  const before = (await read()).sort(byName);
  await recordPlan({ db, now: city.clock.now.toISOString() }, plan);
  assert.deepEqual((await read()).sort(byName), before);
  const earlier = { ...plan, period: { ...plan.period, from: '2024-06-01' } };
  await recordPlan({ db, now: city.clock.now.toISOString() }, earlier);
  const services = (await read()).find((row) => row.indicator === 'G2-1')?.value ?? 0;
  const { rows } = await pool.query<{ n: number }>(
    `SELECT indicator_entry_count('service', NULL, '{"sector": "advanced-manufacturing"}', '2026-11-23', now(), '2024-06-01') AS n`,
  );
  assert.equal(services, rows[0]?.n);
  await recordPlan({ db, now: city.clock.now.toISOString() }, plan);
  assert.deepEqual((await read()).sort(byName), before);
});

test('the application reads the spans and can neither write nor delete them', async () => {
  const { pool } = city.database;
  for (const statement of [
    `INSERT INTO indicator_span VALUES ('x', 'G2-1', 'x', false, '2024-01-01', NULL)`,
    'DELETE FROM indicator_span',
    'UPDATE indicator_span SET held_to = NULL',
    'DELETE FROM indicator_rule',
  ]) {
    await assert.rejects(pool.query(statement), /permission denied/);
  }
});
