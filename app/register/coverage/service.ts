import { toDayNumber } from '../../kernel/day.ts';
import { regionPrefix } from '../../kernel/scope.ts';
import { cityDay } from '../../platform/clock.ts';
import type { Context, Service } from '../../platform/context.ts';
import { instrumentKindNames, type InstrumentKind } from '../catalogue/rules/kinds.ts';
import { servedBy } from '../designation/service.ts';
import { findDivisions, townshipsOf } from '../division/service.ts';
import { standingOf } from '../instrument/rules/standing.ts';
import { countInstrumentGroups } from '../instrument/service/tally.ts';
import { organizationService } from '../organization/service.ts';
import { placeKindNames, type PlaceKind } from '../place/rules.ts';
import type { Coverage, CoverageRow, coverageEndpoints, Covered, Without } from './contract.ts';
import { addCounts, coverageOf, coverageRate, noCounts, type CoverageCounts, type CoverageGrouping } from './rules.ts';
import { expectedAt, expectingKinds } from './rules/expectations.ts';
import { writeCoverage } from './service/workbook.ts';
import * as store from './store.ts';

/** No code of a region begins like this. */
const nowhere = '-';

/** What is asked for and what the caller reaches: the longer beginning of a region's code where one begins with the other, and nothing otherwise. */
async function reachOf(ctx: Context, region: string | undefined): Promise<store.Reach> {
  const { scope } = ctx.caller;
  const asked = region === undefined ? '' : regionPrefix(region);
  if (scope.kind === 'none') return { prefix: nowhere, pairs: [] };
  const pairs = scope.kind === 'organization' ? await servedBy(ctx, scope.organization) : undefined;
  const reached = scope.kind === 'region' ? regionPrefix(scope.region) : '';
  const [longer, shorter] = asked.length > reached.length ? [asked, reached] : [reached, asked];
  return { prefix: longer.startsWith(shorter) ? longer : nowhere, pairs };
}

type Group = { readonly region: string; readonly township: string; readonly kind: InstrumentKind; readonly counts: CoverageCounts };

/** The finest counts that a caller reaches; everything shown is a sum of these. */
async function groupsOf(ctx: Context, { prefix, pairs }: store.Reach, kind: string | undefined): Promise<Group[]> {
  if (prefix === nowhere) return [];
  const region = prefix === '' ? undefined : prefix.padEnd(6, '0');
  const served = pairs && new Set(pairs.map((pair) => `${pair.region} ${pair.kind}`));
  return (await countInstrumentGroups(ctx, { region, kind }, 'township-kind', ctx.today)).flatMap((group) =>
    group.region === null || group.kind === null || served?.has(`${group.region} ${group.kind}`) === false
      ? []
      : [{ region: group.region, township: group.township ?? 'none', kind: group.kind, counts: coverageOf(group.standings) }],
  );
}

type Key = Pick<CoverageRow, 'region' | 'township' | 'kind'>;
const keyOf = ({ region, township, kind }: Key): string => `${region} ${township} ${kind}`;

/** The counties that are asked for, in the order of their codes. */
async function countiesOf(ctx: Context, { prefix, pairs }: store.Reach): Promise<string[]> {
  const { items } = await organizationService.listOrganizations({ query: { limit: 200, kind: 'government' } }, ctx);
  const bureaus = await organizationService.listOrganizations({ query: { limit: 200, kind: 'bureau' } }, ctx);
  const served = pairs && new Set(pairs.map(({ region }) => region));
  const counties = [...items, ...bureaus.items].map(({ region }) => region).filter((region) => !region.endsWith('00'));
  return [...new Set([...counties, ...(prefix.length === 6 ? [prefix] : [])])]
    .filter((region) => region.startsWith(prefix) && served?.has(region) !== false)
    .sort();
}

type Frame = { readonly keys: Key[]; readonly names: Map<string, { name: string; ended: boolean }>; readonly recorded: boolean };

