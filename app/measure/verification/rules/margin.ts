/** How a check stands to its limit, in the words and the little bar of the sheet. Verdicts are decided by the procedure in exact decimals. */
import type { Check } from '@tongheng/procedures/calculation';
import type { Text } from '../../../kernel/text.ts';

/** @example boundOf({ comparison: 'between', lower: '9', limit: '11', … }) // '9 … 11' */
export function boundOf({ comparison, limit, lower }: Pick<Check, 'comparison' | 'limit' | 'lower'>): string {
  if (limit === null || comparison === 'stated') return '';
  if (comparison === 'between') return `${lower ?? ''} … ${limit}`;
  return `${{ within: '±', 'at-most': '≤', 'at-least': '≥' }[comparison]} ${limit}`;
}

/** How much of the limit is used, in percent; null where there is nothing to draw. Only for drawing. */
export function usedPercent({ value, limit, lower, comparison }: Pick<Check, 'value' | 'limit' | 'lower' | 'comparison'>): number | null {
  if (limit === null || comparison === 'stated') return null;
  const [found, bound] = [Number(value), Number(limit)];
  if (!Number.isFinite(found) || !Number.isFinite(bound)) return null;
  if (comparison === 'between') {
    const least = Number(lower);
    const half = (bound - least) / 2;
    return half > 0 ? Math.round((Math.abs(found - (bound + least) / 2) / half) * 100) : null;
  }
  // Below nought nothing of an upper limit is used.
  const [size, most] = [comparison === 'within' ? Math.abs(found) : Math.max(found, 0), Math.abs(bound)];
  if (comparison === 'at-least') return most === 0 ? 0 : size === 0 ? 200 : Math.round((most / size) * 100);
  if (most === 0) return size === 0 ? 0 : 200;
  return Math.round((size / most) * 100);
}

const severity = { fail: 2, undetermined: 1, pass: 0 } as const;

/** The check that decides about a row: the one that fails, else the one that is not determined, else the one nearest to its limit. */
export function decisive(checks: readonly Check[]): Check | undefined {
  return [...checks].sort((a, b) => severity[b.verdict] - severity[a.verdict] || (usedPercent(b) ?? -1) - (usedPercent(a) ?? -1))[0];
}

export const verdicts = {
  pass: ['✓ 合格', '✓ Pass'],
  fail: ['✗ 不合格', '✗ Fail'],
  undetermined: ['待确认', 'Undetermined'],
} as const satisfies Record<Check['verdict'], Text>;

/** A feature that a person looked at is not measured: 符合 or 不符合. */
export const statements = {
  pass: ['✓ 符合', '✓ Met'],
  fail: ['✗ 不符合', '✗ Not met'],
  undetermined: ['待确认', 'Undetermined'],
} as const satisfies Record<Check['verdict'], Text>;

export const verdictText = ({ comparison, verdict }: Pick<Check, 'comparison' | 'verdict'>): Text =>
  (comparison === 'stated' ? statements : verdicts)[verdict];

/** What a check of a block speaks about: a point of several rows such as 'Q3', or '' for the block as a whole. */
export const pointOf = ({ row }: Pick<Check, 'row'>, group: string): string => row.slice(group.length + 1);

/** The checks of a block that stand on none of its rows: of a point that several rows share, or of all rows. */
export const wholeChecks = (checks: readonly Check[], group: string): readonly Check[] =>
  checks.filter((check) => check.row === group || (check.row.startsWith(`${group}.`) && !/^\d+$/.test(pointOf(check, group))));

/** The checks of a row: its own, else those of the point that it is a run of, which one of its texts names. */
export function rowChecks(checks: readonly Check[], group: string, row: number, texts: readonly string[]): readonly Check[] {
  const own = checks.filter((check) => check.row === `${group}.${row + 1}`);
  if (own.length > 0) return own;
  return wholeChecks(checks, group).filter((check) => check.row !== group && texts.includes(pointOf(check, group)));
}
