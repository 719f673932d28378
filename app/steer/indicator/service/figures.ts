import type { Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import { indicatorsOf, type PlacedIndicator } from '../../plan/rules/clauses.ts';
import { entryRule, type EntryRule } from '../rules/counting.ts';
import { firstReached } from '../rules/course.ts';
import { forecast, type Forecast } from '../rules/forecast.ts';
import { judge } from '../rules/judgement.ts';
import type { IndicatorState } from '../rules/states.ts';
import { count, noBasis, reaches, share, type Basis, type Fraction } from '../rules/value.ts';
import { listDecisions } from '../store/decision.ts';
import * as store from '../store/figures.ts';
import { readCourse } from './course.ts';

export type Moment = store.At & {
  /** Nothing later than now is known: the exact tallies may answer. */
  readonly isNow: boolean;
};

export const momentOf = (ctx: Pick<Context, 'today' | 'now'>, query: { asOf?: Day | undefined; knownAt?: string | undefined }): Moment => ({
  asOf: query.asOf ?? ctx.today,
  knownAt: query.knownAt ?? ctx.now,
  isNow: query.knownAt === undefined || query.knownAt >= ctx.now,
});

/** An indicator as the records give it at a moment. */
export type Reading = {
  readonly indicator: PlacedIndicator;
  readonly value: Fraction | null;
  readonly atDue: Fraction | null;
  readonly state: IndicatorState;
  readonly reachedOn: Day | null;
  readonly basis: Basis | null;
  readonly note: Text | null;
  readonly passed: readonly { phase: string; day: Day; documentNumber: string | null }[];
  readonly forecast: Forecast | null;
};

/** What one counting rule gives, before it is judged. */
type Found = {
  readonly value: Fraction | null;
  readonly atDue: Fraction | null;
  readonly start: number;
  readonly from: Day;
  readonly basis: Basis;
  readonly note: Text | null;
  /** False when the target can never have been reached, so that nobody looks for the day. */
  readonly mayHaveReached: boolean;
};

const notConnected: Text = ['尚无已采信的记录接入', 'No accepted record has been connected'];
const undecided: Text = [
  '以哪一版国家目录、哪些序号为分母尚未决定，见“口径决定”',
  'Which edition and entries of the national catalogue make the denominator is not decided yet',
];
const beforeDocument: Text = ['规划文件印发之前没有记录', 'Nothing is recorded before the document was issued'];
const noDemand: Text = ['尚无已处理的检定申请', 'No request has been decided yet'];

type Db = Pick<Context, 'db'>;

async function findEntries(ctx: Db, rules: readonly EntryRule[], plan: PlanDocument, at: Moment): Promise<Map<string, Found>> {
  if (rules.length === 0) return new Map();
  const figures = at.isNow ? await store.readEntryFiguresNow(ctx.db, plan.id, at.asOf) : await store.readEntryFigures(ctx.db, rules, at);
  const indicators = new Map(indicatorsOf(plan).map((indicator) => [indicator.id, indicator]));
  return new Map(
    figures.map((row) => [
      row.indicator,
      {
        value: row.recorded ? count(row.value) : null,
        atDue: row.recorded && at.asOf >= (indicators.get(row.indicator)?.due ?? at.asOf) ? count(row.valueAtDue) : null,
        start: rules.find((rule) => rule.id === row.indicator)?.obtainedFrom === null ? row.valueAtStart : 0,
        from: plan.period.from,
        basis: { ...noBasis, opening: row.fromOpening, records: row.value - row.fromOpening },
        note: row.recorded ? null : notConnected,
        mayHaveReached: row.ever >= (indicators.get(row.indicator)?.target ?? 0),
      },
    ]),
  );
}

async function findCells(ctx: Db, indicators: readonly PlacedIndicator[], plan: PlanDocument, at: Moment): Promise<Map<string, Found>> {
  const lists = indicators.flatMap((each) =>
    each.counting.rule === 'cells' ? [{ id: each.id, list: each.counting.list, due: each.due }] : [],
  );
  const wanted = lists.flatMap(({ list, due }) => [at.asOf, due, plan.issuedOn].map((day) => ({ list, day })));
  const figures = await store.readCellFigures(ctx.db, plan.id, wanted, at.knownAt);
  const on = (list: string, day: Day) => figures.find((figure) => figure.list === list && figure.day === day);
  return new Map(
    lists.map(({ id, list, due }) => {
      const [now, then, first] = [on(list, at.asOf), on(list, due), on(list, plan.issuedOn)];
      const isKnown = now !== undefined && now.known > 0;
      return [
        id,
        {
          value: isKnown ? count(now.inPlace) : null,
          atDue: then !== undefined && then.known > 0 ? count(then.inPlace) : null,
          start: first?.inPlace ?? 0,
          from: plan.issuedOn,
          basis: { ...noBasis, document: now?.fromDocument ?? 0, records: now?.fromRecords ?? 0 },
          note: isKnown ? null : beforeDocument,
          mayHaveReached: true,
        },
      ];
    }),
  );
}

/** G3-1: dossiers and entries together, by certificate number. */
async function findStandards(ctx: Db, indicator: PlacedIndicator, plan: PlanDocument, at: Moment): Promise<Found> {
  const row = await store.readStandardFigure(ctx.db, { start: plan.period.from, due: indicator.due }, at);
  return {
    value: row.recorded ? count(row.value) : null,
    atDue: row.recorded && at.asOf >= indicator.due ? count(row.valueAtDue) : null,
    start: row.valueAtStart,
    from: plan.period.from,
    basis: { ...noBasis, opening: row.fromOpening, records: row.value - row.fromOpening },
    note: row.recorded ? null : notConnected,
    mayHaveReached: row.ever >= indicator.target,
  };
}

async function findDemand(ctx: Db, indicator: PlacedIndicator, plan: PlanDocument, at: Moment): Promise<Found> {
  const knownAt = at.isNow ? null : at.knownAt;
  const [now, then] = await Promise.all([
    store.readDemand(ctx.db, at.asOf, knownAt),
    at.asOf > indicator.due ? store.readDemand(ctx.db, indicator.due, knownAt) : undefined,
  ]);
  return {
    value: share(now.numerator, now.denominator),
    atDue: share((then ?? now).numerator, (then ?? now).denominator),
    start: 0,
    from: plan.period.from,
    basis: { ...noBasis, records: now.denominator },
    note: now.denominator === 0 ? noDemand : null,
    mayHaveReached: now.denominator > 0,
  };
}

async function findCoverage(ctx: Db, indicator: PlacedIndicator, plan: PlanDocument, at: Moment): Promise<Found> {
  const none = { value: null, atDue: null, start: 0, from: plan.period.from, basis: noBasis, mayHaveReached: false };
  const [decision] = await listDecisions(ctx.db, plan.id, indicator.id, at.knownAt);
  if (decision === undefined) return { ...none, note: undecided };
  const [now, then] = await Promise.all([
    store.readCoverage(ctx.db, decision.entries, at),
    at.asOf > indicator.due ? store.readCoverage(ctx.db, decision.entries, { ...at, asOf: indicator.due }) : undefined,
  ]);
  if (!now.recorded) return { ...none, note: notConnected };
  return {
    ...none,
    value: share(now.numerator, now.denominator),
    atDue: share((then ?? now).numerator, (then ?? now).denominator),
    basis: { ...noBasis, records: now.numerator },
    note: null,
    mayHaveReached: true,
  };
}

type Phases = Awaited<ReturnType<typeof store.listPhases>>;

function passedBy(rule: EntryRule | undefined, phases: Phases) {
  if (rule === undefined) return [];
  return phases
    .filter(
      (step) =>
        step.kind === rule.kind &&
        (rule.levels === null || (step.level !== null && rule.levels.includes(step.level))) &&
        (rule.facet === null || step.facet === rule.facet),
    )
    .map(({ phase, day, documentNumber }) => ({ phase, day, documentNumber }));
}

/** Every indicator of the plan (or the one asked for) at a moment, in a handful of statements whatever the number of records. */
export async function readFigures(ctx: Db, plan: PlanDocument, at: Moment, only?: string): Promise<Reading[]> {
  const indicators = indicatorsOf(plan).filter((indicator) => only === undefined || indicator.id === only);
  const rules = new Map(
    indicators.flatMap((indicator) => {
      const rule = entryRule(indicator, plan.period);
      return rule === undefined ? [] : [[indicator.id, rule] as const];
    }),
  );
  const phased = [...new Set(indicators.flatMap((each) => (each.milestones === undefined ? [] : [rules.get(each.id)?.kind ?? ''])))];
  const sole = (rule: 'measurementStandards' | 'demandServed' | 'catalogueCoverage') =>
    indicators.filter((indicator) => indicator.counting.rule === rule);
  const [entries, standards, cells, demand, coverage, phases] = await Promise.all([
    findEntries(ctx, [...rules.values()], plan, at),
    Promise.all(sole('measurementStandards').map(async (each) => [each.id, await findStandards(ctx, each, plan, at)] as const)),
    findCells(ctx, indicators, plan, at),
    Promise.all(sole('demandServed').map(async (each) => [each.id, await findDemand(ctx, each, plan, at)] as const)),
    Promise.all(sole('catalogueCoverage').map(async (each) => [each.id, await findCoverage(ctx, each, plan, at)] as const)),
    store.listPhases(ctx.db, phased, at, at.isNow),
  ]);
  const found = new Map<string, Found>([...entries, ...standards, ...cells, ...demand, ...coverage]);
  return Promise.all(
    indicators.map(async (indicator): Promise<Reading> => {
      const { value, atDue: onDue, start, from, basis, note, mayHaveReached } = found.get(indicator.id) as Found;
      const isDue = at.asOf > indicator.due;
      const atDue = isDue ? onDue : null;
      const isLate = isDue && value !== null && mayHaveReached && !(atDue !== null && reaches(atDue, indicator));
      const reachedOn = isLate ? firstReached(await readCourse(ctx, plan, indicator, at), indicator, indicator.due, at.asOf) : null;
      const passed = passedBy(rules.get(indicator.id), phases);
      return {
        indicator,
        value,
        atDue,
        state: judge(indicator, { from }, at.asOf, { value, atDue, reachedOn, start, isUnderWay: passed.length > 0 }),
        reachedOn,
        basis: value === null ? null : basis,
        note,
        passed,
        forecast: value === null ? null : forecast(indicator, from, at.asOf, start, value.numerator),
      };
    }),
  );
}
