/**
 * Formulas as a straight-line program: one instruction per operation, equal subexpressions once, constants folded.
 * The same program is evaluated for one set of values (tape.ts, with derivatives), along a direction (series.ts) and block by block for
 * Monte Carlo (engine). There is no way from a program to anything but arithmetic.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { code, valueOf, type OperationName } from './operation.ts';
import { parseEquation, parseExpression } from './parse.ts';
import { suggest } from './suggest.ts';
import { leftSpine, type Expression } from './syntax.ts';
import { tangentOf } from './tangent.ts';
import { columnOf } from './tokenize.ts';

/** A formula, or an implicit one: the value of `unknown` near `start` that makes the equation true. */
export type Formula =
  | { readonly name: string; readonly place: string; readonly text: string }
  | { readonly name: string; readonly place: string; readonly solve: string; readonly unknown: string; readonly start: number };

/** Instructions of four integers each: operation, slot of the result, slots of the arguments. */
export type Program = {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The slot that holds each output. */
  readonly outputSlots: Int32Array;
  readonly instructions: Int32Array;
  /** Slots: the inputs, then constants and results as they arise. */
  readonly slots: number;
  /** Constants as pairs of slot and value. */
  readonly constants: readonly (readonly [slot: number, value: number])[];
  /** Where each instruction stands in which formula, for errors: place and column. */
  readonly origins: readonly (readonly [place: string, column: number])[];
  /** Implicit outputs, in the order of their solve instructions. */
  readonly solves: readonly Solve[];
};

/**
 * The instruction `solve result=unknown, a=residual, b=derivative` repeats the instructions from `first` up to itself until the residual
 * vanishes; `derivative` is ∂residual/∂unknown.
 */
export type Solve = {
  readonly instruction: number;
  readonly first: number;
  readonly unknown: number;
  readonly residual: number;
  readonly derivative: number;
  readonly start: number;
};

/** Builds a program; slots are handed out in order, an operation on the same slots is done once. */
export class Builder {
  readonly instructions: number[] = [];
  readonly origins: (readonly [string, number])[] = [];
  readonly constants = new Map<number, number>();
  readonly #slotOfConstant = new Map<string, number>();
  readonly #known = new Map<string, number>();
  slots: number;
  constructor(inputs: number) {
    this.slots = inputs;
  }

  constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const known = this.#slotOfConstant.get(key);
    if (known !== undefined) return known;
    const slot = this.slots++;
    this.#slotOfConstant.set(key, slot);
    this.constants.set(slot, value);
    return slot;
  }

  operate(name: OperationName, a: number, b: number, origin: readonly [string, number]): number {
    const [left, right] = [this.constants.get(a), this.constants.get(b)];
    if (name === 'pow' && right === 2) return this.operate('square', a, a, origin);
    if (name === 'pow' && right === 1) return a;
    if (left !== undefined && right !== undefined) {
      const value = valueOf(code[name], left, right);
      if (Number.isFinite(value)) return this.constant(value);
    }
    const key = `${name} ${a} ${b}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const slot = this.slots++;
    this.instructions.push(code[name], slot, a, b);
    this.origins.push(origin);
    this.#known.set(key, slot);
    return slot;
  }

  /** Forgets which operations are known: those inside a repeated part must not be mistaken for ones outside. */
  separate(): void {
    this.#known.clear();
  }
}

const constantsOfLanguage: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

class Compiler {
  readonly builder: Builder;
  readonly #names = new Map<string, number>();
  readonly #pending: ReadonlySet<string>;
  constructor(inputs: readonly string[], formulas: readonly Formula[], constants: ReadonlyMap<string, number>) {
    this.builder = new Builder(inputs.length);
    this.#pending = new Set(formulas.map(({ name }) => name));
    inputs.forEach((name, slot) => this.#names.set(name, slot));
    for (const [name, value] of constants) this.#names.set(name, this.builder.constant(value));
  }

  bind(name: string, slot: number): void {
    this.#names.set(name, slot);
  }

  unbind(name: string): void {
    this.#names.delete(name);
  }

  slotOf(name: string): number | undefined {
    return this.#names.get(name);
  }

  compile(expression: Expression, place: string): number {
    // A sum of thousands of terms nests to the left; only what nests to the right is bounded by the parser, and compiled by recursion.
    const spine = leftSpine(expression);
    const leaf = spine.pop() as Expression;
    let slot = leaf.kind === 'number' ? this.builder.constant(leaf.value) : this.#name((leaf as { name: string }).name, place, leaf.column);
    for (const node of spine.reverse()) {
      if (node.kind !== 'call') continue;
      const [, second] = node.arguments;
      const b = second === undefined ? slot : this.compile(second, place);
      slot = this.builder.operate(node.operation as OperationName, slot, b, [place, node.column]);
    }
    return slot;
  }

  #name(name: string, place: string, column: number): number {
    const slot = this.#names.get(name);
    if (slot !== undefined) return slot;
    const value = Object.prototype.hasOwnProperty.call(constantsOfLanguage, name) ? constantsOfLanguage[name] : undefined;
    if (value !== undefined) return this.builder.constant(value);
    if (this.#pending.has(name))
      throw new InvalidInput(columnOf(place, column), [
        `输出量“${name}”在此处尚未得出：输出量只能引用排在前面的输出量，不能循环引用`,
        `output "${name}" is not known yet here: an output may use earlier outputs only, and never itself`,
      ]);
    const near = suggest(name, [...this.#names.keys(), 'pi']);
    throw new InvalidInput(columnOf(place, column), [
      `未知的名称“${name}”${near === undefined ? '' : `，是否为“${near}”`}`,
      `unknown name "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
    ]);
  }
}

