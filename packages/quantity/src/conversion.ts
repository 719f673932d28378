/**
 * Conversion of values between units: exact where the quotient of the factors is an exact decimal, else to 15 significant digits and said so.
 * Temperatures: °C, °F, °Ré alone are points of a scale (273.15 K offset, SI Brochure 2.3.1); in a product, with Δ or as `difference` they are
 * intervals. Levels (dB, Np, dBm, pH) go through their logarithm. r/min against rad/s counts 2π for a turn, against Hz 1 (GB 3100-1993 table 3).
 */
import { DecimalError, parse } from './decimal.ts';
import { InvalidInput } from './invalid-input.ts';
import { printExactly, printRounded } from './printed-number.ts';
import { add, compare, divide, fromDecimal, multiply, power, rational, subtract, zero } from './rational.ts';
import type { Rational } from './rational.ts';
import { arcTangent, pi, tangent } from './transcendental.ts';
import { compatible, equalDimensions, joinDimensions, parseUnit, printDimension, unitName } from './unit.ts';
import type { Unit } from './unit.ts';
import type { Scale } from './unit/entry.ts';
import { factorValue, inexactly, isExact, multiplyFactors, raiseFactor } from './unit/factor.ts';
import type { Factor } from './unit/factor.ts';
import { betweenLevels, fromLevel, levelDimension, toLevel } from './unit/level.ts';
import type { RatioKind, Valued } from './unit/level.ts';
import { readRatio } from './unit/measure.ts';

export type ConversionOptions = {
  /** Temperatures are differences: 5 K are 9 °F. */
  readonly difference?: boolean;
  /** What a level without a reference is the ratio of; by default power for B and dB, field quantities for Np. */
  readonly ratio?: RatioKind;
};

export type Conversion = {
  /** Decimal text. */
  readonly value: string;
  /** The target as it was written. */
  readonly unit: string;
  readonly exact: boolean;
};

/** The scale of a unit that stands alone; products and powers are linear. */
function scaleOf({ terms, coefficient, difference }: Unit, options: ConversionOptions): Scale | undefined {
  const [term, ...others] = terms;
  if (term === undefined || others.length > 0 || difference || term.exponent.top !== term.exponent.bottom) return undefined;
  if (coefficient.top !== coefficient.bottom) return undefined;
  const { scale } = term.entry;
  return scale?.kind === 'affine' && options.difference === true ? undefined : scale;
}

const prefixOf = ({ terms }: Unit): Rational => terms[0]?.prefix?.factor ?? rational(1);

function refuseDimensions(from: Unit, to: Unit, why: readonly [zh: string, en: string] = ['', '']): never {
  const [a, b] = [unitName(from), unitName(to)];
  const [left, right] = [printDimension(from.dimension), printDimension(to.dimension)];
  throw new InvalidInput('', [
    `不能由“${a}”（量纲 ${left}）换算为“${b}”（量纲 ${right}）${why[0]}`,
    `“${a}” (dimension ${left}) cannot be converted to “${b}” (dimension ${right})${why[1]}`,
  ]);
}

/** A turn is 2π rad against an angle, and the number 1 against a number; a hertz is no radian per second. */
function turnFactor(from: Unit, to: Unit): Factor | undefined {
  const exponent = (unit: Unit, mark: string): Rational => unit.marks[mark] ?? zero;
  const turns = subtract(exponent(from, 'turn'), exponent(to, 'turn'));
  const angles = subtract(exponent(to, 'angle'), exponent(from, 'angle'));
  if (turns.top !== 0n && turns.bottom === 1n && compare(turns, angles) === 0) {
    const turn = multiplyFactors(inexactly('π', pi), { rational: rational(2), constants: {} });
    return raiseFactor(turn, turns);
  }
  const hertz = (unit: Unit): boolean => unit.terms.some(({ entry }) => entry.symbols[0] === 'Hz');
  if (turns.top === 0n && angles.top !== 0n && (hertz(from) || hertz(to))) {
    refuseDimensions(from, to, [
      '：角频率与频率相差 2π，请用 r/s 或 s⁻¹ 表明所指',
      ': angular and ordinary frequency differ by 2π, write r/s or s⁻¹ for what is meant',
    ]);
  }
  return undefined;
}

/** kg/cm² for a pressure: the kilogram of force is meant. */
function weightHint(from: Unit, to: Unit): readonly [zh: string, en: string] {
  const acceleration = parseUnit('m/s2').dimension;
  const forces = [from, to].map(({ dimension }) => joinDimensions(dimension, acceleration));
  const meant = equalDimensions(forces[0] ?? [], to.dimension) || equalDimensions(forces[1] ?? [], from.dimension);
  return meant ? ['；kg 是质量单位，若指力请写 kgf', '; kg is a unit of mass, for a force write kgf'] : ['', ''];
}

