import { readFile } from 'node:fs/promises';
import { planFile } from '../steer/plan/service/city-plan.ts';
import { inLanguage } from '../kernel/text.ts';
import { planCheck } from '../steer/plan/command.ts';
import type { Command } from './command.ts';

export const planCommands: readonly Command[] = [
  {
    name: 'plan check',
    usage: 'plan check [FILE]',
    summary: ['检查规划文件自身是否一致', 'check whether a plan document agrees with itself'],
    async run({ positionals, json, language, io }) {
      const [file] = positionals;
      const { exitCode, answer, text } = planCheck(file === undefined ? undefined : await io.read(file), await readFile(planFile, 'utf8'));
      if (json && answer !== null) io.out(JSON.stringify(answer, null, 2));
      else (exitCode === 2 ? io.error : io.out)(inLanguage(text, language));
      return exitCode;
    },
  },
];
