/**
 * A formula with its gradient in double-double arithmetic: the last steps of a fit whose residuals are too small for double precision
 * (NIST StRD Lanczos1: y near 1, residuals near 1e-13), and columns of a model that is linear in its parameters.
 * + − × ÷ powers, square root, exp, logarithms, trigonometric and hyperbolic functions keep about 29 digits; the others 16.
 */
import { code, unary, valueOf } from '../expression/operation.ts';
import type { Expression } from '../expression/syntax.ts';
import {
  add,
  divide,
  fromDecimal,
  multiply,
  negate,
  one,
  scale,
  squareRoot,
  subtract,
  toNumber,
  zero,
  type DoubleDouble,
} from '../matrix/double-double.ts';
import { atan, e, exp, ln10, ln2, log, pi, pow, sinCos } from '../matrix/double-double-functions.ts';

const half = (a: DoubleDouble): DoubleDouble => scale(a, 0.5);
const reciprocal = (a: DoubleDouble): DoubleDouble => divide(one, a);

/** Value and derivative. */
type Rule = (a: DoubleDouble) => readonly [value: DoubleDouble, slope: DoubleDouble];

function hyperbolic(a: DoubleDouble): readonly [sinh: DoubleDouble, cosh: DoubleDouble] {
  const [up, down] = [exp(a), exp(negate(a))];
  return [half(subtract(up, down)), half(add(up, down))];
}

const rules: Readonly<Partial<Record<string, Rule>>> = {
  negate: (a) => [negate(a), [-1, 0]],
  square: (a) => [multiply(a, a), scale(a, 2)],
  sqrt: (a) => {
    const root = squareRoot(a);
    return [root, half(reciprocal(root))];
  },
  exp: (a) => {
    const value = exp(a);
    return [value, value];
  },
  log: (a) => [log(a), reciprocal(a)],
  log10: (a) => [divide(log(a), ln10), reciprocal(multiply(a, ln10))],
  log2: (a) => [divide(log(a), ln2), reciprocal(multiply(a, ln2))],
  sin: (a) => sinCos(a),
  cos: (a) => {
    const [sin, cos] = sinCos(a);
    return [cos, negate(sin)];
  },
  tan: (a) => {
    const [sin, cos] = sinCos(a);
    const value = divide(sin, cos);
    return [value, add(one, multiply(value, value))];
  },
  atan: (a) => [atan(a), reciprocal(add(one, multiply(a, a)))],
  sinh: (a) => hyperbolic(a),
  cosh: (a) => {
    const [sinh, cosh] = hyperbolic(a);
    return [cosh, sinh];
  },
  tanh: (a) => {
    if (Math.abs(a[0]) > 300) return [[Math.sign(a[0]), 0], zero];
    const [sinh, cosh] = hyperbolic(a);
    const value = divide(sinh, cosh);
    return [value, subtract(one, multiply(value, value))];
  },
  abs: (a) => (a[0] < 0 ? [negate(a), [-1, 0]] : [a, one]),
};

const scratch = new Float64Array(4);
/** The other functions of the language, to double precision. */
function inDoublePrecision(operation: string, a: DoubleDouble): readonly [DoubleDouble, DoubleDouble] {
  unary[code[operation as keyof typeof code]]?.(toNumber(a), scratch);
  return [
    [scratch[0] ?? NaN, 0],
    [scratch[1] ?? NaN, 0],
  ];
}

type Partials = readonly [value: DoubleDouble, byFirst: DoubleDouble, bySecond: DoubleDouble];

function power(a: DoubleDouble, b: DoubleDouble, isExponentFixed: boolean): Partials {
  const value = pow(a, b);
  const byBase = b[0] === 0 ? zero : multiply(b, pow(a, subtract(b, one)));
  const byExponent = isExponentFixed || value[0] === 0 ? zero : multiply(value, log(a));
  return [value, byBase, byExponent];
}

