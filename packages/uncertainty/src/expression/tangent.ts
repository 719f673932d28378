/** Symbolic derivative of a part of a program with respect to one slot, written as further instructions (for Newton's method). */
import { code, type OperationName } from './operation.ts';
import type { Builder } from './program.ts';

type Slots = { readonly a: number; readonly b: number; readonly y: number };
/** Writes instructions; an undefined tangent is a zero one. */
type Tangents = { readonly da: number | undefined; readonly db: number | undefined };

class Writer {
  readonly #builder: Builder;
  readonly #origin: readonly [string, number];
  constructor(builder: Builder, origin: readonly [string, number]) {
    this.#builder = builder;
    this.#origin = origin;
  }
  number(value: number): number {
    return this.#builder.constant(value);
  }
  do(name: OperationName, a: number, b: number = a): number {
    return this.#builder.operate(name, a, b, this.#origin);
  }
  times(a: number | undefined, b: number): number | undefined {
    if (a === undefined) return undefined;
    return this.#builder.constants.get(a) === 1 ? b : this.do('multiply', a, b);
  }
  plus(a: number | undefined, b: number | undefined): number | undefined {
    if (a === undefined) return b;
    return b === undefined ? a : this.do('add', a, b);
  }
  minus(a: number | undefined, b: number | undefined): number | undefined {
    if (b === undefined) return a;
    return a === undefined ? this.do('negate', b) : this.do('subtract', a, b);
  }
}

/** ∂f/∂a of a function of one argument. */
const slopes: Readonly<Partial<Record<OperationName, (w: Writer, slots: Slots) => number>>> = {
  negate: (w) => w.number(-1),
  square: (w, { a }) => w.do('multiply', w.number(2), a),
  abs: (w, { a }) => w.do('sign', a),
  sign: (w) => w.number(0),
  acos: (w, { a }) => w.do('negate', w.do('divide', w.number(1), w.do('sqrt', w.do('subtract', w.number(1), w.do('square', a))))),
  asin: (w, { a }) => w.do('divide', w.number(1), w.do('sqrt', w.do('subtract', w.number(1), w.do('square', a)))),
  atan: (w, { a }) => w.do('divide', w.number(1), w.do('add', w.number(1), w.do('square', a))),
  acosh: (w, { a }) => w.do('divide', w.number(1), w.do('sqrt', w.do('subtract', w.do('square', a), w.number(1)))),
  asinh: (w, { a }) => w.do('divide', w.number(1), w.do('sqrt', w.do('add', w.do('square', a), w.number(1)))),
  atanh: (w, { a }) => w.do('divide', w.number(1), w.do('subtract', w.number(1), w.do('square', a))),
  cbrt: (w, { a, y }) => w.do('divide', y, w.do('multiply', w.number(3), a)),
  cos: (w, { a }) => w.do('negate', w.do('sin', a)),
  sin: (w, { a }) => w.do('cos', a),
  cosh: (w, { a }) => w.do('sinh', a),
  sinh: (w, { a }) => w.do('cosh', a),
  erf: (w, { a }) => w.do('multiply', w.number(1.1283791670955126), w.do('exp', w.do('negate', w.do('square', a)))),
  exp: (_, { y }) => y,
  expm1: (w, { y }) => w.do('add', y, w.number(1)),
  log: (w, { a }) => w.do('divide', w.number(1), a),
  log10: (w, { a }) => w.do('divide', w.number(0.4342944819032518), a),
  log2: (w, { a }) => w.do('divide', w.number(1.4426950408889634), a),
  log1p: (w, { a }) => w.do('divide', w.number(1), w.do('add', w.number(1), a)),
  sqrt: (w, { y }) => w.do('divide', w.number(0.5), y),
  tan: (w, { y }) => w.do('add', w.number(1), w.do('square', y)),
  tanh: (w, { y }) => w.do('subtract', w.number(1), w.do('square', y)),
};

/** 1 where a ≥ b and 0 elsewhere, as arithmetic: (1 + sign(a − b)) / 2. */
const isFirst = (w: Writer, a: number, b: number): number =>
  w.do('multiply', w.number(0.5), w.do('add', w.number(1), w.do('sign', w.do('subtract', a, b))));
const chosen = (w: Writer, share: number, { da, db }: Tangents): number | undefined =>
  w.plus(w.times(da, share), w.times(db, w.do('subtract', w.number(1), share)));

const rules: Readonly<Partial<Record<OperationName, (w: Writer, slots: Slots, tangents: Tangents) => number | undefined>>> = {
  add: (w, _, { da, db }) => w.plus(da, db),
  subtract: (w, _, { da, db }) => w.minus(da, db),
  multiply: (w, { a, b }, { da, db }) => w.plus(w.times(da, b), w.times(db, a)),
  divide: (w, { b, y }, { da, db }) => {
    const top = w.minus(da, w.times(db, y));
    return top === undefined ? undefined : w.do('divide', top, b);
  },
  pow: (w, { a, b, y }, { da, db }) => {
    const base = w.times(da, w.do('multiply', b, w.do('pow', a, w.do('subtract', b, w.number(1)))));
    return w.plus(base, w.times(db, db === undefined ? y : w.do('multiply', y, w.do('log', a))));
  },
  atan2: (w, { a, b }, { da, db }) => {
    const top = w.minus(w.times(da, b), w.times(db, a));
    return top === undefined ? undefined : w.do('divide', top, w.do('add', w.do('square', a), w.do('square', b)));
  },
  hypot: (w, { a, b, y }, { da, db }) => {
    const top = w.plus(w.times(da, a), w.times(db, b));
    return top === undefined ? undefined : w.do('divide', top, y);
  },
  max: (w, { a, b }, tangents) => chosen(w, isFirst(w, a, b), tangents),
  min: (w, { a, b }, tangents) => chosen(w, isFirst(w, b, a), tangents),
  mod: (w, { a, b, y }, { da, db }) => w.minus(da, w.times(db, w.do('divide', w.do('subtract', a, y), b))),
};

const nameOfCode = new Map<number, OperationName>(
  (Object.entries(code) as [OperationName | 'solve', number][]).flatMap(([name, number]) => (name === 'solve' ? [] : [[number, name]])),
);

/**
 * Writes the derivative of `result` with respect to the slot `variable`, following the instructions from number `first` up to `end`.
 * @returns the slot of the derivative, or undefined when the result does not depend on the variable
 */
export function tangentOf(
  builder: Builder,
  first: number,
  variable: number,
  result: number,
  end = builder.instructions.length / 4,
): number | undefined {
  const tangents = new Map<number, number>([[variable, builder.constant(1)]]);
  for (let index = first; index < end; index++) {
    const [operation = 0, y = 0, a = 0, b = 0] = builder.instructions.slice(index * 4, index * 4 + 4);
    const [da, db] = [tangents.get(a), tangents.get(b)];
    const name = nameOfCode.get(operation);
    if (name === undefined || (da === undefined && db === undefined)) continue;
    const w = new Writer(builder, builder.origins[index] ?? ['', 1]);
    const slope = slopes[name];
    const tangent = slope === undefined ? rules[name]?.(w, { a, b, y }, { da, db }) : w.times(da, slope(w, { a, b, y }));
    if (tangent !== undefined) tangents.set(y, tangent);
  }
  return tangents.get(result);
}
