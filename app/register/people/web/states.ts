import type { StateTable } from '../../../web/kit/StatusTag.tsx';

/** Whether a person may sign in. */
export const accountStates: StateTable<'active' | 'closed'> = {
  active: { text: ['在用', 'Active'], tone: 'done' },
  closed: { text: ['已停用', 'Closed'], tone: 'ended' },
};
