/** The uncertainty of an error: the equipment at the largest error of its class, and the rounding of the mean. */
import { multiply, parse } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import type { ReadLimit } from '../src/rule.ts';
import { limits } from './limits.ts';
import type { Meter } from './meter.ts';

const half: Decimal = parse('0.5');

export const budgetsOf = ({
  parameters,
  checks,
  number,
}: {
  parameters: Meter;
  checks: readonly Check[];
  number: ReadLimit;
}): readonly Budget[] =>
  checks
    .filter(({ item, symbol }) => item === 'errors' && symbol === 'E')
    .map((check) =>
      errorBudget(check, 'JJG 596-2012', ['基本误差 E', 'Intrinsic error E'], {
        reference: number(limits.equipmentClass[parameters.class]),
        reading: multiply(half, parameters.interval),
      }),
    );
