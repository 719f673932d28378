/**
 * The error of the test weight: the mean of what this tester shows more than the standard, for the same grain.
 * Worked example: 770, 771, 770 g/L beside 768, 768, 769 g/L: differences 2, 3, 1, mean +2 g/L.
 */
import { add, negate, parse, print, subtract, whole } from '@tongheng/quantity/decimal';
import { signed } from '../src/print.ts';
import { quotient } from '../src/quotient.ts';
import { rowRule, seriesRule } from '../src/rule.ts';
import type { Tester } from './tester.ts';
import { limits } from './limits.ts';

const thousandth = parse('0.001');

export const difference = rowRule<Tester, 'standard' | 'tested'>({
  item: 'density',
  group: 'density',
  needs: ['standard', 'tested'],
  judge: ({ standard, tested }, _at, to) => to.note('Δρ', subtract(tested, standard), 'g/L'),
});

export const density = seriesRule<Tester, 'standard' | 'tested'>({
  item: 'density',
  group: 'density',
  needs: ['standard', 'tested'],
  judge: (rows, { number }, to) => {
    const sum = rows.map(({ cells }) => subtract(cells.tested, cells.standard)).reduce(add, whole(0));
    const [mpe, runs] = [number(limits.density), number(limits.runs)];
    const count = whole(rows.length);
    const value = quotient(sum, count, thousandth, mpe ? [mpe, negate(mpe)] : []);
    to.check({
      symbol: 'Δρ',
      value,
      // Without knowing how often the comparison is to be made nothing is judged either.
      limit: runs && mpe,
      comparison: 'within',
      unit: 'g/L',
      numbers: [limits.density, limits.runs],
      how: () => {
        const text = `Σ(ρ − ρ₀) / n = ${print(sum)} / ${print(count)} = ${signed(value)} g/L`;
        return [text, text];
      },
    });
  },
});
