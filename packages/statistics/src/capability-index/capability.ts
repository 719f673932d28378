/**
 * Capability (Cp, Cpk from the standard deviation within subgroups) and performance (Pp, Ppk from that of all readings) of a process,
 * ISO 22514-2; GB/Z 19027. Two-sided confidence intervals:
 * - Cp: the estimate of sigma is unbiased and behaves like σ χ(ν) / (√ν c4(ν + 1)) with its effective degrees of freedom ν, so the
 *   limits are those of χ² divided by c4 (the coverage is shown by simulation in the test); Pp: χ² with N − 1 (exact for
 *   independent normal readings);
 * - Cpk, Ppk and the one-sided indices: A. F. Bissell, Applied Statistics 39 (1990): index ± z √(1/(9N) + index²/(2ν));
 * - Cpm (within sigma and the distance from the target): Boyles, Journal of Quality Technology 23 (1991).
 * An index without a limit on its side, or without any spread, is null.
 */
import { chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { normalQuantile, normalUpper } from '@tongheng/uncertainty/distribution/normal';
import { c4OfDegrees } from '../control-chart/chart-constants.ts';

export type Limits = { readonly lower?: number; readonly upper?: number; readonly target?: number };
export type Interval = readonly [lower: number, upper: number];

export const indexNames = ['Cp', 'Cpk', 'Cpl', 'Cpu', 'Cpm', 'Pp', 'Ppk', 'Ppl', 'Ppu'] as const;
export type IndexName = (typeof indexNames)[number];

export type Capability = {
  readonly index: Readonly<Record<IndexName, number | null>>;
  readonly interval: Readonly<Record<IndexName, Interval | null>>;
  /** Fraction beyond the limits that a normal process with this mean and sigma would give. */
  readonly nonconforming: { readonly within: number | null; readonly overall: number | null };
};

type Spread = { readonly sigma: number; readonly dof: number };

/** Cp-like indices of one mean and one sigma, all in the unit of the readings. */
export function indicesOf(
  limits: Limits,
  mean: number,
  sigma: number,
): { p: number | null; pl: number | null; pu: number | null; pk: number | null } {
  const { lower, upper } = limits;
  if (!(sigma > 0)) return { p: null, pl: null, pu: null, pk: null };
  const pl = lower === undefined ? null : (mean - lower) / (3 * sigma);
  const pu = upper === undefined ? null : (upper - mean) / (3 * sigma);
  const p = lower === undefined || upper === undefined ? null : (upper - lower) / (6 * sigma);
  return { p, pl, pu, pk: pl === null ? pu : pu === null ? pl : Math.min(pl, pu) };
}

/**
 * Expected fraction beyond the limits for a normal process. @param sigma greater than 0
 * @example nonconformingOf({ lower: 9, upper: 11 }, 10, 0.4) // 0.01241933…
 */
export function nonconformingOf({ lower, upper }: Limits, mean: number, sigma: number): number | null {
  if (!(sigma > 0)) return null;
  const below = lower === undefined ? 0 : normalUpper((mean - lower) / sigma);
  return below + (upper === undefined ? 0 : normalUpper((upper - mean) / sigma));
}

function chiSquareInterval(index: number | null, dof: number, level: number, factor: number): Interval | null {
  if (index === null || !(dof > 0)) return null;
  const half = (1 - level) / 2;
  const at = (p: number): number => (index * Math.sqrt(chiSquareQuantile(p, dof) / dof)) / factor;
  return [at(half), at(1 - half)];
}

function bissell(index: number | null, count: number, dof: number, level: number): Interval | null {
  if (index === null || !(dof > 0)) return null;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(1 / (9 * count) + (index * index) / (2 * dof));
  return [index - half, index + half];
}

function taguchi(limits: Limits, mean: number, { sigma }: Spread, count: number, level: number): readonly [number | null, Interval | null] {
  const { lower, upper } = limits;
  if (lower === undefined || upper === undefined || !(sigma > 0)) return [null, null];
  const away = mean - (limits.target ?? (lower + upper) / 2);
  const index = (upper - lower) / (6 * Math.sqrt(sigma * sigma + away * away));
  const ratio = (away * away) / (sigma * sigma);
  const dof = (count * (1 + ratio) * (1 + ratio)) / (1 + 2 * ratio);
  return [index, chiSquareInterval(index, dof, level, 1)];
}

/**
 * All indices with their intervals; everything in one unit.
 * @param within unbiased estimate of sigma within subgroups with its effective degrees of freedom
 * @param overall sample standard deviation of all readings
 * @param count number of readings, 2 or more
 * @param level confidence level, between 0 and 1
 * @example capabilityOf({ lower: 9, upper: 11 }, 10, { sigma: 0.4, dof: 40 }, 0.4, 50, 0.95).index.Cpk // 0.8333…
 */
export function capabilityOf(limits: Limits, mean: number, within: Spread, overall: number, count: number, level: number): Capability {
  const short = indicesOf(limits, mean, within.sigma);
  const long = indicesOf(limits, mean, overall);
  const [cpm, cpmInterval] = taguchi(limits, mean, within, count, level);
  const shortInterval = (index: number | null): Interval | null => bissell(index, count, within.dof, level);
  const longInterval = (index: number | null): Interval | null => bissell(index, count, count - 1, level);
  return {
    index: { Cp: short.p, Cpk: short.pk, Cpl: short.pl, Cpu: short.pu, Cpm: cpm, Pp: long.p, Ppk: long.pk, Ppl: long.pl, Ppu: long.pu },
    interval: {
      Cp: chiSquareInterval(short.p, within.dof, level, within.dof > 0 ? c4OfDegrees(within.dof) : 1),
      Cpk: shortInterval(short.pk),
      Cpl: shortInterval(short.pl),
      Cpu: shortInterval(short.pu),
      Cpm: cpmInterval,
      Pp: chiSquareInterval(long.p, count - 1, level, 1),
      Ppk: longInterval(long.pk),
      Ppl: longInterval(long.pl),
      Ppu: longInterval(long.pu),
    },
    nonconforming: { within: nonconformingOf(limits, mean, within.sigma), overall: nonconformingOf(limits, mean, overall) },
  };
}
