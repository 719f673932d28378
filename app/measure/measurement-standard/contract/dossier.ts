import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId, PersonId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { StandardId } from '../../standard/contract/shapes.ts';
import { qualityNames } from '../../standard/rules.ts';
import { dossierActionNames } from '../rules/dossier-action.ts';
import { measurementStandardKindNames, measurementStandardStateNames, standardLevelNames } from '../rules.ts';
import { changeEffectNames } from '../rules/change.ts';
import { documentKindNames } from '../rules/document-set.ts';
import { renewalNames } from '../rules/validity.ts';
import { measurementStandardProblems as refusals } from './problems.ts';
import {
  Application,
  Certificate,
  Change,
  decimalText,
  EnvironmentRecord,
  Equipment,
  FiledDocument,
  Files,
  Finding,
  line,
  MeasurementStandard,
  MeasurementStandardId,
  Member,
  PartId,
  Procedure,
  Range,
  reason,
  Requirement,
  short,
} from './shapes.ts';

const params = z.object({ id: MeasurementStandardId });
const Description = {
  kind: z.enum(measurementStandardKindNames),
  level: z.enum(standardLevelNames).nullable().default(null),
  top: z.boolean().nullable().default(null),
  name: z.string().trim().min(2).max(120),
  code: short.nullable().default(null),
  quantity: z.string().trim().min(1).max(60),
  place: line.nullable().default(null),
} as const;

