/**
 * Quantiles of positive quantities: the c > 0 where a tail has a given probability. Newton's method for ln(tail) in ln c, which is concave
 * for the gamma and beta families, between bounds that shrink with each step; the bounds are halved in ln c where a step leaves them.
 */
import { expm1 } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';

export type Tail = {
  /** The probability of the tail at c. */
  readonly probability: (c: number) => number;
  /** c |d tail / dc|. */
  readonly slope: (c: number) => number;
  /** Whether the tail grows with c: true for the lower tail. */
  readonly rising: boolean;
};

/** Solves tail(c) = probability, from any start; relative accuracy that of the tail. Range: 0 < probability < 1. */
export function scaleRoot(tail: Tail, probability: number, start: number): number {
  let [low, high] = [0, Infinity];
  let c = start > 0 && start < Infinity ? start : 1;
  let last = Infinity;
  for (let round = 0; round < 200; round++) {
    const value = tail.probability(c);
    if (value === probability) return c;
    if (value > probability === tail.rising) high = c;
    else low = c;
    const relative = (value - probability) / probability;
    const ratio = Math.abs(relative) < 0.5 ? log1p(relative) : log(value) - log(probability);
    const step = (value / tail.slope(c)) * ratio * (tail.rising ? -1 : 1);
    const limited = Math.max(-5, Math.min(5, step));
    let next = c + c * expm1(limited);
    const size = Math.abs(limited);
    // Close to the root each step squares the distance; where it no longer does, only rounding is left.
    if (size < 1e-15 || (size < 1e-10 && size > last / 4) || next === 0 || next === Infinity) return next;
    if (!(next > low && next < high)) next = high === Infinity ? c * 8 : low === 0 ? c / 8 : Math.sqrt(low) * Math.sqrt(high);
    c = next;
    last = size;
  }
  return c;
}
