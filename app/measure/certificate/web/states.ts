import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { certificateStates, type CertificateStatus } from '../rules.ts';

export const certificateTags: StateTable<CertificateStatus> = {
  valid: { text: certificateStates.valid, tone: 'done' },
  revoked: { text: certificateStates.revoked, tone: 'bad' },
  superseded: { text: certificateStates.superseded, tone: 'ended' },
};

export const verdictTags: StateTable<'pass' | 'fail' | 'undetermined'> = {
  pass: { text: ['合格', 'Pass'], tone: 'done' },
  fail: { text: ['不合格', 'Fail'], tone: 'bad' },
  undetermined: { text: ['待确认', 'To be confirmed'], tone: 'waiting' },
};
