import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import { indicatorsOf } from '../clauses.ts';
import type { PlacedIndicator } from '../clauses.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';

const figure = /(\d+(?:\.\d+)?)(?:名|个|项|家|%|人|所|处|台|套)/g;
const figuresIn = (text: string): number[] => (text.match(figure) ?? []).map((each) => parseFloat(each));

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words recorded as setting a target are printed, with the same figures. */
function quoted(plan: PlanDocument, indicator: PlacedIndicator): Finding[] {
  const sentence = plan.sentences.find((each) => each.id === indicator.sentence);
  const text = fold(sentence?.text ?? '');
  const phrase = fold(indicator.phrase);
  if (text.includes(phrase)) return [];
  const withOtherFigures = new RegExp(escape(phrase).replace(/\d+/g, '(\\d+)')).exec(text);
  const recorded = phrase.match(/\d+/g) ?? [];
  const at = recorded.findIndex((number, index) => withOtherFigures?.[index + 1] !== number);
  const printed = withOtherFigures?.[at + 1] ?? null;
  return [
    found({
      source: indicator.clause,
      row: indicator.id,
      column: 'phrase',
      printed: printed ?? sentence?.text ?? null,
      recomputed: printed === null ? indicator.phrase : (recorded[at] ?? null),
      rule: printed === null ? 'name' : 'difference',
      text: [
        `${indicator.clause}印为“${withOtherFigures?.[0] ?? text}”，指标${indicator.id}依据的是“${indicator.phrase}”。`,
        `Clause ${indicator.clause} prints "${withOtherFigures?.[0] ?? text}"; indicator ${indicator.id} rests on "${indicator.phrase}".`,
      ],
    }),
  ];
}

/** A target against the printed words that set it, and against every other place that counts the same thing. */
export function targets(plan: PlanDocument): Finding[] {
  return indicatorsOf(plan).flatMap((indicator) => {
    const findings = quoted(plan, indicator);
    if (indicator.counting.rule === 'cells') return findings;
    const own = figuresIn(fold(indicator.phrase));
    const first = own[0];
    if (first !== undefined && !own.includes(indicator.target)) {
      findings.push(
        found({
          source: indicator.clause,
          row: indicator.id,
          column: 'target',
          printed: String(first),
          recomputed: String(indicator.target),
          rule: 'difference',
          text: [
            `指标${indicator.id}的目标记为${indicator.target}，原文为“${indicator.phrase}”。`,
            `The target of indicator ${indicator.id} is recorded as ${indicator.target}; the document prints "${indicator.phrase}".`,
          ],
        }),
      );
    }
    const subject = fold(indicator.subject);
    for (const sentence of plan.sentences) {
      if (sentence.id === indicator.sentence) continue;
      for (const segment of fold(sentence.text).split(/[,。;、]/)) {
        const [other, ...more] = segment.includes(subject) ? figuresIn(segment) : [];
        if (other === undefined || more.length > 0 || other === indicator.target) continue;
        findings.push(
          found({
            source: sentence.clause,
            row: sentence.id,
            column: indicator.id,
            printed: String(other),
            recomputed: String(indicator.target),
            rule: 'difference',
            text: [
              `${sentence.clause}称“${segment}”，${indicator.clause}的目标为${indicator.target}。`,
              `Clause ${sentence.clause} says "${segment}"; the target in clause ${indicator.clause} is ${indicator.target}.`,
            ],
          }),
        );
      }
    }
    return findings;
  });
}
