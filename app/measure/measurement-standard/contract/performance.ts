import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { problems } from '../../../kernel/problem.ts';
import { StandardId } from '../../standard/contract/shapes.ts';
import { dueStateNames, findingOutcomeNames, performanceKindNames, performanceVerdictNames } from '../rules/performance.ts';
import { intervalMethodNames } from '../rules/performance-interval.ts';
import {
  CheckPlan,
  CheckPlanId,
  decimalText,
  Earlier,
  PerformanceRecordId,
  PlanBody,
  RecordBody,
  RecordCard,
  RecordDetails,
  SeriesPanel,
  short,
  unitText,
} from './performance-shapes.ts';
import { MeasurementStandardId } from './shapes.ts';

export const performanceProblems = problems('measurementStandard', {
  testUnusable: {
    kind: 'invalid',
    text: ['记录不能计算，没有保存', 'The test cannot be computed; nothing was saved'],
    next: ['请按标出的位置补正', 'Correct what is marked'],
  },
  testCopied: {
    kind: 'conflict',
    text: ['读数与同一系列的另一次记录完全相同', 'The readings are those of another record of this series'],
    next: ['请核对是否重复录入；确为另一次试验的，请录入该次的读数', 'See whether it was entered twice; enter the readings of this test'],
  },
  testClosed: {
    kind: 'conflict',
    text: ['该计量标准已撤销，不再登记性能考核', 'The measurement standard was withdrawn; no more tests are recorded'],
    next: ['请查看其状态与经过', 'See its state and history'],
  },
  testEquipment: {
    kind: 'invalid',
    text: ['所选标准器当日不属于该计量标准', 'The chosen equipment did not belong to the measurement standard on that day'],
    next: ['请从其计量标准器与配套设备中选择', 'Choose from its equipment'],
  },
  testCorrected: {
    kind: 'conflict',
    text: ['该记录已被更正', 'This record was corrected already'],
    next: ['请查看代替它的记录', 'See the record that took its place'],
  },
  testOwn: {
    kind: 'forbidden',
    text: ['不能复核自己的记录，也不能重复复核', 'Nobody confirms a record of their own, or one that is confirmed'],
    next: ['请由本机构另一人复核', 'Ask another person of the institute'],
  },
  testSettled: {
    kind: 'conflict',
    text: ['该记录没有待处置的不符合项', 'Nothing of this record waits to be settled'],
    next: ['请刷新查看', 'Reload to see'],
  },
  testNotRetested: {
    kind: 'conflict',
    text: ['没有此后同一系列、结果符合的试验记录', 'There is no later record of this series that was met'],
    next: ['请先登记重新试验的记录', 'Record the repeated test first'],
  },
  planEnded: {
    kind: 'conflict',
    text: ['该期间核查计划已终止', 'This plan of checks has ended'],
    next: ['请查看现行计划', 'See the present plan'],
  },
  planWrong: {
    kind: 'invalid',
    text: ['期间核查计划不完整', 'The plan of checks is incomplete'],
    next: ['请按所选判据填写参考值、不确定度或限值', 'Give the reference, the uncertainties or the limit that the criterion needs'],
  },
  valueTaken: {
    kind: 'conflict',
    text: ['该证书在这一点已有录入的值', 'A value of this certificate at this point is recorded already'],
    next: ['有误时请更正该值', 'Correct that value where it is wrong'],
  },
  intervalUnknown: {
    kind: 'invalid',
    text: ['不能提出校准间隔建议', 'No interval can be proposed'],
    next: ['请按提示补充溯源结果或更换方法', 'Add calibrations as said, or take another method'],
  },
});

const params = z.object({ id: MeasurementStandardId });
const record = params.extend({ record: PerformanceRecordId });
const reason = z.string().trim().min(2).max(300);

const Duty = z.object({
  id: z.string().meta({ description: 'measurement standard and what is to be done' }),
  measurementStandard: z.object({ id: MeasurementStandardId, name: z.string(), institute: z.string() }),
  what: z.enum(['repeatability', 'stability', 'intermediate-check', 'finding']),
  subject: z.string().meta({ description: 'the point, the plan or the failed test in words' }),
  record: PerformanceRecordId.nullable(),
  last: Day.nullable(),
  due: Day.nullable(),
  state: z.enum([...dueStateNames, 'open-finding']),
});
export type Duty = z.infer<typeof Duty>;

