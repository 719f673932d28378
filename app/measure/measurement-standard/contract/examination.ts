import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { applicationKindNames, applicationStateNames } from '../rules/application.ts';
import { measurementStandardProblems as refusals } from './problems.ts';
import { Application, ApplicationId, ApplicationStep, Files, Finding, line, MeasurementStandardId, reason, short } from './shapes.ts';

const params = z.object({ id: ApplicationId });

export const ApplicationDetails = Application.extend({
  statement: z.record(z.string(), z.unknown()),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  steps: z.array(ApplicationStep),
  /** How the measurement standard stands today, for whoever examines it. */
  finding: Finding,
  gaps: z.array(z.tuple([z.string(), z.string()])),
});
export type ApplicationDetails = z.infer<typeof ApplicationDetails>;

/** What a certificate says. */
export const CertificateFields = {
  number: short,
  issuer: line,
  issuedOn: Day,
  validFrom: Day,
  validUntil: Day,
} as const;
const CertificateBody = z.object(CertificateFields);

const step = (path: `/${string}`, permit: 'measurement-standard.manage' | 'measurement-standard.examine', zh: string, en: string) =>
  ({
    method: 'POST',
    path: `/measurement-standard-applications/:id${path}`,
    permit,
    rows: 'own',
    summary: [zh, en],
    params,
    reply: ApplicationDetails,
  }) as const;
const stepProblems = [refusals.wrongState, refusals.sameOrganization, refusals.higherAuthority];

export const examinationEndpoints = {
  applyForExamination: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/applications',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['申请计量标准考核或复查', 'Apply for an examination or a re-examination'],
    params: z.object({ id: MeasurementStandardId }),
    body: z.object({ kind: z.enum(applicationKindNames), addressee: line, files: Files.default([]) }),
    reply: ApplicationDetails,
    problems: [refusals.wrongState, refusals.incomplete, refusals.openApplication, refusals.tooEarly],
  }),
  listExaminations: endpoint({
    method: 'GET',
    path: '/measurement-standard-applications',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['计量标准考核申请', 'Applications for examination'],
    query: z.object({
      ...listQuery,
      state: z.enum(applicationStateNames).optional(),
      kind: z.enum(applicationKindNames).optional(),
      measurementStandard: MeasurementStandardId.optional(),
    }),
    reply: pageOf(Application),
  }),
  readExamination: endpoint({
    method: 'GET',
    path: '/measurement-standard-applications/:id',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['一项考核申请及其经过', 'One application and its steps'],
    params,
    reply: ApplicationDetails,
  }),
  acceptExamination: endpoint({
    ...step('/acceptance', 'measurement-standard.examine', '受理考核', 'Accept for examination'),
    body: z.object({ examiners: line, note: reason.nullable().default(null) }),
    problems: stepProblems,
  }),
  returnExamination: endpoint({
    ...step('/return', 'measurement-standard.examine', '退回补正', 'Return with what is to be completed'),
    body: z.object({ reason }),
    problems: stepProblems,
  }),
  resubmitExamination: endpoint({
    ...step('/resubmission', 'measurement-standard.manage', '补正后再提交', 'Submit again after completing it'),
    body: z.object({ note: reason, files: Files.default([]) }),
    problems: [refusals.wrongState, refusals.incomplete],
  }),
  cancelExamination: endpoint({
    ...step('/cancellation', 'measurement-standard.manage', '撤回申请', 'Cancel the application'),
    body: z.object({ reason }),
    problems: [refusals.wrongState],
  }),
  refuseExamination: endpoint({
    ...step('/refusal', 'measurement-standard.examine', '不予通过', 'Refuse'),
    body: z.object({ reason, documentNumber: short.nullable().default(null) }),
    problems: stepProblems,
  }),
  grantExamination: endpoint({
    ...step('/grant', 'measurement-standard.examine', '通过考核并登记证书', 'Grant, with the certificates'),
    body: z.object({
      examiners: line,
      documentNumber: short.nullable().default(null),
      files: Files.default([]),
      examination: CertificateBody,
      public: CertificateBody.nullable().default(null),
      replaces: z.boolean().default(false).meta({ description: 'the certificates replace those that hold, from their first day' }),
    }),
    problems: [...stepProblems, refusals.partWrong, refusals.numberTaken, refusals.overlap, refusals.certificateMissing],
  }),
};
