/**
 * The operations of a formula: their numbers in a program, how many arguments they take, their value and their derivatives.
 * Derivatives are exact rules to the third order, so that JCGM 100 5.1.2 (note) can be evaluated without finite differences.
 */
import { exp, expm1 } from '../elementary/exponential.ts';
import { cosh, sinh, tanh, acosh, asinh, atanh } from '../elementary/hyperbolic.ts';
import { acos, asin, atan, atan2 } from '../elementary/inverse-trigonometric.ts';
import { log, log10, log1p, log2 } from '../elementary/logarithm.ts';
import { cbrt, hypot, pow } from '../elementary/power.ts';
import { cos, sin, tan } from '../elementary/trigonometric.ts';
import { erf } from '../elementary/error-function.ts';

/** Numbers that the engine reads too (engine/evaluate.ts); never renumber. */
export const code = {
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  negate: 5,
  pow: 6,
  square: 7,
  atan2: 8,
  hypot: 9,
  max: 10,
  min: 11,
  mod: 12,
  abs: 13,
  acos: 14,
  acosh: 15,
  asin: 16,
  asinh: 17,
  atan: 18,
  atanh: 19,
  cbrt: 20,
  cos: 21,
  cosh: 22,
  erf: 23,
  exp: 24,
  expm1: 25,
  log: 26,
  log10: 27,
  log1p: 28,
  log2: 29,
  sign: 30,
  sin: 31,
  sinh: 32,
  sqrt: 33,
  tan: 34,
  tanh: 35,
  /** Newton's method on the instructions since `b`: implicit outputs (JCGM 102 6.3). */
  solve: 36,
} as const;
export type OperationName = Exclude<keyof typeof code, 'solve'>;

/** Value and the first three derivatives, written into `into` from the argument x. */
export type Unary = (x: number, into: Float64Array) => void;

const set = (into: Float64Array, f: number, first: number, second: number, third: number): void => {
  into[0] = f;
  into[1] = first;
  into[2] = second;
  into[3] = third;
};
const scaledLog =
  (f: (x: number) => number, factor: number): Unary =>
  (x, into) =>
    set(into, f(x), factor / x, -factor / (x * x), (2 * factor) / (x * x * x));

/** 1/ln 10, 1/ln 2 and 2/√π to the nearest double. */
const perLn10 = 0.4342944819032518;
const perLn2 = 1.4426950408889634;
const twoPerRootPi = 1.1283791670955126;

export const unary: Readonly<Partial<Record<number, Unary>>> = {
  [code.negate]: (x, into) => set(into, -x, -1, 0, 0),
  [code.square]: (x, into) => set(into, x * x, 2 * x, 2, 0),
  [code.abs]: (x, into) => set(into, Math.abs(x), Math.sign(x), 0, 0),
  [code.sign]: (x, into) => set(into, Math.sign(x), 0, 0, 0),
  [code.acos]: (x, into) => {
    const s = (1 - x) * (1 + x);
    const r = Math.sqrt(s);
    set(into, acos(x), -1 / r, -x / (s * r), -(1 + 2 * x * x) / (s * s * r));
  },
  [code.asin]: (x, into) => {
    const s = (1 - x) * (1 + x);
    const r = Math.sqrt(s);
    set(into, asin(x), 1 / r, x / (s * r), (1 + 2 * x * x) / (s * s * r));
  },
  [code.atan]: (x, into) => {
    const s = 1 + x * x;
    set(into, atan(x), 1 / s, (-2 * x) / (s * s), (6 * x * x - 2) / (s * s * s));
  },
  [code.acosh]: (x, into) => {
    const s = (x - 1) * (x + 1);
    const r = Math.sqrt(s);
    set(into, acosh(x), 1 / r, -x / (s * r), (2 * x * x + 1) / (s * s * r));
  },
  [code.asinh]: (x, into) => {
    const s = 1 + x * x;
    const r = Math.sqrt(s);
    set(into, asinh(x), 1 / r, -x / (s * r), (2 * x * x - 1) / (s * s * r));
  },
  [code.atanh]: (x, into) => {
    const s = (1 - x) * (1 + x);
    set(into, atanh(x), 1 / s, (2 * x) / (s * s), (6 * x * x + 2) / (s * s * s));
  },
  [code.cbrt]: (x, into) => {
    const y = cbrt(x);
    set(into, y, y / (3 * x), (-2 * y) / (9 * x * x), (10 * y) / (27 * x * x * x));
  },
  [code.cos]: (x, into) => {
    const [c, s] = [cos(x), sin(x)];
    set(into, c, -s, -c, s);
  },
  [code.sin]: (x, into) => {
    const [c, s] = [cos(x), sin(x)];
    set(into, s, c, -s, -c);
  },
  [code.cosh]: (x, into) => {
    const [c, s] = [cosh(x), sinh(x)];
    set(into, c, s, c, s);
  },
  [code.sinh]: (x, into) => {
    const [c, s] = [cosh(x), sinh(x)];
    set(into, s, c, s, c);
  },
  [code.erf]: (x, into) => {
    const d = twoPerRootPi * exp(-x * x);
    set(into, erf(x), d, -2 * x * d, (4 * x * x - 2) * d);
  },
  [code.exp]: (x, into) => {
    const y = exp(x);
    set(into, y, y, y, y);
  },
  [code.expm1]: (x, into) => {
    const y = exp(x);
    set(into, expm1(x), y, y, y);
  },
  [code.log]: scaledLog(log, 1),
  [code.log10]: scaledLog(log10, perLn10),
  [code.log2]: scaledLog(log2, perLn2),
  [code.log1p]: (x, into) => {
    const s = 1 + x;
    set(into, log1p(x), 1 / s, -1 / (s * s), 2 / (s * s * s));
  },
  [code.sqrt]: (x, into) => {
    const y = Math.sqrt(x);
    set(into, y, 1 / (2 * y), -1 / (4 * y * x), 3 / (8 * y * x * x));
  },
  [code.tan]: (x, into) => {
    const y = tan(x);
    const t = 1 + y * y;
    set(into, y, t, 2 * y * t, 2 * t * (1 + 3 * y * y));
  },
  [code.tanh]: (x, into) => {
    const y = tanh(x);
    const c = cosh(x);
    const t = 1 / (c * c);
    set(into, y, t, -2 * y * t, -2 * t * (1 - 3 * y * y));
  },
};

