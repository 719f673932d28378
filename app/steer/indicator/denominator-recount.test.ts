import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openCity, type City } from '../../../test/support/city.ts';
import { enterRecord } from '../../../test/support/entry-records.ts';
import { openPast, type Past } from '../../../test/support/past-records.ts';
import { indicatorEndpoints } from './contract.ts';
import type { Figures } from './contract/denominator.ts';

const { previewDenominator } = indicatorEndpoints;

let city: City;
let past: Past;
before(async () => {
  city = await openCity();
  past = await openPast(city);
  // Until the register of authorised items holds one nothing is recorded, and there is no figure to compare.
  await enterRecord(city, { kind: 'scope', subject: '首项', from: '2024-01-01', payload: { entryNumber: '40' } });
});
after(() => city.close());

async function seal(id: string, day: string): Promise<void> {
  await city.database.pool.query(
    `insert into instrument_status_change (id, instrument_id, change, from_status, to_status, on_day, reason, person_id, at)
     values (gen_random_uuid(), $1, 'seal', 'in-use', 'sealed', $2, '停用', $3, $2::date + time '04:00')`,
    [id, day, city.ids.holder.person],
  );
  await city.database.pool.query(`update instrument set status = 'sealed' where id = $1`, [id]);
}

async function move(id: string, day: string, to: string): Promise<void> {
  await city.database.pool.query(
    `insert into instrument_move (id, instrument_id, from_region, from_place, to_region, to_place, on_day, reason, person_id, at)
     select gen_random_uuid(), id, region, place, $3, place, $2, '搬迁', $4, $2::date + time '05:00' from instrument where id = $1`,
    [id, day, to, city.ids.holder.person],
  );
  await city.database.pool.query(`update instrument set region = $2 where id = $1`, [id, to]);
}

const coverage = { chosen: 'catalogue', catalogue: '2020', level: 'entry', weight: 'ledger', reported: 'unweighted' } as const;
const pair = (figures: Figures | null) =>
  [figures?.unweighted ?? null, figures?.weighted ?? null].map((share) => (share === null ? null : [share.numerator, share.denominator]));

const kinds = ['price-computing-scale', 'water-meter', 'fuel-dispenser', 'electronic-clinical-thermometer', 'focimeter'];
const regions = ['320600', '320682', '320685'];
const days = ['2024-05-01', '2025-02-10', '2025-12-31', '2026-03-03', '2026-11-01'];
const some = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const ledgerLife = fc.record({
  kind: some(kinds),
  region: some(regions),
  since: some(days),
  sealedOn: fc.option(some(days)),
  moved: fc.option(fc.tuple(some(days), some(regions))),
});
const demandLife = fc.record({
  kind: some(kinds),
  region: some(regions),
  submitted: fc.nat(4),
  path: some([
    [],
    ['accepted'],
    ['accepted', 'served'],
    ['refused'],
    ['referred', 'accepted', 'served'],
    ['withdrawn'],
    ['accepted', 'withdrawn'],
    ['referred', 'withdrawn'],
  ]),
});
const scopeLife = fc.record({
  number: some(['2', '2-1', '9-1', '9-2', '1-3', '7', '22', '13-1']),
  region: some(regions),
  from: some(days),
  to: fc.option(some(['2025-06-30', '2026-06-30', '2029-01-01'])),
});
const definitions = [
  { id: 'G3-4', ...coverage },
  { id: 'G3-4', ...coverage, level: 'item' },
  { id: 'G3-4', ...coverage, chosen: 'ledger' },
  { id: 'G3-4', ...coverage, chosen: 'ledger', level: 'item', weight: 'requests', months: 12 },
  { id: 'G3-4', ...coverage, chosen: 'demanded', months: 18 },
  { id: 'G3-4', ...coverage, chosen: 'listed', level: undefined, entries: '2,9-1,1-3,99-9' },
  { id: 'G3-5', chosen: 'decided', threshold: 95, reported: 'weighted' },
  { id: 'G3-5', chosen: 'decided', months: 12, threshold: 50, reported: 'weighted' },
  { id: 'G3-5', chosen: 'submitted', threshold: 95, reported: 'unweighted' },
  { id: 'G3-5', chosen: 'submitted', months: 6, threshold: 100, reported: 'unweighted' },
] as const;

