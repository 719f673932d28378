/**
 * sin, cos and tan of an angle in radians, in arithmetic of doubles alone. Polynomials on [-π/4, π/4] with the coefficients of
 * FreeBSD msun k_sin.c, k_cos.c and k_tan.c; the argument is reduced in argument-reduction.ts for every finite number. Error below 1 ulp.
 */
import { quadrant, rest } from './argument-reduction.ts';
import { withoutLowWord } from './bits.ts';

/** sin(x + y) for |x| ≤ π/4 and a correction y. */
function sinKernel(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * 2.7557313707070068e-6) +
    z * w * (-2.5050760253406863e-8 + z * 1.58969099521155e-10);
  const v = z * x;
  return x - (z * (0.5 * y - v * r) - y - v * -0.16666666666666632);
}

/** cos(x + y) for |x| ≤ π/4 and a correction y. */
function cosKernel(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z * (0.0416666666666666 + z * (-0.001388888888887411 + z * 2.480158728947673e-5)) +
    w * w * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11));
  const half = 0.5 * z;
  const first = 1 - half;
  return first + (1 - first - half + (z * r - x * y));
}

/** tan(x + y), or -1 / tan(x + y) where `inverted`, for |x| ≤ π/4 and a correction y. */
function tanKernel(argument: number, correction: number, inverted: boolean): number {
  let x = argument;
  let y = correction;
  const nearQuarter = Math.abs(x) >= 0.6743316650390625;
  if (nearQuarter) {
    if (argument < 0) {
      x = -x;
      y = -y;
    }
    // tan(π/4 - d) = (1 - tan d) / (1 + tan d)
    x = 0.7853981633974483 - x + (3.061616997868383e-17 - y);
    y = 0;
  }
  const z = x * x;
  const w = z * z;
  const odd =
    0.13333333333320124 +
    w *
      (0.021869488294859542 +
        w * (0.0035920791075913124 + w * (0.0005880412408202641 + w * (7.817944429395571e-5 + w * -1.8558637485527546e-5))));
  const even =
    z *
    (0.05396825397622605 +
      w *
        (0.0088632398235993 +
          w * (0.0014562094543252903 + w * (0.0002464631348184699 + w * (7.140724913826082e-5 + w * 2.590730518636337e-5)))));
  const s = z * x;
  const r = y + z * (s * (odd + even) + y) + 0.3333333333333341 * s;
  const sum = x + r;
  if (nearQuarter) {
    const unit = inverted ? -1 : 1;
    return (argument < 0 ? -1 : 1) * (unit - 2 * (x - ((sum * sum) / (sum + unit) - r)));
  }
  if (!inverted) return sum;
  // -1 / (x + r) with the rounding of the quotient corrected.
  const high = withoutLowWord(sum);
  const low = r - (high - x);
  const quotient = -1 / sum;
  const leading = withoutLowWord(quotient);
  return leading + quotient * (1 + leading * high + leading * low);
}

const quarterTurn = 0.7853981633974483;
const isFinite = (x: number): boolean => x - x === 0;

/** sin x, x in radians. Range: every finite number; NaN for ±Infinity. @example sin(1e22) // -0.8522008497671888 */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size <= quarterTurn) return size < 7.450580596923828e-9 ? x : sinKernel(x, 0);
  if (!isFinite(x)) return NaN;
  const n = quadrant(x);
  const high = rest[0] as number;
  const low = rest[1] as number;
  const value = (n & 1) === 0 ? sinKernel(high, low) : cosKernel(high, low);
  return n > 1 ? -value : value;
}

/** cos x, x in radians. Range: every finite number; NaN for ±Infinity. @example cos(0) // 1 */
export function cos(x: number): number {
  if (Math.abs(x) <= quarterTurn) return cosKernel(x, 0);
  if (!isFinite(x)) return NaN;
  const n = quadrant(x);
  const high = rest[0] as number;
  const low = rest[1] as number;
  const value = (n & 1) === 0 ? cosKernel(high, low) : sinKernel(high, low);
  return n === 1 || n === 2 ? -value : value;
}

/** tan x, x in radians. Range: every finite number; NaN for ±Infinity. @example tan(0.4) // 0.4227932187381618 */
export function tan(x: number): number {
  const size = Math.abs(x);
  if (size <= quarterTurn) return size < 7.450580596923828e-9 ? x : tanKernel(x, 0, false);
  if (!isFinite(x)) return NaN;
  const n = quadrant(x);
  return tanKernel(rest[0] as number, rest[1] as number, (n & 1) === 1);
}
