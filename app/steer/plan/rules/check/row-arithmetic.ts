import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { columns, completed } from '../annex-row.ts';
import type { ReadRow } from '../annex-row.ts';
import type { ReadTable } from '../annex-table.ts';
import { found } from './finding.ts';
import { capital, columnName, rowName, tableName } from './labels.ts';

/** A row printed under the wrong headings; every other check reads the row with the shift undone. */
export function shiftedRow(plan: PlanDocument, table: ReadTable, row: ReadRow): Finding[] {
  if (row.offset === 0) return [];
  const [tableZh, tableEn] = tableName(plan, table);
  const [rowZh, rowEn] = rowName(plan, row.label);
  const steps = Math.abs(row.offset);
  const [sideZh, sideEn] = row.offset > 0 ? ['右', 'right'] : ['左', 'left'];
  return [
    found({
      source: table.table.id,
      row: row.label,
      column: 'required',
      printed: row.printed.required,
      recomputed: row.aligned.required,
      aligned: row.aligned.required,
      rule: 'shifted',
      text: [
        `${tableZh}${rowZh}的数字整体向${sideZh}错了${steps}列。`,
        `In ${tableEn} the figures of ${rowEn} are printed ${steps} column${steps > 1 ? 's' : ''} too far to the ${sideEn}.`,
      ],
    }),
  ];
}

/** Every region's row: three figures, and required − done = open. */
export function rowArithmetic(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  return table.rows.flatMap((row) => {
    const [rowZh, rowEn] = rowName(plan, row.label);
    const at = (column: 'required' | 'done' | 'open') => ({
      source: table.table.id,
      row: row.label,
      column,
      printed: row.printed[column],
      aligned: row.offset === 0 ? null : row.aligned[column],
    });
    const findings = shiftedRow(plan, table, row);
    const whole = completed(row.figures);
    for (const column of columns) {
      if (row.figures[column] !== null) continue;
      const [zh, en] = columnName[column];
      findings.push(
        found({
          ...at(column),
          recomputed: whole[column] === null ? null : String(whole[column]),
          rule: 'missing',
          text: [
            `${tableZh}${rowZh}没有印出“${zh}”${whole[column] === null ? '' : `，按本行推算为${whole[column]}`}。`,
            `${capital(tableEn)} does not print ${en} in ${rowEn}${whole[column] === null ? '' : `; the row gives ${whole[column]}`}.`,
          ],
        }),
      );
    }
    const { required, done, open } = row.figures;
    if (required !== null && done !== null && open !== null && required - done !== open) {
      findings.push(
        found({
          ...at('open'),
          recomputed: String(required - done),
          rule: 'difference',
          text: [
            `${tableZh}${rowZh}：${required} − ${done} = ${required - done}，印为${open}。`,
            `${capital(tableEn)}, ${rowEn}: ${required} − ${done} = ${required - done}, printed ${open}.`,
          ],
        }),
      );
    }
    return findings;
  });
}
