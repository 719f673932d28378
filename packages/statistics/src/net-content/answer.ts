/** What an inspection answers: rule and plan, every computed value, verdicts of lot and label, and what a reader has to know besides. */
import { compare, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { acceptanceCurve, isTooNarrow, type CurvePoint } from './acceptance-curve.ts';
import { readInput, type Input } from './input.ts';
import { inspectContents, uncertaintyLimit, type ContentVerdict } from './inspection.ts';
import { checkLabel, type LabelAnswer } from './label.ts';
import type { Text } from './quantity-unit.ts';
import type { NetContentRule, Provenance } from './rule.ts';
import { warningsOf, type Warning } from './warning.ts';

export type RuleAnswer = Pick<NetContentRule, 'id' | 'number' | 'title' | 'inForce'> & {
  readonly clause: Text | null;
  readonly plan: Provenance | null;
  readonly rounding: NetContentRule['rounding'];
};

export type NetContentAnswer = {
  readonly rule: RuleAnswer;
  readonly lot: number;
  readonly n: number;
  readonly lambda: string | null;
} & Omit<ContentVerdict, 'verdict'> & {
    /** Of the lot: contents, and the drained contents where they are given. The label has a verdict of its own. */
    readonly verdict: 'pass' | 'fail';
    readonly drained: ContentVerdict | null;
    readonly label: LabelAnswer | null;
    readonly date: string | null;
    readonly uncertainty: { readonly U: string; readonly limit: string; readonly ok: boolean } | null;
    readonly curve: readonly CurvePoint[] | null;
    readonly warnings: readonly Warning[];
  };

const ruleAnswer = ({ id, number, title, inForce, plan, rounding }: NetContentRule): RuleAnswer => ({
  id,
  number,
  title,
  inForce,
  clause: plan?.clause ?? null,
  plan: plan?.provenance ?? null,
  rounding,
});

function uncertaintyAnswer(uncertainty: Decimal | null, tolerable: string): NetContentAnswer['uncertainty'] {
  if (uncertainty === null) return null;
  const limit = uncertaintyLimit(tolerable);
  return { U: print(uncertainty), limit: print(limit), ok: compare(uncertainty, limit) <= 0 };
}

function curveOf({ plan, net, process }: Input, tolerable: string): NetContentAnswer['curve'] {
  if (process === null) return null;
  if (isTooNarrow(net.nominal, process.s)) {
    throw new InvalidInput('process.s', [
      '标准偏差不足标注净含量的千万分之一，画不出曲线',
      'less than a ten-millionth of the declared content: there is no curve to draw',
    ]);
  }
  return acceptanceCurve(plan, { nominal: net.nominal, tolerable: parse(tolerable), s: process.s }, process.means);
}

/**
 * Judges an inspection in the form that the command line and the page give it. Throws InvalidInput with the place.
 * @example inspect({ rule: 'jjf-1070-2005', lot: 40, nominal: '100', unit: 'g', contents: ['99.1', …] }).verdict
 */
export function inspect(value: unknown): NetContentAnswer {
  const input = readInput(value);
  const { rule, plan, net } = input;
  const content = inspectContents(rule, plan, net);
  const drained = input.drained === null ? null : inspectContents(rule, plan, input.drained, 'drained.nominal');
  const declared = { value: net.nominal, unit: net.unit };
  const declaredDrained = input.drained === null ? null : { value: input.drained.nominal, unit: input.drained.unit };
  return {
    rule: ruleAnswer(rule),
    lot: plan.lot,
    n: plan.n,
    lambda: plan.lambda,
    ...content,
    verdict: drained?.verdict === 'fail' ? 'fail' : content.verdict,
    drained,
    label: input.label === null ? null : checkLabel(input.label, declared, declaredDrained),
    date: input.date,
    uncertainty: uncertaintyAnswer(input.uncertainty, content.T),
    curve: curveOf(input, content.T),
    warnings: warningsOf(rule, input.date, input.drained === null ? [net] : [net, input.drained], input.unread),
  };
}
