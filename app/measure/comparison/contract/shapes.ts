import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId } from '../../../kernel/id.ts';
import { instrumentKindNames } from '../../../register/catalogue/rules/kinds.ts';
import { FileCard } from '../../../register/file/contract.ts';
import {
  arrivalNames,
  comparisonActionNames,
  comparisonStateNames,
  correctionStateNames,
  dutyNames,
  memberStateNames,
  pilotWayNames,
} from '../rules.ts';
import { noteNames, referenceKindNames, resultNames, scoreKindNames } from '../rules/method.ts';
import { resultFaultNames, resultRemarkNames } from '../rules/result.ts';
import { handoverStateNames, routeKindNames } from '../rules/route.ts';
import { consequenceNames } from '../rules/standing.ts';

export const ComparisonId = id('comparison');
export type ComparisonId = z.infer<typeof ComparisonId>;
export const MemberId = id('participant of a comparison');
export const HandoverId = id('hand-over of a travelling standard');
export const CommitmentId = id('commitment to results');
export const CommentId = id('comment on a report');
export const CorrectionId = id('corrective action');

export const reason = z.string().trim().min(2).max(500);
export const version = z.number().int().min(1).max(2_147_483_647);
const prose = z.string().trim().max(4000);
export const Organization = z.object({ id: OrganizationId, name: z.string() });

/** A decimal as it was written; more than 20 digits no measured value has. */
export const DecimalText = z
  .string()
  .regex(/^-?\d{1,20}(\.\d{1,20})?$/)
  .refine((text) => text.replace(/\D/g, '').length <= 24, { error: '24 digits at most' })
  .meta({ description: 'a decimal as text' });
const Size = DecimalText.refine((text) => !text.startsWith('-') && /[1-9]/.test(text), { error: 'greater than 0' });
const orNull = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null);
const code = z.number().int().min(1).max(999).meta({ description: 'the number of a laboratory in the report' });

export const PointId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.-]{1,12}$/)
  .meta({ description: 'short name of a point, such as P1' });

export const Point = z.object({
  id: PointId,
  name: z.string().trim().min(1).max(80),
  unit: z.string().trim().min(1).max(20),
  decimals: z.number().int().min(0).max(12).meta({ description: 'digits after the decimal point that are to be reported' }),
  sigma: orNull(Size).meta({ description: 'standard deviation for assessment; null: none' }),
  uTransfer: orNull(Size).meta({ description: 'standard uncertainty of the instability of the travelling standard; null: neglected' }),
});

export const Method = z.object({
  reference: z.enum(referenceKindNames),
  scores: z
    .array(z.enum(scoreKindNames))
    .min(1)
    .max(4)
    .refine((all) => new Set(all).size === all.length, { error: 'each score once' })
    .meta({ description: 'the first decides' }),
  k: Size.refine((text) => Number(text) >= 1 && Number(text) <= 4, { error: '1 … 4' })
    .default('2')
    .meta({ description: 'common coverage factor of En' }),
});

export const Leg = z.object({ artefact: z.string().trim().min(1).max(60), from: OrganizationId, to: OrganizationId, plannedOn: Day });

export const Protocol = z.object({
  artefact: z.object({
    name: z.string().trim().min(2).max(80),
    model: z.string().trim().max(80).default(''),
    serials: z.array(z.string().trim().min(1).max(60)).min(1).max(5),
  }),
  route: z.enum(routeKindNames),
  legs: z.array(Leg).min(1).max(300),
  environment: prose.default('').meta({ description: 'environment that is asked for' }),
  instructions: prose.min(2).meta({ description: 'how it is measured' }),
  reporting: prose.default('').meta({ description: 'what is to be reported beside values and uncertainties' }),
  points: z.array(Point).min(1).max(50),
  method: Method,
  commitUntil: Instant,
  revealUntil: Instant,
  commentDays: z.number().int().min(1).max(60).default(15),
});
export type Protocol = z.infer<typeof Protocol>;

