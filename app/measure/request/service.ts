import { printCursor } from '../../kernel/page.ts';
import type { Service } from '../../platform/context.ts';
import { designatedAbove } from '../../register/designation/service.ts';
import { timelineOf } from '../../register/event/service.ts';
import type { Request, requestEndpoints } from './contract.ts';
import { allowedRequestActions, type RequestStatus } from './rules.ts';
import { decide, getRequest, refer } from './service/decide.ts';
import { fileRequest } from './service/file-request.ts';
import { readinessService } from './service/readiness.ts';
import { gatherOne, refuseOpen } from './service/submit.ts';
import type { Outcome } from './store/outcome.ts';
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
    const { instruments: ids, ...rest } = body;
    const holderId = ctx.caller.organizationId;
    const found = await gatherOne(ctx, ids, holderId);
    const filed = await fileRequest(ctx, { ...rest, ...found, holderId, origin: 'holder', batchId: null });
    refuseOpen(filed);
    return toRequest(await getRequest(ctx, filed.requestId));
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
    return toRequest(await refer(ctx, params.id, body.reason));
  },
};
