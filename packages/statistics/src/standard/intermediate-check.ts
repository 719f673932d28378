/**
 * Intermediate check (期间核查) of a measurement standard with a check standard: the mean of the readings against the reference value that
 * the check standard was given, by one of two criteria that the plan of the laboratory chose before:
 * - limit: |x̄ − x_ref| ≤ limit;
 * - normalized deviation: |En| = |x̄ − x_ref|/√(U² + U_ref²) ≤ 1, expanded uncertainties of the same coverage.
 * ISO/IEC 17025:2017, 6.4.10 asks for such checks and JJF 1069-2012 as well; neither fixes the criterion. Squares of exact fractions are
 * compared; what is printed was rounded once.
 */
import { add, multiply, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import { compareFractions, exactSample, meanFraction, printMean } from '../sample/exact-sample.ts';
import { readDecimal, readPositive } from '../sample/read-input.ts';
import { fractionOf, significantRoot, type Fraction } from '../sample/rounded-root.ts';
import { meanDecimals, readReadings, significantDigits, type StandardAnswer, type Text } from './answer.ts';

export type IntermediateCheckInput = {
  /** At least one, in the unit of the reference. */
  readonly readings: unknown;
  /** The value given to the check standard. */
  readonly reference: unknown;
} & ({ readonly limit: unknown } | { readonly U: unknown; readonly referenceU: unknown });

export type IntermediateCheck = StandardAnswer & {
  readonly n: number;
  readonly mean: string;
  /** x̄ − x_ref with its sign. */ readonly deviation: string;
};

const clause: Text = ['ISO/IEC 17025:2017 6.4.10 期间核查', 'ISO/IEC 17025:2017, 6.4.10, intermediate checks'];

const printed = ({ top, bottom }: Fraction, decimals: number): string =>
  print(trim(roundQuotient({ digits: top, scale: 0 }, { digits: bottom, scale: 0 }, { digits: 1n, scale: decimals })));

const square = ({ top, bottom }: Fraction): Fraction => ({ top: top * top, bottom: bottom * bottom });
const squareOf = (value: Decimal): Decimal => multiply(value, value);

/**
 * Judges an intermediate check; `value` is the size of the deviation, or |En|. Throws InvalidInput with the place.
 * @example intermediateCheck({ readings: ['100.002', '100.004'], reference: '100.000', limit: '0.005' }).ok // true
 */
export function intermediateCheck(input: IntermediateCheckInput): IntermediateCheck {
  const readings = readReadings(input.readings, 'readings');
  const reference = readDecimal(input.reference, 'reference');
  const sample = exactSample(readings);
  const mean = meanFraction(sample);
  const own = fractionOf(reference);
  const deviation: Fraction = { top: mean.top * own.bottom - own.top * mean.bottom, bottom: mean.bottom * own.bottom };
  const size: Fraction = { top: deviation.top < 0n ? -deviation.top : deviation.top, bottom: deviation.bottom };
  const decimals = Math.max(meanDecimals(readings), reference.scale);
  const common = {
    n: readings.length,
    mean: printMean(sample, decimals),
    deviation: printed(deviation, decimals),
    clause,
    confidence: 'M',
  } as const;
  if ('limit' in input) {
    const limit = readPositive(input.limit, 'limit');
    return {
      ...common,
      value: printed(size, decimals),
      limit: print(trim(limit)),
      ok: compareFractions(size, fractionOf(limit)) <= 0,
    };
  }
  const squares = fractionOf(add(squareOf(readPositive(input.U, 'U')), squareOf(readPositive(input.referenceU, 'referenceU'))));
  const { top, bottom } = square(size);
  return {
    ...common,
    value: print(significantRoot({ top: top * squares.bottom, bottom: bottom * squares.top }, significantDigits)),
    limit: '1',
    ok: compareFractions({ top, bottom }, squares) <= 0,
  };
}
