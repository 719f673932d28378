import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ReadTable } from '../annex-table.ts';
import { fold } from '../printed-name.ts';
import { circled, markNumber } from '../printed-number.ts';
import { found } from './finding.ts';
import { capital, tableName } from './labels.ts';

/** The list of items against the numbers that the rows require, and its own numbering. */
export function itemList(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  const listed = table.table.items.length;
  const findings: Finding[] = [];
  const count = (row: string, printed: number, recomputed: number, text: Finding['text']): number =>
    findings.push(
      found({
        source: table.table.id,
        row,
        column: 'required',
        printed: String(printed),
        recomputed: String(recomputed),
        rule: 'count',
        text,
      }),
    );
  const { usual } = table;
  if (usual !== null && usual !== listed) {
    count('县（市、区）', usual, listed, [
      `${tableZh}各县（市、区）要求${usual}项，所列项目为${listed}项。`,
      `${capital(tableEn)} requires ${usual} items of each county and lists ${listed}.`,
    ]);
  }
  for (const row of table.rows) {
    const required = row.figures.required;
    const wanted = row.region?.level === 'county' ? usual : row.region?.level === 'city' ? listed : null;
    if (required === null || wanted === null || required === wanted) continue;
    const name = row.region?.name[1] ?? row.label;
    count(row.label, required, wanted, [
      `${tableZh}${row.label}要求${required}项，${row.region?.level === 'city' ? '所列项目' : '其他各县（市、区）'}为${wanted}项。`,
      `${capital(tableEn)} requires ${required} items of ${name}; ${row.region?.level === 'city' ? 'the list has' : 'of the other counties it requires'} ${wanted}.`,
    ]);
  }
  const { items } = table.table;
  items.forEach((item, index) => {
    const before = items[index - 1];
    const wanted = before ? (markNumber(before.mark) ?? index) + 1 : 1;
    const mark = markNumber(item.mark);
    if (mark !== null && mark !== wanted) {
      findings.push(
        found({
          source: table.table.id,
          row: item.mark,
          column: 'item',
          printed: item.mark,
          recomputed: circled(wanted),
          rule: 'missing',
          text: [
            `${tableZh}项目编号在${before?.mark ?? '开头'}之后应为${circled(wanted)}，印为${item.mark}。`,
            `In ${tableEn} number ${circled(wanted)} should follow ${before?.mark ?? 'the beginning'}; ${item.mark} is printed.`,
          ],
        }),
      );
    }
    if (items.findIndex((other) => fold(other.name) === fold(item.name)) < index) {
      findings.push(
        found({
          source: table.table.id,
          row: item.mark,
          column: 'item',
          printed: item.name,
          recomputed: null,
          rule: 'count',
          text: [`${tableZh}项目“${item.name}”列了不止一次。`, `${capital(tableEn)} lists "${item.nameEn ?? item.name}" more than once.`],
        }),
      );
    }
  });
  return findings;
}
