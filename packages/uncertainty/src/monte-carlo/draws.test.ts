import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareUpper } from '../distribution/chi-square.ts';
import { gammaCdf } from '../distribution/gamma.ts';
import { normalCdf } from '../distribution/normal.ts';
import { studentCdf } from '../distribution/student.ts';
import { compile } from '../expression/program.ts';
import { readDistribution } from '../model/distribution.ts';
import { loadEngine } from './engine.ts';
import { Session, trialsOfBlock, trialsOfChunk } from './session.ts';

type Case = readonly [name: string, fields: Readonly<Record<string, unknown>>, cdf: (x: number) => number];

const trapezoidCdf = (x: number, beta: number): number => {
  const density = 1 / (1 + beta);
  if (x < -beta) return (density * (1 + x) ** 2) / (2 * (1 - beta));
  return x <= beta ? 0.5 + density * x : 1 - (density * (1 - x) ** 2) / (2 * (1 - beta));
};
const curvilinearCdf = (x: number, d: number): number => {
  // ½ + ½·E[min(1, x/s)] for s rectangular on [1 − d, 1 + d]; odd about the centre.
  if (x < 0) return 1 - curvilinearCdf(-x, d);
  const from = Math.min(1 + d, Math.max(x, 1 - d));
  return 0.5 + (0.5 * (from - (1 - d) + x * Math.log((1 + d) / from))) / (2 * d);
};

const cases: readonly Case[] = [
  ['normal', { distribution: 'normal', mean: 0, u: 1 }, normalCdf],
  ...[0.7, 1, 1.5, 2.5, 5, 300].map((dof): Case => [
    `t with ${dof} degrees of freedom`,
    { distribution: 't', mean: 0, scale: 1, dof },
    (x) => studentCdf(x, dof),
  ]),
  ...[0.3, 1, 4.5].map((shape): Case => [
    `gamma of shape ${shape}`,
    { distribution: 'gamma', shape, scale: 2 },
    (x) => gammaCdf(x, shape, 2),
  ]),
  ['rectangular', { distribution: 'rectangular', lower: 0, upper: 1 }, (x) => x],
  ['arcsine', { distribution: 'arcsine', mean: 0, halfWidth: 1 }, (x) => 0.5 + Math.asin(Math.max(-1, Math.min(1, x))) / Math.PI],
  ['triangular', { distribution: 'triangular', mean: 0, halfWidth: 1 }, (x) => trapezoidCdf(x, 0)],
  ['trapezoidal', { distribution: 'trapezoidal', mean: 0, halfWidth: 1, beta: 0.4 }, (x) => trapezoidCdf(x, 0.4)],
  ['curvilinear trapezoid', { distribution: 'curvilinearTrapezoid', mean: 0, halfWidth: 1, d: 0.3 }, (x) => curvilinearCdf(x, 0.3)],
  ['exponential', { distribution: 'exponential', mean: 3 }, (x) => 1 - Math.exp(-x / 3)],
  ['lognormal', { distribution: 'lognormal', mean: Math.exp(0.5), u: Math.sqrt(Math.E * (Math.E - 1)) }, (x) => normalCdf(Math.log(x))],
];

const engine = await loadEngine();
const cells = 64;
const chunks = 4;

for (const [name, fields, cdf] of cases) {
  test(`draws follow their distribution, and the quantiles are its inverse: ${name}`, async () => {
    const { sampler, quantile } = readDistribution(fields, name);
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.77, 0.999]) assert.ok(Math.abs(cdf(quantile(p)) - p) < 1e-9, `${name} ${p}`);
    const program = compile(['x'], [{ name: 'y', place: 'outputs.y', text: 'x' }]);
    const session = await Session.open(engine, program, [], { samplers: [sampler], groups: [] });
    const counts = new Float64Array(cells);
    for (let chunk = 0; chunk < chunks; chunk++) {
      session.begin(2026, chunk);
      for (let at = 0; at < trialsOfChunk; at += trialsOfBlock) {
        session.block(trialsOfBlock);
        for (const value of session.memory.doubles(session.outputAddresses[0]!, trialsOfBlock)) {
          const cell = Math.min(cells - 1, Math.floor(cdf(value) * cells));
          counts[cell] = counts[cell]! + 1;
        }
      }
    }
    session.close();
    const expected = (chunks * trialsOfChunk) / cells;
    const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The seed is fixed: a right generator passes or fails once and for all, and one in ten thousand would fail.
    const p = chiSquareUpper(statistic, cells - 1);
    assert.ok(p > 1e-4 && p < 1 - 1e-4, `χ² = ${statistic.toFixed(1)}, p = ${p}`);
  });
}
