import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { requestStates, type RequestStatus } from '../rules.ts';

export const statusTable: StateTable<RequestStatus> = {
  submitted: { text: requestStates.submitted, tone: 'waiting' },
  accepted: { text: requestStates.accepted, tone: 'doing' },
  refused: { text: requestStates.refused, tone: 'bad' },
  referred: { text: requestStates.referred, tone: 'attention' },
  served: { text: requestStates.served, tone: 'done' },
};

export const outcomeTable: StateTable<'waiting' | 'accepted' | 'refused' | 'referred' | 'served'> = {
  waiting: { text: requestStates.submitted, tone: 'waiting' },
  accepted: { text: ['待检定', 'To be verified'], tone: 'doing' },
  refused: { text: requestStates.refused, tone: 'bad' },
  referred: { text: ['已转送', 'Referred'], tone: 'attention' },
  served: { text: ['已检定', 'Verified'], tone: 'done' },
};
