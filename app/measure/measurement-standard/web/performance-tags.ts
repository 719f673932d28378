import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { dueStates, performanceVerdicts, type DueState, type PerformanceVerdict } from '../rules/performance.ts';

export const verdictTags: StateTable<PerformanceVerdict> = {
  pass: { text: performanceVerdicts.pass, tone: 'done' },
  fail: { text: performanceVerdicts.fail, tone: 'bad' },
  unjudged: { text: performanceVerdicts.unjudged, tone: 'waiting' },
};

export const dueTags: StateTable<DueState | 'open-finding'> = {
  'never-recorded': { text: dueStates['never-recorded'], tone: 'waiting' },
  current: { text: dueStates.current, tone: 'done' },
  'due-soon': { text: dueStates['due-soon'], tone: 'attention' },
  overdue: { text: dueStates.overdue, tone: 'bad' },
  'not-periodic': { text: dueStates['not-periodic'], tone: 'ended' },
  'open-finding': { text: ['待处置', 'To be settled'], tone: 'bad' },
};
