/**
 * Runs of a dispenser: the error of each is held against the MPE, and the largest less the smallest error at one flow against the
 * repeatability. Errors are exact (see relative-error.ts).
 */
import { add, compare, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Rational } from '@tongheng/quantity/rational';
import type { Point } from '../calculation.ts';
import type { Text } from '../edition.ts';
import { minus, signed } from '../print.ts';
import { meanOf, percentError, rangeOf, writtenTo } from '../relative-error.ts';
import { rowRule, seriesRule } from '../rule.ts';
import type { At, Cells, Recorder, Rule } from '../rule.ts';
import { mpeAt } from './numbers.ts';
import type { DispenserNumbers } from './numbers.ts';

export type RunRules<P, N extends string> = {
  readonly numbers: DispenserNumbers;
  /** The columns that say what was shown and what the standard measured. */
  readonly needs: readonly N[];
  readonly fields: readonly string[];
  /** The symbol of the reference value, such as V_Bt, and its unit. */
  readonly reference: { readonly symbol: string; readonly unit: string };
  readonly shown: (cells: Cells<N>) => Decimal;
  /** The reference value under the conditions of the dispenser. */
  readonly delivered: (cells: Cells<N>, fields: Cells<string>, at: At<P>) => Decimal | undefined;
  /** What forbids the run, such as temperatures too far apart. */
  readonly conditions?: (cells: Cells<N>, at: At<P>, to: Recorder) => void;
};

/** Decimals of an error in %. */
const decimals = 3;

/** The points of the runs: at each flow as many as the regulation asks for. */
export const runPoints = (flows: readonly (readonly [point: string, reason: Text])[], { runs }: DispenserNumbers): readonly Point[] =>
  flows.map(([point, reason]) => ({
    id: `runs-${point}`,
    group: 'runs',
    given: { point },
    mandatory: true,
    times: Number(runs.value),
    reason,
  }));

/** The rules of the group 'runs', whose rows name their flow in the column 'point'. */
export function runRules<P, const N extends string>({
  numbers,
  needs,
  fields,
  reference,
  shown,
  delivered,
  conditions,
}: RunRules<P, N>): readonly Rule<P>[] {
  const error = rowRule<P, N, string>({
    item: 'error',
    group: 'runs',
    needs,
    fields,
    judge: (cells, at, to, given) => {
      const [indication, untrimmed] = [shown(cells), delivered(cells, given, at)];
      if (!untrimmed) return;
      const actual = trim(untrimmed);
      if (actual.digits <= 0n) return to.refuse(needs[needs.length - 1] ?? '', 'too-small', ['应大于 0', 'must be greater than 0']);
      conditions?.(cells, at, to);
      const { limit, numbers: rests } = mpeAt(numbers, at);
      const value = writtenTo(percentError(indication, actual), decimals, limit);
      to.note(reference.symbol, actual, reference.unit);
      to.note('E', value, '%');
      to.check({
        symbol: 'E',
        value,
        limit,
        comparison: 'within',
        unit: '%',
        numbers: rests,
        how: () => {
          const text = `E = (${print(indication)} ${minus(actual)}) / ${print(actual)} × 100 % = ${signed(value)} %`;
          return [`${at.text('point')}：${text}`, `${at.text('point')}: ${text}`];
        },
      });
    },
  });

  const repeatability = seriesRule<P, N, string>({
    item: 'repeatability',
    group: 'runs',
    needs,
    fields,
    by: 'point',
    judge: (rows, at, to, given) => {
      const errors: Rational[] = [];
      for (const { cells } of rows) {
        const actual = delivered(cells, given, at);
        if (!actual || actual.digits <= 0n) return;
        errors.push(percentError(shown(cells), actual));
      }
      if (errors.length < Number(numbers.runs.value)) return;
      const limit = at.number(numbers.repeatability);
      const value = writtenTo(rangeOf(errors), decimals, limit);
      to.note('mean', writtenTo(meanOf(errors), decimals), '%');
      to.note('range', value, '%');
      to.check({
        symbol: 'Emax − Emin',
        value,
        limit,
        comparison: 'at-most',
        unit: '%',
        numbers: [numbers.repeatability],
        how: () => [
          `${rows.length} 次示值误差的极差 Emax − Emin = ${print(value)} %`,
          `range of ${rows.length} errors: Emax − Emin = ${print(value)} %`,
        ],
      });
    },
  });

  return [error, repeatability];
}

/** Whether two readings are further apart than allowed. */
export const isApart = (a: Decimal, b: Decimal, most: Decimal): boolean => {
  const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
  return compare(high, add(low, most)) > 0;
};
