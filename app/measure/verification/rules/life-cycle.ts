/**
 * A verification 检定 from the first reading to the approval. Who tests does not check and does not approve; the approver may be
 * the checker only where the institute's own rule says so (计量检定人员 practice; "three different persons" is not law).
 */
import type { Text } from '../../../kernel/text.ts';

export const verificationStates = {
  drafted: ['录入中', 'Being entered'],
  submitted: ['待核验', 'To be checked'],
  returned: ['已退回', 'Returned'],
  checked: ['待批准', 'To be approved'],
  approved: ['已批准', 'Approved'],
} as const satisfies Record<string, Text>;
export type VerificationStatus = keyof typeof verificationStates;
export const verificationStatusNames = Object.keys(verificationStates) as [VerificationStatus, ...VerificationStatus[]];

export const verificationActions = {
  save: ['保存', 'Save'],
  submit: ['提交核验', 'Submit for checking'],
  check: ['核验通过', 'Checked'],
  return: ['退回', 'Return'],
  approve: ['批准并出具', 'Approve and issue'],
  disapprove: ['不予批准，退回', 'Do not approve, return'],
} as const satisfies Record<string, Text>;
export type VerificationAction = keyof typeof verificationActions;
export const verificationActionNames = Object.keys(verificationActions) as [VerificationAction, ...VerificationAction[]];

export const verificationLifeCycle = {
  drafted: { save: 'drafted', submit: 'submitted' },
  returned: { save: 'returned', submit: 'submitted' },
  submitted: { check: 'checked', return: 'returned' },
  checked: { approve: 'approved', disapprove: 'returned' },
  approved: {},
} as const satisfies Record<VerificationStatus, Partial<Record<VerificationAction, VerificationStatus>>>;

export const isPossible = (status: VerificationStatus, action: VerificationAction): boolean => action in verificationLifeCycle[status];

/** For whom or what a record waits; `me`: the caller may take its next step now. */
export const waitings = {
  me: ['待我办理', 'For me to do'],
  entry: ['待录入', 'To be entered'],
  check: ['待核验', 'To be checked'],
  approval: ['待批准', 'To be approved'],
  'network-check': ['待联网核查', 'Awaiting the network check'],
} as const satisfies Record<string, Text>;
export type Waiting = keyof typeof waitings;
export const waitingNames = Object.keys(waitings) as [Waiting, ...Waiting[]];

export const conclusions = {
  pass: ['合格', 'Passed'],
  fail: ['不合格', 'Failed'],
} as const satisfies Record<string, Text>;
export type Conclusion = keyof typeof conclusions;

type Verification = {
  readonly status: VerificationStatus;
  readonly instituteId: string;
  readonly technicianId: string;
  readonly checkerId: string | null;
};
type Caller = { readonly personId: string; readonly organizationId: string; readonly permits: ReadonlySet<string> };

const permitOf: Record<VerificationAction, string> = {
  save: 'verification.enter',
  submit: 'verification.enter',
  check: 'verification.check',
  return: 'verification.check',
  approve: 'verification.approve',
  disapprove: 'verification.approve',
};

function isSuitable(record: Verification, action: VerificationAction, person: string, approverMayCheck: boolean): boolean {
  if (action === 'save' || action === 'submit') return person === record.technicianId;
  if (person === record.technicianId) return false;
  return action === 'approve' ? approverMayCheck || person !== record.checkerId : true;
}

/** What this person may do with this record now. */
export function allowedVerificationActions(record: Verification, caller: Caller, approverMayCheck: boolean): VerificationAction[] {
  if (record.instituteId !== caller.organizationId) return [];
  return (Object.keys(verificationLifeCycle[record.status]) as VerificationAction[]).filter(
    (action) => caller.permits.has(permitOf[action]) && isSuitable(record, action, caller.personId, approverMayCheck),
  );
}
