/** Repeated readings at one point are not several points: a series is spread over its range. */
import { compare } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Sourced } from './edition.ts';
import { seriesRule } from './rule.ts';
import type { Rule } from './rule.ts';

/**
 * Refuses a group whose rows have fewer than `least` different values in a column.
 * @param counted which values count, all unless said; zero may be no point
 */
export const distinctPoints = <P>(rule: {
  readonly item: string;
  readonly group: string;
  readonly column: string;
  readonly least: Sourced<string>;
  readonly counted?: (value: Decimal) => boolean;
}): Rule<P> =>
  seriesRule<P, string>({
    item: rule.item,
    group: rule.group,
    needs: [rule.column],
    judge: (rows, _at, to) => {
      const values = rows.flatMap(({ cells }) => cells[rule.column] ?? []).filter(rule.counted ?? (() => true));
      const different = values.filter((value, index) => values.findIndex((other) => compare(other, value) === 0) === index);
      const least = rule.least.value;
      if (different.length < Number(least))
        to.refuse('rows', 'points', [`应有至少 ${least} 个不同的测点`, `at least ${least} different points are needed`]);
    },
  });