/** What is compared and why. */
export const Subject = z.object({
  title: z.string().trim().min(2).max(120),
  quantity: z.string().trim().min(1).max(60).meta({ description: 'the quantity that is compared' }),
  regulation: orNull(
    z
      .string()
      .trim()
      .regex(/^[a-z]{2,4}-\d{4}$/),
  ).meta({ description: 'regulation of the item without its year, such as jjg-0539' }),
  instrumentKind: orNull(z.enum(instrumentKindNames)).meta({ description: 'kind of instrument that the item serves' }),
  duty: z.enum(dutyNames),
  documentNumber: z.string().trim().min(2).max(120).meta({ description: 'the document it is based on' }),
  aim: prose.min(2),
  pilotWay: z.enum(pilotWayNames),
  callUntil: orNull(Day).meta({ description: 'last day of the call; only for an open call' }),
});
export type Subject = z.infer<typeof Subject>;

export const parts = ['organizer', 'pilot', 'member', 'candidate'] as const;

export const Comparison = z.object({
  id: ComparisonId,
  title: z.string(),
  quantity: z.string(),
  regulation: z.string().nullable(),
  instrumentKind: z.enum(instrumentKindNames).nullable(),
  duty: z.enum(dutyNames),
  documentNumber: z.string(),
  organizer: Organization,
  pilot: Organization.nullable(),
  state: z.enum(comparisonStateNames),
  /** Who takes part; those excused or withdrawn are not counted. */
  members: z.number().int(),
  commitUntil: Instant.nullable(),
  revealUntil: Instant.nullable(),
  commentUntil: Day.nullable(),
  parts: z.array(z.enum(parts)).meta({ description: 'what the caller’s organization is in it' }),
  version: z.number().int(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;

export const Ground = z.object({
  basis: z.enum(['measurement-standard', 'designation']),
  name: z.string(),
  documentNumber: z.string(),
});
export type Ground = z.infer<typeof Ground>;

export const Candidate = z.object({ organization: Organization, grounds: z.array(Ground), isConfirmed: z.boolean() });
export type Candidate = z.infer<typeof Candidate>;

/** A participant as far as the caller may know it: without a name it is a number, without a number a name. */
export const Member = z.object({
  id: MemberId.nullable(),
  code: code.nullable(),
  organization: Organization.nullable(),
  duty: z.enum(dutyNames).nullable(),
  state: z.enum(memberStateNames).nullable(),
  endReason: z.string().nullable(),
  grounds: z.array(Ground),
  /** null: not for the caller to see yet. */
  committedAt: Instant.nullable(),
  keeping: z.enum(['own', 'entrusted']).nullable(),
  replaced: z.number().int().nullable().meta({ description: 'how often a commitment was replaced' }),
  revealedAt: Instant.nullable(),
  refusedReveals: z.number().int().nullable().meta({ description: 'attempts that did not match' }),
  result: z.enum(resultNames).nullable(),
  consequences: z.array(z.enum(consequenceNames)),
});
export type Member = z.infer<typeof Member>;

export const Handover = z.object({
  id: HandoverId,
  comparison: z.object({ id: ComparisonId, title: z.string() }),
  position: z.number().int(),
  artefact: z.string(),
  from: Organization,
  to: Organization,
  plannedOn: Day,
  state: z.enum(handoverStateNames),
  /** Planned for a day that has passed, and not received. */
  isLate: z.boolean(),
  sentAt: Instant.nullable(),
  sentBy: z.string().nullable(),
  sentCondition: z.string().nullable(),
  receivedAt: Instant.nullable(),
  receivedBy: z.string().nullable(),
  arrival: z.enum(arrivalNames).nullable(),
  arrivalNote: z.string().nullable(),
  temperature: z.string().nullable(),
  humidity: z.string().nullable(),
  mayDispatch: z.boolean(),
  mayReceive: z.boolean(),
});
export type Handover = z.infer<typeof Handover>;

export const Proposal = z.object({ organization: Organization, text: z.string(), files: z.array(FileCard), at: Instant });

export const ArtefactCheck = z.object({
  kind: z.enum(['homogeneity', 'stability']),
  point: z.string(),
  acceptable: z.boolean(),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  by: z.string(),
  at: Instant,
});
export type ArtefactCheck = z.infer<typeof ArtefactCheck>;

const Verdict = z.enum(['satisfactory', 'questionable', 'unsatisfactory']);
const Reference = z.object({
  value: z.string(),
  u: z.string(),
  contributors: z.array(z.number().int()),
  chiSquare: z.string().nullable(),
  p: z.string().nullable(),
  birge: z.string().nullable(),
  isConsistent: z.boolean().nullable(),
});
const ScoredResult = z.object({
  code: z.number().int(),
  value: z.string(),
  U: z.string(),
  k: z.string(),
  u: z.string(),
  difference: z.string(),
  isContributor: z.boolean(),
  scores: z.array(z.object({ kind: z.enum(scoreKindNames), value: z.string(), verdict: Verdict })),
  verdict: Verdict.nullable(),
});
export const Outcome = z.object({
  points: z.array(
    z.object({
      point: z.string(),
      reference: Reference.nullable(),
      sigma: z.string().nullable(),
      results: z.array(ScoredResult),
      notes: z.array(z.enum(noteNames)),
    }),
  ),
  laboratories: z.array(
    z.object({
      code: z.number().int(),
      result: z.enum(resultNames),
      faults: z.array(z.object({ point: z.string(), fault: z.enum(resultFaultNames) })),
      remarks: z.array(z.object({ point: z.string(), remark: z.enum(resultRemarkNames) })),
    }),
  ),
});

export const Exclusion = z.object({ code, point: orNull(PointId).meta({ description: 'null: at every point' }), reason });
export const Evaluation = z.object({
  number: z.number().int(),
  exclusions: z.array(Exclusion),
  outcome: Outcome,
  note: z.string(),
  by: z.string(),
  at: Instant,
});

export const ReportComment = z.object({
  id: CommentId,
  code: z.number().int().nullable(),
  isOwn: z.boolean(),
  kind: z.enum(['agreed', 'objection']),
  text: z.string(),
  at: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
});
export type ReportComment = z.infer<typeof ReportComment>;

export const Correction = z.object({
  id: CorrectionId,
  code: z.number().int().nullable(),
  organization: Organization,
  demand: z.string(),
  dueOn: Day,
  isLate: z.boolean(),
  state: z.enum(correctionStateNames),
  cause: z.string().nullable(),
  action: z.string().nullable(),
  evidence: z.string().nullable(),
  files: z.array(FileCard),
  submittedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  decidedAt: Instant.nullable(),
  maySubmit: z.boolean(),
  mayDecide: z.boolean(),
});
export type Correction = z.infer<typeof Correction>;

/** What is known of the sealing: counts for everybody, who is behind in words only when it is over. */
export const Sealing = z.object({
  committed: z.number().int(),
  expected: z.number().int(),
  revealed: z.number().int(),
  refused: z.number().int(),
  sealedAt: Instant.nullable(),
  commitmentsDigest: z.string().nullable(),
});

/** The caller's own commitment, so that the page can replace or reveal it. */
export const OwnCommitment = z.object({
  id: CommitmentId,
  number: z.number().int(),
  digest: z.string(),
  keeping: z.enum(['own', 'entrusted']),
  at: Instant,
  revealedAt: Instant.nullable(),
});

export const Details = Comparison.extend({
  aim: z.string(),
  pilotWay: z.enum(pilotWayNames),
  callUntil: Day.nullable(),
  pilotReason: z.string().nullable(),
  follows: z.object({ id: ComparisonId, title: z.string() }).nullable(),
  followedBy: z.array(z.object({ id: ComparisonId, title: z.string() })),
  namesPublishedAt: Instant.nullable(),
  namesDocumentNumber: z.string().nullable(),
  own: z.object({ member: MemberId, code: z.number().int().nullable(), commitment: OwnCommitment.nullable() }).nullable(),
  memberList: z.array(Member),
  protocol: Protocol.extend({ number: z.number().int(), by: z.string(), at: Instant }).nullable(),
  handovers: z.array(Handover),
  proposals: z.array(Proposal),
  checks: z.array(ArtefactCheck),
  sealing: Sealing,
  evaluation: Evaluation.nullable(),
  comments: z.array(ReportComment),
  corrections: z.array(Correction),
  allowed: z.array(z.enum(comparisonActionNames)),
});
export type Details = z.infer<typeof Details>;

export const Standing = z.object({
  organization: Organization,
  comparison: z.object({ id: ComparisonId, title: z.string() }),
  duty: z.enum(dutyNames),
  /** null: the round has no evaluation, or its result is not for the caller to see. */
  result: z.enum(resultNames).nullable(),
  /** Had to take part, and the round has nothing of it. */
  isMissing: z.boolean(),
  correction: z.enum(correctionStateNames).nullable(),
  openedAt: Instant,
});
export type Standing = z.infer<typeof Standing>;
