import type { StateTable } from '../../../web/kit/StatusTag.tsx';

export type Standing = 'holds' | 'open' | 'wrong';

export const standings: StateTable<Standing> = {
  holds: { text: ['相符', 'Holds'], tone: 'done' },
  open: { text: ['无法判断', 'Not judged'], tone: 'waiting' },
  wrong: { text: ['不符', 'Does not hold'], tone: 'bad' },
};

/** @example standingOf(null) // 'open' */
export const standingOf = (ok: boolean | null): Standing => (ok === null ? 'open' : ok ? 'holds' : 'wrong');
