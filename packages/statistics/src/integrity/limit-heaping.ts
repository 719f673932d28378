/**
 * Results that crowd just inside a limit: three bands of equal width around the maximum permissible error, two inside it and one
 * beyond. Where nothing is moved over the limit the density runs smoothly through them; its logarithm is taken as a line, so that the
 * count of the band just inside, given the sum and the slope, has an exact distribution free of unknowns (as in the exact test of
 * Hardy–Weinberg proportions). Compare the caliper test of Gerber and Malhotra and the density test of McCrary (2008).
 */
import { abs, divideExactly, multiply, parse, subtract, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { exp } from '@tongheng/uncertainty/elementary/exponential';
import { logGamma } from '@tongheng/uncertainty/elementary/gamma';
import { decimalOf } from '../proficiency/input.ts';
import { numberOf } from '../sample/decimal-text.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { checkLength, resolutionOf } from './grid.ts';

const measure: Text = ['紧靠限值内侧的个数除以平滑分布的期望', 'count just inside the limit divided by that of a smooth distribution'];
const assumptions: readonly Text[] = [
  ['误差为调整、修理之前的首次结果', 'the errors are first results, before adjustment or repair'],
  ['误差分布在限值附近平滑', 'the distribution of errors is smooth near the limit'],
];

/** Width of a band as a part of the limit, and the curvature of the log density (per band) that honest distributions may have. */
const bandShare = 0.1;
const curvature = 0.06;
/** Fewer results around the limit cannot tell. */
const leastCount = 10;

/** P(B ≥ b) and E(B) given a + b + c and c − a, weights e^(curvature·b)/(a! b! c!). */
function conditional(a: number, b: number, c: number): { readonly p: number; readonly mean: number } {
  const [total, slope] = [a + b + c, c - a];
  const weightOf = (middle: number): number => {
    const [inner, outer] = [(total - middle - slope) / 2, (total - middle + slope) / 2];
    return curvature * middle - logGamma(inner + 1) - logGamma(middle + 1) - logGamma(outer + 1);
  };
  const reference = weightOf(b);
  let [sum, upper, first] = [0, 0, 0];
  for (let middle = (total - Math.abs(slope)) % 2; middle <= total - Math.abs(slope); middle += 2) {
    const weight = exp(Math.min(700, weightOf(middle) - reference));
    sum += weight;
    first += weight * middle;
    if (middle >= b) upper += weight;
  }
  return { p: upper / sum, mean: first / sum };
}

/** ⌊(limit − |error|)/d⌋: 0 and more inside the limit, negative beyond it. */
function stepsInside(error: Decimal, limit: Decimal, d: Decimal): number {
  const room = subtract(limit, abs(error));
  const scale = Math.max(room.scale, d.scale);
  const [top, bottom] = [room.digits * 10n ** BigInt(scale - room.scale), d.digits * 10n ** BigInt(scale - d.scale)];
  const floor = top / bottom;
  return Number(top < 0n && floor * bottom !== top ? floor - 1n : floor);
}

/**
 * Effect: count just inside the limit / expected count.
 * @param errors decimal text; @param limits the maximum permissible error of each, or one for all; @param resolution of the errors
 * @example limitHeaping(['0.9', '1.0', '1.1'], ['1.0'], '0.1').reason
 */
export function limitHeaping(errors: readonly string[], limits: readonly string[], resolution: string): Finding {
  checkLength(errors, 'errors');
  if (limits.length !== 1 && limits.length !== errors.length) {
    throw new InvalidInput('limits', ['应给出一个限值，或每个误差一个', 'one limit, or one for each error']);
  }
  const d = resolutionOf(resolution);
  const allowed = limits.map((limit, index) => resolutionOf(limit, `limits[${index}]`));
  // As many steps of the resolution in each band, so that rounding favours none.
  const share = (limit: Decimal): number => Math.max(1, Math.round(numberOf(multiply(limit, parse(String(bandShare)))) / numberOf(d)));
  let [a, b, c] = [0, 0, 0];
  errors.forEach((text, index) => {
    const limit = allowed[limits.length === 1 ? 0 : index] ?? d;
    const width = share(limit);
    const steps = stepsInside(decimalOf(text, `errors[${index}]`), limit, d);
    if (steps >= width && steps < 2 * width) a += 1;
    else if (steps >= 0 && steps < width) b += 1;
    else if (steps < 0 && steps >= -width) c += 1;
  });
  const n = a + b + c;
  if (n < leastCount)
    return notApplicable(
      'limit-heaping',
      n,
      [`限值附近的结果少于 ${leastCount} 个`, `fewer than ${leastCount} results near the limit`],
      measure,
      assumptions,
    );
  if (allowed.some((limit) => (divideExactly(limit, d)?.scale ?? 1) > 0 || numberOf(limit) < 5 * numberOf(d))) {
    return notApplicable(
      'limit-heaping',
      n,
      [
        '限值不是分辨力的整数倍或不足其 5 倍，修约本身会造成堆积',
        'a limit is no multiple of the resolution or below five of it: rounding itself makes heaps',
      ],
      measure,
      assumptions,
    );
  }
  const { p, mean } = conditional(a, b, c);
  const usual = Number(mean.toFixed(1));
  return finding(
    'limit-heaping',
    [
      `紧靠最大允许误差内侧有 ${b} 个结果（再往内 ${a} 个，刚超出 ${c} 个），平滑分布时约 ${usual} 个`,
      `${b} results lie just inside the maximum permissible error (${a} further in, ${c} just beyond), where a smooth distribution has some ${usual}`,
    ],
    { p, effect: b / mean, n, measure, assumptions },
  );
}
