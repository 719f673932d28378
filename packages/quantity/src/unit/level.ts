/**
 * Levels: value × slope is the logarithm of a power ratio (ISO 80000-1 annex C, GB 3102.2-1993 annex). 1 Np is ln(F/F₀) = 1, 1 B is lg(P/P₀) = 1, so that
 * 1 Np = (20 / ln 10) dB. A level of a ratio without a reference becomes a power ratio (B) or a ratio of field quantities (Np), as UCUM has it, unless
 * the caller says which one is meant.
 */
import { InvalidInput } from '../invalid-input.ts';
import { add, compare, divide, exactRoot, multiply, one, power, rational, zero } from '../rational.ts';
import type { Rational } from '../rational.ts';
import { exponential, logarithmOfTen, naturalLogarithm, root } from '../transcendental.ts';
import { raiseDimension } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import type { Scale } from './entry.ts';
import { factorValue, isExact, raiseFactor } from './factor.ts';
import { measureOf, readRatio } from './measure.ts';
import type { Measure } from './measure.ts';
import { normalised } from './normal-form.ts';
import { readExpression } from './notation/expression.ts';

export type Level = Extract<Scale, { kind: 'level' }>;
export type Valued = { readonly value: Rational; readonly exact: boolean };
export type RatioKind = 'power' | 'field';

/** The reference of a level: a power quantity, or the square of a field quantity; the number 1 for ratios. */
function referenceOf({ reference }: Level): Measure {
  const parts = /^(\S+) (.+)$/.exec(reference ?? '');
  const [, number = '1', unit = ''] = parts ?? [];
  const measure = measureOf(
    unit === '' ? { coefficient: one, terms: [], difference: false } : readExpression(normalised(unit).text, 'symbol'),
  );
  return { ...measure, factor: { ...measure.factor, rational: multiply(measure.factor.rational, readRatio(number)) } };
}

const isField = (level: Level, asked: RatioKind | undefined): boolean =>
  level.reference === undefined && asked !== undefined ? asked === 'field' : level.quantity === 'field';

/** Dimension of the quantity that the level is of. */
export const levelDimension = (level: Level): Dimension => {
  const { dimension } = referenceOf(level);
  return level.quantity === 'field' ? raiseDimension(dimension, rational(1, 2)) : dimension;
};

/** lg of a power of ten, else undefined. */
function wholeLogarithm({ top, bottom }: Rational): Rational | undefined {
  const digits = bottom === 1n ? String(top) : top === 1n ? String(bottom) : '';
  if (!/^10*$/.test(digits)) return undefined;
  return rational(bottom === 1n ? digits.length - 1 : 1 - digits.length);
}

const tooLarge = (): InvalidInput => new InvalidInput('', ['级的数值过大，无法换算', 'the level is too large to convert']);

/** Value in units of the level (B, Np) to the quantity in coherent SI units. */
export function fromLevel(value: Rational, level: Level, asked?: RatioKind): Valued {
  const exponent = multiply(value, readRatio(level.slope));
  if (compare(multiply(exponent, exponent), rational(4_000_000)) > 0) throw tooLarge();
  const whole = level.base === '10' && exponent.bottom === 1n;
  const ratio = whole
    ? power(rational(10), Number(exponent.top))
    : exponential(level.base === '10' ? multiply(exponent, logarithmOfTen) : exponent);
  const { factor } = referenceOf(level);
  const quantity = multiply(ratio, factorValue(factor));
  const exact = (whole || exponent.top === 0n) && isExact(factor);
  if (!isField(level, asked)) return { value: quantity, exact };
  const rooted = exact ? exactRoot(quantity, 2) : undefined;
  return rooted === undefined ? { value: root(quantity, 2), exact: false } : { value: rooted, exact: true };
}

/** A quantity in coherent SI units to units of the level. Throws InvalidInput for a quantity of 0 or less. */
export function toLevel({ value, exact }: Valued, level: Level, asked?: RatioKind): Valued {
  if (value.top <= 0n) throw new InvalidInput('', ['只有大于 0 的量才有级', 'only a quantity greater than 0 has a level']);
  const { factor } = referenceOf(level);
  const ratio = divide(isField(level, asked) ? multiply(value, value) : value, factorValue(factor));
  return logarithm(ratio, level, exact && isExact(factor));
}

function logarithm(ratio: Rational, level: Level, exact: boolean): Valued {
  const slope = readRatio(level.slope);
  const whole = level.base === '10' ? wholeLogarithm(ratio) : ratio.top === ratio.bottom ? zero : undefined;
  if (whole !== undefined) return { value: divide(whole, slope), exact };
  const natural = naturalLogarithm(ratio);
  return { value: divide(level.base === '10' ? divide(natural, logarithmOfTen) : natural, slope), exact: false };
}

/** From one level to another of the same quantity: dBV to dBµV, Np to dB. */
export function betweenLevels(value: Rational, from: Level, to: Level): Valued {
  const factor = raiseFactor(referenceOf(to).factor, rational(-1));
  const shift = logarithm(multiply(factorValue(referenceOf(from).factor), factorValue(factor)), to, true);
  const size = divide(multiply(value, readRatio(from.slope)), readRatio(to.slope));
  if (from.base === to.base) return { value: add(size, shift.value), exact: shift.exact };
  const scaled = from.base === '10' ? multiply(size, logarithmOfTen) : divide(size, logarithmOfTen);
  return { value: add(scaled, shift.value), exact: value.top === 0n && shift.exact };
}
