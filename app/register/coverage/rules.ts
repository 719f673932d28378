/** How much of what must be verified is verified 检定覆盖, by township and kind, and what nobody has recorded. */
import type { Text } from '../../kernel/text.ts';
import type { Standing } from '../instrument/rules/standing.ts';

export type CoverageCounts = {
  readonly inUse: number;
  readonly valid: number;
  readonly due: number;
  readonly overdue: number;
  readonly failed: number;
  readonly repaired: number;
  readonly neverVerified: number;
};
export type CoverageColumn = keyof CoverageCounts;

/** The columns with how each is counted: shown under the table. */
export const coverageColumns = {
  inUse: {
    text: ['应检', 'To be verified'],
    note: [
      '状态为在用的全部器具；封存、维修、遗失、报废的不计',
      'All instruments in use; sealed, in repair, lost and scrapped ones are not counted',
    ],
  },
  valid: {
    text: ['已检有效', 'Verified and valid'],
    note: [
      '最近一次检定合格且未过有效期，含首次检定后不再周期检定的',
      'The last verification was passed and has not lapsed, those verified only once included',
    ],
  },
  due: {
    text: ['其中 30 日内到期', 'of these due in 30 days'],
    note: ['已检有效中有效期在 30 日内届满的', 'Of the valid ones those that lapse within 30 days'],
  },
  overdue: { text: ['已过有效期', 'Overdue'], note: ['最近一次检定合格，有效期已届满', 'The last verification was passed and has lapsed'] },
  failed: { text: ['不合格', 'Failed'], note: ['最近一次检定不合格', 'The last verification was failed'] },
  repaired: { text: ['修复待检', 'Repaired'], note: ['修理后尚未检定', 'Repaired and not verified since'] },
  neverVerified: { text: ['未检定', 'Never verified'], note: ['台账中没有任何检定记录', 'The ledger has no verification of it'] },
} as const satisfies Record<CoverageColumn, { readonly text: Text; readonly note: Text }>;
export const coverageColumnNames = Object.keys(coverageColumns) as [CoverageColumn, ...CoverageColumn[]];

/** Which standings a column counts; the list of the ledger is narrowed by them. */
export const standingsOf: Readonly<Record<CoverageColumn, readonly Standing[]>> = {
  inUse: ['never-verified', 'failed', 'repaired', 'overdue', 'due-7', 'due-15', 'due-30', 'due-90', 'valid', 'no-end'],
  valid: ['due-7', 'due-15', 'due-30', 'due-90', 'valid', 'no-end'],
  due: ['due-7', 'due-15', 'due-30'],
  overdue: ['overdue'],
  failed: ['failed'],
  repaired: ['repaired'],
  neverVerified: ['never-verified'],
};

export const noCounts = (): CoverageCounts => ({ inUse: 0, valid: 0, due: 0, overdue: 0, failed: 0, repaired: 0, neverVerified: 0 });

/** The counts of a coverage from those of the ledger. */
export function coverageOf(standings: Readonly<Record<Standing, number>>): CoverageCounts {
  const sum = (column: CoverageColumn): number => standingsOf[column].reduce((total, standing) => total + (standings[standing] ?? 0), 0);
  return Object.fromEntries(coverageColumnNames.map((column) => [column, sum(column)])) as CoverageCounts;
}

export const addCounts = (one: CoverageCounts, other: CoverageCounts): CoverageCounts =>
  Object.fromEntries(coverageColumnNames.map((column) => [column, one[column] + other[column]])) as CoverageCounts;

/**
 * 已检有效 ÷ 应检 in percent with one digit, cut and not rounded, so that only a whole coverage is 100.0; null where nothing is to be verified.
 * @example coverageRate({ inUse: 3, valid: 2 }) // '66.6'
 */
export function coverageRate({ inUse, valid }: Pick<CoverageCounts, 'inUse' | 'valid'>): string | null {
  if (inUse === 0) return null;
  const tenths = Math.floor((valid * 1000) / inUse);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

export const coverageGroupings = {
  county: ['县（市、区）', 'County'],
  township: ['乡镇（街道）', 'Township'],
  kind: ['器具种类', 'Kind'],
  'township-kind': ['乡镇与种类', 'Township and kind'],
} as const satisfies Record<string, Text>;
export type CoverageGrouping = keyof typeof coverageGroupings;
export const coverageGroupingNames = Object.keys(coverageGroupings) as [CoverageGrouping, ...CoverageGrouping[]];
