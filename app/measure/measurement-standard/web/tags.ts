import type { StateTable, Tone } from '../../../web/kit/StatusTag.tsx';
import { measurementStandardStates, type MeasurementStandardState } from '../rules.ts';
import { applicationStates, type ApplicationState } from '../rules/application.ts';
import { changeStates, type ChangeState } from '../rules/change.ts';
import { documentStates, type DocumentState } from '../rules/document-set.ts';
import { rowVerdicts, type RowVerdict } from '../rules/register-row.ts';
import { renewals, type Renewal } from '../rules/validity.ts';

function toned<State extends string>(
  words: Readonly<Record<State, readonly [string, string]>>,
  tones: Readonly<Record<State, Tone>>,
): StateTable<State> {
  return Object.fromEntries(
    (Object.keys(words) as State[]).map((state) => [state, { text: words[state], tone: tones[state] }]),
  ) as unknown as StateTable<State>;
}

export const stateTags = toned<MeasurementStandardState>(measurementStandardStates, {
  building: 'waiting',
  applied: 'doing',
  examining: 'doing',
  returned: 'attention',
  refused: 'bad',
  'in-force': 'done',
  suspended: 'attention',
  lapsed: 'bad',
  withdrawn: 'ended',
});
export const applicationTags = toned<ApplicationState>(applicationStates, {
  applied: 'waiting',
  examining: 'doing',
  returned: 'attention',
  refused: 'bad',
  granted: 'done',
  cancelled: 'ended',
});
export const changeTags = toned<ChangeState>(changeStates, {
  recorded: 'done',
  reported: 'waiting',
  approved: 'done',
  refused: 'bad',
  'awaiting-examination': 'attention',
  examined: 'done',
});
export const renewalTags = toned<Renewal>(renewals, {
  later: 'waiting',
  due: 'attention',
  late: 'bad',
  applied: 'doing',
  'applied-late': 'attention',
  renewed: 'done',
  lapsed: 'bad',
  unknown: 'waiting',
});
export const documentTags = toned<DocumentState>(documentStates, {
  present: 'done',
  missing: 'attention',
  omitted: 'ended',
  later: 'waiting',
  occasional: 'waiting',
});
export const verdictTags = toned<RowVerdict>(rowVerdicts, { fresh: 'done', changed: 'doing', same: 'ended', refused: 'bad' });
