/** Parts that every verdict on a performance test is made of. */
import { parse } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { exactSample, printMean } from '@tongheng/statistics/sample/exact-sample';
import type { Text } from '../../../kernel/text.ts';
import type { Figure, PerformanceAnswer } from './performance-answer.ts';

export const verdictOf = (ok: boolean | null): PerformanceAnswer['verdict'] => (ok === null ? 'unjudged' : ok ? 'pass' : 'fail');
export const figure = (symbol: string, label: Text, value: string): Figure => ({ symbol, label, value });
export const needed = (place: string, zh: string, en: string): InvalidInput => new InvalidInput(place, [zh, en]);

/** The mean as it is printed everywhere: two decimals more than the readings. */
export function meanOf(readings: readonly string[]): string {
  const values = readings.map((reading) => parse(reading));
  return printMean(exactSample(values), Math.max(...values.map(({ scale }) => scale)) + 2);
}
