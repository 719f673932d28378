import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { deliveryStates, type DeliveryState } from '../rules/life-cycle.ts';
import { localStates, type LocalState } from '../rules/local.ts';

export const localTable: StateTable<LocalState> = {
  local: { text: localStates.local, tone: 'doing' },
  queued: { text: localStates.queued, tone: 'waiting' },
  delivered: { text: localStates.delivered, tone: 'done' },
  refused: { text: localStates.refused, tone: 'bad' },
  conflict: { text: localStates.conflict, tone: 'attention' },
  'set-aside': { text: localStates['set-aside'], tone: 'ended' },
};

export const deliveryTable: StateTable<DeliveryState> = {
  accepted: { text: deliveryStates.accepted, tone: 'done' },
  refused: { text: deliveryStates.refused, tone: 'bad' },
  conflict: { text: deliveryStates.conflict, tone: 'attention' },
  'set-aside': { text: deliveryStates['set-aside'], tone: 'ended' },
};
