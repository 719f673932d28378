import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { foreignEndpoints } from './contract/foreign.ts';
import { standardProblems } from './contract/problems.ts';
import { rangeEndpoints, rangeProblems, Ranges } from './contract/range.ts';
import { StandardId, StandardRole } from './contract/shapes.ts';
import { certificateKindNames, qualityNames, standardActionNames, standardStatusNames } from './rules.ts';

export { StandardId, StandardRole } from './contract/shapes.ts';
export { standardProblems } from './contract/problems.ts';

const short = z.string().trim().min(1).max(80);
const decimalText = z.string().trim().min(1).max(40);

const CertificateFields = {
  kind: z.enum(certificateKindNames),
  certificateNumber: short,
  issuer: z.string().trim().min(2).max(120),
  calibratedOn: Day,
  validUntil: Day,
  quality: z.enum(qualityNames),
  value: decimalText.nullable().default(null),
  unit: z.string().trim().min(1).max(20).nullable().default(null),
  coverageFactor: decimalText.nullable().default(null),
  accuracyClass: z.string().trim().min(1).max(40).nullable().default(null),
} as const;
const { certificateNumber: _typed, ...SharedFields } = CertificateFields;
const Certificate = z.object({ ...SharedFields, id: z.uuid(), number: z.string(), recordedBy: z.string(), recordedAt: Instant });
export type StandardCertificate = z.infer<typeof Certificate>;

const Standard = z.object({
  id: StandardId,
  institute: z.object({ id: OrganizationId, name: z.string() }),
  number: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  range: z.string(),
  /** What it is judged by today: as a person stated it, or as the text of its range says without doubt. */
  ranges: Ranges,
  roles: z.array(StandardRole),
  state: z.enum(standardStatusNames),
  since: Day,
  /** The latest certificate; earlier ones stand in the record. */
  certificate: Certificate,
  /** Days of validity left, today included; 0: lapsed. */
  daysLeft: z.number().int(),
  version: z.number().int(),
  demonstration: z.boolean(),
});
export type Standard = z.infer<typeof Standard>;

const Details = Standard.extend({
  certificates: z.array(Certificate),
  states: z.array(
    z.object({ state: z.enum(standardStatusNames), since: Day, reason: z.string().nullable(), person: z.string(), at: Instant }),
  ),
  allowed: z.array(z.enum(standardActionNames)),
  timeline: z.array(TimelineEvent),
});

const params = z.object({ id: StandardId });
const reason = z.string().trim().min(2).max(300);
const Description = {
  number: short,
  name: z.string().trim().min(2).max(80),
  model: short,
  serial: short,
  range: z.string().trim().min(1).max(120),
  roles: z.array(StandardRole).min(1).max(60),
} as const;

const Filter = {
  state: z.enum(standardStatusNames).optional(),
  dueWithin: z.coerce.number().int().min(0).max(3650).optional().meta({ description: 'days: valid no longer than this from today' }),
  role: StandardRole.optional(),
  institute: OrganizationId.optional(),
} as const;

export const standardEndpoints = {
  ...foreignEndpoints,
  ...rangeEndpoints,
  listStandards: endpoint({
    method: 'GET',
    path: '/standards',
    permit: 'standard.read',
    rows: 'own',
    summary: ['标准器', 'Standards of the bench'],
    query: z.object({ ...listQuery, ...Filter }),
    reply: pageOf(Standard),
  }),
  downloadStandards: endpoint({
    method: 'GET',
    path: '/standards/workbook',
    permit: 'standard.read',
    rows: 'own',
    summary: ['标准器台账（Excel）', 'The register of standards as a workbook'],
    query: z.object({ q: listQuery.q, ...Filter }),
    reply: 'file',
  }),
  readStandard: endpoint({
    method: 'GET',
    path: '/standards/:id',
    permit: 'standard.read',
    rows: 'own',
    summary: ['一台标准器、其证书与经过', 'One standard, its certificates and its history'],
    params,
    reply: Details,
  }),
  registerStandard: endpoint({
    method: 'POST',
    path: '/standards',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['登记标准器及其有效证书', 'Register a standard with its certificate'],
    body: z.object({ ...Description, since: Day, ...CertificateFields }),
    reply: Standard,
    problems: [standardProblems.notAnInstitute, standardProblems.numberTaken, standardProblems.certificateWrong, rangeProblems.rangeWrong],
  }),
  changeStandard: endpoint({
    method: 'POST',
    path: '/standards/:id/changes',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['更正标准器的登记', 'Correct the description of a standard'],
    params,
    body: z.object({ ...Description, version: z.number().int().min(1).max(2_147_483_647), reason }),
    reply: Standard,
    problems: [standardProblems.numberTaken, standardProblems.wrongState, rangeProblems.rangeWrong],
  }),
  renewStandard: endpoint({
    method: 'POST',
    path: '/standards/:id/certificates',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['登记新的检定或校准证书', 'Record a new certificate of calibration or verification'],
    params,
    body: z.object(CertificateFields),
    reply: Standard,
    problems: [standardProblems.certificateTaken, standardProblems.certificateWrong, standardProblems.wrongState],
  }),
  suspendStandard: endpoint({
    method: 'POST',
    path: '/standards/:id/suspension',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['暂停使用并说明理由', 'Suspend a standard with the reason'],
    params,
    body: z.object({ since: Day, reason }),
    reply: Standard,
    problems: [standardProblems.wrongState],
  }),
  resumeStandard: endpoint({
    method: 'POST',
    path: '/standards/:id/resumption',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['恢复使用并说明理由', 'Put a standard back into service with the reason'],
    params,
    body: z.object({ since: Day, reason }),
    reply: Standard,
    problems: [standardProblems.wrongState],
  }),
  retireStandard: endpoint({
    method: 'POST',
    path: '/standards/:id/retirement',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['停用并说明理由', 'Retire a standard with the reason'],
    params,
    body: z.object({ since: Day, reason }),
    reply: Standard,
    problems: [standardProblems.wrongState],
  }),
};
