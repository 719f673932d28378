/** Limits of vertex power 顶焦度 and prismatic power 棱镜度, which widen with the nominal value. */
import { abs, compare } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Limit, Sourced, Text } from '../edition.ts';
import type { ReadLimit } from '../rule.ts';
import { unknown } from '../source.ts';

/** Up to and including |nominal| = `upTo` the limit is `limit`; null: without end. The last band has no end. */
export type Band = { readonly upTo: Limit | null; readonly limit: Limit };

/**
 * The limit for a nominal value. A value exactly on a bound belongs to the lower band, which for powers is the narrower one.
 * undefined where the bands up to it, or its limit, are not known.
 */
export function bandAt(
  bands: readonly Band[],
  nominal: Decimal,
  number: ReadLimit,
): { readonly limit: Decimal | undefined; readonly numbers: readonly Sourced<unknown>[] } {
  const size = abs(nominal);
  const numbers: Sourced<unknown>[] = [];
  for (const { upTo, limit } of bands) {
    if (upTo !== null) {
      numbers.push(upTo);
      const bound = number(upTo);
      if (bound === undefined)
        return { limit: undefined, numbers: bands.flatMap((band) => (band.upTo === null ? [band.limit] : [band.upTo, band.limit])) };
      if (compare(size, bound) > 0) continue;
    }
    return { limit: number(limit), numbers: [...numbers, limit] };
  }
  return { limit: undefined, numbers };
}

/** The place of a table of which not even the steps are known. An institute with fewer steps enters its last values again. */
export const unknownBands = (count: number, of: Text, power: string, unit: string, source: string): readonly Band[] =>
  Array.from({ length: count }, (_, index): Band => {
    const step = index + 1;
    const isLast = step === count;
    const beyond: Text = isLast ? ['及以上', ' and beyond'] : ['', ''];
    return {
      upTo: isLast ? null : unknown([`${of[0]}：第 ${step} 档标称值上限`, `${of[1]}: step ${step}, largest nominal value`], power, source),
      limit: unknown([`${of[0]}：第 ${step} 档${beyond[0]}允差`, `${of[1]}: limit of step ${step}${beyond[1]}`], unit, source),
    };
  });
