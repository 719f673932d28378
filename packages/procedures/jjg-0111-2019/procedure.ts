/**
 * JJG 111-2019: from the raw record to the conclusion. It knows the first verification only.
 * Worked example: t₀ = 41.02, t = 40.87: E = −0.15 °C, allowed for ordinary use from −0.15 to +0.10 °C.
 */
import { multiply, negate, parse } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { errorRule, examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { examined } from './form.ts';
import { limits } from './limits.ts';

type Thermometer = { readonly ordinary: boolean };
const half = parse('0.5');

export const jjg0111 = defineProcedure<Thermometer, typeof limits>({
  edition,
  instrument: (plate) => ({ ordinary: plate.text('type') === 'ordinary' }),
  points: ({ ordinary }) =>
    ordinary
      ? limits.ordinaryPoints.value.map((point): Point => ({
          id: `error-${point}`,
          group: 'error',
          given: { point },
          mandatory: true,
          times: 1,
          reason: ['普通人体用体温计的检定点', 'a point of ordinary thermometers'],
        }))
      : [],
  rules: [
    examinedRule('appearance', 'appearance', examined.appearance),
    examinedRule('column', 'column', examined.column),
    examinedRule('maximum', 'maximum', examined.maximum),
    errorRule({
      item: 'error',
      group: 'error',
      indication: 'indication',
      reference: 'reference',
      unit: '°C',
      limit: (_cells, { parameters: { ordinary }, number }) => {
        if (!ordinary) {
          const limit = number(limits.otherwise);
          return { lower: negate(limit), limit, numbers: [limits.otherwise] };
        }
        const numbers = [limits.ordinaryLow, limits.ordinaryHigh];
        return { lower: number(limits.ordinaryLow), limit: number(limits.ordinaryHigh), numbers };
      },
    }),
  ],
  budgets: ({ checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .map((check) =>
        errorBudget(check, edition.number, ['示值误差', 'Error of indication'], {
          reference: number(limits.standardError),
          reading: multiply(half, number(limits.readingStep)),
        }),
      ),
});
