/**
 * Stability of a measurement standard (计量标准的稳定性考核), JJF 1033-2023, with a check standard:
 * - a standard to be set up: m ≥ 4 groups more than a month apart, the greatest difference of their means;
 * - a standard in use: at least a group each year, the difference to the year before.
 * Used with its nominal value or indication, it has to be smaller than |MPE|; used with a correction, smaller than the expanded
 * uncertainty of the correction (k = 2 or U95). Means are exact fractions when they are decided about.
 */
import { print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { roundQuotient } from '@tongheng/quantity/rounding';
import { compareFractions, exactSample, meanFraction } from '../sample/exact-sample.ts';
import { readDay, readDecimal, readEntries, readList, readPositive, refuseUnknown } from '../sample/read-input.ts';
import { fractionOf, type Fraction } from '../sample/rounded-root.ts';
import { readReadings, type StandardAnswer, type Text } from './answer.ts';

/** Against what the stability is judged: the maximum permissible error, or the expanded uncertainty of the correction. */
export type StabilityBasis = { readonly use: 'nominal'; readonly mpe: unknown } | { readonly use: 'correction'; readonly U: unknown };

/** A group of one day: its readings, or its mean where the readings were taken into the record before. */
export type Group = { readonly day?: unknown; readonly readings?: unknown; readonly mean?: unknown };

export type Stability = StandardAnswer & { readonly means: readonly string[] };

type ReadGroup = { readonly day: string | null; readonly mean: Fraction; readonly decimals: number };

const clause: Text = ['JJF 1033-2023 稳定性考核', 'JJF 1033-2023, stability'];
const fewestGroups = 4;

function readGroup(value: unknown, place: string): ReadGroup {
  const entries = readEntries(value, place);
  refuseUnknown(entries, ['day', 'readings', 'mean'], place);
  const day = entries['day'] === undefined || entries['day'] === null ? null : readDay(entries['day'], `${place}.day`);
  const [readings, mean] = [entries['readings'], entries['mean']];
  if ((readings === undefined) === (mean === undefined)) {
    throw new InvalidInput(place, [
      '读数 readings 与平均值 mean 须给出其中一项，且只给一项',
      'give either readings or mean, and only one of them',
    ]);
  }
  if (mean !== undefined) {
    const read = readDecimal(mean, `${place}.mean`);
    return { day, mean: fractionOf(read), decimals: read.scale };
  }
  const values = readReadings(readings, `${place}.readings`);
  const decimals = values.reduce((most, { scale }) => Math.max(most, scale), 0) + 2;
  return { day, mean: meanFraction(exactSample(values)), decimals };
}

const difference = (one: Fraction, other: Fraction): Fraction => ({
  top: one.top * other.bottom - other.top * one.bottom,
  bottom: one.bottom * other.bottom,
});

const printed = ({ top, bottom }: Fraction, decimals: number): string =>
  print(trim(roundQuotient({ digits: top, scale: 0 }, { digits: bottom, scale: 0 }, { digits: 1n, scale: decimals })));

function readBasis(basis: StabilityBasis): Decimal {
  const { use } = readEntries(basis, 'basis');
  if (use === 'nominal') return readPositive(basis.use === 'nominal' ? basis.mpe : undefined, 'basis.mpe');
  if (use === 'correction') return readPositive(basis.use === 'correction' ? basis.U : undefined, 'basis.U');
  throw new InvalidInput('basis.use', [
    '应为 nominal（按标称值或示值使用）或 correction（加修正值使用）',
    'is nominal (used with its nominal value) or correction',
  ]);
}

function judge(value: Fraction, groups: readonly ReadGroup[], basis: StabilityBasis): Stability {
  const limit = readBasis(basis);
  const decimals = Math.max(...groups.map((group) => group.decimals));
  return {
    value: printed(value, decimals),
    limit: print(trim(limit)),
    ok: compareFractions(value, fractionOf(limit)) < 0,
    clause,
    confidence: 'H',
    means: groups.map(({ mean, decimals: own }) => printed(mean, own)),
  };
}

/** Whether more than a month lies between two days: later than the same day of the following month. */
export function isMoreThanAMonth(earlier: string, later: string): boolean {
  const [year = 0, month = 0, day = 0] = earlier.split('-').map(Number);
  const two = (number: number): string => String(number).padStart(2, '0');
  const following = month === 12 ? `${year + 1}-01-${two(day)}` : `${year}-${two(month + 1)}-${two(day)}`;
  return later > following;
}

function refuseShortIntervals(groups: readonly ReadGroup[]): void {
  for (const [index, { day }] of groups.entries()) {
    const before = groups[index - 1]?.day;
    if (day === null || before === null || before === undefined || isMoreThanAMonth(before, day)) continue;
    throw new InvalidInput(`groups[${index}].day`, [
      `与前一组 ${before} 的间隔应大于一个月，并按时间先后排列`,
      `lies not more than a month after the group of ${before}`,
    ]);
  }
}

/**
 * Stability of a standard to be set up: greatest less least mean of at least four groups. Throws InvalidInput for fewer groups, and for days
 * that lie not more than a month apart.
 * @example stabilityToSetUp([{ mean: '10.00132' }, …], { use: 'nominal', mpe: '0.0005' }).value // '0.00013'
 */
export function stabilityToSetUp(groups: readonly Group[], basis: StabilityBasis): Stability {
  const read = readList(groups, 'groups', 1000).map((group, index) => readGroup(group, `groups[${index}]`));
  if (read.length < fewestGroups) {
    throw new InvalidInput('groups', [
      `新建计量标准的稳定性至少需要 ${fewestGroups} 组，现有 ${read.length} 组`,
      `a standard to be set up takes at least ${fewestGroups} groups, these are ${read.length}`,
    ]);
  }
  refuseShortIntervals(read);
  const means = read.map(({ mean }) => mean);
  const greatest = means.reduce((one, other) => (compareFractions(other, one) > 0 ? other : one));
  const least = means.reduce((one, other) => (compareFractions(other, one) < 0 ? other : one));
  return judge(difference(greatest, least), read, basis);
}

/**
 * Stability of a standard in use: the difference between this year's mean and the last.
 * @example stabilityInUse({ previous: { mean: '10.00132' }, current: { mean: '10.00141' } }, { use: 'correction', U: '0.0002' }).value // '0.00009'
 */
export function stabilityInUse(years: { readonly previous: Group; readonly current: Group }, basis: StabilityBasis): Stability {
  const read = [readGroup(years.previous, 'previous'), readGroup(years.current, 'current')] as const;
  const { top, bottom } = difference(read[1].mean, read[0].mean);
  return judge({ top: top < 0n ? -top : top, bottom }, read, basis);
}
