/** The uncertainty of Ec at each weighing load, with the standard at the largest error that the regulation allows it. */
import { print } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../src/calculation.ts';
import type { Scale } from './scale.ts';

/** One budget for a check of `weighing`: E = I + δI − L, L with an error of at most ⅓ MPE, δI the tenth of e of the small weights. */
function budgetOf(check: Check, scale: Scale): Budget {
  const mpe = Number(check.limit ?? '0');
  return {
    check: check.id,
    title: ['修正误差 Ec', 'Corrected error Ec'],
    model: {
      title: `JJG 539-2016 ${check.id}`,
      outputs: { Ec: 'E + dP - dL - dE0' },
      inputs: {
        E: { distribution: 'constant', value: Number(check.value) },
        dP: { distribution: 'rectangular', mean: 0, halfWidth: Number(print(scale.e)) * 0.05 },
        dE0: { distribution: 'rectangular', mean: 0, halfWidth: Number(print(scale.e)) * 0.05 },
        dL: { distribution: 'rectangular', mean: 0, halfWidth: mpe / 3 },
      },
    },
    limit: check.limit,
    unit: check.unit,
  };
}

export const budgetsOf = ({ parameters, checks }: { parameters: Scale; checks: readonly Check[] }): readonly Budget[] =>
  checks.filter(({ item }) => item === 'weighing').map((check) => budgetOf(check, parameters));
