/**
 * Algorithm S, the robust pooled standard deviation (ISO 13528:2022, C.4; ISO 5725-5, 6.3): w* = median(w); each step moves
 * values above η w* to that limit and takes w* = ξ √(Σ w²/p). η² ν is the 90 % quantile of chi-square, ξ restores the expectation.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareCdf, chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { median, sorted } from './sample.ts';

export type AlgorithmSOptions = {
  /** iso: η and ξ of the standard's table, beyond it computed to three decimals; exact: computed. */
  readonly constants?: 'iso' | 'exact';
};

const mostIterations = 10_000;
const tolerance = 1e-15;

/**
 * ISO 13528:2022 table of η and ξ for ν = 1 to 10, as printed; ξ of 6 and 10 is one higher in the last digit than the computed value.
 * Quoted from memory and equal to the table of a published program; not compared with the official text.
 */
export const tableOfAlgorithmS = {
  source: 'ISO 13528:2022, annex C.4, limit and adjustment factors',
  confidence: 'M',
  confirmed: false,
  eta: [1.645, 1.517, 1.444, 1.395, 1.359, 1.332, 1.31, 1.292, 1.277, 1.264],
  xi: [1.097, 1.054, 1.039, 1.032, 1.027, 1.024, 1.021, 1.019, 1.018, 1.017],
} as const;

const threeDecimals = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Limit factor η and adjustment factor ξ for ν degrees of freedom.
 * @example factorsOfAlgorithmS(1, 'iso') // { eta: 1.645, xi: 1.097 }
 */
export function factorsOfAlgorithmS(dof: number, constants: 'iso' | 'exact'): { readonly eta: number; readonly xi: number } {
  if (!Number.isInteger(dof) || dof < 1 || dof > 1000) {
    throw new InvalidInput('dof', ['自由度应为 1 至 1000 的整数', 'degrees of freedom: a whole number from 1 to 1000']);
  }
  const [printedEta, printedXi] = [tableOfAlgorithmS.eta[dof - 1], tableOfAlgorithmS.xi[dof - 1]];
  if (constants === 'iso' && printedEta !== undefined && printedXi !== undefined) return { eta: printedEta, xi: printedXi };
  const limit = chiSquareQuantile(0.9, dof);
  const eta = Math.sqrt(limit / dof);
  const xi = 1 / Math.sqrt(chiSquareCdf(limit, dof + 2) + (0.1 * limit) / dof);
  return constants === 'iso' ? { eta: threeDecimals(eta), xi: threeDecimals(xi) } : { eta, xi };
}

/**
 * The robust pooled value of standard deviations (or ranges of pairs, dof 1) in their unit.
 * Throws InvalidInput for fewer than 2 values, negative ones, or a dof outside 1…1000.
 * @param dof degrees of freedom of each value
 * @example algorithmS([1, 1, 1, 1], 1).w // 1.097
 */
export function algorithmS(
  deviations: readonly number[],
  dof: number,
  { constants = 'iso' }: AlgorithmSOptions = {},
): { readonly w: number; readonly iterations: number } {
  const ordered = sorted(deviations, 2, 'results');
  if ((ordered[0] ?? 0) < 0) throw new InvalidInput('results', ['标准偏差不能为负', 'a standard deviation cannot be negative']);
  const { eta, xi } = factorsOfAlgorithmS(dof, constants);
  let [w, iterations] = [median(ordered), 0];
  if (w === 0) w = ordered[ordered.length - 1] ?? 0;
  const largest = w;
  while (w > 0 && iterations < mostIterations) {
    iterations += 1;
    const before = w;
    const squares = ordered.reduce((sum, value) => sum + Math.min(value, eta * before) * Math.min(value, eta * before), 0);
    w = xi * Math.sqrt(squares / ordered.length);
    if (w < 1e-12 * largest) w = 0;
    else if (Math.abs(w - before) <= tolerance * w) break;
  }
  return { w, iterations };
}
