/**
 * The median with MADe or nIQR (ISO 13528:2022, C.2.2 and C.2.3): the robust estimates that need no iteration.
 * nIQR takes quartiles of type 7 (linear between order statistics); other definitions of a quartile give other values for few results.
 */
import { median, quantile, sorted } from './sample.ts';

/** The factors as ISO 13528 prints them. */
const scaleOfMad = 1.483;
const scaleOfIqr = 0.7413;

/** median |x − median(x)| of ordered values. */
export function medianDeviation(ordered: readonly number[]): number {
  const centre = median(ordered);
  return median(ordered.map((value) => Math.abs(value - centre)).sort((a, b) => a - b));
}

export type SimpleRobust = {
  readonly x: number;
  /** 1.483 · median |x − median|. */
  readonly made: number;
  /** 0.7413 · (Q3 − Q1). */
  readonly niqr: number;
  /** 1.25 MADe / √p (ISO 13528:2022, 7.7.3). */
  readonly u: number;
};

/**
 * Median, MADe and nIQR in the unit of the results. Throws InvalidInput for fewer than 2 results.
 * @example simpleRobust([4.5, 4.9, 5.6, 4.2, 6.2, 5.2, 9.9]).made // 1.0381
 */
export function simpleRobust(results: readonly number[]): SimpleRobust {
  const ordered = sorted(results, 2, 'results');
  const made = scaleOfMad * medianDeviation(ordered);
  const niqr = scaleOfIqr * (quantile(ordered, 0.75) - quantile(ordered, 0.25));
  return { x: median(ordered), made, niqr, u: (1.25 * made) / Math.sqrt(ordered.length) };
}
