import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { problems } from '../../../kernel/problem.ts';
import { InstrumentKind } from '../../../register/instrument/contract.ts';
import { StandardId } from '../../standard/contract.ts';
import {
  decisionNames,
  evaluationStateNames,
  evidenceNames,
  findingActionNames,
  findingStateNames,
  noticeKindNames,
  noticeStateNames,
} from '../rules/impact.ts';
import { unknownReasonNames } from '../rules/impact-curve.ts';
import { growthNames, spanNames, transferNames } from '../rules/impact-finding.ts';
import { triageNames } from '../rules/impact-triage.ts';

export const FindingId = id('finding');
export const EvaluationId = id('evaluation');
export const NoticeId = id('notice');
export const ImpactCertificateId = id('certificate');

const Decimal = z
  .string()
  .trim()
  .regex(/^[-−+]?\d{1,12}(\.\d{1,12})?$/)
  .meta({ description: 'decimal text' });
const Unit = z.string().trim().min(1).max(20);

export const FoundPoint = z.object({
  at: Decimal,
  error: Decimal.meta({ description: 'what the standard states, or was used as, less what is true' }),
  U: Decimal.nullable().default(null).meta({ description: 'expanded uncertainty; null: not stated' }),
  tolerance: Decimal.nullable().default(null).meta({ description: 'what the standard may be wrong by at this point; null: not stated' }),
  condition: z.string().trim().max(60).default('').meta({ description: 'a second influence, such as the power factor; empty: for all' }),
});

/** What a person writes of it. */
export const FindingBody = z.object({
  evidence: z.enum(evidenceNames),
  evidenceNumber: z.string().trim().max(80).nullable().default(null),
  foundOn: Day,
  since: Day.nullable().default(null).meta({ description: 'null: the day of the last good calibration' }),
  sinceReason: z.string().trim().max(1000).nullable().default(null),
  unit: Unit,
  errorUnit: Unit,
  span: z.enum(spanNames),
  growth: z.enum(growthNames),
  transfer: z.enum(transferNames).default('unknown'),
  points: z.array(FoundPoint).min(1).max(60),
  words: z.string().trim().min(2).max(2000),
  files: z.array(z.uuid()).max(10).default([]),
});
export type FindingBody = z.infer<typeof FindingBody>;

const Named = z.object({ id: OrganizationId, name: z.string() });
const Person = z.object({ id: PersonId, name: z.string() });

export const FindingCard = z.object({
  id: FindingId,
  number: z.string(),
  state: z.enum(findingStateNames),
  institute: Named,
  standard: z.object({ id: StandardId, number: z.string(), name: z.string(), serial: z.string(), range: z.string() }),
  version: z.number().int(),
  foundOn: Day,
  since: Day,
  recordedBy: Person,
  recordedAt: Instant,
  evaluation: z
    .object({
      id: EvaluationId,
      version: z.number().int(),
      state: z.enum(evaluationStateNames),
      engine: z.string(),
      inputsDigest: z.string().nullable(),
      total: z.number().int().nullable(),
      done: z.number().int(),
      begunAt: Instant,
      endedAt: Instant.nullable(),
    })
    .nullable(),
  counts: z.record(z.enum(triageNames), z.number().int()),
  demonstration: z.boolean(),
});
export type FindingCard = z.infer<typeof FindingCard>;

export const FindingVersion = FindingBody.extend({
  version: z.number().int(),
  since: Day,
  lastGood: Day.nullable(),
  correction: z.string().nullable(),
  person: Person,
  at: Instant,
});
export type FindingVersion = z.infer<typeof FindingVersion>;

const Counted = z.object({
  name: z.string(),
  key: z.string(),
  counts: z.record(z.enum(triageNames), z.number().int()),
  open: z.number().int(),
});
export const Groups = z.object({ institutes: z.array(Counted), holders: z.array(Counted), kinds: z.array(Counted) });
export type Groups = z.infer<typeof Groups>;

