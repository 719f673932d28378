import { changeEndpoints } from './contract/change.ts';
import { dueEndpoints } from './contract/due.ts';
import { fileEndpoints } from './contract/file.ts';
import { handoverEndpoints } from './contract/handover.ts';
import { publicInstrumentEndpoints } from './contract/public.ts';
import { recordEndpoints } from './contract/record.ts';
import { searchEndpoints } from './contract/search.ts';
import { tallyEndpoints } from './contract/tally.ts';

export { Instrument, InstrumentId, InstrumentKind, largestBatch, Parameters } from './contract/shapes.ts';
export type { Handover } from './contract/handover.ts';

export const instrumentEndpoints = {
  ...searchEndpoints,
  ...recordEndpoints,
  ...changeEndpoints,
  ...handoverEndpoints,
  ...fileEndpoints,
  ...publicInstrumentEndpoints,
  ...dueEndpoints,
  ...tallyEndpoints,
};
