import { addDays, addMonths, toDayNumber } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { feeProblems, type feeEndpoints, type Fees, type Item, type Sum } from '../contract.ts';
import { piecesOf, priceFor, spansOf, type FeeGrouping, type Piece, type Price, type PriceState, type Span } from '../rules.ts';
import * as store from '../store.ts';
import { asRule } from './list.ts';
import { writeFees } from './workbook.ts';

type Names = 'readFees' | 'exportFees' | 'listFeeItems';
type Period = store.Period;

const longestDays = 20 * 366;

const noSum = (): Sum => ({ items: 0, priced: 0, fen: 0, noList: 0, noPrice: 0 });

type Priced = { readonly state: PriceState; readonly price: Price | undefined; readonly kind: string };
type Pricing = {
  readonly spans: readonly Span[];
  readonly starts: readonly string[];
  readonly lists: readonly store.ListRow[];
  readonly of: (span: number, nameplateId: number) => Priced;
};

const calendar = { dayAfter: (day: string) => addDays(day, 1), dayBefore: (day: string) => addDays(day, -1), monthsAfter: addMonths };

type Open = {
  readonly spans: readonly Span[];
  readonly pieces: readonly Piece[];
  readonly starts: readonly string[];
  readonly lists: readonly store.ListRow[];
};

/** The spans of a period in each of which one list holds. */
async function openPricing(ctx: Context, { from, to }: Period): Promise<Open> {
  if (to < from || toDayNumber(to) - toDayNumber(from) > longestDays) throw new Problem(feeProblems.period);
  const lists = await store.listAll(ctx.db);
  const spans = spansOf(lists.map(asRule), from, to, calendar);
  return { spans, pieces: piecesOf(spans, calendar), starts: spans.map((span) => span.from), lists };
}

/** Each nameplate is priced once for each span, however many instruments bear it. */
async function priceNameplates(ctx: Context, { spans, starts, lists }: Open, nameplateIds: readonly number[]): Promise<Pricing> {
  const used = [...new Set(spans.flatMap(({ listId }) => (listId === null ? [] : [listId])))];
  const prices = await store.listPrices(ctx.db, used);
  const nameplates = new Map((await store.listNameplates(ctx.db, [...new Set(nameplateIds)])).map((one) => [one.id, one]));
  const known = new Map<string, Priced>();
  const price = (span: number, nameplateId: number): Priced => {
    const nameplate = nameplates.get(nameplateId);
    const kind = nameplate?.kind ?? '';
    const listId = spans[span - 1]?.listId ?? null;
    if (listId === null) return { state: 'no-list', price: undefined, kind };
    const found = priceFor(prices.get(listId) ?? [], kind, (nameplate?.parameters ?? {}) as Record<string, string>);
    return { state: found === undefined ? 'no-price' : 'priced', price: found, kind };
  };
  const of = (span: number, nameplateId: number): Priced => {
    const key = `${span} ${nameplateId}`;
    const priced = known.get(key) ?? price(span, nameplateId);
    known.set(key, priced);
    return priced;
  };
  return { spans, starts, lists, of };
}

function count(sum: Sum, { state, price }: Priced, items: number): void {
  sum.items += items;
  if (state === 'no-list') sum.noList += items;
  else if (state === 'no-price') sum.noPrice += items;
  else {
    sum.priced += items;
    sum.fen = (sum.fen ?? 0) + items * (price?.priceFen ?? 0);
  }
}

/** Nothing priced among something served is unknown, not zero. */
const said = (sum: Sum): Sum => (sum.items > 0 && sum.priced === 0 ? { ...sum, fen: null } : sum);

async function readFees(ctx: Context, { by, ...period }: Period & { by: FeeGrouping }): Promise<Fees> {
  const open = await openPricing(ctx, period);
  const counted = await store.countItems(ctx.db, ctx.caller.scope, period, open.pieces, by);
  const pricing = await priceNameplates(
    ctx,
    open,
    counted.map(({ nameplateId }) => nameplateId),
  );
  const total = noSum();
  const groups = new Map<string, Sum>();
  const missing = new Map<string, Fees['missing'][number]>();
  for (const { key: group, span, nameplateId, items } of counted) {
    const priced = pricing.of(span, nameplateId);
    const key = by === 'kind' ? priced.kind : group;
    const sum = groups.get(key) ?? noSum();
    groups.set(key, sum);
    count(sum, priced, items);
    count(total, priced, items);
    if (priced.state === 'priced') continue;
    const lacking = missing.get(`${priced.state} ${priced.kind}`) ?? { state: priced.state, kind: priced.kind as never, items: 0 };
    missing.set(`${priced.state} ${priced.kind}`, { ...lacking, items: lacking.items + items });
  }
  const names = new Map(
    by === 'institute' ? (await store.listInstituteNames(ctx.db, [...groups.keys()])).map(({ id, name }) => [id, name]) : [],
  );
  const documents = new Map(open.lists.map((list) => [list.id, list]));
  return {
    from: period.from,
    to: period.to,
    by,
    total: said(total),
    groups: [...groups]
      .map(([key, sum]) => ({ key, name: names.get(key) ?? null, ...said(sum) }))
      .sort((one, other) => (one.name ?? one.key).localeCompare(other.name ?? other.key, 'zh')),
    missing: [...missing.values()].sort((one, other) => other.items - one.items),
    lists: open.spans.flatMap(({ listId, from, to }) => {
      const list = listId === null ? undefined : documents.get(listId);
      return list === undefined ? [] : [{ id: list.id as never, documentNumber: list.documentNumber, title: list.title, from, to }];
    }),
    anyList: open.lists.some(({ withdrawnAt }) => withdrawnAt === null),
  };
}

export const sumService: Pick<Service<typeof feeEndpoints>, Names> = {
  readFees: ({ query }, ctx) => readFees(ctx, query),

  exportFees: async ({ query }, ctx) => writeFees(await readFees(ctx, query), ctx),

  async listFeeItems({ query }, ctx) {
    const { state, limit, after, ...period } = query;
    const open = await openPricing(ctx, period);
    const { scope } = ctx.caller;
    const counted = await store.countItems(ctx.db, scope, period, open.pieces, 'kind');
    const pricing = await priceNameplates(
      ctx,
      open,
      counted.map(({ nameplateId }) => nameplateId),
    );
    const matching = counted.filter(({ span, nameplateId }) => state === undefined || pricing.of(span, nameplateId).state === state);
    const [, day, id] = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
    const page = { limit, after: day === undefined || id === undefined ? undefined : { day, id } };
    const rows = await store.listItems(ctx.db, scope, period, open.starts, state === undefined ? undefined : matching, page);
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row): Item => {
        const priced = pricing.of(row.span, row.nameplateId);
        const listId = open.spans[row.span - 1]?.listId;
        return {
          id: row.certificateId,
          certificate: row.number,
          document: row.document as Item['document'],
          issuedOn: row.issuedOn,
          instrument: { id: row.instrumentId as never, name: row.name, model: row.model, serial: row.serial },
          kind: row.kind as Item['kind'],
          holder: row.holderName,
          institute: { id: row.instituteId as never, name: row.instituteName },
          region: row.region,
          state: priced.state,
          priceFen: priced.price?.priceFen ?? null,
          words: priced.price?.words ?? null,
          list: open.lists.find((list) => list.id === listId)?.documentNumber ?? null,
        };
      }),
      next: rows.length > limit && last ? `${last.issuedOn} ${last.certificateId}` : null,
      total: matching.reduce((sum, { items }) => sum + items, 0),
    };
  },
};
