import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { stopCauseNames } from '../rules/period.ts';
import { requestProblems } from './problems.ts';
import { largestBatch, reason, Request, RequestId, RequestItemId } from './shapes.ts';

const params = z.object({ id: RequestId });
const items = z
  .array(RequestItemId)
  .min(1)
  .max(largestBatch)
  .nullable()
  .default(null)
  .meta({ description: 'these instruments of the request; null: all that are concerned' });

export const decisionEndpoints = {
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
  acceptRequests: endpoint({
    method: 'POST',
    path: '/request-acceptances',
    permit: 'request.decide',
    rows: 'own',
    summary: ['成批受理所选申请', 'Accept a selection of requests'],
    body: z.object({ requests: z.array(RequestId).min(1).max(200) }),
    reply: z.object({
      outcomes: z.array(
        z.object({ id: RequestId, problem: z.object({ code: z.string(), title: z.string(), next: z.string() }).nullable() }),
      ),
    }),
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
  withdrawRequest: endpoint({
    method: 'POST',
    path: '/requests/:id/withdrawal',
    permit: 'request.submit',
    rows: 'own',
    summary: ['撤回申请或其中的器具', 'Withdraw a request or some of its instruments'],
    params,
    body: z.object({ items, reason: reason.nullable().default(null).meta({ description: 'needed after the acceptance' }) }),
    reply: Request,
    problems: [requestProblems.decided, requestProblems.withdrawnTooLate, requestProblems.reasonMissing],
  }),
  stopPeriod: endpoint({
    method: 'POST',
    path: '/requests/:id/stops',
    permit: 'request.decide',
    rows: 'own',
    summary: ['中止计时并说明原因', 'Stop the clock with its reason'],
    params,
    body: z.object({ items, cause: z.enum(stopCauseNames), note: reason }),
    reply: Request,
    problems: [requestProblems.notInHand, requestProblems.stoppedAlready],
  }),
  resumePeriod: endpoint({
    method: 'POST',
    path: '/requests/:id/resumptions',
    permit: 'request.decide',
    rows: 'own',
    summary: ['恢复计时', 'Let the clock go on'],
    params,
    body: z.object({ items }),
    reply: Request,
    problems: [requestProblems.notStopped],
  }),
};
