import { z } from 'zod';
import { OrganizationId } from '../../../kernel/id.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { EditionId } from '../../../register/catalogue/contract.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';

const Inspectable = z.object({
  id: InstrumentId,
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  place: z.string(),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  /** The edition that holds today, and whether it has an in-use inspection at all; null: none holds. */
  edition: z.object({ id: EditionId, number: z.string(), inspects: z.boolean() }).nullable(),
});
export type Inspectable = z.infer<typeof Inspectable>;

export const inspectionEndpoints = {
  listInspectable: endpoint({
    method: 'GET',
    path: '/verifications/inspectable',
    permit: 'verification.enter',
    rows: 'own',
    summary: [
      '本机构被指定检定的在用器具，可开展使用中检查',
      'Instruments in use for which the institute is designated today, to be inspected without a request',
    ],
    query: z.object({ ...listQuery, instrument: InstrumentId.optional() }),
    reply: pageOf(Inspectable),
  }),
};
