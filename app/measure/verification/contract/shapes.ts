import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { FileId, id, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { EditionId } from '../../../register/catalogue/contract.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../../register/instrument/contract.ts';
import { RequestId, RequestItemId } from '../../request/contract.ts';
import { StandardId, StandardRole } from '../../standard/contract.ts';
import { certificateKindNames, qualityNames, standardStatusNames } from '../../standard/rules.ts';
import { networkCheckNames, recordKindNames } from '../rules/kind.ts';
import { placeDoneNames } from '../../request/rules.ts';
import { purposeNames } from '../rules/purpose.ts';
import { uncertaintyOriginNames } from '../rules/uncertainty.ts';
import { gateNames } from '../rules/gates.ts';
import { verificationActionNames, verificationStatusNames } from '../rules/life-cycle.ts';
import { sealActionNames, sealKindNames } from '../rules/seal.ts';

export const VerificationId = id('verification');
export type VerificationId = z.infer<typeof VerificationId>;
export const SessionId = id('verification session');
export type SessionId = z.infer<typeof SessionId>;

export const Texts = z.record(z.string().max(40), z.string().max(60));
export const Readings = z
  .record(z.string().max(40), z.record(z.string().max(40), z.union([z.string().max(60), z.array(Texts).max(120)])))
  .meta({ description: 'readings as typed, by group of the procedure’s form; a group has fields and, where there are columns, `rows`' });
export type Readings = z.infer<typeof Readings>;

export const Digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, 64 hexadecimal digits' });

/** Which standard serves in which role; the statement says why it is good enough where its figures cannot be compared. */
export const StandardChoice = z.object({
  role: StandardRole,
  standard: StandardId,
  statement: z.string().trim().min(4).max(300).nullable().default(null),
});
export type StandardChoice = z.infer<typeof StandardChoice>;

/** A chosen standard as it was on the day of the test. */
export const StandardUsed = z.object({
  role: StandardRole,
  standard: StandardId,
  statement: z.string().nullable(),
  number: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  range: z.string(),
  /** null: not registered for that day. */
  state: z.enum(standardStatusNames).nullable(),
  /** Of the latest calibration up to that day; null: there was none. */
  certificate: z
    .object({
      kind: z.enum(certificateKindNames),
      number: z.string(),
      issuer: z.string(),
      calibratedOn: Day,
      validUntil: Day,
      quality: z.enum(qualityNames),
      value: z.string().nullable(),
      unit: z.string().nullable(),
      coverageFactor: z.string().nullable(),
      accuracyClass: z.string().nullable(),
    })
    .nullable(),
});
export type StandardUsed = z.infer<typeof StandardUsed>;

export const Seal = z.object({
  kind: z.enum(sealKindNames),
  action: z.enum(sealActionNames),
  number: z.string().trim().min(1).max(60),
  position: z.string().trim().min(1).max(80).nullable().default(null),
});
export type Seal = z.infer<typeof Seal>;

/** A picture of the display, bound to the cell whose reading it shows. */
export const Photo = z.object({
  path: z
    .string()
    .max(120)
    .regex(/^(readings|environment)(\.[A-Za-z0-9-]{1,40}){1,4}$/)
    .meta({ description: 'path of the cell, such as readings.weighing.rows.2.indication' }),
  file: FileId,
  digest: Digest,
});
export type Photo = z.infer<typeof Photo>;

/** U = k·u of a checked value, as it was stated for the submitted result. */
export const Uncertainty = z.object({
  check: z.string(),
  U: z.string(),
  k: z.string(),
  unit: z.string(),
  probability: z.string().nullable(),
  origin: z.enum(uncertaintyOriginNames),
});

export const Card = z.object({
  id: VerificationId,
  /** null: begun before there were numbers. */
  recordNumber: z.string().nullable(),
  /** null for an in-use inspection, which nobody requests. */
  request: RequestId.nullable(),
  item: RequestItemId.nullable(),
  session: SessionId.nullable(),
  instrument: z.object({
    id: InstrumentId,
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    place: z.string(),
  }),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  edition: EditionId,
  editionNumber: z.string(),
  kind: z.enum(recordKindNames),
  purpose: z.enum(purposeNames),
  status: z.enum(verificationStatusNames),
  networkCheck: z.enum(networkCheckNames),
  technician: z.object({ id: PersonId, name: z.string() }),
  checker: z.string().nullable(),
  approver: z.string().nullable(),
  testedOn: Day.nullable(),
  conclusion: z.enum(['pass', 'fail']).nullable(),
  certificateNumber: z.string().nullable(),
  returnReason: z.string().nullable(),
  begunAt: Instant,
  demonstration: z.boolean(),
});
export type Card = z.infer<typeof Card>;

export const Verification = Card.extend({
  nameplate: Parameters,
  readings: Readings,
  /** What was written in the record itself; what is empty or null stands in the session. */
  own: z.object({ testedOn: Day.nullable(), environment: Texts, standards: z.array(StandardChoice).nullable() }),
  /** The record’s conditions, those of its session taken over; after submission as they were then. */
  environment: Texts,
  standards: z.array(StandardUsed),
  /** The standards in words, in records from before standards were registered. */
  standardInWords: z.string().nullable(),
  /** Values that the institute entered for limits which the edition does not know; after submission as they were then. */
  adoptedLimits: z.record(z.string(), z.string()),
  /** Of a block that was taken along: its document is issued under it. */
  reservedCertificateNumber: z.string().nullable(),
  /** Of a calibration: the client's order, where it is done, the interval that is recommended because the client asked for it. */
  commission: z.string().nullable(),
  whereDone: z.enum(placeDoneNames).nullable(),
  intervalMonths: z.number().int().nullable(),
  /** Those of the submitted result; the document states no others. */
  uncertainties: z.array(Uncertainty),
  uncertaintyBasis: z.string().nullable(),
  remarks: z.string().nullable(),
  seals: z.array(Seal),
  photos: z.array(Photo),
  secondPerson: z.object({ id: PersonId, name: z.string() }).nullable(),
  networkCheckResult: z.object({ number: z.string(), checkedOn: Day }).nullable(),
  version: z.number().int(),
  /** What the procedure computed at submission; see packages/procedures. */
  result: z.record(z.string(), z.unknown()).nullable(),
  resultDigest: z.string().nullable(),
  submittedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  /** Whether the institute has adopted this edition as this program calculates it; otherwise nothing can be issued. */
  adopted: z.boolean(),
  /** The clause the institute wrote beside each number of the edition when it adopted it. */
  clauses: z.record(z.string(), z.string()),
  allowed: z.array(z.enum(verificationActionNames)),
});
export type Verification = z.infer<typeof Verification>;

/** `pending`: cannot be judged yet, because the person is not known; `reason`: why it is closed or pending. */
export const Gate = z.object({
  gate: z.enum(gateNames),
  passed: z.boolean(),
  pending: z.boolean(),
  found: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
});
export type Gate = z.infer<typeof Gate>;

export const Version = z.number().int().min(1).max(2_147_483_647);

/** Everything that a technician writes into a record. */
export const DraftFields = {
  version: Version,
  /** Left out: the record stays where it is; null: in no session. */
  session: SessionId.nullable().optional(),
  /** null: the day of the session. */
  testedOn: Day.nullable(),
  /** What is empty or left out is taken from the session. */
  environment: Texts,
  readings: Readings,
  /** null: those of the session. */
  standards: z.array(StandardChoice).max(40).nullable().default(null),
  remarks: z.string().trim().max(1000).nullable().default(null),
  seals: z.array(Seal).max(40).default([]),
  photos: z.array(Photo).max(60).default([]),
  secondPerson: PersonId.nullable().default(null),
} as const;

/** A refusal of one of many, as a single call would have answered it. */
export const Refused = z.object({
  code: z.string(),
  title: z.string(),
  next: z.string(),
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })),
});
export type Refused = z.infer<typeof Refused>;
