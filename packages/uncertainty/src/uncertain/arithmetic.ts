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

/** Sum. @example add(elementary({ id: 'a', value: 1, u: 3 }), elementary({ id: 'b', value: 2, u: 4 })).u // 5 */
export const add = binary('add', code.add, () => [1, 1]);
/** Difference; of a quantity from itself certainly 0. */
export const subtract = binary('subtract', code.subtract, () => [1, -1]);
/** Product. @example multiply(elementary({ id: 'a', value: 1, u: 3 }), 2).u // 6 */
export const multiply = binary('multiply', code.multiply, (a, b) => [b, a]);
/** Quotient; of a quantity by itself certainly 1. @throws InvalidInput where the divisor is 0 */
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
/** The larger one. @throws InvalidInput at a tie of uncertain ones */
export const max = binary(
  'max',
  code.max,
  choice((a, b) => a > b),
);
/** The smaller one. @throws InvalidInput at a tie of uncertain ones */
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

/** The opposite. */
export const negate = unaryOf('negate');
/** x². */
export const square = unaryOf('square');
/** √x, of x greater than 0. */
export const sqrt = unaryOf('sqrt');
/** ∛x; not at 0. */
export const cbrt = unaryOf('cbrt');
/** Not at 0, where it has a kink. */
export const abs = unaryOf('abs');
/** Not at 0, where it jumps. */
export const sign = unaryOf('sign');
/** eˣ. */
export const exp = unaryOf('exp');
/** eˣ − 1 without cancellation. */
export const expm1 = unaryOf('expm1');
/** Natural logarithm. @example ln(1).value // 0 */
export const ln = unaryOf('log');
/** ln(1 + x) without cancellation. */
export const log1p = unaryOf('log1p');
/** Binary logarithm. */
export const log2 = unaryOf('log2');
/** Decimal logarithm. */
export const log10 = unaryOf('log10');
/** Sine of radians. */
export const sin = unaryOf('sin');
/** Cosine of radians. */
export const cos = unaryOf('cos');
/** Tangent of radians. */
export const tan = unaryOf('tan');
/** Radians, −π/2 to π/2, of −1 < x < 1. */
export const asin = unaryOf('asin');
/** Radians, 0 to π, of −1 < x < 1. */
export const acos = unaryOf('acos');
/** Radians, −π/2 to π/2. */
export const atan = unaryOf('atan');
/** Hyperbolic sine. */
export const sinh = unaryOf('sinh');
/** Hyperbolic cosine. */
export const cosh = unaryOf('cosh');
/** Hyperbolic tangent. */
export const tanh = unaryOf('tanh');
/** Inverse hyperbolic sine. */
export const asinh = unaryOf('asinh');
/** Inverse hyperbolic cosine, of x > 1. */
export const acosh = unaryOf('acosh');
/** Inverse hyperbolic tangent, of −1 < x < 1. */
export const atanh = unaryOf('atanh');
/** Error function. */
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
