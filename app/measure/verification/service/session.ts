import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Session, sessionEndpoints } from '../contract/session.ts';
import type { StandardChoice } from '../contract/shapes.ts';
import * as store from '../store/session.ts';
import { refuseUnknownStandards, resolveStandards, toUsed } from './standards.ts';

const mayChange = (ctx: Context, row: store.SessionRow): boolean =>
  row.technicianId === ctx.caller.personId && row.instituteId === ctx.caller.organizationId && ctx.caller.permits.has('verification.enter');

const toSession = async (ctx: Context, row: store.SessionRow): Promise<Session> =>
  ({
    id: row.id,
    institute: { id: row.instituteId, name: row.instituteName },
    technician: { id: row.technicianId, name: row.technicianName },
    day: row.day,
    place: row.place,
    environment: row.environment,
    standards: (await resolveStandards(ctx, row.instituteId, row.standards as StandardChoice[], row.day)).map(toUsed),
    version: row.version,
    recordCount: row.recordCount,
    draftCount: row.draftCount,
    begunAt: row.begunAt,
    demonstration: row.demonstration,
    mayChange: mayChange(ctx, row),
  }) as Session;

async function getSession(ctx: Context, id: string): Promise<store.SessionRow> {
  const row = await store.findSession(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** A record may only stand in a session of its own technician. */
export async function refuseSession(ctx: Context, id: string | null, technicianId: string, instituteId: string): Promise<void> {
  if (id === null) return;
  const row = await store.findSession(ctx.db, ctx.caller.scope, id);
  if (row?.technicianId !== technicianId || row.instituteId !== instituteId) throw new Problem(verificationProblems.notASession);
}

export function refuseFuture(ctx: Context, field: string, day: string | null): void {
  if (day === null || day <= ctx.today) return;
  const message = inLanguage(['检定日期不能晚于今天', 'the test is not later than today'], ctx.language);
  throw new Problem(platformProblems.invalid, { issues: [{ path: [field], message }] });
}

type Body = { readonly day: string; readonly place: string; readonly environment: unknown; readonly standards: readonly StandardChoice[] };
const conditionsIn = ({ day, place, environment, standards }: Body) => ({ day, place, environment, standards });

/** Begins a session of the caller, and answers its id. */
export async function beginSession(ctx: Context, body: Body): Promise<string> {
  refuseFuture(ctx, 'day', body.day);
  await refuseUnknownStandards(ctx, ctx.caller.organizationId, body.standards);
  const id = ctx.newId();
  await store.insertSession(ctx.db, {
    id,
    instituteId: ctx.caller.organizationId,
    region: ctx.caller.region,
    technicianId: ctx.caller.personId,
    begunAt: ctx.now,
    demonstration: ctx.demonstration,
    conditions: conditionsIn(body),
  });
  ctx.record({ kind: 'verification.sessionBegun', subject: id, detail: { day: body.day } });
  return id;
}

export const sessionService: Service<typeof sessionEndpoints> = {
  async listVerificationSessions({ query }, ctx) {
    const { mine, ...filter } = query;
    const { rows, total } = await store.listSessions(ctx.db, ctx.caller.scope, {
      ...filter,
      technicianId: mine === 'true' ? ctx.caller.personId : undefined,
    });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: await Promise.all(items.map((row) => toSession(ctx, row))),
      next: rows.length > query.limit && last ? printCursor({ at: last.begunAt, id: last.id }) : null,
      total,
    };
  },

  async readVerificationSession({ params }, ctx) {
    const row = await getSession(ctx, params.id);
    return { ...(await toSession(ctx, row)), timeline: await timelineOf(ctx, row.id) };
  },

  async beginVerificationSession({ body }, ctx) {
    return toSession(ctx, await getSession(ctx, await beginSession(ctx, body)));
  },

  async changeVerificationSession({ params, body }, ctx) {
    await getSession(ctx, params.id);
    await store.lockSession(ctx.db, params.id);
    const row = await getSession(ctx, params.id);
    if (!mayChange(ctx, row)) throw new Problem(platformProblems.forbidden);
    if (row.version !== body.version) throw new Problem(platformProblems.stale);
    refuseFuture(ctx, 'day', body.day);
    await refuseUnknownStandards(ctx, row.instituteId, body.standards);
    await store.changeSession(ctx.db, row.id, conditionsIn(body), row.version + 1);
    const { day, place, environment, standards } = row;
    ctx.record({
      kind: 'verification.sessionChanged',
      subject: row.id,
      detail: { version: row.version + 1, before: { day, place, environment, standards } },
    });
    return toSession(ctx, await getSession(ctx, row.id));
  },
};
