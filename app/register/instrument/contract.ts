import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { changeEndpoints } from './contract/change.ts';
import { handoverEndpoints } from './contract/handover.ts';
import { recordEndpoints } from './contract/record.ts';
import { Instrument, InstrumentKind, Region } from './contract/shapes.ts';
import { instrumentStatusNames } from './rules.ts';

export { instrumentProblems } from './contract/problems.ts';
export { Instrument, InstrumentId, InstrumentKind, largestBatch, Parameters } from './contract/shapes.ts';
export type { Handover } from './contract/handover.ts';

export const instrumentEndpoints = {
  listInstruments: endpoint({
    method: 'GET',
    path: '/instruments',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['计量器具台账', 'The ledger of instruments'],
    query: z.object({
      ...listQuery,
      kind: InstrumentKind.optional(),
      status: z.enum(instrumentStatusNames).optional(),
      region: Region.optional(),
    }),
    reply: pageOf(Instrument),
  }),
  ...recordEndpoints,
  ...changeEndpoints,
  ...handoverEndpoints,
};