export const Notice = z.object({
  id: NoticeId,
  kind: z.enum(noticeKindNames),
  number: z.string(),
  organization: Named,
  certificates: z.number().int(),
  state: z.enum(noticeStateNames),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  draftedBy: z.string(),
  draftedAt: Instant,
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const DecisionEntry = z.object({
  decision: z.enum(decisionNames),
  reason: z.string(),
  certificates: z.number().int(),
  person: z.string(),
  at: Instant,
});

export const FindingDetails = FindingCard.extend({
  versions: z.array(FindingVersion),
  evaluations: z.array(z.object({ id: EvaluationId, version: z.number().int(), begunAt: Instant, endedAt: Instant.nullable() })),
  groups: Groups,
  decided: z.record(z.enum([...decisionNames, 'open']), z.number().int()),
  decisions: z.array(DecisionEntry),
  notices: z.array(Notice),
  ended: z.object({ person: z.string(), at: Instant, reason: z.string() }).nullable(),
  allowed: z.array(z.enum(findingActionNames)),
  /** Whether the standard is still in service although it was found out of tolerance. */
  standardInService: z.boolean(),
});

export const ImpactRow = z.object({
  id: ImpactCertificateId,
  number: z.string(),
  document: z.enum(['certificate', 'notice', 'calibration']),
  status: z.enum(['valid', 'revoked', 'superseded']),
  institute: Named,
  holder: Named,
  instrument: z.object({ id: z.string(), kind: InstrumentKind, model: z.string(), serial: z.string() }),
  testedOn: Day,
  validUntil: Day.nullable(),
  triage: z.enum(triageNames),
  depth: z.number().int(),
  shareBefore: z.number().nullable(),
  shareAfter: z.number().nullable(),
  worst: z
    .object({ check: z.string(), value: z.string(), after: z.string(), guard: z.string(), limit: z.string(), unit: z.string() })
    .nullable(),
  wronglyFailed: z.boolean(),
  reasons: z.array(z.enum(unknownReasonNames)),
  decision: z.enum(decisionNames).nullable(),
});
export type ImpactRow = z.infer<typeof ImpactRow>;

export const ImpactDetails = ImpactRow.extend({
  checks: z.array(
    z.object({
      check: z.string(),
      symbol: z.string(),
      value: z.string(),
      after: z.string(),
      shift: z.string(),
      guard: z.string(),
      limit: z.string(),
      lower: z.string().nullable(),
      unit: z.string(),
      verdict: z.enum(['pass', 'fail', 'undetermined']),
      triage: z.enum(triageNames),
      wronglyFailed: z.boolean(),
      /** What each found point adds: the coefficient of its error. */
      parts: z.array(z.object({ at: z.string(), error: z.string(), coefficient: z.string() })),
      terms: z.array(z.object({ at: z.string(), unit: z.string(), sensitivity: z.string(), per: z.string(), condition: z.string() })),
    }),
  ),
  unknown: z.array(z.object({ check: z.string(), symbol: z.string(), reason: z.enum(unknownReasonNames), words: z.string().nullable() })),
  unaffected: z.number().int(),
  /** From the failed standard down: each standard with the calibration by which the error came to it. */
  paths: z.array(
    z.array(
      z.object({
        standard: z.object({ id: StandardId, name: z.string(), number: z.string() }),
        calibration: z.object({ number: z.string(), day: Day.nullable() }).nullable(),
      }),
    ),
  ),
});
export type ImpactDetails = z.infer<typeof ImpactDetails>;

export const impactProblems = problems('traceability', {
  findingWrong: {
    kind: 'invalid',
    text: ['发现的内容有误', 'The finding is not right'],
    next: ['请按标出的栏目改正', 'Correct the fields that are marked'],
  },
  sinceReason: {
    kind: 'invalid',
    text: [
      '存疑期间晚于上次合格的校准开始，需要书面理由',
      'The interval begins after the last good calibration: a written reason is needed',
    ],
    next: ['请写明为何此前可信，或从上次合格之日起', 'Write why it was right before, or begin with the last good calibration'],
  },
  sinceMissing: {
    kind: 'invalid',
    text: ['没有更早的校准可作起点，请填写存疑起始日期', 'No earlier calibration is recorded: write the first day of the interval'],
    next: ['请填写标准器开始使用或上次确认合格的日期', 'Write when it came into use or was last found good'],
  },
  wrongState: {
    kind: 'conflict',
    text: ['当前状态不允许此操作', 'The state of the case does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  notDone: {
    kind: 'conflict',
    text: ['评估尚未完成', 'The evaluation has not ended'],
    next: ['请稍候，页面会显示进度', 'Wait: the page shows how far it is'],
  },
  samePerson: {
    kind: 'forbidden',
    text: ['决定人不能是报告人', 'Who decides is another person than who reported it'],
    next: ['请由另一名有权人员决定', 'Ask another person who may decide'],
  },
  nothingChosen: {
    kind: 'invalid',
    text: ['没有符合条件的证书', 'No certificate is chosen'],
    next: ['请选择证书或调整筛选条件', 'Choose certificates, or change the filter'],
  },
  openCertificates: {
    kind: 'conflict',
    text: ['还有未决定的证书', 'Certificates wait for a decision'],
    next: ['请先对需复检、存疑和无法计算的证书作出决定', 'Decide on those to be verified again, doubtful and not calculated first'],
  },
});
