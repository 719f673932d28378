import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId } from '../../register/instrument/contract.ts';
import { VerificationId, verificationProblems } from '../verification/contract.ts';
import { lotEndpoints } from './contract/lot.ts';
import { numberEndpoints } from './contract/number.ts';
import { publicEndpoints } from './contract/public.ts';
import { recomputationEndpoints } from './contract/recomputation.ts';
import { Card, Certificate, CertificateNumber, certificateProblems, LotId, numberOf, Reason, Replacement } from './contract/shapes.ts';
import { viewEndpoints } from './contract/view.ts';
import { certificateStandingNames, documentKindNames } from './rules.ts';

export { certificateProblems } from './contract/shapes.ts';
export type { CertificateCard } from './contract/shapes.ts';

const approval = {
  method: 'POST',
  permit: 'verification.approve',
  rows: 'own',
  params: z.object({ id: VerificationId }),
  reply: Card,
} as const;
const approvalProblems = [
  verificationProblems.gateClosed,
  verificationProblems.ownRecord,
  verificationProblems.checkedByYou,
  verificationProblems.noCertificate,
  verificationProblems.wrongState,
];

export const certificateEndpoints = {
  approveVerification: endpoint({
    ...approval,
    path: '/verifications/:id/approval',
    summary: ['批准并出具检定证书或检定结果通知书', 'Approve a verification and issue its certificate or notice'],
    problems: approvalProblems,
  }),
  approveUnderReservedNumber: endpoint({
    ...approval,
    path: '/verifications/:id/approval-under-number',
    summary: ['批准并以预留的编号出证', 'Approve a verification and issue its document under a number that was reserved'],
    body: z.object({ number: CertificateNumber }),
    problems: [...approvalProblems, certificateProblems.notReserved],
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
      status: z.enum(certificateStandingNames).optional(),
      from: Day.optional(),
      to: Day.optional(),
      institute: OrganizationId.optional(),
      instrument: InstrumentId.optional(),
      lot: LotId.optional(),
    }),
    reply: pageOf(Card),
  }),
  readCertificate: endpoint({
    method: 'GET',
    path: '/certificates/:number',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一份证书或通知书', 'One certificate or notice'],
    params: numberOf,
    reply: Certificate.extend({ timeline: z.array(TimelineEvent) }),
  }),
  revokeCertificate: endpoint({
    method: 'POST',
    path: '/certificates/:number/revocation',
    permit: 'certificate.revoke',
    rows: 'own',
    summary: ['作废并说明理由，编号不再使用', 'Revoke with a reason; the number is never used again'],
    params: numberOf,
    body: z.object({ reason: Reason }),
    reply: Certificate,
    problems: [certificateProblems.ended],
  }),
  replaceCertificate: endpoint({
    method: 'POST',
    path: '/certificates/:number/replacement',
    permit: 'certificate.replace',
    rows: 'own',
    summary: ['换发：以新证书代替，说明理由', 'Reissue: a document of a number of its own takes its place, with the reason'],
    params: numberOf,
    body: Replacement,
    reply: Certificate,
    problems: [certificateProblems.ended, certificateProblems.nothingChanged, certificateProblems.notSealed],
  }),
  ...viewEndpoints,
  ...numberEndpoints,
  ...lotEndpoints,
  ...recomputationEndpoints,
  ...publicEndpoints,
};
