import { proficiency } from '@tongheng/statistics/proficiency/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const proficiencyCommands: readonly Command[] = [
  fileCommand(
    'proficiency',
    [
      '能力验证与比对：稳健统计、比分数、均匀性与稳定性、加权平均、离群值检验',
      'proficiency tests and comparisons: robust statistics, scores, homogeneity, weighted mean, outliers',
    ],
    proficiency,
  ),
];
