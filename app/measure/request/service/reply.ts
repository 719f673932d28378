import type { Context } from '../../../platform/context.ts';
import { calendarExceptions, yearsWithNotice } from '../../../register/calendar/service.ts';
import type { Request, RequestItem } from '../contract.ts';
import { clockOf, isLateByInstitute } from '../rules/period.ts';
import type { RequestStep } from '../rules/step.ts';
import type { ItemRow } from '../store/item.ts';
import { summariesOf } from '../store/list.ts';
import type { RequestRow } from '../store/request.ts';
import { listSteps } from '../store/step.ts';
import { listStops } from '../store/stop.ts';

const plain = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null);

/** The holidays between the earliest and the latest of some days and today. */
async function exceptionsFor(ctx: Context, days: readonly (string | null)[]) {
  const known = [...plain(days), ctx.today].sort();
  return calendarExceptions(ctx, known[0] ?? ctx.today, known[known.length - 1] ?? ctx.today);
}

/** Requests as they are answered, with what their instruments say of them. */
export async function toRequests(ctx: Context, rows: readonly RequestRow[]): Promise<Request[]> {
  const summaries = await summariesOf(
    ctx.db,
    rows.map(({ id }) => id),
    ctx.today,
  );
  const exceptions = await exceptionsFor(
    ctx,
    summaries.map(({ dueBy }) => dueBy),
  );
  return rows.map((row) => {
    const summary = summaries.find(({ requestId }) => requestId === row.id);
    const dueBy = summary?.dueBy ?? null;
    return {
      id: row.id,
      holder: { id: row.holderId, name: row.holderName },
      institute: { id: row.instituteId, name: row.instituteName },
      region: row.region,
      instrumentKind: row.instrumentKind,
      verificationKind: row.verificationKind,
      whereDone: row.whereDone,
      status: row.status,
      origin: row.origin,
      instrumentCount: row.instrumentCount,
      servedCount: row.servedCount,
      withdrawnCount: row.withdrawnCount,
      designation: { region: row.designationRegion, documentNumber: row.designationDocument, authority: row.authorityName },
      ecqsNumber: row.ecqsNumber,
      note: row.note,
      reason: row.reason,
      submittedBy: row.submitter,
      submittedAt: row.submittedAt,
      decidedAt: row.decidedAt,
      batch: row.batchId,
      clock: dueBy === null ? null : clockOf({ dueBy, stoppedSince: null, servedOn: null }, ctx.today, exceptions),
      overdueCount: summary?.overdue ?? 0,
      lateCount: summary?.late ?? 0,
      demonstration: row.demonstration,
    } as Request;
  });
}

export async function toRequest(ctx: Context, row: RequestRow): Promise<Request> {
  const [request] = await toRequests(ctx, [row]);
  if (request === undefined) throw new RangeError(`no request ${row.id}`);
  return request;
}

/** Who did a step is named to the own organization and to the authorities. */
const mayName = (ctx: Context, organizationId: string | null): boolean =>
  ctx.caller.scope.kind !== 'organization' || organizationId === ctx.caller.organizationId;

function byItem<Row extends { readonly itemId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.itemId, [...(groups.get(row.itemId) ?? []), row]);
  return groups;
}

/** The requested instruments with their steps, their clocks and the stops of them. */
export async function toItems(ctx: Context, request: RequestRow, rows: readonly ItemRow[]): Promise<RequestItem[]> {
  const ids = rows.map(({ id }) => id);
  const steps = byItem(await listSteps(ctx.db, ids));
  const stops = byItem(await listStops(ctx.db, ids));
  const exceptions = await exceptionsFor(
    ctx,
    rows.flatMap(({ dueBy, servedOn, stoppedSince }) => [dueBy, servedOn, stoppedSince]),
  );
  const years = new Set(await yearsWithNotice(ctx));
  const { submittedOn } = request;
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    step: row.step,
    stepSince: row.stepSince,
    clock: clockOf(row, ctx.today, exceptions),
    calendarKnown: row.dueBy === null || years.has(Number(row.dueBy.slice(0, 4))),
    stops: (stops.get(row.id) ?? []).map(({ id, cause, note, fromDay, toDay, stoppedBy, resumedBy, organizationId }) => ({
      id,
      cause,
      note,
      from: fromDay,
      to: toDay,
      stoppedBy: mayName(ctx, organizationId) ? stoppedBy : null,
      resumedBy: mayName(ctx, organizationId) ? resumedBy : null,
    })),
    steps: (steps.get(row.id) ?? []).map(({ step, at, day, note, person, organization, organizationId }) => ({
      step: step as RequestStep,
      at,
      day,
      note,
      person: mayName(ctx, organizationId) ? person : null,
      organization,
    })),
    askedDueOn: row.askedDueOn,
    isLate: isLateByInstitute(
      {
        submittedOn,
        askedDueOn: row.askedDueOn,
        servedOn: row.servedOn,
        isOpen: row.outcome === null || row.outcome === 'accepted' || row.outcome === 'referred',
      },
      ctx.today,
    ),
    instrument: {
      id: row.instrumentId,
      code: row.code,
      name: row.name,
      model: row.model,
      serial: row.serial,
      maker: row.maker,
      place: row.place,
      parameters: row.parameters as Record<string, string>,
    },
  })) as RequestItem[];
}
