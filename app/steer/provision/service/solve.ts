import type { Context } from '../../../platform/context.ts';
import { askApart } from '../../../platform/solver/apart.ts';
import type { PlanAnswer } from '../rules/solve.ts';
import * as store from '../store.ts';

/** For everything that one scenario asks of the solver; what is not proven best by then says how far off it may be. */
const solverSeconds = 120;

/** Solves a version that waits, in the background and in a thread of its own. */
export async function solveVersion(ctx: Context, id: string): Promise<void> {
  // Whoever looks meanwhile sees that it is being solved: said outside of the transaction that ends with the answer.
  if (!(await store.beginSolving(ctx.apart, id))) return;
  const row = await store.findVersion(ctx.apart, id);
  if (row === undefined) return;
  const begun = performance.now();
  const thread = new URL('solve-thread.ts', import.meta.url);
  const subject = row.scenarioId;
  try {
    const { answer, solver, seconds } = await askApart<PlanAnswer>(thread, { seconds: solverSeconds, scenario: row.input } as never);
    const state = answer.outcome === 'planned' ? 'solved' : answer.outcome === 'infeasible' ? 'infeasible' : 'failed';
    await store.endSolving(ctx.db, id, { state, answer, solver, seconds, endedAt: ctx.now });
    ctx.record({ kind: 'provision.solved', subject, detail: { version: row.number, outcome: answer.outcome, solver } });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const seconds = (performance.now() - begun) / 1000;
    await store.endSolving(ctx.db, id, {
      state: 'failed',
      answer: { outcome: 'nothing', failure },
      solver: null,
      seconds,
      endedAt: ctx.now,
    });
    ctx.record({ kind: 'provision.solved', subject, detail: { version: row.number, outcome: 'failed' } });
  }
}
