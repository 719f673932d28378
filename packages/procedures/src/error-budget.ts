/** The measurement model of an error of indication, which most procedures share: E = indication − reference. */
import { print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check } from './calculation.ts';
import type { Text } from './edition.ts';

/** Half the width of the interval in which each influence lies, in the unit of the check; an influence that is absent is left out. */
export type Influences = {
  /** The largest error that the standard may have. */
  readonly reference: Decimal;
  /** Half a step of the display, or of what a person can read. */
  readonly reading?: Decimal;
  /** The spread of repeated readings. */
  readonly spread?: Decimal;
};

/**
 * The budget of a check of an error: the error itself, with the standard at the largest error allowed, the reading and the spread, each
 * rectangular (JCGM 100 4.3.7).
 * @param edition number of the regulation, for the title
 */
export function errorBudget(check: Check, edition: string, title: Text, { reference, reading, spread }: Influences): Budget {
  const rectangular = (half: Decimal) => ({ distribution: 'rectangular', mean: 0, halfWidth: Number(print(half)) });
  const influences = {
    ...(reading ? { reading: rectangular(reading) } : {}),
    ...(spread ? { spread: rectangular(spread) } : {}),
  };
  const added = Object.keys(influences).map((name) => ` + ${name}`);
  return {
    check: check.id,
    title,
    model: {
      title: `${edition} ${check.id}`,
      outputs: { error: `found${added.join('')} - reference` },
      inputs: {
        found: { distribution: 'constant', value: Number(check.value) },
        ...influences,
        reference: rectangular(reference),
      },
    },
    limit: check.limit,
    unit: check.unit,
  };
}
