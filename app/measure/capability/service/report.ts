import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { addDays } from '../../../kernel/day.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { capabilityProblems, type capabilityEndpoints, type CellReport } from '../contract.ts';
import { mayReport, nextStates, provenStates, type CellState } from '../rules/life-cycle.ts';
import * as store from '../store/report.ts';
import { findPlace, listStates } from '../store/matrix.ts';
import { insertCover } from '../store/cover.ts';

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

export async function getPlace(ctx: Context, region: string, item: string): Promise<Place> {
  const place = await findPlace(ctx.db, region, item);
  if (place === undefined) throw new Problem(platformProblems.notFound);
  return place;
}

export async function toReport(ctx: Context, row: store.ReportRow): Promise<CellReport> {
  const status = row.verdict === null ? 'reported' : (row.verdict as 'accepted' | 'rejected');
  return {
    id: row.id,
    list: row.list,
    region: { code: row.region, name: [row.regionName, row.regionNameEn] },
    item: { id: row.item, mark: row.mark, name: [row.itemName, row.itemNameEn] },
    state: row.state as CellState,
    since: row.since,
    body: row.bodyId === null ? null : { id: row.bodyId, name: row.bodyName ?? '' },
    documentNumber: row.documentNumber,
    files: await cardsOf(ctx, row.files),
    reason: row.reason,
    reportedBy: row.reportedBy,
    organization: row.organization,
    recordedAt: row.recordedAt,
    status,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    demonstration: row.demonstration,
    mayDecide: status === 'reported' && ctx.caller.permits.has('capability.accept') && row.reporterId !== ctx.caller.personId,
  } as CellReport;
}

async function getReport(ctx: Context, id: string): Promise<CellReport> {
  const row = await store.findReport(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toReport(ctx, row);
}

/** A change must follow from the state on the day before, and must not stand before a change that is accepted already. */
async function requireNext(ctx: Context, place: Place, change: { state: CellState; since: string }): Promise<void> {
  const { planId, region, item } = place;
  const last = await store.lastAccepted(ctx.db, planId, region, item);
  if (last !== undefined && change.since < last.since) throw new Problem(capabilityProblems.earlierThanLast);
  const corrects = last !== undefined && last.since === change.since;
  const asOf = corrects ? addDays(change.since, -1) : change.since;
  const [before] = await listStates(ctx.db, planId, { asOf, knownAt: ctx.now }, { region, item });
  if (!nextStates(before?.state ?? null).includes(change.state)) throw new Problem(capabilityProblems.notNext);
}

type ReportService = Pick<Service<typeof capabilityEndpoints>, 'listCellReports' | 'reportCell' | 'decideCell' | 'recordCover'>;

export const reportService: ReportService = {
  async listCellReports({ query }, ctx) {
    const { rows, total } = await store.listReports(ctx.db, query);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    const items = await Promise.all(shown.map((row) => toReport(ctx, row)));
    return { items, next: rows.length > query.limit && last ? `${last.recordedAt} ${last.id}` : null, total };
  },

  async reportCell({ params, body }, ctx) {
    const place = await getPlace(ctx, params.region, params.item);
    if (!mayReport(ctx.caller, place.region)) throw new Problem(platformProblems.forbidden);
    if (body.since > ctx.today)
      throw new Problem(capabilityProblems.future, { issues: [{ path: ['since'], message: capabilityProblems.future.text[0] }] });
    const isProven = body.bodyId !== null && body.documentNumber !== null && body.documentNumber !== '' && body.files.length > 0;
    if (provenStates.includes(body.state) && !isProven) throw new Problem(capabilityProblems.unproven);
    await getFiles(ctx, body.files);
    await store.lockCell(ctx.db, place.planId, place.region, place.item);
    const history = await store.listHistory(ctx.db, place.planId, place.region, place.item);
    if (history.some((row) => row.verdict === null)) throw new Problem(capabilityProblems.pending);
    await requireNext(ctx, place, body);
    const id = ctx.newId();
    await store.insertReport(ctx.db, {
      ...body,
      id,
      planId: place.planId,
      region: place.region,
      item: place.item,
      reportedBy: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const detail = { region: place.region, item: place.item, state: body.state, since: body.since };
    ctx.record({ kind: 'capability.reported', subject: id, reason: body.reason, detail });
    return getReport(ctx, id);
  },

  async decideCell({ params, body }, ctx) {
    const row = await store.findReport(ctx.db, params.id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    await store.lockCell(ctx.db, row.planId, row.region, row.item);
    const report = await store.findReport(ctx.db, params.id);
    if (report === undefined || report.verdict !== null) throw new Problem(capabilityProblems.decided);
    if (report.reporterId === ctx.caller.personId) throw new Problem(capabilityProblems.ownReport);
    if (body.verdict === 'accepted') {
      const place = await getPlace(ctx, report.region, report.item);
      await requireNext(ctx, place, { state: report.state as CellState, since: report.since });
    }
    await store.insertDecision(ctx.db, { ...body, cellId: report.id, personId: ctx.caller.personId, decidedAt: ctx.now });
    const detail = { region: report.region, item: report.item, state: report.state, since: report.since };
    ctx.record({ kind: `capability.${body.verdict}`, subject: report.id, reason: body.reason, detail });
    return getReport(ctx, report.id);
  },

  async recordCover({ params, body }, ctx) {
    const place = await getPlace(ctx, params.region, params.item);
    if (!mayReport(ctx.caller, place.region)) throw new Problem(platformProblems.forbidden);
    const files = await getFiles(ctx, body.files);
    const id = ctx.newId();
    await insertCover(ctx.db, {
      ...body,
      id,
      planId: place.planId,
      region: place.region,
      item: place.item,
      reportedBy: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    ctx.record({
      kind: 'capability.covered',
      subject: id,
      reason: body.reason,
      detail: { region: place.region, item: place.item, kind: body.kind },
    });
    const { kind, validFrom, validTo, documentNumber, reason } = body;
    return { id, kind, body: null, validFrom, validTo, documentNumber, files, reason, recordedAt: ctx.now };
  },
};
