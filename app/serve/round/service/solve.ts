import { Worker } from 'node:worker_threads';
import type { LoadAnswer, LoadInput } from '../rules/load.ts';
import type { RouteAnswer, RouteStop, TeamDay } from '../rules/route.ts';
import type { Point } from '../rules/travel.ts';

export type RouteInput = { readonly stops: readonly RouteStop[]; readonly teamDays: readonly TeamDay[]; readonly start: Point | null };
export type Question =
  | { readonly kind: 'route'; readonly seconds: number; readonly input: RouteInput }
  | { readonly kind: 'load'; readonly seconds: number; readonly input: LoadInput };
export type Solved = { readonly answer: RouteAnswer | LoadAnswer; readonly solver: string; readonly seconds: number };

/** Solves in a thread of its own: the solver does not let go of its thread until it is done, and the server goes on answering. */
export function solveApart(question: Question): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('solve-thread.ts', import.meta.url), { workerData: question });
    thread.once('message', (solved: Solved) => {
      resolve(solved);
      void thread.terminate();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the solver ended with ${code}`)));
  });
}
