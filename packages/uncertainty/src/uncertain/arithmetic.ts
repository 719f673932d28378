/**
 * Arithmetic and elementary functions of uncertain quantities: the values and derivatives are those of the formula language
 * (expression/operation.ts), so that ordinary code and a model file give the same digits. Plain numbers count as exact. Where a function
 * has a kink, a jump or a pole, linear propagation does not apply, and nothing is answered.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { log } from '../elementary/logarithm.ts';
import { hypot as distance, pow as power } from '../elementary/power.ts';
import { code, unary, valueOf } from '../expression/operation.ts';
import { asUncertain, derived, type Quantity, type Uncertain } from './uncertain.ts';

type Binary = (a: Quantity, b: Quantity) => Uncertain;
type Partials = readonly [da: number, db: number];

function binary(name: string, operation: number, partials: (a: number, b: number, y: number) => Partials): Binary {
  return (left, right) => {
    const [a, b] = [asUncertain(left, name), asUncertain(right, name)];
    if (operation === code.divide && b.value === 0)
      throw new InvalidInput(name, ['在估计值处除数为 0', 'division by zero at the estimate']);
    const value = valueOf(operation, a.value, b.value);
    const [da, db] = partials(a.value, b.value, value);
    return derived(
      value,
      [
        [da, a],
        [db, b],
      ],
      name,
    );
  };
}

export const add = binary('add', code.add, () => [1, 1]);
export const subtract = binary('subtract', code.subtract, () => [1, -1]);
export const multiply = binary('multiply', code.multiply, (a, b) => [b, a]);
export const divide = binary('divide', code.divide, (_, b, y) => [1 / b, -y / b]);

/** a to the power b. A constant exponent may belong to a negative base; an uncertain one may not. @example pow(x, 2) */
export const pow: Binary = (left, right) => {
  const [a, b] = [asUncertain(left, 'pow'), asUncertain(right, 'pow')];
  const value = valueOf(code.pow, a.value, b.value);
  const da = b.value === 0 ? 0 : b.value * power(a.value, b.value - 1);
  // 0^b stays 0 for every b near a positive one.
  const db = value === 0 ? 0 : value * log(a.value);
  return derived(
    value,
    [
      [da, a],
      [db, b],
    ],
    'pow',
  );
};

/** The angle of the point (x, y), −π to π. @param y the first argument, as in atan2(y, x) */
export const atan2 = binary('atan2', code.atan2, (y, x) => {
  const r = distance(y, x);
  return [x / r / r, -y / r / r];
});
/** √(a² + b²); not at the origin, where it has a kink. */
export const hypot = binary('hypot', code.hypot, (a, b, y) => [a / y, b / y]);

/** At a tie either argument may be the larger one: no derivative, unless nothing is uncertain. */
const choice =
  (isFirst: (a: number, b: number) => boolean) =>
  (a: number, b: number): Partials =>
    a === b ? [Number.NaN, Number.NaN] : isFirst(a, b) ? [1, 0] : [0, 1];
export const max = binary(
  'max',
  code.max,
  choice((a, b) => a > b),
);
export const min = binary(
  'min',
  code.min,
  choice((a, b) => a < b),
);
/** a mod b with the sign of b; not at multiples of b, where it jumps. */
export const mod = binary('mod', code.mod, (a, b, y) => (y === 0 ? [Number.NaN, Number.NaN] : [1, -Math.round((a - y) / b)]));

const derivatives = new Float64Array(4);
const kinks: ReadonlySet<number> = new Set([code.abs, code.sign]);

function apply(name: string, operation: number, quantity: Quantity): Uncertain {
  const x = asUncertain(quantity, name);
  unary[operation]?.(x.value, derivatives);
  const [value = Number.NaN, slope = Number.NaN] = derivatives;
  return derived(value, [[kinks.has(operation) && x.value === 0 ? Number.NaN : slope, x]], name);
}
const unaryOf =
  (name: Exclude<keyof typeof code, 'solve'>): ((x: Quantity) => Uncertain) =>
  (x) =>
    apply(name, code[name], x);

export const negate = unaryOf('negate');
export const square = unaryOf('square');
export const sqrt = unaryOf('sqrt');
export const cbrt = unaryOf('cbrt');
/** Not at 0, where it has a kink. */
export const abs = unaryOf('abs');
/** Not at 0, where it jumps. */
export const sign = unaryOf('sign');
export const exp = unaryOf('exp');
export const expm1 = unaryOf('expm1');
/** Natural logarithm. */
export const ln = unaryOf('log');
export const log1p = unaryOf('log1p');
export const log2 = unaryOf('log2');
export const log10 = unaryOf('log10');
export const sin = unaryOf('sin');
export const cos = unaryOf('cos');
export const tan = unaryOf('tan');
export const asin = unaryOf('asin');
export const acos = unaryOf('acos');
export const atan = unaryOf('atan');
export const sinh = unaryOf('sinh');
export const cosh = unaryOf('cosh');
export const tanh = unaryOf('tanh');
export const asinh = unaryOf('asinh');
export const acosh = unaryOf('acosh');
export const atanh = unaryOf('atanh');
export const erf = unaryOf('erf');

/** Lists longer than this are refused rather than summed for minutes. */
const mostTerms = 10_000_000;

/**
 * Σ of quantities, one after the other. @throws InvalidInput naming the term, and for an empty list
 * @example sum([a, b, 1.5])
 */
export function sum(terms: readonly Quantity[]): Uncertain {
  if (!Array.isArray(terms) || terms.length === 0 || terms.length > mostTerms)
    throw new InvalidInput('terms', ['求和至少需要一个量', 'a sum needs one quantity at least']);
  const quantities = terms.map((term, index) => asUncertain(term, `terms[${index}]`));
  return derived(
    quantities.reduce((total, { value }) => total + value, 0),
    quantities.map((quantity) => [1, quantity] as const),
    'sum',
  );
}

/** Σ/n of quantities. @example mean([a, b]) */
export const mean = (terms: readonly Quantity[]): Uncertain => divide(sum(terms), terms.length);
