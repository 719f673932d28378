import type { Caller } from '../../../kernel/caller.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Text } from '../../../kernel/text.ts';

/** 未建 → 在建 → 已考核 → 已授权 → 在用 → 暂停 / 失效: the closed list of what a county's capability for an item can be. */
export const cellStates = {
  absent: ['未建', 'Absent'],
  building: ['在建', 'Being built'],
  examined: ['已考核', 'Examined'],
  authorised: ['已授权', 'Authorised'],
  'in-use': ['在用', 'In use'],
  suspended: ['暂停', 'Suspended'],
  lapsed: ['失效', 'Lapsed'],
} as const satisfies Record<string, Text>;

export type CellState = keyof typeof cellStates;
export const cellStateNames = Object.keys(cellStates) as [CellState, ...CellState[]];

export type CellAction = 'begin' | 'abandon' | 'examine' | 'authorise' | 'commission' | 'confirm' | 'suspend' | 'resume' | 'lapse';

// An item such as 单相电能表 is often closed by authorising a company that has the bench already: no building, no examination of the county's own.
export const lifeCycle = {
  absent: { begin: 'building', examine: 'examined', authorise: 'authorised' },
  building: { abandon: 'absent', examine: 'examined', authorise: 'authorised' },
  examined: { authorise: 'authorised', lapse: 'lapsed' },
  authorised: { commission: 'in-use', suspend: 'suspended', lapse: 'lapsed' },
  'in-use': { confirm: 'in-use', suspend: 'suspended', lapse: 'lapsed' },
  suspended: { resume: 'in-use', lapse: 'lapsed' },
  lapsed: { begin: 'building', examine: 'examined', authorise: 'authorised' },
} as const satisfies Record<CellState, Partial<Record<CellAction, CellState>>>;

/** What may happen next; where nothing at all is known, any state may be recorded first and so every action is open from 未建. */
export const nextStates = (state: CellState | null): CellState[] =>
  Object.values(lifeCycle[state ?? 'absent'] as Partial<Record<CellAction, CellState>>);

/** States that only a document proves: the examination, the authorisation and the use, each with the body that holds it. */
export const provenStates: readonly CellState[] = ['examined', 'authorised', 'in-use'];

/** A county reports for itself, the city for every county; an institute only for the county in which it stands. */
export function mayReport(caller: Pick<Caller, 'permits' | 'scope' | 'region'>, region: string): boolean {
  if (!caller.permits.has('capability.report')) return false;
  if (caller.scope.kind === 'city') return true;
  return region.startsWith(regionPrefix(caller.region));
}

export const coverKinds = {
  referral: ['委托', 'Referral'],
  sharing: ['共享', 'Sharing'],
  'mobile-laboratory': ['流动实验室', 'Mobile laboratory'],
} as const satisfies Record<string, Text>;

export type CoverKind = keyof typeof coverKinds;
export const coverKindNames = Object.keys(coverKinds) as [CoverKind, ...CoverKind[]];

export const reportStatuses = {
  reported: ['已上报', 'Reported'],
  accepted: ['已采纳', 'Accepted'],
  rejected: ['已退回', 'Rejected'],
} as const satisfies Record<string, Text>;

export type ReportStatus = keyof typeof reportStatuses;
export const reportStatusNames = Object.keys(reportStatuses) as [ReportStatus, ...ReportStatus[]];
