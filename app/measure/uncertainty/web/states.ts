import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { versionStates, type VersionState } from '../rules/life-cycle.ts';

export const versionTags: StateTable<VersionState> = {
  drafted: { text: versionStates.drafted, tone: 'waiting' },
  'in-force': { text: versionStates['in-force'], tone: 'done' },
  superseded: { text: versionStates.superseded, tone: 'ended' },
  withdrawn: { text: versionStates.withdrawn, tone: 'bad' },
};
