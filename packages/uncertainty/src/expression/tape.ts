/**
 * A program evaluated for one set of values, with exact derivatives (reverse mode: one pass gives the sensitivity to every input).
 * Arrays are laid out once, so that repeated evaluation allocates nothing.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { code, unary, valueOf } from './operation.ts';
import { log } from '../elementary/logarithm.ts';
import { pow } from '../elementary/power.ts';
import type { Program, Solve } from './program.ts';
import { columnOf } from './tokenize.ts';

/** Newton's method ends when a step no longer changes the unknown, at the latest after this many. */
export const mostSteps = 100;
const smallestStep = 4e-16;

/**
 * Values and sensitivities of one program, evaluated as often as wanted in the same arrays. Not to be shared by two evaluations at a
 * time.
 */
export class Tape {
  readonly program: Program;
  /** The value of each slot; the inputs stand first. */
  readonly values: Float64Array;
  readonly #adjoints: Float64Array;
  readonly #derivatives = new Float64Array(4);
  readonly #solves: ReadonlyMap<number, Solve>;
  constructor(program: Program) {
    this.program = program;
    this.values = new Float64Array(program.slots);
    this.#adjoints = new Float64Array(program.slots);
    for (const [slot, value] of program.constants) this.values[slot] = value;
    this.#solves = new Map(program.solves.map((solve) => [solve.instruction, solve]));
  }

  /** Evaluates all outputs for the inputs (in the order of the program). Answers whatever the arithmetic gives, NaN included. */
  evaluate(inputs: ArrayLike<number>): void {
    const { instructions } = this.program;
    const { values } = this;
    for (let index = 0; index < this.program.inputs.length; index++) values[index] = inputs[index] as number;
    const { solves } = this.program;
    for (let index = 0; index < solves.length; index++) {
      const { unknown, start } = solves[index] as Solve;
      values[unknown] = start;
    }
    this.#run(0, instructions.length / 4);
  }

