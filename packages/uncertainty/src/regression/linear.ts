/**
 * Linear least squares: a linear function of several columns, and polynomials of one (JCGM 100 H.3, ISO/TS 28037 clause 6, NIST StRD).
 * Data are the decimals as written, arithmetic is double-double: nine digits and more on every linear StRD set, Filip and Longley included.
 * A polynomial is fitted in (x − c)/h, whose powers are far from dependent, and reported in the powers of x.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add, divide, fromDecimal, multiply, one, scale, subtract, toNumber, zero, type DoubleDouble } from '../matrix/double-double.ts';
import { DependentColumn, fitColumns, type DoubleDoubleFit } from '../matrix/double-double-least-squares.ts';
import { at, decimalVector, vectorFrom, type DoubleDoubleVector } from '../matrix/double-double-vector.ts';
import type { Reading } from '../type-a/readings.ts';
import { concludeCurve, degreesOfFreedom, isKnown, plainResiduals, type Curve, type Weighting } from './curve.ts';
import { whiteningOf } from './whitening.ts';

/** Refuses data that cannot determine n parameters. */
export function requireEnoughPoints(weighting: Weighting, rows: number, n: number): void {
  const dof = degreesOfFreedom(weighting, rows, n);
  if (dof > 0 || (dof === 0 && isKnown(weighting))) return;
  const least = isKnown(weighting) ? n : n + 1;
  throw new InvalidInput('y', [
    `${n} 个参数至少需要 ${least} 个（权不为 0 的）点，只有 ${dof + n} 个`,
    `${n} parameters need at least ${least} points (of weight above 0), ${dof + n} given`,
  ]);
}

/** Solves and names a parameter that the data do not determine. */
export function solveColumns(
  columns: readonly DoubleDoubleVector[],
  y: DoubleDoubleVector,
  names: readonly string[],
  tolerance?: number,
): DoubleDoubleFit {
  try {
    return fitColumns(columns, y, tolerance);
  } catch (error) {
    if (!(error instanceof DependentColumn)) throw error;
    const name = names[error.column] ?? '';
    throw new InvalidInput('x', [
      `数据不足以确定参数 ${name}：其作用可由前面的参数代替（如 x 的不同取值太少）`,
      `the data do not determine the parameter ${name}: the ones before it do its work (too few different values of x, for instance)`,
    ]);
  }
}

/** Polynomials beyond this degree describe no calibration. */
export const highestDegree = 20;
/** Powers of centred values are independent unless x has too few different values; the decimals carry 32 digits. */
const polynomialTolerance = 1e-24;

/** The change of variable z = (x − centre)/width, both exact. */
export type Centring = { readonly centre: number; readonly width: number };

/** Centre and width by which x becomes (x − c)/h in [−1, 1]: h is a power of 2, c is 0 where the polynomial has no constant term. */
export function centringOf(x: DoubleDoubleVector, hasIntercept: boolean): Centring {
  let [low, high] = [Infinity, -Infinity];
  for (const value of x.hi) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const centre = hasIntercept ? low / 2 + high / 2 : 0;
  const reach = Math.max(high - centre, centre - low);
  let width = 1;
  while (width < reach && width < 1e150) width *= 2;
  while (width / 2 >= reach && width > 1e-150) width /= 2;
  return { centre, width };
}

/** x as (x − c)/h, without unit. */
export const centred = (x: DoubleDouble, { centre, width }: Centring): DoubleDouble => scale(subtract(x, [centre, 0]), 1 / width);

/** Coefficients of powers of x from coefficients of powers of z (first the power 0, or 1 without intercept: then centre is 0). */
export function uncentred(vector: DoubleDoubleVector, { centre, width }: Centring, firstPower: 0 | 1): DoubleDoubleVector {
  const n = vector.hi.length;
  const coefficients: DoubleDouble[] = [];
  let power: DoubleDouble = firstPower === 0 ? one : [1 / width, 0];
  for (let j = 0; j < n; j++) {
    coefficients.push(multiply(at(vector, j), power));
    power = divide(power, [width, 0]);
  }
  // Taylor shift by −centre.
  for (let i = 0; centre !== 0 && i < n - 1; i++) {
    for (let k = n - 2; k >= i; k--) {
      coefficients[k] = add(coefficients[k] ?? zero, multiply([-centre, 0], coefficients[k + 1] ?? zero));
    }
  }
  return vectorFrom(n, (j) => coefficients[j] ?? zero);
}

const nextPower = (power: DoubleDoubleVector, z: DoubleDoubleVector): DoubleDoubleVector =>
  vectorFrom(z.hi.length, (i) => multiply(at(power, i), at(z, i)));

