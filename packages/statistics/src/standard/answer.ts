/** What an examination of a measurement standard answers; JJF 1033-2023 (计量标准考核规范), in force 2023-09-15. */
import type { Decimal } from '@tongheng/quantity/decimal';
import { readDecimals, readPositive } from '../sample/read-input.ts';

export type Text = readonly [zh: string, en: string];

/** H: certain; M: probable; L: weak. None of it has been compared with the official text. */
export type Confidence = 'H' | 'M' | 'L';

export type StandardAnswer = {
  /** Decimal text in the unit of the readings, rounded once; decisions are taken on the exact value. */
  readonly value: string;
  /** What the value is held against; null where nothing was given to hold it against. */
  readonly limit: string | null;
  readonly ok: boolean | null;
  readonly clause: Text;
  readonly confidence: Confidence;
};

/** Significant digits of a value that is a root and has no end. */
export const significantDigits = 5;

/** Decimals of a mean that has no end: two more than its readings. */
export const meanDecimals = (readings: readonly Decimal[]): number => readings.reduce((most, { scale }) => Math.max(most, scale), 0) + 2;

/** More readings than a person takes are a wrong file. */
const mostReadings = 10_000;

/** Readings as decimal text or numbers. Throws InvalidInput with the place. */
export const readReadings = (values: unknown, place: string): readonly Decimal[] => readDecimals(values, place, mostReadings);

/** A quantity greater than 0, or null where it was not given. */
export const readOptional = (value: unknown, place: string): Decimal | null =>
  value === undefined || value === null ? null : readPositive(value, place);
