/**
 * Effective degrees of freedom and coverage region of a complex quantity.
 * Degrees of freedom: the total-variance method of R. Willink and B. D. Hall, "A classical method for uncertainty analysis with
 * multidimensional data", Metrologia 39 (2002) 361: independent bivariate contributions of covariance V with ν degrees of freedom each are
 * matched in the summed variances of the three elements of the matrix, 2·V₁₁²/ν, (V₁₁V₂₂ + V₁₂²)/ν and 2·V₂₂²/ν. Readings taken together are
 * one contribution; other correlated influences are one with the least of their degrees of freedom, as in gum/degrees-of-freedom.ts.
 * Region: the ellipse of JCGM 102 6.5.2 with kp² = χ², for finite ν with Hotelling's kp² = 2ν/(ν − 1)·F(2, ν − 1).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { fisherQuantile } from '../distribution/fisher.ts';
import { coverageOf } from '../uncertain/expanded.ts';
import { eachBlock, largestContribution } from '../uncertain/summary.ts';
import { asComplex, covarianceOf, complexValue, type ComplexQuantity } from './complex.ts';
import { ellipseOf } from './ellipse.ts';

/** Effective degrees of freedom of the covariance matrix, unrounded; Infinity where it is exact. */
export function complexDof(quantity: ComplexQuantity): number {
  const { real, imaginary } = asComplex(quantity, 'complexDof');
  const quantities = [real.components, imaginary.components];
  // One scale for both, since the method adds what belongs to real and to imaginary part.
  const scale = Math.max(...quantities.map(largestContribution)) || 1;
  let [xx, xy, yy, sum] = [0, 0, 0, 0];
  const spread = (a: number, b: number, c: number): number => 2 * a * a + (a * b + c * c) + 2 * b * b;
  eachBlock(quantities, [scale, scale], ({ covariance, dof }) => {
    const [a, c, , b] = covariance as unknown as readonly [number, number, number, number];
    xx += a;
    xy += c;
    yy += b;
    if (dof !== Infinity) sum += spread(a, b, c) / dof;
  });
  return sum === 0 ? Infinity : spread(xx, yy, xy) / sum;
}

export type Region = {
  readonly centre: readonly [re: number, im: number];
  readonly covariance: readonly (readonly number[])[];
  readonly dof: number;
  readonly coverage: number;
  /** Coverage factor of the ellipse. */
  readonly k: number;
  /** Half-lengths of the expanded ellipse, k times the standard uncertainties along its axes. */
  readonly semiAxes: readonly [major: number, minor: number];
  /** Angle of the major axis against the real axis in radians, above −π/2, up to π/2. */
  readonly angle: number;
};

/**
 * The elliptical coverage region of a complex quantity.
 * @throws InvalidInput with 1 degree of freedom or fewer: such a region would be infinite
 * @example coverageRegion(impedance, { coverage: 0.95 }).semiAxes
 */
export function coverageRegion(quantity: ComplexQuantity, how: { readonly coverage?: number } = {}): Region {
  const z = asComplex(quantity, 'coverageRegion');
  const coverage = coverageOf(how.coverage);
  const dof = complexDof(z);
  if (dof <= 1)
    throw new InvalidInput('dof', [
      `有效自由度为 ${dof}，不大于 1，包含区域无界：请增加读数`,
      `with ${dof} effective degrees of freedom, 1 or fewer, the coverage region is unbounded: take more readings`,
    ]);
  const squared = dof === Infinity ? chiSquareQuantile(coverage, 2) : ((2 * dof) / (dof - 1)) * fisherQuantile(coverage, 2, dof - 1);
  const k = Math.sqrt(squared);
  const matrix = covarianceOf(z);
  const { axes, angle } = ellipseOf(matrix);
  return { centre: complexValue(z), covariance: matrix, dof, coverage, k, semiAxes: [k * axes[0], k * axes[1]], angle };
}
