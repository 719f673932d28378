import type { Text } from '../../../kernel/text.ts';

export const briefingLevels = {
  city: ['市级', 'City'],
  county: ['县级', 'County'],
} as const satisfies Record<string, Text>;
export type BriefingLevel = keyof typeof briefingLevels;
export const briefingLevelNames = Object.keys(briefingLevels) as [BriefingLevel, ...BriefingLevel[]];

export const evaluationStates = {
  drafted: ['起草中', 'Being drafted'],
  submitted: ['已提交', 'Submitted'],
  reviewed: ['已审核', 'Reviewed'],
  adopted: ['已通过', 'Adopted'],
} as const satisfies Record<string, Text>;
export type EvaluationState = keyof typeof evaluationStates;
export const evaluationStateNames = Object.keys(evaluationStates) as [EvaluationState, ...EvaluationState[]];

/** What a closing evaluation says of a task. Of an indicator it says nothing of the kind: its state is computed. */
export const taskResults = {
  achieved: ['完成', 'Achieved'],
  partly: ['部分完成', 'Partly achieved'],
  'not-achieved': ['未完成', 'Not achieved'],
} as const satisfies Record<string, Text>;
export type TaskResult = keyof typeof taskResults;
export const taskResultNames = Object.keys(taskResults) as [TaskResult, ...TaskResult[]];

export const practiceStates = {
  proposed: ['已推荐', 'Proposed'],
  reviewed: ['已审核', 'Reviewed'],
  recognised: ['已认定', 'Recognised'],
  declined: ['未采纳', 'Declined'],
} as const satisfies Record<string, Text>;
export type PracticeState = keyof typeof practiceStates;
export const practiceStateNames = Object.keys(practiceStates) as [PracticeState, ...PracticeState[]];
