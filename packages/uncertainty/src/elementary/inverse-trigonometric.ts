/**
 * asin, acos, atan and atan2 in radians, in arithmetic of doubles alone, with the rational and polynomial coefficients of
 * FreeBSD msun e_asin.c and s_atan.c. Error below 1 ulp.
 */
const [halfPi, halfPiLow] = [1.5707963267948966, 6.123233995736766e-17];
const quarterPi = 0.7853981633974483;
const [pi, piLow] = [3.141592653589793, 1.2246467991473532e-16];

/** (asin √t - √t) / √t for 0 ≤ t ≤ 1/4. */
function asinRest(t: number): number {
  const p =
    t *
    (0.16666666666666666 +
      t *
        (-0.3255658186224009 +
          t * (0.20121253213486293 + t * (-0.04005553450067941 + t * (0.0007915349942898145 + t * 3.479331075960212e-5)))));
  const q = 1 + t * (-2.403394911734414 + t * (2.0209457602335057 + t * (-0.6882839716054533 + t * 0.07703815055590194)));
  return p / q;
}

/** asin x in [-π/2, π/2]. Range: [-1, 1], else NaN. @example asin(0.2) // 0.2013579207903308 */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size === 1) return x * halfPi;
  if (size < 0.5) return size < 1.4901161193847656e-8 ? x : x + x * asinRest(x * x);
  const t = (1 - size) * 0.5;
  const s = Math.sqrt(t);
  const r = asinRest(t);
  let value: number;
  if (size >= 0.975) {
    value = halfPi - (2 * (s + s * r) - halfPiLow);
  } else {
    // √t in two parts; the first has 24 bits, so that its square is exact.
    const leading = Math.fround(s);
    const correction = (t - leading * leading) / (s + leading);
    value = quarterPi - (2 * s * r - (halfPiLow - 2 * correction) - (quarterPi - 2 * leading));
  }
  return x > 0 ? value : -value;
}

/** acos x in [0, π]. Range: [-1, 1], else NaN. @example acos(0.2) // 1.369438406004566 */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size === 1) return x > 0 ? 0 : pi;
  if (size < 0.5) return halfPi - (x - (halfPiLow - x * asinRest(x * x)));
  const t = (1 - size) * 0.5;
  const s = Math.sqrt(t);
  const r = asinRest(t);
  if (x < 0) return pi - 2 * (s + (r * s - halfPiLow));
  const leading = Math.fround(s);
  const correction = (t - leading * leading) / (s + leading);
  return 2 * (leading + (r * s + correction));
}

/** x - atan x for |x| ≤ 7/16. */
function atanRest(x: number): number {
  const z = x * x;
  const w = z * z;
  const odd =
    z *
    (0.3333333333333293 +
      w *
        (0.14285714272503466 +
          w * (0.09090887133436507 + w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782)))));
  const even =
    w *
    (-0.19999999999876483 +
      w * (-0.11111110405462356 + w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))));
  return x * (odd + even);
}

/** atan x in [-π/2, π/2]. Range: all numbers. @example atan(1) // 0.7853981633974483 */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 0.4375) return size < 7.450580596923828e-9 ? x : x - atanRest(x);
  if (!(size < 73786976294838206464)) return x !== x ? NaN : x > 0 ? halfPi : -halfPi;
  let value: number;
  // atan x = atan c + atan((x - c) / (1 + c x)) with c = 1/2, 1, 3/2 and infinity.
  if (size < 0.6875) {
    const t = (2 * size - 1) / (2 + size);
    value = 0.4636476090008061 - (atanRest(t) - 2.2698777452961687e-17 - t);
  } else if (size < 1.1875) {
    const t = (size - 1) / (size + 1);
    value = quarterPi - (atanRest(t) - 3.061616997868383e-17 - t);
  } else if (size < 2.4375) {
    const t = (size - 1.5) / (1 + 1.5 * size);
    value = 0.982793723247329 - (atanRest(t) - 1.3903311031230998e-17 - t);
  } else {
    const t = -1 / size;
    value = halfPi - (atanRest(t) - halfPiLow - t);
  }
  return x < 0 ? -value : value;
}

const isNegative = (x: number): boolean => x < 0 || (x === 0 && 1 / x < 0);

/** The angle of the point (x, y) in [-π, π]; the signs of zeros count, as in ECMAScript. @example atan2(1, -1) // 2.356194490192345 */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const below = isNegative(y);
  const left = isNegative(x);
  const sign = below ? -1 : 1;
  if (y === 0) return left ? sign * pi : y;
  if (x === 0) return sign * halfPi;
  const width = Math.abs(x);
  const height = Math.abs(y);
  if (width === Infinity) {
    const angle = left ? pi : 0;
    return sign * (height === Infinity ? (left ? 2.356194490192345 : quarterPi) : angle);
  }
  if (height === Infinity) return sign * halfPi;
  const ratio = height / width;
  if (ratio > 1.152921504606847e18) return sign * halfPi;
  if (left && ratio < 8.673617379884035e-19) return sign * pi;
  const angle = atan(ratio);
  return sign * (left ? pi - (angle - piLow) : angle);
}
