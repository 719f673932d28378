import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { openCity, type City } from '../../../test/support/city.ts';
import { enterRecord } from '../../../test/support/entry-records.ts';
import { addDays } from '../../kernel/day.ts';
import { indicatorEndpoints } from '../../steer/indicator/contract.ts';
import { withClient } from '../../platform/postgres/database.ts';
import { measurementStandardEndpoints as it } from './contract.ts';
import { coversDay, intersect, standingSpans, termSpans, type ExaminedKind, type Standing } from './rules.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const first = '2024-01-01';
const moments = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'] as const;
type At = 0 | 1 | 2;
type State = { state: Standing; since: string; at: At };
type Certificate = { kind: ExaminedKind; number: string; validFrom: string; validUntil: string; at: At; corrected: At | null };
type Life = { states: State[]; certificates: Certificate[] };
type Entry = { number: string; from: string; to: string | null; at: At };

const at = fc.constantFrom<At>(0, 1, 2);
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(first, days));
/** Numbers are few, so that dossiers renew under one number, and entries and dossiers know the same one. */
const life = (own: number): fc.Arbitrary<Life> =>
  fc
    .record({
      states: fc.array(fc.record({ state: fc.constantFrom<Standing>('in-force', 'suspended', 'withdrawn', 'in-force'), since: day, at }), {
        minLength: 1,
        maxLength: 4,
      }),
      certificates: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom<ExaminedKind>('examination', 'public', 'public'),
          number: fc.constantFrom(`N${own}`, `N${own}-2`),
          validFrom: day,
          days: fc.integer({ min: 0, max: 300 }),
          at,
          corrected: fc.option(fc.constantFrom<At>(1, 2), { freq: 4 }),
        }),
        { maxLength: 4, selector: ({ kind, validFrom }) => `${kind} ${validFrom}` },
      ),
    })
    .map(({ states, certificates }) => ({
      states: [...states].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
      certificates: certificates.map(({ days, ...one }) => ({
        ...one,
        validUntil: addDays(one.validFrom, days),
        corrected: one.corrected !== null && one.corrected >= one.at ? one.corrected : null,
      })),
    }));
const entry: fc.Arbitrary<Entry> = fc
  .record({
    number: fc.constantFrom('N0', 'N1', 'N2', 'E1', 'E2'),
    from: day,
    days: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 3 }),
    at,
  })
  .map(({ days, ...one }) => ({ ...one, to: days === null ? null : addDays(one.from, days) }));

async function save(lives: readonly Life[], entries: readonly Entry[]): Promise<void> {
  await withClient(city.ownerUrl, async (client) => {
    await client.query('truncate measurement_standard, entry cascade');
  });
  const { db } = city.database;
  const { person, organization } = city.ids.technicalManager;
  for (const { states, certificates } of lives) {
    const id = randomUUID();
    const own = { measurementStandardId: id, personId: person };
    await db
      .insertInto('measurementStandard')
      .values({ id, instituteId: organization, region: '320685', kind: 'public', name: '随机', quantity: '质量', recordedAt: moments[0] })
      .execute();
    for (const { state, since, at: when } of states)
      await db
        .insertInto('measurementStandardState')
        .values({ ...own, id: randomUUID(), state, since, at: moments[when] })
        .execute();
    if (certificates.length > 0)
      await db
        .insertInto('measurementStandardCertificate')
        .values(
          certificates.map(({ kind, number, validFrom, validUntil, at: when, corrected }) => ({
            ...own,
            id: randomUUID(),
            kind,
            number,
            numberKey: number,
            issuer: '局',
            issuedOn: validFrom,
            validFrom,
            validUntil,
            basis: 'register',
            files: [],
            recordedAt: moments[when],
            supersededAt: corrected === null ? null : moments[corrected],
          })),
        )
        .execute();
  }
  for (const { number, from, to, at: when } of entries)
    await enterRecord(city, { kind: 'standard', subject: number, from, to, at: moments[when] });
}

/** The count by the pure rules: which numbers hold on a day by what was known at an instant. */
function recount(lives: readonly Life[], entries: readonly Entry[], on: string, known: At): number {
  const counted = new Set<string>();
  const inDossiers = new Set<string>();
  for (const { states, certificates } of lives) {
    const told = certificates.filter((one) => one.at <= known && (one.corrected === null || one.corrected > known));
    for (const one of told) if (one.kind === 'public') inDossiers.add(one.number);
    const standing = standingSpans(
      states.filter((one) => one.at <= known),
      'in-force',
    );
    const examined = termSpans(told, 'examination').map(({ span }) => span);
    for (const { of, span } of termSpans(told, 'public')) {
      const both = intersect(standing, [span]);
      if (coversDay(examined.length === 0 ? both : intersect(both, examined), on)) counted.add(of.number);
    }
  }
  for (const { number, from, to, at: when } of entries)
    if (when <= known && !inDossiers.has(number) && from <= on && (to === null || on < to)) counted.add(number);
  return counted.size;
}

