/** What `tongheng uncertainty FILE` answers: the interface's JSON, and a readable report with the budget. */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { roundResult } from '@tongheng/quantity/result';
import { evaluate, type Answer, type EvaluateOptions, type OutputAnswer } from './evaluate.ts';
import { sensitivityByTrials, type TrialSensitivity } from './monte-carlo/sensitivity.ts';
import { readModel, type Model } from './model/model.ts';
import type { Crew } from './monte-carlo/run.ts';

/** A number for people: enough digits to tell it, no noise. */
const plain = (value: number, digits = 6): string => {
  if (value === 0) return '0';
  const text = Number(value.toPrecision(digits));
  return String(text);
};

/** Value and uncertainty rounded to two digits of the uncertainty (JCGM 100 7.2.6). */
function rounded(value: number, u: number): { readonly value: string; readonly u: string } {
  if (!(u > 0)) return { value: plain(value, 15), u: '0' };
  const result = roundResult(String(value), String(u));
  return { value: result.value, u: result.uncertainty };
}
const ends = ([low, high]: readonly [number, number], u: number): string => `[${rounded(low, u).value}, ${rounded(high, u).value}]`;

type Cell = string;
/** Columns aligned by their width on a terminal, where a Chinese character takes two places. */
function aligned(rows: readonly (readonly Cell[])[]): string {
  const width = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffdf]/.test(sign) ? 2 : 1), 0);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
          return column === 0 ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const words = {
  zh: {
    head: ['输入量', '估计值', '标准不确定度', '自由度', '灵敏系数', '贡献', '占比'],
    infinite: '∞',
    gum: 'GUM',
    second: '二阶项',
    monteCarlo: '蒙特卡洛',
    trials: (n: number, seed: number): string => `${n} 次试验，种子 ${seed}`,
    interval: '包含区间',
    kinds: { shortest: '最短', symmetric: '概率对称' },
    ok: '通过',
    not: '未通过',
    validated: '验证（JCGM 101 第 8 章）',
    region: '联合包含域',
    note: '注',
  },
  en: {
    head: ['input', 'estimate', 'u', 'dof', 'sensitivity', 'contribution', 'share'],
    infinite: 'inf',
    gum: 'GUM',
    second: 'second order',
    monteCarlo: 'Monte Carlo',
    trials: (n: number, seed: number): string => `${n} trials, seed ${seed}`,
    interval: 'interval',
    kinds: { shortest: 'shortest', symmetric: 'symmetric' },
    ok: 'holds',
    not: 'does not hold',
    validated: 'validation (JCGM 101 clause 8)',
    region: 'coverage region',
    note: 'note',
  },
} as const;

function outputText(name: string, output: OutputAnswer, coverage: number, language: 'zh' | 'en'): string {
  const word = words[language];
  const { gum, monteCarlo, validated, gumSecondOrder, unit } = output;
  const dof = (value: number | null): string => (value === null ? word.infinite : plain(value, 4));
  const percent = `${plain(coverage * 100, 6)} %`;
  const own = rounded(gum.value, gum.u);
  const lines = [
    `${name} = ${own.value}${unit === null || unit === '1' ? '' : ` ${unit}`}`,
    aligned([
      word.head,
      ...gum.budget.map((line) => [
        line.input,
        plain(line.value, 12),
        plain(line.u, 4),
        dof(line.dof),
        plain(line.sensitivity, 4),
        plain(line.contribution, 4),
        `${(line.share * 100).toFixed(1)} %`,
      ]),
    ]),
    `${word.gum}: u = ${own.u}, ν = ${dof(gum.dof)}, k = ${plain(gum.k, 4)}, U = ${rounded(gum.value, gum.U).u}, ${percent} ${word.interval} ${ends(gum.interval, gum.u)}`,
  ];
  if (gumSecondOrder !== null && Math.abs(gumSecondOrder.u - gum.u) > 0.005 * gum.u)
    lines.push(`${word.gum} (${word.second}): u = ${rounded(gum.value, gumSecondOrder.u).u}`);
  if (monteCarlo !== null)
    lines.push(
      `${word.monteCarlo}: y = ${rounded(monteCarlo.value, monteCarlo.u).value}, u = ${rounded(monteCarlo.value, monteCarlo.u).u}, ${percent} ${word.kinds[monteCarlo.intervalKind]} ${ends(monteCarlo.interval, monteCarlo.u)} (${word.trials(monteCarlo.trials, monteCarlo.seed)})`,
    );
  if (validated !== null)
    lines.push(
      `${word.validated}: ${validated.ok ? word.ok : word.not} (δ = ${plain(validated.delta, 3)}, d_low = ${plain(validated.dLow, 3)}, d_high = ${plain(validated.dHigh, 3)})`,
    );
  return lines.join('\n');
}

/** The report for people. */
export function reportText(model: Pick<Model, 'title' | 'coverage'>, answer: Answer, language: 'zh' | 'en'): string {
  const word = words[language];
  const parts = Object.entries(answer.outputs).map(([name, output]) => outputText(name, output, model.coverage, language));
  const { region } = answer;
  if (region !== null)
    parts.push(
      `${word.region}: kp = ${region.kp === null ? '—' : plain(region.kp, 4)}, kq = ${region.kq === null ? '—' : plain(region.kq, 4)}`,
    );
  for (const note of answer.notes) parts.push(`${word.note}: ${note[language === 'zh' ? 0 : 1]}`);
  return [...(model.title === '' ? [] : [model.title]), ...parts].join('\n\n');
}

export type UncertaintyAnswer = Answer & {
  /** By output, where it was asked for (JCGM 101 annex B). */
  readonly sensitivity?: Readonly<Record<string, readonly TrialSensitivity[]>>;
};

function sensitivityText(sensitivity: NonNullable<UncertaintyAnswer['sensitivity']>, language: 'zh' | 'en'): string {
  const head = language === 'zh' ? ['仅此量变化', '输出标准偏差', '灵敏系数'] : ['varied alone', 'u of output', 'coefficient'];
  return Object.entries(sensitivity)
    .map(
      ([output, lines]) =>
        `${output}\n${aligned([head, ...lines.map((line) => [line.input, plain(line.u, 4), plain(line.coefficient, 4)])])}`,
    )
    .join('\n\n');
}

/** Trials for each input of a sensitivity. */
const sensitivityTrials = 200_000;

/**
 * @param input the parsed model file
 * @param withSensitivity also varies each input alone
 * @throws InvalidInput naming the place
 */
export async function uncertaintyCommand(
  input: unknown,
  crewOf: (model: Model) => Promise<Crew>,
  options: EvaluateOptions & { readonly withSensitivity?: boolean } = {},
): Promise<CommandAnswer<UncertaintyAnswer>> {
  const model = readModel(input);
  const crew = await crewOf(model);
  const answer = await evaluate(model, crew, options);
  const report = (language: 'zh' | 'en'): string => reportText(model, answer, language);
  if (options.withSensitivity !== true) return { answer, exitCode: 0, text: [report('zh'), report('en')] };
  const lines = await sensitivityByTrials(model, crew, sensitivityTrials, options);
  const sensitivity = Object.fromEntries(model.program.outputs.map((name, index) => [name, lines[index] ?? []]));
  const text = (language: 'zh' | 'en'): string => `${report(language)}\n\n${sensitivityText(sensitivity, language)}`;
  return { answer: { ...answer, sensitivity }, exitCode: 0, text: [text('zh'), text('en')] };
}
