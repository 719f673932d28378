import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { taskClauses } from '../clauses.ts';
import { differsByOne, fold } from '../printed-name.ts';
import { found } from './finding.ts';

/** The bodies printed after 责任单位, in order; the marks inside brackets of a name (县(市、区)) separate nothing. */
export function printedBodies(text: string): string[] {
  const list = /责任单位:(.*?)\)?$/.exec(fold(text).replace(/[。\s]+$/, ''))?.[1];
  if (list === undefined) return [];
  const guarded = list.replace(/\([^()]*\)/g, (bracket) => bracket.replace(/、/g, '\ue000'));
  return guarded
    .split(/[、,;]/)
    .map((name) => name.replace(/\ue000/g, '、'))
    .filter((name) => name !== '');
}

/** One body printed under two names, printed twice in one task, or recorded for a task that does not print it. */
export function bodies(plan: PlanDocument): Finding[] {
  const known = plan.bodies.map((body) => ({ id: body.id, name: fold(body.name) }));
  const near = (name: string): string | null =>
    known.find((body) => body.name.includes(name) || name.includes(body.name) || differsByOne(body.name, name))?.name ?? null;
  return taskClauses(plan).flatMap((task) => {
    const printed = task.sentences.flatMap((sentence) => printedBodies(sentence.text));
    const findings: Finding[] = [];
    const place = { source: task.clause, row: task.id };
    printed.forEach((name, index) => {
      if (printed.indexOf(name) < index) {
        findings.push(
          found({
            ...place,
            column: name,
            printed: name,
            recomputed: null,
            rule: 'count',
            text: [
              `${task.clause}的责任单位中“${name}”印了不止一次。`,
              `Clause ${task.clause} names "${name}" more than once among the bodies responsible.`,
            ],
          }),
        );
      } else if (!known.some((body) => body.name === name)) {
        findings.push(
          found({
            ...place,
            column: 'body',
            printed: name,
            recomputed: near(name),
            rule: 'name',
            text: [
              `${task.clause}的责任单位“${name}”与别处所印的单位名称不一致。`,
              `The body "${name}" of clause ${task.clause} is not named like this elsewhere.`,
            ],
          }),
        );
      }
    });
    if (printed.length === 0) return findings;
    for (const id of task.bodies) {
      const name = known.find((body) => body.id === id)?.name;
      if (name === undefined || printed.includes(name) || printed.some((each) => near(each) === name)) continue;
      findings.push(
        found({
          ...place,
          column: name,
          printed: null,
          recomputed: name,
          rule: 'absent',
          text: [
            `任务${task.id}记有责任单位“${name}”，${task.clause}没有印出。`,
            `Task ${task.id} records the body "${name}"; clause ${task.clause} does not print it.`,
          ],
        }),
      );
    }
    return findings;
  });
}
