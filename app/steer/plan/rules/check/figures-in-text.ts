import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { dataRows } from '../annex-row.ts';
import type { ReadTable } from '../annex-table.ts';
import { indicatorsOf } from '../clauses.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';
import { tableName } from './labels.ts';

const yearsIn = (text: string): string[] => text.match(/\d{4}(?=年)/g) ?? [];

/** Sentences that count a table's items ("13项民生计量强制检定基本能力") and say until when, against the list and the headings. */
export function figuresInText(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  const listed = table.table.items.length;
  const headings = table.table.header.flatMap(yearsIn);
  const year = headings[0];
  const findings: Finding[] = [];
  const otherYear = headings.find((each) => each !== year);
  if (year !== undefined && otherYear !== undefined) {
    findings.push(
      found({
        source: table.table.id,
        row: '表头',
        column: 'due',
        printed: otherYear,
        recomputed: year,
        rule: 'difference',
        text: [`${tableZh}的表头既印${year}年又印${otherYear}年。`, `The headings of ${tableEn} print both ${year} and ${otherYear}.`],
      }),
    );
  }
  if (table.capability.length < 2) return findings;
  for (const sentence of plan.sentences) {
    if (sentence.id === table.table.heading || sentence.id === table.table.note) continue;
    const text = fold(sentence.text);
    const at = text.indexOf(table.capability);
    if (at < 0) continue;
    const before = text.slice(0, at);
    const stated = /(\d+)项[^,。;、]*$/.exec(before)?.[1];
    const place = { source: sentence.clause, row: sentence.id };
    if (stated !== undefined && Number(stated) !== listed) {
      findings.push(
        found({
          ...place,
          column: table.table.id,
          printed: stated,
          recomputed: String(listed),
          rule: 'count',
          text: [
            `${sentence.clause}称${stated}项${table.capability}，${tableZh}列出${listed}项。`,
            `Clause ${sentence.clause} says ${stated} items; ${tableEn} lists ${listed}.`,
          ],
        }),
      );
    }
    const due = /到(\d{4})年(?!.*到\d{4}年)/.exec(before)?.[1];
    if (due !== undefined && year !== undefined && due !== year) {
      findings.push(
        found({
          ...place,
          column: `${table.table.id}.due`,
          printed: due,
          recomputed: year,
          rule: 'difference',
          text: [
            `${sentence.clause}要求到${due}年，${tableZh}表头为${year}年。`,
            `Clause ${sentence.clause} says by ${due}; the headings of ${tableEn} say ${year}.`,
          ],
        }),
      );
    }
  }
  for (const indicator of indicatorsOf(plan)) {
    if (indicator.counting.rule !== 'cells' || indicator.counting.list !== table.table.id) continue;
    const counties = table.rows.filter((row) => row.region?.level === 'county');
    const distinct = new Set(counties.map((row) => row.region?.code)).size;
    const cells = listed * distinct;
    const place = { source: indicator.clause, row: indicator.id };
    if (dataRows(table.table).length > 0 && indicator.target !== cells) {
      findings.push(
        found({
          ...place,
          column: 'target',
          printed: String(indicator.target),
          recomputed: String(cells),
          rule: 'count',
          text: [
            `指标${indicator.id}的目标为${indicator.target}格，${tableZh}为${listed}项×${distinct}个县（市、区）=${cells}格。`,
            `Indicator ${indicator.id} has a target of ${indicator.target} cells; ${tableEn} has ${listed} items × ${distinct} counties = ${cells}.`,
          ],
        }),
      );
    }
    if (year !== undefined && indicator.due.slice(0, 4) !== year) {
      findings.push(
        found({
          ...place,
          column: 'due',
          printed: indicator.due.slice(0, 4),
          recomputed: year,
          rule: 'difference',
          text: [
            `指标${indicator.id}的期限为${indicator.due.slice(0, 4)}年，${tableZh}表头为${year}年。`,
            `Indicator ${indicator.id} is due in ${indicator.due.slice(0, 4)}; the headings of ${tableEn} say ${year}.`,
          ],
        }),
      );
    }
  }
  return findings;
}
