import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { annexItemNames } from '../../../register/catalogue/rules/annex.ts';
import { InstrumentKind } from '../../../register/instrument/contract.ts';
import { itemReadinessNames, readinessNames } from '../rules/readiness.ts';

const Institute = z.object({ id: OrganizationId, name: z.string() });

const ReadyKind = z.object({
  kind: InstrumentKind,
  readiness: z.enum(readinessNames),
  /** The edition that holds today; null: none. */
  edition: z.object({ id: z.string(), number: z.string(), openCount: z.number().int(), to: Day.nullable() }).nullable(),
  /** The regions for which the institute is designated for this kind. */
  regions: z.array(z.string()),
});

export const readinessEndpoints = {
  readVerifiableItems: endpoint({
    method: 'GET',
    path: '/verifiable-items',
    permit: 'verification.read',
    rows: 'own',
    summary: [
      '一个机构今天能检定哪些民生计量项目，不能的缺什么',
      'What an institute can verify today, and what is missing where it cannot',
    ],
    query: z.object({ institute: OrganizationId.optional() }),
    reply: z.object({
      day: Day,
      institute: Institute.nullable(),
      /** Those of whom the caller may ask. */
      institutes: z.array(Institute),
      items: z.array(z.object({ item: z.enum(annexItemNames), readiness: z.enum(itemReadinessNames), kinds: z.array(ReadyKind) })),
      /** Kinds of the wider livelihood list that stand in no item of the annex. */
      others: z.array(ReadyKind),
    }),
  }),
};
