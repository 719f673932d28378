/**
 * Repeatability and reproducibility of a gauge by analysis of variance (AIAG, Measurement Systems Analysis, 4th edition, chapter III B
 * and appendix A). Study variation is six standard deviations, the number of distinct categories is 1.41 · part / gauge rounded down.
 * Numbers are counts of one exact scale; confidence limits see mean-square-interval.ts.
 */
import type { Text } from '../control-chart/run-rule.ts';
import { crossedAnova, type CrossedAnova, type CrossedValues } from './crossed-anova.ts';
import { componentsOf, sourceNames, type Components, type SourceName } from './variance-component.ts';

/** AIAG MSA 4th edition, chapter III B: guidelines, which a customer may set otherwise. */
export const gaugeConvention = {
  source: 'AIAG, Measurement Systems Analysis, 4th edition (2010), chapters II D and III B',
  confidence: 'M',
  confirmed: false,
  studySpread: 6,
  categoryFactor: 1.41,
  acceptableBelow: 10,
  unacceptableAbove: 30,
  leastCategories: 5,
  /** The interaction is pooled when its p-value is greater; 0.05 is as common, and the manual's own example is pooled by both. */
  poolAbove: 0.25,
} as const;

export type Verdict = 'acceptable' | 'conditional' | 'unacceptable';

/**
 * The verdict on a share of study variation or tolerance, in percent (AIAG MSA, 4th edition, chapter II D: below 10, to 30, above).
 * @example verdictOf(30) // 'conditional'
 */
export function verdictOf(percent: number): Verdict {
  if (percent < gaugeConvention.acceptableBelow) return 'acceptable';
  return percent <= gaugeConvention.unacceptableAbove ? 'conditional' : 'unacceptable';
}

type Range = readonly [lower: number, upper: number];

export type SourceLine = {
  readonly source: SourceName;
  readonly variance: number;
  readonly varianceInterval: Range;
  readonly deviation: number;
  readonly deviationInterval: Range;
  /** Percent of the total variance; null where there is no variation at all. */
  readonly contribution: number | null;
  /** Percent of the total standard deviation. */
  readonly study: number | null;
  /** Percent of the tolerance; null without one. */
  readonly tolerance: number | null;
};

export type GaugeStudy = {
  readonly anova: CrossedAnova;
  readonly components: Components;
  readonly sources: readonly SourceLine[];
  readonly studyInterval: Range | null;
  readonly categories: number | null;
  readonly categoriesInterval: readonly [number, number | null] | null;
  readonly notes: readonly Text[];
};

const negative = (name: string, zh: string): Text => [
  `${zh}的方差分量估计为负，按 0 计`,
  `the estimate of the variance of ${name} was negative and is taken as 0`,
];

const named: Readonly<Record<SourceName, Text>> = {
  gauge: ['测量系统', 'gauge'],
  repeatability: ['重复性', 'repeatability'],
  reproducibility: ['再现性', 'reproducibility'],
  operator: ['操作者', 'operators'],
  interaction: ['交互作用', 'interaction'],
  part: ['零件', 'parts'],
  total: ['总变差', 'total'],
};
export const sourceTexts = named;

/** Percent that the gauge has of the study, from the ratio of part to gauge variance. */
const percentOf = (ratio: number): number => (ratio === Number.POSITIVE_INFINITY ? 0 : 100 * Math.sqrt(1 / (1 + ratio)));
const categoriesOf = (ratio: number): number => Math.floor(gaugeConvention.categoryFactor * Math.sqrt(ratio) + 1e-9);

function lines({ sources }: Components, tolerance: number | undefined): SourceLine[] {
  const total = sources.total.variance;
  return sourceNames.flatMap((source) => {
    const component = sources[source];
    if (component === undefined) return [];
    const deviation = Math.sqrt(component.variance);
    return [
      {
        source,
        variance: component.variance,
        varianceInterval: component.interval,
        deviation,
        deviationInterval: [Math.sqrt(component.interval[0]), Math.sqrt(component.interval[1])] as const,
        contribution: total > 0 ? (100 * component.variance) / total : null,
        study: total > 0 ? 100 * Math.sqrt(component.variance / total) : null,
        tolerance: tolerance === undefined ? null : (100 * gaugeConvention.studySpread * deviation) / tolerance,
      },
    ];
  });
}

/**
 * @param values values[part][operator][trial], balanced, at least two of each
 * @param poolAbove the interaction is pooled when its p-value is greater; 1 never pools
 * @param level confidence level
 * @param tolerance upper minus lower limit of the product, greater than 0, in the unit of the values
 */
export function gaugeStudy(values: CrossedValues, poolAbove: number, level: number, tolerance?: number): GaugeStudy {
  const anova = crossedAnova(values);
  const components = componentsOf(anova, poolAbove, level);
  const { ratio, sources } = components;
  const varies = sources.total.variance > 0;
  const [low, high] = ratio.interval;
  return {
    anova,
    components,
    sources: lines(components, tolerance),
    studyInterval: varies ? [percentOf(high), percentOf(low)] : null,
    categories: varies && ratio.value < Number.POSITIVE_INFINITY ? categoriesOf(ratio.value) : null,
    categoriesInterval: varies ? [categoriesOf(low), high === Number.POSITIVE_INFINITY ? null : categoriesOf(high)] : null,
    notes: (['operator', 'interaction', 'part'] as const)
      .filter((name) => sources[name]?.wasNegative === true)
      .map((name) => negative(named[name][1], named[name][0])),
  };
}
