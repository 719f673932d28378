import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { signingKeyStates, type SigningKeyState } from '../rules.ts';

export const keyTags: StateTable<SigningKeyState> = {
  pending: { text: signingKeyStates.pending, tone: 'waiting' },
  active: { text: signingKeyStates.active, tone: 'done' },
  retired: { text: signingKeyStates.retired, tone: 'ended' },
  revoked: { text: signingKeyStates.revoked, tone: 'bad' },
  declined: { text: signingKeyStates.declined, tone: 'ended' },
};
