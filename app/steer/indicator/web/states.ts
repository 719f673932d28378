import type { StateTable, Tone } from '../../../web/kit/StatusTag.tsx';
import {
  indicatorStates,
  publicationModes,
  recordVerdicts,
  type IndicatorState,
  type PublicationMode,
  type RecordVerdict,
} from '../rules/states.ts';
import type { Text } from '../../../kernel/text.ts';
import { denominatorStates, itemVerdictStates, type DenominatorState, type ItemVerdict } from '../rules/denominator/words.ts';

function toned<State extends string>(words: Readonly<Record<State, Text>>, tones: Readonly<Record<State, Tone>>): StateTable<State> {
  return Object.fromEntries(
    (Object.keys(words) as State[]).map((state) => [state, { text: words[state], tone: tones[state] }]),
  ) as unknown as StateTable<State>;
}

export const indicatorTones = toned<IndicatorState>(indicatorStates, {
  'not-published': 'waiting',
  'not-recorded': 'waiting',
  'on-track': 'doing',
  behind: 'attention',
  met: 'done',
  'met-late': 'attention',
  missed: 'bad',
});

export const publicationTones = toned<PublicationMode>(publicationModes, { live: 'done', snapshot: 'done', withdrawn: 'waiting' });

export const verdictTones = toned<RecordVerdict>(recordVerdicts, {
  counts: 'done',
  pending: 'waiting',
  rejected: 'bad',
  level: 'ended',
  field: 'ended',
  'not-designated': 'doing',
  withdrawn: 'ended',
  lapsed: 'ended',
  later: 'waiting',
  'before-period': 'ended',
  suspended: 'attention',
  replaced: 'ended',
  'in-dossier': 'ended',
  'not-in-place': 'attention',
  'not-served': 'attention',
  outside: 'ended',
});

export const denominatorTones = toned<DenominatorState>(denominatorStates, {
  holding: 'done',
  scheduled: 'waiting',
  ended: 'ended',
  'never-held': 'ended',
  'plan-method': 'attention',
});

export const itemVerdictTones = toned<ItemVerdict>(itemVerdictStates, {
  covered: 'done',
  uncovered: 'attention',
  satisfied: 'done',
  unsatisfied: 'attention',
  'no-instrument': 'ended',
  'not-demanded': 'ended',
  'unknown-demand': 'waiting',
  'not-compulsory': 'ended',
  'mode-unknown': 'waiting',
  'not-begun': 'waiting',
});
