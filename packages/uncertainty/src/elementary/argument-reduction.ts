/**
 * x modulo π/2 for sine, cosine and tangent: the number of the quadrant, and the rest in two parts in [-π/4, π/4].
 * Up to 2^20 π/2 after Cody and Waite with π/2 in three parts (constants of FreeBSD msun e_rem_pio2.c); beyond that after Payne and Hanek
 * with 1296 bits of 2/π, so that sin(1e22) is right to its last digit.
 */
import { exponentOf, powerOfTwo } from './bits.ts';

/** The rest that belongs to the last quadrant that was answered, leading part and correction. */
export const rest = new Float64Array(2);

const [first, firstTail] = [1.5707963267341256, 6.077100506506192e-11];
const [second, secondTail] = [6.077100506303966e-11, 2.0222662487959506e-21];
const [third, thirdTail] = [2.0222662487111665e-21, 8.4784276603689e-32];

/** The quadrant n (0 to 3) of a finite x with |x| > π/4; x - nπ/2 stands in `rest`. */
export function quadrant(x: number): number {
  const size = Math.abs(x);
  if (size > 1647099) return large(x);
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  let r = x - n * first;
  let w = n * firstTail;
  let high = r - w;
  // Each cancellation of 16 and more bits calls for the next part of π/2.
  if (Math.abs(high) < size * 1.52587890625e-5) {
    const before = r;
    w = n * second;
    r = before - w;
    w = n * secondTail - (before - r - w);
    high = r - w;
    if (Math.abs(high) < size * 1.7763568394002505e-15) {
      const earlier = r;
      w = n * third;
      r = earlier - w;
      w = n * thirdTail - (earlier - r - w);
      high = r - w;
    }
  }
  rest[0] = high;
  rest[1] = r - high - w;
  return n & 3;
}

const radix = 16777216;
/** 2/π in digits of 24 bits after the point. */
const twoOverPi = new Float64Array([
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb, 0xc561b7, 0x246e3a, 0x424dd2,
  0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353,
  0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e,
  0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b, 0x6babf0, 0xcfbc20,
  0x9af436, 0x1da9e3,
]);
const digits = new Float64Array(4);
const fraction = new Float64Array(8);

function large(x: number): number {
  const size = Math.abs(x);
  // size = Σ digits[i] · radix^(order - i)
  const order = Math.floor(exponentOf(size) / 24);
  let part = size * powerOfTwo(-24 * order);
  for (let i = 0; i < 4; i++) {
    const digit = Math.floor(part);
    digits[i] = digit;
    part = (part - digit) * radix;
  }
  // Coefficients of radix^0 to radix^-7 of the product with 2/π; higher ones are whole turns. Each sum stays below 2^53.
  let carry = 0;
  for (let place = 7; place >= 0; place--) {
    let sum = carry;
    for (let i = 0; i < 4; i++) {
      const index = order - i + place - 1;
      if (index >= 0) sum += (digits[i] as number) * (twoOverPi[index] as number);
    }
    carry = Math.floor(sum / radix);
    fraction[place] = sum - carry * radix;
  }
  let n = (fraction[0] as number) & 3;
  const beyondHalf = (fraction[1] as number) >= radix / 2;
  if (beyondHalf) {
    n = (n + 1) & 3;
    for (let place = 1; place < 8; place++) fraction[place] = radix - 1 - (fraction[place] as number);
  }
  multiplyByHalfPi(beyondHalf ? -1 : 1, x < 0 ? -1 : 1);
  return x < 0 ? (4 - n) & 3 : n;
}

/** Σ fraction[place] · radix^-place times π/2, in two parts, into `rest`. */
function multiplyByHalfPi(side: number, sign: number): void {
  let leading = 1;
  while (leading < 5 && fraction[leading] === 0) leading++;
  const high = (fraction[leading] as number) * radix + (fraction[leading + 1] as number);
  let low = 0;
  for (let place = 7; place > leading + 1; place--) low = (low + (fraction[place] as number)) / radix;
  const scale = powerOfTwo(-24 * (leading + 1)) * side * sign;
  // π/2 in parts of 24, 24 and 53 bits; `high` splits into its two digits, so that the first products are exact.
  const upper = (fraction[leading] as number) * radix;
  const lower = high - upper;
  const a = upper * 1.5707962512969971;
  const b =
    lower * 1.5707962512969971 +
    (upper * 7.549789415861596e-8 + (lower * 7.549789415861596e-8 + (high * 5.390302858158119e-15 + low * 1.5707963267948966)));
  const sum = a + b;
  rest[0] = sum * scale;
  rest[1] = (a - sum + b) * scale;
}
