/** Points of an operating characteristic over the mean of the process, the nominal quantity being one of them. */
import { add, compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { numberOf } from '../sample/decimal-text.ts';
import { acceptance, type Acceptance, type NormalProcess } from './operating-characteristic.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/** A point in the unit of the nominal quantity; probabilities to six decimals. */
export type CurvePoint = {
  readonly mean: string;
  readonly meanTest: string | null;
  readonly counts: string;
  readonly atLeast: string;
  readonly atMost: string;
};

export type CurveProcess = { readonly nominal: Decimal; readonly tolerable: Decimal; readonly s: Decimal };

const probability = (value: number): string => value.toFixed(6);

const pointOf = (mean: Decimal, { mean: meanTest, counts, atLeast, atMost }: Acceptance): CurvePoint => ({
  mean: print(mean),
  meanTest: meanTest === null ? null : probability(meanTest),
  counts: probability(counts),
  atLeast: probability(atLeast),
  atMost: probability(atMost),
});

/** The mean at which a rising probability reaches a level, by bisection down to the resolution of the numbers. */
function meanAt(level: number, chance: (mean: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (from + to) / 2;
    if (chance(middle) < level) from = middle;
    else to = middle;
  }
  return to;
}

/** A step of 1, 2 or 5 times a power of ten that is not below the wanted one. @example print(roundStep(0.34)) // '0.5' */
export function roundStep(wanted: number): Decimal {
  // Of the exponential notation only the digits are read, so that no logarithm rounds at a power of ten.
  const [digits = '1', power = '0'] = wanted.toExponential(6).split('e');
  const leading = Number(digits);
  const factor = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
  const exponent = Number(power);
  return trim(exponent >= 0 ? whole(BigInt(factor) * 10n ** BigInt(exponent)) : { digits: BigInt(factor), scale: -exponent });
}

/** Below this share of the nominal quantity a spread cannot be told from none, and the curve is a step. */
const narrowest = parse('0.0000001');

/** Whether s is so small that there is no curve to draw. @example isTooNarrow(parse('500'), parse('0.00001')) // true */
export const isTooNarrow = (nominal: Decimal, s: Decimal): boolean => compare(s, multiply(nominal, narrowest)) < 0;

/** About this many points from hardly any lot passing to nearly every one. */
const wanted = 30;
const [hardly, nearly] = [0.001, 0.999];

/** Means at which the curve is worth looking at. */
export function curveMeans(plan: SamplingPlan, { nominal, tolerable, s }: CurveProcess): readonly Decimal[] {
  const process = { nominal: numberOf(nominal), tolerable: numberOf(tolerable), s: numberOf(s) };
  const at = (mean: number): Acceptance => acceptance(plan, { ...process, mean });
  const [low, high] = [process.nominal - 2 * process.tolerable - 12 * process.s, process.nominal + 12 * process.s];
  const from = meanAt(hardly, (mean) => at(mean).atMost, low, high);
  const to = meanAt(nearly, (mean) => at(mean).atMost, low, high);
  const step = roundStep(Math.max(to - from, process.s * 1e-3) / wanted);
  const size = numberOf(step);
  const [first, last] = [Math.floor((from - process.nominal) / size), Math.ceil((to - process.nominal) / size)];
  const means: Decimal[] = [];
  for (let index = first; index <= last; index += 1) means.push(trim(add(nominal, multiply(step, whole(index)))));
  // Between the curve and the nominal quantity there may lie many steps, which are of no use.
  return first > 0 ? [nominal, ...means] : last < 0 ? [...means, nominal] : means;
}

/**
 * The curve at the given means, or at those where it is worth looking at. s is not too narrow.
 * @example acceptanceCurve(findPlan(rule, 400), { nominal: parse('500'), tolerable: parse('15'), s: parse('5') })
 */
export function acceptanceCurve(plan: SamplingPlan, process: CurveProcess, means?: readonly Decimal[] | null): readonly CurvePoint[] {
  return (means ?? curveMeans(plan, process)).map((mean) => pointOf(mean, acceptance(plan, normalProcess(process, mean))));
}

const normalProcess = ({ nominal, tolerable, s }: CurveProcess, mean: Decimal): NormalProcess => ({
  nominal: numberOf(nominal),
  tolerable: numberOf(tolerable),
  mean: numberOf(mean),
  s: numberOf(s),
});
