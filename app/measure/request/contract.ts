import { z } from 'zod';
import { Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../register/instrument/contract.ts';
import { requestProblems } from './contract/problems.ts';
import { readinessEndpoints } from './contract/readiness.ts';
import { placeDoneNames, requestStatusNames, verificationKindNames } from './rules.ts';

export const RequestId = id('request');
export const RequestItemId = id('request item');
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });

const Institute = z.object({ id: OrganizationId, name: z.string() });

const Request = z.object({
  id: RequestId,
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: Institute,
  region: Region,
  instrumentKind: InstrumentKind,
  verificationKind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  status: z.enum(requestStatusNames),
  instrumentCount: z.number().int(),
  servedCount: z.number().int(),
  designation: z.object({ region: Region, documentNumber: z.string(), authority: z.string() }),
  ecqsNumber: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  submittedBy: z.string(),
  submittedAt: Instant,
  demonstration: z.boolean(),
});
export type Request = z.infer<typeof Request>;

const RequestItem = z.object({
  id: RequestItemId,
  outcome: z.enum(['accepted', 'refused', 'referred', 'withdrawn', 'served']).nullable(),
  instrument: z.object({
    id: InstrumentId,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    place: z.string(),
    parameters: Parameters,
  }),
});

const params = z.object({ id: RequestId });
const reason = z.string().trim().min(2).max(300);

export const requestEndpoints = {
  listRequests: endpoint({
    method: 'GET',
    path: '/requests',
    permit: 'request.read',
    rows: 'own',
    summary: ['强制检定申请', 'Requests for compulsory verification'],
    query: z.object({ ...listQuery, status: z.enum(requestStatusNames).optional(), region: Region.optional() }),
    reply: pageOf(Request),
  }),
  readRequest: endpoint({
    method: 'GET',
    path: '/requests/:id',
    permit: 'request.read',
    rows: 'own',
    summary: ['一份申请、其器具与经过', 'One request, its instruments and its history'],
    params,
    reply: Request.extend({
      items: z.array(RequestItem),
      allowed: z.array(z.enum(['accept', 'refuse', 'refer'])),
      /** To whom a referral would go; null: nobody is designated. */
      nextInstitute: Institute.extend({ region: Region }).nullable(),
      timeline: z.array(TimelineEvent),
    }),
  }),
  submitRequest: endpoint({
    method: 'POST',
    path: '/requests',
    permit: 'request.submit',
    rows: 'own',
    summary: ['提交强制检定申请（不收费）', 'Submit a request for compulsory verification, free of charge'],
    body: z.object({
      instruments: z.array(InstrumentId).min(1).max(200),
      verificationKind: z.enum(verificationKindNames),
      whereDone: z.enum(placeDoneNames),
      ecqsNumber: z.string().trim().min(4).max(40).nullable().default(null),
      note: z.string().trim().max(300).nullable().default(null),
    }),
    reply: Request,
    problems: [
      requestProblems.notDesignated,
      requestProblems.mixed,
      requestProblems.openAlready,
      requestProblems.notInUse,
      requestProblems.ecqsNumberTaken,
    ],
  }),
  acceptRequest: endpoint({
    method: 'POST',
    path: '/requests/:id/acceptance',
    permit: 'request.decide',
    rows: 'own',
    summary: ['受理', 'Accept'],
    params,
    reply: Request,
    problems: [requestProblems.decided],
  }),
  refuseRequest: endpoint({
    method: 'POST',
    path: '/requests/:id/refusal',
    permit: 'request.decide',
    rows: 'own',
    summary: ['不予受理并说明理由', 'Refuse with the reason'],
    params,
    body: z.object({ reason }),
    reply: Request,
    problems: [requestProblems.decided],
  }),
  referRequest: endpoint({
    method: 'POST',
    path: '/requests/:id/referral',
    permit: 'request.decide',
    rows: 'own',
    summary: ['转送上一级指定的机构', 'Refer to the institute designated for the next level'],
    params,
    body: z.object({ reason }),
    reply: Request,
    problems: [requestProblems.decided, requestProblems.noNextLevel],
  }),
  ...readinessEndpoints,
};