/** a mod b with the sign of the divisor. */
export const mod = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
};

/** The value of one operation; `b` is read by binary ones only. */
export function valueOf(operation: number, a: number, b: number): number {
  switch (operation) {
    case code.add:
      return a + b;
    case code.subtract:
      return a - b;
    case code.multiply:
      return a * b;
    case code.divide:
      return a / b;
    case code.negate:
      return -a;
    case code.square:
      return a * a;
    case code.pow:
      return pow(a, b);
    case code.sqrt:
      return Math.sqrt(a);
    case code.exp:
      return exp(a);
    case code.log:
      return log(a);
    case code.sin:
      return sin(a);
    case code.cos:
      return cos(a);
    case code.atan2:
      return atan2(a, b);
    case code.hypot:
      return hypot(a, b);
    case code.max:
      return a >= b ? a : b >= a ? b : Number.NaN;
    case code.min:
      return a <= b ? a : b <= a ? b : Number.NaN;
    case code.mod:
      return mod(a, b);
    default:
      unary[operation]?.(a, scratch);
      return scratch[0] as number;
  }
}
const scratch = new Float64Array(4);

/** What a formula may call, with the number of arguments. */
export const functions: Readonly<Record<string, { readonly operation: OperationName; readonly arguments: 1 | 2 }>> = {
  abs: { operation: 'abs', arguments: 1 },
  acos: { operation: 'acos', arguments: 1 },
  acosh: { operation: 'acosh', arguments: 1 },
  asin: { operation: 'asin', arguments: 1 },
  asinh: { operation: 'asinh', arguments: 1 },
  atan: { operation: 'atan', arguments: 1 },
  atan2: { operation: 'atan2', arguments: 2 },
  atanh: { operation: 'atanh', arguments: 1 },
  cbrt: { operation: 'cbrt', arguments: 1 },
  cos: { operation: 'cos', arguments: 1 },
  cosh: { operation: 'cosh', arguments: 1 },
  erf: { operation: 'erf', arguments: 1 },
  exp: { operation: 'exp', arguments: 1 },
  expm1: { operation: 'expm1', arguments: 1 },
  hypot: { operation: 'hypot', arguments: 2 },
  ln: { operation: 'log', arguments: 1 },
  log: { operation: 'log', arguments: 1 },
  log10: { operation: 'log10', arguments: 1 },
  log1p: { operation: 'log1p', arguments: 1 },
  log2: { operation: 'log2', arguments: 1 },
  max: { operation: 'max', arguments: 2 },
  min: { operation: 'min', arguments: 2 },
  mod: { operation: 'mod', arguments: 2 },
  pow: { operation: 'pow', arguments: 2 },
  sign: { operation: 'sign', arguments: 1 },
  sin: { operation: 'sin', arguments: 1 },
  sinh: { operation: 'sinh', arguments: 1 },
  sqrt: { operation: 'sqrt', arguments: 1 },
  square: { operation: 'square', arguments: 1 },
  tan: { operation: 'tan', arguments: 1 },
  tanh: { operation: 'tanh', arguments: 1 },
};
