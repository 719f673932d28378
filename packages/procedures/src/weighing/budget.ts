/** The uncertainty of the corrected error by the changeover point, with the weights at the largest error that the regulation allows them. */
import { print } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../calculation.ts';
import type { Scale } from './scale.ts';

/**
 * One budget for each check of `weighing`: Ec = E + δP − δL − δE₀, with L in error by at most ⅓ MPE, and P and E₀ each known to a tenth of e,
 * the step of the small weights.
 */
export const changeoverBudgets =
  (number: string) =>
  ({ parameters, checks }: { readonly parameters: Scale; readonly checks: readonly Check[] }): readonly Budget[] => {
    const tenth = { distribution: 'rectangular', mean: 0, halfWidth: Number(print(parameters.e)) * 0.05 };
    return checks
      .filter(({ item }) => item === 'weighing')
      .map(({ id, value, limit, unit }) => ({
        check: id,
        title: ['修正误差 Ec', 'Corrected error Ec'],
        model: {
          title: `${number} ${id}`,
          outputs: { Ec: 'E + dP - dL - dE0' },
          inputs: {
            E: { distribution: 'constant', value: Number(value) },
            dP: tenth,
            dE0: tenth,
            dL: { distribution: 'rectangular', mean: 0, halfWidth: Number(limit ?? '0') / 3 },
          },
        },
        limit,
        unit,
      }));
  };