  #run(first: number, end: number): void {
    const { instructions } = this.program;
    const { values } = this;
    for (let index = first; index < end; index++) {
      const at = index * 4;
      const operation = instructions[at] as number;
      const result = instructions[at + 1] as number;
      const a = values[instructions[at + 2] as number] as number;
      const b = values[instructions[at + 3] as number] as number;
      if (operation === code.multiply) values[result] = a * b;
      else if (operation === code.add) values[result] = a + b;
      else if (operation === code.subtract) values[result] = a - b;
      else if (operation === code.divide) values[result] = a / b;
      else if (operation === code.solve) this.#solve(this.#solves.get(index) as Solve);
      else values[result] = valueOf(operation, a, b);
    }
  }

  /** Newton from the start value; a step that makes the residual no smaller is halved. */
  #solve({ instruction, first, unknown, residual, derivative }: Solve): void {
    const { values } = this;
    for (let count = 0; count < mostSteps; count++) {
      const [x, f] = [values[unknown] as number, values[residual] as number];
      let step = f / (values[derivative] as number);
      if (f === 0) return;
      if (!Number.isFinite(step)) break;
      for (let halved = 0; halved < 60; halved++) {
        values[unknown] = x - step;
        this.#run(first, instruction);
        if (Math.abs(values[residual] as number) < Math.abs(f) || Math.abs(step) <= smallestStep * Math.abs(x)) break;
        step /= 2;
      }
      if (Math.abs(step) <= smallestStep * Math.abs(x)) return;
    }
    values[unknown] = Number.NaN;
  }

  /** The value of the output with this number, after `evaluate`. */
  output(number: number): number {
    return this.values[this.program.outputSlots[number] as number] as number;
  }

  /** Writes ∂output/∂input for every input into `into` from `offset` on, after `evaluate`. */
  gradient(number: number, into: Float64Array, offset = 0): void {
    const { instructions } = this.program;
    const { values } = this;
    const adjoints = this.#adjoints;
    const derivatives = this.#derivatives;
    // Shorter than a call of fill for the few slots that a formula has.
    for (let slot = 0; slot < adjoints.length; slot++) adjoints[slot] = 0;
    adjoints[this.program.outputSlots[number] as number] = 1;
    for (let at = instructions.length - 4; at >= 0; at -= 4) {
      const result = instructions[at + 1] as number;
      const adjoint = adjoints[result] as number;
      if (adjoint === 0) continue;
      const operation = instructions[at] as number;
      const left = instructions[at + 2] as number;
      const right = instructions[at + 3] as number;
      const a = values[left] as number;
      const b = values[right] as number;
      switch (operation) {
        case code.add:
          adjoints[left] = (adjoints[left] as number) + adjoint;
          adjoints[right] = (adjoints[right] as number) + adjoint;
          break;
        case code.subtract:
          adjoints[left] = (adjoints[left] as number) + adjoint;
          adjoints[right] = (adjoints[right] as number) - adjoint;
          break;
        case code.multiply:
          adjoints[left] = (adjoints[left] as number) + adjoint * b;
          adjoints[right] = (adjoints[right] as number) + adjoint * a;
          break;
        case code.divide:
          adjoints[left] = (adjoints[left] as number) + adjoint / b;
          adjoints[right] = (adjoints[right] as number) - (adjoint * (values[result] as number)) / b;
          break;
        case code.solve:
          // Implicit function theorem: ∂x/∂z = −(∂F/∂z)/(∂F/∂x).
          adjoints[result] = 0;
          adjoints[left] = (adjoints[left] as number) - adjoint / b;
          break;
        default:
          if (unary[operation] === undefined) this.#binary(operation, left, right, a, b, values[result] as number, adjoint);
          else {
            unary[operation](a, derivatives);
            adjoints[left] = (adjoints[left] as number) + adjoint * (derivatives[1] as number);
          }
      }
    }
    for (let index = 0; index < this.program.inputs.length; index++) into[offset + index] = adjoints[index] as number;
  }

  #binary(operation: number, left: number, right: number, a: number, b: number, y: number, adjoint: number): void {
    const adjoints = this.#adjoints;
    let [da, db] = [0, 0];
    if (operation === code.pow) {
      da = b === 0 ? 0 : b * pow(a, b - 1);
      // A constant exponent has no logarithm of a negative base to take.
      db = this.program.constants.some(([slot]) => slot === right) ? 0 : y === 0 ? 0 : y * log(a);
    } else if (operation === code.atan2) {
      const r = a * a + b * b;
      [da, db] = [b / r, -a / r];
    } else if (operation === code.hypot) [da, db] = [a / y, b / y];
    else if (operation === code.max) [da, db] = a >= b ? [1, 0] : [0, 1];
    else if (operation === code.min) [da, db] = a <= b ? [1, 0] : [0, 1];
    else if (operation === code.mod) [da, db] = [1, -Math.round((a - y) / b)];
    adjoints[left] = (adjoints[left] as number) + adjoint * da;
    adjoints[right] = (adjoints[right] as number) + adjoint * db;
  }

  /** Refuses, by place and column, the first operation whose value is not finite. Call after `evaluate`. */
  requireFinite(): void {
    const { instructions, origins, solves } = this.program;
    for (const { instruction, unknown } of solves) {
      if (Number.isFinite(this.values[unknown])) continue;
      throw new InvalidInput(origins[instruction]?.[0] ?? '', [
        '从起始值出发没有找到方程的解，请给出更接近的 start',
        'no solution was found from the start value; give a start nearer to it',
      ]);
    }
    for (let index = 0; index < origins.length; index++) {
      const operation = instructions[index * 4] as number;
      const value = this.values[instructions[index * 4 + 1] as number] as number;
      if (Number.isFinite(value)) continue;
      const [place, column] = origins[index] as readonly [string, number];
      const divisor = this.values[instructions[index * 4 + 3] as number];
      if (operation === code.divide && divisor === 0)
        throw new InvalidInput(columnOf(place, column), ['在估计值处除数为 0', 'division by zero at the estimate']);
      throw new InvalidInput(columnOf(place, column), [
        `在估计值处结果不是有限数（${String(value)}）`,
        `the value at the estimate is not finite (${String(value)})`,
      ]);
    }
  }
}
