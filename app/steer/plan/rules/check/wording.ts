import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { indicatorsOf, taskClauses } from '../clauses.ts';
import type { PlacedIndicator } from '../clauses.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';

const deeds = /建成|新建|建立|设立|组建/g;
// Words with which a task promises an effort and not a result.
const efforts = /推动|鼓励|探索|筹划|争创|力争|升格|升级/g;
const shortestName = 6;

/** The longest end of a name that occurs in a text: 船舶智能制造产业计量测试中心 of 国家船舶智能制造产业计量测试中心. */
function commonEnd(whole: string, text: string): number {
  // 县(市、区) ends many names and tells nothing about the thing named.
  const name = whole.replace(/\([^()]*\)$/, '');
  for (let start = 0; name.length - start >= shortestName; start += 1) if (text.includes(name.slice(start))) return name.length - start;
  return 0;
}

/** The verb of completion that governs the subject: the last one before it in the same part of the sentence. */
function deedOf(plan: PlanDocument, indicator: PlacedIndicator): string | null {
  const text = fold(plan.sentences.find((sentence) => sentence.id === indicator.sentence)?.text ?? '');
  const phraseAt = text.indexOf(fold(indicator.phrase));
  if (phraseAt < 0) return null;
  const at = text.indexOf(fold(indicator.subject), phraseAt);
  const before = text.slice(0, at).replace(/^.*[,。;]/, '');
  return (before.match(deeds) ?? []).pop() ?? null;
}

/** A goal firmly states a result (建成, 新建) of which its task only promises an effort (推动……升格, 鼓励……争创). */
export function wording(plan: PlanDocument): Finding[] {
  const indicators = indicatorsOf(plan);
  return taskClauses(plan).flatMap((task) =>
    task.sentences.flatMap((sentence) =>
      fold(sentence.text)
        .split(/[,。;]/)
        .flatMap((segment) => {
          const effort = segment.match(efforts);
          if (!effort) return [];
          const ranked = indicators
            .map((indicator) => ({ indicator, length: commonEnd(fold(indicator.subject), segment) }))
            .sort((one, other) => other.length - one.length);
          const [best] = ranked;
          if (!best || best.length === 0 || best.indicator.strength !== 'firm') return [];
          const deed = deedOf(plan, best.indicator);
          if (deed === null) return [];
          const { id, clause, subject } = best.indicator;
          return [
            found({
              source: task.clause,
              row: task.id,
              column: id,
              printed: effort.join('…'),
              recomputed: deed,
              rule: 'name',
              text: [
                `${clause}的目标写“${deed}”${subject}，${task.clause}的任务写“${segment}”。`,
                `The goal in clause ${clause} says "${deed}" of ${best.indicator.title[1]}; the task in clause ${task.clause} says "${segment}".`,
              ],
            }),
          ];
        }),
    ),
  );
}
