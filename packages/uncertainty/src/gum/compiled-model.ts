/** Values and sensitivities of a model by one call of WebAssembly: for procedures that evaluate a model for reading after reading. */
import { withGradients } from '../expression/gradient-program.ts';
import type { Program } from '../expression/program.ts';
import { layOut } from '../monte-carlo/block-program.ts';
import { inTurn, type Engine } from '../monte-carlo/engine.ts';
import { canCompile, modelModule } from '../monte-carlo/model-module.ts';

/** Writes inputs, runs, and reads values and sensitivities (row by row). */
export type CompiledModel = (inputs: Float64Array, value: Float64Array, sensitivity: Float64Array) => void;

/**
 * The room for one evaluation stays reserved in the engine.
 * @returns undefined where the model has implicit outputs, is too large, or WebAssembly cannot be had
 */
export async function compileModel(program: Program, engine: Engine): Promise<CompiledModel | undefined> {
  const extended = withGradients(program);
  if (extended === undefined) return undefined;
  const plan = layOut(extended, []);
  if (!canCompile(plan)) return undefined;
  return inTurn(engine, async () => {
    const start = engine.reserve(plan.blocks * 8);
    if (start === 0) return undefined;
    const run = await engine.link(modelModule(plan, (block) => start + block * 8));
    if (run === undefined) return undefined;
    let room = new Float64Array(0);
    // Memory that grows moves, and leaves arrays of length 0 behind.
    const look = (): Float64Array => {
      room = new Float64Array(engine.memory.buffer as ArrayBuffer, start, plan.blocks);
      for (const [block, constant] of plan.filled) room[block] = constant;
      return room;
    };
    const { outputBlocks } = plan;
    const outputs = program.outputs.length;
    return (inputs, value, sensitivity) => {
      const view = room.length === 0 ? look() : room;
      for (let input = 0; input < inputs.length; input++) view[input] = inputs[input] as number;
      run(1);
      for (let output = 0; output < outputs; output++) value[output] = view[outputBlocks[output] as number] as number;
      for (let index = 0; index < sensitivity.length; index++) sensitivity[index] = view[outputBlocks[outputs + index] as number] as number;
    };
  });
}
