import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { problems } from '../../../kernel/problem.ts';
import { instrumentStatusNames, instrumentUseNames, standingNames, validityNames } from '../rules.ts';
import { Instrument, InstrumentId, InstrumentKind, Region } from './shapes.ts';

export const searchProblems = problems('instrument', {
  searchTooBroad: {
    kind: 'invalid',
    text: ['查找范围过大，未能在时限内完成', 'The search is too broad to be finished in time'],
    next: ['请多输入几个字，或先选择区划、器具种类或使用单位', 'Type more of it, or choose a region, a kind or a holder first'],
  },
});

/** What narrows the ledger; a page, an export and a batch use the same. */
export const instrumentFilter = {
  q: listQuery.q.meta({
    description:
      'words: any part of name, model, maker, holder (also a former name), place, serial number, old number; code or e-CQS number from its beginning',
  }),
  kind: InstrumentKind.optional(),
  standing: z.enum(standingNames).optional(),
  status: z.enum(instrumentStatusNames).optional(),
  region: Region.optional(),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  village: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  placeId: z.uuid().optional(),
  use: z.enum(instrumentUseNames).optional(),
  validity: z.enum(validityNames).optional(),
  holderId: OrganizationId.optional(),
  parentId: InstrumentId.optional(),
} as const;

export const searchEndpoints = {
  listInstruments: endpoint({
    method: 'GET',
    path: '/instruments',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['计量器具台账', 'The ledger of instruments'],
    query: z.object({ ...listQuery, ...instrumentFilter }),
    reply: pageOf(Instrument).extend({
      capped: z.boolean().meta({ description: 'true: `total` was not counted to the end, there are at least so many' }),
    }),
    problems: [searchProblems.searchTooBroad],
  }),
};
