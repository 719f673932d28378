import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId, PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentKind } from '../../register/instrument/contract.ts';
import { RequestItemId } from '../../measure/request/contract.ts';
import { placeDoneNames } from '../../measure/request/rules.ts';
import { scheduleProblems } from './contract/problems.ts';
import {
  Absence,
  AbsenceId,
  Appointment,
  BoardCell,
  Booking,
  BookingDetails,
  BookingId,
  FreeDay,
  Resource,
  ResourceId,
  Visit,
  Waiting,
} from './contract/shapes.ts';
import { absenceCauseNames, bookingKindNames, bookingStatusNames, halfNames, resourceKindNames } from './rules.ts';

const booking = z.object({ id: BookingId });
const resource = z.object({ id: ResourceId });
const reason = z.string().trim().min(2).max(300);
const name = z.string().trim().min(1).max(60);
const aboard = z.string().trim().max(500).default('').meta({ description: 'standards and equipment it carries or has' });
const instrumentKinds = z.array(InstrumentKind).max(60).default([]).meta({ description: 'none: all' });
const load = z.number().int().min(1).max(100_000).nullable().default(null).meta({ description: 'instruments a day, of a bench' });

const plan = {
  days: z.array(Day).min(1).max(31),
  half: z.enum(halfNames).default('whole'),
  bench: ResourceId.nullable().default(null),
  van: ResourceId.nullable().default(null),
  persons: z.array(PersonId).max(20).default([]),
  holidayReason: reason.nullable().default(null).meta({ description: 'why a day off is chosen' }),
};

const planProblems = [
  scheduleProblems.dayOff,
  scheduleProblems.dayPast,
  scheduleProblems.dayTwice,
  scheduleProblems.benchOrVisit,
  scheduleProblems.benchKind,
  scheduleProblems.benchFull,
  scheduleProblems.busy,
  scheduleProblems.away,
  scheduleProblems.twoPersons,
  scheduleProblems.notQualified,
  scheduleProblems.resourceUnknown,
];

