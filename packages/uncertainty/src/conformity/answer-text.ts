/** The answer of `conformity` for people: one line for each figure, in both languages. */
import { print } from '@tongheng/quantity/decimal';
import type { Conformity, Decision } from './decision.ts';
import type { ConformityInput, Rule } from './input.ts';
import type { Remark } from './remark.ts';

type Text = readonly [zh: string, en: string];
type Line = readonly [label: Text, value: Text];

const decisions: Readonly<Record<Decision, Text>> = {
  pass: ['合格（接受）', 'pass'],
  conditionalPass: ['有条件合格', 'conditional pass'],
  conditionalFail: ['有条件不合格', 'conditional fail'],
  fail: ['不合格（拒绝）', 'fail'],
};
const rules: Readonly<Record<Rule, Text>> = {
  simple: ['简单接受', 'simple acceptance'],
  shared: ['简单接受（共担风险）', 'simple acceptance (shared risk)'],
  guarded: ['带保护带的接受', 'guarded acceptance'],
};

const both = (value: string): Text => [value, value];
const rounded = (value: number): Text => both(String(Number(value.toPrecision(4))));
const interval = (lower: string | null, upper: string | null): Text => both(`[${lower ?? '−∞'}, ${upper ?? '+∞'}]`);

function lines(input: ConformityInput, found: Conformity): readonly Line[] {
  const { acceptance, agreed, capability, guard, posterior, risks, uncertainty, verification } = found;
  const { u, k, U, dof } = uncertainty;
  const freedom: Text = dof === null ? ['', ''] : [`，自由度 ${dof}`, `, ${dof} degrees of freedom`];
  const risk = (label: Text, value: number | null | undefined): readonly Line[] =>
    value === null || value === undefined ? [] : [[label, rounded(value)]];
  const { global } = risks;
  return [
    [['结论', 'decision'], decisions[found.decision]],
    [['判定规则', 'rule'], rules[found.rule]],
    [['测得值', 'measured value'], both(print(input.value))],
    [
      ['不确定度', 'uncertainty'],
      [`u = ${u}，U = ${U}（k = ${k}）${freedom[0]}`, `u = ${u}, U = ${U} (k = ${k})${freedom[1]}`],
    ],
    [['允许区间', 'tolerance interval'], interval(input.lower ? print(input.lower) : null, input.upper ? print(input.upper) : null)],
    [['接受区间', 'acceptance interval'], interval(acceptance.lower, acceptance.upper)],
    ...(guard ? ([[['保护带 w', 'guard band w'], both(guard.source === null ? guard.w : `${guard.w} (${guard.source})`)]] as const) : []),
    ...(agreed ? ([[['约定的最大 U', 'agreed largest U'], both(agreed.maximumU)]] as const) : []),
    ...risk(['合格概率', 'conformance probability'], found.probability),
    ...risk(['特定消费者风险', "specific consumer's risk"], risks.specific.consumer),
    ...risk(['特定生产者风险', "specific producer's risk"], risks.specific.producer),
    ...risk(['总体消费者风险', "global consumer's risk"], global?.consumer),
    ...risk(['总体生产者风险', "global producer's risk"], global?.producer),
    ...risk(['先验合格概率', 'prior probability of conforming'], global?.conforming),
    ...risk(['预期接受概率', 'probability of acceptance'], global?.accepted),
    ...risk(['接受品中不合格的比例', 'nonconforming among accepted'], global?.consumerAmongAccepted),
    ...(posterior ? ([[['后验值', 'posterior value'], both(`${posterior.value}, u = ${posterior.u}`)]] as const) : []),
    ...risk(['后验合格概率', 'posterior probability'], posterior?.probability),
    ...risk(['测量能力指数 Cm', 'measurement capability Cm'], capability),
    ...risk(['U/MPE（检定要求不大于 1/3）', 'U/MPE (verification: at most 1/3)'], verification.ratio),
    [['检定的结论（简单接受）', 'verification (simple acceptance)'], decisions[verification.decision]],
  ];
}

/** Han characters and full-width signs take two columns. */
const columns = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (/[⺀-￯]/.test(sign) ? 2 : 1), 0);

function table(rows: readonly Line[], language: 0 | 1): string {
  const widest = Math.max(...rows.map(([label]) => columns(label[language])));
  return rows
    .map(([label, value]) => `${label[language]}${' '.repeat(widest - columns(label[language]) + 2)}${value[language]}`)
    .join('\n');
}

/** The figures in aligned lines, then the remarks, in Chinese and in English. */
export function conformityText(input: ConformityInput, found: Conformity, remarks: readonly Remark[]): Text {
  const rows = lines(input, found);
  const write = (language: 0 | 1): string => [table(rows, language), ...remarks.map((remark) => remark[language])].join('\n');
  return [write(0), write(1)];
}
