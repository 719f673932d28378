/**
 * `npm run bench -- uncertainty`: the Monte Carlo examples of JCGM 101 clause 9 with 10⁶ trials (draws, model, mean, u, shortest 95 % interval)
 * beside numpy, rounds interleaved, and repeated GUM evaluation of JCGM 100 H.1 with its budget beside the measured figure of GTC.
 * numpy is Debian's python3-numpy; where it is not installed, only our own times are printed and the report says so.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { samplingOf } from '@tongheng/uncertainty/model/sampling';
import { readModel } from '@tongheng/uncertainty/model/model';
import { Propagator } from '@tongheng/uncertainty/gum/propagator';
import { propagate } from '@tongheng/uncertainty/gum/propagate';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { RemoteHand, type Reply } from '@tongheng/uncertainty/monte-carlo/remote-hand';
import { crewOfOne, runFixed, type Crew } from '@tongheng/uncertainty/monte-carlo/run';

const root = join(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 15);
const trials = 1_000_000;

const normal = (mean: number, u: number, dof?: number): object => ({
  distribution: 'normal',
  mean,
  u,
  ...(dof === undefined ? {} : { dof }),
});
const t = (mean: number, scale: number, dof: number): object => ({ distribution: 't', mean, scale, dof });
const rectangular = (mean: number, halfWidth: number, dof?: number): object => ({
  distribution: 'rectangular',
  mean,
  halfWidth,
  ...(dof === undefined ? {} : { dof }),
});
const curvilinear = (halfWidth: number, d: number): object => ({ distribution: 'curvilinearTrapezoid', mean: 0, halfWidth, d });

const loss = { outputs: { y: 'x1^2+x2^2' }, inputs: { x1: normal(0.05, 0.005), x2: normal(0, 0.005) } };
const examples: Readonly<Record<string, object>> = {
  '9.2.2': {
    outputs: { y: 'x1+x2+x3+x4' },
    inputs: { x1: normal(0, 1), x2: normal(0, 1), x3: normal(0, 1), x4: normal(0, 1) },
  },
  '9.3': {
    outputs: { y: '(mRc+dmRc)*(1+(rhoa-1.2)*(1/rhoW-1/rhoR))-100000' },
    inputs: {
      mRc: normal(100000, 0.05),
      dmRc: normal(1.234, 0.02),
      rhoa: rectangular(1.2, 0.1),
      rhoW: rectangular(8000, 1000),
      rhoR: rectangular(8000, 50),
    },
  },
  '9.4': loss,
  '9.4 r=0.9': { ...loss, correlations: [{ between: ['x1', 'x2'], r: 0.9 }] },
  '9.5': {
    outputs: { y: 'Ls+D+d1+d2-Ls*(dal*(th0+De)+als*dth)-50000000' },
    inputs: {
      Ls: t(50000623, 25, 18),
      D: t(215, 6, 24),
      d1: t(0, 4, 5),
      d2: t(0, 7, 8),
      als: rectangular(1.15e-5, 2e-6),
      th0: normal(-0.1, 0.2),
      De: { distribution: 'arcsine', mean: 0, halfWidth: 0.5 },
      dal: curvilinear(1e-6, 1e-7),
      dth: curvilinear(0.05, 0.025),
    },
  },
};

type Peer = { run(example: string, way: 'idiomatic' | 'best'): Promise<number>; close(): void; readonly version: string };

/** numpy in a process of its own, asked line by line so that rounds can be interleaved. */
async function startNumpy(): Promise<Peer | undefined> {
  const python = '/usr/bin/python3';
  if (!existsSync(python)) return undefined;
  // Settings that some machines need for an old OpenBLAS would slow numpy down.
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _size, ...environment } = process.env;
  const child = spawn(python, [join(root, 'bench/peers/numpy_monte_carlo.py')], { stdio: ['pipe', 'pipe', 'ignore'], env: environment });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) return undefined;
  const { numpy } = JSON.parse(first.value) as { numpy: string };
  return {
    version: numpy,
    async run(example, way) {
      child.stdin.write(`${example}|${way}\n`);
      const { value } = await lines.next();
      return (JSON.parse(String(value)) as { milliseconds: number }).milliseconds;
    },
    close: () => void child.kill(),
  };
}

