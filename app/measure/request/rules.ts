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
  served: ['已办结', 'Served'],
} as const satisfies Record<string, Text>;
export type RequestStatus = keyof typeof requestStates;
export const requestStatusNames = Object.keys(requestStates) as [RequestStatus, ...RequestStatus[]];

export type RequestAction = 'accept' | 'refuse' | 'refer' | 'serve';
/** `serve` is nobody's button: the certificate or notice of the last instrument does it. */
export const requestLifeCycle = {
  submitted: { accept: 'accepted', refuse: 'refused', refer: 'referred' },
  referred: { accept: 'accepted', refuse: 'refused', refer: 'referred' },
  accepted: { serve: 'served' },
  refused: {},
  served: {},
} as const satisfies Record<RequestStatus, Partial<Record<RequestAction, RequestStatus>>>;

export type RequestDecision = Exclude<RequestAction, 'serve'>;

/** What this person may decide: the manager of the institute that has the request. */
export function allowedRequestActions(
  request: { readonly status: RequestStatus; readonly instituteId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): RequestDecision[] {
  if (request.instituteId !== caller.organizationId || !caller.permits.has('request.decide')) return [];
  return (Object.keys(requestLifeCycle[request.status]) as RequestAction[]).filter(
    (action): action is RequestDecision => action !== 'serve',
  );
}

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
