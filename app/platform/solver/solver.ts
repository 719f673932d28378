import type { Highs } from 'highs';
import type { Answer, Programme, Solver } from '../../kernel/programme.ts';

/** HiGHS (MIT), compiled to WebAssembly; loaded only where something is solved. */
export async function loadHighs(): Promise<{ readonly highs: Highs; readonly name: string }> {
  // The declarations are those of a CommonJS module, what is loaded is an ES module: the loader is its default.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Highs> };
  const highs = await load();
  return { highs, name: `HiGHS ${highs.version.string}` };
}

/** A solver with so many seconds for everything that it is asked. */
export function openSolver(highs: Highs, seconds: number): Solver {
  const until = performance.now() + seconds * 1000;
  const secondsLeft = (): number => Math.max(0, (until - performance.now()) / 1000);
  return { secondsLeft, solve: (programme, most, gap) => solve(highs, programme, Math.min(most, secondsLeft()), gap) };
}

function solve(highs: Highs, programme: Programme, seconds: number, gap = 0): Answer {
  const { modelStatus, variableType, objectiveSense, solutionStatus } = highs.constants;
  if (seconds <= 0) return { status: 'nothing' };
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of programme.rows) {
    for (const [column, value] of entries) {
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  const bounded = (bound: number): number => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
  const model = highs.createModel();
  try {
    model.passModel({
      numCols: programme.cost.length,
      numRows: programme.rows.length,
      sense: objectiveSense.minimize,
      colCost: programme.cost,
      colLower: programme.lower.map(bounded),
      colUpper: programme.upper.map(bounded),
      rowLower: programme.rows.map(({ lower }) => bounded(lower)),
      rowUpper: programme.rows.map(({ upper }) => bounded(upper)),
      matrix: { format: 'csr', numRows: programme.rows.length, numCols: programme.cost.length, starts, indices, values },
      integrality: programme.integer.map((integer) => (integer ? variableType.integer : variableType.continuous)),
    });
    model.options.set({ time_limit: seconds, mip_rel_gap: gap, output_flag: false });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { status: 'infeasible' };
    if (Number(model.info.get('primal_solution_status')) !== solutionStatus.feasible) return { status: 'nothing' };
    const objective = model.getObjectiveValue();
    const dual = Number(model.info.get('mip_dual_bound'));
    return {
      status: status === modelStatus.optimal ? 'optimal' : 'feasible',
      values: [...model.getSolution().colValue],
      objective,
      bound: status === modelStatus.optimal && !Number.isFinite(dual) ? objective : dual,
    };
  } finally {
    // The garbage collector does not reach what the solver holds in its own memory.
    model.dispose();
  }
}
