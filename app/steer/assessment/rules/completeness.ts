import type { TaskResult } from './states.ts';

export type Finding = { readonly subject: string; readonly result: TaskResult | null; readonly text: string };

/**
 * What an evaluation still lacks before it can be submitted: every indicator and every task of the plan has a finding in words,
 * and every task a result.
 *
 * @example missingFindings(['G1-1', 'T1'], [{ subject: 'T1', result: null, text: '…' }]) // ['G1-1', 'T1']
 */
export function missingFindings(subjects: readonly string[], findings: readonly Finding[]): string[] {
  return subjects.filter((subject) => {
    const finding = findings.find((each) => each.subject === subject);
    if (finding === undefined || finding.text.trim() === '') return true;
    return !subject.startsWith('G') && finding.result === null;
  });
}
