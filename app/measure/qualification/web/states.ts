import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { qualificationStates, type QualificationState } from '../rules.ts';

export const qualificationTags: StateTable<QualificationState> = {
  pending: { text: qualificationStates.pending, tone: 'waiting' },
  'in-force': { text: qualificationStates['in-force'], tone: 'done' },
  lapsed: { text: qualificationStates.lapsed, tone: 'bad' },
  ended: { text: qualificationStates.ended, tone: 'ended' },
};
