import type { Day } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { Matrix } from '../../../measure/capability/contract.ts';
import { kindsOfItem } from '../../../measure/capability/service/effective.ts';
import { readMatrixAt } from '../../../measure/capability/service/matrix.ts';
import { countInstrumentGroups } from '../../../register/instrument/service/tally.ts';
import { detourFactor, kilometresBetween, type Point } from '../../../serve/round/rules/travel.ts';
import { provisionProblems } from '../contract.ts';
import type { Cost, Setting, Supposed } from '../contract/shapes.ts';
import {
  assumedAuthorisable,
  assumedCentres,
  assumedGeneral,
  assumedItem,
  generalParameterNames,
  itemParameterNames,
  type Confidence,
} from '../rules/assumption.ts';
import { keyOf, laterMonth, type Gap, type GeneralCosts, type ItemCosts, type Limits, type Scenario } from '../rules/scenario.ts';
import * as store from '../store.ts';

type Reads = Pick<Context, 'db' | 'today' | 'now'>;
export type Item = { readonly id: string; readonly mark: string; readonly name: [string, string]; readonly list: 'basic' | 'enhanced' };

/** Everything of a scenario that nobody sets: what the matrix, the ledger and the map say on the day. */
export type Situation = {
  readonly plan: string;
  readonly items: readonly Item[];
  readonly counties: readonly { readonly code: string; readonly name: [string, string] }[];
  readonly cells: readonly { readonly region: string; readonly item: string; readonly state: string | null; readonly since: Day | null }[];
  readonly gaps: readonly Gap[];
  readonly inPlace: Scenario['inPlace'];
  readonly dues: readonly { readonly list: string; readonly due: Day }[];
  /** Where no place is on record, a rough position of the county's seat stands in. */
  readonly hasAssumedDistances: boolean;
};

const lists = ['basic', 'enhanced'] as const;

export async function readSituation(ctx: Reads): Promise<Situation> {
  const at = { asOf: ctx.today, knownAt: ctx.now };
  const matrices: Matrix[] = await Promise.all(lists.map((list) => readMatrixAt(ctx, list, at)));
  const [first] = matrices;
  if (first === undefined) throw new Problem(provisionProblems.noMatrix);
  const [counts, centres, dues] = await Promise.all([
    countInstrumentGroups(ctx, {}, 'region-kind', ctx.today),
    store.listCentres(ctx.db),
    store.listDues(ctx.db, first.plan),
  ]);
  const placed = new Map<string, Point>(centres.map(({ region, longitude, latitude }) => [region, { longitude, latitude }]));
  const pointOf = (region: string): Point | undefined => placed.get(region) ?? assumedCentres[region];
  const hub = `${first.counties[0]?.code.slice(0, 4) ?? '0000'}00`;
  const kilometres = (from: string, to: string): number | null => {
    const [one, other] = [pointOf(from), pointOf(to)];
    return one === undefined || other === undefined ? null : Math.round(kilometresBetween(one, other) * detourFactor * 10) / 10;
  };
  const instrumentsOf = (region: string, item: string): number | null => {
    const kinds: readonly string[] = kindsOfItem(item);
    const rows = counts.filter((row) => row.region === region && row.kind !== null && kinds.includes(row.kind));
    return rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.inUse, 0);
  };
  const cells = matrices.flatMap((matrix, index) =>
    matrix.counties.flatMap((county) =>
      county.cells.map(({ item, state, since }) => ({ region: county.code, item, state, since, list: lists[index] ?? 'basic' })),
    ),
  );
  const gaps = cells
    .filter(({ state }) => state !== 'in-use')
    .map(({ region, item, list }): Gap => {
      const neighbours = cells
        .filter((cell) => cell.item === item && cell.state === 'in-use')
        .flatMap((cell) => {
          const far = kilometres(region, cell.region);
          return far === null ? [] : [{ region: cell.region, kilometres: far }];
        })
        .sort((one, other) => one.kilometres - other.kilometres || (one.region < other.region ? -1 : 1));
      return {
        region,
        item,
        list,
        instruments: instrumentsOf(region, item),
        toHub: kilometres(region, hub),
        neighbour: neighbours[0] ?? null,
      };
    });
  return {
    plan: first.plan,
    items: matrices.flatMap((matrix, index) => matrix.items.map((item) => ({ ...item, list: lists[index] ?? 'basic' }))),
    counties: first.counties.map(({ code, name }) => ({ code, name })),
    cells,
    gaps,
    inPlace: cells
      .filter(({ state }) => state === 'in-use')
      .map(({ region, item, list }) => ({ region, item, list, instruments: instrumentsOf(region, item) })),
    dues: dues.flatMap(({ list, due }) => (due === null ? [] : [{ list, due }])),
    hasAssumedDistances: [hub, ...first.counties.map(({ code }) => code)].some(
      (region) => !placed.has(region) && pointOf(region) !== undefined,
    ),
  };
}

