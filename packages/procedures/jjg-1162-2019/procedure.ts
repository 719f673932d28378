/**
 * JJG 1162-2019: from the raw record to the conclusion. The maximum permissible errors are entered at adoption.
 * Worked example: bath 37.03 °C, reading 37.1 °C: E = +0.07 °C, held against the limit of 37.0 to 39.0 °C.
 */
import { compare, multiply, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { distinctPoints } from '../src/distinct-points.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { errorRule, examinedRule, fieldRule } from '../src/rule.ts';
import type { ReadLimit, Rule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { examined } from './form.ts';
import { limits } from './limits.ts';

type Thermometer = { readonly d: Decimal };
const half = parse('0.5');
const { bounds, mpe } = limits;

/** The place of the maximum permissible error at a temperature. */
function mpeAt(temperature: Decimal, number: ReadLimit) {
  const is = (bound: (typeof bounds)['low']) => compare(temperature, number(bound));
  if (is(bounds.low) < 0) return mpe.belowLow;
  if (is(bounds.middle) < 0) return mpe.low;
  if (is(bounds.high) <= 0) return mpe.middle;
  return is(bounds.highest) <= 0 ? mpe.high : mpe.aboveHighest;
}

const display: Rule<Thermometer> = fieldRule({
  item: 'display',
  group: 'display',
  needs: ['lowest', 'highest'],
  judge: ({ lowest, highest }, { parameters: { d }, number }, to) => {
    const read = (value: Decimal) => () => [`显示 ${print(value)} °C`, `display ${print(value)} °C`] as const;
    const [low, high, step] = [limits.displayLow, limits.displayHigh, limits.resolution];
    const unit = '°C';
    to.check({
      id: 'lowest',
      symbol: 'tmin',
      value: lowest,
      limit: number(low),
      comparison: 'at-most',
      unit,
      numbers: [low],
      how: read(lowest),
    });
    to.check({
      id: 'highest',
      symbol: 'tmax',
      value: highest,
      limit: number(high),
      comparison: 'at-least',
      unit,
      numbers: [high],
      how: read(highest),
    });
    to.check({ id: 'resolution', symbol: 'd', value: d, limit: number(step), comparison: 'at-most', unit, numbers: [step], how: read(d) });
  },
});

const spread: Rule<Thermometer> = distinctPoints({ item: 'error', group: 'error', column: 'point', least: limits.points });

export const jjg1162 = defineProcedure<Thermometer, typeof limits>({
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
      times: 1,
      reason: ['低、中、高温度点', 'low, middle and high'],
    })),
  rules: [
    examinedRule('appearance', 'appearance', examined.appearance),
    display,
    examinedRule('function', 'function', examined.function),
    spread,
    errorRule({
      item: 'error',
      group: 'error',
      indication: 'indication',
      reference: 'reference',
      unit: '°C',
      limit: ({ reference }, { number }) => {
        const found = reference && mpeAt(reference, number);
        return found ? { limit: number(found), numbers: [found, ...Object.values(bounds)] } : { limit: undefined, numbers: [] };
      },
    }),
  ],
  budgets: ({ parameters: { d }, checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .map((check) =>
        errorBudget(check, edition.number, ['示值误差', 'Error of indication'], {
          reference: number(limits.standardError),
          reading: multiply(half, d),
        }),
      ),
});