type Recounted = { unweighted: [number, number] | null; weighted: [number, number] | null };
type Chosen = { chosen: string; level?: string | undefined; entries?: string; weight?: string; months?: number; threshold?: number };
type Entry = { number: number; mode: string | null; from: string | null; items: { mode: string | null }[] };
/** To which number of the working table each kind of the test belongs: as an entry, and as a sub-item where the names agree. */
const numbers: Record<string, [entry: string, item: string | null]> = {
  'price-computing-scale': ['2', '2'],
  'water-meter': ['9', null],
  'fuel-dispenser': ['7', '7'],
  'electronic-clinical-thermometer': ['1', '1-3'],
  focimeter: ['22', '22'],
};

/** Every row is read and asked, one after the other; uses none of the functions, counters and rules from which the pages answer. */
async function recount(
  { chosen, level, entries, weight, months, threshold }: Chosen,
  asOf: string,
): Promise<(region?: string) => Recounted> {
  const rowsOf = async <Row>(query: string): Promise<Row[]> => (await city.database.pool.query(query)).rows as Row[];
  const start =
    months === undefined
      ? '0000-00-00'
      : ((await rowsOf<{ day: string }>(`select (date '${asOf}' - interval '${months} months')::date::text as day`))[0]?.day ?? '');
  const outcomes = await rowsOf<{ item_id: string; previous: string | null; outcome: string; day: string }>(
    'select item_id, previous, outcome, day::text from request_outcome order by item_id, sequence',
  );
  const asked = (
    await rowsOf<{ id: string; region: string; kind: string; submitted: string }>(
      `select item.id, item.region, instrument_kind as kind, (submitted_at at time zone 'Asia/Shanghai')::date::text as submitted from request_item item join request on request.id = request_id`,
    )
  ).flatMap((item) => {
    const own = outcomes.filter(({ item_id }) => item_id === item.id);
    const isGone = own.some(({ outcome, previous, day }) => outcome === 'withdrawn' && previous !== 'accepted' && day <= asOf);
    const from = chosen === 'decided' ? own[0]?.day : item.submitted;
    return from === undefined || from > asOf || from <= start || isGone
      ? []
      : [{ ...item, served: own.some(({ outcome, day }) => outcome === 'served' && day <= asOf) }];
  });
  const instruments = await rowsOf<{ id: string; region: string; kind: string; since: string; at: string }>(
    `select id, region, kind, in_use_since::text as since, (recorded_at at time zone 'Asia/Shanghai')::date::text as at from instrument`,
  );
  const seals = await rowsOf<{ id: string; day: string }>('select instrument_id as id, on_day::text as day from instrument_status_change');
  const moves = await rowsOf<{ id: string; day: string; before: string; after: string }>(
    'select instrument_id as id, on_day::text as day, from_region as before, to_region as after from instrument_move',
  );
  const inUse = instruments.flatMap((one) => {
    const move = moves.find(({ id }) => id === one.id);
    const isThere = [one.since ?? one.at, one.at].sort()[0]! <= asOf && !seals.some(({ id, day }) => id === one.id && day <= asOf);
    return isThere ? [{ kind: one.kind, region: move === undefined ? one.region : move.day <= asOf ? move.after : move.before }] : [];
  });
  const scopes = await rowsOf<{ region: string; number: string }>(
    `select region, payload ->> 'entryNumber' as number from entry_version where kind = 'scope' and counts_from <= '${asOf}' and (counts_to is null or counts_to > '${asOf}')`,
  );
  const catalogue = (
    JSON.parse(readFileSync(new URL('../../../data/catalogue/2020.json', import.meta.url), 'utf8')) as { entries: Entry[] }
  ).entries;
  const isV = (mode: string | null): boolean => mode === 'V' || mode === 'P+V';
  const ratio = (numerator: number, denominator: number): [number, number] | null => (denominator === 0 ? null : [numerator, denominator]);
  return (region) => {
    const here = <Row extends { region: string }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => region === undefined || row.region === region);
    if (threshold !== undefined) {
      const wanted = here(asked);
      const found = [...new Set(wanted.map(({ kind }) => kind))];
      const shareOf = (kind: string): number =>
        wanted.filter((one) => one.kind === kind && one.served).length / wanted.filter((one) => one.kind === kind).length;
      return {
        unweighted: ratio(found.filter((kind) => shareOf(kind) >= threshold / 100).length, found.length),
        weighted: ratio(wanted.filter(({ served }) => served).length, wanted.length),
      };
    }
    const keys =
      chosen === 'listed'
        ? (entries ?? '').split(',')
        : catalogue.flatMap((entry) => {
            if (entry.from !== null && entry.from > asOf) return [];
            const modes = entry.items.map(({ mode }) => mode ?? entry.mode);
            if (level === 'entry' || entry.items.length < 2) return isV(entry.mode) || modes.some(isV) ? [String(entry.number)] : [];
            return modes.flatMap((mode, index) => (isV(mode) ? [`${entry.number}-${index + 1}`] : []));
          });
    const kindsOf = (key: string): string[] => kinds.filter((kind) => numbers[kind]?.[0] === key || numbers[kind]?.[1] === key);
    const countOf = (rows: readonly { kind: string; region: string }[], key: string): number =>
      here(rows).filter(({ kind }) => kindsOf(key).includes(kind)).length;
    const inside = keys.filter((key) =>
      chosen === 'ledger' ? countOf(inUse, key) > 0 : chosen === 'demanded' ? countOf(asked, key) > 0 : true,
    );
    const isDivided = (key: string): boolean => (catalogue.find(({ number }) => String(number) === key)?.items.length ?? 0) > 1;
    const isCovered = (key: string): boolean =>
      here(scopes).some(
        ({ number }) =>
          number === key ||
          (chosen !== 'listed' && (level === 'entry' ? number.startsWith(`${key}-`) : !isDivided(key) && number === `${key}-1`)),
      );
    const weightOf = (key: string): number => countOf(weight === 'requests' ? asked : inUse, key);
    const sum = (some: readonly string[]): number => some.reduce((total, key) => total + weightOf(key), 0);
    return {
      unweighted: ratio(inside.filter(isCovered).length, inside.length),
      weighted: ratio(sum(inside.filter(isCovered)), sum(inside)),
    };
  };
}

