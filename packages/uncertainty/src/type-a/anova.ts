/**
 * One-way analysis of variance of readings in groups (days, operators, instruments): JCGM 100 H.5, NIST StRD.
 * Groups may differ in size; the component of variance between them is estimated for the general case (n₀ of Searle, 1971), which for
 * equal sizes K is JCGM 100 H.5.2.2: s_B² = (s_a² − s_b²)/K.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { fisherUpper } from '../distribution/fisher.ts';
import { add, divide, multiply, squareRoot, subtract, toNumber, zero, type DoubleDouble } from '../matrix/double-double.ts';
import { sum } from '../matrix/double-double-vector.ts';
import { momentsOf } from './mean.ts';
import { decimalReadings, positiveNumber, type Reading } from './readings.ts';

export type Variance = { readonly dof: number; readonly sumOfSquares: number; readonly meanSquare: number };

export type Anova = {
  readonly mean: number;
  readonly between: Variance;
  readonly within: Variance;
  /** Ratio of mean squares; null when there is no scatter within groups. */
  readonly F: number | null;
  /** Probability of F or more when there is no effect between groups; null with F. */
  readonly pValue: number | null;
  /** Share of the sum of squares that lies between groups; null when all readings are equal. */
  readonly rSquared: number | null;
  /** s_W: standard deviation of one reading within its group. */
  readonly sWithin: number;
  /** s_B: standard deviation between groups, 0 where the estimate of its square is not positive (H.5.2.5). */
  readonly sBetween: number;
  /** Of the mean of all readings when a between-group effect is taken to exist: s_a/√n with J − 1 (H.5.2.5). */
  readonly withEffect: { readonly u: number; readonly dof: number };
  /** Of the mean of all readings when none is: the pooled estimate of H.5.2.3 with n − 1. */
  readonly withoutEffect: { readonly u: number; readonly dof: number };
};

type Sums = {
  readonly sizes: readonly number[];
  readonly mean: DoubleDouble;
  readonly between: DoubleDouble;
  readonly within: DoubleDouble;
};

function conclude({ sizes, mean, between, within }: Sums): Anova {
  const n = sizes.reduce((total, size) => total + size, 0);
  const [dofBetween, dofWithin] = [sizes.length - 1, n - sizes.length];
  const squareBetween = divide(between, [dofBetween, 0]);
  const squareWithin = divide(within, [dofWithin, 0]);
  const total = add(between, within);
  const F = squareWithin[0] > 0 ? toNumber(divide(squareBetween, squareWithin)) : null;
  const effectiveSize = (n - sizes.reduce((squares, size) => squares + size * size, 0) / n) / dofBetween;
  const component = divide(subtract(squareBetween, squareWithin), [effectiveSize, 0]);
  const rootOverN = (square: DoubleDouble): number => toNumber(squareRoot(divide(square, [n, 0])));
  return {
    mean: toNumber(mean),
    between: { dof: dofBetween, sumOfSquares: toNumber(between), meanSquare: toNumber(squareBetween) },
    within: { dof: dofWithin, sumOfSquares: toNumber(within), meanSquare: toNumber(squareWithin) },
    F,
    pValue: F === null ? null : fisherUpper(F, dofBetween, dofWithin),
    rSquared: total[0] > 0 ? toNumber(divide(between, total)) : null,
    sWithin: toNumber(squareRoot(squareWithin)),
    sBetween: component[0] > 0 ? toNumber(squareRoot(component)) : 0,
    withEffect: { u: rootOverN(squareBetween), dof: dofBetween },
    withoutEffect: { u: rootOverN(divide(total, [n - 1, 0])), dof: n - 1 },
  };
}

function requireGroups(count: number, place: string): void {
  if (count < 2) throw new InvalidInput(place, ['方差分析至少需要两组', 'an analysis of variance needs at least two groups']);
}

/**
 * Analysis of variance of groups of readings (two groups or more, one reading or more each, one group with two or more).
 * Squares are in the square of the readings' unit. Throws InvalidInput naming group and reading.
 * @example oneWayAnova([[1, 2, 3], [2, 3, 4]]).F // 1.5
 */
export function oneWayAnova(groups: readonly (readonly Reading[])[], place = 'groups'): Anova {
  if (!Array.isArray(groups)) throw new InvalidInput(place, ['应为读数分组的列表', 'a list of groups of readings is expected']);
  requireGroups(groups.length, place);
  const exact = groups.map((group, index) => decimalReadings(group, `${place}[${index}]`));
  if (exact.every((group) => group.length === 1)) {
    throw new InvalidInput(place, [
      '每组只有一个读数，无法估计组内分散',
      'with one reading in each group the scatter within groups is unknown',
    ]);
  }
  const moments = exact.map(momentsOf);
  const mean = momentsOf(exact.flat()).mean;
  const between = sum(
    moments.map((group, index) => {
      const deviation = subtract(group.mean, mean);
      return multiply([exact[index]?.length ?? 0, 0], multiply(deviation, deviation));
    }),
  );
  const within = sum(moments.map(({ squares }) => squares));
  return conclude({ sizes: exact.map((group) => group.length), mean, between, within });
}

/**
 * The same from what a certificate prints: the mean and the standard deviation of each group of `size` readings (JCGM 100 H.5, Table H.9).
 * @example anovaOfSummaries([10.1, 10.3], [0.1, 0.1], 5).F // 10
 */
export function anovaOfSummaries(means: readonly Reading[], deviations: readonly number[], size: number, place = ''): Anova {
  const at = (name: string): string => (place === '' ? name : `${place}.${name}`);
  const exact = decimalReadings(means, at('means'));
  requireGroups(exact.length, at('means'));
  if (!Number.isInteger(size) || size < 2)
    throw new InvalidInput(at('size'), ['每组读数个数应为不小于 2 的整数', 'readings per group: an integer of 2 or more']);
  if (!Array.isArray(deviations) || deviations.length !== exact.length) {
    throw new InvalidInput(at('deviations'), ['每组都要有一个标准偏差', 'each group needs one standard deviation']);
  }
  const within = deviations.reduce<DoubleDouble>((total, deviation, index) => {
    const s: DoubleDouble = [positiveNumber(deviation, `${at('deviations')}[${index}]`, { zeroAllowed: true }), 0];
    return add(total, multiply([size - 1, 0], multiply(s, s)));
  }, zero);
  const { mean, squares } = momentsOf(exact);
  return conclude({ sizes: exact.map(() => size), mean, between: multiply([size, 0], squares), within });
}
