/** Which units of a lot are inspected: a line of the rule's sampling plan. JJF 1070-2005, annex 4; OIML R 87:2004. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { NetContentRule } from './rule.ts';

/** lambda null: every unit is inspected and there is no test of the mean. */
export type SamplingPlan = {
  readonly lot: number;
  readonly n: number;
  readonly lambda: string | null;
  readonly allowed: { readonly t1: number; readonly t2: number };
};

/** The largest lot that is taken for one; more is a slip of the pen. */
export const largestLot = 1_000_000_000;

/**
 * The plan for a lot of 1 or more units. Throws InvalidInput where the rule has no table or the table no line.
 * @example findPlan(readRule('jjf-1070-2005', 'rule'), 60).lambda // '0.848'
 */
export function findPlan(rule: NetContentRule, lot: number): SamplingPlan {
  if (rule.plan === null) {
    throw new InvalidInput('rule', [
      `${rule.number} 自 ${rule.inForce.from ?? ''} 起施行，但其抽样表尚未经官方文本确认，不能据以判定；可选 jjf-1070-2005 作参考`,
      `${rule.number} is in force since ${rule.inForce.from ?? ''}, but its sampling table has not been confirmed against the official text, so nothing is decided by it; jjf-1070-2005 may serve for reference`,
    ]);
  }
  const line = rule.plan.lines.find(({ from, to }) => lot >= from && (to === null || lot <= to));
  if (line === undefined) {
    const least = Math.min(...rule.plan.lines.map(({ from }) => from));
    throw new InvalidInput('lot', [
      `${rule.number} 对批量小于 ${least} 的检验批没有抽样方案，现为 ${lot}；可选 jjf-1070-2005`,
      `${rule.number} has no sampling plan for lots below ${least}, this one has ${lot}; jjf-1070-2005 has one`,
    ]);
  }
  const n = line.n === 'all' ? lot : line.n;
  return { lot, n, lambda: line.lambda, allowed: { t1: line.t1, t2: line.t2 } };
}
