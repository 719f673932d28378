/** Coverage factors (JCGM 100 G.3, G.4; JCGM 102 6.5). */
import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { studentQuantile } from '../distribution/student.ts';

/** Truncated to an integer, 1 at least (G.4.1); 18.999 999 999 999 is 19 with a rounding error of the arithmetic. */
export const wholeDof = (dof: number): number => (Number.isFinite(dof) ? Math.max(1, Math.floor(dof * (1 + 1e-12))) : Infinity);

const known = new Map<string, number>();

/**
 * k for a coverage probability and effective degrees of freedom, truncated to an integer, 1 at least (G.4.1).
 * @param dof Infinity for a normal distribution
 * @example coverageFactor(0.95, Infinity) // 1.9599639845401
 */
export function coverageFactor(probability: number, dof: number): number {
  const whole = wholeDof(dof);
  const key = `${probability} ${whole}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const p = (1 + probability) / 2;
  const k = whole === Infinity ? normalQuantile(p) : studentQuantile(p, whole);
  if (known.size > 10_000) known.clear();
  known.set(key, k);
  return k;
}

/** Of m outputs together, for a normal distribution: ellipsoid kp = √χ²ₘ,ₚ and box kq by Bonferroni (JCGM 102 6.5.2, 6.5.3). */
export const regionFactors = (probability: number, outputs: number): { readonly kp: number; readonly kq: number } => ({
  kp: Math.sqrt(chiSquareQuantile(probability, outputs)),
  kq: normalQuantile(1 - (1 - probability) / (2 * outputs)),
});
