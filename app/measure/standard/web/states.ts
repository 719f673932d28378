import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { standardStates, type StandardStatus } from '../rules.ts';
import { rangeBases, type RangeBasis } from '../rules/range.ts';
import { signatureResults, type SignatureState } from '../rules/foreign.ts';

export const standardTags: StateTable<StandardStatus> = {
  'in-service': { text: standardStates['in-service'], tone: 'done' },
  suspended: { text: standardStates.suspended, tone: 'attention' },
  retired: { text: standardStates.retired, tone: 'ended' },
};

export const signatureTags: StateTable<SignatureState> = {
  valid: { text: signatureResults.valid, tone: 'done' },
  broken: { text: signatureResults.broken, tone: 'bad' },
  none: { text: signatureResults.none, tone: 'attention' },
  unchecked: { text: signatureResults.unchecked, tone: 'attention' },
};

export const rangeTags: StateTable<RangeBasis> = {
  stated: { text: rangeBases.stated, tone: 'done' },
  text: { text: rangeBases.text, tone: 'done' },
  none: { text: rangeBases.none, tone: 'attention' },
};

/** How long a certificate still holds. */
export type Validity = 'valid' | 'due' | 'lapsed';
export const validityTags: StateTable<Validity> = {
  valid: { text: ['有效', 'In date'], tone: 'done' },
  due: { text: ['即将到期', 'Due soon'], tone: 'attention' },
  lapsed: { text: ['已过期', 'Out of date'], tone: 'bad' },
};

/** A month is what sending a standard away takes. */
const soon = 30;
export const validityOf = (daysLeft: number): Validity => (daysLeft === 0 ? 'lapsed' : daysLeft <= soon ? 'due' : 'valid');
