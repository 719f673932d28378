/** The block of record numbers that a device has taken along. */
export type LocalNumber = {
  readonly number: string;
  readonly state: 'free' | 'used' | 'void';
  /** The record that carries it. */
  readonly record: string | null;
  /** Why a number that was begun with carries no record. */
  readonly reason: string | null;
};

/** The lowest number that is free: numbers are used in their order. */
export const nextNumber = (numbers: readonly LocalNumber[]): string | undefined =>
  numbers
    .filter(({ state }) => state === 'free')
    .map(({ number }) => number)
    .sort()[0];

/** How many numbers to reserve for the jobs of a device: one for each that has none, and a few for what goes wrong. */
export const countToReserve = (jobsWithoutNumber: number, free: number, spare = 5): number => Math.max(0, jobsWithoutNumber + spare - free);

/** What goes back to the server: free numbers without a word, those that were begun with and dropped with their reason. */
export const numbersToReturn = (
  numbers: readonly LocalNumber[],
  includeFree: boolean,
): readonly { number: string; reason: string | null }[] =>
  numbers.filter(({ state }) => state === 'void' || (includeFree && state === 'free')).map(({ number, reason }) => ({ number, reason }));
