import { regressionCommand } from '@tongheng/uncertainty/regression/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const regressionCommands: readonly Command[] = [
  fileCommand(
    'regression',
    ['拟合校准曲线并给出预测值及其不确定度', 'fit a calibration curve; predictions with their uncertainty'],
    regressionCommand,
  ),
];
