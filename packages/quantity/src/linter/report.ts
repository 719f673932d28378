import { rules, type RuleId } from './rules.ts';
import type { Severity } from './finding.ts';

/** A finding by its place in the projection. */
export type Report = {
  readonly from: number;
  readonly to: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly suggestion: string;
  readonly message: readonly [zh: string, en: string];
};

const remembered = new Map<string, readonly [zh: string, en: string]>();
const mostRemembered = 2000;

/** The sentence of a finding: the rule's title with the unit it is about. */
export function messageOf(rule: RuleId, unit: string, meant: string): readonly [zh: string, en: string] {
  const key = `${rule}|${unit}|${meant}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const [zh, en] = rules[rule].title;
  const message = [
    `${zh}：“${unit}”${meant === '' ? '' : `，应为 ${meant}`}`,
    `${en}: "${unit}"${meant === '' ? '' : `, write ${meant}`}`,
  ] as const;
  if (remembered.size < mostRemembered) remembered.set(key, message);
  return message;
}
