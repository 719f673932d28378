/** The case of a failed standard 超差处置: states, decisions and notices, who may do what, and the words of it. */
import type { Text } from '../../../kernel/text.ts';

export const findingStates = {
  recorded: ['已报告', 'Recorded'],
  evaluated: ['已评估', 'Evaluated'],
  closed: ['已结案', 'Closed'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type FindingState = keyof typeof findingStates;
export const findingStateNames = Object.keys(findingStates) as [FindingState, ...FindingState[]];

export const findingActions = {
  correct: ['更正发现', 'Correct the finding'],
  evaluate: ['评估影响', 'Evaluate the impact'],
  decide: ['作出处置决定', 'Decide'],
  draft: ['拟稿通知', 'Draft the notices'],
  close: ['结案', 'Close'],
  withdraw: ['撤回', 'Withdraw'],
} as const satisfies Record<string, Text>;
export type FindingAction = keyof typeof findingActions;
export const findingActionNames = Object.keys(findingActions) as [FindingAction, ...FindingAction[]];

/** A correction leads back to recorded: what was evaluated is then of an earlier version. */
export const findingLifeCycle = {
  recorded: { correct: 'recorded', evaluate: 'evaluated', withdraw: 'withdrawn' },
  evaluated: {
    correct: 'recorded',
    evaluate: 'evaluated',
    decide: 'evaluated',
    draft: 'evaluated',
    close: 'closed',
    withdraw: 'withdrawn',
  },
  closed: {},
  withdrawn: {},
} as const satisfies Record<FindingState, Partial<Record<FindingAction, FindingState>>>;

export const decisions = {
  'no-action': ['不需处置', 'No action'],
  notify: ['告知', 'Notify'],
  reverify: ['复检', 'Verify again'],
  revoke: ['建议作废', 'Revoke'],
} as const satisfies Record<string, Text>;
export type Decision = keyof typeof decisions;
export const decisionNames = Object.keys(decisions) as [Decision, ...Decision[]];

export const noticeKinds = {
  disposal: ['追溯处置通知', 'Failed-standard notice'],
  reverification: ['复检通知', 'Re-verification notice'],
} as const satisfies Record<string, Text>;
export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

export const noticeStates = {
  drafted: ['拟稿', 'Drafted'],
  issued: ['已签发', 'Issued'],
  dropped: ['不发', 'Not sent'],
} as const satisfies Record<string, Text>;
export type NoticeState = keyof typeof noticeStates;
export const noticeStateNames = Object.keys(noticeStates) as [NoticeState, ...NoticeState[]];
export const noticeLifeCycle = { drafted: { issue: 'issued', drop: 'dropped' }, issued: {}, dropped: {} } as const;

export const evidences = {
  calibration: ['校准或检定', 'Calibration or verification'],
  'intermediate-check': ['期间核查', 'Intermediate check'],
} as const satisfies Record<string, Text>;
export type Evidence = keyof typeof evidences;
export const evidenceNames = Object.keys(evidences) as [Evidence, ...Evidence[]];

export const evaluationStates = { running: ['计算中', 'Running'], done: ['已完成', 'Done'] } as const satisfies Record<string, Text>;
export type EvaluationState = keyof typeof evaluationStates;
export const evaluationStateNames = Object.keys(evaluationStates) as [EvaluationState, ...EvaluationState[]];

type Caller = { readonly personId: string; readonly organizationId: string; readonly permits: ReadonlySet<string> };

/**
 * What this person may do. The institute that has the standard records, evaluates and drafts; who decides is another person than who reported
 * the finding, of the institute or of the authority above it.
 */
export function allowedFindingActions(
  finding: {
    readonly state: FindingState;
    readonly instituteId: string;
    readonly finders: readonly string[];
    readonly running: boolean;
    readonly current: boolean;
  },
  caller: Caller,
): FindingAction[] {
  const own = finding.instituteId === caller.organizationId;
  const may = (action: FindingAction): boolean => {
    if (action === 'decide')
      return caller.permits.has('traceability.decide') && !finding.finders.includes(caller.personId) && finding.current;
    if (action === 'close')
      return caller.permits.has('traceability.decide') && !finding.finders.includes(caller.personId) && !finding.running;
    if (!own || !caller.permits.has('traceability.record')) return false;
    if (action === 'draft') return finding.current;
    return !(finding.running && (action === 'evaluate' || action === 'correct'));
  };
  return (Object.keys(findingLifeCycle[finding.state]) as FindingAction[]).filter(may);
}

export const findingNumber = (year: number, sequence: number): string => `超差〔${year}〕${sequence}号`;
