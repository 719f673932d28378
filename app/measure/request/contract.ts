import { z } from 'zod';
import { Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../register/instrument/contract.ts';
import { readinessEndpoints } from './contract/readiness.ts';
import { placeDoneNames, requestStatusNames, verificationKindNames } from './rules.ts';

export const RequestId = id('request');
export const RequestItemId = id('request item');
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });

export const requestProblems = problems('request', {
  notDesignated: {
    kind: 'conflict',
    text: ['该区划的此类器具尚未指定检定机构', 'No institute is designated for this kind of instrument in this region'],
    next: ['请联系当地计量主管部门以文件指定', 'The competent authority of the region has to designate one by a document'],
  },
  noNextLevel: {
    kind: 'conflict',
    text: [
      '上一级没有为此类器具指定其他检定机构，无法转送',
      'The next level has designated no other institute; there is nobody to refer to',
    ],
    next: [
      '请由上级主管部门先行指定，或不予受理并说明理由',
      'Let the authority of the next level designate one, or refuse with the reason',
    ],
  },
  mixed: {
    kind: 'invalid',
    text: ['一份申请只能包含同一区划、同一种类的器具', 'One request holds instruments of one kind in one region'],
    next: ['请分开申请', 'Submit separate requests'],
  },
  openAlready: {
    kind: 'conflict',
    text: ['有器具已在未办结的申请中', 'An instrument stands in a request that is still open'],
    next: ['请查看原申请的进度', 'See how far that request is'],
  },
  notInUse: {
    kind: 'conflict',
    text: ['有器具已报废', 'An instrument is scrapped'],
    next: ['请去掉已报废的器具', 'Leave the scrapped one out'],
  },
  ecqsNumberTaken: {
    kind: 'conflict',
    text: ['该 e-CQS 预约单号已使用', 'This e-CQS reservation number is taken'],
    next: ['请核对预约单号，勿重复申请', 'Check the number; nobody applies twice'],
  },
  decided: {
    kind: 'conflict',
    text: ['该申请已办理', 'The request is decided already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});

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
  outcome: z.enum(['accepted', 'refused', 'referred', 'served']).nullable(),
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
