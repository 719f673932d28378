/** A form with what the procedure gives filled in, and the check that none of its mandatory points was left out. */
import { compare } from '@tongheng/quantity/decimal';
import type { Point } from './calculation.ts';
import type { Group, Readings } from './form.ts';
import type { AskedPoint } from './preparation.ts';
import type { Errors } from './reading.ts';
import type { GroupValues } from './record.ts';

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

/** How many rows stand at a point, counted no further than it asks for. */
function standing({ rows }: GroupValues, { point, asked }: AskedPoint): number {
  let found = 0;
  for (const { decimals, texts } of rows) {
    let stands = true;
    for (const { column, text, value } of asked) {
      const decimal = decimals[column];
      stands = value ? decimal !== undefined && compare(decimal, value) === 0 : texts[column] === text;
      if (!stands) break;
    }
    if (stands) found += 1;
    if (found === point.times) break;
  }
  return found;
}

/** Every mandatory point must stand in the record, as often as it is to be measured. */
export function requirePoints(values: GroupValues, path: string, mandatory: readonly AskedPoint[], missing: Errors): void {
  for (const asked of mandatory) {
    const { point } = asked;
    if (standing(values, asked) >= point.times) continue;
    const named = Object.values(point.given).join(' ');
    missing.push({
      path: `${path}.rows`,
      reason: 'missing',
      text: [`缺少测点 ${named}（${point.reason[0]}）`, `the point ${named} (${point.reason[1]}) is missing`],
    });
  }
}
