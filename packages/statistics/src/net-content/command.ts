/** The command `netcontent`: reads an inspection, judges it and answers for machines and for people. */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { inspect, type NetContentAnswer } from './answer.ts';
import { answerText } from './answer-text.ts';

/** `tongheng netcontent FILE`. Exit code 1 when the lot fails. */
export function netContentCommand(input: unknown): CommandAnswer<NetContentAnswer> {
  const answer = inspect(input);
  return { answer, exitCode: answer.verdict === 'pass' ? 0 : 1, text: answerText(answer) };
}
