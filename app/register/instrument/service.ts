import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../event/service.ts';
import { instrumentProblems, type Instrument, type instrumentEndpoints } from './contract.ts';
import {
  allowedInstrumentActions,
  nameplateErrors,
  saidByKind,
  type InstrumentKind,
  type InstrumentStatus,
  type Parameters,
} from './rules.ts';
import * as store from './store.ts';

const toInstrument = (row: store.InstrumentRow): Instrument =>
  ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    model: row.model,
    serial: row.serial,
    maker: row.maker,
    holder: { id: row.holderId, name: row.holderName },
    region: row.region,
    place: row.place,
    use: row.use,
    parameters: row.parameters as Record<string, string>,
    status: row.status,
    version: row.version,
    demonstration: row.demonstration,
    recordedAt: row.recordedAt,
  }) as Instrument;

async function getInstrument(ctx: Context, id: string): Promise<store.InstrumentRow> {
  const row = await store.findWithin(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** An instrument for a later step of its own history, whoever the caller is; undefined when it was never recorded. */
export async function findInstrument(ctx: Pick<Context, 'db'>, id: string): Promise<Instrument | undefined> {
  const row = await store.findInstrument(ctx.db, id);
  return row && toInstrument(row);
}

/** Lets an organization see these instruments from now on, because it was asked to do something with them. */
export const openInstruments = (ctx: Context, ids: readonly string[], organizationId: string): Promise<unknown> =>
  store.insertReader(ctx.db, ids, organizationId, ctx.now);

/** The nameplate with what its kind says of it, or a refusal with what is wrong. */
function checkedNameplate(ctx: Context, kind: InstrumentKind, parameters: Parameters): Record<string, string> {
  const errors = nameplateErrors(kind, parameters, ctx.today);
  if (errors.length === 0) return { ...parameters, ...saidByKind(kind, ctx.today) };
  throw new Problem(instrumentProblems.nameplate, {
    issues: errors.map(({ path, text }) => ({ path: ['parameters', path], message: text[ctx.language === 'zh' ? 0 : 1] })),
  });
}

async function refuseTwin(ctx: Context, holderId: string, description: { maker: string; model: string; serial: string }, self?: string) {
  const twin = await store.findTwin(ctx.db, holderId, description);
  if (twin === undefined || twin.id === self) return;
  throw new Problem(instrumentProblems.registeredAlready, {
    detail: [`已有记录：${twin.name}（${twin.id}）`, `The existing record: ${twin.name} (${twin.id})`],
    issues: [{ path: ['serial'], message: twin.id }],
  });
}

/** Locks an instrument for a change by this caller. */
async function openForChange(ctx: Context, id: string): Promise<store.InstrumentRow> {
  await getInstrument(ctx, id);
  await store.lockInstrument(ctx.db, id);
  const row = await getInstrument(ctx, id);
  if (row.status === 'scrapped') throw new Problem(instrumentProblems.scrapped);
  if (allowedInstrumentActions({ ...row, status: row.status as InstrumentStatus }, ctx.caller).length === 0)
    throw new Problem(platformProblems.forbidden);
  return row;
}

function refuseFuture(ctx: Context, day: string): void {
  if (day > ctx.today)
    throw new Problem(platformProblems.invalid, {
      issues: [{ path: ['onDay'], message: ctx.language === 'zh' ? '不能晚于今天' : 'not later than today' }],
    });
}

export const instrumentService: Service<typeof instrumentEndpoints> = {
  async listInstruments({ query }, ctx) {
    const { rows, total } = await store.listInstruments(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toInstrument),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async readInstrument({ params }, ctx) {
    const row = await getInstrument(ctx, params.id);
    return {
      ...toInstrument(row),
      registrar: row.registrarName,
      moves: await store.listMoves(ctx.db, row.id),
      scrapping: (await store.findScrapping(ctx.db, row.id)) ?? null,
      allowed: allowedInstrumentActions({ ...row, status: row.status as InstrumentStatus }, ctx.caller),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async registerInstrument({ body }, ctx) {
    const { holderCreditCode, region, ...rest } = body;
    const holder = await store.findHolder(
      ctx.db,
      holderCreditCode === null ? { id: ctx.caller.organizationId } : { creditCode: holderCreditCode },
    );
    if (holder === undefined) throw new Problem(instrumentProblems.holderUnknown);
    // A holder keeps its own ledger only; an institute records for the holders it serves.
    if (holder.id !== ctx.caller.organizationId && !ctx.caller.roles.includes('institute-manager'))
      throw new Problem(platformProblems.forbidden);
    if (holder.validTo !== null && holder.validTo < ctx.today) throw new Problem(instrumentProblems.notInUse);
    const parameters = checkedNameplate(ctx, body.kind, body.parameters);
    await refuseTwin(ctx, holder.id, body);
    const id = ctx.newId();
    const inserted = await store.insertInstrument(ctx.db, {
      ...rest,
      parameters,
      id,
      holderId: holder.id,
      registrarId: ctx.caller.organizationId,
      region: region ?? holder.region,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    if (!inserted) await refuseTwin(ctx, holder.id, body);
    ctx.record({ kind: 'instrument.registered', subject: id, detail: { kind: body.kind, model: body.model, serial: body.serial } });
    return toInstrument(await getInstrument(ctx, id));
  },

  async changeInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id);
    const { version, reason, ...said } = body;
    const description = { ...said, parameters: checkedNameplate(ctx, row.kind as InstrumentKind, said.parameters) };
    await refuseTwin(ctx, row.holderId, description, row.id);
    if (!(await store.updateInstrument(ctx.db, row.id, version, description))) throw new Problem(platformProblems.stale);
    const before = { name: row.name, model: row.model, serial: row.serial, maker: row.maker, place: row.place, use: row.use };
    ctx.record({ kind: 'instrument.corrected', subject: row.id, reason, detail: { before: { ...before, parameters: row.parameters } } });
    return toInstrument(await getInstrument(ctx, row.id));
  },

  async moveInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id);
    refuseFuture(ctx, body.onDay);
    await store.moveInstrument(ctx.db, {
      id: ctx.newId(),
      instrumentId: row.id,
      fromRegion: row.region,
      fromPlace: row.place,
      toRegion: body.region,
      toPlace: body.place,
      onDay: body.onDay,
      reason: body.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'instrument.moved', subject: row.id, reason: body.reason, detail: { from: row.place, to: body.place } });
    return toInstrument(await getInstrument(ctx, row.id));
  },

  async scrapInstrument({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id);
    refuseFuture(ctx, body.onDay);
    await store.scrapInstrument(ctx.db, { instrumentId: row.id, ...body, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({ kind: 'instrument.scrapped', subject: row.id, reason: body.reason, detail: { onDay: body.onDay } });
    return toInstrument(await getInstrument(ctx, row.id));
  },
};
