/**
 * Elementary quantities: where uncertainty enters. Type B statements, sets with a stated covariance, and Type A evaluations of readings,
 * also taken together (JCGM 100 4.2, 4.3, 5.2, H.2). Identifiers come from the caller; nothing here is random.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { exponentOf, powerOfTwo } from '../elementary/bits.ts';
import { multiply, squareRoot, subtract, toNumber, zero, add, divide, type DoubleDouble } from '../matrix/double-double.ts';
import { readDistribution } from '../model/distribution.ts';
import { momentsOf } from '../type-a/mean.ts';
import { decimalReadings, type Reading } from '../type-a/readings.ts';
import { optionalText, readDefinition, requireDof, requireId, requireObject, requireUncertainty, type Statement } from './definition.ts';
import { groupedInfluences, linkedInfluences, requireDistinct } from './group.ts';
import type { Definition, Influence } from './influence.ts';
import { Uncertain } from './uncertain.ts';

/** The quantity that an influence is. */
export const quantityOf = (influence: Influence): Uncertain => new Uncertain(influence.value, { influence }, []);
const independent = (definition: Definition): Uncertain => quantityOf({ ...definition, group: undefined, position: 0 });

/**
 * An elementary quantity, independent of all others.
 * @throws InvalidInput naming the field
 * @example elementary({ id: 'certificate 2026-0117/mass', value: 100.00002, u: 0.00005, dof: 30, unit: 'g' }).dof // 30
 */
export const elementary = (statement: Statement): Uncertain => independent(readDefinition(statement, ''));

/** What a Type B or Type A evaluation is called. */
export type Name = { readonly id: string; readonly label?: string | undefined; readonly unit?: string | undefined };

const readName = (name: unknown, place: string): Required<Name> => {
  const fields = requireObject(name, place);
  const at = (field: string): string => (place === '' ? field : `${place}.${field}`);
  return {
    id: requireId(fields['id'], at('id')),
    label: optionalText(fields['label'], at('label')),
    unit: optionalText(fields['unit'], at('unit')),
  };
};

/**
 * An elementary quantity from a distribution as the model file writes it (JCGM 100 4.3, F.2.3.3).
 * @throws InvalidInput naming the field of the distribution
 * @example fromDistribution({ id: 'room 3/temperature' }, { distribution: 'rectangular', mean: 20, halfWidth: 0.5 }).u // 0.28867…
 */
export function fromDistribution(name: Name, distribution: Readonly<Record<string, unknown>>): Uncertain {
  const { value, u, dof } = readDistribution(requireObject(distribution, 'distribution'), 'distribution');
  return independent({ ...readName(name, ''), value, u, dof });
}

/**
 * Type A evaluation: the mean of repeated independent readings, s/√n and n − 1 (JCGM 100 4.2.3), or a pooled standard deviation with its
 * own degrees of freedom (4.2.4), which serves a single reading too.
 * @throws InvalidInput naming the reading
 * @example typeA({ id: 'job 17/reading', readings: [9.99, 10.01, 10.03] }).u // 0.011547…
 */
export function typeA({
  readings,
  pooled,
  ...name
}: Name & {
  readonly readings: readonly Reading[];
  readonly pooled?: { readonly s: number; readonly dof: number | null } | undefined;
}): Uncertain {
  const named = readName(name, '');
  const values = decimalReadings(readings, 'readings', pooled === undefined ? 2 : 1);
  const { mean, u } = seriesOf(values);
  if (pooled === undefined) return independent({ ...named, value: mean, u, dof: values.length - 1 });
  return independent({
    ...named,
    value: mean,
    u: requireUncertainty(pooled.s, 'pooled.s') / Math.sqrt(values.length),
    dof: requireDof(pooled.dof, 'pooled.dof'),
  });
}

