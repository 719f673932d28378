import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { instrumentKindNames } from '../../catalogue/rules/kinds.ts';
import { instrumentStatusNames } from '../rules/life-cycle.ts';
import { standingNames } from '../rules/standing.ts';

const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const Township = z
  .string()
  .regex(/^\d{9}$/)
  .meta({ description: 'nine digits of the statistical division code' });
const count = z.number().int().min(0);

/** By what the instruments are told apart; the standing always is. */
export const tallyGroupings = {
  all: [],
  region: ['region'],
  township: ['region', 'township'],
  kind: ['kind'],
  'region-kind': ['region', 'kind'],
  'township-kind': ['region', 'township', 'kind'],
} as const;
export const tallyGroupingNames = Object.keys(tallyGroupings) as [keyof typeof tallyGroupings, ...(keyof typeof tallyGroupings)[]];

export const InstrumentCounts = z.object({
  region: Region.nullable(),
  township: Township.nullable().meta({ description: 'null: not told apart, or not known' }),
  kind: z.enum(instrumentKindNames).nullable(),
  inUse: count.meta({ description: 'instruments in use, of any standing' }),
  standings: z.record(z.enum(standingNames), count).meta({ description: 'of those in use' }),
  notInUse: z
    .partialRecord(z.enum(instrumentStatusNames), count)
    .meta({ description: 'sealed, in repair, lost, scrapped; none where absent' }),
});
export type InstrumentCounts = z.infer<typeof InstrumentCounts>;

export const tallyEndpoints = {
  readInstrumentCounts: endpoint({
    method: 'GET',
    path: '/instruments/counts',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['台账计数（按检定状态）', 'Instruments counted by standing'],
    query: z.object({
      region: Region.optional(),
      township: Township.optional(),
      kind: z.enum(instrumentKindNames).optional(),
      by: z.enum(tallyGroupingNames).default('all'),
    }),
    reply: z.object({ items: z.array(InstrumentCounts) }),
  }),
};
