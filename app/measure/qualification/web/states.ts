import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { qualificationStates, type QualificationState } from '../rules.ts';
import { coverStates, type CoverState } from '../rules/cover.ts';

export const qualificationTags: StateTable<QualificationState> = {
  pending: { text: qualificationStates.pending, tone: 'waiting' },
  'in-force': { text: qualificationStates['in-force'], tone: 'done' },
  lapsed: { text: qualificationStates.lapsed, tone: 'bad' },
  ended: { text: qualificationStates.ended, tone: 'ended' },
};

export const coverTags: StateTable<CoverState> = {
  'two-deep': { text: coverStates['two-deep'], tone: 'done' },
  'single-point': { text: coverStates['single-point'], tone: 'attention' },
  'no-pair': { text: coverStates['no-pair'], tone: 'bad' },
  'no-approver': { text: coverStates['no-approver'], tone: 'bad' },
  'no-checker': { text: coverStates['no-checker'], tone: 'bad' },
  'no-tester': { text: coverStates['no-tester'], tone: 'bad' },
  'no-procedure': { text: coverStates['no-procedure'], tone: 'waiting' },
};
