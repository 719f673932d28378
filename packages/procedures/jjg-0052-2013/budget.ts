/** The uncertainty of the error at each graduation, with the standard at the largest error that the regulation allows it. */
import { print } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../src/calculation.ts';
import type { Gauge } from '../src/pressure/gauge.ts';

/** E = p↑ − p: the standard with at most ¼ MPE, the reading estimated to ⅕ of a division. */
function budgetOf(check: Check, gauge: Gauge): Budget {
  const mpe = Number(check.limit ?? '0');
  return {
    check: check.id,
    title: ['升压示值误差', 'Error, rising'],
    model: {
      title: `JJG 52-2013 ${check.id}`,
      outputs: { E: 'E0 + dR - dp' },
      inputs: {
        E0: { distribution: 'constant', value: Number(check.value) },
        dR: { distribution: 'rectangular', mean: 0, halfWidth: Number(print(gauge.division)) / 10 },
        dp: { distribution: 'rectangular', mean: 0, halfWidth: mpe / 4 },
      },
    },
    limit: check.limit,
    unit: check.unit,
  };
}

/** One for each graduation, on the rising stroke. */
export const budgetsOf = ({ parameters, checks }: { parameters: Gauge; checks: readonly Check[] }): readonly Budget[] =>
  checks.filter(({ item, symbol }) => item === 'error' && symbol === 'E↑').map((check) => budgetOf(check, parameters));
