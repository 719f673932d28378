/** The readable answer of the command `regression`, in both languages. */
import type { RegressionAnswer } from './command.ts';

/** Chinese characters and full-width signs take two columns of a terminal. */
const widthOf = (text: string): number => text.replace(/[\u1100-\u115f\u2e80-\uffdc]/g, '  ').length;
const padded = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, k) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[k] ?? ''))));
  return [head, ...rows].map((row) => `  ${row.map((cell, k) => padded(cell, widths[k] ?? 0)).join('  ')}`);
}

const shown = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));
const value = (number: number): string => shown(number, 10);
const uncertainty = (number: number): string => shown(number, 4);

const basis: Readonly<Record<RegressionAnswer['weighting'], readonly [zh: string, en: string]>> = {
  none: ['普通最小二乘，不确定度由残差的分散得出', 'ordinary least squares; uncertainties from the scatter of the residuals'],
  weights: [
    '加权最小二乘，不确定度由加权残差的分散得出',
    'weighted least squares; uncertainties from the scatter of the weighted residuals',
  ],
  stated: ['按 y 的已知标准不确定度加权，不确定度由其得出', 'weighted by the stated uncertainties of y; uncertainties from these alone'],
  covariance: [
    '按 y 的已知协方差矩阵加权（ISO/TS 28037），不确定度由其得出',
    'weighted by the stated covariance of y (ISO/TS 28037); uncertainties from it alone',
  ],
  both: [
    'x 与 y 都有误差（ISO/TS 28037），不确定度由已知的 ux、uy 得出',
    'errors in both variables (ISO/TS 28037); uncertainties from ux and uy alone',
  ],
};

const xText = (x: number | Readonly<Record<string, number>>): string =>
  typeof x === 'number'
    ? value(x)
    : Object.entries(x)
        .map(([name, part]) => `${name}=${value(part)}`)
        .join(' ');

function linesIn(answer: RegressionAnswer, language: 0 | 1): string {
  const say = (zh: string, en: string): string => (language === 0 ? zh : en);
  const lines = [basis[answer.weighting][language], ''];
  lines.push(
    ...table(
      [say('参数', 'parameter'), say('值', 'value'), say('标准不确定度', 'u')],
      answer.parameters.map(({ name, value: found, u }) => [name, value(found), uncertainty(u)]),
    ),
    '',
  );
  const { residualStandardDeviation: s, dof, chiSquare } = answer;
  const strange = say('，以 u 为单位', ', in units of u');
  if (s !== null) lines.push(`${say('残差标准偏差', 'residual standard deviation')} s = ${value(s)}${chiSquare === null ? '' : strange}`);
  lines.push(`${say('自由度', 'degrees of freedom')} ν = ${dof}`);
  if (chiSquare !== null) {
    const p = answer.chiSquareProbability;
    lines.push(`χ² = ${value(chiSquare)}${p === null ? '' : `, P(χ² ≥ ${value(chiSquare)}) = ${uncertainty(p)}`}`);
    if (p !== null && p < 0.05) {
      lines.push(
        say(
          '数据的分散大于所给的不确定度（显著性水平 0.05）：模型不合适，或不确定度偏小',
          'the data scatter more than the stated uncertainties allow (level 0.05): the model does not hold or the uncertainties are too small',
        ),
      );
    }
  }
  if (answer.predictions.length > 0) {
    const rows = answer.predictions.map(({ x, y, u }) => [xText(x), value(y), uncertainty(u)]);
    lines.push('', say('曲线的值', 'values of the curve'), ...table(['x', 'y', 'u(y)'], rows));
  }
  if (answer.inverse.length > 0) {
    const outside = say('外推', 'extrapolated');
    const rows = answer.inverse.map(({ y, x, u, extrapolated }) => [value(y), value(x), uncertainty(u), extrapolated ? outside : '']);
    lines.push('', say('由 y 求 x', 'x from y'), ...table(['y', 'x', 'u(x)', ''], rows));
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** Tables of parameters, predictions and inverse predictions. */
export const regressionText = (answer: RegressionAnswer): readonly [zh: string, en: string] => [linesIn(answer, 0), linesIn(answer, 1)];
