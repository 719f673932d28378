/**
 * A program that also answers the derivative of every output with respect to every input, as further outputs: written once symbolically, so that
 * a compiled model gives values and sensitivities in one call.
 */
import { code, type OperationName } from './operation.ts';
import { Builder, type Program } from './program.ts';
import { tangentOf } from './tangent.ts';

const names = new Map<number, OperationName | 'solve'>(
  (Object.entries(code) as [OperationName | 'solve', number][]).map(([name, number]) => [number, name]),
);

/**
 * Outputs of the answer: those of the program, then ∂output/∂input row by row.
 * @returns undefined for a program with implicit outputs
 */
export function withGradients(program: Program): Program | undefined {
  if (program.solves.length > 0) return undefined;
  const inputs = program.inputs.length;
  const builder = new Builder(inputs);
  const slotOf = new Map<number, number>(program.inputs.map((_, slot) => [slot, slot]));
  for (const [slot, value] of program.constants) slotOf.set(slot, builder.constant(value));
  for (let at = 0; at < program.instructions.length; at += 4) {
    const [operation = 0, y = 0, a = 0, b = 0] = program.instructions.subarray(at, at + 4);
    const name = names.get(operation) as OperationName;
    slotOf.set(y, builder.operate(name, slotOf.get(a) ?? 0, slotOf.get(b) ?? 0, program.origins[at / 4] ?? ['', 1]));
  }
  const outputs = Array.from(program.outputSlots, (slot) => slotOf.get(slot) ?? 0);
  const end = builder.instructions.length / 4;
  const slopes = outputs.flatMap((output) =>
    program.inputs.map((_, input) => tangentOf(builder, 0, input, output, end) ?? builder.constant(0)),
  );
  return {
    inputs: program.inputs,
    outputs: [...program.outputs, ...slopes.map((_, index) => `slope ${index}`)],
    outputSlots: Int32Array.from([...outputs, ...slopes]),
    instructions: Int32Array.from(builder.instructions),
    slots: builder.slots,
    constants: [...builder.constants],
    origins: builder.origins,
    solves: [],
  };
}
