import type { StateTable } from '../../web/kit/StatusTag.tsx';
import type { IndicatorState } from './answers.ts';

export const indicatorStates: StateTable<IndicatorState> = {
  'not-published': { text: ['未公布', 'not published'], tone: 'waiting' },
  'not-recorded': { text: ['未接入记录', 'not recorded'], tone: 'waiting' },
  'on-track': { text: ['按进度', 'on track'], tone: 'doing' },
  behind: { text: ['滞后', 'behind'], tone: 'attention' },
  met: { text: ['已达到', 'met'], tone: 'done' },
  'met-late': { text: ['逾期达到', 'met late'], tone: 'attention' },
  missed: { text: ['未达到', 'missed'], tone: 'bad' },
};
