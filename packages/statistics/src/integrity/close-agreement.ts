/**
 * Agreement that is too good: repeated readings that scatter less than the repeatability and the resolution of the instrument admit,
 * and errors that are small against their uncertainty throughout. Lower tails.
 * The sum of the ranges of rounded readings has an exact distribution (the true value lying anywhere between two steps), so that
 * equal readings of a coarse scale are not held against anyone.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareCdf } from '@tongheng/uncertainty/distribution/chi-square';
import { normalCdf } from '@tongheng/uncertainty/distribution/normal';
import { numberOf } from '../sample/decimal-text.ts';
import { rangeProbabilities } from './coincidence.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { checkLength, multiplesOf, resolutionOf } from './grid.ts';

const measure: Text = ['平均极差除以期望值', 'mean range divided by the expected one'];
const assumptions: readonly Text[] = [
  ['各组内为同一点的相互独立的重复读数', 'each set holds independent repeated readings of one point'],
  [
    '给定的重复性标准偏差是该类器具在良好条件下所能达到的下限',
    'the stated repeatability is the least that instruments of this kind reach under good conditions',
  ],
  ['读数近似服从正态分布，仪表未作数字滤波或保持', 'readings are near normal, and the indication is not filtered or held'],
];

/** Finer steps than this part of the standard deviation change nothing in a range. */
const finest = 10;
/** Ranges added exactly; more are added by their mean and variance, which errs to the larger p as ranges are skew to the right. */
const mostExact = 40;
/** No test at a level that cannot be reached. */
const leastLevel = 0.01;
const mostReplicates = 100;

function convolve(one: readonly number[], other: readonly number[], cut: number): number[] {
  const result = Array.from({ length: Math.min(one.length + other.length - 1, cut + 1) }, () => 0);
  one.forEach((a, i) => {
    if (a > 0)
      for (let j = 0; j < other.length && i + j < result.length; j += 1) result[i + j] = (result[i + j] ?? 0) + a * (other[j] ?? 0);
  });
  return result;
}

type Distribution = { readonly probabilities: readonly number[]; readonly mean: number; readonly variance: number };

/** The same repeatability and number of readings are asked for again and again; a bound on what is kept. */
const known = new Map<string, Distribution>();
const mostKnown = 50;

