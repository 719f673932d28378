import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { inLanguage, type Text } from '../kernel/text.ts';
import { BadInput, type Call, type Command, type ExitCode } from './command.ts';

/** The positional argument of a command; its absence is bad input. */
export function given(call: Call, index: number, name: string): string {
  const value = call.positionals[index];
  if (value === undefined) throw new BadInput([`缺少 ${name}`, `${name} is missing`]);
  return value;
}

export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput([`${file} 不是有效的 JSON：${(error as Error).message}`, `${file} is not JSON: ${(error as Error).message}`]);
  }
}

/** Prints an answer, as JSON where that was asked for; an unusable input becomes bad input. */
export async function answer(call: Call, work: () => CommandAnswer | Promise<CommandAnswer>): Promise<ExitCode> {
  try {
    const { answer: found, exitCode, text } = await work();
    call.io.out(call.json ? JSON.stringify(found) : inLanguage(text, call.language));
    return exitCode;
  } catch (error) {
    if (error instanceof InvalidInput) throw new BadInput(error.text);
    throw error;
  }
}

/** A command that reads one JSON file, or standard input for `-`, and answers with what a package computes from it. */
export const fileCommand = (
  name: string,
  summary: Text,
  compute: (input: unknown, call: Call) => CommandAnswer | Promise<CommandAnswer>,
  options: Command['options'] = {},
): Command => ({
  name,
  usage: `${name} FILE`,
  summary,
  options,
  async run(call) {
    const file = given(call, 0, 'FILE');
    const input = parseJson(await call.io.read(file), file);
    return answer(call, () => compute(input, call));
  },
});
