import type { Text } from '../../kernel/text.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Finding } from './contract/finding.ts';
import { readPlanText } from './contract/read-plan.ts';
import { checkPlan } from './rules/check-plan.ts';

/** What a command answers: for machines, for people in both languages, and its exit code. */
export type CommandAnswer<Answer> = { readonly exitCode: 0 | 1 | 2; readonly answer: Answer | null; readonly text: Text };

/**
 * `tongheng plan check [FILE]`: what does not agree inside a plan document.
 * Exit code 0 when everything agrees, 1 when there are findings, 2 when the file cannot be read as a plan.
 */
export function planCheck(fileText: string | undefined, builtInText: string): CommandAnswer<{ findings: Finding[] }> {
  try {
    const findings = checkPlan(readPlanText(fileText ?? builtInText));
    const listed = (language: 0 | 1): string => findings.map((finding) => `[${finding.rule}] ${finding.text[language]}`).join('\n');
    if (findings.length === 0) return { exitCode: 0, answer: { findings }, text: ['没有发现不一致之处。', 'Everything agrees.'] };
    return {
      exitCode: 1,
      answer: { findings },
      text: [`${listed(0)}\n共${findings.length}处待核实。`, `${listed(1)}\n${findings.length} to be settled.`],
    };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const [zh, en] = cause.definition.text;
    const detail = cause.detail ?? ['', ''];
    return { exitCode: 2, answer: null, text: [`${zh}：${detail[0]}`, `${en}: ${detail[1]}`] };
  }
}
