/** The ellipse that belongs to a 2 × 2 covariance matrix. */
import { atan2 } from '../elementary/inverse-trigonometric.ts';
import { hypot } from '../elementary/power.ts';

export type Ellipse = {
  /** Square roots of the eigenvalues, the larger one first: standard uncertainties along the axes. */
  readonly axes: readonly [major: number, minor: number];
  /** Angle of the major axis against the real axis in radians, above −π/2, up to π/2; 0 for a circle. */
  readonly angle: number;
};

/** @param covariance symmetric, in squares of a unit @example ellipseOf([[4, 0], [0, 1]]) // { axes: [2, 1], angle: 0 } */
export function ellipseOf(covariance: readonly (readonly number[])[]): Ellipse {
  const [[xx = 0, xy = 0] = [], [, yy = 0] = []] = covariance;
  const scale = Math.max(xx, yy);
  if (scale === 0) return { axes: [0, 0], angle: 0 };
  const [a, b, c] = [xx / scale, yy / scale, xy / scale];
  const spread = hypot(a - b, 2 * c);
  const larger = (a + b + spread) / 2;
  // The product of the eigenvalues is the determinant: no cancellation of two nearly equal numbers.
  const smaller = Math.max(0, (a * b - c * c) / larger);
  const root = Math.sqrt(scale);
  return { axes: [root * Math.sqrt(larger), root * Math.sqrt(smaller)], angle: spread === 0 ? 0 : atan2(2 * c, a - b) / 2 };
}
