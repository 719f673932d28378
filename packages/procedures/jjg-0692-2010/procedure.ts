/** JJG 692-2010: from the raw record to the conclusion, in kPa or in mmHg. */
import { multiply, parse } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';
import { appliesTo, readInstrument, rules } from './rules.ts';
import type { Sphygmomanometer } from './rules.ts';

const half = parse('0.5');

const pointsOf = ({ unit, oscillometric }: Sphygmomanometer): readonly Point[] => [
  ...limits.staticPressures[unit].value.map((reference): Point => ({
    id: `static-${reference}`,
    group: 'static',
    given: { reference },
    mandatory: false,
    times: 1,
    reason: ['均匀分布于测量范围', 'spread over the range'],
  })),
  ...(oscillometric
    ? [
        {
          id: 'simulator',
          group: 'repeatability',
          given: { setting: limits.simulatorSetting[unit].value },
          mandatory: false,
          times: Number(limits.repeatabilityRuns.value),
          reason: ['推荐设定', 'proposed setting'],
        } satisfies Point,
      ]
    : []),
];

export const jjg0692 = defineProcedure({
  edition,
  instrument: readInstrument,
  unit: ({ unit }) => unit,
  steps: ({ d }) => ({ d }),
  applies: appliesTo,
  points: pointsOf,
  rules,
  budgets: ({ parameters: { unit, d }, checks, number }) =>
    checks
      .filter(({ item }) => item === 'static')
      .map((check) =>
        errorBudget(check, edition.number, ['静态压力示值误差', 'Error of static pressure'], {
          reference: number(limits.standardError[unit]),
          reading: multiply(half, d),
        }),
      ),
});
