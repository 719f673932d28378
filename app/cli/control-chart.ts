import { chartCommand } from '@tongheng/statistics/control-chart/command';
import { gaugeCommand } from '@tongheng/statistics/measurement-system/command';
import type { Command } from './command.ts';
import { fileCommand } from './file-command.ts';

export const controlChartCommands: readonly Command[] = [
  fileCommand(
    'chart',
    ['控制图与过程能力；控制限由数据计算，不能填写', 'control chart and capability; limits are computed, never typed in'],
    chartCommand,
  ),
  fileCommand(
    'gauge',
    [
      '测量系统分析：重复性与再现性、偏倚、线性、稳定性、Cg 与 Cgk',
      'gauge study: repeatability and reproducibility, bias, linearity, stability, Cg',
    ],
    gaugeCommand,
  ),
];
