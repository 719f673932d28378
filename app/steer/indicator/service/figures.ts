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
import { count, isShare, noBasis, reaches, type Basis, type Fraction } from '../rules/value.ts';
import * as store from '../store/figures.ts';
import { readCourse } from './course.ts';
import { findReached } from './denominator/course.ts';
import { findShare, type SharesOnDay } from './denominator/figure.ts';
import type { Moment } from './moment.ts';

export { momentOf, type Moment } from './moment.ts';

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
  /** Of a share: its denominator and both figures. */
  readonly shares: SharesOnDay | null;
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
  readonly shares?: SharesOnDay | null;
  /** What the target is held against where that is not the value. */
  readonly judged?: Fraction | null;
};

const notConnected: Text = ['尚无已采信的记录接入', 'No accepted record has been connected'];
const beforeDocument: Text = ['规划文件印发之前没有记录', 'Nothing is recorded before the document was issued'];

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
  const standardsOnly = indicators.filter((indicator) => indicator.counting.rule === 'measurementStandards');
  const [entries, standards, cells, shares, phases] = await Promise.all([
    findEntries(ctx, [...rules.values()], plan, at),
    Promise.all(standardsOnly.map(async (each) => [each.id, await findStandards(ctx, each, plan, at)] as const)),
    findCells(ctx, indicators, plan, at),
    Promise.all(indicators.filter(isShare).map(async (each) => [each.id, await findShare(ctx, each, plan, at)] as const)),
    store.listPhases(ctx.db, phased, at, at.isNow),
  ]);
  const found = new Map<string, Found>([...entries, ...standards, ...cells, ...shares]);
  return Promise.all(
    indicators.map(async (indicator): Promise<Reading> => {
      const {
        value,
        atDue: onDue,
        start,
        from,
        basis,
        note,
        mayHaveReached,
        shares: own = null,
        judged = value,
      } = found.get(indicator.id) as Found;
      const isDue = at.asOf > indicator.due;
      const atDue = isDue ? onDue : null;
      const isLate = isDue && judged !== null && mayHaveReached && !(atDue !== null && reaches(atDue, indicator));
      const reachedOn = !isLate
        ? null
        : isShare(indicator)
          ? await findReached(ctx, plan, indicator, at)
          : firstReached(await readCourse(ctx, plan, indicator, at), indicator, indicator.due, at.asOf);
      const passed = passedBy(rules.get(indicator.id), phases);
      return {
        indicator,
        value,
        atDue,
        state: judge(indicator, { from }, at.asOf, {
          value: judged,
          atDue,
          reachedOn,
          start,
          isUnderWay: passed.length > 0,
        }),
        reachedOn,
        basis: value === null ? null : basis,
        note,
        passed,
        forecast: value === null ? null : forecast(indicator, from, at.asOf, start, value.numerator),
        shares: own,
      };
    }),
  );
}