const Overview = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(performanceKindNames),
      records: z.number().int(),
      last: Day.nullable(),
      verdict: z.enum(performanceVerdictNames).nullable(),
      due: Day.nullable(),
      state: z.enum(dueStateNames),
      clause: z.string(),
      confidence: z.enum(['H', 'M', 'L']),
      unconfirmed: z.number().int(),
    }),
  ),
  findings: z.array(RecordCard),
  plans: z.array(CheckPlan),
  series: z.array(
    z.object({
      series: z.string(),
      kind: z.enum(performanceKindNames),
      quantity: z.string(),
      point: z.string(),
      unit: z.string(),
      objectNumber: z.string().nullable(),
      records: z.number().int(),
      last: Day,
    }),
  ),
  equipment: z.array(z.object({ id: StandardId, name: z.string(), number: z.string(), main: z.boolean() })),
  mayTest: z.boolean(),
  maySettle: z.boolean(),
});

const Value = z.object({
  id: z.string(),
  certificate: z.object({ id: z.uuid(), number: z.string(), issuer: z.string(), day: Day, kind: z.enum(['calibration', 'verification']) }),
  from: z.enum(['dcc', 'typed']),
  found: z.string(),
  left: z.string().nullable(),
  U: z.string().nullable(),
  k: z.string().nullable(),
  recordedBy: z.string().nullable(),
});
const History = z.object({
  equipment: z.array(
    z.object({
      id: StandardId,
      name: z.string(),
      number: z.string(),
      main: z.boolean(),
      present: z
        .object({ days: z.number().int(), kind: z.enum(['calibration', 'verification']), validUntil: Day, number: z.string() })
        .nullable(),
      certificates: z.array(z.object({ id: z.uuid(), number: z.string(), day: Day })),
      pending: z.number().int().meta({ description: 'digital certificates that nobody has accepted: not used' }),
      series: z.array(
        z.object({
          key: z.string(),
          quantity: z.string(),
          point: z.string(),
          unit: z.string(),
          values: z.array(Value),
          panel: SeriesPanel.nullable(),
        }),
      ),
    }),
  ),
  mayRecord: z.boolean(),
});
export type History = z.infer<typeof History>;

const changing = [
  performanceProblems.testUnusable,
  performanceProblems.testCopied,
  performanceProblems.testClosed,
  performanceProblems.testEquipment,
];

