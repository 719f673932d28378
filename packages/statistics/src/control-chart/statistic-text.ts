/** The words of charts and statistics in both languages. */
import type { ChartKind, Statistic } from './chart.ts';
import type { Text } from './run-rule.ts';

export const chartTexts: Readonly<Record<ChartKind, Text>> = {
  'xbar-r': ['均值—极差控制图', 'Mean and range chart'],
  'xbar-s': ['均值—标准差控制图', 'Mean and standard deviation chart'],
  'i-mr': ['单值—移动极差控制图', 'Individuals and moving range chart'],
  ewma: ['指数加权移动平均控制图', 'Exponentially weighted moving average chart'],
  cusum: ['累积和控制图', 'Cumulative sum chart'],
  p: ['不合格品率控制图', 'Proportion nonconforming chart'],
  np: ['不合格品数控制图', 'Number nonconforming chart'],
  c: ['不合格数控制图', 'Nonconformities chart'],
  u: ['单位不合格数控制图', 'Nonconformities for each unit chart'],
};

export const statisticTexts: Readonly<Record<Statistic, Text>> = {
  mean: ['均值', 'mean'],
  individual: ['单值', 'single reading'],
  range: ['极差', 'range'],
  deviation: ['标准差', 'standard deviation'],
  'moving-range': ['移动极差', 'moving range'],
  ewma: ['加权移动平均', 'moving average'],
  cusum: ['累积和', 'cumulative sum'],
  proportion: ['不合格品率', 'proportion'],
  number: ['不合格品数', 'number nonconforming'],
  count: ['不合格数', 'nonconformities'],
  rate: ['单位不合格数', 'rate'],
};
