import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import { distributions, isDistribution } from '../rules/distribution.ts';
import { isTree, readTree, shown, shownList, type Tree } from '../rules/model-text.ts';
import { printDof, printResult, printShare, printSignificant, withUnit } from '../rules/print-number.ts';
import type { OutputAnswer, VersionRecord } from '../rules/record.ts';
import { dofRules, intervalKinds, validationText, warningsOf } from '../rules/words.ts';

export type Column = { readonly title: Text; readonly width: number; readonly isNumber?: true };
export type Table = { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };

export const budgetColumns: readonly Column[] = [
  { title: ['输入量', 'Input'], width: 2 },
  { title: ['估计值', 'Estimate'], width: 2.4, isNumber: true },
  { title: ['标准不确定度', 'u'], width: 2, isNumber: true },
  { title: ['自由度', 'dof'], width: 1.2, isNumber: true },
  { title: ['灵敏系数', 'Sensitivity'], width: 2, isNumber: true },
  { title: ['分量 c·u', 'Contribution'], width: 2, isNumber: true },
  { title: ['占比', 'Share'], width: 1.3, isNumber: true },
];

export const budgetRows = ({ gum }: OutputAnswer): string[][] =>
  gum.budget.map((row) => [
    row.input,
    printResult(row.value, row.u).value,
    printSignificant(row.u, 3),
    printDof(row.dof),
    printSignificant(row.sensitivity, 4),
    printSignificant(row.contribution, 3),
    printShare(row.share),
  ]);

/** A distribution as a reader of the report takes it: its name and what was given. */
function describe(input: Tree, language: Language): string[] {
  const name = shown(input['distribution']);
  const given = Object.entries(input)
    .filter(([field]) => field !== 'distribution' && field !== 'unit')
    .map(([field, value]) => `${field} = ${Array.isArray(value) ? shownList(value) : shown(value)}`);
  return [isDistribution(name) ? inLanguage(distributions[name].text, language) : name, given.join(', '), shown(input['unit'])];
}

/** The model in words and tables; a file that the form cannot read has been refused before it was kept. */
export function layOutModel(model: string, language: Language) {
  const tree = readTree(model) ?? {};
  const part = (name: string): [string, Tree | string][] =>
    isTree(tree[name]) ? Object.entries(tree[name]).map(([key, value]) => [key, isTree(value) ? value : shown(value)]) : [];
  const formulas = part('outputs').map(([name, formula]) =>
    typeof formula === 'string'
      ? `${name} = ${formula}`
      : `${name}: ${shown(formula['solve'])}  (${shown(formula['for'])} ≈ ${shown(formula['start'])})`,
  );
  const constants = part('constants').map(([name, value]) => `${name} = ${typeof value === 'string' ? value : ''}`);
  const correlations = Array.isArray(tree['correlations'])
    ? tree['correlations'].filter(isTree).map((one) => `r(${shownList(one['between']).replace(' ', ', ')}) = ${shown(one['r'])}`)
    : [];
  const inputs: Table = {
    columns: [
      { title: ['输入量', 'Input'], width: 1.6 },
      { title: ['分布', 'Distribution'], width: 2.6 },
      { title: ['参数', 'Parameters'], width: 6 },
      { title: ['单位', 'Unit'], width: 1.2 },
    ],
    rows: part('inputs').map(([name, input]) => [name, ...(typeof input === 'string' ? [input, '', ''] : describe(input, language))]),
  };
  return { formulas, constants, correlations, inputs };
}

export type OutputSheet = {
  readonly name: string;
  readonly answer: OutputAnswer;
  readonly statement: string;
  readonly facts: readonly (readonly [Text, string])[];
  readonly remarks: readonly Text[];
};

const interval = ([low, high]: readonly [number, number], u: number): string =>
  `[${printResult(low, u).value}, ${printResult(high, u).value}]`;

/** One output as facts: the GUM result, the Monte Carlo result and what to think of them. */
export function layOutOutput(name: string, answer: OutputAnswer, record: VersionRecord, language: Language): OutputSheet {
  const { gum, gumSecondOrder, monteCarlo, validated } = answer;
  const { value, uncertainty } = printResult(gum.value, gum.U);
  const facts: (readonly [Text, string])[] = [
    [['估计值', 'Estimate'], printResult(gum.value, gum.u).value],
    [['合成标准不确定度 u', 'Combined standard uncertainty u'], printSignificant(gum.u, 3)],
    [['有效自由度', 'Effective degrees of freedom'], printDof(gum.dof)],
    [
      ['自由度的算法', 'Rule for the degrees of freedom'],
      inLanguage(dofRules[answer.dofRule] ?? [answer.dofRule, answer.dofRule], language),
    ],
    [['包含因子 k', 'Coverage factor k'], printSignificant(gum.k, 3)],
    [['扩展不确定度 U', 'Expanded uncertainty U'], printSignificant(gum.U, 3)],
    [['GUM包含区间', 'GUM coverage interval'], interval(gum.interval, gum.u)],
  ];
  if (gumSecondOrder !== null)
    facts.push([
      ['含高阶项的估计值与 u', 'Estimate and u with higher-order terms'],
      `${printResult(gumSecondOrder.value, gumSecondOrder.u).value}, ${printSignificant(gumSecondOrder.u, 3)}`,
    ]);
  if (monteCarlo !== undefined && monteCarlo !== null) {
    const kind = intervalKinds[monteCarlo.intervalKind] ?? ['包含区间', 'Coverage interval'];
    facts.push(
      [
        ['蒙特卡洛估计值与 u', 'Monte Carlo estimate and u'],
        `${printResult(monteCarlo.value, monteCarlo.u).value}, ${printSignificant(monteCarlo.u, 3)}`,
      ],
      [[`蒙特卡洛${kind[0]}`, `Monte Carlo, ${kind[1].toLowerCase()}`], interval(monteCarlo.interval, monteCarlo.u)],
      [['抽样次数', 'Trials'], String(monteCarlo.trials)],
      [['随机数种子', 'Seed'], String(monteCarlo.seed)],
    );
  }
  const remarks = warningsOf(answer);
  if (validated?.ok === true) remarks.unshift(validationText(validated));
  return {
    name,
    answer,
    statement: `${name} = ${withUnit(value, answer.unit)}, U = ${withUnit(uncertainty, answer.unit)} (k = ${printSignificant(gum.k, 3)}, p = ${record.coverage})`,
    facts,
    remarks,
  };
}

export const layOutOutputs = (record: VersionRecord, language: Language): OutputSheet[] =>
  Object.entries(record.answer.outputs).map(([name, answer]) => layOutOutput(name, answer, record, language));
