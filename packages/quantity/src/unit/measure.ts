/**
 * What a unit measures: its dimension and factor, resolved from the definitions of the tables at the first use and kept.
 */
import { parse } from '../decimal.ts';
import { divide, fromDecimal, one, power, rational, zero } from '../rational.ts';
import type { Rational } from '../rational.ts';
import { logarithmOfTen, pi } from '../transcendental.ts';
import { baseDimension, dimensionless, joinDimensions, raiseDimension } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import type { UnitEntry } from './entry.ts';
import { exactly, inexactly, multiplyFactors, raiseFactor, unity } from './factor.ts';
import type { Factor } from './factor.ts';
import { normalised } from './normal-form.ts';
import { readExpression } from './notation/expression.ts';
import type { Written } from './written.ts';

/** Exponents of what has the dimension one and yet does not cancel: `angle`, `turn`, procedure-defined units. */
export type Marks = Readonly<Record<string, Rational>>;

export type Measure = { readonly dimension: Dimension; readonly factor: Factor; readonly marks: Marks };

const nothing: Measure = { dimension: dimensionless, factor: unity, marks: {} };

function joinMarks(a: Marks, b: Marks): Marks {
  const marks: Record<string, Rational> = { ...a };
  for (const [name, exponent] of Object.entries(b)) {
    const own = marks[name] ?? zero;
    const sum = rational(own.top * exponent.bottom + exponent.top * own.bottom, own.bottom * exponent.bottom);
    if (sum.top === 0n) delete marks[name];
    else marks[name] = sum;
  }
  return marks;
}

const join = (a: Measure, b: Measure): Measure => ({
  dimension: joinDimensions(a.dimension, b.dimension),
  factor: multiplyFactors(a.factor, b.factor),
  marks: joinMarks(a.marks, b.marks),
});

const raise = ({ dimension, factor, marks }: Measure, exponent: Rational): Measure => ({
  dimension: raiseDimension(dimension, exponent),
  factor: raiseFactor(factor, exponent),
  marks: Object.fromEntries(
    Object.entries(marks).map(([name, own]) => [name, rational(own.top * exponent.top, own.bottom * exponent.bottom)]),
  ),
});

/** A decimal, or a quotient of two. @example readRatio('1200/3937') */
export function readRatio(text: string): Rational {
  const [top = '', bottom] = text.split('/');
  const value = fromDecimal(parse(top, { exponent: true }));
  return bottom === undefined ? value : divide(value, fromDecimal(parse(bottom, { exponent: true })));
}

const form = /^(~?)([\d./e+-]+)(?:\s+(π(?:\^-1)?|ln10))?(?:\s+(.+))?$/;

const constants: Readonly<Record<string, Factor>> = {
  π: inexactly('π', pi),
  'π^-1': raiseFactor(inexactly('π', pi), rational(-1)),
  ln10: inexactly('ln10', logarithmOfTen),
};

function readDefinition(entry: UnitEntry): Measure {
  const base = /^base (\d)$/.exec(entry.definition);
  if (base !== null) {
    const place = Number(base[1]);
    // The gram carries the prefixes, the kilogram is the coherent unit.
    return { dimension: baseDimension(place), factor: exactly(place === 1 ? power(rational(10), -3) : one), marks: {} };
  }
  const parts = form.exec(entry.definition);
  if (parts === null) throw new RangeError(`definition of ${entry.en}: ${entry.definition}`);
  const [, measured, number = '1', constant, expression] = parts;
  const ratio = readRatio(number);
  const own = measured === '~' ? inexactly(entry.en, ratio) : exactly(ratio);
  const factor = multiplyFactors(own, constants[constant ?? ''] ?? unity);
  const rest = expression === undefined ? nothing : measureOf(readExpression(normalised(expression).text, 'symbol'));
  const marks = entry.mark === undefined ? {} : { [entry.mark]: one };
  return join({ ...nothing, factor, marks }, rest);
}

const known = new Map<UnitEntry, Measure>();

/**
 * Dimension, factor and marks of a unit of the table, without a prefix. The first call resolves its definition, later ones answer the
 * same object.
 */
export function measureOfEntry(entry: UnitEntry): Measure {
  const found = known.get(entry);
  if (found !== undefined) return found;
  const measure = readDefinition(entry);
  known.set(entry, measure);
  return measure;
}

/** Dimension and factor to the coherent SI unit of a written unit, origins and logarithms of scales left aside. */
export function measureOf({ coefficient, terms }: Written): Measure {
  return terms.reduce(
    (sum, { prefix, entry, exponent }) => {
      const own = measureOfEntry(entry);
      const prefixed = prefix === undefined ? own : { ...own, factor: multiplyFactors(own.factor, exactly(prefix.factor)) };
      return join(sum, raise(prefixed, exponent));
    },
    { ...nothing, factor: exactly(coefficient) },
  );
}
