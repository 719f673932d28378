/**
 * Operating characteristic of a sampling plan: how probable it is that a lot passes.
 * - Test of the mean, contents normal with mean μ and standard deviation σ: q̄ + λ·s ≥ Qn has the probability of a noncentral t; it is
 *   integrated over the distribution of s/σ, which is independent of the mean: ∫ Φ(√n·((μ − Qn)/σ + λ·u)) dF(u), (n − 1)·u² ~ χ²(n − 1).
 * - Test of single units: the numbers beyond T and 2T are trinomial for a normal process, and multivariate hypergeometric for a lot that
 *   holds so many units beyond. Both sums are exact.
 * The two tests share the data, so the probability of passing both is given by its bounds (Fréchet), not as a product.
 * Limit: the normal process has no end; a lot of 100 of which 50 are drawn is judged somewhat more sharply.
 */
import { binomialCdf, binomialMass, hypergeometricCdf, hypergeometricMass } from '@tongheng/uncertainty/distribution/discrete';
import { normalCdf } from '@tongheng/uncertainty/distribution/normal';
import { exp } from '@tongheng/uncertainty/elementary/exponential';
import { logGamma } from '@tongheng/uncertainty/elementary/gamma';
import { log } from '@tongheng/uncertainty/elementary/logarithm';
import type { SamplingPlan } from './sampling-plan.ts';

/** Positive nodes and weights of the Gauss–Legendre rule of 16 points. */
const nodes: readonly (readonly [node: number, weight: number])[] = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.1826034150449236],
  [0.4580167776572274, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
];

/** Panels of 16 points over ten standard deviations of s/σ at either side: the integral is good to 1e-12. */
const panels = 12;
const reach = 10;

/**
 * Probability that the mean passes: q̄ ≥ Qn − λ·s.
 * @param n size of the sample, 2 or more
 * @param lambda factor of s, 0 or more
 * @param distance (μ − Qn)/σ
 * @example meanAcceptance(50, 0.379, 0) // 0.9950
 */
export function meanAcceptance(n: number, lambda: number, distance: number): number {
  const dof = n - 1;
  const spread = reach / Math.sqrt(2 * dof);
  const [from, to] = [Math.max(0, 1 - spread), 1 + spread];
  const scale = log(2) + (dof / 2) * log(dof / 2) - logGamma(dof / 2);
  const root = Math.sqrt(n);
  const half = (to - from) / panels / 2;
  const weighted = (u: number): number => exp(scale + (dof - 1) * log(u) - (dof * u * u) / 2) * normalCdf(root * (distance + lambda * u));
  let sum = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = from + half * (2 * panel + 1);
    for (const [node, weight] of nodes) sum += weight * (weighted(middle - half * node) + weighted(middle + half * node));
  }
  return Math.min(1, Math.max(0, sum * half));
}

type Allowed = SamplingPlan['allowed'];

/**
 * Probability that the counts pass when each unit is beyond T (and not 2T) or beyond 2T with the given probabilities.
 * @example countAcceptance(50, { t1: 3, t2: 0 }, 0.02, 0) // 0.9822
 */
export function countAcceptance(n: number, allowed: Allowed, beyondT: number, beyondTwice: number): number {
  let sum = 0;
  const share = beyondTwice >= 1 ? 0 : Math.min(1, beyondT / (1 - beyondTwice));
  for (let second = 0; second <= Math.min(allowed.t2, n); second += 1) {
    sum += binomialMass(second, n, beyondTwice) * binomialCdf(Math.min(allowed.t1, n - second), n - second, share);
  }
  return Math.min(1, sum);
}

/**
 * Probability that the counts pass for a lot that holds so many units beyond T (and not 2T) and beyond 2T: sampling without replacement.
 * Throws RangeError when there are more of them than units.
 * @example lotAcceptance(findPlan(rule, 400), 10, 0) // 0.9704
 */
export function lotAcceptance({ lot, n, allowed }: SamplingPlan, beyondT: number, beyondTwice: number): number {
  if (beyondT + beyondTwice > lot) throw new RangeError('more deficient units than the lot has');
  let sum = 0;
  for (let second = 0; second <= Math.min(allowed.t2, n, beyondTwice); second += 1) {
    const drawn = n - second;
    if (drawn > lot - beyondTwice) continue;
    const first = Math.min(allowed.t1, drawn, beyondT);
    sum += hypergeometricMass(second, lot, beyondTwice, n) * hypergeometricCdf(first, lot - beyondTwice, beyondT, drawn);
  }
  return Math.min(1, sum);
}

/** What a lot's contents are supposed to be like; all in one unit. */
export type NormalProcess = { readonly nominal: number; readonly tolerable: number; readonly mean: number; readonly s: number };

export type Acceptance = {
  /** null where the plan has no test of the mean. */
  readonly mean: number | null;
  readonly counts: number;
  /** Bounds of the probability that both pass. */
  readonly atLeast: number;
  readonly atMost: number;
};

/** Probabilities that a lot of a normal process passes. s is greater than 0. */
export function acceptance({ n, lambda, allowed }: SamplingPlan, { nominal, tolerable, mean, s }: NormalProcess): Acceptance {
  const beyondTwice = normalCdf((nominal - 2 * tolerable - mean) / s);
  const beyond = normalCdf((nominal - tolerable - mean) / s);
  const counts = countAcceptance(n, allowed, Math.max(0, beyond - beyondTwice), beyondTwice);
  const ofMean = lambda === null ? null : meanAcceptance(n, Number(lambda), (mean - nominal) / s);
  const other = ofMean ?? 1;
  return { mean: ofMean, counts, atLeast: Math.max(0, counts + other - 1), atMost: Math.min(counts, other) };
}
