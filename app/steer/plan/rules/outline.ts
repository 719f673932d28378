import type { AnnexTable, Bilingual, PlanDocument, Sentence } from '../contract/document.ts';
import { titleOf } from './clauses.ts';

/** A clause of the document as it is read: its heading, its sentences in order, and the record that it is. */
export type Section = {
  readonly clause: string;
  readonly depth: 0 | 1;
  /** Printed as a heading: numbered, or the title itself; the preamble has none. */
  readonly headed: boolean;
  readonly title: Bilingual;
  readonly sentences: readonly Sentence[];
  readonly record: { readonly kind: 'goal' | 'task' | 'safeguard'; readonly id: string } | null;
  readonly tables: readonly AnnexTable[];
};

const recordOf = (plan: PlanDocument, clause: string): Section['record'] => {
  const kinds = { goal: plan.goals, task: plan.tasks, safeguard: plan.safeguards } as const;
  for (const kind of ['goal', 'task', 'safeguard'] as const) {
    const entry = kinds[kind].find((each) => each.clause === clause);
    if (entry !== undefined) return { kind, id: entry.id };
  }
  return null;
};

/** The parts before the first number have no heading of their own. */
const unnumbered: Readonly<Record<string, Bilingual>> = {
  通知: ['通知', 'Notice'],
  题: ['题', 'Title'],
  序: ['序言', 'Preamble'],
};

const titleWithoutNumber = ([zh, en]: Bilingual): Bilingual => [
  zh.replace(/^[一二三四五六七八九十]+、/, ''),
  en.replace(/^[IVX]+\.\s*/, ''),
];

/** The document in its order, one section for each clause. Every sentence is in exactly one of them. */
export function outlineOf(plan: PlanDocument): Section[] {
  const sections: { clause: string; sentences: Sentence[] }[] = [];
  for (const sentence of plan.sentences) {
    const last = sections[sections.length - 1];
    if (last?.clause === sentence.clause) last.sentences.push(sentence);
    else sections.push({ clause: sentence.clause, sentences: [sentence] });
  }
  return sections.map(({ clause, sentences }) => ({
    clause,
    depth: /[（(]/.test(clause) ? 1 : 0,
    headed: clause !== '序',
    title: unnumbered[clause] ?? titleWithoutNumber(titleOf(sentences[0])),
    sentences,
    record: recordOf(plan, clause),
    tables: plan.tables.filter((table) => sentences.some((sentence) => sentence.id === table.heading)),
  }));
}

/** A stretch of a sentence, and the indicator or definition whose printed words it is. */
export type Stretch = { readonly text: string; readonly mark: { readonly kind: 'indicator' | 'definition'; readonly id: string } | null };

/** A printed sentence cut at the words that set an indicator or need a definition; the stretches together are the sentence. */
export function stretchesOf(plan: PlanDocument, sentence: Sentence): Stretch[] {
  const indicators = plan.goals.flatMap((goal) => goal.indicators);
  const marks = [
    ...indicators.map(({ id, phrase, sentence: at }) => ({ kind: 'indicator' as const, id, phrase, at })),
    ...plan.definitions.map(({ id, phrase, sentence: at }) => ({ kind: 'definition' as const, id, phrase, at })),
  ]
    .filter((each) => each.at === sentence.id)
    .map((each) => ({ ...each, from: sentence.text.indexOf(each.phrase) }))
    .filter((each) => each.from >= 0)
    .sort((one, other) => one.from - other.from || other.phrase.length - one.phrase.length);
  const stretches: Stretch[] = [];
  let read = 0;
  for (const { kind, id, phrase, from } of marks) {
    // Words inside words that are marked already belong to the outer mark.
    if (from < read) continue;
    if (from > read) stretches.push({ text: sentence.text.slice(read, from), mark: null });
    stretches.push({ text: phrase, mark: { kind, id } });
    read = from + phrase.length;
  }
  if (read < sentence.text.length) stretches.push({ text: sentence.text.slice(read), mark: null });
  return stretches;
}
