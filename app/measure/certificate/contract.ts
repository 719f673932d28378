import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems, platformProblems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind } from '../../register/instrument/contract.ts';
import { VerificationId, verificationProblems } from '../verification/contract.ts';
import { certificateStatusNames, documentKindNames } from './rules.ts';

export const CertificateId = id('certificate');
export const CertificateNumber = z
  .string()
  .regex(/^[0-9A-Z]{12,30}$/)
  .meta({ description: 'number of a certificate or notice, URL-safe ASCII' });

export const certificateProblems = problems('certificate', {
  ended: {
    kind: 'conflict',
    text: ['该证书已作废或已被代替', 'The document is revoked or superseded already'],
    next: ['编号不再使用；请查看其经过', 'Its number is not used again; see its history'],
  },
});

const Card = z.object({
  id: CertificateId,
  number: CertificateNumber,
  kind: z.enum(documentKindNames),
  status: z.enum(certificateStatusNames),
  instrument: z.object({
    id: InstrumentId,
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    place: z.string(),
  }),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  verification: VerificationId,
  testedOn: Day,
  issuedOn: Day,
  validUntil: Day.nullable(),
  demonstration: z.boolean(),
});
export type CertificateCard = z.infer<typeof Card>;

const Certificate = Card.extend({
  checkCode: z.string(),
  /** The whole record in canonical JSON, as it was when issued; `digest` is its SHA-256. */
  record: z.string(),
  digest: z.string(),
  revocation: z.object({ reason: z.string(), at: Instant }).nullable(),
  mayRevoke: z.boolean(),
});

const number = z.object({ number: CertificateNumber });

const PublicCertificate = z.object({
  exists: z.literal(true),
  number: z.string(),
  document: z.enum(documentKindNames),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  verdict: z.enum(['pass', 'fail']),
  dates: z.object({ testedOn: Day, issuedOn: Day, validUntil: Day.nullable() }),
  institute: z.string(),
  status: z.enum(certificateStatusNames),
  logIndex: z.number().int().nullable(),
  demonstration: z.boolean(),
});

export const certificateEndpoints = {
  approveVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/approval',
    permit: 'verification.approve',
    rows: 'own',
    summary: ['批准并出具检定证书或检定结果通知书', 'Approve a verification and issue its certificate or notice'],
    params: z.object({ id: VerificationId }),
    reply: Card,
    problems: [
      verificationProblems.gateClosed,
      verificationProblems.ownRecord,
      verificationProblems.checkedByYou,
      verificationProblems.noCertificate,
      verificationProblems.wrongState,
    ],
  }),
  listCertificates: endpoint({
    method: 'GET',
    path: '/certificates',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['检定证书与检定结果通知书', 'Certificates and notices'],
    query: z.object({
      ...listQuery,
      kind: z.enum(documentKindNames).optional(),
      status: z.enum(certificateStatusNames).optional(),
      from: Day.optional(),
      to: Day.optional(),
      institute: OrganizationId.optional(),
      instrument: InstrumentId.optional(),
    }),
    reply: pageOf(Card),
  }),
  readCertificate: endpoint({
    method: 'GET',
    path: '/certificates/:number',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一份证书或通知书', 'One certificate or notice'],
    params: number,
    reply: Certificate.extend({ timeline: z.array(TimelineEvent) }),
  }),
  revokeCertificate: endpoint({
    method: 'POST',
    path: '/certificates/:number/revocation',
    permit: 'certificate.revoke',
    rows: 'own',
    summary: ['作废并说明理由，编号不再使用', 'Revoke with a reason; the number is never used again'],
    params: number,
    body: z.object({ reason: z.string().trim().min(4).max(300) }),
    reply: Certificate,
    problems: [certificateProblems.ended],
  }),
  lookUpCertificate: endpoint({
    method: 'GET',
    path: '/public/certificates/:number',
    permit: 'public',
    rows: 'shared',
    summary: [
      '公众查询证书：校验码或出厂编号相符时返回内容',
      'Anybody looks a certificate up; its check code or the serial number opens it',
    ],
    params: z.object({ number: z.string().max(40) }),
    query: z.object({ check: z.string().max(80).optional() }),
    reply: z.union([PublicCertificate, z.object({ exists: z.literal(true), number: z.string() })]),
    problems: [platformProblems.notFound, platformProblems.limited],
    perMinute: 60,
  }),
};
