import { certificateStates, type CertificateStatus } from '../../measure/certificate/rules.ts';
import type { StateTable } from '../../web/kit/StatusTag.tsx';

/** The states of a document as anybody sees them: the last day is looked at as well. */
export const documentStates: StateTable<CertificateStatus | 'expired'> = {
  valid: { text: certificateStates.valid, tone: 'done' },
  revoked: { text: certificateStates.revoked, tone: 'bad' },
  superseded: { text: certificateStates.superseded, tone: 'ended' },
  expired: { text: ['已过有效期', 'Expired'], tone: 'attention' },
};

export const verdictStates: StateTable<'pass' | 'fail' | 'none'> = {
  pass: { text: ['合格', 'Passed'], tone: 'done' },
  fail: { text: ['不合格', 'Failed'], tone: 'bad' },
  none: { text: ['不作结论（校准）', 'States none (calibration)'], tone: 'ended' },
};
