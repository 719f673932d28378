/** A unit as it was written, before its factor is known: a number and units with prefixes and exponents. */
import { add, equals, isZero, multiply, one, power } from '../rational.ts';
import type { Rational } from '../rational.ts';
import type { UnitEntry } from './entry.ts';
import type { Prefix } from './prefix.ts';

export type Named = { readonly prefix: Prefix | undefined; readonly entry: UnitEntry };
export type Term = Named & { readonly exponent: Rational };

export type Written = {
  readonly coefficient: Rational;
  readonly terms: readonly Term[];
  /** Δ was written in front: a difference of temperatures, not a point of the scale. */
  readonly difference: boolean;
};

/** Why a text is no unit: the index of the character (from 0) and the sentence. Never leaves the package: InvalidInput is made of it. */
export class UnitTextError extends Error {
  readonly index: number;
  readonly text: readonly [zh: string, en: string];
  /** What was not known there, as the ground of a suggestion. */
  readonly unknown: string | undefined;
  /** The text was understood and is refused: no other notation is tried. */
  readonly decisive: boolean;
  constructor(index: number, text: readonly [zh: string, en: string], more: { unknown?: string; decisive?: boolean } = {}) {
    super(text[1]);
    this.index = index;
    this.text = text;
    this.unknown = more.unknown;
    this.decisive = more.decisive ?? false;
  }
}

/** A unit as written with this number and these terms; no difference of temperatures. */
export const plain = (coefficient: Rational, terms: readonly Term[] = []): Written => ({ coefficient, terms, difference: false });
export const unwritten: Written = plain(one);

const largestExponent = 99n;
const largestNumber = 400;

const tooLarge = (index: number): UnitTextError => new UnitTextError(index, ['指数过大', 'the exponent is too large'], { decisive: true });

/** Terms of the same unit are joined; what cancels is dropped, except that percent and the like stay numbers of their own. */
export function product(a: Written, b: Written): Written {
  const terms: Term[] = [...a.terms];
  for (const term of b.terms) {
    const index = terms.findIndex(({ prefix, entry }) => prefix === term.prefix && entry === term.entry);
    const own = terms[index];
    if (own === undefined) terms.push(term);
    else terms[index] = { ...own, exponent: add(own.exponent, term.exponent) };
  }
  return plain(
    multiply(a.coefficient, b.coefficient),
    terms.filter(({ exponent }) => !isZero(exponent)),
  );
}

/** Throws UnitTextError for exponents beyond ±99 and numbers of more than 400 digits. */
export function raised(written: Written, exponent: Rational, index = 0): Written {
  if (equals(exponent, one)) return written;
  const terms = written.terms.map((term) => ({ ...term, exponent: multiply(term.exponent, exponent) }));
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  if (terms.some((term) => size(term.exponent.top) > largestExponent || term.exponent.bottom > 12n)) throw tooLarge(index);
  if (equals(written.coefficient, one)) return plain(one, terms);
  if (exponent.bottom !== 1n) {
    throw new UnitTextError(index, ['数不能开方，请写成小数', 'a number has no root here: write it as a decimal'], { decisive: true });
  }
  const digits = String(written.coefficient.top).length + String(written.coefficient.bottom).length;
  if (size(exponent.top) > BigInt(Math.floor(largestNumber / digits))) throw tooLarge(index);
  return plain(power(written.coefficient, Number(exponent.top)), terms);
}
