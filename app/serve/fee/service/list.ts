import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { feeProblems, type feeEndpoints } from '../contract.ts';
import { listOn, listStateOn, priceFault } from '../rules.ts';
import * as store from '../store.ts';

type Names = 'listFeeLists' | 'readFeeList' | 'recordFeeList' | 'withdrawFeeList';

export const asRule = (row: store.ListRow) => ({ ...row, withdrawn: row.withdrawnAt !== null });

const toList = (row: store.ListRow, holds: string | undefined, ctx: Context) => ({
  id: row.id as never,
  documentNumber: row.documentNumber,
  title: row.title,
  issuer: row.issuer,
  validFrom: row.validFrom,
  validTo: row.validTo,
  note: row.note,
  state: listStateOn(asRule(row), ctx.today),
  holdsToday: row.id === holds,
  prices: row.prices,
  withdrawal:
    row.withdrawnAt === null ? null : { reason: row.withdrawalReason ?? '', person: row.withdrawerName ?? '', at: row.withdrawnAt },
  person: row.recorderName ?? '',
  recordedAt: row.recordedAt,
  demonstration: row.demonstration,
});

async function readAll(ctx: Context) {
  const rows = await store.listAll(ctx.db);
  return { rows, holds: listOn(rows.map(asRule), ctx.today)?.id };
}

async function getList(ctx: Context, id: string) {
  const { rows, holds } = await readAll(ctx);
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return { row, list: toList(row, holds, ctx) };
}

export const listService: Pick<Service<typeof feeEndpoints>, Names> = {
  async listFeeLists({ query }, ctx) {
    const { rows, holds } = await readAll(ctx);
    const from = query.after === undefined ? 0 : rows.findIndex(({ id }) => id === query.after) + 1;
    const items = rows.slice(from, from + query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toList(row, holds, ctx)),
      next: from + query.limit < rows.length && last ? last.id : null,
      total: rows.length,
    };
  },

  async readFeeList({ params }, ctx) {
    const { row, list } = await getList(ctx, params.id);
    const prices = await store.listPrices(ctx.db, [row.id]);
    const [file] = row.fileId === null ? [] : await cardsOf(ctx, [row.fileId]);
    return {
      ...list,
      rows: prices.get(row.id) ?? [],
      file: file ?? null,
      mayWithdraw: row.withdrawnAt === null && ctx.caller.permits.has('fee.record'),
    };
  },

  async recordFeeList({ body }, ctx) {
    const { prices, file, ...said } = body;
    if (said.validTo !== null && said.validTo < said.validFrom)
      throw new Problem(platformProblems.invalid, {
        issues: [{ path: ['validTo'], message: inLanguage(['不早于开始执行的日期', 'not before it begins'], ctx.language) }],
      });
    const faults = prices.flatMap((price, index) => {
      const fault = priceFault(price);
      const place = inLanguage([`第 ${index + 1} 行`, `row ${index + 1}`], ctx.language);
      return fault === undefined
        ? []
        : [{ path: ['prices', index, fault.field], message: `${place}: ${inLanguage(fault.text, ctx.language)}` }];
    });
    if (faults.length > 0) throw new Problem(feeProblems.prices, { issues: faults });
    if (file !== null) await getFiles(ctx, [file]);
    const id = ctx.newId();
    await store.insertList(
      ctx.db,
      { ...said, id, fileId: file, personId: ctx.caller.personId, demonstration: ctx.demonstration, recordedAt: ctx.now },
      prices,
    );
    ctx.record({
      kind: 'fee.recorded',
      subject: id,
      detail: { document: said.documentNumber, from: said.validFrom, prices: prices.length },
    });
    return (await getList(ctx, id)).list;
  },

  async withdrawFeeList({ params, body }, ctx) {
    await getList(ctx, params.id);
    const withdrawal = { listId: params.id, reason: body.reason, personId: ctx.caller.personId, at: ctx.now };
    if (!(await store.insertWithdrawal(ctx.db, withdrawal))) throw new Problem(feeProblems.withdrawn);
    ctx.record({ kind: 'fee.withdrawn', subject: params.id, reason: body.reason });
    return (await getList(ctx, params.id)).list;
  },
};
