import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId, id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { FileCard } from '../../register/file/contract.ts';
import { InstrumentId, InstrumentKind } from '../../register/instrument/contract.ts';
import { feeGroupingNames, listStateNames, priceStateNames } from './rules.ts';

export const FeeListId = id('fee list');
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const Fen = z.number().int().min(0).max(1_000_000_000).meta({ description: 'fen: hundredths of a yuan' });
const count = z.number().int();

export const feeProblems = problems('fee', {
  prices: {
    kind: 'invalid',
    text: ['收费标准中有填写不正确的行', 'Some rows of the price list are wrong'],
    next: ['请按所列行号更正', 'Correct the rows named'],
  },
  withdrawn: {
    kind: 'conflict',
    text: ['该收费标准已撤回', 'The price list was withdrawn already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  period: {
    kind: 'invalid',
    text: ['起止日期不正确', 'The period is wrong'],
    next: ['结束日期不早于开始日期，跨度不超过 20 年', 'It ends not before it begins and lasts at most 20 years'],
  },
});

const Price = z.object({
  kind: InstrumentKind,
  words: z.string().trim().min(1).max(120),
  field: z.string().max(40).nullable().default(null),
  overValue: z.string().trim().max(25).nullable().default(null).meta({ description: 'exclusive lower bound' }),
  upToValue: z.string().trim().max(25).nullable().default(null).meta({ description: 'inclusive upper bound' }),
  unit: z.string().max(10).nullable().default(null),
  choice: z.string().max(60).nullable().default(null),
  priceFen: Fen,
});

const List = z.object({
  id: FeeListId,
  documentNumber: z.string(),
  title: z.string(),
  issuer: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  note: z.string().nullable(),
  state: z.enum(listStateNames),
  holdsToday: z.boolean(),
  prices: count,
  withdrawal: z.object({ reason: z.string(), person: z.string(), at: Instant }).nullable(),
  person: z.string(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});

export const Sum = z.object({
  items: count.meta({ description: 'served instruments: certificates and notices for requests' }),
  priced: count,
  fen: z.number().int().nullable().meta({ description: 'of the priced ones; null: there are items and none has a price' }),
  noList: count.meta({ description: 'issued on a day without a price list' }),
  noPrice: count.meta({ description: 'not in the price list of the day' }),
});
export type Sum = z.infer<typeof Sum>;

const period = {
  from: Day,
  to: Day,
  institute: OrganizationId.optional(),
  region: Region.optional(),
  kind: InstrumentKind.optional(),
};

export const Fees = z.object({
  from: Day,
  to: Day,
  by: z.enum(feeGroupingNames),
  total: Sum,
  groups: z.array(
    Sum.extend({ key: z.string(), name: z.string().nullable().meta({ description: 'of an institute; others are named by their key' }) }),
  ),
  missing: z.array(z.object({ state: z.enum(['no-list', 'no-price']), kind: InstrumentKind, items: count })),
  lists: z.array(z.object({ id: FeeListId, documentNumber: z.string(), title: z.string(), from: Day, to: Day })),
  /** Whether any price list is recorded at all. */
  anyList: z.boolean(),
});
export type Fees = z.infer<typeof Fees>;

const Item = z.object({
  id: z.uuid(),
  certificate: z.string(),
  document: z.enum(['certificate', 'notice']),
  issuedOn: Day,
  instrument: z.object({ id: InstrumentId, name: z.string(), model: z.string(), serial: z.string() }),
  kind: InstrumentKind,
  holder: z.string(),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  region: Region,
  state: z.enum(priceStateNames),
  priceFen: z.number().int().nullable(),
  words: z.string().nullable(),
  list: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

export const feeEndpoints = {
  listFeeLists: endpoint({
    method: 'GET',
    path: '/fee-lists',
    permit: 'fee.read',
    rows: 'shared',
    summary: ['收费标准', 'Price lists'],
    query: z.object({ limit: listQuery.limit, after: listQuery.after }),
    reply: pageOf(List),
  }),
  readFeeList: endpoint({
    method: 'GET',
    path: '/fee-lists/:id',
    permit: 'fee.read',
    rows: 'shared',
    summary: ['一份收费标准', 'One price list'],
    params: z.object({ id: FeeListId }),
    reply: List.extend({
      rows: z.array(Price.extend({ kind: z.string() })),
      file: FileCard.nullable(),
      mayWithdraw: z.boolean(),
    }),
    problems: [platformProblems.notFound],
  }),
  recordFeeList: endpoint({
    method: 'POST',
    path: '/fee-lists',
    permit: 'fee.record',
    rows: 'shared',
    summary: ['按文件录入收费标准', 'Record a price list by its document'],
    body: z.object({
      documentNumber: z.string().trim().min(2).max(100),
      title: z.string().trim().min(2).max(200),
      issuer: z.string().trim().min(2).max(100),
      validFrom: Day,
      validTo: Day.nullable().default(null),
      file: FileId.nullable().default(null),
      note: z.string().trim().max(300).nullable().default(null),
      prices: z.array(Price).min(1).max(500),
    }),
    reply: List,
    problems: [platformProblems.notFound, feeProblems.prices],
  }),
  withdrawFeeList: endpoint({
    method: 'POST',
    path: '/fee-lists/:id/withdrawal',
    permit: 'fee.record',
    rows: 'shared',
    summary: ['撤回录入有误的收费标准', 'Withdraw a price list that was recorded wrongly'],
    params: z.object({ id: FeeListId }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: List,
    problems: [feeProblems.withdrawn],
  }),
  readFees: endpoint({
    method: 'GET',
    path: '/fees',
    permit: 'fee.read',
    rows: 'own',
    summary: ['免收检定费', 'Fees waived'],
    query: z.object({ ...period, by: z.enum(feeGroupingNames).default('institute') }),
    reply: Fees,
    problems: [feeProblems.period],
  }),
  exportFees: endpoint({
    method: 'GET',
    path: '/fees/list',
    permit: 'fee.read',
    rows: 'own',
    summary: ['导出免收检定费', 'Export fees waived'],
    query: z.object({ ...period, by: z.enum(feeGroupingNames).default('institute') }),
    reply: 'file',
    problems: [feeProblems.period],
  }),
  listFeeItems: endpoint({
    method: 'GET',
    path: '/fees/items',
    permit: 'fee.read',
    rows: 'own',
    summary: ['免收检定费所依据的证书', 'The documents behind fees waived'],
    query: z.object({ ...period, state: z.enum(priceStateNames).optional(), limit: listQuery.limit, after: listQuery.after }),
    reply: pageOf(Item),
    problems: [feeProblems.period],
  }),
};
