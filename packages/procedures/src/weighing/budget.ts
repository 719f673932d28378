/** The uncertainty of the error of a scale, with the weights at the largest error that the regulation allows them, a third of the MPE. */
import { print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../calculation.ts';
import type { Text } from '../edition.ts';
import type { ReadLimit } from '../rule.ts';
import type { Scale } from './scale.ts';

type Calculated = { readonly parameters: Scale; readonly checks: readonly Check[]; readonly number: ReadLimit };
type Inputs = Budget['model']['inputs'];

const rectangular = (halfWidth: number) => ({ distribution: 'rectangular', mean: 0, halfWidth });

/** One budget for each check of `weighing`. */
const budgetsOf = (number: string, title: Text, output: string, equation: string, checks: readonly Check[], influences: Inputs) =>
  checks
    .filter(({ item }) => item === 'weighing')
    .map(({ id, value, limit, unit }): Budget => ({
      check: id,
      title,
      model: {
        title: `${number} ${id}`,
        outputs: { [output]: equation },
        inputs: {
          E: { distribution: 'constant', value: Number(value) },
          ...influences,
          dL: rectangular(Number(limit ?? '0') / 3),
        },
      },
      limit,
      unit,
    }));

/** By the changeover point: Ec = E + δP − δL − δE₀, P and E₀ each known to a tenth of the largest e, the step of the small weights. */
export const changeoverBudgets =
  (number: string) =>
  ({ parameters, checks }: Calculated): readonly Budget[] => {
    const { e } = parameters.ranges[parameters.ranges.length - 1] ?? parameters;
    const tenth = rectangular(Number(print(e)) * 0.05);
    return budgetsOf(number, ['修正误差 Ec', 'Corrected error Ec'], 'Ec', 'E + dP - dL - dE0', checks, { dP: tenth, dE0: tenth });
  };

/** Read directly or balanced: E = E + δI − δL, I known within ± half of `step`. */
export const readingBudgets =
  (number: string, step: (calculated: Calculated) => Decimal) =>
  (calculated: Calculated): readonly Budget[] =>
    budgetsOf(number, ['示值误差 E', 'Error of indication E'], 'Ex', 'E + dI - dL', calculated.checks, {
      dI: rectangular(Number(print(step(calculated))) / 2),
    });
