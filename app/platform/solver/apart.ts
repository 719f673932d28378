import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Solver } from '../../kernel/programme.ts';
import { loadHighs, openSolver } from './solver.ts';

/** What came out, by which solver, in how many seconds. */
export type Solved<Result> = { readonly answer: Result; readonly solver: string; readonly seconds: number };

/**
 * Asks a slice's own thread file, which calls `answerApart`: the solver does not let go of its thread until it is done, and the server goes
 * on answering.
 */
export function askApart<Result>(thread: URL, question: { readonly seconds: number }): Promise<Solved<Result>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: question });
    worker.once('message', (solved: Solved<Result>) => {
      resolve(solved);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the solver ended with ${code}`)));
  });
}

/** The whole of a thread file: answers the one question that it was started with. */
export async function answerApart<Question extends { readonly seconds: number }>(
  solve: (question: Question, solver: Solver) => unknown,
): Promise<void> {
  const question = workerData as Question;
  const { highs, name } = await loadHighs();
  const begun = performance.now();
  const answer = solve(question, openSolver(highs, question.seconds));
  parentPort?.postMessage({ answer, solver: name, seconds: (performance.now() - begun) / 1000 } satisfies Solved<unknown>);
}
