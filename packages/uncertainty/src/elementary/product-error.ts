/** Products of doubles without their rounding: T. J. Dekker, "A floating-point technique for extending the available precision" (1971). */
const splitter = 134217729;

/** The upper half of the digits, so that products of halves are exact. Range: |x| < 2^996. */
function upperHalf(x: number): number {
  const scaled = splitter * x;
  return scaled - (scaled - x);
}

/**
 * x·y minus its rounded value, exact. Range: |x|, |y| < 2^996 and a product whose error is no subnormal number.
 * @example productError(0.1, 10, 1) // 5.551115123125783e-17
 */
export function productError(x: number, y: number, product: number): number {
  const xHigh = upperHalf(x);
  const yHigh = upperHalf(y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}
