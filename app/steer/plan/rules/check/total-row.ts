import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { columns } from '../annex-row.ts';
import type { Column } from '../annex-row.ts';
import type { ReadTable } from '../annex-table.ts';
import { found } from './finding.ts';
import { capital, columnName, tableName } from './labels.ts';
import { shiftedRow } from './row-arithmetic.ts';

/** The sum of a column with every printed row, for a table that prints one region twice and adds it twice. */
function sumOfAll(table: ReadTable, column: Column): number | null {
  const values = table.rows.map((row) => row.figures[column]);
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** The printed total against the sums of the rows, once a shift is undone. */
export function totalRow(plan: PlanDocument, table: ReadTable): Finding[] {
  const { total, sums } = table;
  if (!total) return [];
  const [tableZh, tableEn] = tableName(plan, table);
  const findings = shiftedRow(plan, table, total);
  for (const column of columns) {
    const [zh, en] = columnName[column];
    const value = total.figures[column];
    const sum = sums[column];
    const place = {
      source: table.table.id,
      row: total.label,
      column,
      printed: total.printed[column],
      recomputed: sum === null ? null : String(sum),
      aligned: total.offset === 0 || total.aligned[column] === '' ? null : total.aligned[column],
    };
    if (value === null) {
      findings.push(
        found({
          ...place,
          rule: 'missing',
          text: [
            `${tableZh}合计行缺“${zh}”${sum === null ? '' : `，各行之和为${sum}`}。`,
            `The total row of ${tableEn} lacks ${en}${sum === null ? '' : `; the rows add up to ${sum}`}.`,
          ],
        }),
      );
    } else if (sum !== null && value !== sum && value !== sumOfAll(table, column)) {
      findings.push(
        found({
          ...place,
          rule: 'sum',
          text: [
            `${tableZh}“${zh}”各行之和为${sum}，合计印为${value}。`,
            `In ${tableEn} the rows add up to ${sum} for ${en}; the total is printed as ${value}.`,
          ],
        }),
      );
    }
  }
  const { required, done, open } = total.figures;
  const rowsTell = columns.some((column) => sums[column] === null);
  if (rowsTell && required !== null && done !== null && open !== null && required - done !== open) {
    findings.push(
      found({
        source: table.table.id,
        row: total.label,
        column: 'open',
        printed: total.printed.open,
        recomputed: String(required - done),
        rule: 'difference',
        text: [
          `${tableZh}合计行：${required} − ${done} = ${required - done}，印为${open}。`,
          `${capital(tableEn)}, total row: ${required} − ${done} = ${required - done}, printed ${open}.`,
        ],
      }),
    );
  }
  return findings;
}
