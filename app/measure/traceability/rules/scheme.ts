/** What a step of a chain says against it by the hierarchy scheme of its quantity, and by two rules that hold in every scheme. */
import type { Finding, Level, Node } from './graph.ts';
import { ratioOf } from './ratio.ts';
import { judgeStep, schemeOf, type Step, type StepVerdict } from './tier.ts';

export type SchemeStep = { readonly lower: Node; readonly upper: Node };

/** Downwards from the SI. A calibration laboratory stands in no scheme: what it may disseminate is told by its accreditation. */
const rank: Readonly<Record<Level, number | null>> = { si: 0, primary: 1, 'public-standard': 2, 'highest-standard': 3, laboratory: null };
const rankOf = ({ level }: Node): number | null => (level === null ? null : rank[level]);

/** By the levels of the scheme, and where those are not known by who stands above whom. */
export function stepOf({ lower, upper }: SchemeStep): Step {
  const step = judgeStep(lower, upper);
  const [below, above] = [rankOf(lower), rankOf(upper)];
  if (below === null || above === null || above === below || step.verdict === 'turned') return step;
  const verdict: StepVerdict = above > below ? 'turned' : step.verdict === 'unknown' ? 'ordered' : step.verdict;
  return { ...step, verdict };
}

const named = ({ number }: Node, mark: string | null): string => (mark === null ? number : `${number} (${mark})`);

/**
 * The value comes from above, level by level, and what was calibrated is not known better than what it was calibrated with (JCGM 100: the
 * uncertainty of the reference is part of that of the result).
 */
export function judgeScheme({ lower, upper }: SchemeStep): Finding[] {
  const at = { node: { kind: lower.kind, id: lower.id }, above: { kind: upper.kind, id: upper.id } };
  const step = stepOf({ lower, upper });
  const ratio = lower.kind === 'certificate' ? undefined : ratioOf(lower, upper);
  const quantities = [lower, upper].map((node) => (node.quantity === null ? null : (schemeOf(node) ?? node.quantity.trim())));
  const isOther = quantities[0] !== null && quantities[1] !== null && quantities[0] !== quantities[1];
  const steps = `${named(lower, step.lower)} ← ${named(upper, step.upper)}`;
  return [
    ...(isOther ? [{ code: 'other-quantity' as const, ...at, detail: `${lower.quantity} ← ${upper.quantity}` }] : []),
    ...(step.verdict === 'turned' ? [{ code: 'level-order' as const, ...at, detail: steps }] : []),
    ...(step.verdict === 'skipped' ? [{ code: 'level-skipped' as const, ...at, detail: `${steps}: ${step.skipped.join('、')}` }] : []),
    ...(ratio?.verdict === 'not-met'
      ? [{ code: 'uncertainty-ratio' as const, ...at, detail: `${ratio.detail} = ${ratio.figure} > ${ratio.limit} (${ratio.source})` }]
      : []),
  ];
}
