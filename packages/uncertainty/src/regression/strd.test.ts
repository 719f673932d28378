import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { regressionCommand, type RegressionAnswer } from './command.ts';

type Certified = { beta: number[]; se: number[]; residual_sd: number | null; rss?: number };
type Vector = {
  id: string;
  kind: string;
  model: string;
  data: Record<string, number[]> & { rows: number[][] };
  start1: number[];
  start2: number[];
  expected: { certified: Certified; exact?: Certified };
};
const read = (name: string): Vector[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, `../../vectors/${name}.json`), 'utf8')) as { vectors: Vector[] }).vectors;

/** The number of digits that agree, as NIST counts them. */
const digits = (found: number, certified: number): number =>
  found === certified ? 17 : -Math.log10(certified === 0 ? Math.abs(found) : Math.abs(found - certified) / Math.abs(certified));
const agree = (found: number | null | undefined, expected: number, least: number, what: string): void => {
  assert.ok(
    typeof found === 'number' && digits(found, expected) >= least,
    `${what}: ${found} agrees with ${expected} to fewer than ${least} digits`,
  );
};

function agrees(answer: RegressionAnswer, { beta, se, residual_sd: s, rss }: Certified, least: number): void {
  assert.equal(answer.parameters.length, beta.length);
  answer.parameters.forEach(({ name, value, u }, j) => {
    agree(value, beta[j]!, least, name);
    agree(u, se[j]!, least, `u(${name})`);
  });
  if (s !== null) agree(answer.residualStandardDeviation, s, least, 's');
  if (rss !== undefined) agree(answer.residualSumOfSquares, rss, least, 'sum of squares');
}

function linearInput({ data, expected, id }: Vector): object {
  if (data.rows === undefined) {
    const intercept = !id.includes('NoInt');
    return { model: 'polynomial', degree: expected.certified.beta.length - (intercept ? 1 : 0), intercept, x: data['x'], y: data['y'] };
  }
  const x = Object.fromEntries([1, 2, 3, 4, 5, 6].map((k) => [`x${k}`, data.rows.map((row) => row[k])]));
  return { model: 'linear', x, y: data.rows.map(([y]) => y) };
}

for (const vector of read('strd').filter(({ kind }) => kind === 'regression')) {
  test(`${vector.id} agrees with its certified values to thirteen digits`, () => {
    const { answer } = regressionCommand(linearInput(vector));
    agrees(answer, vector.expected.certified, 13);
    if (vector.expected.exact !== undefined) agrees(answer, { ...vector.expected.exact, residual_sd: null }, 13);
  });
}

test('Longley as a formula, from any start, agrees with its certified values to thirteen digits', () => {
  const vector = read('strd').find(({ id }) => id === 'strd-Longley')!;
  const model = `b0 + ${[1, 2, 3, 4, 5, 6].map((k) => `b${k}*x${k}`).join(' + ')}`;
  const start = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((k) => [`b${k}`, 1]));
  agrees(regressionCommand({ ...linearInput(vector), model, start }).answer, vector.expected.certified, 13);
});

/** A formula of the StRD files in the language of the model file. */
const asFormula = (text: string): string => text.replace(/\*\*/g, '^').replace(/arctan/g, 'atan');

for (const { id, model, data, expected, start1, start2 } of read('strd_nonlinear')) {
  test(`${id} agrees with its certified values from both starts to nine digits and more`, () => {
    const { y, ...x } = data;
    for (const values of [start1, start2]) {
      const start = Object.fromEntries(values.map((value, k) => [`b${k + 1}`, value]));
      agrees(regressionCommand({ model: asFormula(model), start, x, y }).answer, expected.certified, 9.5);
    }
  });
}
