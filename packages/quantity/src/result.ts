/**
 * A measurement result rounded to its uncertainty (JCGM 100:2008, 7.2.6; JJF 1059.1-2012, 5.3.8): u or U to one or two significant digits, the value to
 * the same last digit. Rounding is half to even after GB/T 8170-2008, once and from the unrounded numbers; the uncertainty may be rounded up instead.
 * Worked example: y = 10.057 62 Ω with u = 27 mΩ is 10.058(27) Ω.
 */
import { DecimalError, parse, powerOfTen, print, timesPowerOfTen } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { InvalidInput } from './invalid-input.ts';
import { roundTo } from './rounding.ts';

/** `up-beyond-5-percent`: up only where rounding would take away more than 5 % of the uncertainty (EA-4/02 M:2022, 6.3). */
export type UncertaintyRounding = 'half-even' | 'up' | 'up-beyond-5-percent';

export type ResultOptions = {
  /** Significant digits of the uncertainty. */
  readonly digits?: 1 | 2;
  readonly rounding?: UncertaintyRounding;
  /** Path of the result in its file, for errors. */
  readonly place?: string;
};

export type RoundedResult = {
  readonly value: string;
  readonly uncertainty: string;
  /** The power of ten of the last digit kept; above 0, zeros in `value` before the point are no digits of the result. */
  readonly position: number;
  /** 10.058(27), the uncertainty in units of the last digit of the value; 5.68(12)×10⁴ where that digit stands before the point. */
  readonly concise: string;
};

const placed = (place: string | undefined, name: string): string => (place === undefined || place === '' ? name : `${place}.${name}`);

function read(text: string, place: string): Decimal {
  try {
    return parse(text, { exponent: true });
  } catch (error) {
    if (error instanceof DecimalError) throw new InvalidInput(place, error.text);
    throw error;
  }
}

const sizeOf = (digits: bigint): string => String(digits < 0n ? -digits : digits);

/** 10^position as a rounding interval. */
const intervalAt = (position: number): Decimal =>
  position >= 0 ? { digits: powerOfTen(position), scale: 0 } : { digits: 1n, scale: -position };

/** The whole multiple of 10^position that an uncertainty is rounded to. */
function multipleAt(uncertainty: Decimal, position: number, rounding: UncertaintyRounding): bigint {
  const interval = intervalAt(position);
  const even = roundTo(uncertainty, interval).digits / interval.digits;
  const shift = Math.max(0, uncertainty.scale + position);
  const [own, kept] = [uncertainty.digits * powerOfTen(Math.max(0, -position - uncertainty.scale)), even * powerOfTen(shift)];
  if (kept >= own) return even;
  const up = rounding === 'up' || (rounding === 'up-beyond-5-percent' && (own - kept) * 20n > own);
  return up ? even + 1n : even;
}

/** Printed without trailing information: 56800 for 568 × 10². */
const at = (multiple: bigint, position: number): string =>
  position >= 0 ? String(multiple * powerOfTen(position)) : print({ digits: multiple, scale: -position });

const superscript = (exponent: number): string =>
  String(exponent).replace(/[-0-9]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(sign))));

function conciseForm(value: bigint, uncertainty: bigint, position: number): string {
  const order = position + Math.max(sizeOf(value).length, sizeOf(uncertainty).length) - 1;
  if (position <= 0 && order >= -4) return `${at(value, position)}(${uncertainty})`;
  return `${at(value, position - order)}(${uncertainty})×10${superscript(order)}`;
}

/**
 * Rounds a value to its uncertainty; both are decimal texts in the same unit, exponents allowed. Throws InvalidInput for texts that are no
 * decimals and for an uncertainty of 0 or less.
 * @example roundResult('10.05762', '0.027') // { value: '10.058', uncertainty: '0.027', position: -3, concise: '10.058(27)' }
 */
export function roundResult(value: string, uncertainty: string, options: ResultOptions = {}): RoundedResult {
  const { digits = 2, rounding = 'half-even', place } = options;
  if (digits !== 1 && digits !== 2) {
    throw new InvalidInput(placed(place, 'digits'), ['不确定度保留 1 位或 2 位有效数字', 'an uncertainty has 1 or 2 significant digits']);
  }
  const [y, u] = [read(value, placed(place, 'value')), read(uncertainty, placed(place, 'uncertainty'))];
  if (u.digits <= 0n) throw new InvalidInput(placed(place, 'uncertainty'), ['不确定度必须大于 0', 'an uncertainty is greater than 0']);
  let position = sizeOf(u.digits).length - u.scale - digits;
  let multiple = multipleAt(u, position, rounding);
  // 0.0996 to two digits is 0.10, not 0.100: the last digit moves and the rounding starts again from the unrounded value.
  if (sizeOf(multiple).length > digits) {
    position += 1;
    multiple = multipleAt(u, position, rounding);
  }
  const interval = intervalAt(position);
  const kept = roundTo(y, interval).digits / interval.digits;
  return { value: at(kept, position), uncertainty: at(multiple, position), position, concise: conciseForm(kept, multiple, position) };
}

