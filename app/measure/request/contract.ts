import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind } from '../../register/instrument/contract.ts';
import { decisionEndpoints } from './contract/decision.ts';
import { readinessEndpoints } from './contract/readiness.ts';
import { BatchId, Institute, Region, Request, RequestId, RequestItem } from './contract/shapes.ts';
import { submissionEndpoints } from './contract/submission.ts';
import { placeDoneNames, requestOriginNames, requestStatusNames } from './rules.ts';
import { requestStepNames } from './rules/step.ts';

export { RequestId, RequestItemId, type Request, type RequestItem } from './contract/shapes.ts';
export { requestProblems } from './contract/problems.ts';

const yes = z.enum(['true']).optional();
const Filter = {
  status: z.enum(requestStatusNames).optional(),
  region: Region.optional(),
  instrumentKind: InstrumentKind.optional(),
  whereDone: z.enum(placeDoneNames).optional(),
  origin: z.enum(requestOriginNames).optional(),
  step: z.enum(requestStepNames).optional().meta({ description: 'with an instrument that stands at this step' }),
  overdue: yes.meta({ description: 'with an instrument whose period is over' }),
  stopped: yes.meta({ description: 'with an instrument whose clock stands still' }),
  late: yes.meta({ description: 'with an instrument asked for in time and not done in time by the institute' }),
  holder: OrganizationId.optional(),
  instrument: InstrumentId.optional(),
  batch: BatchId.optional(),
};

const params = z.object({ id: RequestId });
const firstItems = 200;

export const requestEndpoints = {
  listRequests: endpoint({
    method: 'GET',
    path: '/requests',
    permit: 'request.read',
    rows: 'own',
    summary: ['强制检定申请', 'Requests for compulsory verification'],
    query: z.object({ ...listQuery, ...Filter }),
    reply: pageOf(Request),
  }),
  downloadRequests: endpoint({
    method: 'GET',
    path: '/requests/workbook',
    permit: 'request.read',
    rows: 'own',
    summary: ['强制检定申请（Excel，全部筛选结果）', 'The filtered requests as a workbook, all of them'],
    query: z.object({ q: listQuery.q, ...Filter }),
    reply: 'file',
  }),
  readRequest: endpoint({
    method: 'GET',
    path: '/requests/:id',
    permit: 'request.read',
    rows: 'own',
    summary: ['一份申请、其器具与经过', 'One request, its instruments and its history'],
    params,
    reply: Request.extend({
      items: z.array(RequestItem).meta({ description: `the first ${firstItems}; all by listRequestItems` }),
      /** How many of its instruments stand at each step. */
      stepCounts: z.partialRecord(z.enum(requestStepNames), z.number().int()),
      allowed: z.array(z.enum(['accept', 'refuse', 'refer', 'withdraw', 'stop', 'resume'])),
      /** To whom a referral would go; null: nobody is designated. */
      nextInstitute: Institute.extend({ region: Region, documentNumber: z.string(), authority: z.string() }).nullable(),
      /** Who passed it on, and why. */
      referrals: z.array(z.object({ from: z.string().nullable(), at: z.string(), reason: z.string().nullable() })),
      timeline: z.array(TimelineEvent),
    }),
  }),
  listRequestItems: endpoint({
    method: 'GET',
    path: '/requests/:id/items',
    permit: 'request.read',
    rows: 'own',
    summary: ['一份申请的器具及各自的进度', 'The instruments of a request and how far each is'],
    params,
    query: z.object({ ...listQuery, step: z.enum(requestStepNames).optional() }),
    reply: pageOf(RequestItem),
  }),
  downloadRequestItems: endpoint({
    method: 'GET',
    path: '/requests/:id/workbook',
    permit: 'request.read',
    rows: 'own',
    summary: ['一份申请的器具（Excel）', 'The instruments of a request as a workbook'],
    params,
    reply: 'file',
  }),
  ...submissionEndpoints,
  ...decisionEndpoints,
  ...readinessEndpoints,
};
