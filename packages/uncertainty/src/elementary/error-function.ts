/**
 * erf and erfc in arithmetic of doubles alone: rational approximations on four intervals with the coefficients of FreeBSD msun s_erf.c.
 * e^(-x²) is taken from x² in two parts with a single rounding, which keeps erfc within 2 ulp in its far tail too.
 */
import { expOfSum } from './exponential.ts';

/** (erf x) / x - 1 for |x| < 0.84375, z = x². */
function nearZero(z: number): number {
  const r =
    0.12837916709551256 + z * (-0.3250421072470015 + z * (-0.02848174957559851 + z * (-0.005770270296489442 + z * -2.3763016656650163e-5)));
  const s =
    1 +
    z *
      (0.39791722395915535 +
        z * (0.0650222499887673 + z * (0.005081306281875766 + z * (0.00013249473800432164 + z * -3.960228278775368e-6))));
  return r / s;
}

const middle = 0.8450629115104675;

/** erf x - 0.8450629115104675 for 0.84375 ≤ x < 1.25. */
function aroundOne(x: number): number {
  const s = x - 1;
  const p =
    -0.0023621185607526594 +
    s *
      (0.41485611868374833 +
        s *
          (-0.3722078760357013 +
            s * (0.31834661990116175 + s * (-0.11089469428239668 + s * (0.035478304325618236 + s * -0.002166375594868791)))));
  const q =
    1 +
    s *
      (0.10642088040084423 +
        s *
          (0.540397917702171 +
            s * (0.07182865441419627 + s * (0.12617121980876164 + s * (0.01363708391202905 + s * 0.011984499846799107)))));
  return p / q;
}

/** erfc x for 1.25 ≤ x < 28. */
function tail(x: number): number {
  const s = 1 / (x * x);
  let rational: number;
  if (x < 2.857142857142857) {
    const r =
      -0.009864944034847148 +
      s *
        (-0.6938585727071818 +
          s *
            (-10.558626225323291 +
              s *
                (-62.375332450326006 +
                  s * (-162.39666946257347 + s * (-184.60509290671104 + s * (-81.2874355063066 + s * -9.814329344169145))))));
    const q =
      1 +
      s *
        (19.651271667439257 +
          s *
            (137.65775414351904 +
              s *
                (434.56587747522923 +
                  s *
                    (645.3872717332679 +
                      s * (429.00814002756783 + s * (108.63500554177944 + s * (6.570249770319282 + s * -0.0604244152148581)))))));
    rational = r / q;
  } else {
    const r =
      -0.0098649429247001 +
      s *
        (-0.799283237680523 +
          s *
            (-17.757954917754752 +
              s * (-160.63638485582192 + s * (-637.5664433683896 + s * (-1025.0951316110772 + s * -483.5191916086514)))));
    const q =
      1 +
      s *
        (30.33806074348246 +
          s *
            (325.7925129965739 +
              s *
                (1536.729586084437 +
                  s * (3199.8582195085955 + s * (2553.0504064331644 + s * (474.52854120695537 + s * -22.44095244658582))))));
    rational = r / q;
  }
  // x² = z² - (z - x)(z + x) with a z of 24 bits, whose square is exact.
  const z = Math.fround(x);
  const main = -z * z - 0.5625;
  const small = (z - x) * (z + x) + rational;
  const sum = main + small;
  return expOfSum(sum, main - sum + small) / x;
}

/** The error function, in [-1, 1]. Range: all numbers. @example erf(2) // 0.9953222650189527 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 1e-300) return 0.125 * (8 * x + 1.0270333367641007 * x);
    return x + x * nearZero(x * x);
  }
  if (x !== x) return NaN;
  const value = size < 1.25 ? middle + aroundOne(size) : size < 6 ? 1 - tail(size) : 1;
  return x < 0 ? -value : value;
}

/** 1 - erf x without cancellation, in [0, 2]. Range: all numbers; 0 beyond 27.3. @example erfc(10) // 2.088487583762545e-45 */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) {
    const y = nearZero(x * x);
    if (x < 0.25) return 1 - (x + x * y);
    return 0.5 - (x * y + (x - 0.5));
  }
  if (x !== x) return NaN;
  if (size < 1.25) return x > 0 ? 1 - middle - aroundOne(size) : 1 + (middle + aroundOne(size));
  if (x < 0) return x < -6 ? 2 : 2 - tail(size);
  return x < 28 ? tail(x) : 0;
}
