/** What `tongheng comparison verify FILE` says: the round is computed anew from its export, with nothing else at hand. */
import type { Language, Text } from '../../kernel/text.ts';
import { inLanguage } from '../../kernel/text.ts';
import { ExportedRound } from './contract.ts';
import { findings, verifyRound, type Verification } from './rules/verify.ts';

export type VerifyAnswer = { readonly answer: Verification; readonly exitCode: 0 | 1; readonly text: string };

const states = {
  revealed: ['已揭示，与承诺相符', 'revealed, as committed'],
  refused: ['揭示内容未通过核对', 'what was revealed does not hold'],
  unrevealed: ['已承诺，未揭示', 'committed, not revealed'],
  missed: ['未提交', 'nothing committed'],
} as const satisfies Record<Verification['participants'][number]['state'], Text>;

/** What the file lacks, in words, or the verification: exit code 0 when everything agrees, 1 when something does not. */
export function comparisonVerify(input: unknown, language: Language): VerifyAnswer | { readonly refused: Text } {
  const parsed = ExportedRound.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') ?? '';
    return {
      refused: [`不是比对的导出记录：${place} ${issue?.message ?? ''}`, `no exported comparison: ${place} ${issue?.message ?? ''}`],
    };
  }
  // The form was checked; texts that only the format fixes are compared by the verification itself.
  const verification = verifyRound(parsed.data as Parameters<typeof verifyRound>[0]);
  const say = (text: Text): string => inLanguage(text, language);
  const number = (code: number | null): string => (code === null ? '' : say([`实验室 ${code}：`, `laboratory ${code}: `]));
  const scores: Text =
    verification.scoresAgree === null
      ? ['参考值与比分数：尚未评价', 'Reference values and scores: not evaluated yet']
      : verification.scoresAgree
        ? ['参考值与比分数：复算一致', 'Reference values and scores: recomputed, the same']
        : ['参考值与比分数：复算不一致', 'Reference values and scores: recomputed, different'];
  const lines = [
    parsed.data.title,
    ...verification.participants.map(({ code, state }) => `${number(code)}${say(states[state])}`),
    say(scores),
    ...verification.findings.map(({ kind, code, place }) => `✗ ${number(code)}${say(findings[kind])}${place === '' ? '' : ` (${place})`}`),
    say(verification.ok ? ['核对通过', 'Everything agrees'] : ['核对未通过', 'Something does not agree']),
  ];
  return { answer: verification, exitCode: verification.ok ? 0 : 1, text: lines.join('\n') };
}
