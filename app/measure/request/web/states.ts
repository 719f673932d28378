import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { requestStates, type RequestStatus } from '../rules.ts';
import { itemReadinessWords, readinessWords, type ItemReadiness, type Readiness } from '../rules/readiness.ts';

export const statusTable: StateTable<RequestStatus> = {
  submitted: { text: requestStates.submitted, tone: 'waiting' },
  accepted: { text: requestStates.accepted, tone: 'doing' },
  refused: { text: requestStates.refused, tone: 'bad' },
  referred: { text: requestStates.referred, tone: 'attention' },
  withdrawn: { text: requestStates.withdrawn, tone: 'ended' },
  served: { text: requestStates.served, tone: 'done' },
};

export const outcomeTable: StateTable<'waiting' | 'accepted' | 'refused' | 'referred' | 'withdrawn' | 'served'> = {
  waiting: { text: requestStates.submitted, tone: 'waiting' },
  accepted: { text: ['待检定', 'To be verified'], tone: 'doing' },
  refused: { text: requestStates.refused, tone: 'bad' },
  referred: { text: ['已转送', 'Referred'], tone: 'attention' },
  withdrawn: { text: requestStates.withdrawn, tone: 'ended' },
  served: { text: ['已检定', 'Verified'], tone: 'done' },
};

export const readinessTable: StateTable<Readiness> = {
  verifiable: { text: readinessWords.verifiable, tone: 'done' },
  'not-designated': { text: readinessWords['not-designated'], tone: 'attention' },
  'second-person': { text: readinessWords['second-person'], tone: 'waiting' },
  'data-changed': { text: readinessWords['data-changed'], tone: 'attention' },
  'limits-open': { text: readinessWords['limits-open'], tone: 'attention' },
  'not-adopted': { text: readinessWords['not-adopted'], tone: 'attention' },
  'no-procedure': { text: readinessWords['no-procedure'], tone: 'ended' },
};

export const itemReadinessTable: StateTable<ItemReadiness> = {
  all: { text: itemReadinessWords.all, tone: 'done' },
  some: { text: itemReadinessWords.some, tone: 'doing' },
  none: { text: itemReadinessWords.none, tone: 'attention' },
};
