import { netContentCommand } from '@tongheng/statistics/net-content/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const netContentCommands: readonly Command[] = [
  fileCommand(
    'netcontent',
    ['按 JJF 1070 或 OIML R 87 检验定量包装商品净含量', 'inspect the net content of prepackages by JJF 1070 or OIML R 87'],
    netContentCommand,
  ),
];