const matrixOf = (rows: unknown, n: number, place: string): Float64Array => {
  const isSquare = Array.isArray(rows) && rows.length === n && rows.every((row: unknown) => Array.isArray(row) && row.length === n);
  if (isSquare) return Float64Array.from((rows as unknown[][]).flat().map((entry) => (typeof entry === 'number' ? entry : Number.NaN)));
  throw new InvalidInput(place, [`应为 ${n} 行 ${n} 列的矩阵`, `a matrix of ${n} rows and ${n} columns is expected`]);
};

/** Standard uncertainties and correlation coefficients of a covariance matrix. */
function fromCovariance(covariance: Float64Array, n: number, place: string): { readonly u: readonly number[]; readonly r: Float64Array } {
  const u = Array.from({ length: n }, (_, index) => Math.sqrt(covariance[index * n + index] as number));
  const at = u.findIndex((one) => !Number.isFinite(one));
  if (at >= 0)
    throw new InvalidInput(place, [
      `第 ${at + 1} 行对角线上的方差应为不小于 0 的有限数`,
      `the variance on the diagonal of row ${at + 1} must be a finite number of 0 or more`,
    ]);
  const r = covariance.map((entry, index) => {
    const [row, column] = [Math.floor(index / n), index % n];
    const size = (u[row] as number) * (u[column] as number);
    const coefficient = row === column ? 1 : entry === 0 ? 0 : entry / size;
    // A covariance of exactly ±u·u may divide to a last digit beyond 1.
    return Math.abs(coefficient) <= 1 + 1e-12 ? Math.max(-1, Math.min(1, coefficient)) : coefficient;
  });
  return { u, r };
}

/**
 * Elementary quantities that are correlated among each other, in the order given (JCGM 100 5.2).
 * @param relation their `correlation` coefficients, n × n; or their `covariance` in squares of the unit, and then no u at the members
 * @throws InvalidInput where the matrix is not square, symmetric and positive semi-definite
 * @example correlated([{ id: 'a', value: 1, u: 0.1 }, { id: 'b', value: 2, u: 0.2 }], { correlation: [[1, 0.5], [0.5, 1]] })
 */
export function correlated(
  members: readonly (Omit<Statement, 'u'> & { readonly u?: number | undefined })[],
  relation: { readonly correlation: readonly (readonly number[])[] } | { readonly covariance: readonly (readonly number[])[] },
): Uncertain[] {
  if (!Array.isArray(members) || members.length === 0)
    throw new InvalidInput('members', ['应为至少一个量的列表', 'a list of one quantity or more is expected']);
  const n = members.length;
  if ('correlation' in relation) {
    const definitions = members.map((member, index) => readDefinition(member, `members[${index}]`));
    const matrix = matrixOf(relation.correlation, n, 'correlation');
    return linkedInfluences(definitions, matrix, { members: 'members', correlation: 'correlation' }).map(quantityOf);
  }
  const { definitions, r } = withCovariance(members, relation.covariance);
  return linkedInfluences(definitions, r, { members: 'members', correlation: 'covariance' }).map(quantityOf);
}

/** Members whose standard uncertainties and correlations come from a covariance matrix. */
function withCovariance(
  members: readonly Partial<Statement>[],
  covariance: unknown,
): { readonly definitions: Definition[]; readonly r: Float64Array } {
  const n = members.length;
  const { u, r } = fromCovariance(matrixOf(covariance, n, 'covariance'), n, 'covariance');
  const definitions = members.map((member, index) => {
    if (requireObject(member, `members[${index}]`)['u'] === undefined)
      return readDefinition({ ...member, u: u[index] }, `members[${index}]`);
    throw new InvalidInput(`members[${index}].u`, ['给出协方差时不再给出 u', 'with a covariance no u is given']);
  });
  return { definitions, r };
}

/**
 * Elementary quantities of one covariance matrix that has degrees of freedom as a whole, such as the parts of a complex quantity.
 * @throws InvalidInput as `correlated`
 */
