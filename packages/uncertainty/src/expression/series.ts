/**
 * A program along a line: truncated Taylor series to the third order of every output at x + t·direction (jets).
 * Mixed derivatives follow from a few directions, as JCGM 100 5.1.2 (note) needs them: with D3 the third derivative along a line,
 * D3(eᵢ+eⱼ) + D3(eᵢ−eⱼ) = 2·fᵢᵢᵢ + 6·fᵢⱼⱼ.
 */
import { exp } from '../elementary/exponential.ts';
import { atan2 } from '../elementary/inverse-trigonometric.ts';
import { hypot, pow } from '../elementary/power.ts';
import { code, mod, unary } from './operation.ts';
import type { Program, Solve } from './program.ts';
import type { Tape } from './tape.ts';

/** Coefficients of t⁰ … t³: value, first derivative, second / 2, third / 6. */
type Jet = readonly [number, number, number, number];

const constant = (value: number): Jet => [value, 0, 0, 0];
const add = (a: Jet, b: Jet): Jet => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
const scale = (a: Jet, k: number): Jet => [a[0] * k, a[1] * k, a[2] * k, a[3] * k];
const subtract = (a: Jet, b: Jet): Jet => [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
const multiply = (a: Jet, b: Jet): Jet => [
  a[0] * b[0],
  a[0] * b[1] + a[1] * b[0],
  a[0] * b[2] + a[1] * b[1] + a[2] * b[0],
  a[0] * b[3] + a[1] * b[2] + a[2] * b[1] + a[3] * b[0],
];
function divide(a: Jet, b: Jet): Jet {
  const q0 = a[0] / b[0];
  const q1 = (a[1] - q0 * b[1]) / b[0];
  const q2 = (a[2] - q0 * b[2] - q1 * b[1]) / b[0];
  return [q0, q1, q2, (a[3] - q0 * b[3] - q1 * b[2] - q2 * b[1]) / b[0]];
}

/** f(x + …) from f and its derivatives at x (Faà di Bruno to the third order). */
const compose = (f: number, f1: number, f2: number, f3: number, x: Jet): Jet => [
  f,
  f1 * x[1],
  f1 * x[2] + (f2 * x[1] * x[1]) / 2,
  f1 * x[3] + f2 * x[1] * x[2] + (f3 * x[1] * x[1] * x[1]) / 6,
];
const derivatives = new Float64Array(4);
function applyUnary(operation: number, x: Jet): Jet {
  unary[operation]?.(x[0], derivatives);
  const [f = 0, f1 = 0, f2 = 0, f3 = 0] = derivatives;
  return compose(f, f1, f2, f3, x);
}

const isConstant = (a: Jet): boolean => a[1] === 0 && a[2] === 0 && a[3] === 0;

function power(a: Jet, b: Jet): Jet {
  if (!isConstant(b)) {
    const product = multiply(b, applyUnary(code.log, a));
    const value = pow(a[0], b[0]);
    const rest = compose(exp(product[0]), exp(product[0]), exp(product[0]), exp(product[0]), product);
    return [value, rest[1], rest[2], rest[3]];
  }
  const n = b[0];
  const slope = (k: number, factor: number): number => (factor === 0 ? 0 : factor * pow(a[0], n - k));
  return compose(pow(a[0], n), slope(1, n), slope(2, n * (n - 1)), slope(3, n * (n - 1) * (n - 2)), a);
}

/** The angle of (x, y) along the line: its derivative is (x·y′ − y·x′) / (x² + y²). */
function angle(y: Jet, x: Jet): Jet {
  const slopeOf = (a: Jet): Jet => [a[1], 2 * a[2], 3 * a[3], 0];
  const rate = divide(subtract(multiply(x, slopeOf(y)), multiply(y, slopeOf(x))), add(multiply(x, x), multiply(y, y)));
  return [atan2(y[0], x[0]), rate[0], rate[1] / 2, rate[2] / 3];
}

function apply(operation: number, a: Jet, b: Jet): Jet {
  switch (operation) {
    case code.add:
      return add(a, b);
    case code.subtract:
      return subtract(a, b);
    case code.multiply:
      return multiply(a, b);
    case code.divide:
      return divide(a, b);
    case code.pow:
      return power(a, b);
    case code.atan2:
      return angle(a, b);
    case code.hypot: {
      const root = applyUnary(code.sqrt, add(multiply(a, a), multiply(b, b)));
      return [hypot(a[0], b[0]), root[1], root[2], root[3]];
    }
    case code.max:
      return a[0] >= b[0] ? a : b;
    case code.min:
      return a[0] <= b[0] ? a : b;
    case code.mod:
      return [
        mod(a[0], b[0]),
        ...(subtract(a, scale(b, Math.round((a[0] - mod(a[0], b[0])) / b[0]))).slice(1) as [number, number, number]),
      ];
    default:
      return applyUnary(operation, a);
  }
}

/** Jets of all slots along a direction, at the point where the tape was evaluated last. */
export class Series {
  readonly #tape: Tape;
  readonly #jets: Jet[];
  readonly #solves: ReadonlyMap<number, Solve>;
  constructor(tape: Tape) {
    this.#tape = tape;
    this.#jets = Array.from({ length: tape.program.slots }, () => constant(0));
    this.#solves = new Map(tape.program.solves.map((solve) => [solve.instruction, solve]));
  }

  get program(): Program {
    return this.#tape.program;
  }

  /**
   * The first three derivatives of an output along the direction: [f′, f″, f‴].
   * @param direction one number per input
   */
  along(output: number, direction: ArrayLike<number>): readonly [first: number, second: number, third: number] {
    const { instructions, inputs, outputSlots, solves, constants } = this.program;
    const { values } = this.#tape;
    for (let index = 0; index < inputs.length; index++) this.#jets[index] = [values[index] as number, direction[index] as number, 0, 0];
    for (const [slot, value] of constants) this.#jets[slot] = constant(value);
    for (const { unknown } of solves) this.#jets[unknown] = constant(values[unknown] as number);
    this.#run(0, instructions.length / 4);
    const [, first, second, third] = this.#jets[outputSlots[output] as number] as Jet;
    return [first, 2 * second, 6 * third];
  }

  #run(first: number, end: number): void {
    const { instructions } = this.program;
    for (let index = first; index < end; index++) {
      const at = index * 4;
      const solve = this.#solves.get(index);
      if (solve !== undefined) this.#solve(solve);
      else
        this.#jets[instructions[at + 1] as number] = apply(
          instructions[at] as number,
          this.#jets[instructions[at + 2] as number] as Jet,
          this.#jets[instructions[at + 3] as number] as Jet,
        );
    }
  }

  /** The value is known; each Newton step with the fixed derivative gains one order of the series. */
  #solve({ first, instruction, unknown, residual, derivative }: Solve): void {
    const slope = this.#tape.values[derivative] as number;
    const value = this.#tape.values[unknown] as number;
    for (let order = 0; order < 4; order++) {
      const [, x1, x2, x3] = this.#jets[unknown] as Jet;
      const [, f1, f2, f3] = this.#jets[residual] as Jet;
      this.#jets[unknown] = [value, x1 - f1 / slope, x2 - f2 / slope, x3 - f3 / slope];
      this.#run(first, instruction);
    }
  }
}

