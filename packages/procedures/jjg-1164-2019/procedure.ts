/**
 * JJG 1164-2019: from the raw record to the conclusion. Each single reading is judged.
 * Worked example: blackbody 37.02 °C, reading 37.2 °C: E = +0.18 °C, allowed ±0.2 °C from 35.0 to 42.0 °C.
 */
import { compare, multiply, parse, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { errorRule, examinedRule, seriesRule } from '../src/rule.ts';
import type { Rule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { examined } from './form.ts';
import { limits } from './limits.ts';

type Thermometer = { readonly d: Decimal };
const half = parse('0.5');

/** Three temperatures at least, and at each of them three readings. */
const complete: Rule<Thermometer> = seriesRule({
  item: 'error',
  group: 'error',
  needs: ['point'],
  judge: (rows, _at, to) => {
    const counts = new Map<string, number>();
    for (const { cells } of rows) {
      const point = print(trim(cells.point));
      counts.set(point, (counts.get(point) ?? 0) + 1);
    }
    const [points, readings] = [limits.points.value, limits.readings.value];
    if (counts.size < Number(points))
      to.refuse('rows', 'points', [`应有至少 ${points} 个温度点`, `at least ${points} temperatures are needed`]);
    for (const [point, count] of counts)
      if (count < Number(readings))
        to.refuse('rows', 'missing', [`${point} °C 应有 ${readings} 次读数`, `${readings} readings are needed at ${point} °C`]);
  },
});

export const jjg1164 = defineProcedure<Thermometer, typeof limits>({
  edition,
  instrument: (plate) => {
    const d = plate.decimal('d');
    if (d.digits <= 0n) plate.refuse('d', 'too-small', ['必须大于零', 'must be greater than zero']);
    return { d };
  },
  steps: ({ d }) => ({ d }),
  points: () =>
    limits.temperatures.value.map((point): Point => ({
      id: `error-${point}`,
      group: 'error',
      given: { point },
      mandatory: false,
      times: Number(limits.readings.value),
      reason: ['大致等间隔的黑体温度', 'temperatures about equally apart'],
    })),
  rules: [
    examinedRule('appearance', 'appearance', examined.appearance),
    examinedRule('optics', 'optics', examined.optics),
    examinedRule('function', 'function', examined.function),
    complete,
    errorRule({
      item: 'error',
      group: 'error',
      indication: 'indication',
      reference: 'reference',
      unit: '°C',
      limit: ({ reference }, { number }) => {
        const inside =
          reference !== undefined && compare(reference, number(limits.rangeLow)) >= 0 && compare(reference, number(limits.rangeHigh)) <= 0;
        const mpe = inside ? limits.within : limits.outside;
        return { limit: number(mpe), numbers: [mpe, limits.rangeLow, limits.rangeHigh] };
      },
    }),
  ],
  budgets: ({ parameters: { d }, checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .map((check) =>
        errorBudget(check, edition.number, ['实验室误差', 'Laboratory error'], {
          reference: number(limits.standardError),
          reading: multiply(half, d),
        }),
      ),
});