export const performanceEndpoints = {
  readPerformance: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/performance',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['计量标准的性能考核概况：到期、不符合项、核查计划', 'Performance of a measurement standard: what is due, not met, planned'],
    params,
    reply: Overview,
  }),
  listPerformanceRecords: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/performance/records',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['性能考核记录', 'Records of performance'],
    params,
    query: z.object({
      ...listQuery,
      kind: z.enum(performanceKindNames).optional(),
      verdict: z.enum(performanceVerdictNames).optional(),
      corrected: z.enum(['true', 'false']).optional(),
    }),
    reply: pageOf(RecordCard),
  }),
  readPerformanceRecord: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/performance/records/:record',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['一份性能考核记录：读数、结果与结论', 'One record: readings, results, verdict'],
    params: record,
    reply: RecordDetails,
  }),
  readPerformanceSeries: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/performance/series',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['一个系列历年的记录与控制图', 'A series over the years with its control chart'],
    params,
    query: z.object({ series: z.string().min(3).max(400) }),
    reply: z.object({
      series: z.string(),
      unit: z.string().nullable(),
      names: z.array(z.string()),
      decimals: z.number().int(),
      panel: SeriesPanel.nullable(),
      spread: SeriesPanel.nullable(),
      warnings: z.array(z.string()),
      records: z.array(RecordCard),
      earlier: z.array(Earlier).meta({ description: 'what a new test of the series is held against, oldest first' }),
      values: z.array(z.object({ day: Day, value: z.string(), limit: z.string().nullable(), verdict: z.enum(performanceVerdictNames) })),
    }),
  }),
  downloadPerformance: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/performance/workbook',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['性能考核记录（Excel）', 'Records of performance as a workbook'],
    params,
    query: z.object({ kind: z.enum(performanceKindNames).optional() }),
    reply: 'file',
  }),
  listPerformanceDuties: endpoint({
    method: 'GET',
    path: '/performance-duties',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['性能考核待办：到期、超期与不符合项', 'What is due, overdue or not met'],
    query: z.object({
      ...listQuery,
      state: z.enum([...dueStateNames, 'open-finding']).optional(),
      what: z.enum(['repeatability', 'stability', 'intermediate-check', 'finding']).optional(),
      institute: OrganizationId.optional(),
    }),
    reply: pageOf(Duty),
  }),
  recordPerformanceTest: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/performance/records',
    permit: 'measurement-standard.test',
    rows: 'own',
    summary: ['登记性能考核记录（服务器计算并判定）', 'Record a test; the server computes and judges it'],
    params,
    body: z.object(RecordBody),
    reply: RecordDetails,
    problems: [...changing, performanceProblems.planEnded],
  }),
  correctPerformanceTest: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/performance/records/:record/correction',
    permit: 'measurement-standard.test',
    rows: 'own',
    summary: ['更正记录并说明理由，原记录保留', 'Correct a record with a reason; the earlier one stays'],
    params: record,
    body: z.object({ ...RecordBody, reason }),
    reply: RecordDetails,
    problems: [...changing, performanceProblems.planEnded, performanceProblems.testCorrected],
  }),
  confirmPerformanceTest: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/performance/records/:record/confirmation',
    permit: 'measurement-standard.test',
    rows: 'own',
    summary: ['由另一人复核记录', 'Confirm a record as a second person'],
    params: record,
    body: z.object({ note: z.string().trim().min(2).max(300).nullable().default(null) }),
    reply: RecordDetails,
    problems: [performanceProblems.testCorrected, performanceProblems.testOwn],
  }),
  settlePerformanceFinding: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/performance/records/:record/settlement',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['处置不符合项', 'Settle a test that was not met'],
    params: record,
    body: z.object({ outcome: z.enum(findingOutcomeNames), citation: short.nullable().default(null), reason }),
    reply: RecordDetails,
    problems: [performanceProblems.testSettled, performanceProblems.testNotRetested, performanceProblems.testUnusable],
  }),
  planIntermediateCheck: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/check-plans',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['制定期间核查计划（可代替原计划）', 'Plan intermediate checks, in place of an earlier plan where named'],
    params,
    body: z.object(PlanBody),
    reply: CheckPlan,
    problems: [
      performanceProblems.planWrong,
      performanceProblems.planEnded,
      performanceProblems.testEquipment,
      performanceProblems.testClosed,
    ],
  }),
  endCheckPlan: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/check-plans/:plan/end',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['终止期间核查计划', 'End a plan of checks'],
    params: params.extend({ plan: CheckPlanId }),
    body: z.object({ reason }),
    reply: CheckPlan,
    problems: [performanceProblems.planEnded],
  }),
  readCalibrationHistory: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/calibration-history',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['主标准器历年溯源的量值与漂移', 'Values of the calibrations of its equipment over the years'],
    params,
    reply: History,
  }),
  readIntervalProposal: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/calibration-history/proposal',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['由溯源历史提出校准间隔建议（仅供决定）', 'An interval proposed from the history, for a person to decide'],
    params,
    query: z.object({
      standard: StandardId,
      key: z.string().min(1).max(400),
      method: z.enum(intervalMethodNames),
      nominal: decimalText.default('0'),
      limit: decimalText,
      target: z.coerce.number().min(0.5).max(0.999).default(0.95),
      degree: z.enum(['1', '2']).default('1'),
    }),
    reply: z.object({
      method: z.enum(intervalMethodNames),
      days: z.number().int().nullable(),
      uncapped: z.number().int().nullable(),
      capped: z.boolean(),
      present: z.object({ days: z.number().int(), kind: z.enum(['calibration', 'verification']) }),
      used: z.number().int(),
      notes: z.array(z.string()),
    }),
    problems: [performanceProblems.intervalUnknown],
  }),
  recordCalibrationValue: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/calibration-values',
    permit: 'measurement-standard.test',
    rows: 'own',
    summary: ['录入纸质证书上的量值', 'Write in a value of a certificate on paper'],
    params,
    body: z.object({
      certificate: z.uuid(),
      quantity: short,
      point: short,
      unit: unitText,
      found: decimalText,
      left: decimalText.nullable().default(null),
      U: decimalText.nullable().default(null),
      k: decimalText.nullable().default(null),
      corrects: z.uuid().nullable().default(null),
      reason: reason.nullable().default(null),
    }),
    reply: z.object({ id: z.uuid(), recordedAt: Instant }),
    problems: [performanceProblems.testEquipment, performanceProblems.testUnusable, performanceProblems.valueTaken],
  }),
};
