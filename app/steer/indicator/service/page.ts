import type { Context } from '../../../platform/context.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { Indicator, IndicatorPage } from '../contract/shapes.ts';
import { entryRule } from '../rules/counting.ts';
import { quarterEnds, valueOn } from '../rules/course.ts';
import { basisText, isShare, noBasis, toNumber, type Fraction } from '../rules/value.ts';
import * as store from '../store/figures.ts';
import { listTargets } from '../store/target.ts';
import { readCourse } from './course.ts';
import { countsOfCounties, type County } from './denominator/county.ts';
import { readVersions } from './denominator/versions.ts';
import { takeovers } from '../rules/denominator/definition.ts';
import { toMeasured, toShares, words } from './denominator/print.ts';
import type { Reading } from './figures.ts';
import type { Moment } from './moment.ts';

/** A reading as the contract shows it. */
export function toIndicator(reading: Reading, plan: PlanDocument): Indicator {
  const { indicator, value, atDue } = reading;
  const inPercent = isShare(indicator);
  const shown = (fraction: Fraction | null): number | null => (fraction === null ? null : toNumber(fraction, inPercent));
  return {
    id: indicator.id,
    goal: indicator.goal,
    clause: indicator.clause,
    title: words(indicator.title),
    target: indicator.target,
    direction: indicator.direction,
    unit: words(indicator.unit),
    due: indicator.due,
    strength: indicator.strength,
    rule: indicator.counting.rule,
    value: shown(value),
    numerator: value?.numerator ?? null,
    denominator: value?.denominator ?? null,
    valueAtDue: shown(atDue),
    state: reading.state,
    reachedOn: reading.reachedOn,
    basis: reading.basis,
    basisText: words(basisText(reading.basis ?? noBasis, plan.baseline)),
    note: reading.note === null ? null : words(reading.note),
    milestones: indicator.milestones ?? null,
    passed: [...reading.passed],
    forecast: reading.forecast,
    method: words(indicator.method),
    shares: toShares(reading.shares),
  };
}

/** What each region has of an indicator. */
async function readRegions(ctx: Context, plan: PlanDocument, reading: Reading, at: Moment): Promise<Map<string, Fraction>> {
  const { indicator } = reading;
  const { counting } = indicator;
  if (reading.value === null) return new Map();
  if (counting.rule === 'entries') {
    const rule = entryRule(indicator, plan.period);
    const rows = rule === undefined ? [] : await store.readEntryRegions(ctx.db, rule, at);
    const known = new Map(rows.map((row) => [row.region, { numerator: row.value, denominator: 1 }]));
    for (const region of plan.regions) if (!known.has(region.code)) known.set(region.code, { numerator: 0, denominator: 1 });
    return known;
  }
  if (counting.rule === 'measurementStandards') {
    const rows = await store.readStandardRegions(ctx.db, at);
    const known = new Map(rows.map((row) => [row.region, { numerator: row.value, denominator: 1 }]));
    for (const region of plan.regions) if (!known.has(region.code)) known.set(region.code, { numerator: 0, denominator: 1 });
    return known;
  }
  if (counting.rule === 'cells') {
    const rows = await store.readCellRegions(ctx.db, plan.id, counting.list, at);
    return new Map(rows.map((row) => [row.region, { numerator: row.inPlace, denominator: 1 }]));
  }
  return new Map();
}

/** What each region has of a share: both figures, under the denominator of the day. */
const readShares = async (ctx: Context, plan: PlanDocument, { shares }: Reading, at: Moment): Promise<County[]> =>
  shares === null ? [] : countsOfCounties(ctx, plan, shares.version.definition, at);

/** What lies in a region that the plan does not name counts all the same, and is shown where it lies. */
const regionsElsewhere = (
  plan: PlanDocument,
  found: ReadonlyMap<string, Fraction>,
): Pick<PlanDocument['regions'][number], 'code' | 'name'>[] =>
  [...found.keys()]
    .filter((code) => !plan.regions.some((region) => region.code === code))
    .sort()
    .map((code) => ({ code, name: [`其他（${code}）`, `Other (${code})`] }));

const recordKindOf = (counting: Reading['indicator']['counting']): string | null => {
  if (counting.rule === 'entries') return counting.kind;
  if (counting.rule === 'measurementStandards') return 'standard';
  return counting.rule === 'catalogueCoverage' ? 'scope' : null;
};

/** One indicator with its course by quarters, its counties and the decisions on how it is counted. */
export async function toPage(ctx: Context, plan: PlanDocument, reading: Reading, at: Moment): Promise<IndicatorPage> {
  const { indicator } = reading;
  const inPercent = isShare(indicator);
  const [course, regions, shares, versions, targets] = await Promise.all([
    readCourse(ctx, plan, indicator, at),
    readRegions(ctx, plan, reading, at),
    readShares(ctx, plan, reading, at),
    inPercent ? readVersions(ctx, plan, indicator, at.knownAt) : [],
    listTargets(ctx.db, plan.id, at.knownAt, indicator.id),
  ]);
  const sentence = plan.sentences.find((each) => each.id === indicator.sentence);
  const { counting } = indicator;
  return {
    ...toIndicator(reading, plan),
    quote: { clause: indicator.clause, text: sentence?.text ?? '', textEn: sentence?.textEn ?? null, phrase: indicator.phrase },
    undecided: (indicator.undecided ?? []).map(({ question, confidence }) => ({ question: words(question), confidence })),
    series: quarterEnds(plan.period.from, at.asOf).map((day) => {
      // A register that is connected holds nothing before its first record: that is zero. A share of nothing is no share.
      const value =
        valueOn(course, day) ??
        (inPercent || counting.rule === 'cells' || reading.value === null ? null : { numerator: 0, denominator: 1 });
      return { day, value: value === null ? null : toNumber(value, inPercent) };
    }),
    denominators: takeovers(versions, at.asOf).map(({ version, holdsFrom }) => ({ version, from: holdsFrom })),
    counties: (shares.length > 0 ? shares : [...plan.regions, ...regionsElsewhere(plan, regions)]).map((region) => {
      const counted = shares.find(({ code }) => code === region.code)?.counted ?? null;
      const value =
        counted === null ? (regions.get(region.code) ?? null) : counted[reading.shares?.version.definition.reported ?? 'unweighted'];
      const target = targets
        .filter((each) => each.region === region.code && each.amount !== null)
        .sort((one, other) => other.year - one.year)[0];
      return {
        code: region.code,
        name: words(region.name),
        value: value === null ? null : toNumber(value, inPercent),
        numerator: value?.numerator ?? null,
        denominator: value?.denominator ?? null,
        unweighted: toMeasured(counted?.unweighted ?? null),
        weighted: toMeasured(counted?.weighted ?? null),
        target: target === undefined ? null : Number(target.amount),
        targetYear: target?.year ?? null,
      };
    }),
    asOf: at.asOf,
    knownAt: at.knownAt,
    recordKind: recordKindOf(counting),
    list: counting.rule === 'cells' ? counting.list : null,
    mayDecide: inPercent && ctx.caller.permits.has('indicator.publish'),
  };
}
