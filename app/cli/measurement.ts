import { procedureForm, procedureList, procedureRun, type Answer } from '@tongheng/procedures/command';
import { inLanguage } from '../kernel/text.ts';
import type { Call, Command, ExitCode } from './command.ts';
import { given, parseJson } from './file-command.ts';
import { procedureBudget } from './procedure-budget.ts';

/** Without --json an id that nobody has is an error among others; a record that is incomplete is an answer that says where. */
function show({ io, json, language }: Call, { answer, exitCode, text }: Answer): ExitCode {
  if (json) io.out(JSON.stringify(answer, null, 2));
  else if (exitCode === 2 && !('conclusion' in answer)) io.error(inLanguage(text, language));
  else io.out(inLanguage(text, language));
  return exitCode;
}

export const measurementCommands: readonly Command[] = [
  {
    name: 'procedure list',
    usage: 'procedure list',
    summary: ['列出检定规程版本', 'list the editions of verification regulations'],
    run: async (call) => show(call, procedureList()),
  },
  {
    name: 'procedure form',
    usage: 'procedure form ID',
    summary: ['规程的原始记录格式', "the form of a procedure's record"],
    run: async (call) => show(call, procedureForm(given(call, 0, 'ID'))),
  },
  {
    name: 'procedure run',
    usage: 'procedure run ID FILE',
    summary: ['按规程计算一份原始记录', 'compute a record by a procedure'],
    async run(call) {
      const file = given(call, 1, 'FILE');
      return show(call, procedureRun(given(call, 0, 'ID'), parseJson(await call.io.read(file), file)));
    },
  },
  {
    name: 'procedure budget',
    usage: 'procedure budget ID FILE',
    summary: ['一份原始记录主要结果的不确定度', 'the uncertainty of the main results of a record'],
    async run(call) {
      const file = given(call, 1, 'FILE');
      return show(call, procedureBudget(given(call, 0, 'ID'), parseJson(await call.io.read(file), file)));
    },
  },
];
