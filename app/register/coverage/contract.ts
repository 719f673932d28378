import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { InstrumentId, InstrumentKind } from '../instrument/contract.ts';
import { standingNames } from '../instrument/rules/standing.ts';
import { PlaceId } from '../place/contract.ts';
import { placeKindNames } from '../place/rules.ts';
import { coverageColumnNames, coverageGroupingNames } from './rules.ts';

const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const Township = z
  .string()
  .regex(/^(\d{9}|none)$/)
  .meta({ description: 'nine digits; none: the township is not known' });
const count = z.number().int();

const Counts = z.object({
  inUse: count,
  valid: count,
  due: count,
  overdue: count,
  failed: count,
  repaired: count,
  neverVerified: count,
  rate: z.string().nullable().meta({ description: 'valid ÷ in use in percent, cut to one digit; null: nothing is to be verified' }),
});

const Row = Counts.extend({
  region: Region.nullable(),
  township: Township.nullable().meta({ description: 'null: not told apart; none: not known' }),
  townshipName: z.string().nullable(),
  /** The township has ended and still has instruments. */
  ended: z.boolean(),
  kind: InstrumentKind.nullable(),
});
export type CoverageRow = z.infer<typeof Row>;

export const Coverage = z.object({
  asOf: Day,
  region: Region,
  by: z.enum(coverageGroupingNames),
  total: Counts,
  rows: z.array(Row),
  places: z
    .array(z.object({ kind: z.enum(placeKindNames), open: count, without: count, expected: z.boolean() }))
    .meta({ description: 'open places by kind, and those without any instrument in the ledger' }),
  townshipsRecorded: z.boolean().meta({ description: 'false: no township of the region is recorded' }),
});
export type Coverage = z.infer<typeof Coverage>;

const filter = { region: Region.optional(), kind: InstrumentKind.optional(), by: z.enum(coverageGroupingNames).optional() };

const Covered = z.object({
  id: InstrumentId,
  code: z.string(),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  region: Region,
  townshipName: z.string().nullable(),
  place: z.string(),
  standing: z.enum(standingNames),
  dueOn: Day.nullable(),
  recordedAt: Instant,
  daysRecorded: count.meta({ description: 'days since it was recorded' }),
});
export type Covered = z.infer<typeof Covered>;

const Without = z.object({
  id: PlaceId,
  kind: z.enum(placeKindNames),
  name: z.string(),
  region: Region,
  township: z.object({ code: z.string(), name: z.string() }).nullable(),
  address: z.string(),
  operator: z.string().nullable(),
  recordedAt: Instant,
  expected: z.array(z.array(InstrumentKind)).meta({ description: 'of each group at least one kind is expected' }),
});
export type Without = z.infer<typeof Without>;

export const coverageEndpoints = {
  readCoverage: endpoint({
    method: 'GET',
    path: '/coverage',
    permit: 'coverage.read',
    rows: 'own',
    summary: ['检定覆盖', 'Coverage by township and kind'],
    query: z.object(filter),
    reply: Coverage,
  }),
  exportCoverage: endpoint({
    method: 'GET',
    path: '/coverage/list',
    permit: 'coverage.read',
    rows: 'own',
    summary: ['导出检定覆盖', 'Export coverage'],
    query: z.object(filter),
    reply: 'file',
  }),
  listCovered: endpoint({
    method: 'GET',
    path: '/coverage/instruments',
    permit: 'coverage.read',
    rows: 'own',
    summary: ['覆盖数字背后的器具', 'The instruments behind a figure of coverage'],
    query: z.object({
      limit: listQuery.limit,
      after: listQuery.after,
      region: Region.optional(),
      township: Township.optional(),
      kind: InstrumentKind.optional(),
      column: z.enum(coverageColumnNames).default('inUse'),
    }),
    reply: pageOf(Covered),
  }),
  listPlacesWithout: endpoint({
    method: 'GET',
    path: '/coverage/places',
    permit: 'coverage.read',
    rows: 'own',
    summary: ['无器具记录的场所', 'Places without records'],
    query: z.object({
      ...listQuery,
      region: Region.optional(),
      township: Township.optional(),
      kind: z.enum(placeKindNames).optional(),
    }),
    reply: pageOf(Without),
  }),
};
