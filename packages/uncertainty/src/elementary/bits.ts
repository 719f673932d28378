/**
 * The bits of a double (IEEE 754 binary64), for functions that split a number into exponent and fraction.
 * One pair of arrays shows the same eight bytes as a number and as two words; nothing is allocated in a call.
 */
const doubles = new Float64Array(1);
const words = new Uint32Array(doubles.buffer);

doubles[0] = 1;
/** 1 has the high word 0x3ff00000 and the low word 0: that tells the byte order of the machine. */
const high = words[1] === 0x3ff00000 ? 1 : 0;

/** Sign, exponent and the 20 upper bits of the fraction as a signed 32-bit integer. @example highWord(1) // 0x3ff00000 */
export function highWord(x: number): number {
  doubles[0] = x;
  return (words[high] as number) | 0;
}

/** The number without the 32 lower bits of its fraction: 21 significant bits, so that products of two are exact. */
export function withoutLowWord(x: number): number {
  doubles[0] = x;
  words[1 - high] = 0;
  return doubles[0];
}

const smallestExponent = -1074;
const powers = new Float64Array(1024 - smallestExponent);
for (let index = 0, power = 5e-324; index < powers.length; index++, power *= 2) powers[index] = power;

/** 2^n, exact. Range of n: -1074 to 1023. @example powerOfTwo(10) // 1024 */
export const powerOfTwo = (n: number): number => powers[n - smallestExponent] as number;

/**
 * The exponent e of a positive finite number, 2^e ≤ x < 2^(e+1).
 * @example exponentOf(10) // 3
 */
export const exponentOf = (x: number): number =>
  x < 2.2250738585072014e-308 ? ((highWord(x * 18014398509481984) >> 20) & 0x7ff) - 1077 : ((highWord(x) >> 20) & 0x7ff) - 1023;

/** x·2^-e for an exponent e that comes from exponentOf, or is one more. @example fractionOf(10, 3) // 1.25 */
export const fractionOf = (x: number, e: number): number => (e < -1022 ? x * 18014398509481984 * powerOfTwo(-e - 54) : x * powerOfTwo(-e));

/** What kind of exponent y is: 1 odd integer, 2 even integer, 0 no integer. Beyond 2^53 all numbers are even. */
export function parity(y: number): 0 | 1 | 2 {
  if (Math.floor(y) !== y) return 0;
  return Math.floor(y / 2) * 2 === y ? 2 : 1;
}
