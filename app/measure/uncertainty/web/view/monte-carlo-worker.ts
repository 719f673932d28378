/** Computes one model in the background of a page: the text of its file comes in, progress and an answer go out. */
import { evaluate } from '@tongheng/uncertainty/evaluate';
import { readModel, type Model } from '@tongheng/uncertainty/model/model';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { RemoteHand, type Reply } from '@tongheng/uncertainty/monte-carlo/remote-hand';
import { crewOfOne, type Crew } from '@tongheng/uncertainty/monte-carlo/run';
import { histogramClasses } from '../../rules/record.ts';
import { problemOf } from './model-problem.ts';
import type { Said } from './use-monte-carlo.ts';

/** The page is told at most so often. */
const betweenMilliseconds = 100;
/** Fewer trials are done before further workers have started. */
const worthWorkers = 2_000_000;
const mostWorkers = 8;

const say = (said: Said): void => self.postMessage(said);

/** Hands in workers of this worker: they end with it when the page cancels. */
function handsOf(count: number): RemoteHand[] {
  return Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./monte-carlo-hand.ts', import.meta.url), { type: 'module' });
    const hand = new RemoteHand((question) => worker.postMessage(question));
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => hand.receive(data));
    worker.addEventListener('error', () => hand.fail(new Error('a worker of the run has ended')));
    return hand;
  });
}

async function crewFor({ monteCarlo }: Model): Promise<Crew> {
  const engine = await loadEngine();
  const count = Math.min(navigator.hardwareConcurrency, mostWorkers);
  const isLong = monteCarlo !== null && monteCarlo.trials !== 'adaptive' && monteCarlo.trials >= worthWorkers;
  // Some browsers give a worker no workers of its own.
  return isLong && count > 1 && typeof Worker === 'function' ? { engine, hands: handsOf(count) } : crewOfOne(engine);
}

async function compute(text: string): Promise<void> {
  let last = performance.now();
  const progress = (done: number, of: number): void => {
    const now = performance.now();
    if (now - last < betweenMilliseconds) return;
    last = now;
    say({ kind: 'progress', share: of === 0 ? 0 : Math.min(1, done / of) });
  };
  try {
    const model = readModel(JSON.parse(text));
    say({ kind: 'answer', answer: await evaluate(model, await crewFor(model), { histogram: histogramClasses, progress }) });
  } catch (error) {
    say({ kind: 'problem', problem: problemOf(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => void compute(data));
