/**
 * Homogeneity and stability of proficiency test items (ISO 13528:2022, annex B; IUPAC Harmonized Protocol 2006).
 * s_s² = s_x̄² − s_w²/m, 0 where negative. Sufficiently homogeneous: s_s ≤ 0.3 σ_pt, decided exactly from the decimals; or
 * s_s² ≤ F1 (0.3 σ_pt)² + F2 s_w², which allows for the error of s_s itself, F1 = χ²₀.₉₅(g − 1)/(g − 1), F2 = (F₀.₉₅(g − 1, g(m − 1)) − 1)/m.
 */
import { compare, multiply, parse, powerOfTen, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { fisherQuantile } from '@tongheng/uncertainty/distribution/fisher';
import { numberOf } from '../sample/decimal-text.ts';
import { cochran, type Cochran } from './cochran.ts';

/** F1 and F2 for g items with m replicates. @example factorsOfHomogeneity(10, 2) // { F1: 1.8798864, F2: 1.01019147 } */
export const factorsOfHomogeneity = (g: number, m: number): { readonly F1: number; readonly F2: number } => ({
  F1: chiSquareQuantile(0.95, g - 1) / (g - 1),
  F2: (fisherQuantile(0.95, g - 1, g * (m - 1)) - 1) / m,
});

export type Homogeneity = {
  readonly mean: number;
  /** Standard deviation of the item means, within items, and between items; unit of the results. */
  readonly sx: number;
  readonly sw: number;
  readonly ss: number;
  /** 0.3 σ_pt. */
  readonly limit: number;
  readonly F1: number;
  readonly F2: number;
  /** F1 (0.3 σ_pt)² + F2 s_w², to be compared with s_s². */
  readonly critical: number;
  readonly isHomogeneous: boolean;
  readonly isHomogeneousExpanded: boolean;
  /** Of the replicates' spread; null where all replicates agree. */
  readonly cochran: Cochran | null;
};

type Rows = readonly (readonly Decimal[])[];

/** Whole numbers of the last decimal place of all. */
function wholes(rows: Rows): { readonly units: readonly (readonly bigint[])[]; readonly unit: Decimal } {
  const scale = rows.reduce((most, row) => row.reduce((own, value) => Math.max(own, value.scale), most), 0);
  return { units: rows.map((row) => row.map((value) => value.digits * powerOfTen(scale - value.scale))), unit: { digits: 1n, scale } };
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const sumOfProducts = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value * value, 0n);

function checkRows(rows: Rows): readonly [g: number, m: number] {
  const [g, m] = [rows.length, rows[0]?.length ?? 0];
  if (g < 2) throw new InvalidInput('results', ['至少需要 2 个样品', 'at least 2 items are needed']);
  rows.forEach((row, index) => {
    if (row.length < 2) throw new InvalidInput(`results[${index}]`, ['每个样品至少重复测量 2 次', 'each item needs at least 2 replicates']);
    if (row.length !== m)
      throw new InvalidInput(`results[${index}]`, ['各样品重复次数应相同', 'all items need the same number of replicates']);
  });
  return [g, m];
}

/**
 * @param rows one row of m ≥ 2 replicates for each of g ≥ 2 items; the standard asks for 10 items or more
 * @param sigma standard deviation for proficiency assessment, greater than 0
 * @example homogeneity([['10.5', '10.4'], ['9.6', '9.5']].map((row) => row.map((text) => parse(text))), parse('1.14')).isHomogeneous
 */
export function homogeneity(rows: Rows, sigma: Decimal): Homogeneity {
  const [g, m] = checkRows(rows);
  const { units, unit } = wholes(rows);
  const totals = units.map(sum);
  // g ΣT² − (ΣT)² and Σ(m Σy² − T²) are whole, so that s_s² is one exact fraction.
  const between = BigInt(g) * sumOfProducts(totals) - sum(totals) * sum(totals);
  const spreads = units.map((row, index) => BigInt(m) * sumOfProducts(row) - (totals[index] ?? 0n) * (totals[index] ?? 0n));
  const within = sum(spreads);
  const top = between * BigInt(m - 1) - within * BigInt(g - 1);
  const bottom = BigInt(g) * BigInt(g - 1) * BigInt(m - 1) * BigInt(m) * BigInt(m);
  const step = numberOf(unit);
  const ss2 = top <= 0n ? 0 : Number(top) / Number(bottom);
  const sw2 = Number(within) / (m * g * (m - 1));
  const limit = multiply(parse('0.3'), sigma);
  const { F1, F2 } = factorsOfHomogeneity(g, m);
  const critical = F1 * numberOf(limit) * numberOf(limit) + F2 * sw2 * step * step;
  const isHomogeneous = compare(multiply(multiply(unit, unit), whole(top)), multiply(multiply(limit, limit), whole(bottom))) <= 0;
  return {
    mean: (Number(sum(totals)) / (g * m)) * step,
    sx: Math.sqrt(Number(between) / (g * (g - 1) * m * m)) * step,
    sw: Math.sqrt(sw2) * step,
    ss: Math.sqrt(ss2) * step,
    limit: numberOf(limit),
    F1,
    F2,
    critical,
    isHomogeneous,
    isHomogeneousExpanded: isHomogeneous || ss2 * step * step <= critical,
    cochran: within === 0n ? null : cochran(spreads.map(Number), m),
  };
}

export type Stability = {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Of the difference: √(s₁²/n₁ + s₂²/n₂). */
  readonly u: number;
  readonly limit: number;
  /** 0.3 σ_pt + 2 u. */
  readonly expandedLimit: number;
  readonly isStable: boolean;
  readonly isStableExpanded: boolean;
};

/**
 * Stability (ISO 13528:2022, B.5): |ȳ₁ − ȳ₂| ≤ 0.3 σ_pt, decided exactly; expanded by 2u where the check itself is not precise enough.
 * @param before results before the round, at least 1; @param after those after it
 * @example stability([parse('10.0')], [parse('10.1')], parse('1')).isStable // true
 */
export function stability(before: readonly Decimal[], after: readonly Decimal[], sigma: Decimal): Stability {
  if (before.length === 0) throw new InvalidInput('before', ['缺少结果', 'results are missing']);
  if (after.length === 0) throw new InvalidInput('after', ['缺少结果', 'results are missing']);
  const { units, unit } = wholes([before, after]);
  const step = numberOf(unit);
  const [first = [], second = []] = units;
  const [n, k] = [BigInt(first.length), BigInt(second.length)];
  const difference = sum(second) * n - sum(first) * k;
  const limit = multiply(parse('0.3'), sigma);
  const varianceOfMean = (values: readonly bigint[], count: number): number =>
    count < 2 ? 0 : Number(BigInt(count) * sumOfProducts(values) - sum(values) * sum(values)) / (count * count * (count - 1));
  const u = Math.sqrt(varianceOfMean(first, first.length) + varianceOfMean(second, second.length)) * step;
  const size = difference < 0n ? -difference : difference;
  const isStable = compare(multiply(unit, whole(size)), multiply(limit, whole(n * k))) <= 0;
  const expandedLimit = numberOf(limit) + 2 * u;
  const found = (Number(difference) / Number(n * k)) * step;
  return {
    before: (Number(sum(first)) / first.length) * step,
    after: (Number(sum(second)) / second.length) * step,
    difference: found,
    u,
    limit: numberOf(limit),
    expandedLimit,
    isStable,
    isStableExpanded: isStable || Math.abs(found) <= expandedLimit,
  };
}