/**
 * Compiles formulas over named inputs. Earlier formulas may be used by later ones under their names.
 * @param constants names with fixed values, shadowing `pi` and `e`
 * @throws InvalidInput naming formula and column: syntax, unknown names, cyclic outputs
 */
export function compile(
  inputs: readonly string[],
  formulas: readonly Formula[],
  constants: ReadonlyMap<string, number> = new Map(),
): Program {
  const compiler = new Compiler(inputs, formulas, constants);
  const { builder } = compiler;
  const solves: Solve[] = [];
  const outputSlots = formulas.map((formula) => {
    const slot =
      'text' in formula
        ? compiler.compile(parseExpression(formula.text, formula.place), formula.place)
        : compileSolve(compiler, formula, solves);
    compiler.bind(formula.name, slot);
    return slot;
  });
  return {
    inputs,
    outputs: formulas.map(({ name }) => name),
    outputSlots: Int32Array.from(outputSlots),
    instructions: Int32Array.from(builder.instructions),
    slots: builder.slots,
    constants: [...builder.constants],
    origins: builder.origins,
    solves,
  };
}

function compileSolve(compiler: Compiler, formula: Extract<Formula, { solve: string }>, solves: Solve[]): number {
  const { builder } = compiler;
  const { place, unknown } = formula;
  if (compiler.slotOf(unknown) !== undefined && unknown !== formula.name)
    throw new InvalidInput(`${place}.for`, [`“${unknown}”已是输入量或常数`, `"${unknown}" is an input or a constant already`]);
  const equation = parseEquation(formula.solve, `${place}.solve`);
  const slot = builder.slots++;
  builder.separate();
  const first = builder.instructions.length / 4;
  compiler.bind(unknown, slot);
  const residual = compiler.compile(equation, `${place}.solve`);
  const derivative = tangentOf(builder, first, slot, residual);
  if (derivative === undefined)
    throw new InvalidInput(`${place}.solve`, [`方程中没有未知量“${unknown}”`, `the equation does not contain the unknown "${unknown}"`]);
  if (unknown !== formula.name) compiler.unbind(unknown);
  const instruction = builder.instructions.length / 4;
  builder.instructions.push(code.solve, slot, residual, derivative);
  builder.origins.push([`${place}.solve`, 1]);
  builder.separate();
  solves.push({ instruction, first, unknown: slot, residual, derivative, start: formula.start });
  return slot;
}
