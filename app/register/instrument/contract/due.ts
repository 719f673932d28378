import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery } from '../../../kernel/page.ts';
import { Instrument, InstrumentKind, Region } from './shapes.ts';

export const dueEndpoints = {
  listDueInstruments: endpoint({
    method: 'GET',
    path: '/instruments/due',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['到期清单（按到期日）', 'Instruments that fall due, in order of the day'],
    query: z.object({
      limit: listQuery.limit,
      after: listQuery.after,
      days: z.coerce
        .number()
        .int()
        .min(0)
        .max(1100)
        .default(30)
        .meta({ description: 'due within so many days; what is overdue is always in it' }),
      withoutResult: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: 'true: after those due also those never verified, or repaired since' }),
      region: Region.optional(),
      township: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      kind: InstrumentKind.optional(),
      holderId: OrganizationId.optional(),
      placeId: z.uuid().optional(),
    }),
    reply: z.object({ items: z.array(Instrument), next: z.string().nullable() }),
  }),
};
