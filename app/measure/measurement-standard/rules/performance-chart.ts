/** Control charts of a series of performance tests: every limit comes from the engine, none can be typed. */
import { parse, print } from '@tongheng/quantity/decimal';
import { roundTo } from '@tongheng/quantity/rounding';
import { chartAnswer, type ChartAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import { readChartInput } from '@tongheng/statistics/control-chart/chart-input';
import { runRule } from '@tongheng/statistics/control-chart/run-rule';
import type { Text } from '../../../kernel/text.ts';
import type { Earlier, PerformanceAnswer } from './performance-answer.ts';
import { figure, meanOf, needed } from './performance-verdict.ts';

/** Groups below which nothing is judged; the engine calls limits from fewer than 20 provisional (GB/T 17989.2-2020). */
const fewestForChart = 4;

/** The chart of groups of readings: x̄-s where every group has two or more, single values otherwise. Limits are the engine's. */
export function chartOf(groups: readonly (readonly string[])[]): ChartAnswer | null {
  if (groups.length < 2) return null;
  const areGroups = groups.every((group) => group.length > 1);
  return chartAnswer(
    readChartInput(
      areGroups
        ? { chart: 'xbar-s', data: groups }
        : { chart: 'i-mr', data: groups.map((group) => (group.length === 1 ? (group[0] ?? '') : meanOf(group))) },
    ),
  ).answer;
}

export function judgeByChart(
  clause: Text,
  test: { readonly groups: readonly { readonly readings: readonly string[] }[] },
  earlier: readonly Earlier[],
): PerformanceAnswer {
  const [current] = test.groups;
  if (current === undefined || current.readings.length === 0)
    throw needed('groups', '缺少本次读数', 'the readings of this test are missing');
  const groups = [...earlier.flatMap((one) => one.groups), ...test.groups.map(({ readings }) => readings)];
  const mean = meanOf(current.readings);
  const means = test.groups.map(({ readings }) => meanOf(readings));
  if (groups.length < fewestForChart) {
    return {
      verdict: 'unjudged',
      value: mean,
      limit: null,
      relation: null,
      figures: [figure('x̄', ['平均值', 'Mean'], mean), figure('m', ['已有组数', 'Groups so far'], String(groups.length))],
      sentences: [
        [
          `控制图只有 ${groups.length} 组，少于 ${fewestForChart} 组，暂不判定。`,
          `The chart has ${groups.length} groups, fewer than ${fewestForChart}: not judged yet.`,
        ],
      ],
      clause,
      confidence: 'M',
      means,
    };
  }
  const chart = chartOf(groups);
  if (chart === null) throw new RangeError('four groups have a chart');
  const last = chart.points[chart.points.length - 1];
  const spread = chart.spread?.points[chart.spread.points.length - 1];
  const rules = [...new Set([...(last?.rules ?? []), ...(spread?.rules ?? [])])];
  // Three decimals more than the readings: rounded for print only, the rules looked at the engine's own numbers.
  const scale = Math.max(...current.readings.map((reading) => parse(reading).scale)) + 3;
  const printed = (text: string | null | undefined): string =>
    text === null || text === undefined ? '' : print(roundTo(parse(text, { exponent: true }), { digits: 1n, scale }));
  const limits = `${printed(last?.lower ?? chart.lower)} … ${printed(last?.upper ?? chart.upper)}`;
  return {
    verdict: rules.length === 0 ? 'pass' : 'fail',
    value: mean,
    limit: limits,
    relation: null,
    figures: [
      figure('x̄', ['本次平均值', 'Mean of this test'], mean),
      figure('CL', ['中心线', 'Centre line'], printed(last?.centre ?? chart.centre)),
      figure('LCL … UCL', ['控制限', 'Control limits'], limits),
      figure('m', ['组数', 'Groups'], String(groups.length)),
    ],
    sentences: [
      ...(rules.length === 0
        ? ([['本次落在控制限之内，没有异常排列，符合要求。', 'This point lies within the limits and makes no pattern: met.']] as const)
        : rules.map((id): Text => {
            const { text, meaning } = runRule(id);
            return [`判异准则 ${id}：${text[0]}（${meaning[0]}），不符合。`, `Rule ${id}: ${text[1]} (${meaning[1]}): not met.`];
          })),
      ...chart.warnings,
    ],
    clause,
    confidence: 'M',
    means,
  };
}
