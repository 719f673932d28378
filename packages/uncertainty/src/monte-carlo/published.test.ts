import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputAnswer } from '../evaluate.ts';
import { numericalTolerance } from './tolerance.ts';
import { answer, correlationsOf, inputsOf, near, only, readVectors, within } from '../../../../test/support/model-file.ts';

const jcgm101 = readVectors('jcgm101.json');
const jcgm102 = readVectors('jcgm102.json');
const ea402 = readVectors('ea402.json');

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

test('the gauge block of 9.5 with its non-linear model', async () => {
  const vector = jcgm101.get('jcgm101-9.5')!;
  const wanted = vector['expected'].mc_nonlinear_6e6;
  const { monteCarlo } = await only({
    outputs: { y: vector.model_nonlinear },
    inputs: inputsOf(vector),
    coverage: 0.99,
    monteCarlo: { trials: 2_000_000 },
  });
  within(monteCarlo!.value, wanted.value, 0.12);
  within(monteCarlo!.u, wanted.u, 0.12);
  for (const end of [0, 1] as const) within(monteCarlo!.interval[end], wanted.shortest99[end], 1.5);
});
