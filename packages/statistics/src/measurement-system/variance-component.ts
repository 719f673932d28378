/**
 * Variance components of a crossed gauge study from its mean squares, with interaction or with the interaction pooled into repeatability
 * (AIAG, Measurement Systems Analysis, 4th edition, appendix A). A negative estimate is set to 0 and named; limits are those of
 * mean-square-interval.ts.
 */
import { tested, type CrossedAnova, type TestedLine } from './crossed-anova.ts';
import { combinationInterval, combinationOf, ratioInterval, type MeanSquareTerm } from './mean-square-interval.ts';

export const sourceNames = ['gauge', 'repeatability', 'reproducibility', 'operator', 'interaction', 'part', 'total'] as const;
export type SourceName = (typeof sourceNames)[number];

export type Component = {
  readonly variance: number;
  readonly interval: readonly [number, number];
  /** The estimate was negative before it was set to 0. */
  readonly wasNegative: boolean;
};

export type Components = {
  readonly pooled: boolean;
  /** The table that the components rest on. */
  readonly part: TestedLine;
  readonly operator: TestedLine;
  readonly interaction: TestedLine | null;
  readonly repeatability: { readonly dof: number; readonly sumOfSquares: number; readonly meanSquare: number };
  readonly sources: Readonly<Partial<Record<SourceName, Component>>> & Readonly<Record<Exclude<SourceName, 'interaction'>, Component>>;
  /** Part variance over gauge variance. */
  readonly ratio: { readonly value: number; readonly interval: readonly [number, number] };
};

type Coefficients = readonly [part: number, operator: number, interaction: number, repeatability: number];

/** Coefficients of the mean squares (part, operator, interaction, repeatability) in each component. */
function withInteraction({ parts: p, operators: o, trials: r }: CrossedAnova): Record<SourceName, Coefficients> {
  return {
    part: [1 / (o * r), 0, -1 / (o * r), 0],
    operator: [0, 1 / (p * r), -1 / (p * r), 0],
    interaction: [0, 0, 1 / r, -1 / r],
    repeatability: [0, 0, 0, 1],
    reproducibility: [0, 1 / (p * r), (p - 1) / (p * r), -1 / r],
    gauge: [0, 1 / (p * r), (p - 1) / (p * r), (r - 1) / r],
    total: [1 / (o * r), 1 / (p * r), (o * p - o - p) / (p * o * r), (r - 1) / r],
  };
}

/** The same without interaction; its mean square is pooled into the last. */
function withoutInteraction({ parts: p, operators: o, trials: r }: CrossedAnova): Record<SourceName, Coefficients> {
  return {
    part: [1 / (o * r), 0, 0, -1 / (o * r)],
    operator: [0, 1 / (p * r), 0, -1 / (p * r)],
    interaction: [0, 0, 0, 0],
    repeatability: [0, 0, 0, 1],
    reproducibility: [0, 1 / (p * r), 0, -1 / (p * r)],
    gauge: [0, 1 / (p * r), 0, 1 - 1 / (p * r)],
    total: [1 / (o * r), 1 / (p * r), 0, 1 - 1 / (p * r) - 1 / (o * r)],
  };
}

/**
 * @param poolAbove the interaction is pooled when its p-value is greater; 1 never pools
 * @param level confidence level of the limits
 */
export function componentsOf(anova: CrossedAnova, poolAbove: number, level: number): Components {
  const pooled = anova.interaction.p !== null && anova.interaction.p > poolAbove;
  const { interaction, repeatability } = anova;
  const sumOfSquares = interaction.sumOfSquares + repeatability.sumOfSquares;
  const dof = interaction.dof + repeatability.dof;
  const error = pooled ? { dof, sumOfSquares, meanSquare: sumOfSquares / dof } : repeatability;
  const [part, operator] = pooled ? [tested(anova.part, error), tested(anova.operator, error)] : [anova.part, anova.operator];
  const coefficients = pooled ? withoutInteraction(anova) : withInteraction(anova);
  const terms = (of: SourceName): MeanSquareTerm[] =>
    [part, operator, interaction, error].map((line, index) => ({ ...line, coefficient: coefficients[of][index] ?? 0 }));
  return {
    pooled,
    part,
    operator,
    interaction: pooled ? null : interaction,
    repeatability: error,
    sources: sourcesOf(terms, pooled, level),
    ratio: ratioOf(terms, pooled, level),
  };
}

/** The elementary components are cut at 0 first; sums are sums of what was kept. */
function estimates(terms: (of: SourceName) => MeanSquareTerm[], pooled: boolean): Record<SourceName, number> {
  const kept = (of: SourceName): number => Math.max(0, combinationOf(terms(of)));
  const [repeatability, operator, part] = [kept('repeatability'), kept('operator'), kept('part')];
  const interaction = pooled ? 0 : kept('interaction');
  const reproducibility = operator + interaction;
  const gauge = repeatability + reproducibility;
  return { repeatability, operator, interaction, part, reproducibility, gauge, total: gauge + part };
}

function sourcesOf(terms: (of: SourceName) => MeanSquareTerm[], pooled: boolean, level: number): Components['sources'] {
  const kept = estimates(terms, pooled);
  const component = (of: SourceName): Component => {
    const [low, high] = combinationInterval(terms(of), level);
    return { variance: kept[of], interval: [Math.max(0, low), Math.max(0, high)], wasNegative: combinationOf(terms(of)) < 0 };
  };
  return {
    gauge: component('gauge'),
    repeatability: component('repeatability'),
    reproducibility: component('reproducibility'),
    operator: component('operator'),
    ...(pooled ? {} : { interaction: component('interaction') }),
    part: component('part'),
    total: component('total'),
  };
}

function ratioOf(terms: (of: SourceName) => MeanSquareTerm[], pooled: boolean, level: number): Components['ratio'] {
  const { part, gauge } = estimates(terms, pooled);
  return { value: gauge > 0 ? part / gauge : Number.POSITIVE_INFINITY, interval: ratioInterval(terms('part'), terms('gauge'), level) };
}