/** The rows that are there in any case, so that zero is a count: counties, their townships and the unknown one, kinds. */
async function frameOf(
  ctx: Context,
  reach: store.Reach,
  by: CoverageGrouping,
  kind: InstrumentKind | undefined,
  groups: readonly Group[],
): Promise<Frame> {
  const counties = await countiesOf(ctx, reach);
  const there = (pick: (group: Group) => Key): Key[] => [...new Map(groups.map((group) => [keyOf(pick(group)), pick(group)])).values()];
  const townships = reach.prefix === nowhere ? [] : await townshipsOf(ctx, reach.prefix.padEnd(6, '0'));
  const shown = reach.prefix === '' ? townships : townships.filter(({ region }) => counties.includes(region));
  const names = new Map(shown.map(({ code, name }) => [code as string, { name, ended: false }]));
  const recorded = townships.length > 0;
  if (by === 'county')
    return {
      keys: [
        ...counties.map((region) => ({ region, township: null, kind: null })),
        ...there(({ region }) => ({ region, township: null, kind: null })),
      ],
      names,
      recorded,
    };
  if (by === 'kind') {
    const kinds = kind === undefined ? instrumentKindNames : [kind];
    return { keys: kinds.map((each) => ({ region: null, township: null, kind: each })), names, recorded };
  }
  const places: Key[] = [
    ...shown.map(({ region, code }) => ({ region, township: code as string, kind: null })),
    ...counties.map((region) => ({ region, township: 'none', kind: null })),
    ...there(({ region, township }) => ({ region, township, kind: null })),
  ];
  const unknown = [...new Set(groups.map(({ township }) => township))].filter((code) => code !== 'none' && !names.has(code));
  for (const { code, name, state } of await findDivisions(ctx, unknown)) names.set(code, { name, ended: state === 'ended' });
  if (by === 'township') return { keys: places, names, recorded };
  const kinds = [...new Set(groups.map((group) => group.kind))];
  return { keys: places.flatMap((place) => kinds.map((each) => ({ ...place, kind: each }))), names, recorded };
}

const withRate = (counts: CoverageCounts) => ({ ...counts, rate: coverageRate(counts) });

const order = (one: Key, other: Key): number =>
  (one.region ?? '').localeCompare(other.region ?? '') ||
  // The unknown township stands last in its county.
  (one.township === 'none' ? 'z' : (one.township ?? '')).localeCompare(other.township === 'none' ? 'z' : (other.township ?? '')) ||
  instrumentKindNames.indexOf(one.kind as InstrumentKind) - instrumentKindNames.indexOf(other.kind as InstrumentKind);

type Query = {
  readonly region?: string | undefined;
  readonly kind?: InstrumentKind | undefined;
  readonly by?: CoverageGrouping | undefined;
};

async function readCoverage(ctx: Context, query: Query): Promise<Coverage> {
  const reach = await reachOf(ctx, query.region);
  const by = query.by ?? (reach.prefix.length === 6 ? 'township' : 'county');
  const groups = await groupsOf(ctx, reach, query.kind);
  const { keys, names, recorded } = await frameOf(ctx, reach, by, query.kind, groups);
  const sums = new Map(keys.map((key) => [keyOf(key), { key, counts: noCounts() }]));
  const toKey = (group: Group): Key => ({
    region: by === 'kind' ? null : group.region,
    township: by === 'township' || by === 'township-kind' ? group.township : null,
    kind: by === 'kind' || by === 'township-kind' ? group.kind : null,
  });
  for (const group of groups) {
    const sum = sums.get(keyOf(toKey(group)));
    if (sum !== undefined) sum.counts = addCounts(sum.counts, group.counts);
  }
  return {
    asOf: ctx.today,
    region: query.region ?? (reach.prefix === nowhere ? ctx.caller.region : reach.prefix.padEnd(6, '0')),
    by,
    total: withRate(groups.map(({ counts }) => counts).reduce(addCounts, noCounts())),
    rows: [...sums.values()]
      .sort((one, other) => order(one.key, other.key))
      .map(({ key, counts }) => {
        const name = key.township === null ? undefined : names.get(key.township);
        return { ...key, townshipName: name?.name ?? null, ended: name?.ended ?? false, ...withRate(counts) };
      }),
    places: await readPlaces(ctx, reach),
    townshipsRecorded: recorded,
  };
}

