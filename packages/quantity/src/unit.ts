/**
 * Units: read and print in four notations, dimension, factor, products and powers.
 *
 * - `parseUnit(text, options?) → Unit`: SI symbol (`N·m`, `m/s²`, `kgf/cm2`), Chinese name (`千克每立方米`), UCUM (`kg.m/s2`, `[in_i]`) or D-SI
 *   (`\kilo\metre\per\hour`), tried in this order. `options.place` is the path of the text in its file, put in front of the column of an error:
 *   `inputs.l.unit, column 3`. Throws InvalidInput with a suggestion. '' and '1' are the unit one.
 * - `printUnit(unit, notation?) → string`: 'symbol' (default), 'chinese', 'ucum', 'dsi'; throws InvalidInput where the notation lacks a name.
 *   `unitName(unit)` is the first notation that has one, and never throws.
 * - `unit.dimension: readonly Rational[]`, exponents of m, kg, s, A, K, mol, cd; `unit.factor`: one unit in coherent SI units;
 *   `unitFactor(unit) → { value: Rational, exact: boolean, number: number }`.
 * - `multiplyUnits(a, b)`, `divideUnits(a, b)`, `raiseUnit(a, exponent: number | Rational)`, `coherentUnit(dimension)`, `unitOne`, `unitNumber(n)`.
 * - `sameDimension(a, b) → boolean` on units; `equalDimensions`, `joinDimensions`, `raiseDimension`, `printDimension`, `dimensionless` on
 *   dimensions. `compatible(a, b)` also compares procedure-defined units (IU), which have the dimension one and fit only themselves.
 * - `legalStatus(unit)`: the weakest status of its parts, with source and confidence.
 *
 * A plane angle has the dimension one (SI Brochure 2.3.3). °C in a product, and everywhere in a factor, is the kelvin of a difference.
 * Conversion of values is in conversion.ts.
 */
import { InvalidInput } from './invalid-input.ts';
import { isZero, one, rational, toNumber } from './rational.ts';
import type { Rational } from './rational.ts';
import { notations } from './unit/catalogue.ts';
import type { Notation } from './unit/catalogue.ts';
import { baseSymbols, dimensionless, equalDimensions, joinDimensions, printDimension, raiseDimension } from './unit/dimension.ts';
import type { Dimension } from './unit/dimension.ts';
import type { Law, LegalStatus, UnitEntry } from './unit/entry.ts';
import { factorValue, isExact } from './unit/factor.ts';
import type { Factor } from './unit/factor.ts';
import { measureOf } from './unit/measure.ts';
import type { Marks } from './unit/measure.ts';
import type { Prefix } from './unit/prefix.ts';
import { nearestUnit } from './unit/nearest.ts';
import { normalised } from './unit/normal-form.ts';
import { printDsi, readDsi } from './unit/notation/dsi.ts';
import { readExpression } from './unit/notation/expression.ts';
import { printChinese, printSymbols } from './unit/notation/print.ts';
import { printUcum, readUcum } from './unit/notation/ucum.ts';
import { plain, product, raised, UnitTextError, unwritten } from './unit/written.ts';
import type { Term, Written } from './unit/written.ts';

export { dimensionless, equalDimensions, joinDimensions, printDimension, raiseDimension };
export type { Dimension, Factor, Law, LegalStatus, Marks, Notation, Rational, Term };

export type Unit = Written & { readonly dimension: Dimension; readonly factor: Factor; readonly marks: Marks };

const measured = (written: Written): Unit => ({ ...written, ...measureOf(written) });

/** The unit one, of numbers and of ratios. */
export const unitOne: Unit = measured(unwritten);

/** A unit of the table, with a prefix where one is given. */
export const unitOf = (entry: UnitEntry, prefix?: Prefix): Unit => measured(plain(one, [{ prefix, entry, exponent: one }]));

/** A number as a unit: 10³ in 10³/µL. */
export const unitNumber = (coefficient: Rational): Unit => measured(plain(coefficient));

const readers: Readonly<Record<Notation, (text: string) => Written>> = {
  symbol: (text) => readExpression(text, 'symbol'),
  chinese: (text) => readExpression(text, 'chinese'),
  ucum: readUcum,
  dsi: readDsi,
};

/** Whose error is told when no notation reads the text. */
function likelyNotation(text: string): Notation {
  if (text.includes('\\')) return 'dsi';
  if (/[\u4e00-\u9fff]/.test(text)) return 'chinese';
  return /[[\]{}]/.test(text) ? 'ucum' : 'symbol';
}

const longest = 200;

export type UnitOptions = {
  /** Path of the text in its file. */
  readonly place?: string;
  /** Only this notation. */
  readonly notation?: Notation;
  /** Column of the first sign of the text, when it is a part of a longer one. */
  readonly column?: number;
};

function refusal({ index, text: [zh, en], unknown }: UnitTextError, { place, column = 1 }: UnitOptions): InvalidInput {
  const meant = unknown === undefined ? undefined : nearestUnit(unknown);
  const at = `column ${index + column}`;
  return new InvalidInput(place === undefined || place === '' ? at : `${place}, ${at}`, [
    meant === undefined ? zh : `${zh}；是否为“${meant}”？`,
    meant === undefined ? en : `${en}; did you mean “${meant}”?`,
  ]);
}

/**
 * Reads a unit. Throws InvalidInput with the column and, for a name that is not known, the nearest unit.
 * @example printDimension(parseUnit('kgf/cm2').dimension) // 'L⁻¹·M·T⁻²'
 */
