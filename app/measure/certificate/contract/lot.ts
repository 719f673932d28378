import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { EditionId } from '../../../register/catalogue/contract.ts';
import { RequestId } from '../../request/contract.ts';
import { VerificationId } from '../../verification/contract.ts';
import { Refused, SessionId } from '../../verification/contract/shapes.ts';
import { documentKindNames, lotItemStateNames, lotStateNames } from '../rules.ts';
import { certificateProblems, CertificateNumber, LotId } from './shapes.ts';

const count = z.number().int();
const Lot = z.object({
  id: LotId,
  number: z.string(),
  title: z.string(),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  items: count,
  issued: count,
  refused: count,
  state: z.enum(lotStateNames),
  approver: z.string(),
  approvedAt: Instant,
  finishedAt: Instant.nullable(),
});

const Item = z.object({
  position: count,
  verification: VerificationId,
  recordNumber: z.string().nullable(),
  serial: z.string(),
  state: z.enum(lotItemStateNames),
  document: z.object({ number: CertificateNumber, kind: z.enum(documentKindNames), validUntil: Day.nullable() }).nullable(),
  problem: Refused.nullable(),
});

/** Which checked records a lot takes: those of a request, of a session, of an edition, or all that wait. */
const chosen = {
  request: RequestId.nullable().default(null),
  session: SessionId.nullable().default(null),
  edition: EditionId.nullable().default(null),
};
const asked = { request: RequestId.optional(), session: SessionId.optional(), edition: EditionId.optional() };
const params = z.object({ id: LotId });

export const lotEndpoints = {
  previewLot: endpoint({
    method: 'GET',
    path: '/certificate-lots/preview',
    permit: 'certificate.issueLot',
    rows: 'own',
    summary: ['待批准、可一并出证的记录', 'Checked records that could be approved together'],
    query: z.object(asked),
    reply: z.object({
      count,
      pass: count,
      fail: count,
      groups: z.array(
        z.object({
          edition: EditionId,
          editionNumber: z.string(),
          session: SessionId.nullable(),
          sessionDay: Day.nullable(),
          request: RequestId.nullable(),
          holder: z.string(),
          count,
          fail: count,
        }),
      ),
    }),
  }),
  issueLot: endpoint({
    method: 'POST',
    path: '/certificate-lots',
    permit: 'certificate.issueLot',
    rows: 'own',
    summary: ['一次批准一批记录，逐台出证', 'Approve a lot of records at once; each gets a document of its own'],
    body: z.object({
      ...chosen,
      title: z.string().trim().min(2).max(120),
      /** How many the approver saw: another number now is refused. */
      count: z.number().int().min(1).max(20_000),
    }),
    reply: Lot,
    problems: [certificateProblems.emptyLot],
  }),
  listLots: endpoint({
    method: 'GET',
    path: '/certificate-lots',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['成批出证', 'Lots of certificates'],
    query: z.object({ ...listQuery, state: z.enum(lotStateNames).optional() }),
    reply: pageOf(Lot),
  }),
  readLot: endpoint({
    method: 'GET',
    path: '/certificate-lots/:id',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一批及其进度', 'A lot and how far it is'],
    params,
    reply: Lot,
  }),
  listLotItems: endpoint({
    method: 'GET',
    path: '/certificate-lots/:id/items',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一批中的器具', 'The instruments of a lot'],
    params,
    query: z.object({ ...listQuery, state: z.enum(lotItemStateNames).optional() }),
    reply: pageOf(Item),
  }),
  printLotAnnex: endpoint({
    method: 'GET',
    path: '/certificate-lots/:id/annex',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['成批出证清单', 'The list of a lot as PDF'],
    params,
    reply: 'file',
    problems: [certificateProblems.notReady],
  }),
};
