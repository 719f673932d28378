import type { Day } from '../../../kernel/day.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { tallyGroupings, type InstrumentCounts, type tallyEndpoints } from '../contract/tally.ts';
import type { InstrumentStatus } from '../rules/life-cycle.ts';
import { standingNames, type Standing } from '../rules/standing.ts';
import { reachOf } from './reach.ts';
import type { Reach } from '../store/reach.ts';
import type { SearchFilter } from '../store/search.ts';
import { sumOwn, sumTally, type TallyFilter, type TallyRow } from '../store/tally.ts';

type Filter = { readonly region?: string | undefined; readonly township?: string | undefined; readonly kind?: string | undefined };

const isStanding = (name: string): name is Standing => (standingNames as readonly string[]).includes(name);
const noStandings = (): Record<Standing, number> => Object.fromEntries(standingNames.map((name) => [name, 0])) as Record<Standing, number>;

function gathered(rows: readonly TallyRow[]): InstrumentCounts[] {
  const groups = new Map<string, InstrumentCounts>();
  for (const { region, township, kind, counts } of rows) {
    const key = `${region} ${township} ${kind}`;
    const group = groups.get(key) ?? {
      region,
      township: township === '' ? null : township,
      kind: kind as InstrumentCounts['kind'],
      inUse: 0,
      standings: noStandings(),
      notInUse: {},
    };
    groups.set(key, group);
    for (const [standing, n] of Object.entries(counts)) {
      if (isStanding(standing)) {
        group.standings[standing] += n;
        group.inUse += n;
      } else group.notInUse[standing as InstrumentStatus] = (group.notInUse[standing as InstrumentStatus] ?? 0) + n;
    }
  }
  return [...groups.values()];
}

const toFilter = ({ region, ...rest }: Filter): TallyFilter => ({
  ...rest,
  regionPrefix: region === undefined ? undefined : regionPrefix(region),
});

/** How many instruments in use there are of each standing, of the whole ledger, whoever asks; exact for the day. */
export async function countInstruments(ctx: Pick<Context, 'db'>, filter: Filter, today: Day): Promise<Record<Standing, number>> {
  const [counts] = gathered(await sumTally(ctx.db, toFilter(filter), [], today));
  return counts?.standings ?? noStandings();
}

/** The same told apart by region, township or kind, with what is not in use. */
export const countInstrumentGroups = async (
  ctx: Pick<Context, 'db'>,
  filter: Filter,
  by: keyof typeof tallyGroupings,
  today: Day,
): Promise<InstrumentCounts[]> => gathered(await sumTally(ctx.db, toFilter(filter), tallyGroupings[by], today));

const inRegions = (reach: Reach): string | undefined =>
  reach.scope.kind === 'city' ? '' : reach.scope.kind === 'region' ? regionPrefix(reach.scope.region) : undefined;

/** The longer of two beginnings of codes where it lies in the other; undefined where nothing lies in both. */
export function narrower(one: string, other: string): string | undefined {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  return longer.startsWith(shorter) ? longer : undefined;
}

/** How many rows a filter finds, where the counters know it: by region, township, kind, standing and state alone. */
export async function countFiltered(ctx: Pick<Context, 'db' | 'today'>, reach: Reach, filter: SearchFilter): Promise<number | undefined> {
  const { region, township, kind, standing, status, ...others } = filter;
  const reached = inRegions(reach);
  if (reached === undefined || Object.values(others).some((value) => value !== undefined)) return undefined;
  const prefix = narrower(reached, region === undefined ? '' : regionPrefix(region));
  if (prefix === undefined) return 0;
  const [counts] = gathered(await sumTally(ctx.db, { regionPrefix: prefix, township, kind }, [], ctx.today));
  if (counts === undefined || (standing !== undefined && status !== undefined && status !== 'in-use')) return 0;
  if (standing !== undefined) return counts.standings[standing];
  if (status !== undefined) return status === 'in-use' ? counts.inUse : (counts.notInUse[status as InstrumentStatus] ?? 0);
  return Object.values(counts.notInUse).reduce((sum, n) => sum + n, counts.inUse);
}

export const tallyService: Service<typeof tallyEndpoints> = {
  async readInstrumentCounts({ query }, ctx) {
    const { by, ...filter } = query;
    const { scope } = ctx.caller;
    if (scope.kind === 'none') return { items: [] };
    if (scope.kind === 'organization') {
      const reach = await reachOf(ctx);
      const own = await sumOwn(ctx.db, reach, toFilter(filter), tallyGroupings[by], ctx.today);
      if (reach.pairs.length === 0) return { items: gathered(own) };
      const designated = await sumTally(ctx.db, { ...toFilter(filter), pairs: reach.pairs }, tallyGroupings[by], ctx.today);
      return { items: gathered([...designated, ...own]) };
    }
    const prefix = narrower(
      scope.kind === 'region' ? regionPrefix(scope.region) : '',
      query.region === undefined ? '' : regionPrefix(query.region),
    );
    if (prefix === undefined) return { items: [] };
    return { items: gathered(await sumTally(ctx.db, { ...filter, regionPrefix: prefix }, tallyGroupings[by], ctx.today)) };
  },
};