async function readPlaces(ctx: Context, reach: store.Reach): Promise<Coverage['places']> {
  const counted = new Map((await store.countPlaces(ctx.db, reach, ctx.today)).map((row) => [row.kind, row]));
  return placeKindNames.map((kind) => ({
    kind,
    open: counted.get(kind)?.open ?? 0,
    without: counted.get(kind)?.without ?? 0,
    expected: expectingKinds.includes(kind),
  }));
}

const cursorOf = (after: string | undefined, pattern: RegExp) => pattern.exec(after ?? '') ?? [];

export const coverageService: Service<typeof coverageEndpoints> = {
  readCoverage: ({ query }, ctx) => readCoverage(ctx, query),

  exportCoverage: async ({ query }, ctx) => writeCoverage(await readCoverage(ctx, query), ctx),

  async listCovered({ query }, ctx) {
    const { column, township, kind, limit, after } = query;
    const reach = await reachOf(ctx, query.region);
    const [, at, id] = cursorOf(after, /^(infinity|[-\d]+(?: [\d:.]+\+\d\d)?) ([0-9a-f-]{36})$/);
    const filter = { column, township, kind, limit, after: at === undefined || id === undefined ? undefined : { at, id } };
    const rows = reach.prefix === nowhere ? [] : await store.listCovered(ctx.db, reach, ctx.today, filter);
    const groups = (await groupsOf(ctx, reach, kind)).filter((group) => township === undefined || group.township === township);
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row) => toCovered(row, ctx)),
      next: rows.length > limit && last ? `${last.at} ${last.id}` : null,
      total: groups.reduce((sum, { counts }) => sum + counts[column], 0),
    };
  },

  async listPlacesWithout({ query }, ctx) {
    const { region, after, ...filter } = query;
    const reach = await reachOf(ctx, region);
    const [, name, id] = cursorOf(after, /^([^\n]+)\n([0-9a-f-]{36})$/);
    const page = { ...filter, expecting: expectingKinds, after: name === undefined || id === undefined ? undefined : { name, id } };
    const { rows, total } = await store.listWithout(ctx.db, reach, ctx.today, page);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row): Without => ({
        id: row.id as Without['id'],
        kind: row.kind as PlaceKind,
        name: row.name,
        region: row.region,
        township: row.township === null ? null : { code: row.township, name: row.townshipName ?? row.township },
        address: row.address,
        operator: row.operatorName,
        recordedAt: row.recordedAt,
        expected: expectedAt(row.kind as PlaceKind).map(({ anyOf }) => [...anyOf]),
      })),
      next: rows.length > query.limit && last ? `${last.name}\n${last.id}` : null,
      total,
    };
  },
};

type CoveredRow = Awaited<ReturnType<typeof store.listCovered>>[number];

const toCovered = (row: CoveredRow, ctx: Context): Covered => ({
  id: row.id as Covered['id'],
  code: row.code,
  kind: row.kind as InstrumentKind,
  name: row.name,
  model: row.model,
  serial: row.serial,
  holder: { id: row.holderId as never, name: row.holderName },
  region: row.region,
  townshipName: row.townshipName,
  place: row.place,
  standing: standingOf(row as never, ctx.today),
  dueOn: row.dueOn,
  recordedAt: row.recordedAt,
  daysRecorded: Math.max(0, toDayNumber(ctx.today) - toDayNumber(cityDay(new Date(row.recordedAt)))),
});