export type PolynomialData = {
  readonly x: readonly Reading[];
  readonly y: readonly Reading[];
  /** 0 … 20. */
  readonly degree: number;
  /** Without it the curve goes through the origin and the parameters begin with b1. */
  readonly hasIntercept?: boolean;
  readonly weighting?: Weighting;
};

/** b0, b1 … of a polynomial. */
export const polynomialNames = (degree: number, hasIntercept: boolean): string[] =>
  Array.from({ length: degree + (hasIntercept ? 1 : 0) }, (_, k) => `b${k + (hasIntercept ? 0 : 1)}`);

/**
 * The polynomial b0 + b1·x + … of least squares. x and y are finite decimals of one length; parameters are in unit(y)/unit(x)^k.
 * Throws InvalidInput when there are too few points or too few different x.
 * @example fitPolynomial({ x: [0, 1, 2], y: [1, 3, 5.3], degree: 1 }).parameters // [0.95, 2.15]
 */
export function fitPolynomial({ x, y, degree, hasIntercept = true, weighting = { kind: 'none' } }: PolynomialData): Curve {
  const names = polynomialNames(degree, hasIntercept);
  requireEnoughPoints(weighting, y.length, names.length);
  const [exactX, exactY] = [decimalVector(x), decimalVector(y)];
  const centring = centringOf(exactX, hasIntercept);
  const z = vectorFrom(x.length, (i) => centred(at(exactX, i), centring));
  const columns: DoubleDoubleVector[] = [hasIntercept ? vectorFrom(x.length, () => one) : z];
  while (columns.length < names.length) columns.push(nextPower(columns[columns.length - 1] ?? z, z));
  const whitening = whiteningOf(weighting);
  const weightedColumns = columns.map((column) => whitening.apply(column));
  const fit = solveColumns(weightedColumns, whitening.apply(exactY), names, polynomialTolerance);
  const firstPower = hasIntercept ? 0 : 1;
  return concludeCurve({
    names,
    weighting,
    fit,
    design: weightedColumns,
    whitening,
    rows: y.length,
    residuals: plainResiduals(exactY, columns, fit.parameters),
    report: (vector) => uncentred(vector, centring, firstPower),
    model([value = NaN]) {
      const point = centred(fromDecimal(value), centring);
      let power: DoubleDouble = hasIntercept ? one : point;
      let before: DoubleDouble = hasIntercept ? zero : one;
      let [sum, slope]: [DoubleDouble, DoubleDouble] = [zero, zero];
      const gradient = vectorFrom(names.length, (j) => {
        const found = power;
        sum = add(sum, multiply(at(fit.parameters, j), power));
        slope = add(slope, multiply([j + firstPower, 0], multiply(at(fit.parameters, j), before)));
        before = power;
        power = multiply(power, point);
        return found;
      });
      return { y: toNumber(sum), gradient, slope: toNumber(slope) / centring.width };
    },
  });
}

export type LinearData = {
  readonly columns: Readonly<Record<string, readonly Reading[]>>;
  readonly y: readonly Reading[];
  readonly hasIntercept?: boolean;
  readonly weighting?: Weighting;
};

/**
 * The linear function b0 + b1·(first column) + b2·(second) … of least squares.
 * Throws InvalidInput when there are too few points, or naming a parameter whose column depends on those before it.
 * @example fitLinear({ columns: { t: [0, 1, 2], p: [1, 0, 1] }, y: [1, 2, 5.1], hasIntercept: false }).names // ['b1', 'b2']
 */
export function fitLinear({ columns, y, hasIntercept = true, weighting = { kind: 'none' } }: LinearData): Curve {
  const given = Object.keys(columns);
  const names = polynomialNames(given.length, hasIntercept);
  requireEnoughPoints(weighting, y.length, names.length);
  const exactY = decimalVector(y);
  const design = given.map((name) => decimalVector(columns[name] ?? []));
  if (hasIntercept) design.unshift(vectorFrom(y.length, () => one));
  const whitening = whiteningOf(weighting);
  const weightedColumns = design.map((column) => whitening.apply(column));
  const fit = solveColumns(weightedColumns, whitening.apply(exactY), names);
  const slopeAt = given.length === 1 ? toNumber(at(fit.parameters, names.length - 1)) : null;
  return concludeCurve({
    names,
    weighting,
    fit,
    design: weightedColumns,
    whitening,
    rows: y.length,
    residuals: plainResiduals(exactY, design, fit.parameters),
    model(x) {
      const row = [...(hasIntercept ? [one] : []), ...x.map(fromDecimal)];
      const gradient = vectorFrom(names.length, (j) => row[j] ?? zero);
      let sum: DoubleDouble = zero;
      row.forEach((value, j) => (sum = add(sum, multiply(value, at(fit.parameters, j)))));
      return { y: toNumber(sum), gradient, slope: slopeAt };
    },
  });
}
