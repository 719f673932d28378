/** JJG 744-2004: from the raw record to the conclusion. The numbers of its tables 1 to 3 are entered at adoption. */
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';
import { readSource, rules } from './rules.ts';
import type { Source } from './rules.ts';

export const jjg0744 = defineProcedure<Source, typeof limits>({
  edition,
  instrument: readSource,
  applies: (group, { fluoroscopy }) => group !== 'kermaRate' || fluoroscopy !== 'none',
  points: () =>
    limits.tubeVoltages.value.map((indicated): Point => ({
      id: `voltage-${indicated}`,
      group: 'tubeVoltage',
      given: { indicated },
      mandatory: false,
      times: 1,
      reason: ['建议点', 'proposed'],
    })),
  rules,
  budgets: ({ checks, number }) =>
    checks
      .filter(({ item }) => item === 'tubeVoltage')
      .map((check) =>
        errorBudget(check, edition.number, ['管电压误差', 'Error of tube voltage'], { reference: number(limits.standardError) }),
      ),
});
