/** Upper tails of counts, accurate far out, where 1 − cdf has no digits left. */
import { betaCdf } from '@tongheng/uncertainty/distribution/beta';
import { gammaCdf } from '@tongheng/uncertainty/distribution/gamma';

/** P(X ≥ k), X binomial of n and p. @example binomialAtLeast(1, 2, 0.5) // 0.75 */
export const binomialAtLeast = (k: number, n: number, p: number): number =>
  k <= 0 ? 1 : k > n || p <= 0 ? 0 : p >= 1 ? 1 : betaCdf(p, k, n - k + 1);

/** P(X ≥ k), X Poisson. @example poissonAtLeast(0, 3) // 1 */
export const poissonAtLeast = (k: number, mean: number): number => (k <= 0 ? 1 : mean <= 0 ? 0 : gammaCdf(mean, k, 1));
