import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uncertaintyCommand } from './command.ts';
import type { Answer, OutputAnswer } from './evaluate.ts';
import { coverageFactor, regionFactors } from './gum/coverage.ts';
import { loadEngine } from './monte-carlo/engine.ts';
import { crewOfOne } from './monte-carlo/run.ts';
import { numericalTolerance } from './monte-carlo/tolerance.ts';

/* Published examples (JCGM 100, 101, 102, EA-4/02) as model files, through what the command line answers. */

type Given = { dist: string; value: number; u?: number; a?: number; d?: number; dof?: number; scale?: number };
// The vectors are facts of many shapes; each test reads the fields that its example has.
// oxlint-disable-next-line typescript/no-explicit-any
type Vector = { id: string; model: string | string[]; model_nonlinear?: string; inputs: Record<string, Given>; [field: string]: any };

const read = (file: string): Map<string, Vector> => {
  const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../vectors', file), 'utf8')) as { vectors: Vector[] };
  return new Map(vectors.map((vector) => [vector.id, vector]));
};
const jcgm100 = read('jcgm100.json');
const jcgm101 = read('jcgm101.json');
const jcgm102 = read('jcgm102.json');
const ea402 = read('ea402.json');

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
const inputsOf = (vector: Vector): object =>
  Object.fromEntries(Object.entries(vector.inputs).map(([name, given]) => [name, inputOf(given)]));
const correlationsOf = (vector: Vector): object[] =>
  ((vector['correlations'] ?? []) as [string, string, number][]).map(([a, b, r]) => ({ between: [a, b], r }));

const engine = await loadEngine();
const answer = async (file: object): Promise<Answer> => {
  // What stands in a file is JSON.
  const { answer: found } = await uncertaintyCommand(JSON.parse(JSON.stringify(file)), async () => crewOfOne(engine));
  return found;
};
const only = async (file: object): Promise<OutputAnswer> => Object.values((await answer(file)).outputs)[0]!;
const near = (found: number, wanted: number, relative: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300), `${what} ${found}, wanted ${wanted}`);
const within = (found: number, wanted: number, distance: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= distance, `${what} ${found}, wanted ${wanted} ± ${distance}`);

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

test('numerical tolerances of JCGM 101 7.9.2', () => {
  for (const { u, ndig, delta } of jcgm101.get('jcgm101-7.9.2-delta')!['cases']) assert.equal(numericalTolerance(u, ndig), delta);
  assert.equal(numericalTolerance(0.0996, 2), 0.005);
  assert.equal(numericalTolerance(0, 2), 0);
});

test('Monte Carlo reproduces JCGM 101 clause 9', async () => {
  for (const [id, vector] of jcgm101) {
    if (vector['kind'] !== 'mc') continue;
    const exact = vector['expected'].exact as {
      value: number;
      u: number;
      interval?: [number, number];
      GUF1?: { u: number };
      GUF2_u?: number | null;
    };
    const interval = exact.interval ?? (vector['expected'].mc_24e6.shortest99 as [number, number]);
    const { gum, gumSecondOrder, monteCarlo } = await only({
      outputs: { y: vector.model },
      inputs: inputsOf(vector),
      correlations: correlationsOf(vector),
      coverage: vector['p'],
      monteCarlo: { interval: vector['interval'], seed: 20 },
    });
    within(monteCarlo!.value, exact.value, (4 * exact.u) / 1000, id);
    within(monteCarlo!.u, exact.u, 0.006 * exact.u, id);
    // The ends of a shortest interval scatter with the cube root of the number of trials.
    const most = (vector['interval'] === 'symmetric' ? 0.012 : 0.05) * exact.u;
    within(monteCarlo!.interval[0], interval[0], most, id);
    within(monteCarlo!.interval[1], interval[1], most, id);
    if (exact.GUF1 !== undefined) within(gum.u, exact.GUF1.u, 1e-12 + 1e-9 * exact.GUF1.u, id);
    if (typeof exact.GUF2_u === 'number') near(gumSecondOrder!.u, exact.GUF2_u, 1e-9, id);
    if (exact.GUF2_u === null) assert.equal(gumSecondOrder, null, id);
  }
});

