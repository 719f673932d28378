/** Words of an evaluation's results that page, report and workbook share. */
import type { Text } from '../../../kernel/text.ts';
import { printSignificant } from './print-number.ts';
import type { OutputAnswer, Validation } from './record.ts';

export const dofRules: Readonly<Record<string, Text>> = {
  'welch-satterthwaite': ['韦尔奇–萨特思韦特公式', 'Welch–Satterthwaite'],
  'welch-satterthwaite-simultaneous': [
    '韦尔奇–萨特思韦特公式，同时测得的读数合为一项',
    'Welch–Satterthwaite, readings taken together as one part',
  ],
  'welch-satterthwaite-least-of-correlated': [
    '韦尔奇–萨特思韦特公式，相关输入量合为一项、取其最小自由度',
    'Welch–Satterthwaite, correlated inputs as one part with the least of their dof',
  ],
};

export const intervalKinds: Readonly<Record<string, Text>> = {
  shortest: ['最短包含区间', 'Shortest coverage interval'],
  symmetric: ['概率对称包含区间', 'Probabilistically symmetric coverage interval'],
};

/** What JCGM 101 clause 8 finds: whether the GUM interval may be used. */
export function validationText({ ok, digits, delta, dLow, dHigh }: Validation): Text {
  const figures = [dLow, dHigh, delta].map((figure) => printSignificant(figure, 3));
  const [low = '', high = '', tolerance = ''] = figures;
  return ok
    ? [
        `GUM结果通过蒙特卡洛验证（${digits}位有效数字）：端点差 ${low}、${high} 不大于容差 ${tolerance}`,
        `The GUM result is validated by Monte Carlo (${digits} significant digits): the ends differ by ${low} and ${high}, tolerance ${tolerance}`,
      ]
    : [
        `GUM结果未通过蒙特卡洛验证（${digits}位有效数字）：端点差 ${low}、${high}，容差 ${tolerance}；应采用蒙特卡洛结果`,
        `The GUM result is not validated by Monte Carlo (${digits} significant digits): the ends differ by ${low} and ${high}, tolerance ${tolerance}; use the Monte Carlo result`,
      ];
}

/** What a reader must be told about a result before it is used. */
export function warningsOf({ gum, gumSecondOrder, validated }: OutputAnswer): Text[] {
  const found: Text[] = [];
  if (gum.u === 0)
    found.push([
      '一阶近似给出 u = 0：灵敏系数在估计值处全为零，GUM结果不能使用',
      'The first order gives u = 0: every sensitivity vanishes at the estimates, the GUM result cannot be used',
    ]);
  if (gumSecondOrder !== null && gum.u > 0 && Math.abs(gumSecondOrder.u - gum.u) > 0.05 * gum.u)
    found.push([
      `高阶项使 u 由 ${printSignificant(gum.u, 3)} 变为 ${printSignificant(gumSecondOrder.u, 3)}：模型非线性明显`,
      `Higher-order terms turn u from ${printSignificant(gum.u, 3)} into ${printSignificant(gumSecondOrder.u, 3)}: the model is not linear here`,
    ]);
  if (gumSecondOrder !== null && gum.u > 0 && Math.abs(gumSecondOrder.value - gum.value) > 0.05 * gum.u)
    found.push([
      `高阶项使估计值移动 ${printSignificant(gumSecondOrder.value - gum.value, 3)}`,
      `Higher-order terms move the estimate by ${printSignificant(gumSecondOrder.value - gum.value, 3)}`,
    ]);
  const largest = gum.budget.reduce((most, row) => (row.share > most.share ? row : most), gum.budget[0] ?? { input: '', share: 0 });
  if (gum.dof !== null && gum.dof < 5)
    found.push([
      `有效自由度只有 ${printSignificant(gum.dof, 3)}，主要来自 ${largest.input}`,
      `Only ${printSignificant(gum.dof, 3)} effective degrees of freedom, mostly because of ${largest.input}`,
    ]);
  if (validated !== undefined && validated !== null && !validated.ok) found.push(validationText(validated));
  return found;
}
