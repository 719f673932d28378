/** Vectors of double-doubles as two arrays, with the three operations that Householder's method needs. */
import { add, fromDecimal, multiply, subtract, zero, type DoubleDouble } from './double-double.ts';

export type DoubleDoubleVector = { readonly hi: Float64Array; readonly lo: Float64Array };

/** A vector of zeros. */
export const vectorOf = (length: number): DoubleDoubleVector => ({ hi: new Float64Array(length), lo: new Float64Array(length) });

/** The entry at an index, from 0; NaN outside. */
export const at = ({ hi, lo }: DoubleDoubleVector, index: number): DoubleDouble => [hi[index] ?? NaN, lo[index] ?? NaN];

/** Writes the entry at an index, from 0. */
export function put({ hi, lo }: DoubleDoubleVector, index: number, value: DoubleDouble): void {
  hi[index] = value[0];
  lo[index] = value[1];
}

/** The elements computed one by one. */
export function vectorFrom(length: number, element: (index: number) => DoubleDouble): DoubleDoubleVector {
  const vector = vectorOf(length);
  for (let index = 0; index < length; index++) put(vector, index, element(index));
  return vector;
}

/** Decimals as they were written (fromDecimal). */
export const decimalVector = (values: readonly (number | string)[]): DoubleDoubleVector =>
  vectorFrom(values.length, (index) => fromDecimal(values[index] ?? NaN));

/** Σ aᵢ·bᵢ for i ≥ from. */
export function dot(a: DoubleDoubleVector, b: DoubleDoubleVector, from = 0): DoubleDouble {
  let sum: DoubleDouble = zero;
  for (let i = from; i < a.hi.length; i++) sum = add(sum, multiply(at(a, i), at(b, i)));
  return sum;
}

/** a ← a − factor·b for i ≥ from. */
export function subtractMultiple(a: DoubleDoubleVector, factor: DoubleDouble, b: DoubleDoubleVector, from = 0): void {
  for (let i = from; i < a.hi.length; i++) put(a, i, subtract(at(a, i), multiply(factor, at(b, i))));
}

/** Σ values, of doubles taken as they are. */
export function sum(values: readonly DoubleDouble[]): DoubleDouble {
  let total: DoubleDouble = zero;
  for (const value of values) total = add(total, value);
  return total;
}
