import type { StateTable } from '../../web/kit/StatusTag.tsx';

export type CapabilityState = 'absent' | 'building' | 'assessed' | 'authorised' | 'in-use' | 'suspended' | 'lapsed';

export const capabilityStates: StateTable<CapabilityState> = {
  absent: { text: ['未建', 'not built'], tone: 'waiting' },
  building: { text: ['在建', 'being built'], tone: 'doing' },
  assessed: { text: ['已考核', 'assessed'], tone: 'doing' },
  authorised: { text: ['已授权', 'authorised'], tone: 'doing' },
  'in-use': { text: ['在用', 'in use'], tone: 'done' },
  suspended: { text: ['暂停', 'suspended'], tone: 'attention' },
  lapsed: { text: ['失效', 'lapsed'], tone: 'bad' },
};

export const isCapabilityState = (state: string): state is CapabilityState => state in capabilityStates;
