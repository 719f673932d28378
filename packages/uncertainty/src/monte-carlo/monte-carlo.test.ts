import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf } from '../distribution/normal.ts';
import { evaluate, evaluateFile, type Answer } from '../evaluate.ts';
import { functions } from '../expression/operation.ts';
import { readModel } from '../model/model.ts';
import { loadEngine, type Engine } from './engine.ts';
import { LocalHand } from './hand.ts';
import { RemoteHand, serveHand, type Question, type Reply } from './remote-hand.ts';
import { sensitivityByTrials } from './sensitivity.ts';
import { Cancelled, crewOfOne, mostExact, type Crew } from './run.ts';

const engine = await loadEngine();
const normal = (mean: number, u: number, more: object = {}): object => ({ distribution: 'normal', mean, u, ...more });
const run = (file: object, on: Engine = engine): Promise<Answer> => evaluateFile(JSON.parse(JSON.stringify(file)), crewOfOne(on));
const within = (found: number, wanted: number, distance: number, what = ''): void =>
  assert.ok(Math.abs(found - wanted) <= distance, `${what} ${found}, wanted ${wanted} ± ${distance}`);

/** Every distribution, every function, correlations and an implicit output in one file. */
const everything = (trials: number): object => ({
  outputs: {
    sum: 'a + b - c*d/(2 + square(f))',
    all: Object.entries(functions)
      .map(([name, { arguments: count }]) => (count === 1 ? `${name}(0.2 + 0.1*h)` : `${name}(1 + h, 2 - 0.1*k)`))
      .map((call) => call.replace('acosh(0.2', 'acosh(1.2'))
      .join(' + '),
    root: { solve: 'root^3 + root = 1 + 0.1*h', for: 'root', start: 1 },
  },
  inputs: {
    a: normal(1, 0.1),
    b: { distribution: 't', mean: 2, scale: 0.1, dof: 4 },
    c: { distribution: 'triangular', mean: 1, halfWidth: 0.5 },
    d: { distribution: 'curvilinearTrapezoid', mean: 3, halfWidth: 0.5, d: 0.1 },
    f: { distribution: 'gamma', shape: 0.5, scale: 1 },
    h: { distribution: 'rectangular', mean: 0, halfWidth: 0.5 },
    k: { distribution: 'arcsine', mean: 0, halfWidth: 0.5 },
    m: { distribution: 'exponential', mean: 1 },
    n: { distribution: 'lognormal', mean: 2, u: 0.5 },
    o: { distribution: 'samples', samples: [1, 2, 3.5] },
    p: { distribution: 'poisson', count: 4 },
  },
  correlations: [
    { between: ['a', 'c'], r: 0.5 },
    { between: ['m', 'n'], r: -0.3, copula: { family: 't', dof: 5 } },
  ],
  monteCarlo: { trials, seed: 12345 },
});

test('WebAssembly and its JavaScript twin answer the same digits', async () => {
  const twin = await loadEngine('javascript');
  assert.deepEqual([engine.kind, twin.kind], ['webassembly', 'javascript']);
  assert.deepEqual(await run(everything(20_000), twin), await run(everything(20_000)));
});

test('a compiled model answers what the block evaluation answers', async () => {
  const plain: Engine = { ...engine, link: async () => undefined };
  const withoutRoot = everything(20_000) as { outputs: Record<string, unknown> };
  delete withoutRoot.outputs['root'];
  assert.deepEqual(await run(withoutRoot, plain), await run(withoutRoot));
});

test('the same file and seed answer these digits for ever', async () => {
  const { outputs } = await run(everything(20_000));
  const { value, u, interval } = outputs['sum']!.monteCarlo!;
  assert.deepEqual([value, u, ...interval], [1.700296722461473, 0.4421870111564964, 0.8718584399816525, 2.6416189387399274]);
});

test('another seed gives other trials, within what chance allows, and runs asked for at once take turns', async () => {
  const of = async (seed: number): Promise<number> =>
    (await run({ outputs: { y: 'x' }, inputs: { x: normal(0, 1) }, monteCarlo: { seed } })).outputs['y']!.monteCarlo!.value;
  const values = await Promise.all([1, 2, 3, 9007199254740991].map(of));
  assert.equal(new Set(values).size, 4);
  for (const value of values) within(value, 0, 0.005);
});

/** A crew whose hands stand behind messages that are copied, as between threads. */
async function crewOf(count: number): Promise<Crew> {
  const hands = await Promise.all(
    Array.from({ length: count }, async () => {
      const own = await loadEngine();
      const hand: RemoteHand = new RemoteHand((question) => {
        const sent = structuredClone(question) as Question;
        queueMicrotask(() => void serveHand(own, sent, (reply) => hand.receive(structuredClone(reply) as Reply)));
      });
      return hand;
    }),
  );
  return { engine, hands };
}

