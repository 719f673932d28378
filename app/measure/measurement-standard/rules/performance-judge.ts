/** Judges a performance test: the engine computes, what the records said before is held against it, and the verdict is put into words. */
import { readDecimal, readPositive } from '@tongheng/statistics/sample/read-input';
import { pooledRepeatability, repeatability } from '@tongheng/statistics/standard/repeatability';
import type { Text } from '../../../kernel/text.ts';
import type { CheckPlanRule, Earlier, PerformanceAnswer, PerformanceTest, RepeatabilityTest } from './performance-answer.ts';
import { judgeStability } from './performance-stability.ts';
import { figure, meanOf, needed, verdictOf } from './performance-verdict.ts';
import { judgeCheck, judgeVerification } from './performance-verification.ts';

/**
 * What a repeated test is held against where nothing was typed: the s of the first test, or of the last one after which the uncertainty
 * was evaluated again with it (JJF 1033: the new s becomes the criterion when the requirements are still met).
 */
export function standingCriterion(earlier: readonly Earlier[]): { readonly s: string; readonly day: string } | null {
  let standing: { s: string; day: string } | null = null;
  for (const { s, limit, verdict, outcome, day } of earlier) {
    if (s === null) continue;
    if (standing === null && verdict === 'unjudged') standing = { s, day };
    else if (outcome === 're-evaluated') standing = { s, day };
    else if (limit !== null) standing = { s: limit, day };
  }
  return standing;
}

function judgeRepeatability(test: RepeatabilityTest, earlier: readonly Earlier[]): PerformanceAnswer {
  const standing = test.reported === null ? standingCriterion(earlier) : null;
  const reported = test.reported ?? standing?.s ?? null;
  const [only] = test.groups;
  const answer =
    test.groups.length === 1
      ? repeatability({ readings: only, reported: reported ?? undefined })
      : pooledRepeatability({ groups: test.groups, reported: reported ?? undefined });
  const from = test.reported !== null ? (test.reportedFrom ?? '') : standing === null ? '' : standing.day;
  const sentences: Text[] =
    answer.ok === null
      ? [
          [
            '首次试验，没有可比较的 s：本次 s 用于不确定度评定，并作为以后试验的判据。',
            'First test, nothing to hold it against: this s goes into the evaluation of uncertainty and is the criterion from now on.',
          ],
        ]
      : answer.ok
        ? [
            [
              `s = ${answer.value}，不大于 ${reported ?? ''}（${from}），符合要求。`,
              `s = ${answer.value} is not above ${reported ?? ''} (${from}): met.`,
            ],
          ]
        : [
            [
              `s = ${answer.value}，大于 ${reported ?? ''}（${from}），不符合。`,
              `s = ${answer.value} is above ${reported ?? ''} (${from}): not met.`,
            ],
            [
              '须按新的 s 重新评定检定或校准结果的测量不确定度；评定后仍满足要求的，新的 s 作为以后试验的判据。',
              'The uncertainty is to be evaluated again with the new s; where the requirements are still met, the new s is the criterion from then on.',
            ],
          ];
  return {
    verdict: verdictOf(answer.ok),
    value: answer.value,
    limit: answer.limit,
    relation: '≤',
    figures: [
      figure('n', ['测量次数', 'Number of readings'], String(answer.n)),
      ...(answer.mean === null
        ? [figure('m', ['组数', 'Groups'], String(test.groups.length))]
        : [figure('ȳ', ['平均值', 'Mean'], answer.mean)]),
      figure('s', ['实验标准偏差', 'Experimental standard deviation'], answer.value),
    ],
    sentences,
    clause: answer.clause,
    confidence: answer.confidence,
    means: test.groups.map((group) => meanOf(group)),
  };
}

/** Every number of a test is one before anything is computed from it; throws InvalidInput at the first that is not. */
function readNumbers(test: PerformanceTest): void {
  switch (test.kind) {
    case 'repeatability':
      test.groups.forEach((group, index) => group.forEach((reading, at) => readDecimal(reading, `groups[${index}][${at}]`)));
      return;
    case 'stability':
      test.groups.forEach(({ readings }, index) =>
        readings.forEach((reading, at) => readDecimal(reading, `groups[${index}].readings[${at}]`)),
      );
      if (test.limit !== null) readPositive(test.limit, 'limit');
      if (test.stated !== null) readDecimal(test.stated.value, 'stated.value');
      return;
    case 'verification':
      readPositive(test.k, 'k');
      return;
    case 'intermediate-check':
      test.readings.forEach((reading, at) => readDecimal(reading, `readings[${at}]`));
  }
}

/**
 * Judges a test of any kind. `earlier` are the live records of its series before its day, oldest first; `rule` is the plan of an
 * intermediate check. Throws InvalidInput with the place in the test.
 */
export function judge(test: PerformanceTest, earlier: readonly Earlier[], rule: CheckPlanRule | null): PerformanceAnswer {
  readNumbers(test);
  switch (test.kind) {
    case 'repeatability':
      return judgeRepeatability(test, earlier);
    case 'stability':
      return judgeStability(test, earlier);
    case 'verification':
      return judgeVerification(test);
    case 'intermediate-check':
      if (rule === null) throw needed('plan', '没有期间核查计划', 'there is no plan for this check');
      return judgeCheck(test, rule, earlier);
  }
}
