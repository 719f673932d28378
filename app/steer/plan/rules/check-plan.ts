import type { PlanDocument } from '../contract/document.ts';
import type { Finding } from '../contract/finding.ts';
import { readTables } from './annex-table.ts';
import { bodies } from './check/bodies.ts';
import { deliverables } from './check/deliverables.ts';
import { figuresInText } from './check/figures-in-text.ts';
import { annexTitle, noteHeading } from './check/headings.ts';
import { itemList } from './check/item-list.ts';
import { itemWording } from './check/item-wording.ts';
import { noteCounts, noteNames } from './check/note.ts';
import { regions } from './check/regions.ts';
import { rowArithmetic } from './check/row-arithmetic.ts';
import { targets } from './check/targets.ts';
import { totalRow } from './check/total-row.ts';
import { wording } from './check/wording.ts';

/**
 * Everything in a plan document that does not agree with the rest of it: tables are recomputed and every statement is held against the
 * others. The rules know no document; which side is right is for a person to settle.
 */
export function checkPlan(plan: PlanDocument): Finding[] {
  const tables = readTables(plan);
  const ofTables = tables.flatMap((table) => [
    ...totalRow(plan, table),
    ...rowArithmetic(plan, table),
    ...itemList(plan, table),
    ...regions(plan, table, tables),
    ...noteCounts(plan, table),
    ...noteNames(plan, table),
    ...noteHeading(plan, table),
    ...itemWording(plan, table),
    ...figuresInText(plan, table),
  ]);
  const ofText = [...targets(plan), ...wording(plan), ...deliverables(plan), ...bodies(plan), ...annexTitle(plan)];
  const once = new Map([...ofTables, ...ofText].map((finding) => [finding.id, finding]));
  return [...once.values()];
}
