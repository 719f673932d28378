import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageFactor, regionFactors } from './coverage.ts';
import { answer, correlationsOf, inputsOf, near, only, readVectors, within, type Vector } from '../../../../test/support/model-file.ts';

const jcgm100 = readVectors('jcgm100.json');
const jcgm102 = readVectors('jcgm102.json');
const ea402 = readVectors('ea402.json');

test('the end gauge of JCGM 100 H.1: value, u, degrees of freedom, budget and second-order terms', async () => {
  const vector = jcgm100.get('jcgm100-H1')!;
  const { gum, gumSecondOrder, dofRule } = await only({
    outputs: { l: vector.model },
    inputs: inputsOf(vector),
    coverage: 0.99,
    monteCarlo: { trials: 10000 },
  });
  const { published, computed } = vector['expected'];
  near(gum.value, computed.value, 1e-12);
  near(gum.u, computed.u, 1e-10);
  near(gum.dof!, computed.dof, 1e-10);
  assert.equal(dofRule, 'welch-satterthwaite');
  near(gum.k, computed.k99_dof16, 1e-9);
  near(gum.U, computed.U99, 1e-9);
  within(gum.u, published.u, 0.5);
  within(gum.U, published.U99, 0.55);
  near(gumSecondOrder!.u, computed.u_with_second_order, 1e-9);
  for (const { input, contribution } of gum.budget) within(Math.abs(contribution), computed.components[input], 1e-9, input);
  within(
    gum.budget.reduce((sum, { share }) => sum + share, 0),
    1,
    1e-12,
  );
});

test('the statements of JCGM 100 H.1.3 become standard uncertainties', async () => {
  const uOf = async (input: object): Promise<number> =>
    (await only({ outputs: { y: 'x' }, inputs: { x: input }, monteCarlo: false })).gum.u;
  const cases: [object, number][] = [
    [{ distribution: 'interval', value: 0, U: 75, k: 3 }, 25],
    [{ distribution: 'readings', readings: [1, 2, 3, 4, 5], pooledS: 13, pooledDof: 24 }, 5.813776741499453],
    [{ distribution: 'interval', value: 0, U: 10, coverage: 0.95, dof: 5 }, 3.8901698664335225],
    [{ distribution: 'interval', value: 0, U: 20, k: 3 }, 6.666666666666667],
    [{ distribution: 'rectangular', mean: 0, halfWidth: 2e-6 }, 1.1547005383792516e-6],
    [{ distribution: 'arcsine', mean: 0, halfWidth: 0.5 }, 0.35355339059327373],
    [{ distribution: 'rectangular', mean: 0, halfWidth: 1e-6 }, 5.773502691896258e-7],
    [{ distribution: 'rectangular', mean: 0, halfWidth: 0.05 }, 0.02886751345948129],
  ];
  for (const [input, wanted] of cases) near(await uOf(input), wanted, 1e-9, JSON.stringify(input));
});

test('resistance and reactance of JCGM 100 H.2 from simultaneous readings', async () => {
  const { data, expected } = jcgm100.get('jcgm100-H2')!;
  const inputs = Object.fromEntries(
    Object.entries(data as Record<string, number[]>).map(([name, readings]) => [name, { distribution: 'readings', readings }]),
  );
  const { outputs, covariance } = await answer({
    outputs: { R: 'V/I*cos(phi)', X: 'V/I*sin(phi)', Z: 'V/I' },
    inputs,
    simultaneous: [['V', 'I', 'phi']],
    monteCarlo: { trials: 10000 },
  });
  ['R', 'X', 'Z'].forEach((name, i) => {
    near(outputs[name]!.gum.value, expected.computed.y[i], 1e-10, name);
    near(outputs[name]!.gum.u, expected.computed.u_y[i], 1e-9, name);
    assert.equal(outputs[name]!.dofRule, 'welch-satterthwaite-simultaneous');
    near(outputs[name]!.gum.dof!, 4, 1e-9);
    ['R', 'X', 'Z'].forEach((_, j) => near(covariance.gum[i]![j]!, expected.computed.cov_y[i][j], 1e-8));
  });
  const alone = await answer({ outputs: { R: 'V/I*cos(phi)', X: 'V/I*sin(phi)', Z: 'V/I' }, inputs, monteCarlo: false });
  ['R', 'X', 'Z'].forEach((name, i) => near(alone.outputs[name]!.gum.u, expected.computed.uncorrelated.u_y[i], 1e-9, name));
});