test('whatever the records, each denominator gives what a slow recount row by row gives, for the city and its counties', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ledgerLife, { maxLength: 5 }),
      fc.array(demandLife, { maxLength: 5 }),
      fc.array(scopeLife, { maxLength: 3 }),
      async (ledger, demand, scopes) => {
        for (const { sealedOn, moved, ...life } of ledger) {
          const id = await past.instrument(life);
          if (moved !== null && moved[0] > life.since) await move(id, ...moved);
          if (sealedOn !== null && sealedOn > life.since) await seal(id, sealedOn);
        }
        for (const { kind, region, submitted, path } of demand) {
          const steps = path.map((outcome, index) => [outcome, days[Math.min(4, submitted + index)] ?? ''] as const);
          await past.request(kind, region, days[submitted] ?? '', steps);
        }
        for (const { number, region, from, to } of scopes) {
          await enterRecord(city, { kind: 'scope', subject: randomUUID(), region, from, to, payload: { entryNumber: number } });
        }
        for (const asOf of ['2025-02-10', '2026-03-02', '2026-11-23']) {
          for (const { id, ...chosen } of definitions) {
            const preview = await city.as('planOffice').call(previewDenominator, { params: { id }, query: { asOf, ...chosen } as never });
            const said = (figures: Figures | null): Recounted =>
              ({ unweighted: pair(figures)[0] ?? null, weighted: pair(figures)[1] ?? null }) as Recounted;
            const expected = await recount(chosen, asOf);
            assert.deepEqual(said(preview.proposed), expected(undefined), `${asOf} ${JSON.stringify(chosen)}`);
            for (const { code, after: figures } of preview.counties)
              assert.deepEqual(said(figures), expected(code), `${code} ${asOf} ${JSON.stringify(chosen)}`);
          }
        }
      },
    ),
    { numRuns: 3 },
  );
});