export function jointly(members: readonly Omit<Statement, 'u'>[], covariance: readonly (readonly number[])[]): Uncertain[] {
  const { definitions, r } = withCovariance(members, covariance);
  return groupedInfluences(definitions, r, 0, { members: 'members', correlation: 'covariance' }).map(quantityOf);
}

type Series = {
  readonly mean: number;
  /** Deviations from the mean, divided by `scale`: their squares neither overflow nor vanish. */
  readonly deviations: readonly DoubleDouble[];
  /** Σ of their squares. */
  readonly squares: DoubleDouble;
  /** Standard uncertainty of the mean, s/√n (JCGM 100 4.2.3). */
  readonly u: number;
};

function seriesOf(values: readonly DoubleDouble[]): Series {
  const { mean } = momentsOf(values);
  const n = values.length;
  const raw = values.map((value) => subtract(value, mean));
  const largest = raw.reduce((most, [high]) => Math.max(most, Math.abs(high)), 0);
  // 2^1023 at most, which the smallest doubles need in two steps.
  const scale = largest === 0 ? 1 : powerOfTwo(Math.max(-1000, exponentOf(largest)));
  const deviations = raw.map(([high, low]): DoubleDouble => [high / scale, low / scale]);
  const squares = deviations.reduce((total, one) => add(total, multiply(one, one)), zero);
  const u = n < 2 ? 0 : scale * toNumber(squareRoot(divide(squares, [n * (n - 1), 0])));
  return { mean: toNumber(mean), deviations, squares, u };
}

/** r(x̄, ȳ) = r(x, y) of readings taken together (JCGM 100 5.2.3); 0 where one of them does not vary. */
function coefficient(a: Series, b: Series): number {
  if (a.u === 0 || b.u === 0) return 0;
  const products = a.deviations.reduce((total, one, index) => add(total, multiply(one, b.deviations[index] ?? zero)), zero);
  const r = divide(products, multiply(squareRoot(a.squares), squareRoot(b.squares)));
  return Math.max(-1, Math.min(1, toNumber(r)));
}

/**
 * Means of readings of several quantities taken together, one of each at a time: their correlations come from the readings, and they share
 * n − 1 degrees of freedom (JCGM 100 H.2; JCGM 102 5.3.2).
 * @throws InvalidInput where numbers of readings differ or are fewer than 2
 * @example ensemble([{ id: 'V', readings: [5.007, 4.994, 5.005] }, { id: 'I', readings: [19.663, 19.639, 19.64] }])
 */
export function ensemble(members: readonly (Name & { readonly readings: readonly Reading[] })[]): Uncertain[] {
  if (!Array.isArray(members) || members.length < 2)
    throw new InvalidInput('members', ['同时读数至少涉及两个量', 'simultaneous readings are of two quantities or more']);
  const names = members.map((member, index) => readName(member, `members[${index}]`));
  requireDistinct(
    names.map(({ id }) => id),
    'members',
  );
  const series = members.map(({ readings }, index) => seriesOf(decimalReadings(readings, `members[${index}].readings`, 2)));
  const n = series[0]?.deviations.length ?? 0;
  const odd = series.findIndex(({ deviations }) => deviations.length !== n);
  if (odd >= 0)
    throw new InvalidInput(`members[${odd}].readings`, [
      `同时读数的次数应相同：此处 ${series[odd]?.deviations.length} 次，第一个量 ${n} 次`,
      `readings taken together are equally many: ${series[odd]?.deviations.length} here, ${n} of the first quantity`,
    ]);
  const definitions = series.map(({ mean, u }, index): Definition => ({ ...(names[index] as Required<Name>), value: mean, u, dof: n - 1 }));
  const matrix = Float64Array.from({ length: series.length * series.length }, (_, index) => {
    const [row, column] = [Math.floor(index / series.length), index % series.length];
    return row === column ? 1 : coefficient(series[Math.max(row, column)] as Series, series[Math.min(row, column)] as Series);
  });
  return groupedInfluences(definitions, matrix, n, { members: 'members', correlation: 'correlation' }).map(quantityOf);
}
