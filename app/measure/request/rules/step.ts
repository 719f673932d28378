/** What has happened with one requested instrument, from the submission to the collection of its document. */
import type { Text } from '../../../kernel/text.ts';

export const requestSteps = {
  submitted: ['待受理', 'Submitted'],
  referred: ['已转送', 'Referred'],
  refused: ['不予受理', 'Refused'],
  withdrawn: ['已撤回', 'Withdrawn'],
  accepted: ['已受理', 'Accepted'],
  scheduled: ['已排期', 'Scheduled'],
  received: ['已收样', 'Received'],
  visited: ['已到现场', 'Visited on site'],
  tested: ['已检定', 'Tested'],
  returned: ['退回修改', 'Returned for revision'],
  checked: ['已核验', 'Checked'],
  approved: ['已批准', 'Approved'],
  issued: ['已出证', 'Issued'],
  fetched: ['已领取', 'Fetched'],
} as const satisfies Record<string, Text>;
export type RequestStep = keyof typeof requestSteps;
export const requestStepNames = Object.keys(requestSteps) as [RequestStep, ...RequestStep[]];

/**
 * What may follow what. An institute that does not schedule, or receives no samples, leaves those steps out; a visit may take several
 * days and end with the instrument being taken along; a record that is given back is tested again.
 */
export const requestStepLifeCycle = {
  submitted: { accept: 'accepted', refuse: 'refused', refer: 'referred', withdraw: 'withdrawn' },
  referred: { accept: 'accepted', refuse: 'refused', refer: 'referred', withdraw: 'withdrawn' },
  accepted: { schedule: 'scheduled', receive: 'received', visit: 'visited', test: 'tested', withdraw: 'withdrawn' },
  scheduled: { unschedule: 'accepted', receive: 'received', visit: 'visited', test: 'tested', withdraw: 'withdrawn' },
  received: { schedule: 'scheduled', giveBack: 'accepted', test: 'tested' },
  visited: { schedule: 'scheduled', receive: 'received', test: 'tested' },
  tested: { return: 'returned', check: 'checked' },
  returned: { schedule: 'scheduled', receive: 'received', visit: 'visited', test: 'tested' },
  checked: { return: 'returned', approve: 'approved' },
  approved: { issue: 'issued' },
  issued: { fetch: 'fetched' },
  refused: {},
  withdrawn: {},
  fetched: {},
} as const satisfies Record<RequestStep, Readonly<Record<string, RequestStep>>>;

/** @example mayFollow('accepted', 'tested') // true; mayFollow('submitted', 'tested') // false */
export const mayFollow = (from: RequestStep, to: RequestStep): boolean =>
  (Object.values(requestStepLifeCycle[from]) as RequestStep[]).includes(to);

/** The steps as things to do, for a line on which some are still to come. */
export const stepNouns: Readonly<Record<RequestStep, Text>> = {
  submitted: ['提交', 'Submission'],
  referred: ['转送', 'Referral'],
  refused: ['不予受理', 'Refusal'],
  withdrawn: ['撤回', 'Withdrawal'],
  accepted: ['受理', 'Acceptance'],
  scheduled: ['排期', 'Scheduling'],
  received: ['收样', 'Receipt'],
  visited: ['到现场', 'Visit'],
  tested: ['检定', 'Test'],
  returned: ['退回修改', 'Revision'],
  checked: ['核验', 'Check'],
  approved: ['批准', 'Approval'],
  issued: ['出证', 'Document'],
  fetched: ['领取', 'Collection'],
};

/** The steps of the line that a holder sees, in order; those that an institute leaves out are shown only when they happened. */
export const requestLine: readonly RequestStep[] = [
  'submitted',
  'accepted',
  'scheduled',
  'received',
  'visited',
  'tested',
  'checked',
  'approved',
  'issued',
  'fetched',
];
const leftOutAtTimes: ReadonlySet<RequestStep> = new Set(['scheduled', 'received', 'visited', 'fetched']);

export type LineState = 'done' | 'now' | 'to-come' | 'ended';

/**
 * How far one instrument is: each step of the line with its state. A step that did not happen and lies behind is left out; a refusal,
 * a referral or a withdrawal ends the line where it happened.
 */
export function lineOf(
  current: RequestStep,
  happened: readonly RequestStep[],
  whereDone: 'institute' | 'on-site',
): { readonly step: RequestStep; readonly state: LineState }[] {
  const past = new Set<RequestStep>(happened);
  if (current === 'refused' || current === 'withdrawn' || current === 'referred') {
    const before = requestLine.filter((step) => past.has(step)).map((step) => ({ step, state: 'done' as const }));
    return [...before, { step: current, state: current === 'referred' ? 'now' : 'ended' }];
  }
  // A record that was given back stands before the test again.
  const at = current === 'returned' ? 'tested' : current;
  const reached = requestLine.indexOf(at);
  const line = requestLine.flatMap((step, index): { step: RequestStep; state: LineState }[] => {
    if (step === at) return [{ step: current, state: 'now' }];
    if (index < reached) return past.has(step) || !leftOutAtTimes.has(step) ? [{ step, state: 'done' }] : [];
    if (step === 'visited' && whereDone === 'institute') return [];
    if (step === 'received' && whereDone === 'on-site') return [];
    return [{ step, state: 'to-come' }];
  });
  return line;
}

/** Steps at which a holder may still withdraw: nothing has been received, visited or tested. */
export const withdrawable: readonly RequestStep[] = requestStepNames.filter((step) => 'withdraw' in requestStepLifeCycle[step]);
/** Steps at which the institute has accepted the instrument and its document is not issued yet. */
export const inHand: readonly RequestStep[] = ['accepted', 'scheduled', 'received', 'visited', 'tested', 'returned', 'checked', 'approved'];

/** Whether all that is still open of a request could be withdrawn. @example mayWithdrawAll(['accepted', 'issued']) // true */
export const mayWithdrawAll = (steps: readonly RequestStep[]): boolean =>
  steps.some((step) => withdrawable.includes(step)) && steps.every((step) => withdrawable.includes(step) || !inHand.includes(step));
