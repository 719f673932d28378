/** A form with what the procedure gives filled in, and the check that none of its mandatory points was left out. */
import { compare } from '@tongheng/quantity/decimal';
import type { Point } from './calculation.ts';
import type { Group, Readings } from './form.ts';
import type { AskedPoint } from './preparation.ts';
import type { Errors } from './reading.ts';
import type { CellValues, GroupValues } from './record.ts';

/** The groups with their given fields, a row for each run of each point, and blank rows up to the least. */
export function prefilled(
  groups: readonly Group[],
  points: readonly Point[],
  given: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Readings {
  const readings: Record<string, Record<string, string | Record<string, string>[]>> = {};
  for (const { id, fields, columns, rows } of groups) {
    const record: Record<string, string | Record<string, string>[]> = {};
    for (const field of fields) record[field.id] = given[id]?.[field.id] ?? '';
    if (rows !== null) {
      const blank = Object.fromEntries(columns.map((column) => [column.id, '']));
      const own = points
        .filter(({ group }) => group === id)
        .flatMap((point) => Array.from({ length: point.times }, () => ({ ...blank, ...point.given })));
      while (own.length < rows.least) own.push({ ...blank });
      record['rows'] = own;
    }
    readings[id] = record;
  }
  return readings;
}

function stands({ decimals, texts }: CellValues, { asked }: AskedPoint): boolean {
  for (const { column, text, value } of asked) {
    const decimal = decimals[column];
    if (value ? decimal === undefined || compare(decimal, value) !== 0 : texts[column] !== text) return false;
  }
  return true;
}

/**
 * Every mandatory point must stand in the record, as often as it is to be measured. Rows mostly stand in the order of the points, so each
 * is looked for where the one before was found.
 */
export function requirePoints({ rows }: GroupValues, path: string, mandatory: readonly AskedPoint[], missing: Errors): void {
  let from = 0;
  for (const asked of mandatory) {
    const { point } = asked;
    let found = 0;
    for (let turn = 0; turn < rows.length && found < point.times; turn += 1) {
      const row = rows[(from + turn) % rows.length];
      if (row === undefined || !stands(row, asked)) continue;
      found += 1;
      if (found === point.times) from = (from + turn + 1) % rows.length;
    }
    if (found >= point.times) continue;
    const named = Object.values(point.given).join(' ');
    missing.push({
      path: `${path}.rows`,
      reason: 'missing',
      text: [`缺少测点 ${named}（${point.reason[0]}）`, `the point ${named} (${point.reason[1]}) is missing`],
    });
  }
}
