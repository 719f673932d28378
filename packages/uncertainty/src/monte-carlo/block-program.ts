/** A program laid out for the engine: slots become blocks of memory, a block is used again when its slot is no longer needed. */
import { code } from '../expression/operation.ts';
import type { Program } from '../expression/program.ts';

export type BlockProgram = {
  readonly blocks: number;
  readonly inputBlocks: Int32Array;
  readonly outputBlocks: Int32Array;
  readonly constants: readonly number[];
  /** Operation, result block, arguments: a block number, or −1 − index of a constant. */
  readonly lines: readonly BlockLine[];
  /** Blocks that hold a constant output in every trial. */
  readonly filled: readonly (readonly [block: number, value: number])[];
};
export type BlockLine = {
  readonly operation: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly solve?: { readonly firstLine: number; readonly start: number };
};

const binary: ReadonlySet<number> = new Set([
  code.add,
  code.subtract,
  code.multiply,
  code.divide,
  code.pow,
  code.atan2,
  code.hypot,
  code.max,
  code.min,
  code.mod,
]);

/** The last instruction that reads each slot; what a solve repeats lives until its end. */
function lastReads(program: Program): Int32Array {
  const { instructions } = program;
  const count = instructions.length / 4;
  const last = new Int32Array(program.slots).fill(-1);
  const endOf = (index: number): number =>
    program.solves.find((solve) => index >= solve.first && index < solve.instruction)?.instruction ?? index;
  for (let index = 0; index < count; index++) {
    const end = endOf(index);
    for (const argument of [2, 3]) {
      const slot = instructions[index * 4 + argument] as number;
      last[slot] = Math.max(last[slot] as number, end);
    }
    const result = instructions[index * 4 + 1] as number;
    last[result] = Math.max(last[result] as number, end);
  }
  for (const slot of program.outputSlots) last[slot] = count;
  return last;
}

/**
 * @param starts the value at the estimate of each implicit output: where Newton's method begins in every trial
 */
export function layOut(program: Program, starts: readonly number[]): BlockProgram {
  const { instructions, constants, solves } = program;
  const last = lastReads(program);
  const constantOf = new Map(constants.map(([slot], index) => [slot, index]));
  const block = new Int32Array(program.slots).fill(-1);
  const free: number[] = [];
  let blocks = 0;
  const take = (): number => free.pop() ?? blocks++;
  const inputs = program.inputs.length;
  // Inputs are all drawn before the first instruction, so none may share a block with another.
  for (let slot = 0; slot < inputs; slot++) block[slot] = blocks++;
  const lines: BlockLine[] = [];
  const at = (slot: number): number => {
    const constant = constantOf.get(slot);
    return constant === undefined ? (block[slot] as number) : -1 - constant;
  };
  const releases = new Map<number, number[]>();
  for (let slot = 0; slot < program.slots; slot++) {
    const end = last[slot] as number;
    if (constantOf.has(slot)) continue;
    releases.set(end, [...(releases.get(end) ?? []), slot]);
  }
  const lineOfInstruction: number[] = [];
  for (const { unknown } of solves) block[unknown] = blocks++;
  for (let index = 0; index < instructions.length / 4; index++) {
    lineOfInstruction.push(lines.length);
    const [operation = 0, y = 0, a = 0, b = 0] = instructions.subarray(index * 4, index * 4 + 4);
    const solve = solves.find(({ instruction }) => instruction === index);
    if (solve !== undefined) {
      const number = solves.indexOf(solve);
      lines.push({
        operation,
        y: at(y),
        a: at(a),
        b: at(b),
        solve: { firstLine: lineOfInstruction[solve.first] ?? 0, start: starts[number] ?? solve.start },
      });
    } else {
      const result = (block[y] as number) >= 0 ? (block[y] as number) : take();
      block[y] = result;
      // Both commute exactly, and the engine is quick where the second argument is the constant one.
      const swap = (operation === code.add || operation === code.multiply) && at(a) < 0;
      const [left, right] = swap ? [at(b), at(a)] : [at(a), binary.has(operation) ? at(b) : at(a)];
      lines.push({ operation, y: result, a: left, b: right });
    }
    for (const slot of releases.get(index) ?? []) if ((block[slot] as number) >= 0) free.push(block[slot] as number);
  }
  const filled: (readonly [number, number])[] = [];
  const outputBlocks = Int32Array.from(program.outputSlots, (slot) => {
    const constant = constantOf.get(slot);
    if (constant === undefined) return block[slot] as number;
    filled.push([blocks, constants[constant]?.[1] ?? 0]);
    return blocks++;
  });
  return {
    blocks,
    inputBlocks: block.slice(0, inputs),
    outputBlocks,
    constants: constants.map(([, value]) => value),
    lines,
    filled,
  };
}
