/** Arguments of distributions that have no answer are refused by name, so that NaN never travels on as a result. */

/** Throws RangeError unless 0 ≤ p ≤ 1. */
export function requireProbability(p: number, name = 'p'): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${name}: a probability from 0 to 1 is needed, not ${p}`);
}

/** Throws RangeError unless 0 < value < Infinity. */
export function requirePositive(value: number, name: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name}: a finite number greater than 0 is needed, not ${value}`);
}

/** Throws RangeError unless value > 0; Infinity is allowed. */
export function requireFreedom(dof: number, name = 'dof'): void {
  if (!(dof > 0)) throw new RangeError(`${name}: degrees of freedom greater than 0 are needed, not ${dof}`);
}

/** Throws RangeError for NaN. */
export function requireNumber(value: number, name: string): void {
  if (value !== value) throw new RangeError(`${name}: a number is needed, not NaN`);
}

/** Throws RangeError unless value is a whole number from `least` to 2^53. */
export function requireCount(value: number, name: string, least = 0): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${name}: a whole number of ${least} or more is needed, not ${value}`);
}
