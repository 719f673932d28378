import { findEdition } from '@tongheng/procedures/registry';
import { readRecord } from '@tongheng/seal/record';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { cityDay } from '../../../platform/clock.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { approve } from '../../verification/service/approval.ts';
import { apart } from '../../verification/service/each.ts';
import type { lotEndpoints } from '../contract/lot.ts';
import { certificateProblems } from '../contract/shapes.ts';
import { checkCharacter, type LotItemState, type LotState } from '../rules.ts';
import { findAnywhere } from '../store/certificate.ts';
import * as store from '../store/lot.ts';
import { codeOf, issue } from './issue.ts';
import { printLotAnnex } from './paper/print.ts';

/** So many documents in one transaction: some seconds, and as much is done again when a server is killed. */
export const documentsAtOnce = 100;

const toLot = (row: store.LotRow) => ({
  id: row.id as never,
  number: row.number,
  title: row.title,
  institute: { id: row.instituteId as never, name: row.instituteName },
  items: row.items,
  issued: row.issued,
  refused: row.refused,
  state: (row.finishedAt === null ? 'working' : 'finished') as LotState,
  approver: row.approverName,
  approvedAt: row.approvedAt,
  finishedAt: row.finishedAt,
});

async function getLot(ctx: Context, id: string): Promise<store.LotRow> {
  const row = await store.findLot(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const keyOf = (id: string): { key: string } => ({ key: `certificateLot:${id}` });

/** The job works for the approver who decided: what it records carries that name. */
const actingFor = (
  ctx: Context,
  { approverId: personId, instituteId: organizationId, region }: { approverId: string; instituteId: string; region: string },
): Context => ({
  ...ctx,
  caller: {
    ...ctx.caller,
    personId,
    organizationId,
    region,
    permits: new Set(['verification.approve']),
    scope: { kind: 'organization', organization: organizationId },
  },
  record: (event) => ctx.record({ by: { personId, organizationId }, ...event }),
});

/** Issues the next documents of a lot, each by its own gates and readings, and leaves the rest to the next job. */
export async function workLot(ctx: Context, id: string, atOnce = documentsAtOnce): Promise<void> {
  const lot = await store.lockLot(ctx.db, id);
  if (lot === undefined || lot.finishedAt !== null) return;
  const acting = actingFor(ctx, lot);
  const cited = { number: lot.number, items: lot.items, approvedOn: cityDay(new Date(lot.approvedAt)) };
  const items = await store.takeWaiting(ctx.db, id, atOnce);
  for (const { position, verificationId } of items) {
    const { result, problem } = await apart(acting, async (own) => issue(own, await approve(own, verificationId), { lot: { id, cited } }));
    await store.setItem(
      ctx.db,
      id,
      position,
      problem === null ? { state: 'issued', number: result, problem: null } : { state: 'refused', number: null, problem },
    );
  }
  if (items.length === atOnce) return ctx.later('workLot', { id }, keyOf(id));
  await store.finishLot(ctx.db, id, ctx.now);
  const { issued, refused } = (await store.findLot(ctx.db, { kind: 'city' }, id)) ?? { issued: 0, refused: 0 };
  acting.record({ kind: 'certificate.lotFinished', subject: id, detail: { number: lot.number, issued, refused } });
}

/** A server that was killed leaves its job locked for hours: a lot that is not finished is taken up again. */
export async function resumeLots(ctx: Context): Promise<void> {
  for (const { id } of await store.listUnfinished(ctx.db)) await ctx.later('workLot', { id }, { key: `certificateLot:${id}:again` });
}

export const lotService: Service<typeof lotEndpoints> = {
  async previewLot({ query }, ctx) {
    const { organizationId, personId } = ctx.caller;
    const groups = await store.countWaiting(ctx.db, organizationId, personId, query);
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    const fail = groups.reduce((sum, group) => sum + group.fail, 0);
    return {
      count,
      pass: count - fail,
      fail,
      groups: groups.map((group) => ({
        edition: group.edition as never,
        editionNumber: findEdition(group.edition)?.number ?? group.edition,
        session: group.sessionId as never,
        sessionDay: group.sessionDay,
        request: group.requestId as never,
        holder: group.holderName,
        count: group.count,
        fail: group.fail,
      })),
    };
  },

  async issueLot({ body }, ctx) {
    const { organizationId, personId, region } = ctx.caller;
    const { title, count, ...chosen } = body;
    const code = await codeOf(ctx, organizationId);
    const year = Number(ctx.today.slice(0, 4));
    // The number of the lot is taken under a lock: of two who approve the same records at once the second finds none.
    const sequence = await store.nextLot(ctx.db, organizationId, year);
    const waiting = await store.listWaiting(ctx.db, organizationId, personId, chosen, count + 1);
    if (waiting.length !== count) throw new Problem(certificateProblems.emptyLot);
    const stem = `${code}${year}L${String(sequence).padStart(4, '0')}`;
    const id = ctx.newId();
    await store.insertLot(
      ctx.db,
      {
        id,
        instituteId: organizationId,
        region,
        number: `${stem}${checkCharacter(stem)}`,
        title,
        items: count,
        approverId: personId,
        approvedAt: ctx.now,
      },
      waiting.map((one) => one.id),
    );
    ctx.record({ kind: 'certificate.lotApproved', subject: id, detail: { number: stem, items: count, ...chosen } });
    await ctx.later('workLot', { id }, keyOf(id));
    return toLot(await getLot(ctx, id));
  },

  async listLots({ query }, ctx) {
    const { rows, total } = await store.listLots(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toLot),
      next: rows.length > query.limit && last ? printCursor({ at: last.approvedAt, id: last.id }) : null,
      total,
    };
  },

  readLot: async ({ params }, ctx) => toLot(await getLot(ctx, params.id)),

  async listLotItems({ params, query }, ctx) {
    await getLot(ctx, params.id);
    const { rows, total } = await store.listItems(ctx.db, params.id, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => ({
        position: row.position,
        verification: row.verificationId as never,
        recordNumber: row.recordNumber,
        serial: row.serial,
        state: row.state as LotItemState,
        document: row.number === null ? null : { number: row.number, kind: row.kind as 'certificate', validUntil: row.validUntil },
        problem: row.problem as never,
      })),
      next: rows.length > query.limit && last ? String(last.position) : null,
      total,
    };
  },

  async printLotAnnex({ params }, ctx) {
    const lot = await getLot(ctx, params.id);
    const documents = await store.listDocuments(ctx.db, lot.id);
    const [first] = documents;
    const row = first === undefined ? undefined : await findAnywhere(ctx.db, first.number);
    if (lot.finishedAt === null || row === undefined) throw new Problem(certificateProblems.notReady);
    const { institute, holder, instrument, procedure, verification, demonstration } = readRecord(row.record);
    const bytes = await printLotAnnex({
      number: lot.number,
      institute: institute.name,
      holder: holder.name,
      instrument: instrument.name,
      model: instrument.model,
      maker: instrument.maker,
      procedure: `${procedure.number} ${procedure.title[0]}`,
      testedOn: verification.testedOn,
      issuedOn: row.issuedOn,
      items: documents.map(({ serial, number, kind, validUntil }) => ({
        serial,
        number,
        conclusion: kind === 'certificate' ? 'pass' : 'fail',
        validUntil,
      })),
      demonstration,
    });
    return { name: `${lot.number}.pdf`, type: 'application/pdf', bytes, inPlace: true };
  },
};
