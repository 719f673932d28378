import type { Day } from '../../../kernel/day.ts';
import type { LetterKind } from './states.ts';

/**
 * The draft of a 提醒函 or 督办单. It states only what the records hold: which items, which due days, how many days past, what was last
 * reported. The office in charge edits it and signs; until then it has no effect (a reminder to peers and counties is a draft).
 */
export type LetterFact = {
  readonly item: string;
  readonly task: string;
  /** The clause of the task as the document numbers it, e.g. 三（八）: a reader outside knows no T8. */
  readonly clause: string;
  readonly title: string;
  readonly result: string;
  readonly dueOn: Day;
  readonly daysLate: number;
  readonly reportedOn: Day | null;
  readonly reported: string | null;
  readonly obstacle: string | null;
};

export const printDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year ?? ''}年${month ?? ''}月${date ?? ''}日`;
};

const standing = (fact: LetterFact): string => (fact.daysLate > 0 ? `已逾期${fact.daysLate}天` : '即将到期');

const lastWord = (fact: LetterFact): string => {
  if (fact.reported === null || fact.reportedOn === null) return '至今没有进展报告。';
  const obstacle = fact.obstacle === null ? '' : `所报困难：${fact.obstacle.replace(/。$/, '')}。`;
  return `最近一次报告（${printDay(fact.reportedOn)}）：${fact.reported.replace(/。$/, '')}。${obstacle}`;
};

const titles: Record<LetterKind, string> = {
  reminder: '关于按期完成计量发展行动计划有关事项的提醒函',
  supervision: '关于计量发展行动计划逾期事项的督办单',
};

const closings: Record<LetterKind, string> = {
  reminder: '请对照期限抓紧办理，并在系统中报告进展；确需延期的，请在到期前说明理由提出申请。',
  supervision: '请于收到本督办单后说明未按期完成的原因、补办措施和完成时间，并在系统中报告；确需延期的，请说明理由提出申请。',
};

/** Title and text of the first version. `planTitle` is the document's own title. */
export function draftLetter(letter: {
  readonly kind: LetterKind;
  readonly recipient: string;
  readonly planTitle: string;
  readonly documentNumber: string;
  readonly day: Day;
  readonly facts: readonly LetterFact[];
}): { title: string; text: string } {
  const { kind, recipient, planTitle, documentNumber, day, facts } = letter;
  const opening = `截至${printDay(day)}，你单位承担的《${planTitle}》（${documentNumber}）下列${facts.length}项分解事项${kind === 'supervision' ? '逾期未完成' : '到期或即将到期'}：`;
  const lines = facts.map(
    (fact, index) =>
      `${index + 1}．${fact.title}（原文${fact.clause}）。应取得的成果：${fact.result.replace(/。$/, '')}。完成期限${printDay(fact.dueOn)}，${standing(fact)}。${lastWord(fact)}`,
  );
  return { title: titles[kind], text: [`${recipient}：`, opening, ...lines, closings[kind]].join('\n') };
}
