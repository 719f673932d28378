/**
 * The tolerable deficiency T (允许短缺量) of a nominal quantity, exact and rounded once: in China to the nearest step with ties to the even
 * one (GB/T 8170), after OIML R 87 up. They differ where half a step decides: 130 g has 5.85 g, hence 5.8 g here and 5.9 g there.
 * Counted goods are always rounded up to the next piece; length and area are not rounded.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { compare, multiply, parse, print, timesPowerOfTen, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';
import { deficiencyTables } from './deficiency-table.ts';
import { convert, tableUnit, type QuantityUnit } from './quantity-unit.ts';
import type { RoundingDirection } from './rule.ts';

const one = parse('1');

/** The least multiple of the interval that is not below the value; value ≥ 0. @example print(roundUp(parse('5.81'), parse('0.1'))) // '5.9' */
export function roundUp(value: Decimal, interval: Decimal): Decimal {
  const scale = Math.max(value.scale, interval.scale);
  const [size, step] = [timesPowerOfTen(value, scale).digits, timesPowerOfTen(interval, scale).digits];
  return { digits: ((size + step - 1n) / step) * interval.digits, scale: interval.scale };
}

/**
 * T in the unit of the nominal quantity, without trailing zeros. Throws InvalidInput for a quantity that the table does not reach.
 * @param nominal greater than 0; a whole number for counted goods
 * @example print(tolerableDeficiency(parse('130'), g, 'half-even')) // '5.8'
 * @example print(tolerableDeficiency(parse('130'), g, 'up')) // '5.9'
 */
export function tolerableDeficiency(nominal: Decimal, unit: QuantityUnit, direction: RoundingDirection, place = 'nominal'): Decimal {
  const { bands, rounding } = deficiencyTables[unit.kind];
  const standing = tableUnit(unit.kind);
  const quantity = convert(nominal, unit, standing);
  const band = bands.find(({ upTo }) => upTo === null || compare(quantity, parse(upTo)) <= 0);
  if (band === undefined) {
    const most = bands[bands.length - 1]?.upTo ?? '';
    throw new InvalidInput(place, [
      `标注净含量超过 ${most} ${standing.symbol}，标准没有规定允许短缺量`,
      `above ${most} ${standing.symbol} no tolerable deficiency is laid down, this is ${print(trim(quantity))} ${standing.symbol}`,
    ]);
  }
  const raw = band.amount === undefined ? timesPowerOfTen(multiply(quantity, parse(band.percent)), -2) : parse(band.amount);
  return trim(convert(rounded(raw, quantity), standing, unit));

  function rounded(value: Decimal, of: Decimal): Decimal {
    if (unit.kind === 'count') return roundUp(value, one);
    if (rounding === null) return value;
    const interval = parse(compare(of, parse(rounding.upTo)) <= 0 ? rounding.interval : rounding.above);
    return direction === 'up' ? roundUp(value, interval) : roundTo(value, interval);
  }
}
