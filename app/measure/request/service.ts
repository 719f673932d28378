import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems, type ProblemDefinition } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { designatedAbove, designatedFor } from '../../register/designation/service.ts';
import { findInstrument, openInstruments } from '../../register/instrument/service.ts';
import { requestProblems, type Request, type requestEndpoints } from './contract.ts';
import { allowedRequestActions, requestLifeCycle, type RequestDecision, type RequestStatus } from './rules.ts';
import { readinessService } from './service/readiness.ts';
import { recordOutcomes, type Outcome } from './store/outcome.ts';
import * as store from './store/request.ts';

const toRequest = (row: store.RequestRow): Request =>
  ({
    id: row.id,
    holder: { id: row.holderId, name: row.holderName },
    institute: { id: row.instituteId, name: row.instituteName },
    region: row.region,
    instrumentKind: row.instrumentKind,
    verificationKind: row.verificationKind,
    whereDone: row.whereDone,
    status: row.status,
    instrumentCount: row.instrumentCount,
    servedCount: row.servedCount,
    designation: { region: row.designationRegion, documentNumber: row.designationDocument, authority: row.authorityName },
    ecqsNumber: row.ecqsNumber,
    note: row.note,
    reason: row.reason,
    submittedBy: row.submitter,
    submittedAt: row.submittedAt,
    demonstration: row.demonstration,
  }) as Request;

async function getRequest(ctx: Context, id: string): Promise<store.RequestRow> {
  const row = await store.findRequest(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const aboutInstruments = (definition: ProblemDefinition, ids: readonly string[]): Problem =>
  new Problem(definition, { issues: ids.map((id) => ({ path: ['instruments', id], message: id })) });

/** The caller's own instruments, all in use, of one kind in one region. */
async function gatherInstruments(ctx: Context, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => findInstrument(ctx, id)));
  const own = found.flatMap((instrument) => (instrument?.holder.id === ctx.caller.organizationId ? [instrument] : []));
  const [first] = own;
  if (first === undefined || own.length < ids.length) throw new Problem(platformProblems.notFound);
  const scrapped = own.filter(({ status }) => status !== 'in-use').map(({ id }) => id);
  if (scrapped.length > 0) throw aboutInstruments(requestProblems.notInUse, scrapped);
  const strangers = own.filter(({ kind, region }) => kind !== first.kind || region !== first.region).map(({ id }) => id);
  if (strangers.length > 0) throw aboutInstruments(requestProblems.mixed, strangers);
  return { kind: first.kind, region: first.region };
}

const outcomeOf: Record<RequestDecision, Outcome> = { accept: 'accepted', refuse: 'refused', refer: 'referred' };

/** Locks a request for a decision of this caller and records the outcome of each of its instruments. */
async function decide(ctx: Context, id: string, action: RequestDecision, reason: string | null): Promise<store.RequestRow> {
  await getRequest(ctx, id);
  await store.lockRequest(ctx.db, id);
  const row = await getRequest(ctx, id);
  const status = row.status as RequestStatus;
  if (!(action in requestLifeCycle[status])) throw new Problem(requestProblems.decided);
  if (!allowedRequestActions({ ...row, status }, ctx.caller).includes(action)) throw new Problem(platformProblems.forbidden);
  const outcome = outcomeOf[action];
  const items = await store.listItems(ctx.db, id);
  await recordOutcomes(ctx.db, items, { outcome, instituteId: row.instituteId, day: ctx.today, recordedAt: ctx.now });
  if (action !== 'refer') await store.setDecision(ctx.db, id, { status: outcome, reason });
  ctx.record({ kind: `request.${outcome}`, subject: id, reason: reason ?? undefined, detail: { instruments: items.length } });
  return row;
}

export const requestService: Service<typeof requestEndpoints> = {
  ...readinessService,

  async listRequests({ query }, ctx) {
    const { rows, total } = await store.listRequests(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toRequest),
      next: rows.length > query.limit && last ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total,
    };
  },

  async readRequest({ params }, ctx) {
    const row = await getRequest(ctx, params.id);
    const allowed = allowedRequestActions({ ...row, status: row.status as RequestStatus }, ctx.caller);
    const above = allowed.includes('refer')
      ? await designatedAbove(ctx, row.designationRegion, row.instrumentKind, row.instituteId)
      : undefined;
    return {
      ...toRequest(row),
      items: (await store.listItems(ctx.db, row.id)).map((item) => ({
        id: item.id,
        outcome: item.outcome as Outcome | null,
        instrument: {
          id: item.instrumentId,
          name: item.name,
          model: item.model,
          serial: item.serial,
          maker: item.maker,
          place: item.place,
          parameters: item.parameters as Record<string, string>,
        },
      })),
      allowed: above === undefined ? allowed.filter((action) => action !== 'refer') : allowed,
      nextInstitute: above === undefined ? null : { ...above.institute, region: above.region },
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async submitRequest({ body }, ctx) {
    const ids = [...new Set(body.instruments)];
    const { kind, region } = await gatherInstruments(ctx, ids);
    const designation = await designatedFor(ctx, region, kind);
    if (designation === undefined) throw new Problem(requestProblems.notDesignated);
    const id = ctx.newId();
    const inserted = await store.insertRequest(
      ctx.db,
      {
        id,
        holderId: ctx.caller.organizationId,
        region,
        instrumentKind: kind,
        verificationKind: body.verificationKind,
        whereDone: body.whereDone,
        designationId: designation.id,
        instituteId: designation.institute.id,
        note: body.note,
        ecqsNumber: body.ecqsNumber,
        submittedBy: ctx.caller.personId,
        submittedAt: ctx.now,
        demonstration: ctx.demonstration,
      },
      ids.length,
    );
    if (!inserted) throw new Problem(requestProblems.ecqsNumberTaken);
    const added = await store.insertItems(
      ctx.db,
      ids.map((instrumentId) => ({ id: ctx.newId(), requestId: id, instrumentId, region })),
    );
    const open = ids.filter((instrumentId) => !added.some((item) => item.instrumentId === instrumentId));
    if (open.length > 0) throw aboutInstruments(requestProblems.openAlready, open);
    await openInstruments(ctx, ids, designation.institute.id);
    ctx.record({
      kind: 'request.submitted',
      subject: id,
      detail: { institute: designation.institute.id, designation: designation.documentNumber, instruments: ids.length },
    });
    return toRequest(await getRequest(ctx, id));
  },

  async acceptRequest({ params }, ctx) {
    await decide(ctx, params.id, 'accept', null);
    return toRequest(await getRequest(ctx, params.id));
  },

  async refuseRequest({ params, body }, ctx) {
    await decide(ctx, params.id, 'refuse', body.reason);
    return toRequest(await getRequest(ctx, params.id));
  },

  async referRequest({ params, body }, ctx) {
    const row = await decide(ctx, params.id, 'refer', body.reason);
    const above = await designatedAbove(ctx, row.designationRegion, row.instrumentKind, row.instituteId);
    if (above === undefined) throw new Problem(requestProblems.noNextLevel);
    await store.setDecision(ctx.db, row.id, {
      status: 'referred',
      reason: body.reason,
      instituteId: above.institute.id,
      designationId: above.id,
    });
    const items = await store.listItems(ctx.db, row.id);
    await openInstruments(
      ctx,
      items.map(({ instrumentId }) => instrumentId),
      above.institute.id,
    );
    return toRequest(await getRequest(ctx, row.id));
  },
};