test('the comparison with the GUM result says yes and no as the tables of JCGM 101 do', async () => {
  const judge = async (id: string, digits: number): Promise<boolean> => {
    const vector = jcgm101.get(id)!;
    const { validated } = await only({
      outputs: { y: vector.model },
      inputs: inputsOf(vector),
      coverage: 0.95,
      monteCarlo: { interval: vector['interval'], digits, seed: 5 },
    });
    return validated!.ok;
  };
  assert.equal(await judge('jcgm101-9.2.2', 2), true);
  assert.equal(await judge('jcgm101-9.2.4', 2), false);
  assert.equal(await judge('jcgm101-9.3', 1), false);
  assert.equal(await judge('jcgm101-9.4-x1=0-r=0', 1), false);
});

test('the adaptive procedure stops where the tables of JCGM 101 say', async () => {
  const adaptive = async (id: string): Promise<number> => {
    const vector = jcgm101.get(id)!;
    const { monteCarlo } = await only({
      outputs: { y: vector.model },
      inputs: inputsOf(vector),
      monteCarlo: { trials: 'adaptive', interval: 'symmetric' },
    });
    assert.equal(monteCarlo!.settled, true);
    within(monteCarlo!.u, vector['expected'].exact.u, 0.01 * vector['expected'].exact.u);
    return monteCarlo!.trials;
  };
  // Tables 2 and 4 print (1.23, 1.02) × 10⁶ and (0.03, 0.08) × 10⁶; the number itself is a random one.
  const [wide, narrow] = [await adaptive('jcgm101-9.2.2'), await adaptive('jcgm101-9.2.4')];
  assert.ok(wide > 300_000 && wide < 3_000_000, String(wide));
  assert.ok(narrow >= 20_000 && narrow < 300_000, String(narrow));
});

test('an adaptive run is the fixed run of as many trials', async () => {
  const vector = jcgm101.get('jcgm101-9.2.4')!;
  const run = (trials: number | string): Promise<OutputAnswer> =>
    only({ outputs: { y: vector.model }, inputs: inputsOf(vector), monteCarlo: { trials } });
  const { monteCarlo } = await run('adaptive');
  const { settled, ...rest } = monteCarlo!;
  assert.equal(settled, true);
  assert.deepEqual((await run(rest.trials)).monteCarlo, rest);
});

test('several outputs: covariance and coverage regions of JCGM 102 9.2', async () => {
  for (const id of ['jcgm102-9.2.2', 'jcgm102-9.2.3', 'jcgm102-9.2.4']) {
    const vector = jcgm102.get(id)!;
    const { exact, mc_4e6 } = vector['expected'];
    const { covariance, region } = await answer({
      outputs: { Y1: 'X1+X3', Y2: 'X2+X3' },
      inputs: inputsOf(vector),
      monteCarlo: { trials: 2_000_000 },
    });
    within(region!.kp!, mc_4e6.kp, mc_4e6.tolerance, id);
    within(region!.kq!, mc_4e6.kq, mc_4e6.tolerance, id);
    near(region!.gum.kp, exact.kp_GUF, 1e-9);
    near(region!.gum.kq, exact.kq_GUF_bonferroni, 1e-9);
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        near(covariance.gum[i]![j]!, exact.cov[i][j], 1e-12);
        within(covariance.monteCarlo![i]![j]!, exact.cov[i][j], 0.005 * exact.cov[i][i]);
      }
  }
});

test('polar coordinates of JCGM 102 9.3', async () => {
  for (const [id, vector] of jcgm102) {
    if (!id.startsWith('jcgm102-9.3')) continue;
    const [y1, y2, u1, u2, r] = vector['expected'].mc_8e6 as [number, number, number, number, number];
    const [g1, g2, gu1, gu2, gr] = vector['expected'].GUF_exact as [number, number, number, number, number];
    const { outputs, covariance } = await answer({
      outputs: { magnitude: 'sqrt(x1^2+x2^2)', phase: 'atan2(x2,x1)' },
      inputs: inputsOf(vector),
      correlations: correlationsOf(vector),
    });
    const { magnitude, phase } = outputs as { magnitude: OutputAnswer; phase: OutputAnswer };
    near(magnitude.gum.value, g1, 1e-9);
    within(phase.gum.value, g2, 1e-12);
    near(magnitude.gum.u, gu1, 1e-9);
    near(phase.gum.u, gu2, 1e-9);
    within(covariance.gum[0]![1]! / (gu1 * gu2), gr, 1e-9);
    within(magnitude.monteCarlo!.value, y1, 0.006 * u1, id);
    within(phase.monteCarlo!.value, y2, 0.006 * u2, id);
    within(magnitude.monteCarlo!.u, u1, 0.006 * u1, id);
    within(phase.monteCarlo!.u, u2, 0.006 * u2, id);
    within(covariance.monteCarlo![0]![1]! / (u1 * u2), r, 0.006, id);
  }
});

