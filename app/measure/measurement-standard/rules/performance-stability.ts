/** Stability of a measurement standard by the five methods of JJF 1033-2023, annex C. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { stabilityInUse, stabilityToSetUp, type StabilityBasis } from '@tongheng/statistics/standard/stability';
import type { Text } from '../../../kernel/text.ts';
import { stabilityClause } from './performance.ts';
import { isAbove, type Earlier, type PerformanceAnswer, type StabilityTest } from './performance-answer.ts';
import { judgeByChart } from './performance-chart.ts';
import { figure, needed, verdictOf } from './performance-verdict.ts';

function basisOf({ use, limit }: StabilityTest): StabilityBasis {
  if (limit === null)
    throw needed('limit', '缺少限值：最大允许误差的绝对值，或修正值的扩展不确定度', 'the limit is missing: |MPE|, or U of the correction');
  return use === 'nominal' ? { use, mpe: limit } : { use, U: limit };
}

/** A limit is named as the form says it, not as the engine does. */
function fromBasis<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidInput && error.place.startsWith('basis.')) {
      throw new InvalidInput('limit', [error.text[0].replace(/^[^：]*：/, ''), error.text[1].replace(/^[^:]*: /, '')]);
    }
    throw error;
  }
}

const stabilityWords = ({ use }: StabilityTest, value: string, limit: string, ok: boolean): Text[] => {
  const against: Text = use === 'nominal' ? ['最大允许误差的绝对值', '|MPE|'] : ['修正值的扩展不确定度', 'U of the correction'];
  return ok
    ? [[`稳定性 ${value}，小于${against[0]} ${limit}，符合要求。`, `Stability ${value} is below ${against[1]} ${limit}: met.`]]
    : [
        [`稳定性 ${value}，不小于${against[0]} ${limit}，不符合。`, `Stability ${value} is not below ${against[1]} ${limit}: not met.`],
        [
          '请查明原因，必要时修理、调整或提前溯源，并追查其间出具的结果。',
          'Find the cause; repair, adjust or calibrate again where needed, and look at the results that were issued in between.',
        ],
      ];
};

export function judgeStability(test: StabilityTest, earlier: readonly Earlier[]): PerformanceAnswer {
  if (test.method === 'regulation-method') return judgeStated(test);
  if (test.method === 'control-chart') return judgeByChart(stabilityClause, test, earlier);
  const clause = stabilityClause;
  if (test.phase === 'new') {
    const answer = fromBasis(() => stabilityToSetUp(test.groups, basisOf(test)));
    return {
      verdict: verdictOf(answer.ok),
      value: answer.value,
      limit: answer.limit,
      relation: '<',
      figures: [
        figure('m', ['组数', 'Groups'], String(answer.means.length)),
        figure('x̄max − x̄min', ['各组平均值的最大差', 'Greatest difference of the means'], answer.value),
      ],
      sentences: stabilityWords(test, answer.value, answer.limit ?? '', answer.ok === true),
      clause,
      confidence: 'M',
      means: answer.means,
    };
  }
  const [current, ...more] = test.groups;
  if (current === undefined) throw needed('groups', '缺少本次读数', 'the readings of this test are missing');
  if (more.length > 0) throw needed('groups', '在用计量标准每次记录一组', 'a standard in use has one group at a time');
  const last = previousOf(test, earlier, current.day);
  const answer = fromBasis(() => stabilityInUse({ previous: { mean: last.mean }, current: { readings: current.readings } }, basisOf(test)));
  return {
    verdict: verdictOf(answer.ok),
    value: answer.value,
    limit: answer.limit,
    relation: '<',
    figures: [
      figure('n', ['测量次数', 'Number of readings'], String(current.readings.length)),
      figure('x̄', ['本次平均值', 'Mean of this test'], answer.means[1] ?? ''),
      figure('x̄′', [`上次平均值（${last.day}）`, `Mean of ${last.day}`], last.mean),
      figure('|x̄ − x̄′|', ['变化量', 'Change'], answer.value),
    ],
    sentences: stabilityWords(test, answer.value, answer.limit ?? '', answer.ok === true),
    clause,
    confidence: 'M',
    means: [answer.means[1] ?? ''],
  };
}

function previousOf(
  { previous }: StabilityTest,
  earlier: readonly Earlier[],
  day: string,
): { readonly day: string; readonly mean: string } {
  const recorded = earlier.filter((one) => one.day < day && one.mean !== null);
  const last = recorded[recorded.length - 1];
  const found = previous ?? (last === undefined || last.mean === null ? undefined : { day: last.day, mean: last.mean });
  if (found === undefined) {
    throw needed(
      'previous',
      '没有上一次的记录可以比较：请填写上次的日期、平均值和来源',
      'there is no earlier record to compare with: give the day, the mean and the source of the last one',
    );
  }
  if (found.day >= day) throw needed('previous.day', `应早于本次 ${day}`, `is to lie before ${day}`);
  return found;
}

function judgeStated({ stated, limit, limitFrom: _from }: StabilityTest): PerformanceAnswer {
  if (stated === null) throw needed('stated', '缺少按规程所得的值与条款', 'the value found and its clause are missing');
  if (limit === null) throw needed('limit', '缺少该条款的限值', 'the limit of that clause is missing');
  const ok = stated.relation === 'below' ? isAbove(limit, absolute(stated.value)) : !isAbove(absolute(stated.value), limit);
  const relation = stated.relation === 'below' ? '<' : '≤';
  return {
    verdict: verdictOf(ok),
    value: stated.value,
    limit,
    relation,
    figures: [figure('', ['按规程所得的值', 'Value found as the regulation says'], stated.value)],
    sentences: [
      ok
        ? [
            `${stated.value} 满足 ${relation} ${limit}（${stated.clause}），符合要求。`,
            `${stated.value} meets ${relation} ${limit} (${stated.clause}).`,
          ]
        : [
            `${stated.value} 不满足 ${relation} ${limit}（${stated.clause}），不符合。`,
            `${stated.value} does not meet ${relation} ${limit} (${stated.clause}).`,
          ],
    ],
    clause: [`${stabilityClause[0]}；${stated.clause}`, `${stabilityClause[1]}; ${stated.clause}`],
    confidence: 'M',
    means: [],
  };
}

const absolute = (value: string): string => value.replace(/^[-−]/, '');
