/**
 * Linearity of a gauge (AIAG, Measurement Systems Analysis, 4th edition, chapter III B): every single bias is regressed on its reference
 * value; a gauge is linear where the line of zero bias lies within the confidence band of the regression, slope and intercept then not
 * being significant. Numbers of one unit, references counted from an origin that the caller adds again.
 */
import { studentQuantile, studentUpper } from '@tongheng/uncertainty/distribution/student';
import { mean, sum } from '../control-chart/sigma-estimate.ts';
import { biasStudy, type BiasStudy } from './bias-study.ts';

export type ReferenceReadings = { readonly reference: number; readonly values: readonly number[] };

export type Tested = { readonly value: number; readonly standardError: number; readonly t: number | null; readonly p: number | null };

export type LinearityStudy = {
  readonly slope: Tested;
  /** Bias at the reference 0 of the unit. */
  readonly intercept: Tested;
  readonly deviation: number;
  readonly dof: number;
  readonly determination: number | null;
  readonly points: readonly (BiasStudy & {
    readonly reference: number;
    readonly fitted: number;
    readonly band: readonly [number, number];
    /** The band holds zero bias here. */
    readonly holdsZero: boolean;
  })[];
  readonly linear: boolean;
};

function testedValue(value: number, standardError: number, dof: number): Tested {
  const t = standardError > 0 ? value / standardError : null;
  return { value, standardError, t, p: t === null ? null : Math.min(1, 2 * studentUpper(Math.abs(t), dof)) };
}

type Quadratic = { readonly square: number; readonly linear: number; readonly constant: number };

/** The band holds zero where fitted² − reach² ≤ 0, a quadratic in the reference; its greatest value lies at an end or at the vertex. */
function holdsZeroBetween(from: number, to: number, { square, linear, constant }: Quadratic): boolean {
  const vertex = square < 0 ? -linear / (2 * square) : from;
  const places = [from, to, ...(vertex > from && vertex < to ? [vertex] : [])];
  return places.every((place) => (square * place + linear) * place + constant <= 0);
}

/**
 * @param parts at least two different references with two readings each
 * @param zero the reference 0 as counted by the caller
 */
export function linearityStudy(parts: readonly ReferenceReadings[], zero: number, level: number): LinearityStudy {
  const pairs = parts.flatMap(({ reference, values }) => values.map((value) => ({ x: reference, y: value - reference })));
  const count = pairs.length;
  const [x, y] = [mean(pairs.map((pair) => pair.x)), mean(pairs.map((pair) => pair.y))];
  const sxx = sum(pairs.map((pair) => (pair.x - x) * (pair.x - x)));
  const sxy = sum(pairs.map((pair) => (pair.x - x) * (pair.y - y)));
  const syy = sum(pairs.map((pair) => (pair.y - y) * (pair.y - y)));
  const slope = sxy / sxx;
  const residual = sum(pairs.map((pair) => (pair.y - y - slope * (pair.x - x)) * (pair.y - y - slope * (pair.x - x))));
  const dof = count - 2;
  const deviation = Math.sqrt(residual / dof);
  const fittedAt = (at: number): number => y + slope * (at - x);
  const errorAt = (at: number): number => deviation * Math.sqrt(1 / count + ((at - x) * (at - x)) / sxx);
  const t = studentQuantile((1 + level) / 2, dof);
  const [least, most] = parts.reduce(([low, high], { reference }) => [Math.min(low, reference), Math.max(high, reference)], [x, x]);
  const points = parts.map(({ reference, values }) => {
    const [fitted, reach] = [fittedAt(reference), t * errorAt(reference)];
    const band = [fitted - reach, fitted + reach] as const;
    return { ...biasStudy(values, reference, 0, level), reference, fitted, band, holdsZero: band[0] <= 0 && band[1] >= 0 };
  });
  return {
    slope: testedValue(slope, deviation / Math.sqrt(sxx), dof),
    intercept: testedValue(fittedAt(zero), errorAt(zero), dof),
    deviation,
    dof,
    determination: syy > 0 ? 1 - residual / syy : null,
    points,
    linear: holdsZeroBetween(least - x, most - x, {
      square: slope * slope - (t * t * deviation * deviation) / sxx,
      linear: 2 * y * slope,
      constant: y * y - (t * t * deviation * deviation) / count,
    }),
  };
}
