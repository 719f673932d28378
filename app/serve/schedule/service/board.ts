import { addDays, fromDayNumber, toDayNumber } from '../../../kernel/day.ts';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { isWorkingDay, weekdayOf } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import type { scheduleEndpoints } from '../contract.ts';
import { proposeEarliest } from '../rules.ts';
import { listAway } from '../store/absence.ts';
import { listAppointments } from '../store/appointment.ts';
import { listBoard, type BoardBooking } from '../store/board.ts';
import { listLoads, listWanted } from '../store/place.ts';
import { isInstitute, listBookable, listInstitutes, listTesters } from '../store/resource.ts';
import { freeDays } from './free.ts';
import { toWaiting } from './reply.ts';

/** The caller's own institute, else the one that was chosen among those within reach. */
async function instituteOf(ctx: Context, chosen: string | undefined) {
  const own = await isInstitute(ctx.db, ctx.caller.organizationId);
  const institutes = await listInstitutes(ctx.db, ctx.caller.scope);
  if (own && (chosen === undefined || chosen === ctx.caller.organizationId)) {
    const name = institutes.find(({ id }) => id === ctx.caller.organizationId)?.name;
    return { institute: { id: ctx.caller.organizationId, name: name ?? '' }, institutes };
  }
  const found = institutes.find(({ id }) => id === chosen);
  if (chosen !== undefined && found === undefined) throw new Problem(platformProblems.notFound);
  return { institute: found ?? institutes[0] ?? null, institutes };
}

/** The Monday of the week of a day. */
const mondayOf = (day: string): string => fromDayNumber(toDayNumber(day) - weekdayOf(day) + 1);

/** Whose instruments they are and where; in the row of a bench not that bench again. */
const titleOf = ({ kind, address, holders, benchName }: BoardBooking, isBench: boolean): string =>
  [holders.slice(0, 2).join('、') + (holders.length > 2 ? '…' : ''), kind === 'visit' ? address : isBench ? '' : benchName]
    .filter(Boolean)
    .join(' · ');

type Reading = Pick<Service<typeof scheduleEndpoints>, 'readBoard' | 'listWaitingToSchedule' | 'findFreeDays' | 'listAppointments'>;

export const boardService: Reading = {
  async readBoard({ query }, ctx) {
    const from = query.from ?? mondayOf(ctx.today);
    const to = addDays(from, query.days - 1);
    const { institute, institutes } = await instituteOf(ctx, query.institute);
    const exceptions = await calendarExceptions(ctx, from, to);
    const days = Array.from({ length: query.days }, (_, index) => addDays(from, index));
    const head = days.map((day) => ({ day, isWorking: isWorkingDay(day, exceptions), isToday: day === ctx.today }));
    if (institute === null) return { institute: null, institutes: [], days: head, rows: [] };
    const bookable = await listBookable(ctx.db, institute.id, from);
    const testers = await listTesters(ctx.db, institute.id);
    // Whoever verifies has a row, booked before or not; whoever does no more keeps it while something stands there.
    const things = bookable
      .filter(({ kind }) => kind !== 'person')
      .map(({ id, kind, shownName, aboard, load, lastDay }) => ({ id, kind, name: shownName, aboard, load, lastDay }));
    const persons = testers.map(({ id, name }) => ({ id, kind: 'person', name, aboard: '', load: null, lastDay: null }));
    const board = await listBoard(ctx.db, institute.id, from, to);
    const former = bookable
      .filter(
        ({ id, kind }) => kind === 'person' && !persons.some((one) => one.id === id) && board.some(({ resourceId }) => resourceId === id),
      )
      .map(({ id, shownName }) => ({ id, kind: 'person', name: shownName, aboard: '', load: null, lastDay: null }));
    const rows = [...things, ...persons, ...former];
    const away = await listAway(
      ctx.db,
      rows.map(({ id }) => id),
      from,
      to,
    );
    const loads = new Map(
      (
        await listLoads(
          ctx.db,
          things.map(({ id }) => id),
          from,
          to,
        )
      ).map((row) => [`${row.benchId} ${row.day}`, row.booked]),
    );
    return {
      institute: institute as never,
      institutes: institutes as never,
      days: head,
      rows: rows.map(({ lastDay, load, ...row }) => ({
        ...(row as { id: never; kind: never; name: string; aboard: string }),
        cells: days.map((day) => {
          const absence = away.find((one) => one.resourceId === row.id && one.fromDay <= day && day <= one.toDay);
          const bookings = board.filter((one) => one.resourceId === row.id && one.day === day);
          const isOver = lastDay !== null && day > lastDay;
          return {
            day,
            away: absence === undefined ? null : { cause: absence.cause as never, reason: absence.reason },
            booked: row.kind === 'bench' ? (loads.get(`${row.id} ${day}`) ?? 0) : null,
            load: row.kind === 'bench' && !isOver ? load : null,
            bookings: bookings.map((one) => ({
              id: one.bookingId as never,
              kind: one.kind,
              half: one.half,
              title: titleOf(one, row.kind === 'bench'),
              itemCount: one.itemCount,
            })),
            isClash: absence !== undefined && bookings.length > 0,
          };
        }),
      })),
    };
  },

  async listWaitingToSchedule({ query }, ctx) {
    const { rows, total, cursorOf } = await listWanted(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toWaiting), next: rows.length > query.limit && last ? cursorOf(last) : null, total };
  },

  async findFreeDays({ query }, ctx) {
    const from = query.from === undefined || query.from < ctx.today ? ctx.today : query.from;
    const instrumentKinds = query.instrumentKind === undefined ? [] : [query.instrumentKind];
    const { days, names } = await freeDays(ctx, {
      instituteId: ctx.caller.organizationId,
      from,
      days: query.days,
      half: query.half,
      instrumentKinds,
    });
    const named = (id: string) => ({ id: id as never, name: names.get(id)?.name ?? '' });
    const earliest = proposeEarliest(days, query.kind, query.count);
    return {
      days: days.map((day) => ({
        day: day.day,
        isWorking: day.isWorking,
        benches: day.benches.map(({ id, free }) => ({ ...named(id), free, load: names.get(id)?.load ?? 0 })),
        vans: day.vans.map(named),
        persons: day.persons.map(({ id, isQualified }) => ({ ...named(id), isQualified })),
      })),
      earliest:
        earliest === undefined
          ? null
          : {
              days: [...earliest.days],
              bench: earliest.bench as never,
              van: earliest.van as never,
              persons: [...earliest.persons] as never,
            },
    };
  },

  async listAppointments({ query }, ctx) {
    const { rows, total } = await listAppointments(ctx.db, ctx.caller.scope, ctx.today, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => ({
        id: row.id as never,
        kind: row.kind as never,
        status: row.status as never,
        institute: { id: row.instituteId as never, name: row.instituteName },
        days: row.days,
        half: row.half as never,
        address: row.address,
        from: row.fromTime,
        to: row.toTime,
        entranceNote: row.entranceNote,
        persons: row.people,
        cancelReason: row.cancelReason,
        items: row.items as never,
      })),
      next: rows.length > query.limit && last ? printCursor({ at: last.bookedAt, id: last.id }) : null,
      total,
    };
  },
};
