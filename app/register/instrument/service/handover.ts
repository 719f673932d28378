import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelinePage } from '../../event/service.ts';
import type { Handover, handoverEndpoints } from '../contract/handover.ts';
import { instrumentProblems } from '../contract/problems.ts';
import {
  allowedHandoverActions,
  handoverLifeCycle,
  instrumentLifeCycle,
  seenBy,
  type HandoverAction,
  type HandoverStatus,
  type InstrumentStatus,
} from '../rules.ts';
import { findInstrument, listParts, listThread, lockInstruments } from '../store.ts';
import * as store from '../store/handover.ts';
import { findHolder } from '../store/lookup.ts';
import { refuseFuture } from './card.ts';
import { refusingDoubles } from './doubles.ts';
import { openForChange } from './open.ts';
import { checkedWhere } from './where.ts';

const allowedFor = (ctx: Context, row: store.HandoverRow): HandoverAction[] =>
  allowedHandoverActions({ status: row.status as HandoverStatus, fromId: row.fromHolderId, toId: row.toHolderId }, ctx.caller);

const toHandover = (ctx: Context, row: store.HandoverRow): Handover =>
  ({
    id: row.id,
    instrument: {
      id: row.instrumentId,
      code: row.code,
      kind: row.kind,
      name: row.name,
      model: row.model,
      serial: row.serial,
      maker: row.maker,
      parts: row.parts,
    },
    from: { id: row.fromHolderId, name: row.giverName },
    to: { id: row.toHolderId, name: row.receiverName },
    onDay: row.onDay,
    reason: row.reason,
    status: row.status,
    offeredAt: row.offeredAt,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    allowed: allowedFor(ctx, row),
  }) as unknown as Handover;

