/**
 * `tongheng gauge FILE`. What the manual calls unacceptable is a guideline that a customer may set otherwise, so a bad gauge exits with 0;
 * the verdict stands in the answer.
 */
import type { CommandAnswer } from '@tongheng/quantity/command-answer';
import { chartCommand } from '../control-chart/command.ts';
import type { Text } from '../control-chart/run-rule.ts';
import { textTable } from '../control-chart/text-table.ts';
import type { AnovaRow, GaugeAnswer } from './gauge-answer.ts';
import { sourceTexts, type Verdict } from './gauge-study.ts';
import { studyAnswer, type BiasAnswer, type LinearityAnswer, type StudyAnswer, type TypeOneAnswer } from './study-answer.ts';
import { readStudyInput } from './study-input.ts';

type Language = 0 | 1;

const words = {
  source: ['来源', 'source'],
  dof: ['自由度', 'dof'],
  variance: ['方差', 'variance'],
  deviation: ['标准差', 'sd'],
  contribution: ['方差占比 %', '% contribution'],
  study: ['研究变差 %', '% study'],
  tolerance: ['公差 %', '% tolerance'],
  categories: ['可区分类别数', 'distinct categories'],
  gauge: ['测量系统重复性和再现性', 'gauge repeatability and reproducibility'],
  pooled: ['交互作用不显著，已并入重复性', 'the interaction is not significant and was pooled into repeatability'],
  interval: ['置信区间', 'interval'],
  mean: ['均值', 'mean'],
  s: ['标准差 s', 's'],
  bias: ['偏倚', 'bias'],
  significant: ['偏倚显著', 'the bias is significant'],
  notSignificant: ['偏倚不显著', 'the bias is not significant'],
  reference: ['参考值', 'reference'],
  slope: ['斜率', 'slope'],
  intercept: ['截距', 'intercept'],
  linear: ['零偏倚线落在置信带之内：线性可接受', 'the line of zero bias lies within the band: linear'],
  notLinear: ['零偏倚线超出置信带：存在线性问题', 'the line of zero bias leaves the band: not linear'],
  fitted: ['拟合偏倚', 'fitted bias'],
  capable: ['测量系统有能力', 'the gauge is capable'],
  notCapable: ['测量系统能力不足', 'the gauge is not capable'],
} as const satisfies Record<string, Text>;

const verdicts: Readonly<Record<Verdict, Text>> = {
  acceptable: ['可接受（研究变差小于 10 %）', 'acceptable (below 10 % of study variation)'],
  conditional: ['视用途可接受（10 % 至 30 %）', 'acceptable for some uses (10 % to 30 %)'],
  unacceptable: ['不可接受（大于 30 %）', 'unacceptable (above 30 %)'],
};

/** Five significant digits, for reading only. */
const short = (text: string | null): string => (text === null ? '' : String(Number(Number(text).toPrecision(5))));

function anovaTable(rows: readonly AnovaRow[], language: Language): string {
  const lines = rows.map(({ source, dof, SS, MS, F, p }) => [sourceTexts[source][language], String(dof), ...[SS, MS, F, p].map(short)]);
  return textTable([[words.source[language], words.dof[language], 'SS', 'MS', 'F', 'p'], ...lines]);
}

function gaugeText(answer: GaugeAnswer, language: Language): string {
  const say = (name: keyof typeof words): string => words[name][language];
  const head = [say('source'), say('variance'), say('deviation'), say('contribution'), say('study'), say('tolerance')];
  const rows = answer.sources.map((row) => [
    sourceTexts[row.source][language],
    ...[row.variance, row.sd, row.contribution, row.study, row.tolerance].map(short),
  ]);
  const interval = answer.percentStudyInterval?.map(short).join(' – ') ?? '';
  return [
    say('gauge'),
    anovaTable(answer.anova, language),
    ...(answer.pooledAnova === null ? [] : [say('pooled'), anovaTable(answer.pooledAnova, language)]),
    textTable([head, ...rows]),
    textTable([
      [say('study'), short(answer.percentStudy), interval],
      [say('categories'), String(answer.ndc ?? ''), (answer.ndcInterval ?? []).map((bound) => bound ?? '∞').join(' – ')],
    ]),
    ...(answer.verdict === null ? [] : [verdicts[answer.verdict][language]]),
  ].join('\n\n');
}

function biasTable(answer: BiasAnswer | TypeOneAnswer, language: Language): string {
  const say = (name: keyof typeof words): string => words[name][language];
  return textTable([
    ['n', String(answer.n)],
    [say('mean'), answer.mean],
    [say('s'), short(answer.s)],
    [say('bias'), short(answer.bias)],
    [`${say('interval')} ${answer.level}`, answer.interval.map(short).join(' – ')],
    ['t', short(answer.t)],
    ['p', short(answer.p)],
    ...('Cg' in answer
      ? [
          ['Cg', short(answer.Cg)],
          ['Cgk', short(answer.Cgk)],
        ]
      : []),
  ]);
}

function biasText(answer: BiasAnswer | TypeOneAnswer, language: Language): string {
  const found: string[] = [words[answer.significant ? 'significant' : 'notSignificant'][language]];
  if ('capable' in answer && answer.capable !== null) found.push(words[answer.capable ? 'capable' : 'notCapable'][language]);
  return [biasTable(answer, language), ...found].join('\n\n');
}

function linearityText(answer: LinearityAnswer, language: Language): string {
  const say = (name: keyof typeof words): string => words[name][language];
  const points = answer.points.map(({ reference, bias, fitted, band }) => [
    reference,
    short(bias),
    short(fitted),
    band.map(short).join(' – '),
  ]);
  const tests = (['slope', 'intercept'] as const).map((name) => [
    say(name),
    ...[answer[name].value, answer[name].t, answer[name].p].map(short),
  ]);
  return [
    textTable([[say('reference'), say('bias'), say('fitted'), say('interval')], ...points]),
    textTable([['', '', 't', 'p'], ...tests, ['R²', short(answer.R2)]].map((row) => [...row, '', '', ''].slice(0, 4))),
    say(answer.linear ? 'linear' : 'notLinear'),
  ].join('\n\n');
}

function textOf(answer: Exclude<StudyAnswer, { study: 'stability' }>, language: Language): string {
  const body =
    answer.study === 'grr'
      ? gaugeText(answer, language)
      : answer.study === 'linearity'
        ? linearityText(answer, language)
        : biasText(answer, language);
  return [body, ...answer.warnings.map((warning) => warning[language])].join('\n\n');
}

/** @param input the parsed JSON of FILE; throws InvalidInput with the place of what cannot be used */
export function gaugeCommand(input: unknown): CommandAnswer<StudyAnswer> {
  const read = readStudyInput(input);
  const answer = studyAnswer(read);
  if (answer.study === 'stability') return { answer, exitCode: 0, text: chartCommand(read.study === 'stability' ? read.chart : {}).text };
  return { answer, exitCode: 0, text: [textOf(answer, 0), textOf(answer, 1)] };
}