export const Filter = {
  state: z.enum(measurementStandardStateNames).optional(),
  kind: z.enum(measurementStandardKindNames).optional(),
  institute: OrganizationId.optional(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  regulation: z
    .string()
    .regex(/^[a-z]{3}-\d{4}$/)
    .optional(),
  renewal: z.enum(renewalNames).optional(),
  lapsesWithin: z.coerce.number().int().min(0).max(3650).optional().meta({ description: 'days: the certificates end no later than this' }),
} as const;

export const MeasurementStandardDetails = MeasurementStandard.extend({
  day: Day,
  recordedAt: Instant,
  entryId: z.uuid().nullable(),
  ranges: z.array(Range),
  equipment: z.array(Equipment),
  members: z.array(Member),
  procedures: z.array(Procedure),
  requirements: z.array(Requirement),
  environment: z.array(EnvironmentRecord),
  documents: z.array(FiledDocument),
  certificates: z.array(Certificate),
  states: z.array(
    z.object({
      state: z.enum(['building', 'in-force', 'suspended', 'withdrawn']),
      since: Day,
      reason: z.string().nullable(),
      documentNumber: z.string().nullable(),
      person: z.string(),
      at: Instant,
    }),
  ),
  applications: z.array(Application),
  changes: z.array(Change),
  successor: z.object({ id: MeasurementStandardId, name: z.string(), since: Day }).nullable(),
  predecessors: z.array(z.object({ id: MeasurementStandardId, name: z.string() })),
  finding: Finding,
  /** Records what may be missing before it can be applied for, in words. */
  gaps: z.array(z.tuple([z.string(), z.string()])),
  proposal: z.object({ months: z.number().int(), source: z.string(), confidence: z.string() }).nullable(),
  allowed: z.array(z.enum(dossierActionNames)),
  timeline: z.array(TimelineEvent),
});
export type MeasurementStandardDetails = z.infer<typeof MeasurementStandardDetails>;

/** What every added part says: since when, what it replaces, and what that means for an examined measurement standard. */
const added = {
  since: Day,
  replaces: PartId.nullable().default(null),
  effect: z.enum(changeEffectNames).nullable().default(null),
  description: reason.nullable().default(null),
} as const;
const change = (path: `/${string}`, zh: string, en: string) =>
  ({
    method: 'POST',
    path: `/measurement-standards/:id${path}`,
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: [zh, en],
    params,
    reply: MeasurementStandardDetails,
  }) as const;
const partProblems = [refusals.wrongState, refusals.partWrong, refusals.partTaken, refusals.effectMissing];

export const dossierEndpoints = {
  listMeasurementStandards: endpoint({
    method: 'GET',
    path: '/measurement-standards',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['计量标准', 'Measurement standards'],
    query: z.object({ ...listQuery, ...Filter }),
    reply: pageOf(MeasurementStandard),
  }),
  downloadMeasurementStandards: endpoint({
    method: 'GET',
    path: '/measurement-standards/workbook',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['计量标准台账（Excel）', 'The register of measurement standards as a workbook'],
    query: z.object({ q: listQuery.q, ...Filter }),
    reply: 'file',
  }),
  readMeasurementStandard: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['一项计量标准的档案', 'The dossier of one measurement standard'],
    params,
    query: z.object({ day: Day.optional() }),
    reply: MeasurementStandardDetails,
  }),
  openMeasurementStandard: endpoint({
    method: 'POST',
    path: '/measurement-standards',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['筹建计量标准', 'Begin to build a measurement standard'],
    body: z.object({ ...Description, since: Day }),
    reply: MeasurementStandardDetails,
    problems: [refusals.notAnInstitute, refusals.partWrong],
  }),
  correctMeasurementStandard: endpoint({
    ...change('/corrections', '更正或更名', 'Correct the description or the name'),
    body: z.object({ ...Description, version: z.number().int().min(1).max(2_147_483_647), reason }),
    problems: [refusals.wrongState, refusals.partWrong],
  }),
  addRange: endpoint({
    ...change('/ranges', '登记测量范围与准确度', 'Record a range and how good it is'),
    body: z.object({
      parameter: z.string().trim().min(1).max(60),
      low: decimalText.nullable().default(null),
      high: decimalText.nullable().default(null),
      unit: z.string().trim().min(1).max(20),
      quality: z.enum(qualityNames),
      value: decimalText.nullable().default(null),
      valueUnit: z.string().trim().min(1).max(20).nullable().default(null),
      coverageFactor: decimalText.nullable().default(null),
      accuracyClass: z.string().trim().min(1).max(40).nullable().default(null),
      ...added,
    }),
    problems: partProblems,
  }),
  addEquipment: endpoint({
    ...change('/equipment', '登记计量标准器或配套设备', 'Record a main standard or auxiliary equipment'),
    body: z.object({ standard: StandardId, role: z.enum(['main', 'auxiliary']), ...added }),
    problems: [...partProblems, refusals.notOfTheInstitute, refusals.outOfDate],
  }),
  addMember: endpoint({
    ...change('/members', '登记负责人或检定人员', 'Record a responsible person or a member of the staff'),
    body: z.object({ person: PersonId, role: z.enum(['responsible', 'member']), ...added }),
    problems: [...partProblems, refusals.notOfTheInstitute, refusals.notQualified],
  }),
  addProcedure: endpoint({
    ...change('/procedures', '登记所依据的规程版本', 'Record an edition of a procedure'),
    body: z.object({
      edition: z
        .string()
        .regex(/^[a-z]{3}-\d{4}-\d{4}$/)
        .max(40),
      ...added,
    }),
    problems: [...partProblems, refusals.notAdopted],
  }),
  addRequirement: endpoint({
    ...change('/requirements', '登记环境条件要求', 'Record a requirement on the environment'),
    body: z.object({
      quantity: z.string().trim().min(1).max(40),
      low: decimalText.nullable().default(null),
      high: decimalText.nullable().default(null),
      unit: z.string().trim().min(1).max(20),
      source: line.nullable().default(null),
      ...added,
    }),
    problems: partProblems,
  }),
  endPart: endpoint({
    ...change('/endings', '结束档案中的一项', 'End a part of the dossier'),
    body: z.object({
      part: z.enum(['range', 'equipment', 'member', 'procedure', 'requirement']),
      id: PartId,
      lastDay: Day,
      reason,
      effect: z.enum(changeEffectNames).nullable().default(null),
    }),
    problems: partProblems,
  }),
  recordEnvironment: endpoint({
    ...change('/environment-records', '登记环境条件', 'Record the environment found on a day'),
    body: z.object({
      requirement: PartId,
      day: Day,
      lowest: decimalText,
      highest: decimalText,
      note: line.nullable().default(null),
    }),
    problems: [refusals.partWrong, refusals.wrongState],
  }),
  fileDocument: endpoint({
    ...change('/documents', '归入文件集', 'File a document of the set'),
    body: z.object({
      document: z.enum(documentKindNames),
      files: Files,
      documentNumber: short.nullable().default(null),
      omitted: z.boolean().default(false),
      note: line.nullable().default(null),
    }),
    problems: [refusals.partWrong, refusals.wrongState],
  }),
};
