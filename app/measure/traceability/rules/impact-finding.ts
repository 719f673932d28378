/**
 * What was found of a standard that is out of tolerance 标准器超差: its error by point, with U, how it is taken to have grown, and between
 * which days it may have been so. An error is what the standard states, or was used as, less what is true: a weight of 5 kg that weighs 4.9995 kg
 * has an error of +0.5 g.
 */
import { compare, DecimalError, parse } from '@tongheng/quantity/decimal';
import { compatible, parseUnit, unitFactor } from '@tongheng/quantity/unit';
import { toDayNumber } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';

export const growths = {
  constant: ['自怀疑起即为此误差', 'The same from the first day'],
  linear: ['自怀疑起线性增长到发现时', 'Grown evenly until it was found'],
} as const satisfies Record<string, Text>;
export type Growth = keyof typeof growths;
export const growthNames = Object.keys(growths) as [Growth, ...Growth[]];

export const spans = {
  interpolated: ['各点之间线性内插，点外未知', 'Interpolated between the points; beyond them it is unknown'],
  whole: ['全量程同一误差（单值标准器）', 'The same over the whole range, as of a standard with one value'],
} as const satisfies Record<string, Text>;
export type Span = keyof typeof spans;
export const spanNames = Object.keys(spans) as [Span, ...Span[]];

export const transfers = {
  unknown: ['无原始记录的校准：影响未知', 'Calibrations without a record here: unknown'],
  'one-to-one': [
    '无原始记录的校准：按直接比较法等量传递',
    'Calibrations without a record here: as much as the standard itself, by direct comparison',
  ],
} as const satisfies Record<string, Text>;
export type Transfer = keyof typeof transfers;
export const transferNames = Object.keys(transfers) as [Transfer, ...Transfer[]];

export type FoundPoint = {
  readonly at: string;
  readonly error: string;
  /** Expanded uncertainty of the error; null: not stated. */
  readonly U: string | null;
  /** What the standard may be wrong by at this point; within it the standard is not wrong here. null: not stated. */
  readonly tolerance: string | null;
  /** A second influence, such as 'cosφ 0.5L'; empty: it holds for all. */
  readonly condition: string;
};

export type Finding = {
  readonly standardId: string;
  /** The unit of the places on the range. */
  readonly unit: string;
  /** The unit of the errors, of U and of the tolerance: '%' is of the value at the place. */
  readonly errorUnit: string;
  readonly span: Span;
  readonly growth: Growth;
  readonly transfer: Transfer;
  /** The doubtful interval 存疑期间, both days included. */
  readonly since: string;
  readonly until: string;
  readonly points: readonly FoundPoint[];
};

/** Whether the standard is wrong at a point: beyond its tolerance, or where none is stated by anything at all. */
export function isWrong({ error, tolerance }: Pick<FoundPoint, 'error' | 'tolerance'>): boolean {
  const found = parse(error);
  const size = found.digits < 0n ? { ...found, digits: -found.digits } : found;
  return compare(size, tolerance === null ? parse('0') : parse(tolerance)) > 0;
}

/** How much of the found error there was on a day, from 0 to 1; undefined outside the doubtful interval. */
export function grownOn({ since, until, growth }: Pick<Finding, 'since' | 'until' | 'growth'>, day: string): number | undefined {
  if (day < since || day > until) return undefined;
  if (growth === 'constant' || since === until) return 1;
  const first = toDayNumber(since);
  return (toDayNumber(day) - first) / (toDayNumber(until) - first);
}

const factors = new Map<string, number | undefined>();

function readFactor(from: string, to: string): number | undefined {
  if (from === to) return 1;
  // Points of a temperature scale are not multiples of each other.
  if (from.includes('°') || to.includes('°') || from === '%' || to === '%' || from === '' || to === '') return undefined;
  try {
    const [a, b] = [parseUnit(from), parseUnit(to)];
    return compatible(a, b) ? unitFactor(a).number / unitFactor(b).number : undefined;
  } catch {
    return undefined;
  }
}

/** By what a number in one unit is multiplied to stand in another; undefined where they do not measure the same. @example factorBetween('kg', 'g') // 1000 */
export function factorBetween(from: string, to: string): number | undefined {
  if (from === to) return 1;
  const key = `${from}\u0000${to}`;
  if (!factors.has(key)) factors.set(key, readFactor(from, to));
  return factors.get(key);
}

/** What is wrong with a finding as it was written: the place and a sentence; none when it can be evaluated. */
export function findingFaults({
  points,
  span,
  since,
  until,
  unit,
  errorUnit,
}: Omit<Finding, 'standardId'>): readonly (readonly [string, Text])[] {
  const faults: (readonly [string, Text])[] = [];
  if (since > until) faults.push(['since', ['起始日期晚于发现日期', 'the first day is after the day on which it was found']]);
  if (points.length === 0) faults.push(['points', ['至少一个点', 'one point at least']]);
  if (span === 'whole' && points.length > 1)
    faults.push(['points', ['全量程同一误差时只填一个点', 'with one error over the whole range there is one point']]);
  for (const [index, { at, error, U, tolerance }] of points.entries()) {
    for (const [name, text] of Object.entries({ at, error, U, tolerance })) {
      if (text === null) continue;
      try {
        const value = parse(text);
        if ((name === 'U' || name === 'tolerance') && value.digits < 0n)
          faults.push([`points.${index}.${name}`, ['不能为负', 'it is not negative']]);
      } catch (caught) {
        if (!(caught instanceof DecimalError)) throw caught;
        faults.push([`points.${index}.${name}`, caught.text]);
      }
    }
  }
  if (faults.length > 0) return faults;
  const places = points.map(({ at, condition }) => `${Number(at)}|${condition}`);
  if (new Set(places).size < places.length) faults.push(['points', ['同一点写了两次', 'a point stands twice']]);
  if (errorUnit !== '%' && factorBetween(errorUnit, unit) === undefined && unit !== errorUnit && !isUnit(errorUnit))
    faults.push(['errorUnit', ['不认识的单位', 'this unit is not known']]);
  if (!isUnit(unit)) faults.push(['unit', ['不认识的单位', 'this unit is not known']]);
  if (!points.some((point) => isWrong(point)))
    faults.push([
      'points',
      ['各点误差都在允许范围内，不构成超差', 'the error is within the tolerance at every point: the standard is not out of it'],
    ]);
  return faults;
}

const isUnit = (text: string): boolean => {
  if (text === 'r' || text === '/min') return true;
  try {
    parseUnit(text);
    return true;
  } catch {
    return false;
  }
};
