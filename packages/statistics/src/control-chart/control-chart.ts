/** From the read input to the chart: one exact scale for everything in the unit of the readings, then centre, sigma and limits. */
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf } from '../sample/decimal-text.ts';
import { countOf, exactScale, lengthOf, type ExactScale } from '../sample/exact-scale.ts';
import { attributesChart, rateOf, type AttributesKind, type Counts } from './attributes-chart.ts';
import type { ChartInput, Records } from './chart-input.ts';
import type { Basis, Chart } from './chart.ts';
import { cusumChart } from './cusum-chart.ts';
import { ewmaChart } from './ewma-chart.ts';
import { sigmaFromDeviations, sigmaFromMovingRanges, sum, type SigmaEstimate } from './sigma-estimate.ts';
import { processOf, variablesChart, type Groups, type Judging, type VariablesKind } from './variables-chart.ts';

const usualLambda = 0.2;
const usualWidth = 3;
/** In sigmas of the plotted means (Montgomery, Statistical Quality Control, 9.1). */
const usualCusum = { k: 0.5, h: 5 };

/** Every decimal that stands in the unit of the readings; k and h of a CUSUM only when they do. */
function scaleOf({ records, established, target, sigma, specification, k, h, inSigma }: ChartInput): ExactScale {
  const some = [target, ...records.groups.flat(), ...(established?.groups.flat() ?? []), sigma, specification?.lower, specification?.upper];
  const steps = inSigma ? [] : [k, h];
  return exactScale([...some, ...steps].filter((value): value is Decimal => value !== undefined));
}

/** The readings of each subgroup as counts on the scale. */
export const groupsOf = (records: Records, scale: ExactScale): number[][] =>
  records.groups.map((group) => group.map((reading) => countOf(reading, scale)));

/** Sigma within the subgroups of any records: moving ranges where each point is one reading, standard deviations elsewhere. */
export function sigmaWithin(groups: Groups): SigmaEstimate {
  const several = groups.filter((group) => group.length > 1);
  return several.length > 0 ? sigmaFromDeviations(several) : sigmaFromMovingRanges(groups.flat());
}

function variables(input: ChartInput, judging: Judging): Chart {
  const kind = input.chart as VariablesKind;
  const scale = scaleOf(input);
  const process = processOf(kind, groupsOf(input.established ?? input.records, scale));
  const basis: Basis = input.established === undefined ? 'data' : 'established';
  return {
    kind,
    scale,
    basis: { centre: basis, sigma: basis },
    sigma: process.sigma,
    ...variablesChart(kind, groupsOf(input.records, scale), process, judging),
  };
}

function attributes(input: ChartInput, judging: Judging): Chart {
  const kind = input.chart as AttributesKind;
  const countsOf = ({ groups, sizes }: Records): Counts => ({
    counts: groups.map(([count]) => (count === undefined ? 0 : numberOf(count))),
    sizes: sizes.map(numberOf),
  });
  const basis: Basis = input.established === undefined ? 'data' : 'established';
  return {
    kind,
    scale: exactScale([]),
    basis: { centre: basis, sigma: basis },
    panel: attributesChart(kind, countsOf(input.records), rateOf(countsOf(input.established ?? input.records)), judging),
  };
}

function sequence(input: ChartInput, judging: Judging): Chart {
  const scale = scaleOf(input);
  const groups = groupsOf(input.records, scale);
  const source = input.established === undefined ? groups : groupsOf(input.established, scale);
  const basis: Basis = input.established === undefined ? 'data' : 'established';
  const all = source.flat();
  const target = input.target === undefined ? sum(all) / all.length : countOf(input.target, scale);
  const estimate = sigmaWithin(source);
  const sigma = input.sigma === undefined ? estimate : { sigma: lengthOf(input.sigma, scale) };
  const known = {
    kind: input.chart,
    scale,
    basis: { centre: input.target === undefined ? basis : 'stated', sigma: input.sigma === undefined ? basis : 'stated' },
  } as const;
  if (input.chart === 'ewma') return { ...known, sigma, ...ewma(input, groups, target, sigma.sigma, judging) };
  const sums = cusum(input, groups, scale, target, sigma.sigma, judging);
  return { ...known, ...(countsInSigma(input) || input.sigma !== undefined ? { sigma } : {}), ...sums };
}

type Summed = Required<Pick<Chart, 'panel' | 'parameters'>>;

/** Whether sigma takes part in a CUSUM; with k and h in the unit of the readings it does not. */
const countsInSigma = ({ inSigma, k, h }: ChartInput): boolean => inSigma || k === undefined || h === undefined;

const isUnequal = (groups: Groups): boolean => groups.some((group) => group.length !== groups[0]?.length);

function ewma(input: ChartInput, groups: Groups, target: number, sigma: number, judging: Judging): Summed {
  if (input.ewmaLimits === 'asymptotic' && isUnequal(groups))
    throw new InvalidInput('ewmaLimits', [
      '子组大小不等时没有渐近控制限，请用 "time-varying"',
      'there are no asymptotic limits for unequal subgroups; use "time-varying"',
    ]);
  const lambda = input.lambda === undefined ? usualLambda : numberOf(input.lambda);
  const width = input.width === undefined ? usualWidth : numberOf(input.width);
  return {
    parameters: { target, lambda, width },
    panel: ewmaChart(groups, { target, sigma, lambda, width, limits: input.ewmaLimits }, judging),
  };
}

function cusum(input: ChartInput, groups: Groups, scale: ExactScale, target: number, sigma: number, judging: Judging): Summed {
  const { k, h, inSigma } = input;
  const usesSigma = countsInSigma(input);
  if (usesSigma && isUnequal(groups))
    throw new InvalidInput('in', [
      '子组大小不等时 k 与 h 须以读数单位给出',
      'with unequal subgroups k and h are given in the unit of the readings',
    ]);
  const ofMean = sigma / Math.sqrt(groups[0]?.length ?? 1);
  if (usesSigma && !(ofMean > 0))
    throw new InvalidInput('data', [
      '数据没有差异，无法以标准差计 k 与 h',
      'the data do not differ, so k and h cannot be counted in sigmas',
    ]);
  const step = (value: Decimal | undefined, usual: number): number =>
    value === undefined ? usual * ofMean : inSigma ? numberOf(value) * ofMean : lengthOf(value, scale);
  const parameters = { target, k: step(k, usualCusum.k), h: step(h, usualCusum.h) };
  return { parameters, panel: cusumChart(groups, parameters, judging) };
}

/**
 * The chart of a read input; what cannot be computed is thrown as InvalidInput.
 * @example controlChart(readChartInput({ chart: 'c', data: [3, 5, 4] })).panel.points[0].centre // 4
 */
export function controlChart(input: ChartInput): Chart {
  const judging: Judging = { ruleSet: input.ruleSet, ...(input.rules === undefined ? {} : { rules: input.rules }) };
  if (input.chart === 'ewma' || input.chart === 'cusum') return sequence(input, judging);
  if (input.chart === 'xbar-r' || input.chart === 'xbar-s' || input.chart === 'i-mr') return variables(input, judging);
  return attributes(input, judging);
}
