import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { completed } from '../annex-row.ts';
import { distinctRows, namedFor } from '../annex-table.ts';
import type { ReadTable } from '../annex-table.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';
import { capital, columnName, tableName } from './labels.ts';

const kinds = [
  ['missing', 'open'],
  ['present', 'done'],
] as const;

/** The note's own numbers, and the items that it names against the figures of the rows. */
export function noteCounts(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  const source = table.table.id;
  const findings: Finding[] = [];
  for (const { regions, names, stated } of table.mentions) {
    if (stated === null || stated === names.length) continue;
    const [zh, en] = [regions.map((region) => region.annexName).join('、'), regions.map((region) => region.name[1]).join(', ')];
    findings.push(
      found({
        source,
        row: '注',
        column: zh,
        printed: String(stated),
        recomputed: String(names.length),
        rule: 'count',
        text: [
          `${tableZh}注称${zh}${stated}项，列出的是${names.length}项。`,
          `The note of ${tableEn} says ${stated} items for ${en} and names ${names.length}.`,
        ],
      }),
    );
  }
  for (const row of distinctRows(table.rows)) {
    const { region } = row;
    if (!region || region.level === 'city') continue;
    const figures = completed(row.figures);
    const isMentioned = kinds.some(([kind]) => namedFor(table.mentions, region, kind) !== null);
    for (const [kind, column] of kinds) {
      const named = namedFor(table.mentions, region, kind);
      const printed = figures[column];
      const [zh, en] = columnName[column];
      const place = {
        source,
        row: row.label,
        column,
        printed: row.printed[column],
        aligned: row.offset === 0 ? null : row.aligned[column],
      };
      if (named && printed !== null && named.length !== printed) {
        findings.push(
          found({
            ...place,
            recomputed: String(named.length),
            rule: 'count',
            text: [
              `${tableZh}${row.label}“${zh}”印为${printed}，注中列出${named.length}项。`,
              `${capital(tableEn)} prints ${printed} as ${en} for ${region.name[1]}; its note names ${named.length}.`,
            ],
          }),
        );
      }
      const speaksOfOthers = table.mentions.some((mention) => mention.kind === kind);
      const isPartial = figures.done !== 0 && figures.open !== 0;
      if (!isMentioned && speaksOfOthers && isPartial && printed !== null && printed > 0) {
        findings.push(
          found({
            ...place,
            recomputed: null,
            rule: 'absent',
            text: [
              `${tableZh}${row.label}“${zh}”为${printed}项，注中没有说明是哪些。`,
              `${capital(tableEn)} prints ${printed} as ${en} for ${region.name[1]}; its note does not name them.`,
            ],
          }),
        );
      }
    }
  }
  return findings;
}

/** Names in the note that are not the names in the list; each difference once, however often it occurs. */
export function noteNames(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  const seen = new Set<string>();
  return table.mentions
    .flatMap((mention) => mention.names)
    .flatMap(({ printed, item, exact }) => {
      if (exact || seen.has(fold(printed))) return [];
      seen.add(fold(printed));
      return [
        found({
          source: table.table.id,
          row: '注',
          column: item?.id ?? 'item',
          printed,
          recomputed: item?.name ?? null,
          rule: 'name',
          text: item
            ? [
                `${tableZh}注中称“${printed}”，所列项目为${item.mark}“${item.name}”。`,
                `The note of ${tableEn} says "${printed}"; the list has ${item.mark} "${item.name}".`,
              ]
            : [
                `${tableZh}注中的“${printed}”在所列项目中找不到唯一对应的一项。`,
                `"${printed}" in the note of ${tableEn} cannot be matched to one item of the list.`,
              ],
        }),
      ];
    });
}