function linear(value: Rational, from: Unit, to: Unit): Valued {
  if (!compatible(from, to)) {
    const alike = equalDimensions(from.dimension, to.dimension);
    refuseDimensions(
      from,
      to,
      alike ? ['：由方法定义的单位不能换算', ': units defined by a procedure have no conversion'] : weightHint(from, to),
    );
  }
  const quotient = multiplyFactors(from.factor, raiseFactor(to.factor, rational(-1)));
  const turn = turnFactor(from, to);
  const factor = turn === undefined ? quotient : multiplyFactors(quotient, turn);
  return { value: multiply(value, factorValue(factor)), exact: isExact(factor) };
}

/** Thermodynamic temperature in kelvin of a point, or of a value in a plain unit of temperature. */
function temperatures(value: Rational, from: Unit, to: Unit, scales: readonly [Scale | undefined, Scale | undefined]): Valued {
  const origin = (scale: Scale | undefined): Rational => (scale?.kind === 'affine' ? readRatio(scale.origin) : zero);
  if (!compatible(from, to)) refuseDimensions(from, to);
  const kelvin = add(multiply(value, factorValue(from.factor)), origin(scales[0]));
  if (kelvin.top < 0n) {
    throw new InvalidInput('', [
      '温度低于绝对零度；若为温度差，请注明',
      'the temperature is below absolute zero; if it is a difference, say so',
    ]);
  }
  return { value: divide(subtract(kelvin, origin(scales[1])), factorValue(to.factor)), exact: true };
}

function levels(
  value: Rational,
  from: Unit,
  to: Unit,
  scales: readonly [Scale | undefined, Scale | undefined],
  asked: RatioKind | undefined,
): Valued {
  const [source, target] = scales;
  if (source?.kind === 'level' && target?.kind === 'level') {
    const same =
      equalDimensions(levelDimension(source), levelDimension(target)) &&
      (source.reference === undefined) === (target.reference === undefined);
    if (!same) refuseDimensions(from, to, ['：两者的参考量不同', ': their references are of different quantities']);
    const result = betweenLevels(multiply(value, prefixOf(from)), source, target);
    return { ...result, value: divide(result.value, prefixOf(to)) };
  }
  const [level, plain] = source?.kind === 'level' ? [source, to] : [target, from];
  if (level?.kind !== 'level') throw new RangeError('no level');
  if (!equalDimensions(levelDimension(level), plain.dimension))
    refuseDimensions(from, to, ['：级的参考量与之不同', ': the level refers to another quantity']);
  if (source?.kind === 'level') {
    const quantity = fromLevel(multiply(value, prefixOf(from)), level, asked);
    return { value: divide(quantity.value, factorValue(to.factor)), exact: quantity.exact && isExact(to.factor) };
  }
  const quantity = { value: multiply(value, factorValue(from.factor)), exact: isExact(from.factor) };
  const result = toLevel(quantity, level, asked);
  return { ...result, value: divide(result.value, prefixOf(to)) };
}

/** Slopes in per cent and prism dioptres: 100 times the tangent of the angle. */
function slopes(value: Rational, from: Unit, to: Unit, scales: readonly [Scale | undefined, Scale | undefined]): Valued {
  const hundred = rational(100);
  if (!compatible(from, to)) refuseDimensions(from, to);
  if (scales[0]?.kind === 'slope' && scales[1]?.kind === 'slope') return { value, exact: true };
  if (scales[0]?.kind === 'slope') {
    return { value: divide(arcTangent(divide(value, hundred)), factorValue(to.factor)), exact: value.top === 0n };
  }
  const angle = multiply(value, factorValue(from.factor));
  if (compare(multiply(angle, angle), power(rational(157, 100), 2)) > 0) {
    throw new InvalidInput('', ['坡度只适用于小于直角的角', 'a slope belongs to angles below a right angle']);
  }
  return { value: multiply(tangent(angle), hundred), exact: value.top === 0n };
}

/**
 * The value in another unit, as an exact rational number or, where `exact` is false, to 50 digits and more.
 * Throws InvalidInput for units of different dimensions, temperatures below absolute zero and levels of nothing.
 * @example convertValue(rational(20), parseUnit('°C'), parseUnit('K')).value // 5863/20
 */
export function convertValue(value: Rational, from: Unit, to: Unit, options: ConversionOptions = {}): Valued {
  const scales = [scaleOf(from, options), scaleOf(to, options)] as const;
  const kinds = scales.map((scale) => scale?.kind);
  if (kinds.includes('level')) return levels(value, from, to, scales, options.ratio);
  if (kinds.includes('slope')) return slopes(value, from, to, scales);
  // A difference on either side makes both differences: Δ°C to °F.
  if (kinds.includes('affine') && !from.difference && !to.difference) return temperatures(value, from, to, scales);
  return linear(value, from, to);
}

