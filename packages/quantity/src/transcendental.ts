/**
 * π, natural logarithm, exponential and arc tangent of rational numbers to 60 digits and more, in whole numbers of 10^-80.
 * Factors such as that of the degree of angle (π/180) and levels (dB, Np) need them; binary functions differ between engines and end at
 * 16 digits. Series: Machin's for π, of the inverse hyperbolic tangent for the logarithm, Taylor's with halved arguments for the exponential.
 */
import { powerOfTen } from './decimal.ts';
import { negate, rational, wholeRoot } from './rational.ts';
import type { Rational } from './rational.ts';

const places = 80;
const unit = powerOfTen(places);
const scaled = ({ top, bottom }: Rational): bigint => (top * unit) / bottom;
const toRational = (value: bigint): Rational => rational(value, unit);

/** Σ ±(1/n)^(2k+1)/(2k+1): arc tangent (alternating) or inverse hyperbolic tangent of 1/n, in units of 10^-80. */
function inverseSeries(n: bigint, sign: 1n | -1n): bigint {
  let [term, sum, k] = [unit / n, 0n, 0n];
  for (; term !== 0n; term = (sign * term) / (n * n), k += 1n) sum += term / (2n * k + 1n);
  return sum;
}

/** Inverse hyperbolic tangent of x / 10^80 for |x| up to one third. */
function inverseHyperbolicTangent(x: bigint): bigint {
  const square = (x * x) / unit;
  let [term, sum, k] = [x, 0n, 0n];
  for (; term !== 0n; term = (term * square) / unit, k += 1n) sum += term / (2n * k + 1n);
  return sum;
}

const scaledPi = 4n * (4n * inverseSeries(5n, -1n) - inverseSeries(239n, -1n));
const scaledLogarithmOfTwo = 2n * inverseSeries(3n, 1n);

/** π to 75 digits. */
export const pi: Rational = toRational(scaledPi);

/** ln x for x greater than 0, absolute error below 10^-70. @example toNumber(naturalLogarithm(rational(10))) // 2.302585092994046 */
export function naturalLogarithm({ top, bottom }: Rational): Rational {
  if (top <= 0n) throw new RangeError('a logarithm needs a value greater than 0');
  const twos = top.toString(2).length - bottom.toString(2).length;
  const mantissa = twos >= 0 ? (top * unit) / (bottom << BigInt(twos)) : ((top << BigInt(-twos)) * unit) / bottom;
  const argument = ((mantissa - unit) * unit) / (mantissa + unit);
  return toRational(2n * inverseHyperbolicTangent(argument) + BigInt(twos) * scaledLogarithmOfTwo);
}

export const logarithmOfTen: Rational = naturalLogarithm(rational(10));

/** e^x, relative error below 10^-55. Throws RangeError for |x| above 10 000. @example toNumber(exponential(rational(1))) // 2.718281828459045 */
export function exponential(x: Rational): Rational {
  const value = scaled(x);
  if (value > 10_000n * unit || value < -10_000n * unit) throw new RangeError('the exponent is beyond ±10 000');
  const twos = value / scaledLogarithmOfTwo;
  const halvings = 32n;
  const argument = (value - twos * scaledLogarithmOfTwo) >> halvings;
  let [term, sum] = [unit, 0n];
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) [sum, term] = [sum + term, (term * argument) / (k * unit)];
  for (let k = 0n; k < halvings; k += 1n) sum = (sum * sum) / unit;
  return twos >= 0n ? rational(sum << twos, unit) : rational(sum, unit << -twos);
}

/** Arc tangent in radians, absolute error below 10^-60. @example toNumber(arcTangent(rational(1))) // 0.7853981633974483 */
export function arcTangent(x: Rational): Rational {
  if (x.top < 0n) return negate(arcTangent(negate(x)));
  if (x.top > x.bottom) return rational(scaledPi / 2n - scaled(arcTangent({ top: x.bottom, bottom: x.top })), unit);
  // atan x = 2 atan(x / (1 + √(1 + x²))), three times, so that the series is short.
  let [argument, doublings] = [scaled(x), 1n];
  for (; doublings < 8n; doublings *= 2n) argument = (argument * unit) / (unit + wholeRoot(unit * unit + argument * argument, 2));
  const square = (argument * argument) / unit;
  let [term, sum, k] = [argument, 0n, 0n];
  for (; term !== 0n && term !== -1n; term = (-term * square) / unit, k += 1n) sum += term / (2n * k + 1n);
  return toRational(sum * doublings);
}

/** Tangent of an angle in radians, |angle| below π/2, by the series of sine and cosine. @example toNumber(tangent(rational(1, 2))) */
export function tangent(x: Rational): Rational {
  const value = scaled(x);
  if (2n * value >= scaledPi || 2n * value <= -scaledPi) throw new RangeError('the angle is not below a right angle');
  const sums = [0n, 0n];
  let term = unit;
  for (let k = 0; term !== 0n && term !== -1n; k += 1) {
    sums[k % 2] = (sums[k % 2] ?? 0n) + (k % 4 < 2 ? term : -term);
    term = (term * value) / (unit * BigInt(k + 1));
  }
  return rational(sums[1] ?? 0n, sums[0] ?? unit);
}

/** A degree-th root of a value greater than 0, to 70 digits relative. @example toNumber(root(rational(2), 2)) // 1.4142135623730951 */
export function root(value: Rational, degree: number): Rational {
  if (value.top <= 0n) throw new RangeError('a root needs a value greater than 0');
  const lift = powerOfTen(places * degree);
  // The numerator is lifted by the size of the denominator as well, so that small values keep their digits.
  const below = powerOfTen(Math.max(0, value.bottom.toString().length - value.top.toString().length));
  const radicand = (value.top * below ** BigInt(degree) * lift) / value.bottom;
  return rational(wholeRoot(radicand, degree), unit * below);
}