const programSource = '程序假设，未经核实 Invented by the program';

/** The book of costs: what was recorded last, else the invented figure, marked as an assumption. */
export async function readCosts(ctx: Pick<Context, 'db'>, items: readonly string[]): Promise<Cost[]> {
  const recorded = new Map((await store.listCosts(ctx.db)).map((row) => [`${row.item ?? ''} ${row.parameter}`, row]));
  const costOf = (item: string | null, parameter: string, invented: number): Cost => {
    const row = recorded.get(`${item ?? ''} ${parameter}`);
    return row === undefined
      ? { item, parameter, amount: invented, source: programSource, confidence: 'assumption', person: null, recordedAt: null }
      : { ...row, confidence: row.confidence as Confidence };
  };
  return [
    ...generalParameterNames.map((parameter) => costOf(null, parameter, assumedGeneral[parameter])),
    ...items.flatMap((item) => {
      const invented = assumedItem(item);
      return itemParameterNames.map((parameter) => costOf(item, parameter, invented[parameter]));
    }),
  ];
}

/** The dates of the document are over where its plan is: a successor's are for a person to set, these are what a scenario starts with. */
export function initialSetting(today: Day): Setting {
  const from = laterMonth(today.slice(0, 7), 1);
  const year = Number(from.slice(0, 4));
  return {
    from,
    months: 36,
    targets: [
      { list: 'basic', percent: 100, month: laterMonth(from, 17) },
      { list: 'enhanced', percent: 100, month: laterMonth(from, 29) },
      { list: 'demand', percent: 95, month: laterMonth(from, 29) },
    ],
    budgets: [0, 1, 2].map((more) => ({ year: year + more, yuan: 6_000_000 })),
    people: 10,
    examinationsPerMonth: 8,
    visitsPerMonth: 40,
    authorisable: [...assumedAuthorisable],
    forced: [],
    forbidden: [],
    costs: [],
    demand: [],
  };
}

/** What was solved, with every figure and how sure it is: a version keeps it as it was. */
export type Input = Scenario & {
  readonly costs: readonly Cost[];
  /** Figures of the setting that differ from what was recorded. */
  readonly supposed: Supposed;
  readonly hasAssumedDistances: boolean;
  readonly solvedFor: Day;
};

const costKey = ({ item, parameter }: { readonly item: string | null; readonly parameter: string }): string => `${item ?? ''} ${parameter}`;

export function toInput(
  situation: Situation,
  book: readonly Cost[],
  { costs: supposedCosts, demand, ...limits }: Setting,
  today: Day,
): Input {
  const wanted = new Set(situation.gaps.map(({ item }) => item));
  const recorded = book.filter(({ item }) => item === null || wanted.has(item));
  const amounts = new Map(supposedCosts.map((cost) => [costKey(cost), cost.amount]));
  const isSupposed = (cost: Cost): boolean => (amounts.get(costKey(cost)) ?? cost.amount) !== cost.amount;
  const amountOf = (cost: Cost): number => amounts.get(costKey(cost)) ?? cost.amount;
  const figures = new Map(recorded.map((cost) => [costKey(cost), amountOf(cost)]));
  const figure = (item: string | null, parameter: string): number => figures.get(costKey({ item, parameter })) ?? 0;
  const counts = new Map(demand.map((one) => [keyOf(one), one.instruments]));
  const withDemand = <Cell extends { readonly region: string; readonly item: string; readonly instruments: number | null }>(
    cell: Cell,
  ): Cell => ({
    ...cell,
    instruments: counts.get(keyOf(cell)) ?? cell.instruments,
  });
  return {
    limits: limits as Limits,
    general: Object.fromEntries(generalParameterNames.map((parameter) => [parameter, figure(null, parameter)])) as GeneralCosts,
    items: Object.fromEntries(
      [...wanted].map((item) => [
        item,
        Object.fromEntries(itemParameterNames.map((parameter) => [parameter, figure(item, parameter)])) as ItemCosts,
      ]),
    ),
    gaps: situation.gaps.map(withDemand),
    inPlace: situation.inPlace.map(withDemand),
    costs: recorded.filter((cost) => !isSupposed(cost)),
    supposed: {
      costs: recorded.filter(isSupposed).map((cost) => ({
        item: cost.item,
        parameter: cost.parameter,
        amount: amountOf(cost),
        recorded: cost.amount,
        confidence: cost.confidence,
      })),
      demand: [...situation.gaps, ...situation.inPlace].flatMap(({ region, item, instruments: recordedCount }) => {
        const instruments = counts.get(keyOf({ region, item }));
        return instruments === undefined || instruments === recordedCount ? [] : [{ region, item, instruments, recorded: recordedCount }];
      }),
    },
    hasAssumedDistances: situation.hasAssumedDistances,
    solvedFor: today,
  };
}

export const cellOf = (situation: Situation, place: { region: string; item: string }) =>
  situation.cells.find((cell) => keyOf(cell) === keyOf(place));
