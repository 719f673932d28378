import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { networkChecks, type NetworkCheck } from '../rules/kind.ts';
import { numberFates, type NumberFate } from '../rules/record-number.ts';
import { conclusions, verificationStates, type Conclusion, type VerificationStatus } from '../rules/life-cycle.ts';

export const statusTable: StateTable<VerificationStatus> = {
  drafted: { text: verificationStates.drafted, tone: 'doing' },
  submitted: { text: verificationStates.submitted, tone: 'waiting' },
  returned: { text: verificationStates.returned, tone: 'attention' },
  checked: { text: verificationStates.checked, tone: 'waiting' },
  approved: { text: verificationStates.approved, tone: 'done' },
};

export const conclusionTable: StateTable<Conclusion> = {
  pass: { text: conclusions.pass, tone: 'done' },
  fail: { text: conclusions.fail, tone: 'bad' },
};

export const fateTable: StateTable<NumberFate> = {
  reserved: { text: numberFates.reserved, tone: 'waiting' },
  used: { text: numberFates.used, tone: 'done' },
  void: { text: numberFates.void, tone: 'ended' },
};

export const networkTable: StateTable<NetworkCheck> = {
  'not-needed': { text: networkChecks['not-needed'], tone: 'ended' },
  awaiting: { text: networkChecks.awaiting, tone: 'waiting' },
  done: { text: networkChecks.done, tone: 'done' },
};
