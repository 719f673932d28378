/** JJG 270-2008: from the raw record to the conclusion, in kPa or in mmHg. */
import { multiply, parse } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { quotient } from '../src/quotient.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';
import { appliesTo, readInstrument, rules } from './rules.ts';

const half = parse('0.5');
const thousandth = parse('0.001');

export const jjg0270 = defineProcedure({
  edition,
  instrument: readInstrument,
  unit: ({ unit }) => unit,
  steps: ({ d }) => ({ d }),
  applies: appliesTo,
  points: ({ unit }) =>
    limits.errorPressures[unit].value.map((reference): Point => ({
      id: `error-${reference}`,
      group: 'error',
      given: { reference },
      mandatory: false,
      times: 1,
      reason: ['降压逐点，均匀分布', 'falling, spread over the range'],
    })),
  given: ({ unit }) => ({ leak: { start: limits.testPressure[unit].value } }),
  rules,
  budgets: ({ parameters: { unit, d }, checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .map((check) =>
        errorBudget(check, edition.number, ['示值误差', 'Error of indication'], {
          reference: quotient(number(limits.error[unit]), number(limits.standardDivisor), thousandth, []),
          reading: multiply(half, multiply(number(limits.readingShare), d)),
        }),
      ),
});
