import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { cardsOf } from '../../../register/file/service.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { Decision, Indicator, IndicatorPage } from '../contract/shapes.ts';
import { entryRule } from '../rules/counting.ts';
import { quarterEnds, valueOn } from '../rules/course.ts';
import { basisText, isShare, noBasis, share, toNumber, type Fraction } from '../rules/value.ts';
import * as decisions from '../store/decision.ts';
import * as store from '../store/figures.ts';
import { listTargets } from '../store/target.ts';
import { readCourse } from './course.ts';
import type { Moment, Reading } from './figures.ts';

const words = (text: Text): [string, string] => [text[0], text[1]];

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
  };
}

export async function toDecision(ctx: Context, row: Awaited<ReturnType<typeof decisions.listDecisions>>[number]): Promise<Decision> {
  const { id, edition, entries, documentNumber, reason, person, recordedAt } = row;
  return { id, edition, entries, documentNumber, files: await cardsOf(ctx, row.files), reason, person, recordedAt };
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
  if (counting.rule === 'catalogueCoverage') return new Map();
  const rows = await store.readDemandRegions(ctx.db, at, at.isNow);
  return new Map(
    rows.flatMap((row) => {
      const fraction = share(row.numerator, row.denominator);
      return fraction === null ? [] : [[row.region, fraction] as const];
    }),
  );
}

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
  const [course, regions, targets, rows] = await Promise.all([
    readCourse(ctx, plan, indicator, at),
    readRegions(ctx, plan, reading, at),
    listTargets(ctx.db, plan.id, at.knownAt, indicator.id),
    decisions.listDecisions(ctx.db, plan.id, indicator.id, at.knownAt),
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
    counties: [...plan.regions, ...regionsElsewhere(plan, regions)].map((region) => {
      const value = regions.get(region.code) ?? null;
      const target = targets
        .filter((each) => each.region === region.code && each.amount !== null)
        .sort((one, other) => other.year - one.year)[0];
      return {
        code: region.code,
        name: words(region.name),
        value: value === null ? null : toNumber(value, inPercent),
        numerator: value?.numerator ?? null,
        denominator: value?.denominator ?? null,
        target: target === undefined ? null : Number(target.amount),
        targetYear: target?.year ?? null,
      };
    }),
    decisions: await Promise.all(rows.map((row) => toDecision(ctx, row))),
    asOf: at.asOf,
    knownAt: at.knownAt,
    recordKind: recordKindOf(counting),
    list: counting.rule === 'cells' ? counting.list : null,
    mayDecide: counting.rule === 'catalogueCoverage' && ctx.caller.permits.has('indicator.publish'),
  };
}
