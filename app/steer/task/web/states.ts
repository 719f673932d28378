import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import {
  extensionStates as extensionWords,
  itemStates as itemWords,
  letterStates as letterWords,
  timings as timingWords,
  verdicts as verdictWords,
  type ExtensionState,
  type ItemState,
  type LetterState,
  type Timing,
  type Verdict,
} from '../rules/states.ts';

export const itemStates: StateTable<ItemState> = {
  planned: { text: itemWords.planned, tone: 'waiting' },
  'under-way': { text: itemWords['under-way'], tone: 'doing' },
  reported: { text: itemWords.reported, tone: 'doing' },
  returned: { text: itemWords.returned, tone: 'attention' },
  confirmed: { text: itemWords.confirmed, tone: 'done' },
  withdrawn: { text: itemWords.withdrawn, tone: 'ended' },
};

export const timings: StateTable<Timing> = {
  ahead: { text: timingWords.ahead, tone: 'waiting' },
  'due-30': { text: timingWords['due-30'], tone: 'attention' },
  'due-7': { text: timingWords['due-7'], tone: 'attention' },
  late: { text: timingWords.late, tone: 'bad' },
  'in-time': { text: timingWords['in-time'], tone: 'done' },
  'finished-late': { text: timingWords['finished-late'], tone: 'attention' },
  ended: { text: timingWords.ended, tone: 'ended' },
};

export const extensionStates: StateTable<ExtensionState> = {
  asked: { text: extensionWords.asked, tone: 'waiting' },
  granted: { text: extensionWords.granted, tone: 'done' },
  refused: { text: extensionWords.refused, tone: 'ended' },
};

export const verdicts: StateTable<Verdict> = {
  confirmed: { text: verdictWords.confirmed, tone: 'done' },
  returned: { text: verdictWords.returned, tone: 'attention' },
};

export const letterStates: StateTable<LetterState> = {
  drafted: { text: letterWords.drafted, tone: 'waiting' },
  issued: { text: letterWords.issued, tone: 'done' },
  discarded: { text: letterWords.discarded, tone: 'ended' },
};
