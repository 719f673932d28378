import { chartCommand } from '@tongheng/statistics/control-chart/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const controlChartCommands: readonly Command[] = [
  fileCommand(
    'chart',
    ['控制图与过程能力；控制限由数据计算，不能填写', 'control chart and capability; limits are computed, never typed in'],
    chartCommand,
  ),
];
