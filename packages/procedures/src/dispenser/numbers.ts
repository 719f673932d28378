/** The numbers of a regulation that every dispenser, of fuel or of gas, is judged by; each edition has its own. */
import type { Limit, Sourced } from '../edition.ts';
import type { At } from '../rule.ts';
import { multiply } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';

export type DispenserNumbers = {
  /** MPE in % of what was delivered. */
  readonly mpe: Limit;
  /** The largest less the smallest error of the runs at one flow, in %. */
  readonly repeatability: Limit;
  readonly runs: Sourced<string>;
  /** The MPE of an in-use inspection is this multiple of the other. */
  readonly inUseFactor: Limit;
  /** The amount may differ from quantity × price by this many of the least steps of the amount. */
  readonly paymentSteps: Limit;
};

/** The MPE of a kind of verification with the numbers it rests on; undefined where one of them is not known. */
export function mpeAt<P>(
  { mpe, inUseFactor }: DispenserNumbers,
  { kind, number }: At<P>,
): { limit: Decimal | undefined; numbers: readonly Limit[] } {
  const limit = number(mpe);
  if (kind !== 'in-use') return { limit, numbers: [mpe] };
  const factor = number(inUseFactor);
  return { limit: limit && factor && multiply(limit, factor), numbers: [mpe, inUseFactor] };
}
