import type { Day } from '../../../../kernel/day.ts';
import type { Context } from '../../../../platform/context.ts';
import { countInstrumentGroups } from '../../../../register/instrument/service/tally.ts';
import { countCoverage, countSatisfaction, type Counted, type KindCount, type KindDemand } from '../../rules/denominator/count.ts';
import { asksLedger, asksRequests, isTallied, type Definition } from '../../rules/denominator/definition.ts';
import * as store from '../../store/denominator.ts';
import type { Moment } from '../moment.ts';

type Db = Pick<Context, 'db'>;

/** What the records of some days say, enough to count a denominator on each of them. */
export type Evidence = {
  /** False while the register of authorised items holds nothing: not recorded is not zero. */
  readonly isRecorded: boolean;
  readonly scopes: readonly store.ScopeSpan[];
  readonly ledger: readonly (KindCount & { readonly day: Day })[];
  readonly requests: readonly (KindCount & { readonly day: Day })[];
  readonly demand: readonly (KindDemand & { readonly day: Day })[];
};

/** The ledger of today stands in its exact counters; that of other days is read from its records. */
async function readLedger(ctx: Db, days: readonly Day[], at: Moment): Promise<Evidence['ledger']> {
  const [day] = days;
  if (!at.isNow || days.length !== 1 || day === undefined || day < at.today) return store.readLedger(ctx.db, days, at.knownAt);
  const groups = await countInstrumentGroups(ctx, {}, 'region-kind', at.today);
  return groups.map(({ region, kind, inUse }) => ({ day, region: region ?? '', kind: kind ?? '', n: inUse }));
}

function readDemand(ctx: Db, definition: Definition, days: readonly Day[], at: Moment): Promise<Evidence['demand']> {
  if (isTallied(definition) && at.isNow)
    return Promise.all(days.map((day) => store.readDemandKindsNow(ctx.db, day))).then((rows) => rows.flat());
  return store.readDemandKinds(ctx.db, days, {
    knownAt: at.knownAt,
    months: definition.months,
    waiting: definition.chosen === 'submitted',
  });
}

/** Weights are left out where only the unweighted figure is asked for: the ledger of a past day is counted from its records. */
export async function readEvidence(
  ctx: Db,
  definition: Definition,
  days: readonly Day[],
  at: Moment,
  withWeights = true,
): Promise<Evidence> {
  const none = { scopes: [], ledger: [], requests: [], demand: [] };
  if (definition.rule === 'demandServed') return { ...none, isRecorded: true, demand: await readDemand(ctx, definition, days, at) };
  const [{ recorded, scopes }, ledger, requests] = await Promise.all([
    store.listScopes(ctx.db, at.knownAt),
    asksLedger(definition, withWeights) ? readLedger(ctx, days, at) : [],
    asksRequests(definition, withWeights)
      ? store.readDemandKinds(ctx.db, days, { knownAt: at.knownAt, months: definition.months, waiting: true })
      : [],
  ]);
  return {
    ...none,
    isRecorded: recorded,
    scopes,
    ledger,
    requests: requests.map(({ denominator, ...row }) => ({ ...row, n: denominator })),
  };
}

const holdsOn = ({ from, to }: store.ScopeSpan, day: Day): boolean => from <= day && (to === null || to > day);

/** The items of a denominator on one of the days of the evidence, for the city or for one region. */
export function countOn(definition: Definition, day: Day, evidence: Evidence, region?: string): Counted {
  const of = <Row extends { day: Day }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.day === day);
  if (definition.rule === 'demandServed') return countSatisfaction(definition, of(evidence.demand), region);
  const scopes = evidence.scopes.filter((scope) => holdsOn(scope, day));
  return countCoverage(definition, day, { scopes, ledger: of(evidence.ledger), requests: of(evidence.requests) }, region);
}

/** One day of a denominator; null where nothing is recorded. */
export async function countDay(
  ctx: Db,
  definition: Definition,
  day: Day,
  at: Moment,
): Promise<{ counted: Counted | null; evidence: Evidence }> {
  const evidence = await readEvidence(ctx, definition, [day], at);
  return { counted: evidence.isRecorded ? countOn(definition, day, evidence) : null, evidence };
}
