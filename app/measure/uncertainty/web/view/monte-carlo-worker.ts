/** Computes one model in the background of a page: the text of its file comes in, progress and an answer go out. */
import { evaluate } from '@tongheng/uncertainty/evaluate';
import { readModel } from '@tongheng/uncertainty/model/model';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { crewOfOne } from '@tongheng/uncertainty/monte-carlo/run';
import { histogramClasses } from '../../rules/record.ts';
import { problemOf } from './model-problem.ts';
import type { Said } from './use-monte-carlo.ts';

/** The page is told at most so often. */
const betweenMilliseconds = 100;

const say = (said: Said): void => self.postMessage(said);

async function compute(text: string): Promise<void> {
  let last = performance.now();
  const progress = (done: number, of: number): void => {
    const now = performance.now();
    if (now - last < betweenMilliseconds) return;
    last = now;
    say({ kind: 'progress', share: of === 0 ? 0 : Math.min(1, done / of) });
  };
  try {
    const crew = crewOfOne(await loadEngine());
    say({ kind: 'answer', answer: await evaluate(readModel(JSON.parse(text)), crew, { histogram: histogramClasses, progress }) });
  } catch (error) {
    say({ kind: 'problem', problem: problemOf(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => void compute(data));
