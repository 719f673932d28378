/**
 * Verification of results (检定或校准结果的验证), JJF 1033-2023:
 * - transfer (传递比较法): |y_lab − y_ref| ≤ √(U_lab² + U_ref²); where U_ref ≤ U_lab/3 it may be neglected and the limit is U_lab;
 * - intercomparison (比对法), where no higher standard is within reach: |y_lab − ȳ| ≤ √((n − 1)/n)·U_lab, ȳ the mean of n laboratories whose
 *   uncertainties are about the same.
 * Both sides are compared as exact squares; a limit that is printed was rounded once.
 */
import { abs, add, compare, multiply, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { roundQuotient } from '@tongheng/quantity/rounding';
import { compareFractions, exactSample, meanFraction, printMean } from '../sample/exact-sample.ts';
import { readDecimal, readEntries, readList, readPositive, refuseUnknown } from '../sample/read-input.ts';
import { fractionOf, significantRoot, type Fraction } from '../sample/rounded-root.ts';
import { meanDecimals, significantDigits, type StandardAnswer, type Text } from './answer.ts';

/** A result with its expanded uncertainty, of the same coverage for all. */
export type Result = { readonly y: unknown; readonly U: unknown };

const square = (value: Decimal): Fraction => fractionOf(multiply(value, value));

function readResult(value: unknown, place: string): { readonly y: Decimal; readonly U: Decimal } {
  const entries = readEntries(value, place);
  refuseUnknown(entries, ['y', 'U'], place);
  return { y: readDecimal(entries['y'], `${place}.y`), U: readPositive(entries['U'], `${place}.U`) };
}

export type Transfer = StandardAnswer & { /** U_ref ≤ U_lab/3: the limit is U_lab alone. */ readonly isReferenceNeglected: boolean };

const transferClause: Text = ['JJF 1033-2023 传递比较法', 'JJF 1033-2023, verification by transfer'];

/**
 * Compares a result with that of a higher standard. Throws InvalidInput with the place.
 * @example verifyByTransfer({ laboratory: { y: '100.012', U: '0.010' }, reference: { y: '100.003', U: '0.006' } }).ok // true
 */
export function verifyByTransfer(results: { readonly laboratory: Result; readonly reference: Result }): Transfer {
  const [laboratory, reference] = [readResult(results.laboratory, 'laboratory'), readResult(results.reference, 'reference')];
  const value = abs(subtract(laboratory.y, reference.y));
  const isReferenceNeglected = compare(multiply(reference.U, whole(3)), laboratory.U) <= 0;
  const own = multiply(laboratory.U, laboratory.U);
  const limit = fractionOf(isReferenceNeglected ? own : add(own, multiply(reference.U, reference.U)));
  return {
    value: print(trim(value)),
    limit: isReferenceNeglected ? print(trim(laboratory.U)) : print(significantRoot(limit, significantDigits)),
    ok: compareFractions(square(value), limit) <= 0,
    clause: transferClause,
    confidence: 'H',
    isReferenceNeglected,
  };
}

export type Intercomparison = StandardAnswer & { readonly n: number; readonly mean: string };

const intercomparisonClause: Text = ['JJF 1033-2023 比对法', 'JJF 1033-2023, verification by intercomparison'];

/**
 * Compares the result of one laboratory with the mean of all. Throws InvalidInput for fewer than two results or an index beyond them.
 * @param laboratory place of the laboratory's own result, from 0
 * @example verifyByIntercomparison([{ y: '100.012', U: '0.010' }, …], 0).limit // '0.0086603'
 */
export function verifyByIntercomparison(results: readonly Result[], laboratory = 0): Intercomparison {
  const read = readList(results, 'results', 1000).map((result, index) => readResult(result, `results[${index}]`));
  const own = read[laboratory];
  if (own === undefined)
    throw new InvalidInput('laboratory', [`没有第 ${laboratory} 个结果（从 0 起）`, `there is no result ${laboratory}, counted from 0`]);
  if (read.length < 2)
    throw new InvalidInput('results', ['比对至少需要 2 个实验室的结果', 'an intercomparison takes the results of at least 2 laboratories']);
  const values = read.map(({ y }) => y);
  const sample = exactSample(values);
  const mean = meanFraction(sample);
  const ownFraction = fractionOf(own.y);
  const top = ownFraction.top * mean.bottom - mean.top * ownFraction.bottom;
  const deviation: Fraction = { top: top < 0n ? -top : top, bottom: ownFraction.bottom * mean.bottom };
  const count = BigInt(read.length);
  const ownSquare = square(own.U);
  const limit: Fraction = { top: (count - 1n) * ownSquare.top, bottom: count * ownSquare.bottom };
  const interval: Decimal = { digits: 1n, scale: meanDecimals(values) };
  return {
    value: print(trim(roundQuotient({ digits: deviation.top, scale: 0 }, { digits: deviation.bottom, scale: 0 }, interval))),
    limit: print(significantRoot(limit, significantDigits)),
    ok: compareFractions({ top: deviation.top ** 2n, bottom: deviation.bottom ** 2n }, limit) <= 0,
    clause: intercomparisonClause,
    confidence: 'H',
    n: read.length,
    mean: printMean(sample, meanDecimals(values)),
  };
}