export type Statement = {
  readonly unit?: string;
  /** Coverage factor; given when the uncertainty is expanded. */
  readonly k?: string;
  /** Coverage probability, as text: '95 %'. */
  readonly coverage?: string;
};

/** Sets both numbers to one power of ten where the last digit stands before the point. */
function mantissas({ value, uncertainty, position }: RoundedResult): readonly [value: string, uncertainty: string, power: string] {
  const small = [value, uncertainty].every((text) => Number(text) === 0 || Math.abs(Number(text)) < 1e-4);
  if (position <= 0 && !small) return [value, uncertainty, ''];
  const [y, u] = [parse(value), parse(uncertainty)];
  const order = Math.max(...[y, u].map(({ digits, scale }) => (digits === 0n ? -Infinity : sizeOf(digits).length - scale - 1)));
  const shown = (own: Decimal): string => {
    const moved = timesPowerOfTen(own, -order);
    const surplus = moved.scale - (order - position);
    return print(surplus > 0 ? { digits: moved.digits / powerOfTen(surplus), scale: moved.scale - surplus } : moved);
  };
  return [shown(y), shown(u), `×10${superscript(order)}`];
}

/**
 * A rounded result with ±, in Chinese (JJF 1059.1-2012, 5.3.8) and English form: (10.058±0.054) Ω，k=2 and (10.058 ± 0.054) Ω, k = 2.
 * The parentheses belong to it: the unit holds for both numbers (SI Brochure 5.4.5).
 * @example printPlusMinus(roundResult('10.05762', '0.054'), { unit: 'Ω', k: '2' })
 */
export function printPlusMinus(result: RoundedResult, { unit = '', k, coverage }: Statement = {}): readonly [zh: string, en: string] {
  const [value, uncertainty, ten] = mantissas(result);
  const bare = ten === '' && unit === '';
  const behind = `${ten}${unit === '' ? '' : ` ${unit}`}`;
  const write = (sign: string, equals: string, comma: string): string =>
    [
      bare ? `${value}${sign}${uncertainty}` : `(${value}${sign}${uncertainty})${behind}`,
      ...(k === undefined ? [] : [`k${equals}${k}`]),
      ...(coverage === undefined ? [] : [`p${equals === '=' ? '≈' : ' ≈ '}${coverage}`]),
    ].join(comma);
  return [write('±', '=', '，'), write(' ± ', ' = ', ', ')];
}

const conciseText =
  /^([+-]?\d{1,60})(?:\.(\d{1,60}))?\((\d{1,60})(?:\.(\d{1,60}))?\)(?:(?:\s*[×x]\s*10\^?|[eE])([+\-−⁻]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))?$/;

/**
 * Reads the concise form: 10.058(27), 5.68(12)×10⁴, 1.66053906892(52)e-27. Throws InvalidInput.
 * @example readConcise('10.058(27)') // { value: '10.058', uncertainty: '0.027' }
 */
export function readConcise(text: string, place = ''): { readonly value: string; readonly uncertainty: string } {
  const parts = conciseText.exec(text.trim());
  if (parts === null) throw new InvalidInput(place, ['应写作 10.058(27)', 'write it as 10.058(27)']);
  const [, whole = '', fraction = '', uncertain = '', behind, exponent = '0'] = parts;
  const ordinary = exponent.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).replace(/[⁻−]/g, '-');
  const power = Number(ordinary);
  if (!(Math.abs(power) <= 100)) throw new InvalidInput(place, ['指数过大', 'the exponent is too large']);
  const value = parse(fraction === '' ? whole : `${whole}.${fraction}`);
  // 12.3(1.2) writes the uncertainty with its own point; without one it counts units of the last digit.
  const own = behind === undefined ? { digits: BigInt(uncertain), scale: fraction.length } : parse(`${uncertain}.${behind}`);
  return { value: print(timesPowerOfTen(value, power)), uncertainty: print(timesPowerOfTen(own, power)) };
}
