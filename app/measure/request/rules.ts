/**
 * Requests for compulsory verification 强制检定申请. The competent authority designates which institute serves a region and a
 * kind of instrument; where the designated institute cannot, the request goes to the one designated for the next level.
 */
import type { Text } from '../../kernel/text.ts';

export const requestStates = {
  submitted: ['待受理', 'Submitted'],
  accepted: ['已受理', 'Accepted'],
  refused: ['不予受理', 'Refused'],
  referred: ['已转送，待受理', 'Referred, to be decided'],
  withdrawn: ['已撤回', 'Withdrawn'],
  served: ['已办结', 'Served'],
} as const satisfies Record<string, Text>;
export type RequestStatus = keyof typeof requestStates;
export const requestStatusNames = Object.keys(requestStates) as [RequestStatus, ...RequestStatus[]];

export type RequestAction = 'accept' | 'refuse' | 'refer' | 'withdraw' | 'serve';
/**
 * `serve` is nobody's button: the certificate or notice of the last instrument does it. A withdrawal of all instruments ends the request;
 * of some, the others go on.
 */
export const requestLifeCycle = {
  submitted: { accept: 'accepted', refuse: 'refused', refer: 'referred', withdraw: 'withdrawn' },
  referred: { accept: 'accepted', refuse: 'refused', refer: 'referred', withdraw: 'withdrawn' },
  accepted: { serve: 'served', withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
  served: {},
} as const satisfies Record<RequestStatus, Partial<Record<RequestAction, RequestStatus>>>;

export type RequestDecision = Exclude<RequestAction, 'serve' | 'withdraw'>;
const decisions: readonly RequestDecision[] = ['accept', 'refuse', 'refer'];

/** What this person may decide: the manager of the institute that has the request. */
export function allowedRequestActions(
  request: { readonly status: RequestStatus; readonly instituteId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): RequestDecision[] {
  if (request.instituteId !== caller.organizationId || !caller.permits.has('request.decide')) return [];
  return decisions.filter((action) => action in requestLifeCycle[request.status]);
}

/** Whether this person may withdraw it: a person of the holder who submits requests, as long as something can be withdrawn. */
export const mayWithdraw = (
  request: { readonly status: RequestStatus; readonly holderId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): boolean =>
  request.holderId === caller.organizationId && caller.permits.has('request.submit') && 'withdraw' in requestLifeCycle[request.status];

export const requestOrigins = {
  holder: ['使用单位申请', 'Filed by the holder'],
  'institute-round': ['检定机构集中检定代录', 'Filed by the institute for a round'],
  ecqs: ['由 e-CQS 预约单导入', 'From a reservation of e-CQS'],
} as const satisfies Record<string, Text>;
export type RequestOrigin = keyof typeof requestOrigins;
export const requestOriginNames = Object.keys(requestOrigins) as [RequestOrigin, ...RequestOrigin[]];

export const verificationKinds = {
  initial: ['首次检定', 'Initial verification'],
  subsequent: ['后续检定', 'Subsequent verification'],
} as const satisfies Record<string, Text>;
export type VerificationKind = keyof typeof verificationKinds;
export const verificationKindNames = Object.keys(verificationKinds) as [VerificationKind, ...VerificationKind[]];

export const placesDone = {
  institute: ['送检', 'At the institute'],
  'on-site': ['现场检定', 'On site'],
} as const satisfies Record<string, Text>;
export type PlaceDone = keyof typeof placesDone;
export const placeDoneNames = Object.keys(placesDone) as [PlaceDone, ...PlaceDone[]];