/**
 * What the second-order terms of JCGM 100 5.1.2 (note) add to u² of one output, for independent inputs:
 * Σᵢⱼ [½ fᵢⱼ² + fᵢ·fᵢⱼⱼ]·uᵢ²·uⱼ².
 * @param u standard uncertainty of each input
 */
export function secondOrderVariance(tape: Tape, output: number, u: ArrayLike<number>): number {
  const series = new Series(tape);
  const direction = new Float64Array(tape.program.inputs.length);
  const along = (i: number, j: number, sign: number): readonly [number, number, number] => {
    direction.fill(0);
    direction[i] = u[i] as number;
    if (j !== i) direction[j] = sign * (u[j] as number);
    return series.along(output, direction);
  };
  const moving = Array.from(direction, (_, index) => index).filter((index) => (u[index] as number) > 0);
  const single = new Map(moving.map((i) => [i, along(i, i, 1)]));
  let variance = 0;
  for (const i of moving) {
    const [first, second, third] = single.get(i) ?? [0, 0, 0];
    variance += (second * second) / 2 + first * third;
    for (const j of moving) {
      if (j <= i) continue;
      const [plus, minus] = [along(i, j, 1), along(i, j, -1)];
      const [firstJ, , thirdJ] = single.get(j) ?? [0, 0, 0];
      // Along eᵢ ± eⱼ: f″ = fᵢᵢ ± 2 fᵢⱼ + fⱼⱼ and f‴ = fᵢᵢᵢ ± 3 fᵢᵢⱼ + 3 fᵢⱼⱼ ± fⱼⱼⱼ.
      const mixed = (plus[1] - minus[1]) / 4;
      const ijj = (plus[2] + minus[2] - 2 * third) / 6;
      const iij = (plus[2] - minus[2] - 2 * thirdJ) / 6;
      variance += mixed * mixed + first * ijj + firstJ * iij;
    }
  }
  return variance;
}