test('however the chunks are shared out, the result is the same', async () => {
  const model = readModel(everything(300_000));
  const alone = await evaluate(model, crewOfOne(engine), { histogram: 20 });
  for (const count of [2, 3, 7]) assert.deepEqual(await evaluate(model, await crewOf(count), { histogram: 20 }), alone);
});

test('counts over cells agree with kept tails, and take no more memory for more trials', async () => {
  const file = (trials: number): object => ({
    outputs: { y: 'x^2 + z', w: 'x - z' },
    inputs: { x: normal(0.01, 0.005), z: { distribution: 'rectangular', mean: 0, halfWidth: 1e-4 } },
    monteCarlo: { trials },
  });
  const fresh = await loadEngine();
  const exact = await run(file(mostExact), fresh);
  const before = fresh.memory.buffer.byteLength;
  const counted = await run(file(mostExact + 1), fresh);
  for (const name of ['y', 'w']) {
    const [one, other] = [exact.outputs[name]!.monteCarlo!, counted.outputs[name]!.monteCarlo!];
    within(other.value, one.value, 1e-6 * one.u, name);
    within(other.u, one.u, 1e-6 * one.u, name);
    // The shortest interval of eight million trials is loose by some 0.01 u; the symmetric one would agree to 1e-5.
    for (const end of [0, 1] as const) within(other.interval[end], one.interval[end], 0.02 * one.u, name);
  }
  assert.ok(fresh.memory.buffer.byteLength <= before, 'counting needs no more memory than keeping');
  const symmetric = (trials: number): Promise<Answer> => run({ ...file(trials), monteCarlo: { trials, interval: 'symmetric' } }, fresh);
  const [kept, cells] = [
    (await symmetric(mostExact)).outputs['y']!.monteCarlo!,
    (await symmetric(mostExact + 1)).outputs['y']!.monteCarlo!,
  ];
  for (const end of [0, 1] as const) within(cells.interval[end], kept.interval[end], 1e-4 * kept.u);
});

test('a trial without a finite value is refused, with how often it happened', async () => {
  await assert.rejects(run({ outputs: { y: 'log(x)' }, inputs: { x: normal(1, 0.5) } }), (error: Error) => {
    assert.match(error.message, /^outputs\.y: \d+ of 4096 Monte Carlo trials gave no finite value/);
    return true;
  });
  // Too rare for the pilot, found in the run.
  await assert.rejects(
    run({ outputs: { y: 'sqrt(x)' }, inputs: { x: normal(4.2, 1) } }),
    /^InvalidInput: outputs\.y: \d+ of 1000000 Monte Carlo trials/,
  );
});

test('a run can be given up, and says how far it has come', async () => {
  const model = readModel({ outputs: { y: 'x' }, inputs: { x: normal(0, 1) }, monteCarlo: { trials: 1_000_000 } });
  const signal = { aborted: false };
  const told: number[] = [];
  const progress = (done: number, of: number): void => {
    assert.equal(of, 1_000_000);
    told.push(done);
    if (done > 300_000) signal.aborted = true;
  };
  await assert.rejects(evaluate(model, crewOfOne(engine), { progress, signal }), Cancelled);
  assert.ok(told.length >= 3 && told.length < 10, String(told));
  const { outputs } = await evaluate(model, crewOfOne(engine), { progress: (done) => void told.push(done) });
  assert.equal(told[told.length - 1], 1_000_000);
  assert.equal(outputs['y']!.monteCarlo!.trials, 1_000_000);
});

