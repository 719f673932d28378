import { addDays } from '../../../kernel/day.ts';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import type { scheduleEndpoints } from '../contract.ts';
import { scheduleProblems } from '../contract/problems.ts';
import * as absenceStore from '../store/absence.ts';
import * as store from '../store/resource.ts';
import { toAbsence, toResource } from './reply.ts';

async function getResource(ctx: Context, id: string): Promise<store.ResourceRow> {
  const row = await store.findResource(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Locks a bench or van of the caller's institute that has not ended. */
async function openForChange(ctx: Context, id: string): Promise<store.ResourceRow> {
  const seen = await getResource(ctx, id);
  if (seen.instituteId !== ctx.caller.organizationId || seen.kind === 'person') throw new Problem(platformProblems.forbidden);
  await store.lockResources(ctx.db, [id]);
  const row = await getResource(ctx, id);
  if (row.lastDay !== null) throw new Problem(scheduleProblems.resourceEnded);
  return row;
}

/** Of a bench the load is demanded; a van has none. */
function loadOf(ctx: Context, kind: string, load: number | null): number | null {
  if (kind !== 'bench') return null;
  if (load !== null) return load;
  const message = inLanguage(['请填写每日可检定的台数', 'Say how many instruments a day'], ctx.language);
  throw new Problem(platformProblems.invalid, { issues: [{ path: ['load'], message }] });
}

/** A bench or van of the institute; a person too, who becomes bookable by it. */
async function lockAny(ctx: Context, id: string): Promise<void> {
  const institute = ctx.caller.organizationId;
  const tester = (await store.listTesters(ctx.db, institute)).find((one) => one.id === id);
  if (tester !== undefined)
    await store.insertPersons(ctx.db, [tester], {
      instituteId: institute,
      region: ctx.caller.region,
      recordedBy: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
  const [locked] = await store.lockResources(ctx.db, [id]);
  if (locked === undefined || locked.instituteId !== institute) throw new Problem(scheduleProblems.resourceUnknown);
}

type Managing = Pick<
  Service<typeof scheduleEndpoints>,
  'listResources' | 'readResource' | 'recordResource' | 'changeResource' | 'endResource' | 'recordAbsence' | 'withdrawAbsence'
>;

export const resourceService: Managing = {
  async listResources({ query }, ctx) {
    const { rows, total } = await store.listResources(ctx.db, ctx.caller.scope, ctx.today, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toResource(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async readResource({ params }, ctx) {
    const row = await getResource(ctx, params.id);
    return {
      ...toResource(row, ctx),
      absences: (await absenceStore.listOfResource(ctx.db, row.id)).map(toAbsence),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async recordResource({ body }, ctx) {
    if (!(await store.isInstitute(ctx.db, ctx.caller.organizationId))) throw new Problem(scheduleProblems.notAnInstitute);
    const id = ctx.newId();
    const inserted = await store.insertResource(ctx.db, {
      id,
      instituteId: ctx.caller.organizationId,
      region: ctx.caller.region,
      kind: body.kind,
      name: body.name,
      memberId: null,
      instrumentKinds: body.kind === 'bench' ? [...new Set(body.instrumentKinds)] : [],
      load: loadOf(ctx, body.kind, body.load),
      aboard: body.aboard,
      recordedBy: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (!inserted) throw new Problem(scheduleProblems.nameTaken);
    ctx.record({ kind: 'schedule.resourceRecorded', subject: id, detail: { kind: body.kind, name: body.name, load: body.load } });
    return toResource(await getResource(ctx, id), ctx);
  },

  async changeResource({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id);
    if (await store.isNameTaken(ctx.db, row.instituteId, row.kind, body.name, row.id)) throw new Problem(scheduleProblems.nameTaken);
    const change = {
      name: body.name,
      instrumentKinds: row.kind === 'bench' ? [...new Set(body.instrumentKinds)] : [],
      load: loadOf(ctx, row.kind, body.load),
      aboard: body.aboard,
    };
    if (!(await store.updateResource(ctx.db, row.id, body.version, change))) throw new Problem(platformProblems.stale);
    const before = { name: row.name, load: row.load, instrumentKinds: row.instrumentKinds };
    ctx.record({ kind: 'schedule.resourceChanged', subject: row.id, reason: body.reason, detail: { before, after: change } });
    return toResource(await getResource(ctx, row.id), ctx);
  },

  async endResource({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id);
    const after = addDays(body.lastDay, 1);
    if ((await store.countBookings(ctx.db, row.id, after < ctx.today ? ctx.today : after, null)) > 0)
      throw new Problem(scheduleProblems.stillBooked);
    await store.updateResource(ctx.db, row.id, row.version, { lastDay: body.lastDay, endingReason: body.reason });
    ctx.record({ kind: 'schedule.resourceEnded', subject: row.id, reason: body.reason, detail: { lastDay: body.lastDay } });
    return toResource(await getResource(ctx, row.id), ctx);
  },

  async recordAbsence({ body }, ctx) {
    if (body.fromDay > body.toDay) throw new Problem(scheduleProblems.dayTwice);
    await lockAny(ctx, body.resource);
    const id = ctx.newId();
    const { resource, ...rest } = body;
    await absenceStore.insertAbsence(ctx.db, { ...rest, id, resourceId: resource, recordedBy: ctx.caller.personId, recordedAt: ctx.now });
    const clashes = await store.countBookings(ctx.db, resource, body.fromDay < ctx.today ? ctx.today : body.fromDay, body.toDay);
    ctx.record({
      kind: 'schedule.awayRecorded',
      subject: resource,
      reason: body.reason,
      detail: { absence: id, from: body.fromDay, to: body.toDay, cause: body.cause, clashes },
    });
    const row = await absenceStore.findAbsence(ctx.db, ctx.caller.organizationId, id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    return { ...toAbsence(row), clashes };
  },

  async withdrawAbsence({ params, body }, ctx) {
    const row = await absenceStore.findAbsence(ctx.db, ctx.caller.organizationId, params.id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    const by = { endedBy: ctx.caller.personId, endedAt: ctx.now };
    if (!(await absenceStore.endAbsence(ctx.db, row.id, by))) throw new Problem(scheduleProblems.absenceEnded);
    ctx.record({ kind: 'schedule.awayWithdrawn', subject: row.resourceId, reason: body.reason, detail: { absence: row.id } });
    return toAbsence({ ...row, endedAt: ctx.now });
  },
};
