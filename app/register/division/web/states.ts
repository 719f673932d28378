import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { divisionChanges, divisionStates, type DivisionChange, type DivisionState } from '../rules.ts';

export const divisionTags: StateTable<DivisionState> = {
  current: { text: divisionStates.current, tone: 'done' },
  ended: { text: divisionStates.ended, tone: 'ended' },
};

export const changeTags: StateTable<DivisionChange> = {
  added: { text: divisionChanges.added, tone: 'done' },
  renamed: { text: divisionChanges.renamed, tone: 'doing' },
  ended: { text: divisionChanges.ended, tone: 'ended' },
  resumed: { text: divisionChanges.resumed, tone: 'waiting' },
};
