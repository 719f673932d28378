import type { StateTable, Tone } from '../../../web/kit/StatusTag.tsx';
import { requestSteps, type RequestStep } from '../../../measure/request/rules/step.ts';
import { custodyStates, type CustodyStatus } from '../rules.ts';

export const custodyTags: StateTable<CustodyStatus> = {
  held: { text: custodyStates.held, tone: 'doing' },
  fetched: { text: custodyStates.fetched, tone: 'done' },
  returned: { text: custodyStates.returned, tone: 'ended' },
};

const tones: Readonly<Record<RequestStep, Tone>> = {
  submitted: 'waiting',
  referred: 'attention',
  refused: 'bad',
  withdrawn: 'ended',
  accepted: 'waiting',
  scheduled: 'waiting',
  received: 'doing',
  visited: 'doing',
  tested: 'doing',
  returned: 'attention',
  checked: 'doing',
  approved: 'doing',
  issued: 'done',
  fetched: 'done',
};

/** The step of the request, in the same words as on the request. */
export const stepTags = Object.fromEntries(
  Object.entries(requestSteps).map(([step, text]) => [step, { text, tone: tones[step as RequestStep] }]),
) as StateTable<RequestStep>;
