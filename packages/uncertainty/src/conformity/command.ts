/** What `tongheng conformity FILE` answers: the statement of conformity, its probabilities and risks, and sentences about their use. */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { conformityText } from './answer-text.ts';
import { decideConformity, type Conformity } from './decision.ts';
import { readConformity } from './input.ts';
import { remarksOn, type Remark } from './remark.ts';

export type ConformityAnswer = Conformity & { readonly remarks: readonly Remark[] };

/**
 * @param input `{"value","u","dof"?,"lower"?,"upper"?,"rule","guard"?,"prior"?,…}`; numbers as text or JSON numbers
 * @returns exit code 1 where the value is rejected
 * @throws InvalidInput with the path of what cannot be used
 * @example conformityCommand({ value: '-5.47', u: '0.05', upper: '-5.40' }).answer.probability // 0.919243340766
 */
export function conformityCommand(input: unknown): CommandAnswer<ConformityAnswer> {
  const file = readConformity(input);
  const conformity = decideConformity(file);
  const remarks = remarksOn(file, conformity);
  const isRejected = conformity.decision === 'fail' || conformity.decision === 'conditionalFail';
  return { answer: { ...conformity, remarks }, exitCode: isRejected ? 1 : 0, text: conformityText(file, conformity, remarks) };
}
