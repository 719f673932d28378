/** Covariance and correlation of quantities, from the influences that they share (JCGM 100 5.2, F.1.2.3; JCGM 102 6.2). */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { scaleOf, eachBlock } from './summary.ts';
import { asUncertain, type Quantity, type Uncertain } from './uncertain.ts';

/** Relative to the largest contribution of each: the product of two scales may underflow where the correlation does not. */
function relative(
  a: Uncertain,
  b: Uncertain,
): { readonly scales: readonly [number, number]; readonly matrix: readonly [aa: number, ab: number, bb: number] } {
  const quantities = [a.components, b.components] as const;
  const scales = [scaleOf(quantities[0]), scaleOf(quantities[1])] as const;
  let [aa, ab, bb] = [0, 0, 0];
  eachBlock(quantities, scales, ({ covariance }) => {
    aa += covariance[0] as number;
    ab += covariance[1] as number;
    bb += covariance[3] as number;
  });
  return { scales, matrix: [aa, ab, bb] };
}

/**
 * Covariance of two quantities in the product of their units; u² for one with itself.
 * @throws InvalidInput where one identifier has two meanings in them, or where it cannot be represented
 */
export function covariance(one: Quantity, other: Quantity): number {
  const [a, b] = [asUncertain(one, 'covariance'), asUncertain(other, 'covariance')];
  const { scales, matrix } = relative(a, b);
  const found = matrix[1] * scales[0] * scales[1];
  if (Number.isFinite(found)) return found;
  throw new InvalidInput('covariance', [
    '协方差超出可表示的范围，请改用更合适的单位',
    'the covariance is beyond what can be represented; choose other units',
  ]);
}

/**
 * Correlation coefficient, −1 to 1. @throws InvalidInput where one of them has no uncertainty: then it is not defined
 * @example correlation(gaugeA, gaugeB) // both calibrated by one standard
 */
export function correlation(one: Quantity, other: Quantity): number {
  const [a, b] = [asUncertain(one, 'correlation'), asUncertain(other, 'correlation')];
  const { matrix } = relative(a, b);
  if (matrix[0] === 0 || matrix[2] === 0)
    throw new InvalidInput('correlation', [
      '没有不确定度的量，其相关系数没有定义',
      'a quantity without uncertainty has no correlation coefficient',
    ]);
  if (a === b) return 1;
  return Math.max(-1, Math.min(1, matrix[1] / (Math.sqrt(matrix[0]) * Math.sqrt(matrix[2]))));
}

/** Covariance matrix of several quantities, in their order. @throws InvalidInput as `covariance` */
export const covarianceMatrix = (quantities: readonly Quantity[]): number[][] => symmetric(quantities, (a, b) => covariance(a, b));

/** Correlation coefficients of several quantities, in their order. @throws InvalidInput as `correlation` */
export const correlationMatrix = (quantities: readonly Quantity[]): number[][] => symmetric(quantities, (a, b) => correlation(a, b));

function symmetric(quantities: readonly Quantity[], entry: (a: Quantity, b: Quantity) => number): number[][] {
  const rows = quantities.map(() => quantities.map(() => 0));
  quantities.forEach((a, row) => {
    for (let column = 0; column <= row; column++) {
      const found = entry(a, quantities[column] as Quantity);
      (rows[row] as number[])[column] = found;
      (rows[column] as number[])[row] = found;
    }
  });
  return rows;
}
