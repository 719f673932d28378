import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { handoverStates, instrumentStates, standings, type HandoverStatus, type InstrumentStatus, type Standing } from '../rules.ts';

export const statusTable: StateTable<InstrumentStatus> = {
  'in-use': { text: instrumentStates['in-use'], tone: 'done' },
  sealed: { text: instrumentStates.sealed, tone: 'ended' },
  'in-repair': { text: instrumentStates['in-repair'], tone: 'waiting' },
  lost: { text: instrumentStates.lost, tone: 'attention' },
  scrapped: { text: instrumentStates.scrapped, tone: 'ended' },
};

export const standingTable: StateTable<Standing> = {
  'never-verified': { text: standings['never-verified'], tone: 'attention' },
  failed: { text: standings.failed, tone: 'bad' },
  repaired: { text: standings.repaired, tone: 'attention' },
  overdue: { text: standings.overdue, tone: 'bad' },
  'due-7': { text: standings['due-7'], tone: 'attention' },
  'due-15': { text: standings['due-15'], tone: 'attention' },
  'due-30': { text: standings['due-30'], tone: 'attention' },
  'due-90': { text: standings['due-90'], tone: 'doing' },
  valid: { text: standings.valid, tone: 'done' },
  'no-end': { text: standings['no-end'], tone: 'done' },
};

export const handoverTable: StateTable<HandoverStatus> = {
  offered: { text: handoverStates.offered, tone: 'waiting' },
  accepted: { text: handoverStates.accepted, tone: 'done' },
  declined: { text: handoverStates.declined, tone: 'ended' },
  withdrawn: { text: handoverStates.withdrawn, tone: 'ended' },
};
