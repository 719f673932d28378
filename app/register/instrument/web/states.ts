import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { instrumentStates, type InstrumentStatus } from '../rules.ts';

export const statusTable: StateTable<InstrumentStatus> = {
  'in-use': { text: instrumentStates['in-use'], tone: 'done' },
  scrapped: { text: instrumentStates.scrapped, tone: 'ended' },
};
