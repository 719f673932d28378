import type { StateTable } from '../../../web/kit/StatusTag.tsx';

/** Whether an organization still exists. */
export const existence: StateTable<'existing' | 'ended'> = {
  existing: { text: ['存续', 'Existing'], tone: 'done' },
  ended: { text: ['已终止', 'Ended'], tone: 'ended' },
};
