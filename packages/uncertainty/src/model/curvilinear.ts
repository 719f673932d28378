/**
 * Quantile of the curvilinear trapezoid (JCGM 101 6.4.3): rectangular on [−1, 1] whose limits are known to ± ρ, the sum of both being fixed.
 * X = s·(2V − 1) with s rectangular on [1 − ρ, 1 + ρ] and V on [0, 1], so that P(X ≤ x) = ½ + ½·E[min(1, x/s)] for x ≥ 0.
 */
import { log } from '../elementary/logarithm.ts';

/** P(X ≤ x) for 0 ≤ x ≤ 1 + ρ, 0 < ρ ≤ 1. */
function upperHalf(x: number, rho: number): number {
  const [a, b] = [1 - rho, 1 + rho];
  if (x >= b) return 1;
  // E[min(1, x/s)]: 1 for s ≤ x, x/s beyond.
  const below = Math.max(0, x - a);
  const from = Math.max(x, a);
  const mean = (below + (x === 0 ? 0 : x * log(b / from))) / (b - a);
  return 0.5 + 0.5 * mean;
}

/** @param rho d / half-width, from 0 to 1 */
export function curvilinearQuantile(p: number, rho: number): number {
  if (rho === 0) return 2 * p - 1;
  if (p < 0.5) return -curvilinearQuantile(1 - p, rho);
  let [low, high] = [0, 1 + rho];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (upperHalf(middle, rho) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