test('what counts on a day, as known on any day, is the recount by the rules on random life-cycles of dossiers and entries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(life(0), life(1), life(2)), fc.array(entry, { maxLength: 5 }), async (lives, entries) => {
      await save(lives, entries);
      const days = [0, 60, 130, 200, 270, 340, 500, 700].map((offset) => addDays(first, offset));
      for (const known of [0, 1, 2] as const) {
        const instant = moments[known];
        const { rows } = await sql<{ day: string; counted: number; course: number }>`
          select days.day::text as day,
            (select count(distinct subject_key)::int from measurement_standard_counted(days.day, ${instant}::timestamptz)) as counted,
            coalesce((select step.value::int from measurement_standard_course(${instant}::timestamptz, null, null, null) step
              where step.day <= days.day order by step.day desc limit 1), 0) as course
          from unnest(${days}::date[]) as days (day)`.execute(city.database.db);
        for (const row of rows) {
          const expected = recount(lives, entries, row.day, known);
          assert.deepEqual([row.day, known, row.counted, row.course], [row.day, known, expected, expected]);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('G3-1 counts dossiers and entries once by number; the dossier decides, and its records say why', async () => {
  await save([], []);
  const other = { kind: 'standard', level: 'city', opening: true } as const;
  await enterRecord(city, { ...other, subject: 'E1', from: '2024-01-01', to: '2029-01-01' });
  await enterRecord(city, { ...other, subject: 'E2', from: '2024-01-01', to: '2026-06-01' });
  const read = async (asOf?: string) =>
    city.as('planOffice').call(indicatorEndpoints.readIndicator, { params: { id: 'G3-1' }, query: asOf === undefined ? {} : { asOf } });
  const value = async (asOf?: string) => (await read(asOf)).value;
  assert.deepEqual([await value('2026-05-31'), await value('2026-06-01'), await value('2023-12-31')], [2, 1, 0]);
  const page = await read('2026-05-31');
  assert.deepEqual([page.rule, page.basis?.opening, page.recordKind], ['measurementStandards', 2, 'standard']);
  assert.equal(page.counties.find(({ code }) => code === '320685')?.value, 2);
  const snapshot = await city
    .as('planOffice')
    .call(indicatorEndpoints.takeSnapshot, { body: { title: '年中', asOf: '2026-05-31', reason: '年中通报' } });
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  const { db } = city.database;
  const id = randomUUID();
  const base = { measurementStandardId: id, personId: city.ids.technicalManager.person };
  const now = city.clock.now.toISOString();
  await db
    .insertInto('measurementStandard')
    .values({
      id,
      instituteId: city.ids.technicalManager.organization,
      region: '320685',
      kind: 'public',
      name: '砝码',
      quantity: '质量',
      recordedAt: now,
    })
    .execute();
  await db
    .insertInto('measurementStandardState')
    .values({ ...base, id: randomUUID(), state: 'in-force', since: '2024-01-01', at: now })
    .execute();
  await db
    .insertInto('measurementStandardCertificate')
    .values({
      ...base,
      id: randomUUID(),
      kind: 'public',
      number: 'E2',
      numberKey: 'E2',
      issuer: '局',
      issuedOn: '2024-01-01',
      validFrom: '2024-01-01',
      validUntil: '2027-12-31',
      basis: 'register',
      files: [],
      recordedAt: now,
    })
    .execute();
  assert.deepEqual([await value('2026-06-01'), await value('2027-12-31'), await value('2028-01-01')], [2, 2, 1]);
  const records = (query: object) =>
    city.as('auditor').call(indicatorEndpoints.listIndicatorRecords, { params: { id: 'G3-1' }, query: { limit: 200, ...query } });
  assert.deepEqual((await records({})).items.map(({ source, verdict }) => `${source} ${verdict}`).sort(), [
    'dossier counts',
    'entry counts',
    'entry in-dossier',
  ]);
  const head = await records({ limit: 2 });
  const tail = await records({ limit: 2, after: head.next ?? '' });
  assert.deepEqual([head.items.length, tail.items.length, tail.next], [2, 1, null]);
  await city.as('countyRegulator').call(it.orderStanding, {
    params: { id: id as never },
    body: { order: 'suspend', since: '2026-11-20', documentNumber: '测市监量〔2026〕1号', reason: '监督检查不合格' },
  });
  assert.deepEqual([await value('2026-11-19'), await value('2026-11-20')], [2, 1]);
  const compared = await city.as('planOffice').call(indicatorEndpoints.compareSnapshot, { params: { id: snapshot.id } });
  assert.deepEqual([compared.intact, compared.differences], [true, []]);
});
