/**
 * Linking a regional comparison to a key comparison through laboratories that took part in both (Delahaye and Witt, Metrologia 39
 * (2002) Tech. Suppl. 01005; Kharitonov and Chunovkina, Metrologia 43 (2006) 470).
 * Each linking laboratory i shows the step between the scales of the two comparisons, x_i − y_i; their mean, weighted by
 * 1/u²(x_i − y_i), carries the key comparison reference value x_R over: d_j = y_j + Σw_i(x_i − y_i) − x_R.
 * What a linking laboratory has wrong in both comparisons cancels: its correlation r_i between them is part of the data.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareUpper } from '@tongheng/uncertainty/distribution/chi-square';

/** A laboratory that took part in both; all values in one unit, u standard uncertainties. */
export type LinkingLaboratory = {
  readonly id: string;
  /** In the key comparison. */
  readonly x: number;
  readonly uX: number;
  /** In the regional comparison. */
  readonly y: number;
  readonly uY: number;
  /** Correlation of its two results, −1…1; 0 when nothing is shared. */
  readonly r: number;
  /** Its key comparison result is part of the weighted mean x_R. */
  readonly isContributor: boolean;
};

export type Linking = {
  readonly reference: { readonly x: number; readonly u: number };
  readonly linking: readonly LinkingLaboratory[];
  readonly regional: readonly { readonly id: string; readonly y: number; readonly uY: number }[];
  /** Standard uncertainty of the instability of the travelling standards, both comparisons together. */
  readonly uTransfer?: number;
};

export type Linked = {
  /** Σw(x − y) − x_R: what is added to a regional result to give its degree of equivalence. */
  readonly step: number;
  readonly uStep: number;
  readonly weights: readonly { readonly id: string; readonly weight: number }[];
  /** Whether the linking laboratories agree about the step; null with one of them. */
  readonly chiSquare: number | null;
  readonly p: number | null;
  readonly equivalence: readonly { readonly id: string; readonly d: number; readonly u: number; readonly U: number; readonly En: number }[];
};

function checked(laboratory: LinkingLaboratory, place: string): LinkingLaboratory {
  const { x, y, uX, uY, r } = laboratory;
  if (![x, y].every(Number.isFinite)) throw new InvalidInput(place, ['结果不是有限的数值', 'a result is not a finite number']);
  if (!(uX > 0 && uX < Infinity && uY > 0 && uY < Infinity))
    throw new InvalidInput(place, ['标准不确定度必须大于 0', 'standard uncertainties must be greater than 0']);
  if (!(r >= -1 && r <= 1)) throw new InvalidInput(`${place}.r`, ['相关系数应在 −1 与 1 之间', 'a correlation lies between −1 and 1']);
  return laboratory;
}

/**
 * Degrees of equivalence d, u(d), U = 2u and d/U of the regional participants with respect to x_R.
 * Throws InvalidInput without linking laboratories, and where one has u(x − y) = 0.
 */
export function link({ reference, linking, regional, uTransfer = 0 }: Linking): Linked {
  if (linking.length === 0) throw new InvalidInput('linking', ['至少需要 1 个连接实验室', 'at least 1 linking laboratory is needed']);
  if (!Number.isFinite(reference.x) || !(reference.u >= 0 && reference.u < Infinity)) {
    throw new InvalidInput('reference', [
      '参考值及其标准不确定度应为有限数',
      'the reference value and its standard uncertainty must be finite',
    ]);
  }
  const steps = linking.map((laboratory, index) => {
    const { id, x, uX, y, uY, r, isContributor } = checked(laboratory, `linking[${index}]`);
    const variance = uX * uX + uY * uY - 2 * r * uX * uY;
    if (!(variance > 1e-24 * uX * uX)) {
      throw new InvalidInput(`linking[${index}].r`, [
        '两次结果完全相关，其差没有不确定度，无法定权',
        'the two results are wholly correlated: their difference has no uncertainty and gets no weight',
      ]);
    }
    // Cov(x, x_R) = u²(x_R) for a contributor to a weighted mean; y shares with x the part r uY/uX.
    const shared = isContributor ? reference.u * reference.u * (1 - (r * uY) / uX) : 0;
    return { id, step: x - y, variance, shared };
  });
  const smallest = steps.reduce((least, { variance }) => Math.min(least, variance), Infinity);
  const total = steps.reduce((sum, { variance }) => sum + smallest / variance, 0);
  const weighed = steps.map((own) => ({ ...own, weight: smallest / own.variance / total }));
  const average = weighed.reduce((sum, { weight, step }) => sum + weight * step, 0);
  const chiSquare = weighed.reduce((sum, { step, variance }) => sum + ((step - average) * (step - average)) / variance, 0);
  const variance =
    weighed.reduce((sum, { weight, variance: own, shared }) => sum + weight * weight * own - 2 * weight * shared, 0) +
    reference.u * reference.u +
    uTransfer * uTransfer;
  const step = average - reference.x;
  const isOne = steps.length === 1;
  return {
    step,
    uStep: Math.sqrt(Math.max(0, variance)),
    weights: weighed.map(({ id, weight }) => ({ id, weight })),
    chiSquare: isOne ? null : chiSquare,
    p: isOne ? null : chiSquareUpper(chiSquare, steps.length - 1),
    equivalence: regional.map(({ id, y, uY }, index) => {
      if (!Number.isFinite(y) || !(uY > 0 && uY < Infinity)) {
        throw new InvalidInput(`regional[${index}]`, [
          '结果及其标准不确定度应为有限数，不确定度大于 0',
          'result and uncertainty must be finite, the uncertainty greater than 0',
        ]);
      }
      const u = Math.sqrt(uY * uY + Math.max(0, variance));
      return { id, d: y + step, u, U: 2 * u, En: (y + step) / (2 * u) };
    }),
  };
}