test('rounded inputs of H.2 with given correlation coefficients', async () => {
  const vector = jcgm100.get('jcgm100-H2-roundedinputs')!;
  const { outputs, covariance } = await answer({
    outputs: { R: 'V/I*cos(phi)', X: 'V/I*sin(phi)', Z: 'V/I' },
    inputs: inputsOf(vector),
    correlations: correlationsOf(vector),
    monteCarlo: { trials: 200_000 },
  });
  const { y, u, r } = vector['expected'].computed;
  ['R', 'X', 'Z'].forEach((name, i) => {
    near(outputs[name]!.gum.value, y[i], 1e-10);
    near(outputs[name]!.gum.u, u[i], 1e-9);
    within(outputs[name]!.monteCarlo!.u, u[i], 0.01 * u[i]);
    within(covariance.monteCarlo![0]![i]! / Math.sqrt(covariance.monteCarlo![0]![0]! * covariance.monteCarlo![i]![i]!), r[0][i], 0.01);
  });
});

test('activity of JCGM 100 H.4 from corrected counting rates', async () => {
  const { data, constants, expected } = jcgm100.get('jcgm100-H4')!;
  const rate = (counts: number[], background: number[], times: number[]): number[] =>
    counts.map((count, k) => ((count - background[k]!) / constants.T0) * Math.exp(constants.lambda_ * times[k]!));
  const [rx, rs] = [rate(data.Cx, data.CB, data.tx), rate(data.CS, data.CB, data.tS)];
  rx.forEach((value, k) => near(value, expected.computed.Rx_k[k], 1e-9));
  const common = {
    AS: { distribution: 'normal', mean: 0.1368, u: 0.0018 },
    mS: { distribution: 'normal', mean: 5.0192, u: 0.005 },
    mx: { distribution: 'normal', mean: 5.0571, u: 0.001 },
  };
  const first = await only({
    outputs: { Ax: 'AS*mS/mx*Rx/RS' },
    inputs: { ...common, Rx: { distribution: 'readings', readings: rx }, RS: { distribution: 'readings', readings: rs } },
    simultaneous: [['Rx', 'RS']],
    monteCarlo: { trials: 1000 },
  });
  near(first.gum.value, expected.computed.approach1.Ax, 1e-9);
  near(first.gum.u, expected.computed.approach1.u, 1e-8);
  const second = await only({
    outputs: { Ax: 'AS*mS/mx*R' },
    inputs: { ...common, R: { distribution: 'readings', readings: rx.map((value, k) => value / rs[k]!) } },
    monteCarlo: false,
  });
  near(second.gum.value, expected.computed.approach2.Ax, 1e-9);
  near(second.gum.u, expected.computed.approach2.u, 1e-8);
});

