import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ReadTable } from '../annex-table.ts';
import { found } from './finding.ts';
import { tableName } from './labels.ts';

/**
 * A name that joins several instruments (A、B和C) and in which one of them is two of its neighbours run together:
 * 压力表真空表 stands beside …压力表 and 真空表, so it repeats them instead of naming a third (压力真空表).
 */
export function runTogether(name: string): { part: string; suggestion: string } | null {
  const parts = name.split(/[、和及与]/);
  for (const part of parts) {
    for (const second of parts) {
      if (second === part || second.length < 2 || !part.endsWith(second)) continue;
      const first = part.slice(0, part.length - second.length);
      const repeats = first.length >= 2 && parts.some((other) => other !== part && other !== second && other.endsWith(first));
      if (!repeats) continue;
      const head = second.slice(-1);
      const joined = first.endsWith(head) ? first.slice(0, -1) + second : `${first}、${second}`;
      return { part, suggestion: name.replace(part, joined) };
    }
  }
  return null;
}

export function itemWording(plan: PlanDocument, table: ReadTable): Finding[] {
  const [tableZh, tableEn] = tableName(plan, table);
  return table.table.items.flatMap((item) => {
    const slip = runTogether(item.name);
    if (!slip) return [];
    return [
      found({
        source: table.table.id,
        row: item.mark,
        column: item.id,
        printed: item.name,
        recomputed: slip.suggestion,
        rule: 'name',
        text: [
          `${tableZh}${item.mark}中“${slip.part}”重复了同一名称里的另外两种器具，疑为“${slip.suggestion}”。`,
          `In ${tableEn}, item ${item.mark}, "${slip.part}" repeats two other instruments of the same name; "${slip.suggestion}" is probably meant.`,
        ],
      }),
    ];
  });
}
