/** The budget of an error that is found with standard equipment whose expanded uncertainty may be a part of the MPE. */
import type { Decimal } from '@tongheng/quantity/decimal';
import { print } from '@tongheng/quantity/decimal';
import type { Budget, Check } from './calculation.ts';
import type { Text } from './edition.ts';

/**
 * error = found − reference, the reference with the largest expanded uncertainty that the regulation allows, MPE / divisor with k = 2.
 * None without a limit. @param edition number of the regulation, for the title
 */
export function standardBudget(check: Check, edition: string, title: Text, divisor: Decimal): readonly Budget[] {
  if (check.limit === null) return [];
  return [
    {
      check: check.id,
      title,
      model: {
        title: `${edition} ${check.id}`,
        outputs: { error: 'found - reference' },
        inputs: {
          found: { distribution: 'constant', value: Number(check.value) },
          reference: { distribution: 'interval', value: 0, U: Number(check.limit) / Number(print(divisor)), k: 2 },
        },
      },
      limit: check.limit,
      unit: check.unit,
    },
  ];
}