test('Rockwell hardness of JCGM 100 H.6, effective degrees of freedom of G.4.1, readings of 4.4.3', async () => {
  const hardness = await only({
    outputs: { h: '100 - dbar - resolution - Dc - Db - DS' },
    inputs: {
      dbar: { distribution: 'normal', mean: 36, u: 0.45 / Math.sqrt(5) },
      resolution: { distribution: 'normal', mean: 0, u: 0.1 / Math.sqrt(12) },
      Dc: { distribution: 'normal', mean: 0, u: Math.sqrt(0.1 ** 2 / 6 + 0.11 ** 2 / 6) },
      Db: { distribution: 'normal', mean: 0, u: (0.015 * 36) / Math.sqrt(24) },
      DS: { distribution: 'normal', mean: 0, u: 0.5 },
    },
    monteCarlo: false,
  });
  near(hardness.gum.u, jcgm100.get('jcgm100-H6')!['expected'].computed.u, 1e-12);
  const { inputs, expected } = jcgm100.get('jcgm100-G41')! as Vector & { inputs: { u_rel_percent: number[]; n: number[] } };
  const product = await only({
    outputs: { y: 'x1*x2*x3' },
    inputs: Object.fromEntries(
      (inputs['u_rel_percent'] as unknown as number[]).map((u, k) => [
        `x${k + 1}`,
        { distribution: 'normal', mean: 1, u: u / 100, dof: (inputs['n'] as unknown as number[])[k]! - 1 },
      ]),
    ),
    monteCarlo: false,
  });
  near(product.gum.u * 100, expected.computed.u_rel_percent, 1e-9);
  near(product.gum.dof!, expected.computed.dof, 1e-9);
  // The Guide rounds 18.9987 to 19; G.4.1 truncates, so that k is that of 18.
  near(product.gum.k, coverageFactor(0.95, 18), 1e-12);
  near(coverageFactor(0.95, 19), expected.computed.k95, 1e-9);
  const observed = jcgm100.get('jcgm100-4.4.3')!;
  const temperature = await only({
    outputs: { t: 'x' },
    inputs: { x: { distribution: 'readings', readings: observed['data'] } },
    monteCarlo: false,
  });
  near(temperature.gum.value, observed['expected'].computed.mean, 1e-12);
  near(temperature.gum.u, observed['expected'].computed.u, 1e-12);
  assert.equal(temperature.gum.dof, 19);
});

test('coverage factors of JCGM 100 table G.2 and JCGM 102 tables 1 and 2', () => {
  const { columns_p, computed } = jcgm100.get('jcgm100-tableG2')!;
  // The recomputed values are good to 5e-9 only; distribution.test.ts has 16 digits.
  for (const [dof, row] of Object.entries(computed as Record<string, number[]>))
    row.forEach((wanted, column) =>
      near(coverageFactor(columns_p[column], dof === 'inf' ? Infinity : Number(dof)), wanted, 1e-8, `${dof}`),
    );
  const tables = jcgm102.get('jcgm102-tables1-2')!['computed'] as { kp: Record<string, number>; kq: Record<string, number> };
  for (const [outputs, kp] of Object.entries(tables.kp)) {
    const factors = regionFactors(0.95, Number(outputs));
    near(factors.kp, kp, 1e-9);
    near(factors.kq, tables.kq[outputs]!, 1e-9);
  }
});

test('the examples of the EA-4/02 supplement', async () => {
  const models: Record<string, string> = {
    'ea402-S4': 'lS+dlD+dl+dlC-50000000*(11.5e-6*dt+dadt)-dlV',
    'ea402-S10': 'liX-lS+ladt+dliX+dlM',
  };
  for (const [id, vector] of ea402) {
    if (vector['kind'] !== 'gum') continue;
    const { computed, published } = vector['expected'];
    const inputs = inputsOf(vector) as Record<string, object>;
    const constants = id === 'ea402-S5b' ? { CX: 0.026, CX0: 0.039 } : {};
    const { gum, monteCarlo } = await only({
      outputs: { y: models[id] ?? vector.model },
      inputs,
      constants,
      monteCarlo: { interval: 'symmetric' },
    });
    near(gum.value, computed.value, 1e-9, id);
    near(gum.u, computed.u, 1e-6, id);
    if (computed.dof !== 'Infinity') near(gum.dof!, computed.dof, 1e-5, id);
    else assert.equal(gum.dof, null, id);
    within(gum.u, published.u, 0.06 * published.u, id);
    const mc = vector['expected'].mc_2e6_normal_typeA;
    if (mc !== undefined && id === 'ea402-S10') {
      within(monteCarlo!.interval[0], mc.symmetric95[0], 0.012 * computed.u, id);
      within(monteCarlo!.interval[1], mc.symmetric95[1], 0.012 * computed.u, id);
    }
  }
});
