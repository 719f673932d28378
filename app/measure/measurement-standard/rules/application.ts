/** 计量标准考核申请: the institute applies, the authority that presides over the examination decides, never the institute itself. */
import type { Text } from '../../../kernel/text.ts';

export const applicationKinds = {
  first: ['新建考核', 'First examination'],
  're-examination': ['复查', 'Re-examination'],
  change: ['更换后考核', 'Examination after a change'],
} as const satisfies Record<string, Text>;
export type ApplicationKind = keyof typeof applicationKinds;
export const applicationKindNames = Object.keys(applicationKinds) as [ApplicationKind, ...ApplicationKind[]];

export const applicationStates = {
  applied: ['已申请', 'Applied'],
  examining: ['考核中', 'Under examination'],
  returned: ['退回补正', 'Returned'],
  refused: ['未通过', 'Refused'],
  granted: ['已通过', 'Granted'],
  cancelled: ['已撤回', 'Cancelled'],
} as const satisfies Record<string, Text>;
export type ApplicationState = keyof typeof applicationStates;
export const applicationStateNames = Object.keys(applicationStates) as [ApplicationState, ...ApplicationState[]];

export const applicationActions = {
  accept: ['受理考核', 'Accept for examination'],
  return: ['退回补正', 'Return'],
  resubmit: ['补正后再提交', 'Submit again'],
  refuse: ['不予通过', 'Refuse'],
  grant: ['通过并发证', 'Grant and certify'],
  cancel: ['撤回申请', 'Cancel the application'],
} as const satisfies Record<string, Text>;
export type ApplicationAction = keyof typeof applicationActions;
export const applicationActionNames = Object.keys(applicationActions) as [ApplicationAction, ...ApplicationAction[]];

export const applicationLifeCycle = {
  applied: { accept: 'examining', return: 'returned', refuse: 'refused', cancel: 'cancelled' },
  examining: { grant: 'granted', return: 'returned', refuse: 'refused' },
  returned: { resubmit: 'applied', cancel: 'cancelled' },
  refused: {},
  granted: {},
  cancelled: {},
} as const satisfies Record<ApplicationState, Partial<Record<ApplicationAction, ApplicationState>>>;

const ofTheInstitute: readonly ApplicationAction[] = ['resubmit', 'cancel'];

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** What this person may do with an application: the institute cancels and submits again, an authority does the rest. */
export function allowedApplicationActions(
  application: { readonly state: ApplicationState; readonly instituteId: string },
  { organizationId, permits }: Caller,
): ApplicationAction[] {
  const isOwn = application.instituteId === organizationId;
  return (Object.keys(applicationLifeCycle[application.state]) as ApplicationAction[]).filter((action) =>
    ofTheInstitute.includes(action)
      ? isOwn && permits.has('measurement-standard.manage')
      : !isOwn && permits.has('measurement-standard.examine'),
  );
}

/**
 * 计量标准考核办法 (confidence M): the highest public measurement standard of a quantity in a region is examined by the next higher authority,
 * so a county does not examine its own highest one. What is examined above the city is recorded by the city with the name of that authority.
 */
export const needsHigherAuthority = (
  standard: { readonly kind: string; readonly top: boolean | null },
  caller: { readonly scope: { readonly kind: string } },
): boolean => standard.kind === 'public' && standard.top === true && caller.scope.kind !== 'city';
