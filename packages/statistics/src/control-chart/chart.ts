/** What every control chart gives: one or two panels of points with limits, and the process parameters these limits came from. */
import type { ExactScale } from '../sample/exact-scale.ts';
import type { ChartPoint, RunRule, RunRuleId } from './run-rule.ts';
import type { SigmaEstimate } from './sigma-estimate.ts';

export const chartKinds = ['xbar-r', 'xbar-s', 'i-mr', 'ewma', 'cusum', 'p', 'np', 'c', 'u'] as const;
export type ChartKind = (typeof chartKinds)[number];

export type Statistic =
  | 'mean'
  | 'individual'
  | 'range'
  | 'deviation'
  | 'moving-range'
  | 'ewma'
  | 'cusum'
  | 'proportion'
  | 'number'
  | 'count'
  | 'rate';

/** How the numbers of a panel print: a place on the axis of the readings, a length on it, or a number of its own. */
export type Axis = 'place' | 'length' | 'ratio';

export type PanelPoint = ChartPoint & {
  /** The place in the data, from 0; a moving range stands at its later reading. */
  readonly index: number;
  readonly rules: readonly RunRuleId[];
  /** CUSUM: the sum below; `value` is the sum above. */
  readonly below?: number;
};

export type Panel = {
  readonly statistic: Statistic;
  readonly axis: Axis;
  readonly points: readonly PanelPoint[];
  /** Limits differ from point to point: unequal subgroups, or a moving average at its start. */
  readonly varying: boolean;
  readonly applied: readonly RunRule[];
};

/** Where centre and sigma came from. */
export type Basis = 'data' | 'established' | 'stated';

export type Chart = {
  readonly kind: ChartKind;
  readonly panel: Panel;
  readonly spread?: Panel;
  readonly scale: ExactScale;
  readonly basis: { readonly centre: Basis; readonly sigma: Basis };
  /** EWMA and CUSUM: what the sums were formed with; target, k and h in counts of the scale. */
  readonly parameters?: {
    readonly target: number;
    readonly lambda?: number;
    readonly width?: number;
    readonly k?: number;
    readonly h?: number;
  };
  /** Of single readings, in counts of the scale; absent where nothing of the kind was needed or exists (counts). */
  readonly sigma?: SigmaEstimate | { readonly sigma: number };
};
