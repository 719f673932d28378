/**
 * Many persons, many tests: some p-value is small by chance alone. Holm (1979) bounds the probability of any false hint;
 * Benjamini and Hochberg (1995) the expected share of false ones among the hints. Tests that do not apply take no part.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Finding } from './finding.ts';

export type Adjustment = 'holm' | 'benjamini-hochberg';

/**
 * Adjusted p-values in the order given; null stays null.
 * @example adjusted([0.01, 0.04, null], 'holm') // [0.02, 0.04, null]
 */
export function adjusted(values: readonly (number | null)[], by: Adjustment): (number | null)[] {
  const ordered = values
    .map((p, index) => ({ p, index }))
    .filter((own): own is { p: number; index: number } => own.p !== null)
    .sort((one, other) => one.p - other.p);
  ordered.forEach(({ p, index }) => {
    if (!(p >= 0 && p <= 1)) throw new InvalidInput(`values[${index}]`, ['p 值应在 0 与 1 之间', 'a p-value lies between 0 and 1']);
  });
  const m = ordered.length;
  const result: (number | null)[] = values.map(() => null);
  if (by === 'holm') {
    let largest = 0;
    ordered.forEach(({ p, index }, rank) => {
      largest = Math.max(largest, Math.min(1, p * (m - rank)));
      result[index] = largest;
    });
    return result;
  }
  let smallest = 1;
  for (let rank = m - 1; rank >= 0; rank -= 1) {
    const own = ordered[rank];
    if (own === undefined) continue;
    smallest = Math.min(smallest, (own.p * m) / (rank + 1));
    result[own.index] = smallest;
  }
  return result;
}

/** A finding about a person or a standard, named by the caller. */
export type Examined = { readonly id: string; readonly finding: Finding };

/**
 * What deserves a look at this level after the correction for all that was examined, most striking first.
 * @example hintsAmong(examined, 'holm', 0.05).map(({ id }) => id)
 */
export function hintsAmong(
  examined: readonly Examined[],
  by: Adjustment,
  level: number,
): readonly (Examined & { readonly adjustedP: number })[] {
  const values = adjusted(
    examined.map(({ finding }) => finding.p),
    by,
  );
  return examined
    .flatMap((own, index) => {
      const adjustedP = values[index] ?? null;
      return adjustedP !== null && adjustedP <= level ? [{ ...own, adjustedP }] : [];
    })
    .sort((one, other) => one.adjustedP - other.adjustedP);
}
