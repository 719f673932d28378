import { printCursor } from '../../kernel/page.ts';
import type { Context, Service } from '../../platform/context.ts';
import { designatedAbove } from '../../register/designation/service.ts';
import { timelineOf } from '../../register/event/service.ts';
import { tellLateBy } from '../../register/instrument/service.ts';
import { instrumentKinds } from '../../register/catalogue/rules/kinds.ts';
import type { requestEndpoints } from './contract.ts';
import { allowedRequestActions, mayWithdraw, type RequestStatus } from './rules.ts';
import { acceptMany } from './service/accept-many.ts';
import { submissionService } from './service/batch.ts';
import { decide, refer } from './service/decide.ts';
import { getRequest } from './service/get-request.ts';
import { lateByInstitute } from './service/late.ts';
import { readinessService } from './service/readiness.ts';
import { toItems, toRequest, toRequests } from './service/reply.ts';
import { resumePeriods, stopPeriods } from './service/stop.ts';
import { withdraw } from './service/withdraw.ts';
import { itemColumns, requestColumns, toWorkbook } from './service/workbook.ts';
import { countSteps, listItems, listReferrals } from './store/item.ts';
import { countRequests, listPage, type Filter } from './store/list.ts';
import type { RequestRow } from './store/request.ts';

tellLateBy(lateByInstitute);

type Allowed = 'accept' | 'refuse' | 'refer' | 'withdraw' | 'stop' | 'resume';

/** What the caller may do with a request now; the clock as far as there are instruments whose clock runs or stands still. */
function allowedFor(ctx: Context, row: RequestRow, clocks: { readonly running: boolean; readonly stopped: boolean }): Allowed[] {
  const status = row.status as RequestStatus;
  const inHand = row.instituteId === ctx.caller.organizationId && ctx.caller.permits.has('request.decide');
  return [
    ...allowedRequestActions({ ...row, status }, ctx.caller),
    ...(mayWithdraw({ ...row, status }, ctx.caller) ? (['withdraw'] as const) : []),
    ...(inHand && clocks.running ? (['stop'] as const) : []),
    ...(inHand && clocks.stopped ? (['resume'] as const) : []),
  ];
}

const pageOfExport = 500;

/** Every request of a filter, page after page. */
async function* everyRequest(ctx: Context, filter: Filter) {
  for (let after: string | undefined; ;) {
    const rows = await listPage(ctx.db, ctx.caller.scope, { ...filter, limit: pageOfExport, after }, ctx.today);
    const page = rows.slice(0, pageOfExport);
    yield await toRequests(ctx, page);
    const last = page[page.length - 1];
    if (rows.length <= pageOfExport || last === undefined) return;
    after = printCursor({ at: last.submittedAt, id: last.id });
  }
}

async function* everyItem(ctx: Context, row: RequestRow) {
  for (let after: string | undefined; ;) {
    const { rows } = await listItems(ctx.db, row.id, { limit: pageOfExport, after });
    const page = rows.slice(0, pageOfExport);
    yield await toItems(ctx, row, page);
    if (rows.length <= pageOfExport) return;
    after = page[page.length - 1]?.id;
  }
}

const firstItems = 200;

export const requestService: Service<typeof requestEndpoints> = {
  ...submissionService,
  ...readinessService,

  async listRequests({ query }, ctx) {
    const { scope } = ctx.caller;
    const rows = await listPage(ctx.db, scope, query, ctx.today);
    const page = rows.slice(0, query.limit);
    const last = page[page.length - 1];
    return {
      items: await toRequests(ctx, page),
      next: rows.length > query.limit && last ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total: await countRequests(ctx.db, scope, query, ctx.today),
    };
  },

  async downloadRequests({ query }, ctx) {
    return toWorkbook(['强检申请', 'Verification requests'], requestColumns, everyRequest(ctx, query), ctx);
  },

  async readRequest({ params }, ctx) {
    const row = await getRequest(ctx, params.id);
    const items = (await listItems(ctx.db, row.id, { limit: firstItems })).rows.slice(0, firstItems);
    const steps = await countSteps(ctx.db, row.id);
    const clocks = { running: steps.some(({ running }) => running > 0), stopped: steps.some(({ stopped }) => stopped > 0) };
    const allowed = allowedFor(ctx, row, clocks);
    const above = allowed.includes('refer')
      ? await designatedAbove(ctx, row.designationRegion, row.instrumentKind, row.instituteId)
      : undefined;
    return {
      ...(await toRequest(ctx, row)),
      items: await toItems(ctx, row, items),
      stepCounts: Object.fromEntries(steps.map(({ step, n }) => [step, n])),
      allowed: above === undefined ? allowed.filter((action) => action !== 'refer') : allowed,
      nextInstitute:
        above === undefined
          ? null
          : { ...above.institute, region: above.region, documentNumber: above.documentNumber, authority: above.authority },
      referrals: await listReferrals(ctx.db, row.id),
      timeline: await timelineOf(ctx, row.id),
    } as never;
  },

  async listRequestItems({ params, query }, ctx) {
    const row = await getRequest(ctx, params.id);
    const { rows, total } = await listItems(ctx.db, row.id, query);
    const page = rows.slice(0, query.limit);
    return {
      items: await toItems(ctx, row, page),
      next: rows.length > query.limit ? (page[page.length - 1]?.id ?? null) : null,
      total,
    };
  },

  async downloadRequestItems({ params }, ctx) {
    const row = await getRequest(ctx, params.id);
    const kind = instrumentKinds[row.instrumentKind as keyof typeof instrumentKinds].text;
    return toWorkbook([`申请器具 ${kind[0]}`, `Requested ${kind[1]}`], itemColumns, everyItem(ctx, row), ctx);
  },

  async acceptRequest({ params }, ctx) {
    await decide(ctx, params.id, 'accept', null);
    return toRequest(ctx, await getRequest(ctx, params.id));
  },

  async acceptRequests({ body }, ctx) {
    return { outcomes: await acceptMany(ctx, body.requests) } as never;
  },

  async refuseRequest({ params, body }, ctx) {
    await decide(ctx, params.id, 'refuse', body.reason);
    return toRequest(ctx, await getRequest(ctx, params.id));
  },

  async referRequest({ params, body }, ctx) {
    return toRequest(ctx, await refer(ctx, params.id, body.reason));
  },

  async withdrawRequest({ params, body }, ctx) {
    await withdraw(ctx, params.id, body);
    return toRequest(ctx, await getRequest(ctx, params.id));
  },

  async stopPeriod({ params, body }, ctx) {
    await stopPeriods(ctx, params.id, body);
    return toRequest(ctx, await getRequest(ctx, params.id));
  },

  async resumePeriod({ params, body }, ctx) {
    await resumePeriods(ctx, params.id, body.items);
    return toRequest(ctx, await getRequest(ctx, params.id));
  },
};