const leadingNumber = /^\s*([+\-−]?\d[\d.]*(?:[eE][+-]?\d+)?)(?:\s*[×x*]\s*10(?:\^|\*\*)?([+\-−⁻⁺]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/;
const degreesMinutesSeconds = /^\s*([+\-−]?)(\d+)\s*°\s*(\d+(?:\.\d+)?)\s*[′'](?:\s*(\d+(?:\.\d+)?)\s*(?:″|"|''))?\s*$/;

function readDecimal(text: string): Rational {
  try {
    return fromDecimal(parse(text.replace('−', '-'), { exponent: true }));
  } catch (error) {
    if (error instanceof DecimalError) throw new InvalidInput('column 1', error.text);
    throw error;
  }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plainDigits = (text: string): string =>
  text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)))
    .replace(/[⁻−]/g, '-')
    .replace(/[⁺+]/g, '');

/**
 * A value with its unit: `12.5 kgf/cm2`, `−5 ℃`, `1.5×10³ Pa`, `5 千克每立方米`, `12°30′15″`. Throws InvalidInput with the column.
 * @example readQuantity('20 °C').value // 20/1
 */
export function readQuantity(text: string): { readonly value: Rational; readonly unit: Unit } {
  if (typeof text !== 'string') throw new InvalidInput('', ['数值与单位必须是文本', 'a value with its unit is a text']);
  const angle = degreesMinutesSeconds.exec(text);
  if (angle !== null) {
    const [, sign, degrees = '0', minutes = '0', seconds = '0'] = angle;
    const size = add(add(readDecimal(degrees), divide(readDecimal(minutes), rational(60))), divide(readDecimal(seconds), rational(3600)));
    return { value: sign === '-' || sign === '−' ? subtract(zero, size) : size, unit: parseUnit('°') };
  }
  const fraction = /^\s*([+\-−]?\d{1,30})\/(\d{1,30})(?=\s+\S)/.exec(text);
  if (fraction !== null) {
    const [whole, top = '0', bottom = '1'] = fraction;
    // 1/2 in is a value; 120/80 mmHg are two.
    if (!/^0+$/.test(bottom) && Number(top.replace('−', '-')) >= Number(bottom)) {
      throw new InvalidInput('column 1', ['请只给出一个数值', 'give one value']);
    }
    if (/^0+$/.test(bottom)) throw new InvalidInput('column 1', ['分母为 0', 'the value is divided by 0']);
    return {
      value: divide(readDecimal(top), readDecimal(bottom)),
      unit: parseUnit(text.slice(whole.length), { column: whole.length + 1 }),
    };
  }
  const found = leadingNumber.exec(text);
  if (/^\s*[０-９]/.test(text)) throw new InvalidInput('column 1', new DecimalError('full-width').text);
  if (found === null) throw new InvalidInput('column 1', ['缺少数值，例如“12.5 kPa”', 'a value is missing, as in “12.5 kPa”']);
  const [whole, number = '', exponent] = found;
  const behind = text.slice(whole.length);
  // 12 500 Pa is twelve thousand or twelve times 500 Pa; 5 10*3/uL and 5 1/min are one value.
  const grouped = /^\s+\d/.test(behind) && !/^\s+(?:10[*^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]|1\s*(?:$|\/\s*[^\s\d]))/.test(behind);
  const reason = behind.startsWith(',') ? 'separator' : grouped ? 'space' : undefined;
  if (reason !== undefined) throw new InvalidInput(`column ${whole.length + 1}`, new DecimalError(reason).text);
  // 10⁻³ mol is one unit of 10⁻³ mol.
  if (/^[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹^*]/.test(behind)) return { value: rational(1), unit: parseUnit(text) };
  const power10 = exponent === undefined ? 0 : Number(plainDigits(exponent));
  if (!(Math.abs(power10) <= 999)) throw new InvalidInput('column 1', ['指数过大', 'the exponent is too large']);
  const value = multiply(readDecimal(number), power(rational(10), power10));
  return { value, unit: parseUnit(behind, { column: whole.length + 1 }) };
}

/**
 * Converts a value with its unit. Throws InvalidInput for what cannot be read or does not fit.
 * @example convert('12.5 kgf/cm2', 'kPa') // { value: '1225.83125', unit: 'kPa', exact: true }
 */
export function convert(text: string, target: string, options: ConversionOptions = {}): Conversion {
  const { value, unit } = readQuantity(text);
  const converted = convertValue(value, unit, parseUnit(target), options);
  const exactly = printExactly(converted.value);
  // A measured constant (u, 12 digits) is not given digits that nobody knows.
  const short = exactly !== undefined && (converted.exact || exactly.replace(/^-?[0.]*|\.|e.*$/g, '').length < 15);
  return { value: short ? exactly : printRounded(converted.value, 15), unit: target.trim(), exact: short && converted.exact };
}
