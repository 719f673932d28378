import { instrumentStates, type InstrumentStatus } from '../../../register/instrument/rules/life-cycle.ts';
import { standings, type Standing } from '../../../register/instrument/rules/standing.ts';
import type { StateTable } from '../../../web/kit/StatusTag.tsx';

export const standingTags: StateTable<Standing> = {
  'never-verified': { text: standings['never-verified'], tone: 'waiting' },
  failed: { text: standings.failed, tone: 'bad' },
  repaired: { text: standings.repaired, tone: 'attention' },
  overdue: { text: standings.overdue, tone: 'attention' },
  'due-7': { text: standings['due-7'], tone: 'done' },
  'due-15': { text: standings['due-15'], tone: 'done' },
  'due-30': { text: standings['due-30'], tone: 'done' },
  'due-90': { text: standings['due-90'], tone: 'done' },
  valid: { text: standings.valid, tone: 'done' },
  'no-end': { text: standings['no-end'], tone: 'done' },
};

export const statusTags: StateTable<InstrumentStatus> = {
  'in-use': { text: instrumentStates['in-use'], tone: 'done' },
  sealed: { text: instrumentStates.sealed, tone: 'ended' },
  'in-repair': { text: instrumentStates['in-repair'], tone: 'waiting' },
  lost: { text: instrumentStates.lost, tone: 'attention' },
  scrapped: { text: instrumentStates.scrapped, tone: 'ended' },
};
