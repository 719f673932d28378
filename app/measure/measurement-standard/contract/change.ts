import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { examinedKindNames } from '../rules.ts';
import { changeEffectNames, changeStateNames, changeTopicNames } from '../rules/change.ts';
import { standingOrderNames } from '../rules/dossier-action.ts';
import { MeasurementStandardDetails } from './dossier.ts';
import { CertificateFields } from './examination.ts';
import { measurementStandardProblems as refusals } from './problems.ts';
import { Change, ChangeId, Files, MeasurementStandardId, reason, short } from './shapes.ts';

const params = z.object({ id: MeasurementStandardId });

export const changeEndpoints = {
  listStandardChanges: endpoint({
    method: 'GET',
    path: '/measurement-standard-changes',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['计量标准的更换与申报', 'Changes of measurement standards'],
    query: z.object({
      ...listQuery,
      state: z.enum(changeStateNames).optional(),
      topic: z.enum(changeTopicNames).optional(),
      measurementStandard: MeasurementStandardId.optional(),
    }),
    reply: pageOf(Change),
  }),
  reportChange: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/changes',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['申报更换', 'Report a change'],
    params,
    body: z.object({
      topic: z.enum(['environment', 'place', 'keeper']),
      effect: z.enum(changeEffectNames),
      day: Day,
      description: reason,
      files: Files.default([]),
    }),
    reply: MeasurementStandardDetails,
    problems: [refusals.wrongState, refusals.partWrong],
  }),
  declareStanding: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/declarations',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['申报封存、恢复使用或撤销', 'Declare a suspension, resumption or withdrawal'],
    params,
    body: z.object({
      order: z.enum(standingOrderNames),
      since: Day,
      reason,
      successor: MeasurementStandardId.nullable().default(null),
      files: Files.default([]),
    }),
    reply: MeasurementStandardDetails,
    problems: [refusals.wrongState, refusals.partWrong, refusals.partTaken, refusals.noSuccessor],
  }),
  decideChange: endpoint({
    method: 'POST',
    path: '/measurement-standard-changes/:id/decision',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['审核批准更换或申报', 'Decide on a change or a declaration'],
    params: z.object({ id: ChangeId }),
    body: z.object({ approve: z.boolean(), documentNumber: short.nullable().default(null), reason }),
    reply: Change,
    problems: [refusals.wrongState, refusals.sameOrganization, refusals.higherAuthority, refusals.noSuccessor],
  }),
  orderStanding: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/orders',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['责令封存、撤销或准予恢复', 'Order a suspension, a withdrawal or a resumption'],
    params,
    body: z.object({ order: z.enum(standingOrderNames), since: Day, documentNumber: short, reason }),
    reply: MeasurementStandardDetails,
    problems: [refusals.wrongState, refusals.partWrong, refusals.sameOrganization],
  }),
  recordCertificate: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/certificates',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: [
      '登记考核证书或社会公用计量标准证书',
      'Record an examination certificate or a certificate of the public measurement standard',
    ],
    params,
    body: z.object({
      kind: z.enum(examinedKindNames),
      ...CertificateFields,
      replaces: z.boolean().default(false),
      files: Files.default([]),
      reason,
    }),
    reply: MeasurementStandardDetails,
    problems: [refusals.wrongState, refusals.partWrong, refusals.numberTaken, refusals.overlap, refusals.sameOrganization],
  }),
  correctCertificate: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/certificate-corrections',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['更正证书的登记', 'Correct what is recorded of a certificate'],
    params,
    body: z.object({ certificate: z.uuid(), ...CertificateFields, reason }),
    reply: MeasurementStandardDetails,
    problems: [refusals.wrongState, refusals.partWrong, refusals.numberTaken, refusals.overlap, refusals.sameOrganization],
  }),
};
