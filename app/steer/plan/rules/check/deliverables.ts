import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { goalClauses, taskClauses } from '../clauses.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';

const kinds = '实验室|测试中心|分中心|创新中心|中心|委员会|产业园|园区|基地|阵地|示范县|示范区';
const levels = '国家级?|省级|省\\(部\\)级|市级|市\\(厅\\)级';
const deliverable = new RegExp(`(建成|新建|建立|设立|组建|成立)((?:${levels})[^,。;、和及]{0,20}?(?:${kinds}))`, 'g');

const isInGoals = (name: string, goals: string): boolean => {
  const core = name.replace(new RegExp(`^(?:${levels})`), '');
  return goals.includes(name) || (core.length >= 4 && goals.includes(core));
};

/** Something countable that a task firmly promises (设立省级……实验室) and no goal names. */
export function deliverables(plan: PlanDocument): Finding[] {
  const goals = goalClauses(plan)
    .map((goal) => fold(goal.text[0]))
    .join('');
  if (goals === '') return [];
  return taskClauses(plan).flatMap((task) => {
    const findings: Finding[] = [];
    const text = fold(task.text[0]);
    for (let match = deliverable.exec(text); match; match = deliverable.exec(text)) {
      const [, verb = '', name = ''] = match;
      if (isInGoals(name, goals)) continue;
      findings.push(
        found({
          source: task.clause,
          row: task.id,
          column: name,
          printed: `${verb}${name}`,
          recomputed: null,
          rule: 'absent',
          text: [
            `${task.clause}的任务写明“${verb}${name}”，工作目标中没有。`,
            `The task in clause ${task.clause} firmly promises "${verb}${name}"; no goal names it.`,
          ],
        }),
      );
    }
    return findings;
  });
}
