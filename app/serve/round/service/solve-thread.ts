import { parentPort, workerData } from 'node:worker_threads';
import { proposeLoad } from '../rules/load.ts';
import { proposeRoute } from '../rules/route.ts';
import type { Question, Solved } from './solve.ts';
import { loadHighs, openSolver } from './solver.ts';

const question = workerData as Question;
const { highs, name } = await loadHighs();
const begun = performance.now();
const solver = openSolver(highs, question.seconds);
const answer = question.kind === 'route' ? proposeRoute(question.input, solver) : proposeLoad(question.input, solver);
parentPort?.postMessage({ answer, solver: name, seconds: (performance.now() - begun) / 1000 } satisfies Solved);
