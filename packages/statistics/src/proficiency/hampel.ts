/**
 * The Hampel estimator of the mean with the standard deviation given (ISO 13528:2022, C.5.3.3), solved exactly: the estimating
 * function is linear between its nodes, so that its zeros are found there without iteration.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { mean, median, sorted } from './sample.ts';
import { qMethod, type Laboratories } from './q-method.ts';

/** Equation C.26: linear to 1.5, level to 3, back to 0 at 4.5. */
export function psi(q: number): number {
  const size = Math.abs(q);
  const value = size <= 1.5 ? size : size <= 3 ? 1.5 : size < 4.5 ? 4.5 - size : 0;
  return q < 0 ? -value : value;
}

const distances = [-4.5, -3, -1.5, 1.5, 3, 4.5] as const;
/** More nodes than this cost seconds: each node looks at each laboratory. */
const mostLaboratories = 3000;

/**
 * The zero of Σψ((y − x)/s) that is nearest the median; the median itself where two are equally near or s is 0.
 * @param s robust standard deviation of the laboratory means, in their unit, 0 or more
 * @example hampel([1, 2, 3, 4, 100], 1.5) // 2.5
 */
export function hampel(means: readonly number[], s: number): number {
  const ordered = sorted(means, 2, 'results');
  if (!(s >= 0) || s === Infinity) throw new InvalidInput('s', ['标准偏差应为非负有限数', 'the standard deviation: finite, 0 or more']);
  if (ordered.length > mostLaboratories) {
    throw new InvalidInput('results', [
      `实验室多于 ${mostLaboratories} 个，请改用 algorithm-a`,
      `more than ${mostLaboratories} laboratories: use algorithm-a`,
    ]);
  }
  const centre = median(ordered);
  if (s === 0) return centre;
  const scaled = ordered.map((value) => (value - centre) / s);
  const nodes = scaled.flatMap((value) => distances.map((distance) => value + distance)).sort((a, b) => a - b);
  const sums = nodes.map((node) => scaled.reduce((sum, value) => sum + psi(value - node), 0));
  const slack = 1e-12 * scaled.length;
  const zeros: number[] = [];
  nodes.forEach((node, index) => {
    const [here = 0, next, following] = [sums[index], nodes[index + 1], sums[index + 1]];
    const isZero = Math.abs(here) <= slack;
    if (isZero) zeros.push(node);
    if (next === undefined || following === undefined) return;
    // Where the function is 0 all along, every point solves the equation: the nearest is the median if it lies there.
    if (isZero && Math.abs(following) <= slack) zeros.push(Math.min(next, Math.max(node, 0)));
    else if (here * following < 0 && !isZero && Math.abs(following) > slack) zeros.push(node - (here * (next - node)) / (following - here));
  });
  const nearest = zeros.reduce((best, zero) => Math.min(best, Math.abs(zero)), Infinity);
  const solutions = zeros.filter((zero) => Math.abs(zero) <= nearest + 1e-12);
  const both = solutions.some((zero) => zero > 1e-12) && solutions.some((zero) => zero < -1e-12);
  return solutions.length === 0 || both ? centre : centre + (solutions[0] ?? 0) * s;
}

/**
 * Q/Hampel: s* by the Q method, x* by the Hampel estimator of the laboratory means, u(x*) = 1.25 s* / √p (ISO 13528:2022, C.5.4, 7.7.3).
 * @example qHampel([[10], [11], [12], [13], [14]]).x // 12
 */
export function qHampel(laboratories: Laboratories): {
  readonly x: number;
  readonly s: number;
  readonly u: number;
  readonly sr: number | null;
} {
  const { sR, sr } = qMethod(laboratories);
  const means = laboratories.map((row) => mean([...row].sort((a, b) => a - b)));
  return { x: hampel(means, sR), s: sR, u: (1.25 * sR) / Math.sqrt(laboratories.length), sr };
}
