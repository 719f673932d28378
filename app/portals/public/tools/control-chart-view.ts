/** From the answer of a chart to what the page draws, prints in tables and says in words. */
import { parse, print, type Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';
import type { ChartAnswer, PanelAnswer, PointAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import { runRule, type RunRuleId } from '@tongheng/statistics/control-chart/run-rule';
import { statisticTexts } from '@tongheng/statistics/control-chart/statistic-text';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { printNumber } from '../../../web/figures.ts';
import { fill } from '../../../web/language.ts';
import { texts } from './control-chart-text.ts';
import type { Picture } from './ChartPicture.tsx';

/** A computed decimal to so many decimals, as everywhere half to even (GB/T 8170). */
export function shown(value: string, decimals: number): string {
  const interval: Decimal = { digits: 1n, scale: decimals };
  return printNumber(print(roundTo(parse(value), interval)));
}

/** So many significant digits, for ratios such as Cp. */
export const shownRatio = (value: string, digits = 3): string => printNumber(String(Number(Number(value).toPrecision(digits))));

/** Decimals of a panel: two more than the readings have, four for proportions and rates; counts have their own. */
export function decimalsOf(panel: PanelAnswer, ofReadings: number): number {
  if (panel.statistic === 'proportion' || panel.statistic === 'rate') return 4;
  return panel.statistic === 'number' || panel.statistic === 'count' ? 2 : ofReadings + 2;
}

const isWhole = (panel: PanelAnswer): boolean => panel.statistic === 'number' || panel.statistic === 'count';
export const shownValue = (panel: PanelAnswer, value: string, ofReadings: number): string =>
  isWhole(panel) ? printNumber(value) : shown(value, decimalsOf(panel, ofReadings));

/** The name of a point: its place in the data is its own number or, in a moving range, that of the later reading. */
export const nameOf = (point: PointAnswer, index: number, names: readonly string[]): string =>
  names[(point.at ?? index + 1) - 1] ?? String(point.at ?? index + 1);

export const brokenCount = ({ points, spread }: ChartAnswer): number => {
  const places = [points, spread?.points ?? []].flatMap((list) =>
    list.flatMap((point, index) => (point.rules.length > 0 ? [point.at ?? index + 1] : [])),
  );
  return new Set(places).size;
};

export type Finding = { readonly id: RunRuleId; readonly words: string; readonly meaning: string; readonly places: readonly string[] };

const manyNames = 12;
const list = (names: readonly string[], language: Language): string =>
  names.slice(0, manyNames).join(language === 'zh' ? '、' : ', ') + (names.length > manyNames ? ' …' : '');

/** The rules that are broken, in words, with the points of both panels. */
export function findingsOf(answer: ChartAnswer, names: readonly string[], language: Language): readonly Finding[] {
  const text = texts[language];
  const panels = [answer, ...(answer.spread === null ? [] : [answer.spread])];
  const ids = panels.flatMap(({ points }) => points.flatMap(({ rules }) => rules)).filter((id, index, all) => all.indexOf(id) === index);
  return [...ids]
    .sort((one, other) => String(one).localeCompare(String(other)))
    .map((id) => {
      const rule = runRule(id);
      return {
        id,
        words: answer.chart === 'cusum' ? text.cusumSignal : inLanguage(rule.text, language),
        meaning: answer.chart === 'cusum' ? '' : inLanguage(rule.meaning, language),
        places: panels.flatMap((panel) => {
          const found = panel.points.flatMap((point, index) => (point.rules.includes(id) ? [nameOf(point, index, names)] : []));
          const chart = inLanguage(statisticTexts[panel.statistic], language);
          return found.length === 0 ? [] : [fill(text.atPoints, { chart, points: list(found, language) })];
        }),
      };
    });
}

/** A panel in numbers. */
export function pictureOf(panel: PanelAnswer, names: readonly string[], ofReadings: number, language: Language): Picture {
  const text = texts[language];
  const each = (own: (point: PointAnswer) => string | undefined, all: string | null): number[] =>
    panel.points.map((point) => Number(own(point) ?? all ?? 0));
  const broken = panel.points.flatMap((point, index) => (point.rules.length > 0 ? [nameOf(point, index, names)] : []));
  const decimals = decimalsOf(panel, ofReadings);
  return {
    label: fill(text.pictureOf, {
      chart: inLanguage(statisticTexts[panel.statistic], language),
      n: panel.points.length,
      centre: panel.centre === null ? text.varying : shown(panel.centre, decimals),
      found: broken.length === 0 ? text.noneBroken : fill(text.someBroken, { points: list(broken, language) }),
    }),
    values: each(({ value }) => value, null),
    ...(panel.statistic === 'cusum' ? { below: each(({ below }) => below, null) } : {}),
    centre: each(({ centre }) => centre, panel.centre),
    lower: each(({ lower }) => lower, panel.lower),
    upper: each(({ upper }) => upper, panel.upper),
    marks: panel.points.map(({ rules }) => rules.join(' ')),
    names: panel.points.map((point, index) => nameOf(point, index, names)),
    lines: panel.statistic === 'cusum' ? ['+h', '0', '\u2212h'] : ['UCL', 'CL', 'LCL'],
    hasZones: panel.appliedRules.some((id) => id === 5 || id === 'WE2'),
    printTick: (value, step) => {
      const places = Math.max(0, Math.min(20, -Math.floor(Math.log10(step) + 1e-9)));
      return printNumber(value.toFixed(places));
    },
  };
}

export type TableRow = { readonly name: string; readonly cells: readonly string[]; readonly isBroken: boolean };
export type Table = { readonly head: readonly string[]; readonly rows: readonly TableRow[] };

/** Both panels point by point; `exact` keeps every digit, for a file. */
export function tableOf(answer: ChartAnswer, names: readonly string[], ofReadings: number, language: Language, exact: boolean): Table {
  const text = texts[language];
  const panels = [answer, ...(answer.spread === null ? [] : [answer.spread])];
  const print = (panel: PanelAnswer, value: string | undefined): string =>
    value === undefined ? '' : exact ? value : shownValue(panel, value, ofReadings);
  const hasBelow = answer.chart === 'cusum';
  const head = panels.flatMap((panel) => [
    inLanguage(statisticTexts[panel.statistic], language),
    ...(hasBelow ? [text.below] : []),
    ...(panel.lower === null ? [text.lcl, text.ucl] : []),
    text.broken,
  ]);
  return {
    head: [text.point, ...head],
    rows: answer.points.map((_, place) => {
      const found = panels.map((panel) => ({ panel, point: panel.points.find(({ at }, index) => (at ?? index + 1) === place + 1) }));
      return {
        name: names[place] ?? String(place + 1),
        isBroken: found.some(({ point }) => (point?.rules.length ?? 0) > 0),
        cells: found.flatMap(({ panel, point }) => [
          print(panel, point?.value),
          ...(hasBelow ? [print(panel, point?.below)] : []),
          ...(panel.lower === null ? [print(panel, point?.lower), print(panel, point?.upper)] : []),
          point?.rules.join(' ') ?? '',
        ]),
      };
    }),
  };
}
