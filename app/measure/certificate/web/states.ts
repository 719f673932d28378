import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { certificateStandings, lotItemStates, lotStates, type CertificateStanding, type LotItemState, type LotState } from '../rules.ts';
import { numberFates, type NumberFate } from '../rules/number.ts';

export const certificateTags: StateTable<CertificateStanding> = {
  valid: { text: certificateStandings.valid, tone: 'done' },
  revoked: { text: certificateStandings.revoked, tone: 'bad' },
  superseded: { text: certificateStandings.superseded, tone: 'ended' },
  expired: { text: certificateStandings.expired, tone: 'ended' },
};

export const fateTags: StateTable<NumberFate> = {
  issued: { text: numberFates.issued, tone: 'done' },
  revoked: { text: numberFates.revoked, tone: 'bad' },
  superseded: { text: numberFates.superseded, tone: 'ended' },
  reserved: { text: numberFates.reserved, tone: 'waiting' },
  unused: { text: numberFates.unused, tone: 'ended' },
  unexplained: { text: numberFates.unexplained, tone: 'attention' },
};

export const lotTags: StateTable<LotState> = {
  working: { text: lotStates.working, tone: 'doing' },
  finished: { text: lotStates.finished, tone: 'done' },
};

export const lotItemTags: StateTable<LotItemState> = {
  waiting: { text: lotItemStates.waiting, tone: 'waiting' },
  issued: { text: lotItemStates.issued, tone: 'done' },
  refused: { text: lotItemStates.refused, tone: 'bad' },
};

export const verdictTags: StateTable<'pass' | 'fail' | 'undetermined'> = {
  pass: { text: ['合格', 'Pass'], tone: 'done' },
  fail: { text: ['不合格', 'Fail'], tone: 'bad' },
  undetermined: { text: ['待确认', 'To be confirmed'], tone: 'waiting' },
};
