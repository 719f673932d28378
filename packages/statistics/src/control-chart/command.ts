/**
 * `tongheng chart FILE`. A process out of control is a finding about the process and no refusal of the question, so the exit code is 0;
 * `inControl` says it for machines.
 */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { chartAnswer, type ChartAnswer, type PanelAnswer } from './chart-answer.ts';
import { readChartInput } from './chart-input.ts';
import { runRule, type RunRuleId, type Text } from './run-rule.ts';
import { chartTexts, statisticTexts } from './statistic-text.ts';
import { textTable } from './text-table.ts';

type Language = 0 | 1;

const words = {
  point: ['点', 'point'],
  rules: ['违反准则', 'rules broken'],
  centre: ['中心线', 'centre'],
  lower: ['下控制限', 'lower limit'],
  upper: ['上控制限', 'upper limit'],
  sigma: ['过程标准差', 'process sigma'],
  inControl: ['未发现异常：没有点违反判异准则', 'in control: no point breaks a rule'],
  outOfControl: ['过程失控：有点违反判异准则', 'out of control: points break rules'],
  capability: ['过程能力', 'capability'],
  interval: ['置信区间', 'interval'],
  below: ['下侧累积和', 'sum below'],
  varying: ['逐点不同', 'differs by point'],
} as const satisfies Record<string, Text>;

function panelLines(panel: PanelAnswer, language: Language): string {
  const say = (name: keyof typeof words): string => words[name][language];
  const value = statisticTexts[panel.statistic][language];
  const varying = panel.lower === null;
  const below = panel.points.some((point) => point.below !== undefined);
  const head = [say('point'), value, ...(below ? [say('below')] : []), ...(varying ? [say('lower'), say('upper')] : []), say('rules')];
  const rows = panel.points.map((point, index) => [
    String(point.at ?? index + 1),
    point.value,
    ...(below ? [point.below ?? ''] : []),
    ...(varying ? [point.lower ?? '', point.upper ?? ''] : []),
    point.rules.join(' '),
  ]);
  const line = (['centre', 'lower', 'upper'] as const).map((name) => [say(name), panel[name] ?? say('varying')]);
  return [value, textTable(line), textTable([head, ...rows])].join('\n');
}

function capabilityLines(answer: ChartAnswer, language: Language): string[] {
  const { capability } = answer;
  if (capability === null) return [];
  const shown = (['Cp', 'Cpk', 'Cpm', 'Pp', 'Ppk'] as const).filter((name) => capability[name] !== null);
  const head = [words.capability[language], '', `${words.interval[language]} ${capability.interval.level}`, ''];
  const rows = shown.map((name) => [name, short(capability[name]), ...(capability.interval[name] ?? ['', '']).map(short)]);
  return [textTable([head, ...rows])];
}

/** Four significant digits, for reading only. */
const short = (text: string | null): string => (text === null || text === '' ? '' : String(Number(Number(text).toPrecision(4))));

function explanation(answer: ChartAnswer, language: Language): string[] {
  const broken = [...answer.points, ...(answer.spread?.points ?? [])].flatMap(({ rules }) => rules);
  const ids: RunRuleId[] = broken.filter((id, index) => broken.indexOf(id) === index);
  if (ids.length === 0) return [words.inControl[language]];
  const lines = ids.map((id) => {
    const { text, meaning } = runRule(id);
    return answer.chart === 'cusum' ? cusumSignal[language] : `${id}  ${text[language]}${language === 0 ? '：' : ': '}${meaning[language]}`;
  });
  return [[words.outOfControl[language], ...lines].join('\n')];
}

const cusumSignal: Text = ['1  累积和超过判定值 h：过程水平偏移', '1  the sum exceeds the decision value h: the level has shifted'];

function textOf(answer: ChartAnswer, language: Language): string {
  const sigma = answer.processSigma === null ? [] : [`${words.sigma[language]} ${answer.processSigma}`];
  return [
    chartTexts[answer.chart][language],
    panelLines(answer, language),
    ...(answer.spread === null ? [] : [panelLines(answer.spread, language)]),
    ...sigma,
    ...explanation(answer, language),
    ...capabilityLines(answer, language),
    ...answer.warnings.map((warning) => warning[language]),
  ].join('\n\n');
}

/** @param input the parsed JSON of FILE; throws InvalidInput with the place of what cannot be used */
export function chartCommand(input: unknown): CommandAnswer<ChartAnswer> {
  const { answer } = chartAnswer(readChartInput(input));
  return { answer, exitCode: 0, text: [textOf(answer, 0), textOf(answer, 1)] };
}
