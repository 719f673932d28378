import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import {
  evaluationStates as evaluationWords,
  practiceStates as practiceWords,
  taskResults as resultWords,
  type EvaluationState,
  type PracticeState,
  type TaskResult,
} from '../rules/states.ts';

export const evaluationStates: StateTable<EvaluationState> = {
  drafted: { text: evaluationWords.drafted, tone: 'waiting' },
  submitted: { text: evaluationWords.submitted, tone: 'doing' },
  reviewed: { text: evaluationWords.reviewed, tone: 'doing' },
  adopted: { text: evaluationWords.adopted, tone: 'done' },
};

export const practiceStates: StateTable<PracticeState> = {
  proposed: { text: practiceWords.proposed, tone: 'waiting' },
  reviewed: { text: practiceWords.reviewed, tone: 'doing' },
  recognised: { text: practiceWords.recognised, tone: 'done' },
  declined: { text: practiceWords.declined, tone: 'ended' },
};

export const taskResults: StateTable<TaskResult> = {
  achieved: { text: resultWords.achieved, tone: 'done' },
  partly: { text: resultWords.partly, tone: 'attention' },
  'not-achieved': { text: resultWords['not-achieved'], tone: 'bad' },
};

export const issueStates: StateTable<'open' | 'settled'> = {
  open: { text: ['未办结', 'Open'], tone: 'attention' },
  settled: { text: ['已办结', 'Settled'], tone: 'done' },
};