async function getHandover(ctx: Context, id: string): Promise<store.HandoverRow> {
  const row = await store.findHandover(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** The instrument first, then its offer: in the order in which every change of an instrument locks. */
async function openHandover(ctx: Context, id: string, action: HandoverAction): Promise<{ row: store.HandoverRow; ids: string[] }> {
  const seen = await getHandover(ctx, id);
  const parts = await listParts(ctx.db, seen.instrumentId);
  const ids = [seen.instrumentId, ...parts.filter(({ holderId }) => holderId === seen.fromHolderId).map((part) => part.id)];
  await lockInstruments(ctx.db, ids);
  await store.lockHandover(ctx.db, id);
  const row = await getHandover(ctx, id);
  if (row.status !== 'offered') throw new Problem(instrumentProblems.handoverDecided);
  if (!allowedFor(ctx, row).includes(action)) throw new Problem(platformProblems.forbidden);
  return { row, ids };
}

async function decide(
  ctx: Context,
  row: store.HandoverRow,
  action: HandoverAction,
  kind: 'instrument.handoverAccepted' | 'instrument.handoverDeclined' | 'instrument.handoverWithdrawn',
  reason: string | null,
): Promise<Handover> {
  const status = handoverLifeCycle.offered[action];
  await store.decideHandover(ctx.db, row.id, { status, decidedBy: ctx.caller.personId, decidedAt: ctx.now, decisionReason: reason });
  ctx.record({
    kind,
    subject: row.instrumentId,
    reason: reason ?? undefined,
    detail: { handover: row.id, from: row.fromHolderId, to: row.toHolderId, onDay: row.onDay },
  });
  return toHandover(ctx, await getHandover(ctx, row.id));
}

export const handoverService: Service<typeof handoverEndpoints> = {
  async offerInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, 'offer');
    refuseFuture(ctx, body.onDay);
    const receiver = await findHolder(ctx.db, { creditCode: body.receiverCreditCode });
    if (receiver === undefined || (receiver.validTo !== null && receiver.validTo < ctx.today))
      throw new Problem(instrumentProblems.holderUnknown, {
        issues: [{ path: ['receiverCreditCode'], message: ctx.language === 'zh' ? '没有登记，或已终止' : 'not registered, or ended' }],
      });
    if (receiver.id === row.holderId) throw new Problem(instrumentProblems.ownReceiver);
    const id = ctx.newId();
    const inserted = await store.insertHandover(ctx.db, {
      id,
      instrumentId: row.id,
      fromHolderId: row.holderId,
      toHolderId: receiver.id,
      onDay: body.onDay,
      reason: body.reason,
      offeredBy: ctx.caller.personId,
      offeredAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (inserted === undefined) throw new Problem(instrumentProblems.offered);
    ctx.record({
      kind: 'instrument.handoverOffered',
      subject: row.id,
      reason: body.reason,
      detail: { handover: id, from: row.holderId, to: receiver.id, onDay: body.onDay },
    });
    return toHandover(ctx, await getHandover(ctx, id));
  },

  async listHandovers({ query }, ctx) {
    const { rows, total } = await store.listHandovers(ctx.db, ctx.caller.scope, ctx.caller.organizationId, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toHandover(ctx, row)),
      next: rows.length > query.limit && last ? printCursor({ at: last.offeredAt, id: last.id }) : null,
      total,
    };
  },

  async readHandover({ params }, ctx) {
    const row = await getHandover(ctx, params.id);
    return { ...toHandover(ctx, row), timeline: await heldTimeline(ctx, row) };
  },

  async acceptHandover({ params, body }, ctx) {
    const { row, ids } = await openHandover(ctx, params.id, 'accept');
    const instrument = await findInstrument(ctx.db, row.instrumentId);
    // Between offer and answer it may have been lost or scrapped, or have gone along with its installation.
    if (
      instrument === undefined ||
      instrument.holderId !== row.fromHolderId ||
      !('offer' in instrumentLifeCycle[instrument.status as InstrumentStatus])
    )
      throw new Problem(instrumentProblems.otherState);
    const where = await checkedWhere(ctx, body, ctx.caller.region);
    const taken = await store.listTaken(ctx.db, ids, row.toHolderId);
    if (taken.length > 0)
      throw new Problem(instrumentProblems.registeredAlready, {
        issues: taken.map(({ code, takenBy }) => ({ path: ['serial'], message: `${code} = ${takenBy}` })),
      });
    await refusingDoubles(() => store.changeHolder(ctx.db, ids, row.fromHolderId, row.toHolderId, where, row.instrumentId));
    for (const part of ids.slice(1))
      ctx.record({
        kind: 'instrument.handoverAccepted',
        subject: part,
        detail: { handover: row.id, from: row.fromHolderId, to: row.toHolderId, onDay: row.onDay },
      });
    return decide(ctx, row, 'accept', 'instrument.handoverAccepted', null);
  },

  async declineHandover({ params, body }, ctx) {
    const { row } = await openHandover(ctx, params.id, 'decline');
    return decide(ctx, row, 'decline', 'instrument.handoverDeclined', body.reason);
  },

  async withdrawHandover({ params, body }, ctx) {
    const { row } = await openHandover(ctx, params.id, 'withdraw');
    return decide(ctx, row, 'withdraw', 'instrument.handoverWithdrawn', body.reason);
  },
};

/** What the giver may still read: its own time with the instrument, up to the hand-over. The receiver reads the record itself. */
async function heldTimeline(ctx: Context, row: store.HandoverRow) {
  const isGiver = ctx.caller.organizationId === row.fromHolderId || ctx.caller.scope.kind !== 'organization';
  if (!isGiver || row.status !== 'accepted' || row.decidedAt === null) return [];
  const until = row.decidedAt;
  const since = (await store.findAcceptanceBefore(ctx.db, row.instrumentId, row.fromHolderId, until))?.decidedAt ?? null;
  const subjects = [row.instrumentId, ...(await listThread(ctx.db, row.instrumentId))];
  const events = await timelinePage(ctx, subjects, { limit: 500 });
  const audience =
    ctx.caller.scope.kind === 'organization'
      ? ({ kind: 'organization', organizationId: row.fromHolderId, heldSince: since } as const)
      : ({ kind: 'authority' } as const);
  return events
    .filter(({ at }) => at <= until)
    .flatMap((event) => seenBy(event, audience) ?? [])
    .reverse();
}