function combine(operation: string, a: DoubleDouble, b: DoubleDouble, isExponentFixed: boolean): Partials {
  switch (operation) {
    case 'add':
      return [add(a, b), one, one];
    case 'subtract':
      return [subtract(a, b), one, [-1, 0]];
    case 'multiply':
      return [multiply(a, b), b, a];
    case 'divide': {
      const value = divide(a, b);
      return [value, reciprocal(b), negate(divide(value, b))];
    }
    case 'pow':
      return power(a, b, isExponentFixed);
    case 'hypot': {
      const value = squareRoot(add(multiply(a, a), multiply(b, b)));
      return [value, divide(a, value), divide(b, value)];
    }
    case 'max':
      return a[0] >= b[0] ? [a, one, zero] : [b, zero, one];
    case 'min':
      return a[0] <= b[0] ? [a, one, zero] : [b, zero, one];
    case 'atan2': {
      const square = add(multiply(a, a), multiply(b, b));
      return [[valueOf(code.atan2, toNumber(a), toNumber(b)), 0], divide(b, square), negate(divide(a, square))];
    }
    default: {
      const value = valueOf(code[operation as keyof typeof code], toNumber(a), toNumber(b));
      return [[value, 0], one, [-Math.round((toNumber(a) - value) / toNumber(b)), 0]];
    }
  }
}

type Step = {
  readonly operation: string;
  readonly result: number;
  readonly first: number;
  readonly second: number;
  readonly isExponentFixed: boolean;
};

const constants: Readonly<Record<string, DoubleDouble>> = { pi, e };

/** A formula over named inputs, laid out once and evaluated again and again. */
export class PreciseFormula {
  readonly #inputs: number;
  readonly #steps: Step[] = [];
  readonly #values: DoubleDouble[];
  readonly #partials: (readonly [DoubleDouble, DoubleDouble])[] = [];
  readonly #output: number;
  /** @param inputs every name in the expression, except pi and e, stands among them */
  constructor(expression: Expression, inputs: readonly string[]) {
    this.#inputs = inputs.length;
    this.#values = inputs.map(() => zero);
    this.#output = this.#lay(expression, new Map(inputs.map((name, index) => [name, index])));
  }

  #slot(value: DoubleDouble): number {
    this.#values.push(value);
    return this.#values.length - 1;
  }

  #lay(expression: Expression, inputs: ReadonlyMap<string, number>): number {
    if (expression.kind === 'number') return this.#slot(fromDecimal(expression.value));
    if (expression.kind === 'name') return inputs.get(expression.name) ?? this.#slot(constants[expression.name] ?? [NaN, NaN]);
    const { operation } = expression;
    const [left, right] = expression.arguments;
    const first = left === undefined ? 0 : this.#lay(left, inputs);
    const second = right === undefined ? -1 : this.#lay(right, inputs);
    const isExponentFixed = operation === 'pow' && right !== undefined && isConstant(right, inputs);
    const result = this.#slot(zero);
    this.#steps.push({ operation, result, first, second, isExponentFixed });
    return result;
  }

  /** The value at the inputs, in the order of the constructor. */
  evaluate(inputs: readonly DoubleDouble[]): DoubleDouble {
    const values = this.#values;
    for (let index = 0; index < this.#inputs; index++) values[index] = inputs[index] ?? zero;
    this.#steps.forEach(({ operation, result, first, second, isExponentFixed }, index) => {
      const a = values[first] ?? zero;
      if (second < 0) {
        const [value, slope] = (rules[operation] ?? ((x: DoubleDouble) => inDoublePrecision(operation, x)))(a);
        values[result] = value;
        this.#partials[index] = [slope, zero];
      } else {
        const [value, byFirst, bySecond] = combine(operation, a, values[second] ?? zero, isExponentFixed);
        values[result] = value;
        this.#partials[index] = [byFirst, bySecond];
      }
    });
    return values[this.#output] ?? zero;
  }

  /** ∂value/∂input for every input, after `evaluate`. */
  gradient(): DoubleDouble[] {
    const adjoints: DoubleDouble[] = this.#values.map(() => zero);
    adjoints[this.#output] = one;
    for (let index = this.#steps.length - 1; index >= 0; index--) {
      const { result, first, second } = this.#steps[index] as Step;
      const adjoint = adjoints[result] ?? zero;
      if (adjoint[0] === 0) continue;
      const [byFirst, bySecond] = this.#partials[index] ?? [zero, zero];
      adjoints[first] = add(adjoints[first] ?? zero, multiply(adjoint, byFirst));
      if (second >= 0) adjoints[second] = add(adjoints[second] ?? zero, multiply(adjoint, bySecond));
    }
    return adjoints.slice(0, this.#inputs);
  }
}

function isConstant(expression: Expression, inputs: ReadonlyMap<string, number>): boolean {
  if (expression.kind === 'name') return !inputs.has(expression.name);
  return expression.kind === 'number' || expression.arguments.every((argument) => isConstant(argument, inputs));
}
