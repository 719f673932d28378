import type { Bilingual, PlanDocument, PlanIndicator, Sentence } from '../contract/document.ts';

/** What a goal, task or safeguard says, read from its sentences. */
export type Clause = {
  readonly id: string;
  readonly clause: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly sentences: readonly Sentence[];
  readonly bodies: readonly string[];
};

export const sentencesOf = (plan: PlanDocument, clause: string): Sentence[] => plan.sentences.filter((each) => each.clause === clause);

/** The clause's heading without its number and full stop: "（五）服务绿色低碳发展。" → "服务绿色低碳发展". */
export function titleOf(heading: Sentence | undefined): Bilingual {
  const zh = (heading?.text ?? '').replace(/^[（(][一二三四五六七八九十]+[)）]/, '').replace(/。$/, '');
  const en = (heading?.textEn ?? heading?.text ?? '').replace(/^\(\d+\)\s*/, '').replace(/\.$/, '');
  return [zh, en];
}

function read(plan: PlanDocument, entry: { id: string; clause: string; bodies?: readonly string[] }): Clause {
  const sentences = sentencesOf(plan, entry.clause);
  const [heading, ...rest] = sentences;
  const text: Bilingual = [rest.map((each) => each.text).join(''), rest.map((each) => each.textEn ?? each.text).join(' ')];
  return { id: entry.id, clause: entry.clause, title: titleOf(heading), text, sentences, bodies: entry.bodies ?? [] };
}

export const goalClauses = (plan: PlanDocument): Clause[] => plan.goals.map((goal) => read(plan, goal));
export const taskClauses = (plan: PlanDocument): Clause[] => plan.tasks.map((task) => read(plan, task));
export const safeguardClauses = (plan: PlanDocument): Clause[] => plan.safeguards.map((safeguard) => read(plan, safeguard));

export type PlacedIndicator = PlanIndicator & { readonly goal: string; readonly clause: string };

/** The indicators in the document's order, each with the clause that sets it. */
export const indicatorsOf = (plan: PlanDocument): PlacedIndicator[] =>
  plan.goals.flatMap((goal) => goal.indicators.map((each) => Object.assign({}, each, { goal: goal.id, clause: goal.clause })));

/**
 * The document's text in its order, tables included, as it is compared with the copy of the printed text:
 * a table stands right after the sentence that heads it, the item names in the first row's spanned column.
 */
export function printedText(plan: PlanDocument): string {
  const parts: string[] = [];
  for (const sentence of plan.sentences) {
    parts.push(sentence.text);
    const table = plan.tables.find((each) => each.heading === sentence.id);
    if (!table) continue;
    parts.push(table.itemsHeader, ...table.header, ...table.items.map((item) => item.mark + item.name));
    for (const row of table.total ? [...table.rows, table.total] : table.rows) parts.push(row.items ?? '', ...row.cells);
  }
  return parts.join('');
}

/** White space and the Markdown marks of the text file are not part of the document. */
export const withoutWhiteSpace = (text: string): string => text.replace(/^#+\s*/gm, '').replace(/\s+/g, '');
