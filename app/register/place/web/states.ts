import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { placeStates, type PlaceState } from '../rules.ts';

export const placeTags: StateTable<PlaceState> = {
  open: { text: placeStates.open, tone: 'done' },
  closed: { text: placeStates.closed, tone: 'ended' },
};
