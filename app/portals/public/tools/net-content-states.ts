import type { StateTable } from '../../../web/kit/StatusTag.tsx';

export const verdicts: StateTable<'pass' | 'fail' | 'incomplete'> = {
  pass: { text: ['合格', 'Pass'], tone: 'done' },
  fail: { text: ['不合格', 'Fail'], tone: 'bad' },
  incomplete: { text: ['资料不全', 'Incomplete'], tone: 'waiting' },
};

export const judgements: StateTable<'met' | 'notMet' | 'open'> = {
  met: { text: ['符合', 'Met'], tone: 'done' },
  notMet: { text: ['不符合', 'Not met'], tone: 'bad' },
  open: { text: ['未判定', 'Not judged'], tone: 'waiting' },
};

export const judgementOf = (ok: boolean | null): keyof typeof judgements => (ok === null ? 'open' : ok ? 'met' : 'notMet');
