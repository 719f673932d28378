/**
 * Confidence limits for a combination Σ c_i E(S_i²) of independent mean squares (modified large sample): Graybill and Wang, JASA 75
 * (1980), where all coefficients are positive; Ting, Burdick, Graybill, Jeyaratnam and Lu, Journal of Statistical Computation and
 * Simulation 35 (1990), where some are negative. Used for gauge studies by Burdick, Borror and Montgomery, Journal of Quality
 * Technology 35 (2003). F with infinite degrees of freedom below is χ² over its own.
 */
import { chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { fisherQuantile } from '@tongheng/uncertainty/distribution/fisher';

export type MeanSquareTerm = { readonly coefficient: number; readonly meanSquare: number; readonly dof: number };

/** A study asks for the same few quantiles again and again: a ratio is found by bisection. */
function remembered(compute: (...at: number[]) => number): (...at: number[]) => number {
  const known = new Map<string, number>();
  return (...at) => {
    const key = at.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > 1000) known.clear();
    const value = compute(...at);
    known.set(key, value);
    return value;
  };
}

const chiSquareAt = remembered((p = 0, dof = 0) => chiSquareQuantile(p, dof));
const fisherAt = remembered((p = 0, numerator = 0, denominator = 0) => fisherQuantile(p, numerator, denominator));

/** Distances of a mean square from its bounds, relative to it: lower G = 1 − ν/χ²(1 − α), upper H = ν/χ²(α) − 1. */
const lowerReach = (dof: number, alpha: number): number => 1 - dof / chiSquareAt(1 - alpha, dof);
const upperReach = (dof: number, alpha: number): number => dof / chiSquareAt(alpha, dof) - 1;

/** The term between two mean squares of one sign (G* and H*). */
function between(one: number, other: number, alpha: number): number {
  const [g, h, both] = [lowerReach(one, alpha), lowerReach(other, alpha), lowerReach(one + other, alpha)];
  return (both * both * (one + other) * (one + other)) / (one * other) - (g * g * one) / other - (h * h * other) / one;
}

/** The term between one of positive and one of negative sign (G and H with two indices). */
function across(positive: number, negative: number, alpha: number, lower: boolean): number {
  const f = fisherAt(lower ? 1 - alpha : alpha, positive, negative);
  const [own, its] = lower
    ? [lowerReach(positive, alpha), upperReach(negative, alpha)]
    : [upperReach(positive, alpha), lowerReach(negative, alpha)];
  return ((f - 1) * (f - 1) - own * own * f * f - its * its) / f;
}

const sizeOf = ({ coefficient, meanSquare }: MeanSquareTerm): number => Math.abs(coefficient) * meanSquare;

function reach(terms: readonly MeanSquareTerm[], alpha: number, lower: boolean): number {
  const positive = terms.filter(({ coefficient }) => coefficient > 0);
  const negative = terms.filter(({ coefficient }) => coefficient < 0);
  let total = 0;
  for (const term of terms) {
    const inward = term.coefficient > 0 === lower;
    const relative = inward ? lowerReach(term.dof, alpha) : upperReach(term.dof, alpha);
    total += relative * relative * sizeOf(term) * sizeOf(term);
  }
  for (const one of positive) for (const other of negative) total += across(one.dof, other.dof, alpha, lower) * sizeOf(one) * sizeOf(other);
  const same = positive.length > 0 && negative.length > 0 ? (lower ? positive : negative) : [];
  same.forEach((one, index) => {
    for (const other of same.slice(index + 1))
      total += (between(one.dof, other.dof, alpha) / (same.length - 1)) * sizeOf(one) * sizeOf(other);
  });
  return Math.sqrt(Math.max(0, total));
}

/**
 * The estimate Σ cᵢ Sᵢ², in the square of the unit of the readings; may be negative.
 * @example combinationOf([{ coefficient: 0.5, meanSquare: 4, dof: 3 }]) // 2
 */
export const combinationOf = (terms: readonly MeanSquareTerm[]): number =>
  terms.reduce((total, { coefficient, meanSquare }) => total + coefficient * meanSquare, 0);

/**
 * Two-sided limits; they may be negative where the combination may, and the caller cuts at 0.
 * @param level confidence level between 0 and 1
 * @example combinationInterval([{ coefficient: 1, meanSquare: 1, dof: 10 }], 0.95) // [0.488…, 3.079…], that is 10/χ²(0.975) and 10/χ²(0.025)
 */
export function combinationInterval(terms: readonly MeanSquareTerm[], level: number): readonly [number, number] {
  const alpha = (1 - level) / 2;
  const used = terms.filter(({ coefficient }) => coefficient !== 0);
  const middle = combinationOf(used);
  return [middle - reach(used, alpha, true), middle + reach(used, alpha, false)];
}

/** The greatest ratio at which a bound of (top − ratio · bottom) is still positive; 0 when it never is. */
function crossing(bound: (ratio: number) => number): number {
  if (!(bound(0) > 0)) return 0;
  let [low, high] = [0, 1];
  while (bound(high) > 0) {
    [low, high] = [high, high * 2];
    if (high > 1e18) return Number.POSITIVE_INFINITY;
  }
  for (let turn = 0; turn < 100 && high - low > 1e-13 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (bound(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Limits of a ratio of two combinations of the same mean squares, bottom all positive: the ratios at which the limits of
 * top − ratio · bottom are 0. The upper limit is Infinity where nothing keeps it.
 */
export function ratioInterval(top: readonly MeanSquareTerm[], bottom: readonly MeanSquareTerm[], level: number): readonly [number, number] {
  const difference = (ratio: number): MeanSquareTerm[] =>
    top.map((term, index) => ({ ...term, coefficient: term.coefficient - ratio * (bottom[index]?.coefficient ?? 0) }));
  return [
    crossing((ratio) => combinationInterval(difference(ratio), level)[0]),
    crossing((ratio) => combinationInterval(difference(ratio), level)[1]),
  ];
}
