import { addDays, type Day } from '../../../kernel/day.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { dueEndpoints } from '../contract/due.ts';
import type { Instrument } from '../contract/shapes.ts';
import { listDue, listWithoutResult, type DueRow } from '../store/due.ts';
import { findInstruments } from './card.ts';
import { reachOf } from './reach.ts';
import { narrower } from './tally.ts';

export type DueDemand = {
  /** Exactly these regions and kinds, as the designations give them. */
  readonly pairs?: readonly { readonly region: string; readonly kind: string }[] | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly township?: string | undefined;
  readonly holderId?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** With the regions below it. */
  readonly region?: string | undefined;
  /** Last day that is asked for; what is overdue is always in it. */
  readonly dueBy: Day;
  /** Those without a result that counts, never verified or repaired since, follow after all days. */
  readonly includeNeverVerified: boolean;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
};

const printPosition = ({ dueOn, id }: DueRow): string => `${dueOn ?? 'never'} ${id}`;

/** undefined when it is none, and the list begins anew. */
function readPosition(after: string | undefined): DueRow | undefined {
  const [, day, id] = /^(\d{4}-\d\d-\d\d|never) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? '') ?? [];
  return day === undefined || id === undefined ? undefined : { dueOn: day === 'never' ? null : day, id };
}

/**
 * The instruments in use that fall due by a day, whoever asks: those due in order of the day, then, where wanted, those without a result that counts.
 * What failed is not in it: it must not be used before it has been repaired. `next` is null at the end.
 */
export async function collectDue(ctx: Pick<Context, 'db'>, demand: DueDemand): Promise<{ items: Instrument[]; next: string | null }> {
  const { region, dueBy, includeNeverVerified, limit, ...rest } = demand;
  const filter = { ...rest, regionPrefix: region === undefined ? undefined : regionPrefix(region) };
  const after = readPosition(demand.after);
  const rows = await listDue(ctx.db, filter, dueBy, limit + 1, after);
  if (includeNeverVerified && rows.length <= limit) rows.push(...(await listWithoutResult(ctx.db, filter, limit + 1 - rows.length, after)));
  const page = rows.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: await findInstruments(
      ctx,
      page.map(({ id }) => id),
    ),
    next: rows.length > limit && last !== undefined ? printPosition(last) : null,
  };
}

/** Whose due list it is: an institute's by its designations, a holder's own, a county's, the city's; null where nothing can be in it. */
async function own(ctx: Context, demand: Omit<DueDemand, 'pairs'>): Promise<DueDemand | null> {
  const { scope, pairs } = await reachOf(ctx);
  switch (scope.kind) {
    case 'city':
      return demand;
    case 'region': {
      const region = narrower(regionPrefix(scope.region), demand.region === undefined ? '' : regionPrefix(demand.region));
      return region === undefined ? null : { ...demand, region };
    }
    case 'organization':
      if (pairs.length > 0) return { ...demand, pairs };
      return demand.holderId === undefined || demand.holderId === scope.organization ? { ...demand, holderId: scope.organization } : null;
    case 'none':
      return null;
  }
}

export const dueService: Service<typeof dueEndpoints> = {
  async listDueInstruments({ query }, ctx) {
    const { days, withoutResult, kind, placeId, ...rest } = query;
    const demand = await own(ctx, {
      ...rest,
      dueBy: addDays(ctx.today, days),
      includeNeverVerified: withoutResult === 'true',
      ...(kind === undefined ? {} : { kinds: [kind] }),
      ...(placeId === undefined ? {} : { placeIds: [placeId] }),
    });
    return demand === null ? { items: [], next: null } : collectDue(ctx, demand);
  },
};
