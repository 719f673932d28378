/** JJG 1041-2008: from the raw record to the conclusion. The error limits of annex A are entered at adoption. */
import { multiply, parse } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { Text } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { quotient } from '../src/quotient.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';
import { rules } from './rules.ts';
import type { DigitalElectrocardiograph } from './rules.ts';

const half = parse('0.5');
const fine = parse('0.001');

const point = (group: string, given: Readonly<Record<string, string>>, mandatory: boolean, reason: Text): Point => ({
  id: `${group}-${Object.values(given).join('-')}`,
  group,
  given,
  mandatory,
  times: 1,
  reason,
});

const ends: readonly string[] = [limits.frequencyLow.value, limits.frequencyMiddle.value, limits.frequencyHigh.value];

export const jjg1041 = defineProcedure<DigitalElectrocardiograph, typeof limits>({
  edition,
  instrument: (plate) => {
    const rateStep = plate.decimal('rateStep');
    if (rateStep.digits <= 0n) plate.refuse('rateStep', 'too-small', ['必须大于零', 'must be greater than zero']);
    return { rateStep };
  },
  steps: ({ rateStep }) => ({ d: rateStep }),
  points: () => [
    ...limits.sensitivities.value.map((gain) => point('calibration', { gain }, true, ['各挡位', 'each step'])),
    ...limits.frequencies.value.map((frequency) =>
      point('response', { frequency }, ends.includes(frequency), ['频率范围及其间', 'the ends of the ranges and between']),
    ),
    ...limits.rates.value.map((reference) => point('heartRate', { reference }, false, ['建议点', 'proposed'])),
  ],
  rules,
  budgets: ({ parameters: { rateStep }, checks, number }) =>
    checks
      .filter(({ item }) => item === 'heartRate')
      .map((check) =>
        errorBudget(check, edition.number, ['心率测量误差', 'Error of the heart rate'], {
          reference: quotient(parse(check.limit ?? '0'), number(limits.standardDivisor), fine, []),
          reading: multiply(half, rateStep),
        }),
      ),
});