export function parseUnit(text: string, options: UnitOptions = {}): Unit {
  if (typeof text !== 'string') throw new InvalidInput(options.place ?? '', ['单位必须是文本', 'a unit is a text']);
  if (text.length > longest) throw refusal(new UnitTextError(longest, ['单位文本过长', 'the text of the unit is too long']), options);
  const { text: normal, places } = normalised(text);
  const trimmed = normal.trim();
  if (trimmed === '' || trimmed === '1') return unitOne;
  const offset = normal.length - normal.trimStart().length;
  const likely = options.notation ?? likelyNotation(trimmed);
  let told: UnitTextError | undefined;
  for (const notation of options.notation === undefined ? notations : [options.notation]) {
    try {
      return measured(readers[notation](trimmed));
    } catch (error) {
      if (!(error instanceof UnitTextError)) throw error;
      if (notation === likely || error.decisive) told = error;
      if (error.decisive) break;
    }
  }
  const { index, text: sentences, unknown } = told ?? new UnitTextError(0, ['不是单位', 'not a unit']);
  const more = unknown === undefined ? {} : { unknown };
  throw refusal(new UnitTextError(places[index + offset] ?? text.length, sentences, more), options);
}

/** Throws InvalidInput where the notation has no name for the unit. @example printUnit(parseUnit('kgf/cm2'), 'chinese') // '千克力每平方厘米' */
export function printUnit(unit: Written, notation: Notation = 'symbol'): string {
  try {
    if (notation === 'symbol') return printSymbols(unit);
    if (notation === 'chinese') return printChinese(unit);
    return notation === 'ucum' ? printUcum(unit) : printDsi(unit);
  } catch (error) {
    if (error instanceof UnitTextError) throw new InvalidInput('', error.text);
    throw error;
  }
}

/** The unit in the first notation that has a name for it. */
export function unitName(unit: Written): string {
  for (const notation of notations) {
    try {
      return printUnit(unit, notation);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  }
  return unit.terms.map(({ prefix, entry, exponent }) => `${prefix?.en ?? ''}${entry.en}^(${exponent.top}/${exponent.bottom})`).join('·');
}

/** The product of two units. @example printUnit(multiplyUnits(parseUnit('N'), parseUnit('m'))) // 'N·m' */
export const multiplyUnits = (a: Unit, b: Unit): Unit => measured(product(a, b));

/**
 * A unit to a whole or fractional power. Throws InvalidInput for exponents beyond ±99 and for the root of a number.
 * @example printUnit(raiseUnit(parseUnit('m'), -2)) // 'm⁻²'
 */
export const raiseUnit = (unit: Unit, exponent: Rational | number): Unit => {
  try {
    return measured(raised(unit, typeof exponent === 'number' ? rational(exponent) : exponent));
  } catch (error) {
    if (error instanceof UnitTextError) throw new InvalidInput('', error.text);
    throw error;
  }
};

/** The quotient a / b of two units. @example printUnit(divideUnits(parseUnit('m'), parseUnit('s'))) // 'm/s' */
export const divideUnits = (a: Unit, b: Unit): Unit => multiplyUnits(a, raiseUnit(b, -1));

let baseTerms: readonly (readonly Term[])[] | undefined;

/** The terms of m, kg, s, A, K, mol and cd; read at the first use. */
const listBaseTerms = (): readonly (readonly Term[])[] =>
  (baseTerms ??= baseSymbols.map((symbol) => readExpression(symbol, 'symbol').terms));

/**
 * The coherent SI unit of a dimension, in base units; never throws: exponents may be larger than a text may hold (Pa⁹⁹ is kg⁹⁹/(m⁹⁹·s¹⁹⁸)).
 * @example printUnit(coherentUnit(parseUnit('N').dimension)) // 'm·kg/s²'
 */
export const coherentUnit = (dimension: Dimension): Unit =>
  measured(
    plain(
      one,
      dimension.flatMap((exponent, index) =>
        isZero(exponent) ? [] : (listBaseTerms()[index] ?? []).map((term) => ({ ...term, exponent })),
      ),
    ),
  );

/**
 * Whether two units have the same dimension; rad and % have that of a number.
 * @example sameDimension(parseUnit('J'), parseUnit('N·m')) // true
 */
export const sameDimension = (a: Unit, b: Unit): boolean => equalDimensions(a.dimension, b.dimension);

/** Whether values of one can be compared with values of the other: the dimension, and for procedure-defined units the procedure. */
export function compatible(a: Unit, b: Unit): boolean {
  const free = new Set(['angle', 'turn']);
  const names = new Set([...Object.keys(a.marks), ...Object.keys(b.marks)].filter((name) => !free.has(name)));
  const same = (name: string): boolean => a.marks[name]?.top === b.marks[name]?.top && a.marks[name]?.bottom === b.marks[name]?.bottom;
  return sameDimension(a, b) && [...names].every(same);
}

/** One unit in coherent SI units; `exact` is false where π, a logarithm or a measured constant takes part. */
export function unitFactor({ factor }: Unit): { readonly value: Rational; readonly exact: boolean; readonly number: number } {
  const value = factorValue(factor);
  return { value, exact: isExact(factor), number: toNumber(value) };
}

const order: readonly LegalStatus[] = ['legal', 'permitted', 'unlisted', 'not-legal'];

/** The law of the part of a unit that stands weakest; undefined for numbers. */
export function legalStatus({ terms }: Written): Law | undefined {
  return terms
    .map(({ entry }) => entry.law)
    .reduce<Law | undefined>(
      (weakest, own) => (weakest === undefined || order.indexOf(own.status) > order.indexOf(weakest.status) ? own : weakest),
      undefined,
    );
}
