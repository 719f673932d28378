/** Test support: the published examples as model files, answered as the command line answers them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uncertaintyCommand } from '../../packages/uncertainty/src/command.ts';
import type { Answer, OutputAnswer } from '../../packages/uncertainty/src/evaluate.ts';
import { loadEngine } from '../../packages/uncertainty/src/monte-carlo/engine.ts';
import { crewOfOne } from '../../packages/uncertainty/src/monte-carlo/run.ts';

export type Given = { dist: string; value: number; u?: number; a?: number; d?: number; dof?: number; scale?: number };
// The vectors are facts of many shapes; each test reads the fields that its example has.
export type Vector = {
  id: string;
  model: string | string[];
  model_nonlinear?: string;
  inputs: Record<string, Given>;
  // oxlint-disable-next-line typescript/no-explicit-any
  [field: string]: any;
};

export const readVectors = (file: string): Map<string, Vector> => {
  const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/uncertainty/vectors', file), 'utf8')) as {
    vectors: Vector[];
  };
  return new Map(vectors.map((vector) => [vector.id, vector]));
};
const inputOf = ({ dist, value, u, a, d, dof, scale }: Given): object => {
  const withDof = dof === undefined ? {} : { dof };
  switch (dist) {
    case 'normal':
    case 't_std':
      return { distribution: 'normal', mean: value, u, ...withDof };
    case 't':
      return { distribution: 't', mean: value, scale, dof };
    case 'rect':
      return { distribution: 'rectangular', mean: value, halfWidth: a, ...withDof };
    case 'arcsine':
      return { distribution: 'arcsine', mean: value, halfWidth: a, ...withDof };
    case 'ctrap':
      return { distribution: 'curvilinearTrapezoid', mean: value, halfWidth: a, d, ...withDof };
    default:
      return { distribution: 'constant', value };
  }
};
export const inputsOf = (vector: Vector): object =>
  Object.fromEntries(Object.entries(vector.inputs).map(([name, given]) => [name, inputOf(given)]));
export const correlationsOf = (vector: Vector): object[] =>
  ((vector['correlations'] ?? []) as [string, string, number][]).map(([a, b, r]) => ({ between: [a, b], r }));

const engine = await loadEngine();
export const answer = async (file: object): Promise<Answer> => {
  // What stands in a file is JSON.
  const { answer: found } = await uncertaintyCommand(JSON.parse(JSON.stringify(file)), async () => crewOfOne(engine));
  return found;
};
export const only = async (file: object): Promise<OutputAnswer> => Object.values((await answer(file)).outputs)[0] as OutputAnswer;
export const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);
export const within = (found: number, wanted: number, distance: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= distance, `${what} ${found}, wanted ${wanted} ± ${distance}`);
