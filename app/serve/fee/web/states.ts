import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { listStates, priceStates, type ListState, type PriceState } from '../rules.ts';

export const listTags: StateTable<ListState> = {
  'in-force': { text: listStates['in-force'], tone: 'done' },
  pending: { text: listStates.pending, tone: 'waiting' },
  ended: { text: listStates.ended, tone: 'ended' },
  withdrawn: { text: listStates.withdrawn, tone: 'bad' },
};

export const priceTags: StateTable<PriceState> = {
  priced: { text: priceStates.priced, tone: 'done' },
  'no-list': { text: priceStates['no-list'], tone: 'waiting' },
  'no-price': { text: priceStates['no-price'], tone: 'attention' },
};
