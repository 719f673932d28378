/**
 * Charts of measured values: mean and range, mean and standard deviation (subgroups of unequal size too), single values and moving
 * range (ISO 7870-2:2013 clauses 6 and 7; GB/T 17989.2-2020). Three-sigma limits from a centre and a sigma that come from the data
 * themselves or from an established set of data; there is no way to pass a limit. All numbers are counts of one exact scale.
 */
import { c4 } from './chart-constants.ts';
import type { Panel } from './chart.ts';
import { panelOf } from './panel.ts';
import { rangeMoments } from './range-distribution.ts';
import { rulesFor, type RuleSet } from './rule-choice.ts';
import type { RunRuleId } from './run-rule.ts';
import {
  deviationOf,
  mean,
  movingRanges,
  rangeOf,
  sigmaFromDeviations,
  sigmaFromMovingRanges,
  sigmaFromRanges,
  sum,
  type SigmaEstimate,
} from './sigma-estimate.ts';

export type VariablesKind = 'xbar-r' | 'xbar-s' | 'i-mr';
export type Groups = readonly (readonly number[])[];
export type Process = { readonly centre: number; readonly sigma: SigmaEstimate };
export type Judging = { readonly ruleSet: RuleSet; readonly rules?: readonly RunRuleId[] };

/** Centre (the mean of all readings) and sigma within subgroups. */
export function processOf(kind: VariablesKind, groups: Groups): Process {
  const all = groups.flat();
  const centre = sum(all) / all.length;
  if (kind === 'i-mr') return { centre, sigma: sigmaFromMovingRanges(all) };
  if (kind === 'xbar-s') return { centre, sigma: sigmaFromDeviations(groups) };
  return { centre, sigma: sigmaFromRanges(groups, groups[0]?.length ?? 0) };
}

type Limits = { readonly centre: number; readonly sigma: number; readonly lower: number; readonly upper: number };
const about = (centre: number, sigma: number): Limits => ({ centre, sigma, lower: centre - 3 * sigma, upper: centre + 3 * sigma });
/** A spread is never below 0. */
const notBelowZero = (limits: Limits): Limits => ({ ...limits, lower: Math.max(0, limits.lower) });

/**
 * The two panels. Groups of one reading for `i-mr`, of one size from 2 to 100 for `xbar-r`, of 2 or more for `xbar-s`.
 * @example variablesChart('i-mr', groups, processOf('i-mr', groups), { ruleSet: 'nelson' }).panel.points.length // one for each group
 */
export function variablesChart(kind: VariablesKind, groups: Groups, process: Process, judging: Judging): { panel: Panel; spread: Panel } {
  const { centre } = process;
  const { sigma } = process.sigma;
  const rules = (statistic: Panel['statistic']) => rulesFor(statistic, judging.ruleSet, judging.rules);
  const panel = panelOf(
    kind === 'i-mr' ? 'individual' : 'mean',
    'place',
    groups.map((group) => ({ value: mean(group), ...about(centre, sigma / Math.sqrt(group.length)) })),
    rules(kind === 'i-mr' ? 'individual' : 'mean'),
  );
  return { panel, spread: spreadPanel(kind, groups, sigma, rules) };
}

function spreadPanel(kind: VariablesKind, groups: Groups, sigma: number, rules: (of: Panel['statistic']) => Panel['applied']): Panel {
  if (kind === 'xbar-s') {
    const limits = (n: number): Limits => notBelowZero(about(c4(n) * sigma, Math.sqrt(1 - c4(n) * c4(n)) * sigma));
    const points = groups.map((group) => ({ value: deviationOf(group), ...limits(group.length) }));
    return panelOf('deviation', 'length', points, rules('deviation'));
  }
  const { d2, d3 } = rangeMoments(kind === 'i-mr' ? 2 : (groups[0]?.length ?? 0));
  const limits = notBelowZero(about(d2 * sigma, d3 * sigma));
  if (kind === 'xbar-r') {
    const points = groups.map((group) => ({ value: rangeOf(group), ...limits }));
    return panelOf('range', 'length', points, rules('range'));
  }
  const points = movingRanges(groups.map(([value = 0]) => value)).map((value, index) => ({ value, index: index + 1, ...limits }));
  return panelOf('moving-range', 'length', points, rules('moving-range'));
}
