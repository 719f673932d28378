import type { Context } from '../../../platform/context.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import { maskPhone } from '../../../register/people/rules/mask.ts';
import { timelineOf } from '../../../register/event/service.ts';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { scheduleEndpoints } from '../contract.ts';
import type { Absence, Booking, Resource, Waiting } from '../contract/shapes.ts';
import { absenceCauses, allowedBookingActions, type AbsenceCause, type BookingStatus } from '../rules.ts';
import { listAway, type AbsenceRow } from '../store/absence.ts';
import { listPlans, type BookingRow } from '../store/booking.ts';
import { listBooked, type WantedRow } from '../store/place.ts';
import type { ResourceRow } from '../store/resource.ts';
import { resourcesOf } from './plan.ts';

export const toBooking = (row: BookingRow): Booking =>
  ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    institute: { id: row.instituteId, name: row.instituteName },
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    half: row.half,
    bench: row.benchId === null ? null : { id: row.benchId, name: row.benchName ?? '' },
    van: row.vanId === null ? null : { id: row.vanId, name: row.vanName ?? '' },
    persons: row.people,
    holders: row.holders,
    itemCount: row.itemCount,
    address: row.address,
    note: row.note,
    holidayReason: row.holidayReason,
    bookedBy: row.booker,
    bookedAt: row.bookedAt,
    cancelReason: row.cancelReason,
    demonstration: row.demonstration,
  }) as Booking;

export const toResource = (row: ResourceRow, { caller }: Pick<Context, 'caller'>): Resource =>
  ({
    id: row.id,
    kind: row.kind,
    name: row.shownName,
    institute: { id: row.instituteId, name: row.instituteName },
    instrumentKinds: row.instrumentKinds,
    load: row.load,
    aboard: row.aboard,
    version: row.version,
    lastDay: row.lastDay,
    endingReason: row.endingReason,
    demonstration: row.demonstration,
    mayChange:
      row.kind !== 'person' && row.lastDay === null && row.instituteId === caller.organizationId && caller.permits.has('schedule.manage'),
  }) as Resource;

export const toAbsence = (row: AbsenceRow): Absence =>
  ({
    id: row.id,
    resource: { id: row.resourceId, name: row.resourceName, kind: row.kind },
    fromDay: row.fromDay,
    toDay: row.toDay,
    cause: row.cause,
    reason: row.reason,
    recordedBy: row.recorder,
    recordedAt: row.recordedAt,
    withdrawnAt: row.endedAt,
  }) as Absence;

const instrumentOf = ({
  instrumentId,
  code,
  kind,
  name,
  model,
  serial,
  place,
}: Pick<WantedRow, 'instrumentId' | 'code' | 'kind' | 'name' | 'model' | 'serial' | 'place'>) => ({
  id: instrumentId,
  code,
  kind,
  name,
  model,
  serial,
  place,
});

export const toWaiting = (row: WantedRow): Waiting =>
  ({
    id: row.id,
    request: row.requestId,
    step: row.step,
    dueBy: row.dueBy,
    verificationKind: row.verificationKind,
    whereDone: row.whereDone,
    note: row.note,
    holder: { id: row.holderId, name: row.holderName },
    instrument: instrumentOf(row),
  }) as Waiting;

/** What was recorded after the booking and does not go with it. */
async function clashesOf(ctx: Context, row: BookingRow): Promise<Text[]> {
  if (row.status !== 'booked') return [];
  const held = resourcesOf({ benchId: row.benchId, vanId: row.vanId, personIds: row.persons });
  const away = await listAway(ctx.db, held, row.firstDay, row.lastDay);
  return away.flatMap((one) =>
    row.days
      .filter((day) => one.fromDay <= day && day <= one.toDay && day >= ctx.today)
      .map((day): Text => [
        `${day} ${one.resourceName} ${absenceCauses[one.cause as AbsenceCause][0]}，请改期`,
        `${day} ${one.resourceName}: ${absenceCauses[one.cause as AbsenceCause][1]}, move the booking`,
      ]),
  );
}

export type Details = Omit<ReplyOf<typeof scheduleEndpoints.readBooking>, 'timeline'>;

/** A booking with its instruments and plans, as whoever may see it sees it. */
export async function detailsOf(ctx: Context, row: BookingRow, warnings: readonly Text[] = []): Promise<Details> {
  const isOwn = row.instituteId === ctx.caller.organizationId;
  const items = await listBooked(ctx.db, row.id);
  return {
    ...toBooking(row),
    days: row.days,
    items: items.map((item) => ({
      id: item.itemId,
      request: item.requestId,
      step: item.step,
      day: item.day,
      dueBy: item.dueBy,
      holder: { id: item.holderId, name: item.holderName },
      instrument: instrumentOf(item),
    })),
    contactName: row.contactName,
    contactPhone: row.contactPhone === null ? null : maskPhone(row.contactPhone),
    from: row.fromTime,
    to: row.toTime,
    entranceNote: row.entranceNote,
    plans: await listPlans(ctx.db, row.id),
    warnings: [...warnings, ...(await clashesOf(ctx, row))].map((text) => inLanguage(text, ctx.language)),
    allowed: [
      ...allowedBookingActions({ status: row.status as BookingStatus, instituteId: row.instituteId }, ctx.caller),
      ...(isOwn && row.contactPhone !== null ? ['unmask'] : []),
    ],
  } as unknown as Details;
}

export const withTimeline = async (ctx: Context, details: Details) => ({ ...details, timeline: await timelineOf(ctx, details.id) });
