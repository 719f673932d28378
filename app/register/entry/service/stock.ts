import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../event/service.ts';
import { cardsOf, getFiles } from '../../file/service.ts';
import { entryProblems, type entryEndpoints } from '../contract.ts';
import type { Stock } from '../contract/shapes.ts';
import { contentOfCells } from '../rules/columns.ts';
import { tidied } from '../rules/content.ts';
import { isRefusedDuplicate, type Known } from '../rules/duplicates.ts';
import type { Kind } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { insertEntries, listKnown, lockKind, type NewEntry, type NewVersion } from '../store/entry.ts';
import { listRegions } from '../store/list.ts';
import * as store from '../store/stock.ts';
import { faultsFor, openDigests, type Taken } from './content.ts';
import { knownOf } from './entry.ts';
import { readRows, writeRefusals, writeTemplate, type SheetRow } from './workbook.ts';

type Names = 'downloadStockTemplate' | 'listStocks' | 'readStock' | 'importStock' | 'downloadRefusals' | 'reviewStock';

const largestList = 20_000;

async function getStock(ctx: Context, id: string): Promise<store.StockRow> {
  const stock = await store.findStock(ctx.db, id);
  if (stock === undefined || !reaches(ctx.caller.scope, { organizations: [stock.organizationId], region: stock.region })) {
    throw new Problem(platformProblems.notFound);
  }
  return stock;
}

const toStock = (ctx: Context, row: store.StockRow): Stock => ({
  id: row.id as Stock['id'],
  kind: row.kind as EntryKind,
  asOf: row.asOf,
  title: row.title,
  documentNumber: row.documentNumber,
  issuer: row.issuer,
  status: row.status as Stock['status'],
  taken: row.taken,
  duplicate: row.duplicate,
  refused: row.refused,
  submittedBy: row.submitterName ?? '',
  submittedAt: row.submittedAt,
  reviewedBy: row.reviewerName,
  reviewedAt: row.reviewedAt,
  reason: row.reason,
  mayReview: row.status === 'submitted' && ctx.caller.permits.has('entry.accept') && row.submittedBy !== ctx.caller.personId,
  demonstration: row.demonstration,
});

const remarksOf = (ctx: Context, row: store.StockRow): { row: number; remark: string }[] =>
  (row.remarks as unknown as store.Remark[]).map(({ row: number, remark }) => ({ row: number, remark: inLanguage(remark, ctx.language) }));

async function stockDetails(ctx: Context, id: string) {
  const row = await getStock(ctx, id);
  return {
    ...toStock(ctx, row),
    remarks: remarksOf(ctx, row),
    files: await cardsOf(ctx, [row.workbook, ...row.files]),
    timeline: await timelineOf(ctx, id),
  };
}

const regionsOf = async (ctx: Context): Promise<string[]> => (await listRegions(ctx.db)).map((row) => row.region);

type Sorted = { taken: Taken[]; remarks: store.Remark[]; duplicate: number; refused: number };

const bySubject = (known: readonly Known[]): Map<string, Known[]> => {
  const map = new Map<string, Known[]>();
  for (const one of known) map.set(one.subjectKey, [...(map.get(one.subjectKey) ?? []), one]);
  return map;
};

/** Each row is taken, or gets a remark: wrong in a field, registered already, or listed twice. */
async function sortRows(ctx: Context, kindName: EntryKind, rows: readonly SheetRow[], asOf: string): Promise<Sorted> {
  const kind: Kind = kindOf(kindName);
  const known = bySubject((await listKnown(ctx.db, kindName)).map(knownOf));
  const digest = await openDigests(ctx);
  const sorted: Sorted = { taken: [], remarks: [], duplicate: 0, refused: 0 };
  const say = (row: number, text: Text): void => void sorted.remarks.push({ row, remark: text });
  for (const { row, cells } of rows) {
    const content = tidied(kind, contentOfCells(kind, cells, asOf));
    const faults = faultsFor(ctx, kind, content);
    if (faults.length > 0) {
      sorted.refused += 1;
      const named = faults.map(({ path, text }) => {
        const label = labelOf(kind, path);
        return [`${label[0]}：${text[0]}`, `${label[1]}: ${text[1]}`] as const;
      });
      say(row, [named.map((it) => it[0]).join('；'), named.map((it) => it[1]).join('; ')]);
      continue;
    }
    const taken = digest(kind, content);
    const one = knownOf({ ...taken.content, subjectKey: taken.subjectKey });
    const same = known.get(one.subjectKey) ?? [];
    if (same.some((other) => isRefusedDuplicate(kind, one, other))) {
      sorted.duplicate += 1;
      say(row, ['重复：同一事项已登记或在本名单中已列', 'Duplicate: the same thing is registered, or stands in this list above']);
      continue;
    }
    known.set(one.subjectKey, [...same, one]);
    sorted.taken.push(taken);
  }
  return sorted;
}

function labelOf(kind: Kind, path: readonly string[]): Text {
  const [first = '', second] = path;
  if (first === 'payload') return kind.fields.find((field) => field.id === second)?.label ?? [second ?? '', second ?? ''];
  const { title, documentNumber, issuer, since, until } = kind.head;
  const labels: Readonly<Record<string, Text>> = {
    title,
    documentNumber,
    issuer,
    since,
    until: until?.label ?? ['有效期', 'Validity'],
    level: ['级别', 'Level'],
    region: ['行政区划代码', 'Region code'],
    phases: ['阶段', 'Phases'],
  };
  return labels[first] ?? [first, first];
}

