import type { Caller } from '../../../kernel/caller.ts';
import type { Text } from '../../../kernel/text.ts';
import type { EntryKind } from './kinds.ts';
import { kindOf } from './kinds.ts';

export const statuses = {
  submitted: ['已提交', 'Submitted'],
  reviewed: ['已审核', 'Reviewed'],
  returned: ['退回补正', 'Returned for completion'],
  accepted: ['已采信', 'Accepted'],
  rejected: ['不予采信', 'Rejected'],
  withdrawn: ['已撤销', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type Status = keyof typeof statuses;
export const statusNames = Object.keys(statuses) as [Status, ...Status[]];

/** What a person sees: a lapse is a date that has passed, never a stored change. */
export const shownStatuses = { ...statuses, lapsed: ['已失效', 'Lapsed'] } as const satisfies Record<string, Text>;
export type ShownStatus = keyof typeof shownStatuses;
export const shownStatusNames = Object.keys(shownStatuses) as [ShownStatus, ...ShownStatus[]];

export const actions = {
  review: ['审核通过', 'Review'],
  return: ['退回补正', 'Return for completion'],
  reject: ['不予采信', 'Reject'],
  resubmit: ['补正后重新提交', 'Submit again'],
  accept: ['采信', 'Accept'],
  withdraw: ['撤销', 'Withdraw'],
  recordPhase: ['申报阶段', 'Record a phase'],
  proposeCorrection: ['提出更正', 'Propose a correction'],
  decideCorrection: ['审定更正或阶段', 'Decide a proposal'],
} as const satisfies Record<string, Text>;
export type Action = keyof typeof actions;
export const actionNames = Object.keys(actions) as [Action, ...Action[]];

/** Corrections and phases leave an accepted entry accepted. */
export const lifeCycle = {
  submitted: { review: 'reviewed', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  reviewed: { accept: 'accepted', return: 'returned', reject: 'rejected' },
  returned: { resubmit: 'submitted', withdraw: 'withdrawn' },
  accepted: { withdraw: 'withdrawn', recordPhase: 'accepted', proposeCorrection: 'accepted', decideCorrection: 'accepted' },
  rejected: {},
  withdrawn: {},
} as const satisfies Record<Status, Partial<Record<Action, Status>>>;

export const statusAfter = (status: Status, action: Action): Status | undefined =>
  (lifeCycle[status] as Partial<Record<Action, Status>>)[action];

/** What the rules must know of an entry to say who may do what with it. */
export type Standing = {
  readonly kind: EntryKind;
  readonly status: Status;
  readonly organizationId: string;
  readonly submittedBy: string;
  readonly reviewedBy: string | null;
  /** waits for the one review of its opening stock list */
  readonly stockPending: boolean;
  /** who proposed the correction or phase that waits for a decision */
  readonly proposedBy: string | null;
};

export const shownStatus = (status: Status, countsTo: string | null, today: string): ShownStatus =>
  status === 'accepted' && countsTo !== null && countsTo <= today ? 'lapsed' : status;

export const maySubmit = (kind: EntryKind, caller: Pick<Caller, 'roles' | 'permits'>): boolean =>
  caller.permits.has('entry.submit') && kindOf(kind).submitters.some((role) => caller.roles.includes(role));

const isOwner = (entry: Standing, caller: Caller): boolean =>
  maySubmit(entry.kind, caller) && (entry.organizationId === caller.organizationId || entry.submittedBy === caller.personId);

/** Three persons: who submitted does not review, and neither of them accepts. */
function mayAct(entry: Standing, action: Action, caller: Caller): boolean {
  const { permits, personId } = caller;
  switch (action) {
    case 'review':
      return permits.has('entry.review') && personId !== entry.submittedBy;
    case 'accept':
      return permits.has('entry.accept') && personId !== entry.submittedBy && personId !== entry.reviewedBy;
    case 'return':
    case 'reject':
      return entry.status === 'reviewed'
        ? permits.has('entry.accept') && personId !== entry.submittedBy && personId !== entry.reviewedBy
        : permits.has('entry.review') && personId !== entry.submittedBy;
    case 'resubmit':
      return isOwner(entry, caller);
    case 'withdraw':
      if (entry.status !== 'accepted') return isOwner(entry, caller);
      return permits.has('entry.accept') || (entry.kind === 'commitment' && isOwner(entry, caller));
    case 'recordPhase':
      return kindOf(entry.kind).phased && entry.proposedBy === null && maySubmit(entry.kind, caller);
    case 'proposeCorrection':
      return entry.proposedBy === null && maySubmit(entry.kind, caller);
    case 'decideCorrection':
      return entry.proposedBy !== null && permits.has('entry.accept') && personId !== entry.proposedBy;
  }
}

export type Refusal = 'state' | 'person';

/** Why a caller inside the scope may not do this now, or undefined. */
export function refusalOf(entry: Standing, action: Action, caller: Caller): Refusal | undefined {
  if (entry.stockPending || statusAfter(entry.status, action) === undefined) return 'state';
  if (action === 'decideCorrection' && entry.proposedBy === null) return 'state';
  if ((action === 'recordPhase' || action === 'proposeCorrection') && entry.proposedBy !== null) return 'state';
  if (action === 'recordPhase' && !kindOf(entry.kind).phased) return 'state';
  return mayAct(entry, action, caller) ? undefined : 'person';
}

export const allowedActions = (entry: Standing, caller: Caller): Action[] =>
  actionNames.filter((action) => refusalOf(entry, action, caller) === undefined);
