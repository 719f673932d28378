/** Lists of readings as they are given: numbers or decimal text, checked by name. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fromDecimal, type DoubleDouble } from '../matrix/double-double.ts';

/** A reading as a JSON number or as the decimal text that was written. */
export type Reading = number | string;

/** Longer lists are refused rather than computed for minutes. */
export const mostReadings = 1_000_000;

/**
 * Readings as exact decimals. Throws InvalidInput naming the reading: not a list, fewer than `least`, not a finite number.
 * @param place path of the list in the input, `inputs.V.readings`
 */
export function decimalReadings(readings: unknown, place: string, least = 1): DoubleDouble[] {
  if (!Array.isArray(readings)) throw new InvalidInput(place, ['应为读数列表', 'a list of readings is expected']);
  if (readings.length < least) {
    throw new InvalidInput(place, [
      `至少需要 ${least} 个读数，只有 ${readings.length} 个`,
      `at least ${least} readings are needed, ${readings.length} given`,
    ]);
  }
  if (readings.length > mostReadings) {
    throw new InvalidInput(place, [`读数不得超过 ${mostReadings} 个`, `at most ${mostReadings} readings`]);
  }
  return readings.map((reading: unknown, index) => {
    const isUsable = typeof reading === 'number' || (typeof reading === 'string' && reading.length <= 100);
    const value = isUsable ? fromDecimal(typeof reading === 'string' ? reading.trim() : reading) : undefined;
    if (value === undefined || !Number.isFinite(value[0]) || Math.abs(value[0]) > 1e140) {
      throw new InvalidInput(`${place}[${index}]`, ['应为有限的十进制数', 'a finite decimal number is expected']);
    }
    return value;
  });
}

/** A finite number greater than 0, or 0 too. Throws InvalidInput. */
export function positiveNumber(value: unknown, place: string, { zeroAllowed = false } = {}): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if (Number.isFinite(number) && (number > 0 || (zeroAllowed && number === 0))) return number;
  throw new InvalidInput(
    place,
    zeroAllowed
      ? ['应为不小于 0 的有限数', 'a finite number of 0 or more is expected']
      : ['应为大于 0 的有限数', 'a finite number greater than 0 is expected'],
  );
}
