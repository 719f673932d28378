/**
 * A pressure gauge on its rising and falling stroke: at each numbered graduation the reading is taken before and after tapping the case.
 * Error 示值误差 = reading after tapping − pressure, on both strokes. Hysteresis 回程误差 = the two readings after tapping apart. Tapping
 * displacement 轻敲位移 = the readings before and after tapping apart.
 */
import { abs, compare, subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Sourced, Text } from '../edition.ts';
import { decimalField, rowGroup } from '../field.ts';
import type { Field, Group } from '../form.ts';
import { minus, signed, written } from '../print.ts';
import { rowRule } from '../rule.ts';
import type { At, Cells, Rule } from '../rule.ts';

export type StrokeLimits = {
  readonly mpe: Decimal;
  readonly hysteresis: Decimal;
  readonly tapping: Decimal;
  readonly numbers: readonly Sourced<unknown>[];
  readonly hysteresisNumbers: readonly Sourced<unknown>[];
  readonly tappingNumbers: readonly Sourced<unknown>[];
};

type Column = 'pressure' | 'upBefore' | 'upAfter' | 'downBefore' | 'downAfter';
type Limits<P> = (pressure: Decimal, at: At<P>) => StrokeLimits;

const reading = (id: string, label: Text, help: Text, symbol: string, factor: string): Field =>
  decimalField(id, label, 'sheet', help, { symbol, resolution: { factor, of: 'division' }, near: 'pressure' });

const columns = (factor: string): readonly Field[] => [
  decimalField('pressure', ['标准器压力', 'Pressure of the standard'], 'sheet', ['疏空压力记为负值', 'A vacuum is negative'], {
    symbol: 'p',
  }),
  reading('upBefore', ['升压轻敲前', 'Rising, before tapping'], ['升压到该点，轻敲前的示值', 'Before the case is tapped'], 'p↑′', factor),
  reading('upAfter', ['升压轻敲后', 'Rising, after tapping'], ['轻敲表壳后的示值', 'After the case was tapped'], 'p↑', factor),
  reading(
    'downBefore',
    ['降压轻敲前', 'Falling, before tapping'],
    ['降压到该点，轻敲前的示值', 'Before the case is tapped'],
    'p↓′',
    factor,
  ),
  reading('downAfter', ['降压轻敲后', 'Falling, after tapping'], ['轻敲表壳后的示值', 'After the case was tapped'], 'p↓', factor),
];

/**
 * The group of the record. A reading is estimated to `share` of a division.
 * @param more columns that stand first, such as the cycle
 */
export const strokeGroup = (help: Text, share: string, rows: { least: number; most: number }, more: readonly Field[] = []): Group =>
  rowGroup('indication', ['示值', 'Indication'], help, rows, [...more, ...columns(share)], {
    computed: [
      { symbol: 'E↑', label: ['升压示值误差', 'Error, rising'] },
      { symbol: 'E↓', label: ['降压示值误差', 'Error, falling'] },
      { symbol: 'H', label: ['回程误差', 'Hysteresis'] },
      { symbol: 'T↑', label: ['升压轻敲位移', 'Tapping displacement, rising'] },
      { symbol: 'T↓', label: ['降压轻敲位移', 'Tapping displacement, falling'] },
    ],
  });

const apart = (symbol: string, a: Decimal, b: Decimal, value: Decimal, unit: string): (() => Text) => {
  const text = `${symbol} = |${written(a)} ${minus(b)}| = ${written(value)} ${unit}`;
  return () => [text, text];
};

/** The rules of the items 'error', 'hysteresis' and 'tapping' on the rows of 'indication'. */
export function strokeRules<P>(limitsAt: Limits<P>): readonly Rule<P>[] {
  const errorOn = (stroke: 'up' | 'down', symbol: string, cells: Cells<Column>, at: At<P>) => {
    const read = cells[`${stroke}After`];
    const value = subtract(read, cells.pressure);
    const { mpe, numbers } = limitsAt(cells.pressure, at);
    const text = () => `${symbol} = ${written(read)} ${minus(cells.pressure)} = ${signed(value)} ${at.unit}`;
    return { symbol, value, limit: mpe, numbers, comparison: 'within', id: stroke, how: (): Text => [text(), text()] } as const;
  };
  const tappedOn = (stroke: 'up' | 'down', symbol: string, cells: Cells<Column>, at: At<P>) => {
    const [before, after] = [cells[`${stroke}Before`], cells[`${stroke}After`]];
    const value = abs(subtract(after, before));
    const { tapping, tappingNumbers } = limitsAt(cells.pressure, at);
    const how = apart(symbol, after, before, value, at.unit);
    const id = stroke === 'up' ? 'tapped-up' : 'tapped-down';
    return { symbol, value, limit: tapping, numbers: tappingNumbers, comparison: 'at-most', id, how } as const;
  };
  return [
    rowRule<P, Column>({
      item: 'error',
      group: 'indication',
      needs: ['pressure', 'upAfter', 'downAfter'],
      judge: (cells, at, to) => {
        for (const judged of [errorOn('up', 'E↑', cells, at), errorOn('down', 'E↓', cells, at)]) {
          to.note(judged.symbol, judged.value);
          to.check(judged);
        }
      },
    }),
    rowRule<P, Column>({
      item: 'hysteresis',
      group: 'indication',
      needs: ['pressure', 'upAfter', 'downAfter'],
      judge: ({ pressure, upAfter, downAfter }, at, to) => {
        const value = abs(subtract(downAfter, upAfter));
        const { hysteresis, hysteresisNumbers } = limitsAt(pressure, at);
        to.note('H', value);
        to.check({
          symbol: 'H',
          value,
          limit: hysteresis,
          numbers: hysteresisNumbers,
          comparison: 'at-most',
          id: 'hysteresis',
          how: apart('H', downAfter, upAfter, value, at.unit),
        });
      },
    }),
    rowRule<P, Column>({
      item: 'tapping',
      group: 'indication',
      needs: ['pressure', 'upBefore', 'upAfter', 'downBefore', 'downAfter'],
      judge: (cells, at, to) => {
        for (const judged of [tappedOn('up', 'T↑', cells, at), tappedOn('down', 'T↓', cells, at)]) {
          to.note(judged.symbol, judged.value);
          to.check(judged);
        }
      },
    }),
  ];
}

/** Whether a pressure lies in the range of a gauge; a point beyond it is refused where it stands. */
export const pressureInRange = <P extends { readonly lower: Decimal; readonly upper: Decimal }>(): Rule<P> =>
  rowRule<P, 'pressure'>({
    item: 'error',
    group: 'indication',
    needs: ['pressure'],
    judge: ({ pressure }, { parameters: { lower, upper }, unit }, to) => {
      if (compare(pressure, lower) >= 0 && compare(pressure, upper) <= 0) return;
      const range = `${written(lower)} … ${written(upper)} ${unit}`;
      to.refuse('pressure', 'outside', [`压力点应在测量范围 ${range} 内`, `the pressure lies in the range ${range}`]);
    },
  });
