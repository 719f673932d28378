/** Verification of results by transfer or comparison, and intermediate checks with a check standard. */
import { intermediateCheck } from '@tongheng/statistics/standard/intermediate-check';
import { verifyByIntercomparison, verifyByTransfer } from '@tongheng/statistics/standard/verification-of-results';
import type { Text } from '../../../kernel/text.ts';
import type { CheckPlanRule, Earlier, IntermediateCheckTest, PerformanceAnswer, VerificationTest } from './performance-answer.ts';
import { judgeByChart } from './performance-chart.ts';
import { figure, needed, verdictOf } from './performance-verdict.ts';

/** The uncertainties of a comparison are meant to be alike; beyond this ratio the answer says so. */
const alikeRatio = 2;

export function judgeVerification(test: VerificationTest): PerformanceAnswer {
  const { own, others, k } = test;
  if (test.method === 'transfer') {
    const [reference, ...more] = others;
    if (reference === undefined || more.length > 0) throw needed('others', '传递比较法只有一个参考结果', 'a transfer has one reference');
    const answer = verifyByTransfer({ laboratory: own, reference: { y: reference.y, U: reference.U } });
    return {
      verdict: verdictOf(answer.ok),
      value: answer.value,
      limit: answer.limit,
      relation: '≤',
      figures: [
        figure('|y − y₀|', ['差的绝对值', 'Difference'], answer.value),
        figure(answer.isReferenceNeglected ? 'U' : '√(U² + U₀²)', [`限值（k = ${k}）`, `Limit (k = ${k})`], answer.limit ?? ''),
      ],
      sentences: [
        ...(answer.isReferenceNeglected ? ([['U₀ ≤ U/3，忽略不计，限值取 U。', 'U₀ ≤ U/3 is neglected: the limit is U.']] as const) : []),
        resultWords(answer.value, answer.limit ?? '', answer.ok === true),
      ],
      clause: answer.clause,
      confidence: answer.confidence,
      means: [],
    };
  }
  const results = [own, ...others.map(({ y, U }) => ({ y, U }))];
  const answer = verifyByIntercomparison(results, 0);
  const widest = results.reduce((most, { U }) => Math.max(most, Number(U)), 0);
  const least = results.reduce((most, { U }) => Math.min(most, Number(U)), Infinity);
  return {
    verdict: verdictOf(answer.ok),
    value: answer.value,
    limit: answer.limit,
    relation: '≤',
    figures: [
      figure('n', ['实验室数', 'Laboratories'], String(answer.n)),
      figure('ȳ', ['平均值', 'Mean'], answer.mean),
      figure('|y − ȳ|', ['差的绝对值', 'Difference'], answer.value),
      figure('√((n−1)/n)·U', [`限值（k = ${k}）`, `Limit (k = ${k})`], answer.limit ?? ''),
    ],
    sentences: [
      ...(widest > alikeRatio * least
        ? ([
            [
              '各实验室的不确定度相差较大，比对法的公式以其相近为前提，请慎重采用。',
              'The uncertainties differ much; the formula presupposes that they are alike: take it with care.',
            ],
          ] as const)
        : []),
      ...(answer.n < 3
        ? ([['只有两个实验室，平均值主要由双方自己决定。', 'With two laboratories the mean is mostly their own.']] as const)
        : []),
      resultWords(answer.value, answer.limit ?? '', answer.ok === true),
    ],
    clause: answer.clause,
    confidence: answer.confidence,
    means: [],
  };
}

const resultWords = (value: string, limit: string, ok: boolean): Text =>
  ok
    ? [`${value} ≤ ${limit}，验证结果符合要求。`, `${value} ≤ ${limit}: verified.`]
    : [
        `${value} > ${limit}，不符合：请复核不确定度评定和测量过程。`,
        `${value} > ${limit}: not verified. Look at the evaluation of uncertainty and at the measurement.`,
      ];

export function judgeCheck(test: IntermediateCheckTest, rule: CheckPlanRule, earlier: readonly Earlier[]): PerformanceAnswer {
  if (rule.criterion === 'chart') {
    return judgeByChart(checkClause, { groups: [test] }, earlier);
  }
  const { reference, limit, ownU, referenceU } = rule;
  const answer = intermediateCheck(
    rule.criterion === 'limit'
      ? { readings: test.readings, reference, limit }
      : { readings: test.readings, reference, U: ownU, referenceU },
  );
  const isEn = rule.criterion === 'en';
  return {
    verdict: verdictOf(answer.ok),
    value: answer.value,
    limit: answer.limit,
    relation: '≤',
    figures: [
      figure('n', ['测量次数', 'Number of readings'], String(answer.n)),
      figure('x̄', ['平均值', 'Mean'], answer.mean),
      figure('x̄ − x₀', ['偏差', 'Deviation'], answer.deviation),
      ...(isEn ? [figure('|En|', ['归一化偏差', 'Normalized deviation'], answer.value)] : []),
    ],
    sentences: [
      answer.ok === true
        ? [
            `${isEn ? '|En|' : '偏差'} ${answer.value} ≤ ${answer.limit ?? ''}，核查通过。`,
            `${isEn ? '|En|' : 'Deviation'} ${answer.value} ≤ ${answer.limit ?? ''}: the check is met.`,
          ]
        : [
            `${isEn ? '|En|' : '偏差'} ${answer.value} > ${answer.limit ?? ''}，核查未通过：请停用核实，必要时提前溯源并追溯已出具的结果。`,
            `${isEn ? '|En|' : 'Deviation'} ${answer.value} > ${answer.limit ?? ''}: not met. Set it aside, calibrate it again where needed, and trace the results that were issued.`,
          ],
    ],
    clause: checkClause,
    confidence: 'M',
    means: [answer.mean],
  };
}

const checkClause: Text = [
  'JJF 1069-2012、GB/T 27025-2019 6.4.10 期间核查',
  'JJF 1069-2012, ISO/IEC 17025:2017, 6.4.10, intermediate checks',
];
