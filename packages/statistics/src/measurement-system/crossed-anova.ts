/**
 * Analysis of variance of a crossed gauge study: every operator measures every part equally often (AIAG, Measurement Systems Analysis,
 * 4th edition, appendix A). Both factors are random. Balanced by construction: values[part][operator][trial].
 */
import { fisherUpper } from '@tongheng/uncertainty/distribution/fisher';
import { mean } from '../control-chart/sigma-estimate.ts';

export type CrossedValues = readonly (readonly (readonly number[])[])[];

export type AnovaLine = { readonly dof: number; readonly sumOfSquares: number; readonly meanSquare: number };
export type TestedLine = AnovaLine & { readonly f: number | null; readonly p: number | null };

export type CrossedAnova = {
  readonly parts: number;
  readonly operators: number;
  readonly trials: number;
  readonly part: TestedLine;
  readonly operator: TestedLine;
  readonly interaction: TestedLine;
  readonly repeatability: AnovaLine;
  readonly total: { readonly dof: number; readonly sumOfSquares: number };
};

const line = (sumOfSquares: number, dof: number): AnovaLine => ({ dof, sumOfSquares, meanSquare: sumOfSquares / dof });

/** F against another mean square; no test where that is 0. */
export function tested(of: AnovaLine, against: AnovaLine): TestedLine {
  if (!(against.meanSquare > 0)) return { ...of, f: null, p: null };
  const f = of.meanSquare / against.meanSquare;
  return { ...of, f, p: fisherUpper(f, of.dof, against.dof) };
}

const squares = (values: readonly number[], about: number): number =>
  values.reduce((sum, value) => sum + (value - about) * (value - about), 0);

/**
 * The table with interaction: parts and operators against the interaction, the interaction against repeatability.
 * At least two parts, operators and trials. @example crossedAnova([[[1, 2], [1, 1]], [[4, 4], [5, 4]]]).total.dof // 7
 */
export function crossedAnova(values: CrossedValues): CrossedAnova {
  const [parts, operators, trials] = [values.length, values[0]?.length ?? 0, values[0]?.[0]?.length ?? 0];
  const cells = values.map((part) => part.map(mean));
  const partMeans = cells.map(mean);
  const operatorMeans = (cells[0] ?? []).map((_, operator) => mean(cells.map((part) => part[operator] ?? 0)));
  const grand = mean(partMeans);
  const interaction = cells.flatMap((part, row) =>
    part.map((cell, column) => cell - (partMeans[row] ?? 0) - (operatorMeans[column] ?? 0) + grand),
  );
  const within = values.flatMap((part, row) => part.map((cell, column) => squares(cell, cells[row]?.[column] ?? 0)));
  const lines = {
    part: line(operators * trials * squares(partMeans, grand), parts - 1),
    operator: line(parts * trials * squares(operatorMeans, grand), operators - 1),
    interaction: line(trials * squares(interaction, 0), (parts - 1) * (operators - 1)),
    repeatability: line(
      within.reduce((sum, one) => sum + one, 0),
      parts * operators * (trials - 1),
    ),
  };
  return {
    parts,
    operators,
    trials,
    part: tested(lines.part, lines.interaction),
    operator: tested(lines.operator, lines.interaction),
    interaction: tested(lines.interaction, lines.repeatability),
    repeatability: lines.repeatability,
    total: { dof: parts * operators * trials - 1, sumOfSquares: squares(values.flat(2), grand) },
  };
}
