/** The answer of a gauge study with several operators: table of variances, components, percentages, categories. */
import { printRatio } from '../sample/decimal-text.ts';
import { exactScale, countOf, lengthOf, printLength, type ExactScale } from '../sample/exact-scale.ts';
import type { Text } from '../control-chart/run-rule.ts';
import type { AnovaLine, TestedLine } from './crossed-anova.ts';
import { gaugeConvention, gaugeStudy, verdictOf, type GaugeStudy, type SourceLine, type Verdict } from './gauge-study.ts';
import type { StudyInput } from './study-input.ts';
import type { SourceName } from './variance-component.ts';

export type AnovaRow = {
  readonly source: 'part' | 'operator' | 'interaction' | 'repeatability' | 'total';
  readonly dof: number;
  readonly SS: string;
  readonly MS: string | null;
  readonly F: string | null;
  readonly p: string | null;
};

export type SourceRow = {
  readonly source: SourceName;
  readonly variance: string;
  readonly varianceInterval: readonly [string, string];
  readonly sd: string;
  readonly sdInterval: readonly [string, string];
  readonly contribution: string | null;
  readonly study: string | null;
  readonly tolerance: string | null;
};

export type GaugeAnswer = {
  readonly study: 'grr';
  readonly parts: number;
  readonly operators: number;
  readonly trials: number;
  /** With the interaction, as tested before any pooling. */
  readonly anova: readonly AnovaRow[];
  readonly pooled: boolean;
  readonly poolAbove: string;
  /** The table that the components rest on when the interaction was pooled. */
  readonly pooledAnova: readonly AnovaRow[] | null;
  readonly sources: readonly SourceRow[];
  /** Percent of study variation of the gauge, with its interval. */
  readonly percentStudy: string | null;
  readonly percentStudyInterval: readonly [string, string] | null;
  readonly percentTolerance: string | null;
  readonly ndc: number | null;
  readonly ndcInterval: readonly [number, number | null] | null;
  readonly verdict: Verdict | null;
  readonly level: string;
  readonly convention: typeof gaugeConvention;
  readonly warnings: readonly Text[];
};

const orNull = (value: number | null): string | null => (value === null ? null : printRatio(value));

/** A square of counts as text in the squared unit. */
const printSquare = (value: number, { origin, decimals }: ExactScale): string => printLength(value, { origin, decimals: 2 * decimals });

function rowOf(source: AnovaRow['source'], line: AnovaLine | TestedLine, scale: ExactScale): AnovaRow {
  const { dof, sumOfSquares, meanSquare } = line;
  const [f, p] = 'f' in line ? [line.f, line.p] : [null, null];
  return { source, dof, SS: printSquare(sumOfSquares, scale), MS: printSquare(meanSquare, scale), F: orNull(f), p: orNull(p) };
}

function tables({ anova, components }: GaugeStudy, scale: ExactScale): Pick<GaugeAnswer, 'anova' | 'pooledAnova'> {
  const total: AnovaRow = {
    source: 'total',
    dof: anova.total.dof,
    SS: printSquare(anova.total.sumOfSquares, scale),
    MS: null,
    F: null,
    p: null,
  };
  const row = (source: AnovaRow['source'], line: AnovaLine | TestedLine): AnovaRow => rowOf(source, line, scale);
  return {
    anova: [
      row('part', anova.part),
      row('operator', anova.operator),
      row('interaction', anova.interaction),
      row('repeatability', anova.repeatability),
      total,
    ],
    pooledAnova: components.pooled
      ? [row('part', components.part), row('operator', components.operator), row('repeatability', components.repeatability), total]
      : null,
  };
}

function sourceRow(line: SourceLine, scale: ExactScale): SourceRow {
  const [low, high] = line.varianceInterval;
  const [narrow, wide] = line.deviationInterval;
  return {
    source: line.source,
    variance: printSquare(line.variance, scale),
    varianceInterval: [printSquare(low, scale), printSquare(high, scale)],
    sd: printLength(line.deviation, scale),
    sdInterval: [printLength(narrow, scale), printLength(wide, scale)],
    contribution: orNull(line.contribution),
    study: orNull(line.study),
    tolerance: orNull(line.tolerance),
  };
}

function doubts({ notes, anova, sources, categories }: GaugeStudy): Text[] {
  const found: Text[] = [...notes];
  if (anova.parts < 10 || anova.operators < 3)
    found.push([
      `${anova.parts} 个零件、${anova.operators} 名操作者：手册建议 10 个零件、3 名操作者，区间因此较宽`,
      `${anova.parts} parts and ${anova.operators} operators: the manual asks for 10 and 3, and the intervals are wide`,
    ]);
  if (sources.every(({ variance }) => variance === 0))
    found.push(['读数没有差异：请检查分辨力', 'the readings do not differ: look at the resolution']);
  else if (categories !== null && categories < gaugeConvention.leastCategories)
    found.push([
      `可区分类别数 ${categories} 小于 ${gaugeConvention.leastCategories}：测量系统不足以区分零件`,
      `${categories} distinct categories, fewer than ${gaugeConvention.leastCategories}: the gauge does not tell parts apart well enough`,
    ]);
  return found;
}

/**
 * Values are by part, operator and repetition, with `tolerance` in their unit; `poolAbove` is the p-value of the interaction above which
 * it is pooled, `level` the confidence level of the intervals. Numbers of the answer are decimal text.
 */
export function gaugeAnswer({ values, tolerance, poolAbove, level }: Extract<StudyInput, { study: 'grr' }>): GaugeAnswer {
  const scale = exactScale([...values.flat(2), ...(tolerance === undefined ? [] : [tolerance])]);
  const counted = values.map((row) => row.map((cell) => cell.map((value) => countOf(value, scale))));
  const study = gaugeStudy(counted, poolAbove, level, tolerance === undefined ? undefined : lengthOf(tolerance, scale));
  const gauge = study.sources.find(({ source }) => source === 'gauge');
  const { parts, operators, trials } = study.anova;
  const interval = study.studyInterval;
  return {
    study: 'grr',
    parts,
    operators,
    trials,
    ...tables(study, scale),
    pooled: study.components.pooled,
    poolAbove: printRatio(poolAbove),
    sources: study.sources.map((line) => sourceRow(line, scale)),
    percentStudy: orNull(gauge?.study ?? null),
    percentStudyInterval: interval === null ? null : [printRatio(interval[0]), printRatio(interval[1])],
    percentTolerance: orNull(gauge?.tolerance ?? null),
    ndc: study.categories,
    ndcInterval: study.categoriesInterval,
    verdict: gauge?.study === null || gauge === undefined ? null : verdictOf(gauge.study),
    level: printRatio(level),
    convention: gaugeConvention,
    warnings: doubts(study),
  };
}
