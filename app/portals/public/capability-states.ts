import { cellStates, type CellState } from '../../measure/capability/rules/life-cycle.ts';
import type { StateTable } from '../../web/kit/StatusTag.tsx';

export const capabilityStates: StateTable<CellState> = {
  absent: { text: cellStates.absent, tone: 'waiting' },
  building: { text: cellStates.building, tone: 'doing' },
  examined: { text: cellStates.examined, tone: 'doing' },
  authorised: { text: cellStates.authorised, tone: 'doing' },
  'in-use': { text: cellStates['in-use'], tone: 'done' },
  suspended: { text: cellStates.suspended, tone: 'attention' },
  lapsed: { text: cellStates.lapsed, tone: 'bad' },
};

export const isCapabilityState = (state: string): state is CellState => state in capabilityStates;