test('a heavy tail, one value only and few values are answered too', async () => {
  const cauchy = await run({
    outputs: { y: 'x' },
    inputs: { x: { distribution: 't', mean: 0, scale: 1, dof: 1 } },
    monteCarlo: { interval: 'symmetric' },
  });
  within(cauchy.outputs['y']!.monteCarlo!.interval[1], 12.706204736, 0.3);
  assert.match(cauchy.notes[0]![1], /no finite variance/);
  const many = await run({
    outputs: { y: 'x' },
    inputs: { x: { distribution: 't', mean: 0, scale: 1, dof: 1 } },
    monteCarlo: { trials: mostExact + 1, interval: 'symmetric' },
  });
  within(many.outputs['y']!.monteCarlo!.interval[1], 12.706204736, 0.1);
  const one = (await run({ outputs: { y: '7', z: 'x' }, inputs: { x: { distribution: 'constant', value: 3 } } })).outputs;
  assert.deepEqual([one['y']!.monteCarlo!.value, one['y']!.monteCarlo!.u, one['y']!.monteCarlo!.interval], [7, 0, [7, 7]]);
  assert.deepEqual([one['z']!.gum.value, one['z']!.gum.u, one['z']!.monteCarlo!.value], [3, 0, 3]);
  const coin = await run({ outputs: { y: 'x' }, inputs: { x: { distribution: 'samples', samples: [0, 1] } }, coverage: 0.95 });
  assert.deepEqual(coin.outputs['y']!.monteCarlo!.interval, [0, 1]);
  const few = await run({ outputs: { y: 'x' }, inputs: { x: normal(0, 1) }, monteCarlo: { trials: 100 } });
  within(few.outputs['y']!.monteCarlo!.u, 1, 0.3);
});

test('a narrow coverage leaves out more than half of the trials on each side', async () => {
  for (const coverage of [0.1, 0.5, 0.9999]) {
    const { outputs } = await run({ outputs: { y: 'x' }, inputs: { x: normal(0, 1) }, coverage, monteCarlo: { interval: 'symmetric' } });
    const [low, high] = outputs['y']!.monteCarlo!.interval;
    within(normalCdf(high) - normalCdf(low), coverage, 0.002, String(coverage));
    within(low + high, 0, coverage > 0.999 ? 0.4 : 0.01);
  }
});

test('an implicit output is solved in every trial', async () => {
  const { outputs } = await run({
    outputs: { y: { solve: 'y^2 = x', for: 'y', start: 1 }, direct: 'sqrt(x)', gap: 'y - direct' },
    inputs: { x: { distribution: 'rectangular', lower: 1, upper: 9 } },
  });
  within(outputs['y']!.monteCarlo!.value, 26 / 12, 0.003);
  within(outputs['gap']!.monteCarlo!.u, 0, 1e-12);
  within(outputs['gap']!.gum.u, 0, 1e-12);
});

test('a copula joins what its family says', async () => {
  // Two rectangular quantities with a Gaussian copula: P(both below the median) = 1/4 + asin(r)/2π; for Student's t the same.
  for (const copula of [undefined, { family: 't', dof: 3 }]) {
    const { covariance, outputs } = await run({
      outputs: { below: '(1 - sign(a))*(1 - sign(b))/4', a_: 'a', b_: 'b' },
      inputs: { a: { distribution: 'rectangular', mean: 0, halfWidth: 1 }, b: { distribution: 'triangular', mean: 0, halfWidth: 1 } },
      correlations: [{ between: ['a', 'b'], r: 0.6, ...(copula === undefined ? {} : { copula }) }],
    });
    within(outputs['below']!.monteCarlo!.value, 0.25 + Math.asin(0.6) / (2 * Math.PI), 0.002);
    within(outputs['a_']!.monteCarlo!.u, Math.sqrt(1 / 3), 0.002);
    within(outputs['b_']!.monteCarlo!.u, Math.sqrt(1 / 6), 0.002);
    assert.ok(covariance.monteCarlo![1]![2]! > 0.1);
  }
});

test('memory is given back after each run', async () => {
  const fresh = await loadEngine();
  const file = { outputs: { y: 'x' }, inputs: { x: normal(0, 1) } };
  await run(file, fresh);
  const before = fresh.memory.buffer.byteLength;
  for (let count = 0; count < 20; count++) await run(file, fresh);
  assert.equal(fresh.memory.buffer.byteLength, before);
  assert.ok(new LocalHand(fresh));
});

test('an input varied alone brings what JCGM 101 annex B says', async () => {
  const model = readModel({
    outputs: { y: 'a + x^2', z: '3*a' },
    inputs: { a: normal(1, 0.5), x: normal(0, 0.2), c: { distribution: 'constant', value: 1 } },
    correlations: [{ between: ['a', 'x'], r: 0.9 }],
  });
  const [y = [], z = []] = await sensitivityByTrials(model, crewOfOne(engine), 200_000);
  within(y[0]!.u, 0.5, 0.005);
  within(y[0]!.coefficient, 1, 0.01);
  // The derivative with respect to x vanishes at the estimate; its part does not: u(x²) = √2·u².
  within(y[1]!.u, Math.SQRT2 * 0.04, 0.001);
  assert.deepEqual(y[2], { input: 'c', u: 0, coefficient: 0 });
  within(z[0]!.coefficient, 3, 0.03);
  within(z[1]!.u, 0, 1e-12);
});
