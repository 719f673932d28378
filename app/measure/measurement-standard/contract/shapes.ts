import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { qualityNames } from '../../standard/rules.ts';
import { examinedKindNames, measurementStandardKindNames, measurementStandardStateNames, standardLevelNames } from '../rules.ts';
import { applicationActionNames, applicationKindNames, applicationStateNames } from '../rules/application.ts';
import { changeEffectNames, changeStateNames, changeTopicNames, treatmentNames } from '../rules/change.ts';
import { documentKindNames } from '../rules/document-set.ts';
import { findingReasonNames, findingRemarkNames } from '../rules/finding.ts';
import { renewalNames } from '../rules/validity.ts';

export const MeasurementStandardId = id('measurement-standard');
export type MeasurementStandardId = z.infer<typeof MeasurementStandardId>;
export const ApplicationId = id('measurement-standard-application');
export const ChangeId = id('measurement-standard-change');
export const PartId = z.uuid().meta({ description: 'a row of the dossier' });

export const short = z.string().trim().min(1).max(80);
export const line = z.string().trim().min(1).max(200);
export const reason = z.string().trim().min(2).max(500);
export const decimalText = z.string().trim().min(1).max(40);
export const Files = z.array(z.uuid()).max(20);

export const Certificate = z.object({
  id: z.uuid(),
  kind: z.enum(examinedKindNames),
  number: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  validFrom: Day,
  validUntil: Day,
  basis: z.enum(['examination', 'register', 'entry']),
  files: z.array(z.uuid()),
  recordedBy: z.string(),
  recordedAt: Instant,
  /** A correction took its place. */
  supersededAt: Instant.nullable(),
  correction: z.string().nullable(),
});
export type ExaminedCertificate = z.infer<typeof Certificate>;

export const MeasurementStandard = z.object({
  id: MeasurementStandardId,
  institute: z.object({ id: OrganizationId, name: z.string() }),
  region: z.string(),
  kind: z.enum(measurementStandardKindNames),
  level: z.enum(standardLevelNames).nullable(),
  top: z.boolean().nullable(),
  name: z.string(),
  formerNames: z.array(z.string()),
  code: z.string().nullable(),
  quantity: z.string(),
  place: z.string().nullable(),
  regulations: z.array(z.string()),
  state: z.enum(measurementStandardStateNames),
  since: Day,
  certificateNumber: z.string().nullable(),
  examinationNumber: z.string().nullable(),
  /** Last day without a gap by the certificates; null: not in force. */
  validUntil: Day.nullable(),
  applyBy: Day.nullable(),
  renewal: z.enum(renewalNames).nullable(),
  version: z.number().int(),
  demonstration: z.boolean(),
});
export type MeasurementStandard = z.infer<typeof MeasurementStandard>;

const Part = { id: PartId, since: Day, until: Day.nullable(), reason: z.string().nullable() } as const;
export const Range = z.object({
  ...Part,
  parameter: z.string(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  unit: z.string(),
  quality: z.enum(qualityNames),
  value: z.string().nullable(),
  valueUnit: z.string().nullable(),
  coverageFactor: z.string().nullable(),
  accuracyClass: z.string().nullable(),
});
export const Equipment = z.object({
  ...Part,
  standardId: z.string(),
  role: z.enum(['main', 'auxiliary']),
  number: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  range: z.string(),
  state: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  validUntil: Day.nullable(),
  accuracy: z.string().nullable(),
  /** In service with a certificate that holds on the day. */
  holds: z.boolean(),
});
export const Member = z.object({
  ...Part,
  personId: PersonId,
  name: z.string(),
  role: z.enum(['responsible', 'member']),
  qualifications: z.array(
    z.object({ regulation: z.string(), holds: z.boolean(), documentNumber: z.string().nullable(), until: Day.nullable() }),
  ),
});
export const Procedure = z.object({
  ...Part,
  regulation: z.string(),
  edition: z.string(),
  number: z.string(),
  adoption: z.enum(['adopted', 'proposed', 'changed', 'none']),
});
export const Requirement = z.object({
  ...Part,
  quantity: z.string(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  unit: z.string(),
  source: z.string().nullable(),
});
export const EnvironmentRecord = z.object({
  id: z.uuid(),
  requirement: PartId,
  quantity: z.string(),
  unit: z.string(),
  day: Day,
  lowest: z.string(),
  highest: z.string(),
  within: z.boolean(),
  note: z.string().nullable(),
  person: z.string(),
});
export const FiledDocument = z.object({
  document: z.enum(documentKindNames),
  state: z.enum(['present', 'missing', 'omitted', 'later', 'occasional']),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  documentNumber: z.string().nullable(),
  note: z.string().nullable(),
  person: z.string().nullable(),
  at: Instant.nullable(),
});
export const Change = z.object({
  id: ChangeId,
  measurementStandard: z.object({ id: MeasurementStandardId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  topic: z.enum(changeTopicNames),
  effect: z.enum(changeEffectNames),
  treatment: z.enum(treatmentNames),
  state: z.enum(changeStateNames),
  day: Day,
  description: z.string(),
  files: z.array(z.uuid()),
  person: z.string(),
  recordedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  /** What a declared withdrawal names as what carries on. */
  successor: z.object({ id: MeasurementStandardId, name: z.string() }).nullable(),
  mayDecide: z.boolean(),
});
export type Change = z.infer<typeof Change>;

export const Application = z.object({
  id: ApplicationId,
  measurementStandard: z.object({ id: MeasurementStandardId, name: z.string(), kind: z.enum(measurementStandardKindNames) }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  region: z.string(),
  kind: z.enum(applicationKindNames),
  state: z.enum(applicationStateNames),
  addressee: z.string(),
  appliedOn: Day,
  person: z.string(),
  recordedAt: Instant,
  allowed: z.array(z.enum(applicationActionNames)),
});
export type Application = z.infer<typeof Application>;
export const ApplicationStep = z.object({
  state: z.enum(applicationStateNames),
  day: Day,
  examiners: z.string().nullable(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  files: z.array(z.uuid()),
  person: z.string(),
  organization: z.string(),
  at: Instant,
});

export const Finding = z.object({
  day: Day,
  valid: z.boolean(),
  reasons: z.array(z.enum(findingReasonNames)),
  remarks: z.array(z.enum(findingRemarkNames)),
});
export type Finding = z.infer<typeof Finding>;
