/**
 * Whether counts in k equally likely classes are even: Pearson's X², with the exact multinomial distribution for few counts
 * (its ΣN² takes few values, so that all outcomes are summed up class by class) and chi-square for many.
 */
import { chiSquareUpper } from '@tongheng/uncertainty/distribution/chi-square';

/** Up to here the exact distribution costs milliseconds; beyond, expected counts of 6 and more let chi-square stand. */
const mostExact = 60;

/** Sums from above of the exact distribution, by n and k: the same numbers are asked for again and again. */
const known = new Map<string, Float64Array>();

/** P(ΣN² ≥ s) for s = 0, 1, …, n counts in k equally likely classes, by convolution over the classes. */
function exactUppers(n: number, k: number): Float64Array {
  const inverseFactorial = [1];
  for (let count = 1; count <= n; count += 1) inverseFactorial.push((inverseFactorial[count - 1] ?? 1) / count);
  // ways[c][s]: weight 1/ΠN! of c counts with ΣN² = s in the classes so far.
  let ways = Array.from({ length: n + 1 }, (_, count) => {
    const row = new Float64Array(count * count + 1);
    row[count * count] = inverseFactorial[count] ?? 0;
    return row;
  });
  for (let classes = 2; classes <= k; classes += 1) {
    ways = ways.map((_, count) => {
      const row = new Float64Array(count * count + 1);
      for (let own = 0; own <= count; own += 1) {
        const [rest, weight, shift] = [ways[count - own] ?? new Float64Array(1), inverseFactorial[own] ?? 0, own * own];
        for (let index = 0; index < rest.length; index += 1) row[index + shift] = (row[index + shift] ?? 0) + weight * (rest[index] ?? 0);
      }
      return row;
    });
  }
  const upper = ways[n] ?? new Float64Array(1);
  for (let square = upper.length - 2; square >= 0; square -= 1) upper[square] = (upper[square] ?? 0) + (upper[square + 1] ?? 0);
  const total = upper[0] ?? 1;
  return upper.map((weight) => weight / total);
}

function exactUpper(n: number, k: number, observed: number): number {
  const key = `${n} ${k}`;
  const uppers = known.get(key) ?? exactUppers(n, k);
  known.set(key, uppers);
  return uppers[observed] ?? 0;
}

/** X² and p of counts against even ones. @param counts two or more classes @example unevenness([10, 0]).p // 0.001953125 */
export function unevenness(counts: readonly number[]): { readonly statistic: number; readonly p: number } {
  const [n, k] = [counts.reduce((sum, count) => sum + count, 0), counts.length];
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  const statistic = (squares * k) / n - n;
  return { statistic, p: n <= mostExact ? exactUpper(n, k, squares) : chiSquareUpper(statistic, k - 1) };
}
