/** Answers of homogeneity and stability: whether the items of a round are fit for it. */
import type { Decimal } from '@tongheng/quantity/decimal';
import { textOf } from '../../sample/decimal-text.ts';
import type { Entries } from '../../sample/read-input.ts';
import { homogeneity, stability } from '../homogeneity.ts';
import { decimalsOf, fieldsOf, optionalSize, rowsOf, size } from '../input.ts';
import type { Method, Text, Warning } from './report.ts';

/** `sigma` at the top, or in `assigned` as for scores. */
const sigmaOf = (fields: Entries): Decimal =>
  optionalSize(fields, 'sigma', '') ??
  (fields['assigned'] === undefined ? size(fields, 'sigma', '') : size(fieldsOf(fields['assigned'], 'assigned'), 'sigma', 'assigned'));

const met = (ok: boolean): Text => (ok ? ['满足', 'met'] : ['不满足', 'not met']);

/** ISO 13528:2022, B.1: ten items or more. */
const fewItems = 10;

/**
 * Homogeneity of `results`, a row of replicates for each item, against 0.3 sigma (ISO 13528:2022, annex B). Throws InvalidInput by the
 * place of a field.
 */
export const homogeneityAnswer: Method = (fields) => {
  const rows = rowsOf(fields['results'], 'results', 2);
  const found = homogeneity(rows, sigmaOf(fields));
  const [ss, sw, limit, critical] = [found.ss, found.sw, found.limit, found.critical].map((value) => textOf(value));
  const warnings: Warning[] = [];
  if (rows.length < fewItems) {
    warnings.push({
      id: 'few-items',
      text: [`样品少于 ${fewItems} 个（ISO 13528 附录 B.1）`, `fewer than ${fewItems} items (ISO 13528 annex B.1)`],
    });
  }
  if (found.cochran !== null && found.cochran.verdict !== 'none') {
    warnings.push({
      id: 'cochran',
      text: [
        `第 ${found.cochran.index + 1} 个样品的重复测量离散偏大（柯克伦检验），请查明原因后再作评定`,
        `the replicates of item ${found.cochran.index + 1} scatter more than the others (Cochran): find the cause before the assessment`,
      ],
    });
  }
  if (!found.isHomogeneousExpanded) {
    warnings.push({
      id: 'not-homogeneous',
      text: [
        '样品均匀性不足：剔除或重制样品，或把 s_s 计入 σ_pt 或指定值的不确定度',
        'the items are not homogeneous enough: reject or prepare them again, or include s_s in σ_pt or in the uncertainty of the assigned value',
      ],
    });
  }
  return {
    title: ['均匀性检验（ISO 13528:2022，附录 B）', 'homogeneity (ISO 13528:2022, annex B)'],
    answer: {
      mean: textOf(found.mean),
      sx: textOf(found.sx),
      sw,
      ss,
      limit,
      homogeneous: found.isHomogeneous,
      F1: textOf(found.F1),
      F2: textOf(found.F2),
      critical,
      homogeneousExpanded: found.isHomogeneousExpanded,
      cochran:
        found.cochran === null
          ? null
          : {
              C: textOf(found.cochran.C),
              critical5: textOf(found.cochran.critical5),
              critical1: textOf(found.cochran.critical1),
              verdict: found.cochran.verdict,
            },
    },
    rows: [
      [['样品间标准偏差 s_s', 'between items s_s'], ss ?? ''],
      [['样品内标准偏差 s_w', 'within items s_w'], sw ?? ''],
      [['判据 s_s ≤ 0.3 σ_pt', 'criterion s_s ≤ 0.3 σ_pt'], limit ?? '', met(found.isHomogeneous)],
      [['扩展判据 s_s² ≤', 'expanded criterion s_s² ≤'], critical ?? '', met(found.isHomogeneousExpanded)],
    ],
    warnings,
    isRefusal: !found.isHomogeneousExpanded,
  };
};

/**
 * Stability from the results `before` and `after` the round, against 0.3 sigma (ISO 13528:2022, annex B.5). Throws InvalidInput by the
 * place of a field.
 */
export const stabilityAnswer: Method = (fields) => {
  const found = stability(decimalsOf(fields['before'], 'before'), decimalsOf(fields['after'], 'after'), sigmaOf(fields));
  const [difference, u, limit, expandedLimit] = [found.difference, found.u, found.limit, found.expandedLimit].map((value) => textOf(value));
  return {
    title: ['稳定性检验（ISO 13528:2022，附录 B.5）', 'stability (ISO 13528:2022, annex B.5)'],
    answer: {
      before: textOf(found.before),
      after: textOf(found.after),
      difference,
      u,
      limit,
      stable: found.isStable,
      expandedLimit,
      stableExpanded: found.isStableExpanded,
    },
    rows: [
      [['平均值之差', 'difference of means'], difference ?? ''],
      [['判据 |Δ| ≤ 0.3 σ_pt', 'criterion |Δ| ≤ 0.3 σ_pt'], limit ?? '', met(found.isStable)],
      [['扩展判据 |Δ| ≤ 0.3 σ_pt + 2u', 'expanded criterion |Δ| ≤ 0.3 σ_pt + 2u'], expandedLimit ?? '', met(found.isStableExpanded)],
    ],
    isRefusal: !found.isStableExpanded,
  };
};
