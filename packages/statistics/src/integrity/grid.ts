/** Readings as whole multiples of the resolution of the instrument, exactly. */
import { divideExactly, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { decimalOf } from '../proficiency/input.ts';

/** More readings than this belong into several tests; the limit keeps hostile input from costing time. */
const mostReadings = 1_000_000;

/** Throws InvalidInput at `place` for what is no list or a list of more than `mostReadings` entries. */
export function checkLength(list: readonly unknown[], place: string): void {
  if (!Array.isArray(list)) throw new InvalidInput(place, ['应为一个列表', 'a list is expected']);
  if (list.length > mostReadings) {
    throw new InvalidInput(place, [`多于 ${mostReadings} 项，请分批检验`, `more than ${mostReadings} entries: test them in parts`]);
  }
}

/** The resolution d as a decimal greater than 0. */
export function resolutionOf(resolution: string, place = 'resolution'): Decimal {
  const found = decimalOf(resolution, place);
  if (found.digits <= 0n) throw new InvalidInput(place, ['分辨力必须大于 0', 'the resolution must be greater than 0']);
  return found;
}

/**
 * reading / resolution as a whole number. Throws InvalidInput where it is none: such a reading was not taken on this scale.
 * @example multipleOf('1.50', resolutionOf('0.05'), 'readings[0]') // 30n
 */
export function multipleOf(reading: string, resolution: Decimal, place: string): bigint {
  const quotient = divideExactly(decimalOf(reading, place), resolution);
  if (quotient !== undefined && quotient.scale === 0) return quotient.digits;
  throw new InvalidInput(place, [
    '读数不是分辨力的整数倍，请核对读数或分辨力',
    'the reading is not a multiple of the resolution: check the reading or the resolution',
  ]);
}

/**
 * Readings, decimal texts in one unit, as multiples of the resolution in that unit. Throws InvalidInput at `place[index]` for a text
 * that is no decimal or no multiple.
 * @example multiplesOf(['1.2', '0.8'], parse('0.2'), 'readings') // [6n, 4n]
 */
export function multiplesOf(readings: readonly string[], resolution: Decimal, place: string): bigint[] {
  checkLength(readings, place);
  return readings.map((reading, index) => multipleOf(reading, resolution, `${place}[${index}]`));
}