export const scheduleEndpoints = {
  readBoard: endpoint({
    method: 'GET',
    path: '/schedule/board',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['排期周表', 'The board of a week'],
    query: z.object({
      from: Day.optional(),
      days: z.coerce.number().int().min(1).max(31).default(7),
      institute: OrganizationId.optional(),
    }),
    reply: z.object({
      institute: z.object({ id: OrganizationId, name: z.string() }).nullable(),
      institutes: z.array(z.object({ id: OrganizationId, name: z.string() })),
      days: z.array(z.object({ day: Day, isWorking: z.boolean(), isToday: z.boolean() })),
      rows: z.array(
        z.object({ id: ResourceId, kind: z.enum(resourceKindNames), name: z.string(), aboard: z.string(), cells: z.array(BoardCell) }),
      ),
    }),
  }),
  listWaitingToSchedule: endpoint({
    method: 'GET',
    path: '/schedule/waiting',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['已受理、待排期的器具', 'Accepted instruments that wait to be booked'],
    query: z.object({
      ...listQuery,
      instrumentKind: InstrumentKind.optional(),
      whereDone: z.enum(placeDoneNames).optional(),
      holder: OrganizationId.optional(),
      dueUntil: Day.optional(),
    }),
    reply: pageOf(Waiting),
  }),
  findFreeDays: endpoint({
    method: 'GET',
    path: '/schedule/free-days',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['空闲日与建议最早日期', 'Free days and the earliest that fits'],
    query: z.object({
      kind: z.enum(bookingKindNames),
      count: z.coerce.number().int().min(1).max(100_000),
      instrumentKind: InstrumentKind.optional().meta({ description: 'for which the persons must be qualified' }),
      half: z.enum(halfNames).default('whole'),
      from: Day.optional(),
      days: z.coerce.number().int().min(1).max(120).default(60),
    }),
    reply: z.object({
      days: z.array(FreeDay),
      earliest: z
        .object({ days: z.array(Day), bench: ResourceId.nullable(), van: ResourceId.nullable(), persons: z.array(PersonId) })
        .nullable(),
    }),
  }),
  listBookings: endpoint({
    method: 'GET',
    path: '/schedule/bookings',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['排期记录', 'Bookings'],
    query: z.object({
      ...listQuery,
      kind: z.enum(bookingKindNames).optional(),
      status: z.enum(bookingStatusNames).optional(),
      from: Day.optional(),
      to: Day.optional(),
      resource: ResourceId.optional(),
    }),
    reply: pageOf(Booking),
  }),
  readBooking: endpoint({
    method: 'GET',
    path: '/schedule/bookings/:id',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['一次排期、其器具与经过', 'One booking, its instruments and its history'],
    params: booking,
    reply: BookingDetails.extend({ timeline: z.array(TimelineEvent) }),
  }),
  bookInstruments: endpoint({
    method: 'POST',
    path: '/schedule/bookings',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['排期', 'Book instruments'],
    body: z.object({
      items: z.array(RequestItemId).min(1).max(1000),
      ...plan,
      visit: Visit.nullable().default(null),
      note: z.string().trim().max(300).nullable().default(null),
    }),
    reply: BookingDetails,
    problems: [scheduleProblems.cannotBook, scheduleProblems.notAnInstitute, ...planProblems],
  }),
  moveBooking: endpoint({
    method: 'POST',
    path: '/schedule/bookings/:id/moves',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['改期并说明理由', 'Move a booking with the reason'],
    params: booking,
    body: z.object({ ...plan, reason }),
    reply: BookingDetails,
    problems: [scheduleProblems.decided, scheduleProblems.begun, ...planProblems],
  }),
  cancelBooking: endpoint({
    method: 'POST',
    path: '/schedule/bookings/:id/cancellation',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['取消排期并说明理由', 'Cancel a booking with the reason'],
    params: booking,
    body: z.object({ reason }),
    reply: BookingDetails,
    problems: [scheduleProblems.decided, scheduleProblems.begun],
  }),
  removeFromBooking: endpoint({
    method: 'POST',
    path: '/schedule/bookings/:id/removals',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['将个别器具移出排期并说明理由', 'Take single instruments out of a booking with the reason'],
    params: booking,
    body: z.object({ items: z.array(RequestItemId).min(1).max(1000), reason }),
    reply: BookingDetails,
    problems: [scheduleProblems.decided, scheduleProblems.begun],
  }),
  unmaskContact: endpoint({
    method: 'POST',
    path: '/schedule/bookings/:id/contact',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['查看现场联系电话并说明理由', 'See the telephone of the contact, with the reason'],
    params: booking,
    body: z.object({ reason }),
    reply: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
    secrets: ['phone'],
  }),
  listResources: endpoint({
    method: 'GET',
    path: '/schedule/resources',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['台位、车辆、人员', 'Benches, vans and persons'],
    query: z.object({ ...listQuery, kind: z.enum(resourceKindNames).optional(), ended: z.enum(['true', 'false']).optional() }),
    reply: pageOf(Resource),
  }),
  readResource: endpoint({
    method: 'GET',
    path: '/schedule/resources/:id',
    permit: 'schedule.read',
    rows: 'own',
    summary: ['一个台位、车辆或人员及其不在的日子', 'One bench, van or person with the days away'],
    params: resource,
    reply: Resource.extend({ absences: z.array(Absence), timeline: z.array(TimelineEvent) }),
  }),
  recordResource: endpoint({
    method: 'POST',
    path: '/schedule/resources',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['登记台位或车辆', 'Record a bench or van'],
    body: z.object({ kind: z.enum(['bench', 'van']), name, instrumentKinds, load, aboard }),
    reply: Resource,
    problems: [scheduleProblems.nameTaken, scheduleProblems.notAnInstitute],
  }),
  changeResource: endpoint({
    method: 'POST',
    path: '/schedule/resources/:id/correction',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['更改台位或车辆', 'Change a bench or van'],
    params: resource,
    body: z.object({ name, instrumentKinds, load, aboard, version: z.number().int().min(1), reason }),
    reply: Resource,
    problems: [scheduleProblems.nameTaken, scheduleProblems.resourceEnded],
  }),
  endResource: endpoint({
    method: 'POST',
    path: '/schedule/resources/:id/ending',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['停用台位或车辆并说明理由', 'End a bench or van with the reason'],
    params: resource,
    body: z.object({ lastDay: Day, reason }),
    reply: Resource,
    problems: [scheduleProblems.resourceEnded, scheduleProblems.stillBooked],
  }),
  recordAbsence: endpoint({
    method: 'POST',
    path: '/schedule/absences',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['登记不在的日子及事由', 'Record days away with the cause'],
    body: z.object({ resource: ResourceId, fromDay: Day, toDay: Day, cause: z.enum(absenceCauseNames), reason }),
    reply: Absence.extend({ clashes: z.number().int().meta({ description: 'bookings that fall into these days' }) }),
    problems: [scheduleProblems.resourceUnknown, scheduleProblems.dayTwice],
  }),
  withdrawAbsence: endpoint({
    method: 'POST',
    path: '/schedule/absences/:id/withdrawal',
    permit: 'schedule.manage',
    rows: 'own',
    summary: ['撤销不在记录', 'Withdraw an absence'],
    params: z.object({ id: AbsenceId }),
    body: z.object({ reason }),
    reply: Absence,
    problems: [scheduleProblems.absenceEnded],
  }),
  listAppointments: endpoint({
    method: 'GET',
    path: '/appointments',
    permit: 'request.read',
    rows: 'own',
    summary: ['使用单位的检定安排：何日、何处', 'Appointments of a holder: which day, where'],
    query: z.object({ ...listQuery, upcoming: z.enum(['true', 'false']).optional() }),
    reply: pageOf(Appointment),
  }),
};
