/** Answers of the tests of ISO 5725-2: Grubbs, Cochran, Mandel. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { textOf, numberOf } from '../../sample/decimal-text.ts';
import { sampleOf } from '../../sample/exact-scale.ts';
import { cochran, type OutlierVerdict } from '../cochran.ts';
import { criticalOfTwo, grubbs, type GrubbsResult } from '../grubbs.ts';
import { decimalsOf, rowsOf, wholeNumber } from '../input.ts';
import { mandel } from '../mandel.ts';
import { standardDeviation } from '../sample.ts';
import { unconfirmedTable, type Method, type Text } from './report.ts';

const words: Readonly<Record<OutlierVerdict, Text>> = {
  none: ['无异常', 'none'],
  straggler: ['歧离值', 'straggler'],
  outlier: ['离群值', 'outlier'],
};

const textOrNull = (value: number | null): string | null => (value === null ? null : textOf(value));

const one = (result: GrubbsResult | null): object | null =>
  result === null
    ? null
    : { G: textOf(result.G), critical5: textOrNull(result.critical5), critical1: textOrNull(result.critical1), verdict: result.verdict };

const rowOf = (label: Text, result: GrubbsResult | null): readonly (string | Text)[][] =>
  result === null
    ? []
    : [
        [
          label,
          `G = ${textOf(result.G, 4)}`,
          result.critical5 === null ? '—' : `5 % ${textOf(result.critical5, 4)}`,
          result.critical1 === null ? '—' : `1 % ${textOf(result.critical1, 4)}`,
          result.verdict === null ? ['无表值', 'no table value'] : words[result.verdict],
        ],
      ];

/**
 * Grubbs' tests for one and two outlying `results`, three at least (ISO 5725-2:2019, 8.3.4). Throws InvalidInput by the place of a
 * field.
 */
export const grubbsAnswer: Method = (fields) => {
  const sample = sampleOf(decimalsOf(fields['results'], 'results', 3));
  const found = grubbs(sample.offsets);
  return {
    title: ['格拉布斯检验（ISO 5725-2:2019，8.3.4）', "Grubbs' tests (ISO 5725-2:2019, 8.3.4)"],
    answer: {
      p: sample.offsets.length,
      mean: sample.location(found.mean),
      s: sample.spread(found.s),
      largest: one(found.largest),
      smallest: one(found.smallest),
      twoLargest: one(found.twoLargest),
      twoSmallest: one(found.twoSmallest),
    },
    rows: [
      ...rowOf(['最大值', 'largest'], found.largest),
      ...rowOf(['最小值', 'smallest'], found.smallest),
      ...rowOf(['最大两个值', 'two largest'], found.twoLargest),
      ...rowOf(['最小两个值', 'two smallest'], found.twoSmallest),
    ],
    warnings: (found.twoLargest?.verdict ?? null) === null ? [] : [unconfirmedTable(criticalOfTwo.source)],
  };
};

/** `variances` with `n`, or `results` as rows of replicates. */
export const cochranAnswer: Method = (fields) => {
  const rows = fields['variances'] === undefined ? rowsOf(fields['results'], 'results', 2) : undefined;
  const n = rows === undefined ? wholeNumber(fields['n'], 'n', 2, 10_000) : (rows[0]?.length ?? 0);
  rows?.forEach((row, index) => {
    if (row.length !== n) throw new InvalidInput(`results[${index}]`, ['各组个数应相同', 'all groups need the same number of results']);
  });
  const sample = sampleOf((rows ?? []).flatMap((row) => row));
  const variances =
    rows === undefined
      ? decimalsOf(fields['variances'], 'variances', 2).map(numberOf)
      : rows.map((row) => standardDeviation(row.map(sample.offsetOf)) * standardDeviation(row.map(sample.offsetOf)));
  const found = cochran(variances, n);
  return {
    title: ['柯克伦检验（ISO 5725-2:2019，8.3.3）', "Cochran's test (ISO 5725-2:2019, 8.3.3)"],
    answer: {
      C: textOf(found.C),
      index: found.index,
      p: variances.length,
      n,
      critical5: textOf(found.critical5),
      critical1: textOf(found.critical1),
      verdict: found.verdict,
    },
    rows: [
      [['最大方差所在组', 'group of the largest variance'], String(found.index + 1)],
      ['C', textOf(found.C, 4), `5 % ${textOf(found.critical5, 4)}`, `1 % ${textOf(found.critical1, 4)}`, words[found.verdict]],
    ],
  };
};

/**
 * Mandel's h and k of `results`, a row of replicates for each laboratory, with stragglers at 5 % and outliers at 1 % (ISO 5725-2:2019,
 * 8.3.2). Throws InvalidInput by the place of a field.
 */
export const mandelAnswer: Method = (fields) => {
  const rows = rowsOf(fields['results'], 'results', 3);
  const sample = sampleOf(rows.flatMap((row) => row));
  const { laboratories, h, k } = mandel(rows.map((row) => row.map(sample.offsetOf)));
  const verdict = (value: number, limits: { critical5: number; critical1: number }): OutlierVerdict =>
    Math.abs(value) > limits.critical1 ? 'outlier' : Math.abs(value) > limits.critical5 ? 'straggler' : 'none';
  return {
    title: ['曼德尔 h、k 统计量（ISO 5725-2:2019，8.3.2）', "Mandel's h and k (ISO 5725-2:2019, 8.3.2)"],
    answer: {
      laboratories: laboratories.map((own) => ({
        mean: sample.location(own.mean),
        s: sample.spread(own.s),
        h: textOf(own.h),
        hVerdict: verdict(own.h, h),
        k: textOf(own.k),
        kVerdict: verdict(own.k, k),
      })),
      h: { critical5: textOf(h.critical5), critical1: textOf(h.critical1) },
      k: { critical5: textOf(k.critical5), critical1: textOf(k.critical1) },
    },
    rows: laboratories.map((own, index) => [
      String(index + 1),
      `h = ${textOf(own.h, 3)}`,
      words[verdict(own.h, h)],
      `k = ${textOf(own.k, 3)}`,
      words[verdict(own.k, k)],
    ]),
  };
};
