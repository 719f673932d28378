/** The test of single units: deficiencies above T and up to 2T are counted as T1, those above 2T as T2. JJF 1070-2005; OIML R 87:2004. */
import { compare, print, subtract, whole, multiply } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';

export type DeficientUnit = {
  /** Its place in the list of contents, from 1. */
  readonly unit: number;
  readonly content: string;
  /** Qn − content. */
  readonly deficiency: string;
  readonly beyond: 'T' | '2T';
};

/**
 * The units whose deficiency is beyond T. A deficiency of exactly T, or of exactly 2T, does not go beyond it.
 * @example deficientUnits([parse('484.9')], parse('500'), parse('15'))[0]?.beyond // 'T'
 */
export function deficientUnits(contents: readonly Decimal[], nominal: Decimal, tolerable: Decimal): readonly DeficientUnit[] {
  const twice = multiply(tolerable, whole(2));
  return contents.flatMap((content, index) => {
    const deficiency = subtract(nominal, content);
    if (compare(deficiency, tolerable) <= 0) return [];
    const beyond = compare(deficiency, twice) > 0 ? '2T' : 'T';
    return [{ unit: index + 1, content: print(content), deficiency: print(deficiency), beyond }] as const;
  });
}
