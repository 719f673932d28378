import { conformityCommand } from '@tongheng/uncertainty/conformity/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const conformityCommands: readonly Command[] = [
  fileCommand(
    'conformity',
    ['按 JCGM 106 判定符合性：合格概率、风险、接受区间', 'decide conformity by JCGM 106: probability, risks, acceptance interval'],
    conformityCommand,
  ),
];
