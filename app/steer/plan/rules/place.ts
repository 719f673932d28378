import type { Bilingual, PlanDocument, Sentence } from '../contract/document.ts';
import type { Finding } from '../contract/finding.ts';
import { indicatorsOf, sentencesOf, taskClauses } from './clauses.ts';
import { columnWords } from './finding-words.ts';

const itself = (words: string): Bilingual => [words, words];

function sourceWords(plan: PlanDocument, source: string): Bilingual {
  const number = plan.tables.findIndex((table) => table.id === source) + 1;
  return number > 0 ? [`附件表${number}`, `Annex table ${number}`] : [source, `Clause ${source}`];
}

function rowWords(plan: PlanDocument, row: string): Bilingual {
  const region = plan.regions.find((each) => each.annexName === row);
  if (region !== undefined) return [row, region.name[1]];
  const task = taskClauses(plan).find((each) => each.id === row);
  if (task !== undefined) return [`${row} ${task.title[0]}`, `${row} ${task.title[1]}`];
  const indicator = indicatorsOf(plan).find((each) => each.id === row);
  if (indicator !== undefined) return [`${row} ${indicator.title[0]}`, `${row} ${indicator.title[1]}`];
  if (plan.tables.some((table) => table.items.some((item) => item.mark === row))) return ['项目', 'Item'];
  if (row === '合计') return [row, 'Total'];
  return row === '注' ? [row, 'Note'] : itself(row);
}

function columnName(plan: PlanDocument, column: string): Bilingual {
  const item = plan.tables.flatMap((table) => table.items).find((each) => each.id === column);
  if (item !== undefined) return [`${item.mark}${item.name}`, `${item.mark} ${item.nameEn ?? item.name}`];
  const indicator = indicatorsOf(plan).find((each) => each.id === column);
  if (indicator !== undefined) return [`指标${column}`, `Indicator ${column}`];
  const words = columnWords[column];
  return words === undefined ? itself(column) : [...words];
}

/** Where a finding stands, in words: the table or clause, the row, the column. */
export const placeOf = (plan: PlanDocument, finding: Finding): { source: Bilingual; row: Bilingual; column: Bilingual } => ({
  source: sourceWords(plan, finding.source),
  row: rowWords(plan, finding.row),
  column: columnName(plan, finding.column),
});

/** What the document prints around a finding: a table's heading and note, otherwise the clause and the goal it is held against. */
export function sentencesAround(plan: PlanDocument, finding: Finding): Sentence[] {
  const table = plan.tables.find((each) => each.id === finding.source);
  const indicator = indicatorsOf(plan).find((each) => each.id === finding.column || each.id === finding.row);
  const ids = table === undefined ? [indicator?.sentence] : [table.heading, table.note];
  const quoted = table === undefined ? sentencesOf(plan, finding.source).map((each) => each.id) : [];
  const wanted = new Set<string | null | undefined>([...ids, ...quoted]);
  return plan.sentences.filter((each) => wanted.has(each.id));
}
