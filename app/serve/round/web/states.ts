import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { proposalStates, roundStates, type ProposalState, type RoundState } from '../rules.ts';

export const roundTags: StateTable<RoundState> = {
  drafted: { text: roundStates.drafted, tone: 'waiting' },
  announced: { text: roundStates.announced, tone: 'attention' },
  'under-way': { text: roundStates['under-way'], tone: 'doing' },
  finished: { text: roundStates.finished, tone: 'done' },
  cancelled: { text: roundStates.cancelled, tone: 'ended' },
};

export const proposalTags: StateTable<ProposalState> = {
  waiting: { text: proposalStates.waiting, tone: 'waiting' },
  solving: { text: proposalStates.solving, tone: 'doing' },
  solved: { text: proposalStates.solved, tone: 'done' },
  infeasible: { text: proposalStates.infeasible, tone: 'attention' },
  failed: { text: proposalStates.failed, tone: 'bad' },
};

/** The state of a plan that stands every year: drafted already, due to be drafted, or not yet. */
export type DefaultState = 'open' | 'due' | 'later';
export const defaultTags: StateTable<DefaultState> = {
  open: { text: ['已拟定', 'Drafted'], tone: 'done' },
  due: { text: ['应拟定', 'To be drafted'], tone: 'attention' },
  later: { text: ['未到时候', 'Not yet'], tone: 'waiting' },
};
