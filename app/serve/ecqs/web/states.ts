import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { rowOutcomes, type RowOutcome } from '../rules.ts';

export const outcomeTable: StateTable<RowOutcome> = {
  requested: { text: rowOutcomes.requested, tone: 'done' },
  repeated: { text: rowOutcomes.repeated, tone: 'ended' },
  refused: { text: rowOutcomes.refused, tone: 'bad' },
};