function toRows(
  ctx: Context,
  stockId: string,
  kind: EntryKind,
  files: readonly string[],
  taken: readonly Taken[],
): { entries: NewEntry[]; versions: NewVersion[] } {
  const { personId, organizationId } = ctx.caller;
  const entries = taken.map((): NewEntry => ({
    id: ctx.newId(),
    kind,
    submittedBy: personId,
    submittedAt: ctx.now,
    stockId,
    demonstration: ctx.demonstration,
  }));
  const versions = taken.map(({ content, subjectKey }, index): NewVersion => ({
    entryId: entries[index]?.id ?? '',
    version: 1,
    recordedAt: ctx.now,
    action: 'stockImport',
    personId,
    reason: null,
    status: 'submitted',
    kind,
    subjectKey,
    organizationId,
    content,
    countsFrom: null,
    countsTo: null,
    opening: true,
    files,
    submittedBy: personId,
    reviewedBy: null,
    acceptedBy: null,
  }));
  return { entries, versions };
}

/** Between import and review somebody may have entered the same thing: the list is not accepted over it. */
async function refuseOvertaken(ctx: Context, stock: store.StockRow): Promise<void> {
  const kind = stock.kind as EntryKind;
  const rows = await store.listStockEntries(ctx.db, stock.id);
  const own = new Set(rows.map((row) => row.entryId));
  const accepted = bySubject(
    (await listKnown(ctx.db, kind)).filter((row) => row.status === 'accepted' && !own.has(row.entryId)).map(knownOf),
  );
  const clash = rows.find((row) =>
    (accepted.get(row.subjectKey) ?? []).some((other) => isRefusedDuplicate(kindOf(kind), knownOf(row), other)),
  );
  if (clash !== undefined) {
    throw new Problem(entryProblems.duplicate, {
      detail: [`${clash.title}（${clash.documentNumber}）`, `${clash.title} (${clash.documentNumber})`],
    });
  }
}

export const stockService: Pick<Service<typeof entryEndpoints>, Names> = {
  async downloadStockTemplate({ query }, ctx) {
    return writeTemplate(query.kind, ctx.language, await regionsOf(ctx));
  },

  async listStocks({ query }, ctx) {
    const { rows, total } = await store.listStocks(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit).map((row) => toStock(ctx, row));
    const last = items[items.length - 1];
    return {
      items,
      next: rows.length > query.limit && last !== undefined ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total,
    };
  },

  readStock: ({ params }, ctx) => stockDetails(ctx, params.id),

  async importStock({ body }, ctx) {
    const { kind, asOf, files } = body;
    const issue = (path: string, text: Text) =>
      new Problem(platformProblems.invalid, { issues: [{ path: [path], message: inLanguage(text, ctx.language) }] });
    if (asOf > ctx.today) throw issue('asOf', ['不能晚于今天', 'It cannot be later than today']);
    const [workbook] = await getFiles(ctx, [body.workbook]);
    await getFiles(ctx, files);
    const rows = workbook === undefined ? undefined : await readRows(kind, await ctx.files.read(workbook.digest));
    if (rows === undefined) throw new Problem(entryProblems.workbook);
    if (rows.length === 0) throw issue('workbook', ['工作簿中没有填写的行', 'No row of the workbook is filled in']);
    if (rows.length > largestList) throw issue('workbook', ['一次最多导入20000行', 'At most 20,000 rows at once']);
    const id = ctx.newId();
    await lockKind(ctx.db, kind);
    const { taken, ...result } = await sortRows(ctx, kind, rows, asOf);
    await store.insertStock(ctx.db, {
      ...body,
      ...result,
      id,
      taken: taken.length,
      status: taken.length === 0 ? 'empty' : 'submitted',
      organizationId: ctx.caller.organizationId,
      region: ctx.caller.region,
      submittedBy: ctx.caller.personId,
      submittedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const { entries, versions } = toRows(ctx, id, kind, files, taken);
    await insertEntries(ctx.db, entries, versions);
    ctx.record({
      kind: 'entry.stockImported',
      subject: id,
      detail: { kind, taken: taken.length, duplicate: result.duplicate, refused: result.refused, documentNumber: body.documentNumber },
    });
    return stockDetails(ctx, id);
  },

  async downloadRefusals({ params }, ctx) {
    const stock = await getStock(ctx, params.id);
    const kind = stock.kind as EntryKind;
    const [workbook] = await cardsOf(ctx, [stock.workbook]);
    const rows = workbook === undefined ? undefined : await readRows(kind, await ctx.files.read(workbook.digest));
    const cells = new Map((rows ?? []).map((row) => [row.row, row.cells]));
    const refused = remarksOf(ctx, stock).map(({ row, remark }) => ({ row, remark, cells: cells.get(row) ?? {} }));
    return writeRefusals(kind, refused, ctx.language, await regionsOf(ctx));
  },

  async reviewStock({ params, body }, ctx) {
    await store.lockStock(ctx.db, params.id);
    const stock = await getStock(ctx, params.id);
    if (stock.status !== 'submitted') throw new Problem(entryProblems.notNow);
    if (stock.submittedBy === ctx.caller.personId) throw new Problem(entryProblems.samePerson);
    const kind = stock.kind as EntryKind;
    if (body.accept) {
      await lockKind(ctx.db, kind);
      await refuseOvertaken(ctx, stock);
    }
    await store.decideStockRows(ctx.db, {
      stockId: stock.id,
      accepted: body.accept,
      personId: ctx.caller.personId,
      at: ctx.now,
      reason: body.reason,
      phased: kindOf(kind).phased,
    });
    await store.decideStock(ctx.db, stock.id, {
      status: body.accept ? 'accepted' : 'rejected',
      reviewedBy: ctx.caller.personId,
      reviewedAt: ctx.now,
      reason: body.reason,
    });
    ctx.record({ kind: body.accept ? 'entry.stockAccepted' : 'entry.stockRejected', subject: stock.id, reason: body.reason });
    return stockDetails(ctx, stock.id);
  },
};
