/**
 * Algorithm A, robust mean and standard deviation with iterated scale (ISO 13528:2022, C.3; ISO 5725-5, 6.2).
 * Start: x* = median, s* = 1.483 median|x − x*|. Each step: values outside x* ± 1.5 s* are moved to that limit,
 * x* = their mean, s* = 1.134 √(Σ(w − x*)²/(p − 1)).
 * The standard stops when the third significant figure no longer changes, which leaves an error of some 10⁻³ s*; here the
 * iteration goes on to the fixed point unless the rule of the standard is asked for.
 */
import { chiSquareCdf } from '@tongheng/uncertainty/distribution/chi-square';
import { normalQuantile, normalUpper } from '@tongheng/uncertainty/distribution/normal';
import { mean, median, sorted, standardDeviation, sumOfSquares } from './sample.ts';
import { medianDeviation } from './simple-robust.ts';

export type AlgorithmAOptions = {
  /** iso: 1.483 and 1.134 as printed; exact: the factors that make s* consistent for the normal distribution (1.4826, 1.13339). */
  readonly constants?: 'iso' | 'exact';
  /** converged: to the fixed point; iso: until the third significant figure of s*, and that figure of x*, stays. */
  readonly stop?: 'converged' | 'iso';
};

export type RobustEstimate = {
  readonly x: number;
  readonly s: number;
  /** Standard uncertainty of x*: 1.25 s* / √p (ISO 13528:2022, 7.7.3). */
  readonly u: number;
  readonly iterations: number;
  /** More than half of the results are identical, so that the median deviation is 0 and says nothing of the spread. */
  readonly identical: boolean;
};

const clip = 1.5;
const mostIterations = 10_000;
/** Relative to s*: below what 15 printed digits show. */
const tolerance = 1e-15;

/** 1 / √E[min(z², 1.5²)] for a standard normal z: 1.133392655462487. */
export const exactCorrection = (): number => 1 / Math.sqrt(chiSquareCdf(clip * clip, 3) + clip * clip * 2 * normalUpper(clip));

/** The figure of x that has the place of the third significant figure of s. */
function thirdFigure(x: number, s: number): string {
  const power = Number(s.toExponential(2).split('e')[1]) - 2;
  return `${s.toExponential(2)} ${Math.round(x / Number(`1e${power}`))}`;
}

/**
 * Robust mean x*, standard deviation s* and u(x*) in the unit of the results. Results that are all but few identical have s* = 0.
 * Throws InvalidInput for fewer than 2 results.
 * @example algorithmA([10, 11, 12, 13, 14]).s // 1.793011433315471
 */
export function algorithmA(results: readonly number[], { constants = 'iso', stop = 'converged' }: AlgorithmAOptions = {}): RobustEstimate {
  const ordered = sorted(results, 2, 'results');
  const p = ordered.length;
  const centre = median(ordered);
  const offsets = ordered.map((value) => value - centre);
  const [factor, scale] = constants === 'iso' ? [1.134, 1.483] : [exactCorrection(), 1 / normalQuantile(0.75)];
  const start = scale * medianDeviation(offsets);
  const identical = start === 0;
  // C.3.1 has no start where s* = 0: the ordinary standard deviation is 0 only when all results are the same.
  const [spread, first] = [standardDeviation(offsets), start === 0 ? standardDeviation(offsets) : start];
  let [x, s, iterations] = [0, first, 0];
  while (s > 0 && iterations < mostIterations) {
    iterations += 1;
    const [low, high, before] = [x - clip * s, x + clip * s, { x, s }];
    const moved = offsets.map((value) => Math.min(high, Math.max(low, value)));
    x = mean(moved);
    s = factor * Math.sqrt(sumOfSquares(moved) / (p - 1));
    if (s < 1e-12 * spread) [x, s] = [0, 0];
    else if (stop === 'iso' && thirdFigure(centre + x, s) === thirdFigure(centre + before.x, before.s)) break;
    else if (Math.abs(x - before.x) <= tolerance * s && Math.abs(s - before.s) <= tolerance * s) break;
  }
  return { x: centre + x, s, u: (1.25 * s) / Math.sqrt(p), iterations, identical };
}
