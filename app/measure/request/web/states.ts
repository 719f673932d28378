import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { requestStates, type RequestStatus } from '../rules.ts';
import type { Clock } from '../rules/period.ts';
import { itemReadinessWords, readinessWords, type ItemReadiness, type Readiness } from '../rules/readiness.ts';
import { requestSteps, type RequestStep } from '../rules/step.ts';

export const statusTable: StateTable<RequestStatus> = {
  submitted: { text: requestStates.submitted, tone: 'waiting' },
  accepted: { text: requestStates.accepted, tone: 'doing' },
  refused: { text: requestStates.refused, tone: 'bad' },
  referred: { text: requestStates.referred, tone: 'attention' },
  withdrawn: { text: requestStates.withdrawn, tone: 'ended' },
  served: { text: requestStates.served, tone: 'done' },
};

export const stepTable: StateTable<RequestStep> = {
  submitted: { text: requestSteps.submitted, tone: 'waiting' },
  referred: { text: requestSteps.referred, tone: 'attention' },
  refused: { text: requestSteps.refused, tone: 'bad' },
  withdrawn: { text: requestSteps.withdrawn, tone: 'ended' },
  accepted: { text: requestSteps.accepted, tone: 'doing' },
  scheduled: { text: requestSteps.scheduled, tone: 'doing' },
  received: { text: requestSteps.received, tone: 'doing' },
  visited: { text: requestSteps.visited, tone: 'doing' },
  tested: { text: requestSteps.tested, tone: 'doing' },
  returned: { text: requestSteps.returned, tone: 'attention' },
  checked: { text: requestSteps.checked, tone: 'doing' },
  approved: { text: requestSteps.approved, tone: 'doing' },
  issued: { text: requestSteps.issued, tone: 'done' },
  fetched: { text: requestSteps.fetched, tone: 'done' },
};

/** How a clock stands, for its shape and colour; the words are those of the rules. */
export type ClockTone = 'none' | 'running' | 'short' | 'over' | 'stopped' | 'ended';
export function clockTone(clock: Clock): ClockTone {
  switch (clock.state) {
    case 'not-begun':
      return 'none';
    case 'stopped':
      return 'stopped';
    case 'ended':
      return clock.late > 0 ? 'over' : 'ended';
    case 'running':
      if (clock.left < 0) return 'over';
      return clock.left <= 5 ? 'short' : 'running';
  }
}

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
