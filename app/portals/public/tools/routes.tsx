import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Text } from '../../../kernel/text.ts';

export type Tool = {
  readonly path: string;
  readonly title: Text;
  readonly lead: Text;
  readonly page: LazyExoticComponent<ComponentType>;
};

/** The calculators of the public portal. Each loads when it is opened, so that the first view stays small; another one is another entry. */
export const tools: readonly Tool[] = [
  {
    path: '/tools/net-content',
    title: ['净含量计算器', 'Net content'],
    lead: [
      '按 JJF 1070 或 OIML R 87 判定一批定量包装商品：抽样、平均实际含量、单件短缺、标注。',
      'Judge a lot of prepackages by JJF 1070 or OIML R 87: sampling, mean, single units, label.',
    ],
    page: lazy(() => import('./NetContentPage.tsx').then((module) => ({ default: module.NetContentPage }))),
  },
  {
    path: '/tools/control-chart',
    title: ['控制图', 'Control chart'],
    lead: [
      '粘贴数据即得控制图、判异结果与过程能力；控制限由数据计算，不能填写。',
      'Paste readings to get a control chart, the rules that are broken and the capability; limits are computed, never typed in.',
    ],
    page: lazy(() => import('./ControlChartPage.tsx').then((module) => ({ default: module.ControlChartPage }))),
  },
  {
    path: '/tools/uncertainty',
    title: ['测量不确定度评定', 'Measurement uncertainty'],
    lead: [
      '写出测量模型，即时得到不确定度分量，用蒙特卡洛法验证（JCGM 100、101）。',
      'Write the measurement model: the budget follows at once, Monte Carlo validates it (JCGM 100, 101).',
    ],
    page: lazy(() => import('./UncertaintyPage.tsx').then((module) => ({ default: module.UncertaintyPage }))),
  },
  {
    path: '/tools/units',
    title: ['计量单位检查与换算', 'Units of measurement'],
    lead: [
      '检查文字中的非法定计量单位和不规范写法；换算单位，按 GB/T 8170 修约数值。',
      'Check a text for units that are not legal or badly written; convert units, round values after GB/T 8170.',
    ],
    page: lazy(() => import('./UnitsPage.tsx').then((module) => ({ default: module.UnitsPage }))),
  },
];

const ToolsPage = lazy(() => import('./ToolsPage.tsx').then((module) => ({ default: module.ToolsPage })));

/** Every page below /tools with its address. */
export const toolPages: Readonly<Record<string, LazyExoticComponent<ComponentType>>> = Object.fromEntries([
  ['/tools', ToolsPage],
  ...tools.map(({ path, page }) => [path, page] as const),
]);
