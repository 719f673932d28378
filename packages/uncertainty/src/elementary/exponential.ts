/**
 * exp and expm1 in additions, multiplications and divisions of doubles alone, so that every engine gives the same digits.
 * exp: P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic",
 * ACM TOMS 15 (1989) 144: x = (32 k + j) ln 2 / 32 + r, error below 0.55 ulp (subnormal results 1 ulp).
 * expm1: the rational form and the coefficients Q1..Q5 of FreeBSD msun s_expm1.c, error below 1 ulp.
 */
import { powerOfTwo } from './bits.ts';

/** 2^(j/32) for j = 0 to 31. */
const steps = new Float64Array([
  1.0, 1.0218971486541166, 1.0442737824274138, 1.0671404006768237, 1.0905077326652577, 1.1143867425958924, 1.1387886347566916,
  1.1637248587775775, 1.189207115002721, 1.215247359980469, 1.241857812073484, 1.2690509571917332, 1.2968395546510096, 1.3252366431597413,
  1.3542555469368927, 1.383909881963832, 1.4142135623730951, 1.4451808069770467, 1.4768261459394993, 1.5091644275934228, 1.5422108254079407,
  1.5759808451078865, 1.6104903319492543, 1.645755478153965, 1.681792830507429, 1.718619298122478, 1.7562521603732995, 1.7947090750031072,
  1.8340080864093424, 1.8741676341103, 1.9152065613971474, 1.9571441241754002,
]);
/** What is missing in `steps`, relative to them. */
const tails = new Float64Array([
  0.0, 4.9997448722726326e-17, 8.189317638195515e-17, -7.402825309426177e-17, -2.7939114859515733e-17, 9.341710609905046e-17,
  7.826573258636076e-17, 3.2904726646008416e-17, 3.3484623336251524e-17, -6.346552106729483e-17, 3.750854201303127e-17,
  2.1023049675215714e-18, 1.9572585293112036e-17, -2.1571477251208752e-17, 5.68648095791174e-17, -4.8923067513522756e-17,
  -6.835808657661922e-17, -2.092304381843353e-17, -2.3591094770850053e-17, -6.735219232374683e-17, 5.1548301170786783e-17,
  -6.432131775424189e-18, 1.5341410053603723e-17, -6.152602891550265e-17, 4.875160526227062e-17, -1.0772487078934056e-17,
  1.685487290628973e-17, 1.01562190116415e-17, 1.790126907604513e-17, -3.266924100901318e-17, -5.545065618639427e-17,
  4.5784915277060095e-17,
]);

const stepsPerUnit = 46.16624130844683;
/** ln 2 / 32 in two parts; the first has 32 bits, so that its product with the number of steps is exact. */
const [stepHigh, stepLow] = [0.02166084938653512, 5.9631716539705866e-12];

/**
 * e^(high + low) for a |low| far below |high|, with the accuracy of one rounding: for products and squares that are known in two parts.
 * @example expOfSum(1, 1e-17) // 2.718281828459045
 */
export function expOfSum(high: number, low: number): number {
  if (!(high < 709.79)) return high === high ? (high < 709.7827128933842 ? 0 : Infinity) : NaN;
  if (high < -745.2) return 0;
  const n = Math.floor(high * stepsPerUnit + 0.5);
  const j = n & 31;
  const k = (n - j) / 32;
  const first = high - n * stepHigh;
  const second = low - n * stepLow;
  const r = first + second;
  const square = r * r;
  const rest =
    square * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889))));
  const step = steps[j] as number;
  const value = step + step * (first + (second + (rest + (tails[j] as number))));
  if (k >= -1021) return k < 1024 ? value * powerOfTwo(k) : value * 2 * powerOfTwo(k - 1);
  return value * powerOfTwo(k + 1000) * 9.332636185032189e-302;
}

/** e^x. Range: all numbers; 0 below -745.13, Infinity above 709.78. @example exp(1) // 2.718281828459045 */
export const exp = (x: number): number => expOfSum(x, 0);

const [q1, q2, q3, q4, q5] = [
  -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6, -2.0109921818362437e-7,
];
const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];

/** e^x - 1 without cancellation near 0. Range: all numbers. @example expm1(1e-10) // 1.00000000005e-10 */
export function expm1(x: number): number {
  if (x !== x) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -38.9) return -1;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17) return x;
  let k = 0;
  let r = x;
  let c = 0;
  if (size > 0.34657359) {
    k = Math.floor(x * 1.4426950408889634 + 0.5);
    const high = x - k * ln2High;
    const low = k * ln2Low;
    r = high - low;
    c = high - r - low;
  }
  const half = 0.5 * r;
  const square = r * half;
  const r1 = 1 + square * (q1 + square * (q2 + square * (q3 + square * (q4 + square * q5))));
  const t = 3 - r1 * half;
  let e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - c) - c - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(k)) - 1;
  }
  const reciprocal = powerOfTwo(-k);
  return k < 20 ? (1 - reciprocal - (e - r)) * powerOfTwo(k) : (r - (e + reciprocal) + 1) * powerOfTwo(k);
}
