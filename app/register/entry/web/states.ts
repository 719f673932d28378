import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { shownStatuses, type ShownStatus } from '../rules/life-cycle.ts';

export const entryStates: StateTable<ShownStatus> = {
  submitted: { text: shownStatuses.submitted, tone: 'waiting' },
  reviewed: { text: shownStatuses.reviewed, tone: 'doing' },
  returned: { text: shownStatuses.returned, tone: 'attention' },
  accepted: { text: shownStatuses.accepted, tone: 'done' },
  rejected: { text: shownStatuses.rejected, tone: 'bad' },
  withdrawn: { text: shownStatuses.withdrawn, tone: 'ended' },
  lapsed: { text: shownStatuses.lapsed, tone: 'ended' },
};

export const stockStates: StateTable<'submitted' | 'accepted' | 'rejected' | 'empty'> = {
  submitted: { text: ['待审核', 'Waiting for its review'], tone: 'waiting' },
  accepted: { text: ['已审核', 'Accepted'], tone: 'done' },
  rejected: { text: ['未通过', 'Rejected'], tone: 'bad' },
  empty: { text: ['无新增', 'Nothing new'], tone: 'ended' },
};