function distributionOf(n: number, noise: number): Distribution {
  const key = `${n} ${noise}`;
  const found = known.get(key) ?? computed(n, noise);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

function computed(n: number, noise: number): Distribution {
  const probabilities = rangeProbabilities(n, noise);
  const mean = probabilities.reduce((sum, p, range) => sum + p * range, 0);
  return { probabilities, mean, variance: probabilities.reduce((sum, p, range) => sum + p * (range - mean) * (range - mean), 0) };
}

/** P(sum of the ranges ≤ observed). */
function lowerTail(parts: readonly Distribution[], observed: number): number {
  if (parts.length <= mostExact) {
    const sum = parts.reduce<readonly number[]>((total, { probabilities }) => convolve(total, probabilities, observed), [1]);
    return sum.reduce((total, p) => total + p, 0);
  }
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  return normalCdf((observed + 0.5 - mean) / Math.sqrt(variance));
}

/**
 * Repeated readings that agree too well. Effect: mean range / expected range, below 1.
 * @param sets repeated readings of one point each, 2 to 100, decimal text, multiples of the resolution
 * @param repeatability the least standard deviation of a reading that is plausible, in the unit of the readings, decimal text
 * @example closeAgreement([['10.01', '10.03', '9.98']], '0.01', '0.02').p
 */
export function closeAgreement(sets: readonly (readonly string[])[], resolution: string, repeatability: string): Finding {
  checkLength(sets, 'sets');
  const [d, s] = [resolutionOf(resolution), resolutionOf(repeatability, 'repeatability')];
  const noise = numberOf(s) / numberOf(d);
  const ranges = sets.map((set, index) => {
    if (set.length < 2 || set.length > mostReplicates) {
      throw new InvalidInput(`sets[${index}]`, [
        `每组应有 2 至 ${mostReplicates} 个读数`,
        `each set holds 2 to ${mostReplicates} readings`,
      ]);
    }
    const units = multiplesOf(set, d, `sets[${index}]`);
    const [least, most] = units.reduce(
      ([low, high], unit) => [unit < low ? unit : low, unit > high ? unit : high],
      [units[0] ?? 0n, units[0] ?? 0n],
    );
    return Number(most - least);
  });
  const n = sets.reduce((sum, set) => sum + set.length, 0);
  const no = (reason: Text): Finding => notApplicable('close-agreement', n, reason, measure, assumptions);
  if (sets.length === 0) return no(['没有重复读数', 'there are no repeated readings']);
  if (noise < 0.05)
    return no(['分辨力远大于重复性，读数相同属正常', 'the resolution is far coarser than the repeatability: equal readings are normal']);
  // On a fine scale the steps are put together, the observed ranges rounded up.
  const step = Math.max(1, noise / finest);
  const parts = sets.map((set) => distributionOf(set.length, noise / step));
  if (lowerTail(parts, 0) > leastLevel) {
    return no([
      '分辨力较粗或数据太少，读数完全相同也属正常',
      'the resolution is coarse or the data are few: even equal readings throughout would be normal',
    ]);
  }
  const observed = ranges.reduce((sum, range) => sum + Math.ceil(range / step - 1e-9), 0);
  const expected = parts.reduce((sum, part) => sum + part.mean, 0);
  const effect = ranges.reduce((sum, range) => sum + range, 0) / step / expected;
  const percent = Number((effect * 100).toPrecision(2));
  return finding(
    'close-agreement',
    [
      `${sets.length} 组重复读数的极差平均为重复性与分辨力所预期的 ${percent} %`,
      `The ranges of ${sets.length} sets of repeated readings are on average ${percent} % of what repeatability and resolution let expect`,
    ],
    { p: lowerTail(parts, observed), effect, n, measure, assumptions },
  );
}

const errorMeasure: Text = ['误差与其标准不确定度之比的均方根', 'root mean square of error over standard uncertainty'];
const errorAssumptions: readonly Text[] = [
  [
    '各误差相互独立，标准不确定度只含相互独立的分量',
    'the errors are independent, and the standard uncertainties hold independent components only',
  ],
  ['标准不确定度未被高估', 'the standard uncertainties are not overstated'],
];

/**
 * Errors that are all small against their uncertainty: Σ(e/u)² below what chi-square admits, even if no instrument had an error of its own.
 * @param errors and standard uncertainties u > 0 in one unit each
 * @param resolutions of the indications, 0 where it does not matter: rounding adds d²/12
 * @example smallErrors([0.001, -0.002], [0.01, 0.01], [0, 0]).effect
 */
export function smallErrors(errors: readonly number[], uncertainties: readonly number[], resolutions: readonly number[]): Finding {
  checkLength(errors, 'errors');
  const n = errors.length;
  if (uncertainties.length !== n) throw new InvalidInput('uncertainties', ['个数应与误差相同', 'as many as errors are needed']);
  if (resolutions.length !== n) throw new InvalidInput('resolutions', ['个数应与误差相同', 'as many as errors are needed']);
  const squares = errors.reduce((sum, error, index) => {
    const [u = 0, d = 0] = [uncertainties[index], resolutions[index]];
    if (!Number.isFinite(error)) throw new InvalidInput(`errors[${index}]`, ['不是有限的数值', 'not a finite number']);
    if (!(u > 0 && u < Infinity))
      throw new InvalidInput(`uncertainties[${index}]`, ['标准不确定度必须大于 0', 'the standard uncertainty must be greater than 0']);
    if (!(d >= 0 && d < Infinity)) throw new InvalidInput(`resolutions[${index}]`, ['分辨力不能为负', 'the resolution cannot be negative']);
    return sum + (error * error) / (u * u + (d * d) / 12);
  }, 0);
  if (n < 5) return notApplicable('small-errors', n, ['误差少于 5 个', 'fewer than 5 errors'], errorMeasure, errorAssumptions);
  if (errors.some((_, index) => (resolutions[index] ?? 0) > 3 * (uncertainties[index] ?? 0))) {
    return notApplicable(
      'small-errors',
      n,
      ['分辨力远大于不确定度，误差为零属正常', 'the resolution is far coarser than the uncertainty: errors of 0 are normal'],
      errorMeasure,
      errorAssumptions,
    );
  }
  const effect = Math.sqrt(squares / n);
  const shown = Number(effect.toPrecision(2));
  return finding(
    'small-errors',
    [`${n} 个误差平均仅为其标准不确定度的 ${shown} 倍`, `${n} errors are on average ${shown} times their standard uncertainty`],
    { p: chiSquareCdf(squares, n), effect, n, measure: errorMeasure, assumptions: errorAssumptions },
  );
}
