import type { Text } from '../../../../kernel/text.ts';
import type { Context } from '../../../../platform/context.ts';
import type { PlanDocument } from '../../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import { reportedOf, type Counted } from '../../rules/denominator/count.ts';
import { isTallied, versionOn, type Definition } from '../../rules/denominator/definition.ts';
import { noBasis, share, type Basis, type Fraction } from '../../rules/value.ts';
import { readDemand } from '../../store/figures.ts';
import type { Moment } from '../moment.ts';
import { countDay, countOn, readEvidence } from './count.ts';
import { readVersions, type DecidedVersion } from './versions.ts';

/** The denominator that holds on a day and both its figures. */
export type SharesOnDay = {
  readonly version: DecidedVersion;
  readonly counted: Counted | null;
  /** Past the due day: the version that held on it, by which the state is judged; null when that is the one of the day. */
  readonly judgedBy: number | null;
};

const undecided: Text = ['以什么为分母尚未决定，见“分母口径”', 'What makes the denominator is not decided yet; see the denominator'];
const notYet: Text = ['当日尚无施行的分母口径，见“分母口径”', 'No denominator held on that day; see the denominator'];
const notConnected: Text = ['尚无已采信的授权项目接入', 'No accepted record of an authorised item has been connected'];
const noDemand: Text = ['尚无已处理的检定申请', 'No request has been decided yet'];
const empty: Text = ['按现行口径，分母当日为空', 'Nothing stands in the denominator on that day'];

/** Only the figure that is held against the target; demand that the tally knows is not told apart by kinds. */
async function readReported(ctx: Pick<Context, 'db'>, definition: Definition, day: string, at: Moment): Promise<Fraction | null> {
  if (isTallied(definition) && definition.reported === 'weighted') {
    const { numerator, denominator } = await readDemand(ctx.db, day, at.isNow ? null : at.knownAt);
    return share(numerator, denominator);
  }
  const evidence = await readEvidence(ctx, definition, [day], at, definition.reported === 'weighted');
  return evidence.isRecorded ? reportedOf(countOn(definition, day, evidence), definition) : null;
}

export type Found = {
  readonly value: Fraction | null;
  readonly atDue: Fraction | null;
  readonly start: number;
  readonly from: string;
  readonly basis: Basis;
  readonly note: Text | null;
  readonly mayHaveReached: boolean;
  /** What the target is held against: past the due day the figure of the day under the version that held when it was due. */
  readonly judged: Fraction | null;
  readonly shares: SharesOnDay | null;
};

/** A share on the day under the version that holds then, and on the due day under the version that held on that. */
export async function findShare(ctx: Pick<Context, 'db'>, indicator: PlacedIndicator, plan: PlanDocument, at: Moment): Promise<Found> {
  const none = {
    value: null,
    atDue: null,
    start: 0,
    from: plan.period.from,
    basis: noBasis,
    mayHaveReached: false,
    judged: null,
    shares: null,
  };
  const versions = await readVersions(ctx, plan, indicator, at.knownAt);
  const version = versionOn(versions, at.asOf) as DecidedVersion | undefined;
  if (version === undefined) return { ...none, note: versions.length === 0 ? undecided : notYet };
  const onDue = versionOn(versions, indicator.due);
  const isDue = at.asOf > indicator.due;
  const isOther = isDue && onDue !== undefined && onDue.version !== version.version;
  const [{ counted }, atDue, judged] = await Promise.all([
    countDay(ctx, version.definition, at.asOf, at),
    isDue && onDue !== undefined ? readReported(ctx, onDue.definition, indicator.due, at) : null,
    isOther ? readReported(ctx, onDue.definition, at.asOf, at) : null,
  ]);
  const shares = { version, counted, judgedBy: isOther ? onDue.version : null };
  if (counted === null) return { ...none, shares, note: notConnected };
  const value = reportedOf(counted, version.definition);
  if (value === null) return { ...none, shares, note: indicator.counting.rule === 'demandServed' ? noDemand : empty };
  return {
    ...none,
    value,
    atDue: isDue ? atDue : value,
    basis: {
      ...noBasis,
      records: (indicator.counting.rule === 'demandServed' ? counted.weighted?.denominator : counted.unweighted?.numerator) ?? 0,
    },
    note: null,
    mayHaveReached: true,
    // Where no denominator held on the due day nothing is said of whether the target was reached.
    judged: isOther ? judged : isDue && onDue === undefined ? null : value,
    shares,
  };
}
