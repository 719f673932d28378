import type { Bilingual, PlanDocument } from '../../contract/document.ts';
import type { Column } from '../annex-row.ts';
import { regionOf } from '../annex-row.ts';
import type { ReadTable } from '../annex-table.ts';

export const columnName: Readonly<Record<Column, Bilingual>> = {
  required: ['要求完成总数', 'the number required'],
  done: ['已完成数量', 'the number done'],
  open: ['待完成数量', 'the number still open'],
};

/** 附件表1 / annex table 1, in the document's order. */
export function tableName(plan: PlanDocument, table: ReadTable): Bilingual {
  const number = plan.tables.indexOf(table.table) + 1;
  return [`附件表${number}`, `annex table ${number}`];
}

export function rowName(plan: PlanDocument, label: string): Bilingual {
  if (label === '合计') return ['合计行', 'the total row'];
  const region = regionOf(label, plan.regions);
  return [`${label}一行`, `the row of ${region?.name[1] ?? label}`];
}

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
