/**
 * Inverse prediction: which x gave a response y (ISO/TS 28037:2010 clause 11; using a calibration curve).
 * u²(x) = (u²(y) + u²(curve at x))/slope², y being independent of the calibration.
 * The x must be the only one: a curve other than a line is searched in the range of the calibration and, where nothing is there, one tenth of the
 * range beyond either end, since a reading at the end of the range scatters over it.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Curve } from './curve.ts';

export type InverseRequest = { readonly y: number; readonly u: number };
export type InversePrediction = {
  readonly x: number;
  readonly u: number;
  /** Whether x lies outside the range of the calibration. */
  readonly isExtrapolated: boolean;
};

const pieces = 512;
const reachBeyond = 0.1;
/** A rise over the range below this share of y is rounding. */
const flatness = 1e-13;

type Piece = readonly [from: number, to: number];

/** The zero of g between two places of different sign, by bisection to neighbouring doubles. */
function bisect(g: (x: number) => number, [from, to]: Piece): number {
  let [low, high] = [from, to];
  const isRising = g(low) < g(high);
  for (let count = 0; count < 200; count++) {
    const middle = low / 2 + high / 2;
    if (middle <= low || middle >= high) break;
    if (g(middle) < 0 === isRising) low = middle;
    else high = middle;
  }
  return Math.abs(g(low)) <= Math.abs(g(high)) ? low : high;
}

/** Ends of the pieces on which the curve rises or falls. */
function turningPoints(slope: (x: number) => number, [low, high]: Piece): number[] {
  const ends = [low];
  let [x, before] = [low, slope(low)];
  for (let k = 1; k <= pieces; k++) {
    const next = k === pieces ? high : low + ((high - low) * k) / pieces;
    const here = slope(next);
    if (before * here < 0) ends.push(bisect(slope, [x, next]));
    else if (here === 0 && k < pieces) ends.push(next);
    [x, before] = [next, here];
  }
  ends.push(high);
  return ends;
}

function solutions(curve: Curve, y: number, range: Piece): number[] {
  const g = (x: number): number => curve.at([x]).y - y;
  const ends = turningPoints((x) => curve.at([x]).slope ?? NaN, range);
  const found: number[] = [];
  ends.slice(1).forEach((to, k) => {
    const from = ends[k] ?? to;
    const [a, b] = [g(from), g(to)];
    if (a === 0) found.push(from);
    else if (a * b < 0) found.push(bisect(g, [from, to]));
    if (b === 0 && k === ends.length - 2) found.push(to);
  });
  return found.filter((x, k) => k === 0 || x !== found[k - 1]);
}

function onLine(curve: Curve, y: number, [low, high]: Piece): number[] {
  const middle = low / 2 + high / 2;
  const { y: there, slope } = curve.at([middle]);
  const rise = Math.abs(slope ?? 0) * (high - low);
  const isLevel = !(rise > flatness * Math.max(Math.abs(curve.at([low]).y), Math.abs(curve.at([high]).y)));
  return isLevel ? [] : [middle + (y - there) / (slope ?? NaN)];
}

/**
 * The x at which the curve has the value y, with its standard uncertainty.
 * @param range lowest and highest x of the calibration
 * @param isLine a line has one solution anywhere, a level line none
 * Throws InvalidInput at `place` when there is no x, more than one, or a level curve.
 */
export function predictInverse(
  curve: Curve,
  { y, u }: InverseRequest,
  range: Piece,
  isLine: boolean,
  place = 'inverse',
): InversePrediction {
  const [low, high] = range;
  const beyond = (high - low) * reachBeyond;
  let found = isLine ? onLine(curve, y, range) : solutions(curve, y, range);
  if (found.length === 0 && !isLine) found = [...solutions(curve, y, [low - beyond, low]), ...solutions(curve, y, [high, high + beyond])];
  const [x] = found;
  if (x === undefined) {
    throw new InvalidInput(`${place}.y`, [
      isLine ? '校准直线是水平的，无法由 y 求 x' : `在校准范围 ${low} 至 ${high} 内及其附近没有 x 使曲线等于 ${y}`,
      isLine
        ? 'the calibration line is level: no x follows from y'
        : `no x in or near the range of the calibration, ${low} to ${high}, gives ${y}`,
    ]);
  }
  if (found.length > 1) {
    throw new InvalidInput(`${place}.y`, [
      `x 不唯一：曲线在 ${found.map((value) => Number(value.toPrecision(6))).join('、')} 处都等于 ${y}`,
      `x is not unique: the curve has the value ${y} at ${found.map((value) => Number(value.toPrecision(6))).join(', ')}`,
    ]);
  }
  const { u: uncertainty, slope } = curve.at([x]);
  const fromBoth = Math.sqrt(u * u + uncertainty * uncertainty) / Math.abs(slope ?? NaN);
  if (!Number.isFinite(fromBoth)) {
    throw new InvalidInput(`${place}.y`, [
      '曲线在该处是水平的，x 的不确定度没有界',
      'the curve is level there: the uncertainty of x has no bound',
    ]);
  }
  return { x, u: fromBoth, isExtrapolated: x < low || x > high };
}
