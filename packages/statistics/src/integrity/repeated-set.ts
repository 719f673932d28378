/**
 * The same set of readings in different records: copied rows. Records of one form (the same points in the same order) are compared
 * place by place, whole or by windows of neighbouring readings.
 * How often two honest records agree depends on the noise of a reading against the resolution. The noise is estimated from the second
 * differences within each record, so that what belongs to an instrument (offset, slope) does not count as noise; two records are then
 * taken to have the same true values throughout, which gives the largest probability of agreement, and p is not understated.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { poissonAtLeast } from './chance.ts';
import { coincidence } from './coincidence.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { checkLength, multiplesOf, resolutionOf } from './grid.ts';

const measure: Text = ['与更早记录读数相同的记录所占比例', 'share of records that agree with an earlier one'];
const assumptions: readonly Text[] = [
  [
    '各记录为同一种原始记录格式、相同测量点，且不是同一次测量的副本',
    'the records have one form and the same points, and are not copies of one measurement',
  ],
  ['读数噪声相互独立；同一器具的误差曲线平滑', 'the noise of readings is independent, and the error curve of one instrument is smooth'],
];

/** Fewer readings in a record leave no second difference, and agreement of two or three readings is common. */
const leastReadings = 4;
const mostRecords = 20_000;
const leastLevel = 0.01;

export type ReadingSet = { readonly id: string; readonly readings: readonly string[] };

type Row = readonly bigint[];

/** The middle record at each point: what the records have in common is no noise. */
function middles(rows: readonly Row[]): bigint[] {
  return (rows[0] ?? []).map((_, index) => {
    const column = rows.map((row) => row[index] ?? 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return column[column.length >> 1] ?? 0n;
  });
}

/**
 * Noise of one reading in steps, from second differences of the errors: var(a − 2b + c) = 6σ², rounding taken off. The lower end of
 * its 95 % interval: what is known from few readings must not make agreement look rarer than it is.
 */
function noiseWithin(rows: readonly Row[], nominals: Row): number {
  let [squares, count] = [0, 0];
  for (const row of rows) {
    const errors = row.map((unit, index) => Number(unit - (nominals[index] ?? 0n)));
    for (let index = 1; index < errors.length - 1; index += 1) {
      const second = (errors[index - 1] ?? 0) - 2 * (errors[index] ?? 0) + (errors[index + 1] ?? 0);
      squares += second * second;
      count += 1;
    }
  }
  // Neighbouring second differences share readings: about half of them are independent.
  const dof = Math.max(1, count / 2);
  return Math.sqrt(Math.max(0, ((squares / (6 * count)) * dof) / chiSquareQuantile(0.95, dof) - 1 / 12));
}

/** Records that share a window with an earlier one, and the first such pair. */
function copies(
  rows: readonly (readonly bigint[])[],
  window: number,
): { readonly count: number; readonly pair: readonly [number, number] | null } {
  const seen = new Map<string, number>();
  let [count, pair]: [number, readonly [number, number] | null] = [0, null];
  rows.forEach((row, index) => {
    let earlier: number | undefined;
    for (let from = 0; from + window <= row.length; from += 1) {
      const key = `${from}:${row.slice(from, from + window).join(' ')}`;
      const found = seen.get(key);
      if (found === undefined) seen.set(key, index);
      else earlier ??= found;
    }
    if (earlier !== undefined) {
      count += 1;
      pair ??= [earlier, index];
    }
  });
  return { count, pair };
}

/**
 * Whole sets, or windows of at least so many neighbouring readings, that stand in more than one record. Effect: share of such records.
 * @param records in the order of time, all with the same number of readings (4 or more), decimal text, multiples of the resolution
 * @param window neighbouring readings that must agree, 3 or more; whole records when left out
 * @param nominals the value at each point, decimal text; without them the middle of the different records, of which there must be 2
 * @example repeatedSets(records, '0.1').explanation[0]
 */
export function repeatedSets(
  records: readonly ReadingSet[],
  resolution: string,
  { window, nominals }: { window?: number; nominals?: readonly string[] } = {},
): Finding {
  checkLength(records, 'records');
  if (records.length > mostRecords) throw new InvalidInput('records', [`多于 ${mostRecords} 份记录`, `more than ${mostRecords} records`]);
  const d = resolutionOf(resolution);
  const length = records[0]?.readings.length ?? 0;
  const rows = records.map(({ readings }, index) => {
    if (readings.length !== length) {
      throw new InvalidInput(`records[${index}].readings`, ['各记录的读数个数应相同', 'all records need the same number of readings']);
    }
    return multiplesOf(readings, d, `records[${index}].readings`);
  });
  const n = records.length;
  const no = (reason: Text): Finding => notApplicable('repeated-set', n, reason, measure, assumptions);
  if (n < 2) return no(['记录少于 2 份', 'fewer than 2 records']);
  if (length < leastReadings) return no([`每份记录的读数少于 ${leastReadings} 个`, `fewer than ${leastReadings} readings in a record`]);
  const size = window ?? length;
  if (!Number.isInteger(size) || size < 3 || size > length) {
    throw new InvalidInput('window', [`窗口应为 3 至 ${length} 的整数`, `a window is a whole number from 3 to ${length}`]);
  }
  // Copies say nothing of the noise: each different record counts once.
  const different = [...new Map(rows.map((row) => [row.join(' '), row])).values()];
  if (nominals !== undefined && nominals.length !== length) {
    throw new InvalidInput('nominals', ['应给出每个测量点的标称值', 'a nominal value for each point is needed']);
  }
  if (nominals === undefined && different.length < 2) {
    return no([
      '所有记录完全相同，需给出各点标称值才能估计读数噪声',
      'all records are the same: nominal values are needed to estimate the noise',
    ]);
  }
  const noise = noiseWithin(different, nominals === undefined ? middles(different) : multiplesOf(nominals, d, 'nominals'));
  const equal = coincidence(noise);
  let chance = length - size + 1;
  for (let index = 0; index < size; index += 1) chance *= equal;
  const expected = ((n * (n - 1)) / 2) * chance;
  if (poissonAtLeast(n - 1, expected) > leastLevel) {
    return no(['分辨力较粗或每份读数太少，读数相同属正常', 'the resolution is coarse or the readings are few: equal sets are normal']);
  }
  const { count, pair } = copies(rows, size);
  const [first, second] = (pair ?? []).map((index) => records[index]?.id ?? '');
  const which: Text = pair === null ? ['', ''] : [`（如 ${first} 与 ${second}）`, ` (such as ${first} and ${second})`];
  const usual = Number(expected.toPrecision(2));
  return finding(
    'repeated-set',
    [
      `${n} 份记录中有 ${count} 份的${size === length ? '全部' : `连续 ${size} 个`}读数与更早的记录相同${which[0]}，按读数噪声偶然至多约 ${usual} 份`,
      `Among ${n} records ${count} agree with an earlier one in ${size === length ? 'all' : `${size} neighbouring`} readings${which[1]}, where the noise of readings gives at most some ${usual}`,
    ],
    { p: poissonAtLeast(count, expected), effect: count / n, n, measure, assumptions },
  );
}
