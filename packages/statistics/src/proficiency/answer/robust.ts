/** Answers of the methods that estimate an assigned value and a standard deviation from the results themselves. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf, textOf } from '../../sample/decimal-text.ts';
import { sampleOf } from '../../sample/exact-scale.ts';
import { algorithmA } from '../algorithm-a.ts';
import { algorithmS, tableOfAlgorithmS } from '../algorithm-s.ts';
import { qHampel } from '../hampel.ts';
import { choiceOf, decimalsOf, rowsOf, wholeNumber } from '../input.ts';
import { standardDeviation } from '../sample.ts';
import { simpleRobust } from '../simple-robust.ts';
import { unconfirmedTable, type Method, type Report, type Warning } from './report.ts';

const constantsOf = (value: unknown): 'iso' | 'exact' => choiceOf(value, 'constants', ['iso', 'exact'], 'iso');

/** Below this number robust estimates are poor (ISO 13528:2022, 7.7 and annex D). */
const fewResults = 12;

function warningsOf(p: number, s: number, isIdentical: boolean): Warning[] {
  const found: Warning[] = [];
  if (p < fewResults) {
    found.push({
      id: 'few-results',
      text: [
        `只有 ${p} 个结果，稳健估计的可靠性有限（ISO 13528 附录 D）`,
        `only ${p} results: robust estimates are of limited reliability (ISO 13528 annex D)`,
      ],
    });
  }
  if (s === 0 || isIdentical) {
    found.push({
      id: 'identical-results',
      text: [
        '半数以上结果相同，稳健标准偏差不能反映离散，请核对结果的分辨力',
        'more than half of the results are identical: the robust standard deviation does not show the spread; check the resolution of the results',
      ],
    });
  }
  return found;
}

const estimate = (
  title: Report['title'],
  answer: { x: string; s: string; u: string },
  more: Report['rows'],
  warnings: Warning[],
  extra: object,
): Report => ({
  title,
  answer: { ...answer, ...extra },
  rows: [
    [['稳健平均值 x*', 'robust mean x*'], answer.x],
    [['稳健标准偏差 s*', 'robust standard deviation s*'], answer.s],
    [['标准不确定度 u(x*)', 'standard uncertainty u(x*)'], answer.u],
    ...more,
  ],
  warnings,
});

/**
 * Algorithm A of `results`, two at least, with `constants` and `stop` where they are given (ISO 13528:2022, C.3). Throws InvalidInput by
 * the place of a field.
 */
export const algorithmAAnswer: Method = (fields) => {
  const sample = sampleOf(decimalsOf(fields['results'], 'results', 2));
  const found = algorithmA(sample.offsets, {
    constants: constantsOf(fields['constants']),
    stop: choiceOf(fields['stop'], 'stop', ['converged', 'iso'], 'converged'),
  });
  const p = sample.offsets.length;
  return estimate(
    ['算法 A（ISO 13528:2022，C.3）', 'Algorithm A (ISO 13528:2022, C.3)'],
    { x: sample.location(found.x), s: sample.spread(found.s), u: sample.spread(found.u) },
    [
      [['迭代次数', 'iterations'], String(found.iterations)],
      [['结果数 p', 'results p'], String(p)],
    ],
    warningsOf(p, found.s, found.identical),
    { iterations: found.iterations, p },
  );
};

/**
 * Q method and Hampel's estimate of `results`, a row for each laboratory (ISO 13528:2022, C.5). Throws InvalidInput by the place of a
 * field.
 */
export const qHampelAnswer: Method = (fields) => {
  const rows = rowsOf(fields['results'], 'results', 2);
  const sample = sampleOf(rows.flatMap((row) => row));
  const laboratories = rows.map((row) => row.map(sample.offsetOf));
  const { x, s, u, sr } = qHampel(laboratories);
  const repeatability = sr === null ? null : sample.spread(sr);
  return estimate(
    ['Q 方法与 Hampel 估计（ISO 13528:2022，C.5）', 'Q method and Hampel estimator (ISO 13528:2022, C.5)'],
    { x: sample.location(x), s: sample.spread(s), u: sample.spread(u) },
    repeatability === null ? [] : [[['重复性标准偏差 s_r*', 'repeatability standard deviation s_r*'], repeatability]],
    warningsOf(rows.length, s, false),
    { sr: repeatability, p: rows.length },
  );
};

/** Median, MADe and nIQR of `results`, two at least (ISO 13528:2022, C.2). Throws InvalidInput by the place of a field. */
export const medianAnswer: Method = (fields) => {
  const sample = sampleOf(decimalsOf(fields['results'], 'results', 2));
  const found = simpleRobust(sample.offsets);
  const [made, niqr] = [sample.spread(found.made), sample.spread(found.niqr)];
  return estimate(
    ['中位值与 MADe、nIQR（ISO 13528:2022，C.2）', 'median with MADe and nIQR (ISO 13528:2022, C.2)'],
    { x: sample.location(found.x), s: made, u: sample.spread(found.u) },
    [[['标准化四分位距 nIQR', 'normalized interquartile range nIQR'], niqr]],
    warningsOf(sample.offsets.length, found.made, false),
    { made, niqr, p: sample.offsets.length },
  );
};

/** Standard deviations with `dof`, or rows of replicates from which they are computed. */
export const algorithmSAnswer: Method = (fields) => {
  const rows = rowsOf(fields['results'], 'results', 2);
  const replicates = rows[0]?.length ?? 1;
  rows.forEach((row, index) => {
    if (row.length !== replicates)
      throw new InvalidInput(`results[${index}]`, ['各组个数应相同', 'all groups need the same number of results']);
  });
  const sample = sampleOf(rows.flatMap((row) => row));
  const deviations =
    replicates === 1
      ? rows.flatMap((row) => row.map(numberOf))
      : rows.map((row) => standardDeviation(row.map(sample.offsetOf)) * sample.unit);
  const dof = replicates === 1 ? wholeNumber(fields['dof'], 'dof', 1, 1000) : replicates - 1;
  const constants = constantsOf(fields['constants']);
  const { w, iterations } = algorithmS(deviations, dof, { constants });
  const s = textOf(w);
  return {
    title: ['算法 S（ISO 13528:2022，C.4）', 'Algorithm S (ISO 13528:2022, C.4)'],
    answer: { s, dof, iterations, p: rows.length },
    rows: [
      [['稳健合并标准偏差 w*', 'robust pooled standard deviation w*'], s],
      [['自由度 ν', 'degrees of freedom ν'], String(dof)],
      [['迭代次数', 'iterations'], String(iterations)],
    ],
    warnings: constants === 'iso' && dof <= tableOfAlgorithmS.eta.length ? [unconfirmedTable(tableOfAlgorithmS.source)] : [],
  };
};
