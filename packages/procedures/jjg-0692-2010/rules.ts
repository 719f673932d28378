/**
 * From the readings to the checks of JJG 692-2010. Errors are judged unrounded; rates are written to three decimals, or as finely as it
 * takes to lie on the right side of the limit.
 * Worked example: initial verification in mmHg, P₀ = 150, P = 153: E = +3, allowed ±3.
 */
import { compare, max, min, parse, print, subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { distinctPoints } from '../src/distinct-points.ts';
import { minus, signed } from '../src/print.ts';
import { quotient } from '../src/quotient.ts';
import { difference, examinedRule, fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { At, Nameplate, Recorder, Rule } from '../src/rule.ts';
import { appearanceFields } from './form.ts';
import { limits } from './limits.ts';
import type { PressureUnit } from './limits.ts';

export type Sphygmomanometer = { readonly unit: PressureUnit; readonly d: Decimal; readonly oscillometric: boolean };

export function readInstrument(plate: Nameplate): Sphygmomanometer | undefined {
  const d = plate.decimal('d');
  if (d.digits <= 0n) plate.refuse('d', 'too-small', ['必须大于零', 'must be greater than zero']);
  return { unit: plate.text('unit') as PressureUnit, d, oscillometric: plate.text('principle') === 'oscillometric' };
}

const thousandth = parse('0.001');

const range = fieldRule<Sphygmomanometer, 'lowest' | 'highest'>({
  item: 'range',
  group: 'range',
  needs: ['lowest', 'highest'],
  judge: ({ lowest, highest }, { parameters, number }, to) => {
    const [low, high] = [limits.rangeLow[parameters.unit], limits.rangeHigh[parameters.unit]];
    const read = (value: Decimal) => () => [`静态示值 ${print(value)}`, `static reading ${print(value)}`] as const;
    to.check({ id: 'lowest', symbol: 'Pmin', value: lowest, limit: number(low), comparison: 'at-most', numbers: [low], how: read(lowest) });
    to.check({
      id: 'highest',
      symbol: 'Pmax',
      value: highest,
      limit: number(high),
      comparison: 'at-least',
      numbers: [high],
      how: read(highest),
    });
  },
});

function judgeStatic(id: 'rising' | 'falling', reading: Decimal, reference: Decimal, at: At<Sphygmomanometer>, to: Recorder): void {
  const mpe = (at.kind === 'initial' ? limits.staticInitial : limits.staticOther)[at.parameters.unit];
  const symbol = id === 'rising' ? 'E' : 'E′';
  const value = subtract(reading, reference);
  to.note(symbol, value);
  to.check({
    id,
    symbol,
    value,
    limit: at.number(mpe),
    comparison: 'within',
    numbers: [mpe],
    how: () => difference(symbol, reading, reference, value, at.unit),
  });
}

const rising = rowRule<Sphygmomanometer, 'reference' | 'rising'>({
  item: 'static',
  group: 'static',
  needs: ['reference', 'rising'],
  judge: ({ reference, rising: reading }, at, to) => judgeStatic('rising', reading, reference, at, to),
});
const falling = rowRule<Sphygmomanometer, 'reference' | 'falling'>({
  item: 'static',
  group: 'static',
  needs: ['reference', 'falling'],
  judge: ({ reference, falling: reading }, at, to) => judgeStatic('falling', reading, reference, at, to),
});

const spread: Rule<Sphygmomanometer> = distinctPoints({
  item: 'static',
  group: 'static',
  column: 'reference',
  least: limits.staticPoints,
  counted: ({ digits }) => digits > 0n,
});

/**
 * Whether the regulation judges the range R of the readings or R / C is entered at adoption. R ≤ limit passes either way and is said at
 * once; a larger R waits for C.
 */
function judgeRepeatability(id: 'systolic' | 'diastolic', values: readonly Decimal[], at: At<Sphygmomanometer>, to: Recorder): void {
  const [first, ...others] = values;
  if (!first) return;
  const [largest, smallest] = [max(first, ...others), min(first, ...others)];
  const rangeOf = subtract(largest, smallest);
  const limit = limits.repeatability[at.parameters.unit];
  const divisor = at.number(limits.repeatabilityDivisor);
  const steps = `R = ${print(largest)} ${minus(smallest)} = ${print(rangeOf)}`;
  to.note(id === 'systolic' ? 'R_S' : 'R_D', rangeOf);
  if (divisor !== undefined && divisor.digits > 0n) {
    const value = quotient(rangeOf, divisor, thousandth, [at.number(limit)]);
    const text = `${steps}, R / ${print(divisor)} = ${print(value)} ${at.unit}`;
    const numbers = [limit, limits.repeatabilityDivisor];
    to.check({ id, symbol: 'R / C', value, limit: at.number(limit), comparison: 'at-most', numbers, how: () => [text, text] });
    return;
  }
  const passes = compare(rangeOf, at.number(limit)) <= 0;
  to.check({
    id,
    symbol: 'R',
    value: rangeOf,
    limit: passes ? at.number(limit) : undefined,
    comparison: 'at-most',
    numbers: passes ? [limit] : [limit, limits.repeatabilityDivisor],
    how: () => [`${steps} ${at.unit}`, `${steps} ${at.unit}`],
  });
}

const repeatability = seriesRule<Sphygmomanometer, 'systolic' | 'diastolic'>({
  item: 'repeatability',
  group: 'repeatability',
  needs: ['systolic', 'diastolic'],
  by: 'setting',
  judge: (rows, at, to) => {
    const least = limits.repeatabilityRuns.value;
    if (rows.length < Number(least))
      to.refuse('rows', 'missing', [`每个设定至少测量 ${least} 次`, `each setting is measured at least ${least} times`]);
    for (const id of ['systolic', 'diastolic'] as const)
      judgeRepeatability(
        id,
        rows.map(({ cells }) => cells[id]),
        at,
        to,
      );
  },
});

/** (before − after) / time; undefined and refused where no time passed. */
function rateOf(before: Decimal, after: Decimal, time: Decimal, bounds: readonly Decimal[], to: Recorder): Decimal | undefined {
  if (time.digits > 0n) return quotient(subtract(before, after), time, thousandth, bounds);
  to.refuse('time', 'too-small', ['时间必须大于零', 'the time must be greater than zero']);
  return undefined;
}

const deflation = rowRule<Sphygmomanometer, 'before' | 'after' | 'time'>({
  item: 'deflation',
  group: 'deflation',
  needs: ['before', 'after', 'time'],
  judge: ({ before, after, time }, { parameters, number }, to) => {
    const [low, high] = [limits.deflationLow[parameters.unit], limits.deflationHigh[parameters.unit]];
    const [lower, limit] = [number(low), number(high)];
    const value = rateOf(before, after, time, [lower, limit], to);
    if (!value) return;
    const unit = `${parameters.unit}/s`;
    to.note('v', value, unit);
    const text = `v = (${print(before)} ${minus(after)}) / ${print(time)} = ${signed(value)} ${unit}`;
    to.check({ symbol: 'v', value, lower, limit, comparison: 'between', unit, numbers: [low, high], how: () => [text, text] });
  },
});

const leak = fieldRule<Sphygmomanometer, 'before' | 'after' | 'time'>({
  item: 'leak',
  group: 'leak',
  needs: ['before', 'after', 'time'],
  judge: ({ before, after, time }, { parameters, number }, to) => {
    const most = limits.leak[parameters.unit];
    const limit = number(most);
    const value = rateOf(before, after, time, [limit], to);
    if (!value) return;
    const unit = `${parameters.unit}/min`;
    to.note('η', value, unit);
    const text = `η = (${print(before)} ${minus(after)}) / ${print(time)} = ${signed(value)} ${unit}`;
    to.check({ symbol: 'η', value, limit, comparison: 'at-most', unit, numbers: [most], how: () => [text, text] });
  },
});

export const rules: readonly Rule<Sphygmomanometer>[] = [
  examinedRule('appearance', 'appearance', appearanceFields),
  range,
  rising,
  falling,
  spread,
  repeatability,
  deflation,
  leak,
];

/** Which group belongs to which principle. */
export const appliesTo = (group: string, { oscillometric }: Sphygmomanometer): boolean =>
  group === 'repeatability' ? oscillometric : group === 'deflation' ? !oscillometric : true;
