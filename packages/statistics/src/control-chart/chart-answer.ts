/** What `tongheng chart` answers for machines: numbers as decimal text, no limits but computed ones. */
import { measuredCapability, type CapabilityAnswer } from '../capability-index/measured-capability.ts';
import { printRatio } from '../sample/decimal-text.ts';
import { printLength, printPlace, type ExactScale } from '../sample/exact-scale.ts';
import type { ChartInput } from './chart-input.ts';
import type { Axis, Basis, Chart, ChartKind, Panel, PanelPoint, Statistic } from './chart.ts';
import { controlChart, groupsOf, sigmaWithin } from './control-chart.ts';
import type { RunRuleId, Text } from './run-rule.ts';
import { processOf } from './variables-chart.ts';

export type PointAnswer = {
  readonly value: string;
  readonly rules: readonly RunRuleId[];
  /** The number of its subgroup, from 1, in a moving range, which begins at the second reading. */
  readonly at?: number;
  /** CUSUM: the sum below the target. */
  readonly below?: string;
  /** Where limits differ from point to point. */
  readonly centre?: string;
  readonly lower?: string;
  readonly upper?: string;
};

export type PanelAnswer = {
  readonly statistic: Statistic;
  /** null where points have their own. */
  readonly centre: string | null;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly sigma: string | null;
  readonly points: readonly PointAnswer[];
  readonly appliedRules: readonly RunRuleId[];
};

export type ChartAnswer = PanelAnswer & {
  readonly chart: ChartKind;
  readonly spread: PanelAnswer | null;
  readonly inControl: boolean;
  readonly basis: { readonly centre: Basis; readonly sigma: Basis; readonly source: string | null };
  /** EWMA and CUSUM. */
  readonly parameters: Readonly<Partial<Record<'target' | 'lambda' | 'L' | 'k' | 'h', string>>> | null;
  /** Sigma of single readings. */
  readonly processSigma: string | null;
  readonly capability: CapabilityAnswer | null;
  readonly warnings: readonly Text[];
};

const printers: Readonly<Record<Axis, (value: number, scale: ExactScale) => string>> = {
  place: printPlace,
  length: printLength,
  ratio: printRatio,
};

function panelAnswer({ statistic, axis, points, varying, applied }: Panel, scale: ExactScale): PanelAnswer {
  const print = (value: number): string => printers[axis](value, scale);
  const printSpread = (value: number): string => (axis === 'ratio' ? printRatio(value) : printLength(value, scale));
  const [first] = points;
  const one = varying ? undefined : first;
  const centred = points.every(({ centre }) => centre === first?.centre);
  const answer = (point: PanelPoint): PointAnswer => ({
    value: print(point.value),
    rules: point.rules,
    ...(statistic === 'moving-range' ? { at: point.index + 1 } : {}),
    ...(point.below === undefined ? {} : { below: print(point.below) }),
    ...(varying ? { ...(centred ? {} : { centre: print(point.centre) }), lower: print(point.lower), upper: print(point.upper) } : {}),
  });
  return {
    statistic,
    centre: first !== undefined && centred ? print(first.centre) : null,
    lower: one === undefined ? null : print(one.lower),
    upper: one === undefined ? null : print(one.upper),
    sigma: one === undefined || statistic === 'cusum' ? null : printSpread(one.sigma),
    points: points.map(answer),
    appliedRules: applied.map(({ id }) => id),
  };
}

function parametersOf({ parameters, scale }: Chart): ChartAnswer['parameters'] {
  if (parameters === undefined) return null;
  const { target, lambda, width, k, h } = parameters;
  return {
    target: printPlace(target, scale),
    ...(lambda === undefined ? {} : { lambda: printRatio(lambda) }),
    ...(width === undefined ? {} : { L: printRatio(width) }),
    ...(k === undefined ? {} : { k: printLength(k, scale) }),
    ...(h === undefined ? {} : { h: printLength(h, scale) }),
  };
}

const usualPoints = 20;

function doubts(input: ChartInput, chart: Chart): Text[] {
  const found: Text[] = [...input.warnings];
  const source = input.established ?? input.records;
  if (chart.basis.centre !== 'stated' && source.groups.length < usualPoints)
    found.push([
      `控制限只来自 ${source.groups.length} 个点，少于通常要求的 ${usualPoints} 个，只可作为临时控制限`,
      `the limits rest on ${source.groups.length} points, fewer than the usual ${usualPoints}: take them as provisional`,
    ]);
  if ((chart.basis.centre === 'stated' || chart.basis.sigma === 'stated') && input.source === undefined)
    found.push([
      '目标值或标准差为填写的过程参数，未说明来源（source）',
      'target or sigma was stated as a process parameter without its source',
    ]);
  if (chart.sigma?.sigma === 0 && chart.kind !== 'cusum')
    found.push([
      '子组内没有差异，控制限与中心线重合：请检查分辨力',
      'there is no variation within subgroups and the limits lie on the centre line: look at the resolution',
    ]);
  if (input.established !== undefined) {
    const { established, ...others } = input;
    const before = controlChart({ ...others, records: established });
    const outside = [before.panel, before.spread]
      .flatMap((panel) => panel?.points ?? [])
      .filter(({ rules }) => rules.some((id) => id === 1 || id === 'WE1')).length;
    if (outside > 0)
      found.push([
        `所给的前一阶段数据中有 ${outside} 点在控制限之外：过程尚未受控，其控制限不宜沿用`,
        `${outside} points of the established data lie beyond their own limits: that process was not in control`,
      ]);
  }
  return found;
}

function capabilityOfInput(input: ChartInput, chart: Chart): ReturnType<typeof measuredCapability> | undefined {
  if (input.specification === undefined) return undefined;
  const groups = groupsOf(input.records, chart.scale);
  const { chart: kind } = input;
  const within = kind === 'xbar-r' || kind === 'xbar-s' || kind === 'i-mr' ? processOf(kind, groups).sigma : sigmaWithin(groups);
  return measuredCapability(groups.flat(), within, input.specification, chart.scale, input.level);
}

/** The answer and the chart it was printed from. */
export function chartAnswer(input: ChartInput): { answer: ChartAnswer; chart: Chart } {
  const chart = controlChart(input);
  const capability = capabilityOfInput(input, chart);
  const points = [...chart.panel.points, ...(chart.spread?.points ?? [])];
  return {
    chart,
    answer: {
      chart: input.chart,
      ...panelAnswer(chart.panel, chart.scale),
      spread: chart.spread === undefined ? null : panelAnswer(chart.spread, chart.scale),
      inControl: points.every(({ rules }) => rules.length === 0),
      basis: { ...chart.basis, source: input.source ?? null },
      processSigma: chart.sigma === undefined ? null : printLength(chart.sigma.sigma, chart.scale),
      parameters: parametersOf(chart),
      capability: capability?.answer ?? null,
      warnings: [...doubts(input, chart), ...(capability?.warnings ?? [])],
    },
  };
}