test('impedance of JCGM 102 9.4: few simultaneous readings are a multivariate t', async () => {
  const { data, expected } = jcgm102.get('jcgm102-9.4')!;
  const inputs = Object.fromEntries(
    Object.entries(data as Record<string, number[]>).map(([name, readings]) => [name, { distribution: 'readings', readings }]),
  );
  const { outputs } = await answer({
    outputs: { R: 'V/I*cos(phi)', X: 'V/I*sin(phi)', Z: 'V/I' },
    inputs,
    simultaneous: [['V', 'I', 'phi']],
    monteCarlo: { trials: 4_000_000 },
  });
  ['R', 'X', 'Z'].forEach((name, i) => {
    near(outputs[name]!.gum.value, expected.computed.y[i], 1e-9);
    near(outputs[name]!.gum.u, expected.computed.u_GUF[i], 1e-8);
    within(outputs[name]!.monteCarlo!.value, expected.mc_4e6.y[i], 0.01 * expected.mc_4e6.u[i], name);
    // A t distribution with 3 degrees of freedom has no fourth moment: u of the trials settles slowly.
    within(outputs[name]!.monteCarlo!.u, expected.computed.u_altGUF[i], 0.03 * expected.computed.u_altGUF[i], name);
  });
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

test('coverage factors of trapezoids (EA-4/02 S9 to S11) come out of the trials', async () => {
  for (const { a1, a2, rect, k } of ea402.get('ea402-trapezoid-k')!['cases'] as { a1?: number; a2?: number; rect?: boolean; k: number }[]) {
    const beta = rect === true ? 1 : Math.abs(a1! - a2!) / (a1! + a2!);
    const { gum, monteCarlo } = await only({
      outputs: { y: 'x' },
      inputs: { x: { distribution: 'trapezoidal', mean: 0, halfWidth: 1, beta } },
      monteCarlo: { interval: 'symmetric' },
    });
    near((monteCarlo!.interval[1] - monteCarlo!.interval[0]) / 2 / gum.u, k, 0.004, String(beta));
  }
});

test('moments of the distributions of JCGM 101 6.4', async () => {
  const u = async (input: object): Promise<[number, number, number, number]> => {
    const { gum, monteCarlo } = await only({ outputs: { y: 'x' }, inputs: { x: input }, monteCarlo: { seed: 3 } });
    return [gum.value, gum.u, monteCarlo!.value, monteCarlo!.u];
  };
  const cases: [object, number, number, number?][] = [
    [{ distribution: 'curvilinearTrapezoid', lower: -1, upper: 1, d: 0.1 }, 0, 0.5783117190965824],
    [{ distribution: 'trapezoidal', mean: 0, halfWidth: 1.5, beta: 1 / 3 }, 0, 0.6454972243679028],
    [{ distribution: 't', mean: 0, scale: 2, dof: 5 }, 0, 2, 2.581988897471611],
    [{ distribution: 'arcsine', mean: 0, halfWidth: 0.5 }, 0, 0.35355339059327373],
    [{ distribution: 'exponential', mean: 3 }, 3, 3],
    [{ distribution: 'poisson', count: 8 }, 9, 3],
    [{ distribution: 'triangular', lower: 1, upper: 4 }, 2.5, 1.5 / Math.sqrt(6)],
    [{ distribution: 'gamma', shape: 0.7, scale: 2 }, 1.4, 2 * Math.sqrt(0.7)],
    [{ distribution: 'lognormal', mean: 5, u: 2 }, 5, 2],
    [{ distribution: 'samples', samples: [1, 2, 4, 8] }, 3.75, 3.095695936834452, 2.680951323690902],
  ];
  for (const [input, value, gumU, drawnU = gumU] of cases) {
    const [y, own, mean, drawn] = await u(input);
    within(y, value, 1e-12, JSON.stringify(input));
    near(own, gumU, 1e-12, JSON.stringify(input));
    within(mean, value, 0.005 * drawnU, JSON.stringify(input));
    near(drawn, drawnU, 0.012, JSON.stringify(input));
  }
});
