import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { importStates, rowVerdicts, type ImportStatus, type RowVerdict } from '../rules/states.ts';

export const importTable: StateTable<ImportStatus> = {
  reading: { text: importStates.reading, tone: 'doing' },
  compared: { text: importStates.compared, tone: 'waiting' },
  applying: { text: importStates.applying, tone: 'doing' },
  done: { text: importStates.done, tone: 'done' },
  refused: { text: importStates.refused, tone: 'bad' },
  abandoned: { text: importStates.abandoned, tone: 'ended' },
};

export const verdictTable: StateTable<RowVerdict> = {
  new: { text: rowVerdicts.new, tone: 'done' },
  changed: { text: rowVerdicts.changed, tone: 'attention' },
  unchanged: { text: rowVerdicts.unchanged, tone: 'ended' },
  refused: { text: rowVerdicts.refused, tone: 'bad' },
};
