import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ReadTable } from '../annex-table.ts';
import { found } from './finding.ts';
import { capital, tableName } from './labels.ts';

/** Every county of the city has one row in every table; the city has one where another table gives it one. */
export function regions(plan: PlanDocument, table: ReadTable, all: readonly ReadTable[]): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  const findings: Finding[] = [];
  for (const region of plan.regions) {
    const rows = table.rows.filter((row) => row.region === region);
    const wanted = region.level === 'county' || all.some((other) => other.rows.some((row) => row.region === region));
    const place = { source: table.table.id, row: region.annexName, column: 'region' };
    if (rows.length === 0 && wanted) {
      findings.push(
        found({
          ...place,
          printed: null,
          recomputed: region.name[0],
          rule: 'absent',
          text: [
            `${tableZh}没有${region.name[0]}一行，正文的要求面向各县（市、区）。`,
            `${capital(tableEn)} has no row for ${region.name[1]}, although the text addresses every county.`,
          ],
        }),
      );
    }
    if (rows.length > 1) {
      findings.push(
        found({
          ...place,
          printed: String(rows.length),
          recomputed: '1',
          rule: 'count',
          text: [
            `${tableZh}中${region.name[0]}印了${rows.length}行。`,
            `${capital(tableEn)} prints ${rows.length} rows for ${region.name[1]}.`,
          ],
        }),
      );
    }
  }
  for (const row of table.rows.filter((each) => each.region === null)) {
    findings.push(
      found({
        source: table.table.id,
        row: row.label,
        column: 'region',
        printed: row.label,
        recomputed: null,
        rule: 'name',
        text: [
          `${tableZh}中“${row.label}”不是本市的县（市、区）名称。`,
          `"${row.label}" in ${tableEn} is not the name of a county of the city.`,
        ],
      }),
    );
  }
  return findings;
}
