import type { LeafKind } from '@tongheng/seal/leaf';
import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { leafKindWords, witnessStates, type WitnessState } from '../rules.ts';

export const kindTags: StateTable<LeafKind> = {
  issued: { text: leafKindWords.issued, tone: 'done' },
  replaced: { text: leafKindWords.replaced, tone: 'attention' },
  revoked: { text: leafKindWords.revoked, tone: 'bad' },
  amended: { text: leafKindWords.amended, tone: 'attention' },
};

export const witnessTags: StateTable<WitnessState> = {
  cosigned: { text: witnessStates.cosigned, tone: 'done' },
  waiting: { text: witnessStates.waiting, tone: 'waiting' },
  failing: { text: witnessStates.failing, tone: 'attention' },
  wrong: { text: witnessStates.wrong, tone: 'bad' },
  ended: { text: witnessStates.ended, tone: 'ended' },
};
