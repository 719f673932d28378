/** Sets of correlated elementary quantities: checked, split into the parts that hang together, sorted by identifier. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { cholesky } from '../matrix/cholesky.ts';
import type { Definition, Group, Influence } from './influence.ts';

/** The check for a positive semi-definite matrix takes n³ steps. */
export const mostMembers = 500;

/** @throws InvalidInput at the second of two equal identifiers */
export function requireDistinct(ids: readonly string[], place: string): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) throw new InvalidInput(`${place}[${index}].id`, [`标识“${id}”出现两次`, `the identifier "${id}" stands twice`]);
    seen.add(id);
  });
}

/** Rows that are linked by coefficients other than 0, each part in rising order. */
function linked(correlation: Float64Array, n: number): number[][] {
  const part = new Int32Array(n).fill(-1);
  const parts: number[][] = [];
  for (let start = 0; start < n; start++) {
    if (part[start] !== -1) continue;
    const members: number[] = [];
    const waiting = [start];
    part[start] = parts.length;
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      members.push(row);
      for (let column = 0; column < n; column++) {
        if (part[column] !== -1 || correlation[row * n + column] === 0) continue;
        part[column] = parts.length;
        waiting.push(column);
      }
    }
    parts.push(members);
  }
  return parts;
}

const independent = (definition: Definition): Influence => ({ ...definition, group: undefined, position: 0 });

function influencesOf(
  kind: Group['kind'],
  readings: number,
  definitions: readonly Definition[],
  correlation: Float64Array,
  rows: readonly number[],
): Influence[] {
  const n = definitions.length;
  const sorted = [...rows].sort((a, b) => ((definitions[a] as Definition).id < (definitions[b] as Definition).id ? -1 : 1));
  const group: Group = {
    kind,
    readings,
    members: sorted.map((row) => definitions[row] as Definition),
    correlation: Float64Array.from({ length: sorted.length * sorted.length }, (_, index) => {
      const [row = 0, column = 0] = [sorted[Math.floor(index / sorted.length)], sorted[index % sorted.length]];
      return row === column ? 1 : (correlation[row * n + column] as number);
    }),
  };
  return group.members.map((definition, position) => ({ ...definition, group, position }));
}

/**
 * Coefficients of fewer readings than quantities are singular, and rounding makes them a little indefinite; small pivots would magnify that.
 * Lifted by more than the rounding of n rows, the matrix has a factor if its eigenvalues are no less than minus the lift.
 */
function requireSemidefinite(correlation: Float64Array, n: number, place: string): void {
  const lifted = Float64Array.from(correlation);
  for (let row = 0; row < n; row++) lifted[row * n + row] = 1 + n * 1e-13;
  if (n > 0) cholesky(lifted, n, place);
}

/** Checks a matrix of correlation coefficients and makes it symmetric to the last digit. */
function checked(definitions: readonly Definition[], correlation: Float64Array, places: Places): Float64Array {
  const n = definitions.length;
  requireDistinct(
    definitions.map(({ id }) => id),
    places.members,
  );
  if (n > mostMembers)
    throw new InvalidInput(places.members, [
      `一组相关的量最多 ${mostMembers} 个，却有 ${n} 个`,
      `at most ${mostMembers} quantities are correlated in one set, found ${n}`,
    ]);
  const symmetric = Float64Array.from(correlation);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const r = correlation[row * n + column] ?? Number.NaN;
      if (!(Math.abs(r) <= 1) || (row === column && r !== 1))
        throw new InvalidInput(places.correlation, [
          `第 ${row + 1} 行第 ${column + 1} 列的相关系数应在 −1 与 1 之间，对角线上应为 1`,
          `the correlation coefficient in row ${row + 1}, column ${column + 1} must lie between -1 and 1, and be 1 on the diagonal`,
        ]);
      const exact = [row, column].map((index) => definitions[index]).find((definition) => definition?.u === 0);
      if (r !== 0 && row !== column && exact !== undefined)
        throw new InvalidInput(places.correlation, [
          `“${exact.id}”没有不确定度，不能相关`,
          `"${exact.id}" has no uncertainty and cannot be correlated`,
        ]);
    }
  }
  requireSemidefinite(symmetric, n, places.correlation);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < row; column++) symmetric[column * n + row] = symmetric[row * n + column] as number;
  return symmetric;
}

type Places = { readonly members: string; readonly correlation: string };

const inTheOrderOf = (definitions: readonly Definition[], influences: readonly Influence[]): Influence[] => {
  const byIdentifier = new Map(influences.map((influence) => [influence.id, influence]));
  return definitions.map(({ id }) => byIdentifier.get(id) as Influence);
};

/**
 * Influences of one group, in the order of the definitions. It stays one group also where coefficients are 0: parts of a complex quantity and
 * readings taken together share their degrees of freedom.
 * @param correlation n × n, row by row
 * @param readings how many were taken together; 0 for stated coefficients
 * @throws InvalidInput for a matrix that is not square, symmetric, within [−1, 1] or positive semi-definite, and for identifiers given twice
 */
export function groupedInfluences(
  definitions: readonly Definition[],
  correlation: Float64Array,
  readings: number,
  places: Places,
): Influence[] {
  const matrix = checked(definitions, correlation, places);
  const rows = definitions.map((_, row) => row);
  if (rows.length < 2) return definitions.map(independent);
  return inTheOrderOf(definitions, influencesOf(readings > 0 ? 'simultaneous' : 'given', readings, definitions, matrix, rows));
}

/** Influences with stated coefficients, in the order of the definitions, as groups that hang together: a coefficient of 0 links nothing. @throws InvalidInput as `groupedInfluences` */
export function linkedInfluences(definitions: readonly Definition[], correlation: Float64Array, places: Places): Influence[] {
  const matrix = checked(definitions, correlation, places);
  const parts = linked(matrix, definitions.length).flatMap((rows) =>
    rows.length === 1
      ? rows.map((row) => independent(definitions[row] as Definition))
      : influencesOf('given', 0, definitions, matrix, rows),
  );
  return inTheOrderOf(definitions, parts);
}