async function crewOfThreads(count: number): Promise<{ crew: Crew; close: () => Promise<unknown> }> {
  const threads = Array.from({ length: count }, () => new Worker(join(root, 'app/cli/uncertainty-thread.ts')));
  await Promise.all(threads.map((thread) => once(thread, 'online')));
  const hands = threads.map((thread) => {
    const hand = new RemoteHand((question) => thread.postMessage(question));
    thread.on('message', (reply: Reply) => hand.receive(reply));
    return hand;
  });
  return { crew: { engine: await loadEngine(), hands }, close: () => Promise.all(threads.map((thread) => thread.terminate())) };
}

async function ours(file: object, crew: Crew): Promise<number> {
  const started = performance.now();
  const model = readModel(file);
  const { starts } = propagate(model);
  const draws = { program: model.program, starts, sampling: samplingOf(model.inputs, model.correlations), seed: 1 };
  await runFixed(crew, draws, trials, { probability: 0.95, interval: 'shortest' });
  return performance.now() - started;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const row = (cells: readonly string[]): void =>
  console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(11) : cell.padStart(12))).join(''));

async function monteCarlo(): Promise<void> {
  const numpy = await startNumpy();
  const cores = availableParallelism();
  const alone = crewOfOne(await loadEngine());
  const threads = await crewOfThreads(cores);
  console.log(
    numpy === undefined
      ? 'numpy is not installed (Debian: python3-numpy): our own times only'
      : `numpy ${numpy.version}; each ratio is the median over ${rounds} interleaved rounds; limits: 6 (idiomatic), 2.5 (best)`,
  );
  row(['example', 'ours ms', `${cores} threads`, 'numpy ms', 'best ms', 'numpy/ours', 'best/ours', `numpy/${cores} thr`]);
  for (const [name, file] of Object.entries(examples)) {
    const times = { alone: [] as number[], threads: [] as number[], idiomatic: [] as number[], best: [] as number[] };
    for (let round = -2; round < rounds; round++) {
      const one = await ours(file, alone);
      const all = await ours(file, threads.crew);
      const idiomatic = (await numpy?.run(name, 'idiomatic')) ?? Number.NaN;
      const best = (await numpy?.run(name, 'best')) ?? Number.NaN;
      // The first rounds warm up both sides.
      if (round < 0) continue;
      times.alone.push(one);
      times.threads.push(all);
      times.idiomatic.push(idiomatic);
      times.best.push(best);
    }
    const ratio = (peer: readonly number[], own: readonly number[]): string =>
      median(peer.map((time, round) => time / (own[round] ?? Number.NaN))).toFixed(1);
    row([
      name,
      median(times.alone).toFixed(1),
      median(times.threads).toFixed(1),
      median(times.idiomatic).toFixed(1),
      median(times.best).toFixed(1),
      ratio(times.idiomatic, times.alone),
      ratio(times.best, times.alone),
      ratio(times.idiomatic, times.threads),
    ]);
  }
  numpy?.close();
  await threads.close();
}

/** GTC 1.5.1 took 70 µs for H.1 with its budget on two such cores (November 2026); it is not a Debian package and cannot be run here. */
const gtcMicroseconds = 70;

async function gum(): Promise<void> {
  const model = readModel({
    outputs: { l: 'ls + d0 + d1 + d2 - ls*(dal*(thbar+Delta) + als*dth)' },
    inputs: {
      ls: normal(50000623, 25, 18),
      d0: normal(215, 5.8, 24),
      d1: normal(0, 3.9, 5),
      d2: normal(0, 6.7, 8),
      als: rectangular(1.15e-5, 2e-6),
      thbar: normal(-0.1, 0.2),
      Delta: { distribution: 'arcsine', mean: 0, halfWidth: 0.5 },
      dal: rectangular(0, 1e-6, 50),
      dth: rectangular(0, 0.05, 2),
    },
    coverage: 0.99,
  });
  const propagator = new Propagator(model);
  await propagator.compile(await loadEngine());
  const count = 200_000;
  const times: number[] = [];
  // Rounds enough for a median that a neighbour's burst does not move.
  for (let round = 0; round < 65; round++) {
    const started = performance.now();
    for (let index = 0; index < count; index++) {
      propagator.inputs.value[1] = 215 + index * 1e-6;
      propagator.run();
    }
    times.push(((performance.now() - started) * 1000) / count);
  }
  const settled = times.slice(5);
  const told = (own: number): string => `${own.toFixed(3)} µs, ${Math.round(gtcMicroseconds / own)} times GTC's ${gtcMicroseconds} µs`;
  console.log(`GUM H.1 with budget, dof, k (limit 300): median ${told(median(settled))}; least ${told(Math.min(...settled))}`);
}

await gum();
await monteCarlo();
