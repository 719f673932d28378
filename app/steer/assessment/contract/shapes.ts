import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { FileId, id, OrganizationId } from '../../../kernel/id.ts';
import { problems } from '../../../kernel/problem.ts';

export const BriefingId = id('assessmentBriefing');
export const IssueId = id('assessmentIssue');
export const EvaluationId = id('assessmentEvaluation');
export const PracticeId = id('assessmentPractice');
export const CommendationId = id('assessmentCommendation');

export const Words = z.tuple([z.string(), z.string()]);
export const RegionCode = z.string().regex(/^\d{6}$/);
export const Reason = z.string().trim().min(2).max(500);
export const LongText = z.string().trim().min(2).max(5000);
export const Files = z.array(FileId).max(20).default([]);
export const DocumentNumber = z
  .string()
  .trim()
  .max(60)
  .regex(/〔\d{4}〕.+号$/)
  .meta({ description: '文号, e.g. 通政办发〔2026〕12号' });
export const Named = z.object({ id: OrganizationId, name: z.string() });
export const Recorded = { person: z.string(), at: Instant };
export const TaskKey = z.string().regex(/^[TS]\d{1,2}$/);

export const Figure = z.object({
  indicator: z.string(),
  value: z.number().nullable().meta({ description: 'null: not recorded, which is not zero' }),
  target: z.number(),
  state: z.string(),
  reachedOn: Day.nullable(),
  asOf: Day,
  knownAt: Instant,
  snapshotId: z.string().nullable(),
});

export const assessmentProblems = problems('assessment', {
  state: {
    kind: 'conflict',
    text: ['当前状态不允许这样办理', 'The present state does not allow this'],
    next: ['请刷新后按当前状态办理', 'Reload and act on the present state'],
  },
  notYours: {
    kind: 'forbidden',
    text: ['这一步须由其他人员办理', 'This step is for somebody else'],
    next: [
      '提交人、推荐人不审核自己的材料；市级评估由市级人员办理',
      "Nobody reviews what they submitted or proposed; the city's evaluation is for the city",
    ],
  },
  otherRegion: {
    kind: 'forbidden',
    text: ['只能登记本地区的事项', 'You record only what lies in your own region'],
    next: ['请由该地区主管部门登记', "Let that region's regulator record it"],
  },
  incomplete: {
    kind: 'invalid',
    text: ['还有指标或任务没有评估意见', 'Some indicators or tasks have no finding yet'],
    next: ['请逐项补齐后再提交', 'Complete them one by one, then submit'],
  },
  asOfAhead: {
    kind: 'invalid',
    text: ['评估数据的日期不能晚于今天', 'The day of the figures cannot lie in the future'],
    next: ['请选择今天或更早的日期', 'Choose today or an earlier day'],
  },
  numberTaken: {
    kind: 'conflict',
    text: ['该文号已登记过', 'This document number is recorded already'],
    next: ['请核对文号', 'Check the number'],
  },
  issueSettled: {
    kind: 'conflict',
    text: ['该问题已办结', 'The issue is settled'],
    next: ['如有新情况，请在下一次汇报中提出', 'Raise anything further in the next briefing'],
  },
});
