/**
 * The logarithm of the gamma function in arithmetic of doubles alone, with the approximations and coefficients of FreeBSD msun e_lgamma_r.c.
 * Relative error about 1e-15 away from the roots 1 and 2 (near them it stays small because the approximations start there); below 0 the
 * reflection formula is used and the error is absolute near the further roots.
 */
import { log } from './logarithm.ts';
import { sin } from './trigonometric.ts';

/** ln Γ(2 - y) + y/2 for |y| ≤ 0.27. */
function belowTwo(y: number): number {
  const z = y * y;
  const even =
    0.07721566490153287 +
    z *
      (0.06735230105312927 +
        z * (0.007385550860814029 + z * (0.0011927076318336207 + z * (0.00022086279071390839 + z * 2.5214456545125733e-5))));
  const odd =
    z *
    (0.3224670334241136 +
      z *
        (0.020580808432516733 +
          z * (0.0028905138367341563 + z * (0.0005100697921535113 + z * (0.00010801156724758394 + z * 4.4864094961891516e-5)))));
  return y * even + odd;
}

/** ln Γ(1.4616321449683622 + y) around the minimum, |y| ≤ 0.27. */
function aroundMinimum(y: number): number {
  const z = y * y;
  const w = z * y;
  const p1 =
    0.48383612272381005 +
    w * (-0.032788541075985965 + w * (0.006100538702462913 + w * (-0.0014034646998923284 + w * 0.00031563207090362595)));
  const p2 =
    -0.1475877229945939 +
    w * (0.01797067508118204 + w * (-0.0036845201678113826 + w * (0.000881081882437654 + w * -0.00031275416837512086)));
  const p3 =
    0.06462494023913339 +
    w * (-0.010314224129834144 + w * (0.0022596478090061247 + w * (-0.0005385953053567405 + w * 0.0003355291926355191)));
  return -0.12148629053584961 + (z * p1 - (-3.638676997039505e-18 - w * (p2 + y * p3)));
}

/** ln Γ(1 + y) for -0.1 < y ≤ 0.24. */
function aroundOne(y: number): number {
  const p =
    y *
    (-0.07721566490153287 +
      y *
        (0.6328270640250934 + y * (1.4549225013723477 + y * (0.9777175279633727 + y * (0.22896372806469245 + y * 0.013381091853678766)))));
  const q =
    1 +
    y * (2.4559779371304113 + y * (2.128489763798934 + y * (0.7692851504566728 + y * (0.10422264559336913 + y * 0.003217092422824239))));
  return -0.5 * y + p / q;
}

/** ln Γ(x) for 2 < x < 8. */
function fromTwoToEight(x: number): number {
  const whole = Math.floor(x);
  const y = x - whole;
  const p =
    y *
    (-0.07721566490153287 +
      y *
        (0.21498241596060885 +
          y *
            (0.325778796408931 +
              y * (0.14635047265246445 + y * (0.02664227030336386 + y * (0.0018402845140733772 + y * 3.194753265841009e-5))))));
  const q =
    1 +
    y *
      (1.3920053346762105 +
        y *
          (0.7219355475671381 +
            y * (0.17193386563280308 + y * (0.01864591917156529 + y * (0.0007779424963818936 + y * 7.326684307446256e-6)))));
  let product = 1;
  for (let factor = 2; factor < whole; factor++) product *= y + factor;
  const start = 0.5 * y + p / q;
  return whole > 2 ? start + log(product) : start;
}

function positive(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (x < 1e-20) return -log(x);
  if (x <= 0.9) {
    const start = -log(x);
    if (x >= 0.7316322326660156) return start + (belowTwo(1 - x) - 0.5 * (1 - x));
    return start + (x >= 0.2316399812698364 ? aroundMinimum(x - 0.46163214496836225) : aroundOne(x));
  }
  if (x < 2) {
    if (x >= 1.7316312789916992) return belowTwo(2 - x) - 0.5 * (2 - x);
    return x >= 1.2316322326660156 ? aroundMinimum(x - 1.4616321449683622) : aroundOne(x - 1);
  }
  if (x < 8) return fromTwoToEight(x);
  if (x > 1e17) return x * (log(x) - 1);
  const z = 1 / x;
  const y = z * z;
  const stirling =
    0.4189385332046727 +
    z *
      (0.08333333333333297 +
        y *
          (-0.0027777777772877554 +
            y * (0.0007936505586430196 + y * (-0.00059518755745034 + y * (0.0008363399189962821 + y * -0.0016309293409657527)))));
  return (x - 0.5) * (log(x) - 1) + stirling;
}

/**
 * ln |Γ(x)|. Range: all numbers; Infinity at 0 and the negative integers and beyond 2.55e305.
 * @example logGamma(10) // 12.80182748008147
 */
export function logGamma(x: number): number {
  if (x !== x) return NaN;
  if (x === Infinity || x === -Infinity) return Infinity;
  if (x > 0) return positive(x);
  const whole = Math.floor(x);
  if (x === whole) return Infinity;
  if (x > -1e-20) return -log(-x);
  // Γ(x) Γ(1 - x) = π / sin πx
  const fraction = x - whole;
  const sine = sin(3.141592653589793 * (fraction > 0.5 ? 1 - fraction : fraction));
  return log(3.141592653589793 / Math.abs(sine * x)) - positive(-x);
}
