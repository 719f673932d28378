/** How all inputs of a model are drawn: each by its own distribution, or together as their correlations say. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { normalCdf } from '../distribution/normal.ts';
import { studentCdf } from '../distribution/student.ts';
import { sinh } from '../elementary/hyperbolic.ts';
import { cholesky } from '../matrix/cholesky.ts';
import type { Group, Marginal, Sampling } from '../monte-carlo/sampler.ts';
import type { CorrelatedGroup, Correlations, Copula } from './correlation.ts';
import type { Assigned } from './distribution.ts';

/** Scores beyond ±8 are as rare as 1e-15. */
const widestScore = 8;
const steps = 4096;

/** Quantiles at equidistant abscissas with slopes per step by central differences: monotone between the nodes for smooth quantiles. */
function table(value: (position: number) => number, first: number, last: number, isWide: boolean): Marginal {
  const step = (last - first) / steps;
  const at = (index: number): number => value(first + step * Math.max(0, Math.min(steps, index)));
  const values = Float64Array.from({ length: steps + 1 }, (_, index) => at(index));
  const nodes = new Float64Array(2 * (steps + 1));
  for (let index = 0; index <= steps; index++) {
    const [before, after] = [values[Math.max(0, index - 1)] as number, values[Math.min(steps, index + 1)] as number];
    nodes[2 * index] = values[index] as number;
    nodes[2 * index + 1] = (after - before) / (index === 0 || index === steps ? 1 : 2);
  }
  return { kind: 'table', axis: Float64Array.of(first, 1 / step), isWide, nodes };
}

const inside = (p: number): number => Math.max(1e-300, Math.min(1 - 1.2e-16, p));

function marginalOf({ sampler, quantile, value }: Assigned, copula: Copula): Marginal {
  if (sampler === undefined) return { kind: 'affine', centre: value, width: 0 };
  const dof = copula.family === 't' ? copula.dof : Infinity;
  if (sampler.kind === 'scaled' && sampler.dof === dof) return { kind: 'affine', centre: sampler.centre, width: sampler.width };
  if (copula.family === 'gaussian') return table((z) => quantile(inside(normalCdf(z))), -widestScore, widestScore, false);
  // t scores reach far: the abscissa is asinh of the score.
  return table((s) => quantile(inside(studentCdf(sinh(s), copula.dof))), -30, 30, true);
}

function givenGroup(group: Extract<CorrelatedGroup, { kind: 'given' }>, matrix: Float64Array, inputs: readonly Assigned[]): Group {
  const { members, copula } = group;
  const n = inputs.length;
  const own = Float64Array.from({ length: members.length * members.length }, (_, index) => {
    const [row, column] = [Math.floor(index / members.length), index % members.length];
    return matrix[(members[row] as number) * n + (members[column] as number)] as number;
  });
  return {
    members,
    factor: cholesky(own, members.length, 'correlations', members.length * 1e-12),
    dof: copula.family === 't' ? copula.dof : Infinity,
    marginals: members.map((input) => marginalOf(inputs[input] as Assigned, copula)),
  };
}

/** n readings of N quantities: multivariate t with n − N degrees of freedom and scale matrix Σ(xᵢ−x̄)(xᵢ−x̄)ᵀ / (n·(n−N)) (JCGM 102 5.3.2). */
function simultaneousGroup(
  group: Extract<CorrelatedGroup, { kind: 'simultaneous' }>,
  place: string,
  matrix: Float64Array,
  inputs: readonly Assigned[],
): Group {
  const { members, readings } = group;
  const size = members.length;
  const dof = readings - size;
  if (dof < 1)
    throw new InvalidInput(place, [
      `${size} 个量的同时读数至少需要 ${size + 1} 组，才能用蒙特卡洛法（JCGM 102 5.3.2）；只要 GUM 结果时可写 "monteCarlo": false`,
      `the Monte Carlo method needs at least ${size + 1} sets of simultaneous readings of ${size} quantities (JCGM 102 5.3.2); write "monteCarlo": false for the GUM result alone`,
    ]);
  const n = inputs.length;
  const widen = Math.sqrt((readings - 1) / dof);
  const factor = cholesky(
    Float64Array.from({ length: size * size }, (_, index) => {
      const [row, column] = [members[Math.floor(index / size)] as number, members[index % size] as number];
      return matrix[row * n + column] as number;
    }),
    size,
    place,
    size * 1e-12,
  );
  return {
    members,
    factor,
    dof,
    marginals: members.map((input) => {
      const { value, u } = inputs[input] as Assigned;
      return { kind: 'affine', centre: value, width: u * widen };
    }),
  };
}

/** @throws InvalidInput when simultaneous readings are too few */
export function samplingOf(inputs: readonly Assigned[], { matrix, groups }: Correlations): Sampling {
  let together = 0;
  const made = groups.map((group) =>
    group.kind === 'given' ? givenGroup(group, matrix, inputs) : simultaneousGroup(group, `simultaneous[${together++}]`, matrix, inputs),
  );
  const grouped = new Set(made.flatMap(({ members }) => members));
  const samplers = inputs.map(({ sampler, value }, index) =>
    grouped.has(index) ? undefined : (sampler ?? ({ kind: 'rectangular', lower: value, width: 0 } as const)),
  );
  return { samplers, groups: made };
}
