import type { Text } from '../../../kernel/text.ts';

export const versionStates = {
  waiting: ['待求解', 'Waiting'],
  solving: ['求解中', 'Being solved'],
  solved: ['已求解', 'Solved'],
  infeasible: ['条件冲突', 'Infeasible'],
  failed: ['求解失败', 'Failed'],
} as const satisfies Record<string, Text>;
export type VersionState = keyof typeof versionStates;
export const versionStateNames = Object.keys(versionStates) as [VersionState, ...VersionState[]];

/** @public printed to docs/generated/life-cycles.md */
export const versionLifeCycle = {
  waiting: { begin: 'solving' },
  solving: { solve: 'solved', refute: 'infeasible', fail: 'failed' },
  solved: {},
  infeasible: {},
  failed: {},
} as const satisfies Record<VersionState, Partial<Record<string, VersionState>>>;

export const verdicts = {
  adopted: ['采用', 'Adopted'],
  withdrawn: ['撤回', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type Verdict = keyof typeof verdicts;
export const verdictNames = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** How a choice stands against the matrix on a day. */
export const progressStates = {
  'in-place': ['已配置到位', 'In place'],
  'on-course': ['未到期', 'Not due yet'],
  late: ['逾期未到位', 'Late'],
  open: ['方案不配置', 'Left open'],
} as const satisfies Record<string, Text>;
export type ProgressState = keyof typeof progressStates;
export const progressStateNames = Object.keys(progressStates) as [ProgressState, ...ProgressState[]];
