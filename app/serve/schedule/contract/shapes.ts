import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId, PersonId } from '../../../kernel/id.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';
import { RequestId, RequestItemId } from '../../../measure/request/contract.ts';
import { placeDoneNames, verificationKindNames } from '../../../measure/request/rules.ts';
import { requestStepNames } from '../../../measure/request/rules/step.ts';
import { absenceCauseNames, bookingKindNames, bookingStatusNames, halfNames, resourceKindNames } from '../rules.ts';

export const BookingId = id('booking');
export type BookingId = z.infer<typeof BookingId>;
/** A bench or van; a person by the own id. */
export const ResourceId = id('schedule resource');
export type ResourceId = z.infer<typeof ResourceId>;
export const AbsenceId = id('absence');

const Organization = z.object({ id: OrganizationId, name: z.string() });
export const ResourceName = z.object({ id: ResourceId, name: z.string() });
const PersonName = z.object({ id: PersonId, name: z.string() });

export const Resource = z.object({
  id: ResourceId,
  kind: z.enum(resourceKindNames),
  name: z.string(),
  institute: Organization,
  /** None: all kinds. */
  instrumentKinds: z.array(InstrumentKind),
  load: z.number().int().nullable(),
  aboard: z.string(),
  version: z.number().int(),
  lastDay: Day.nullable(),
  endingReason: z.string().nullable(),
  demonstration: z.boolean(),
  mayChange: z.boolean(),
});
export type Resource = z.infer<typeof Resource>;

export const Absence = z.object({
  id: AbsenceId,
  resource: ResourceName.extend({ kind: z.enum(resourceKindNames) }),
  fromDay: Day,
  toDay: Day,
  cause: z.enum(absenceCauseNames),
  reason: z.string(),
  recordedBy: z.string(),
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
});
export type Absence = z.infer<typeof Absence>;

export const Visit = z.object({
  address: z.string().trim().min(2).max(200),
  contactName: z.string().trim().min(1).max(50),
  contactPhone: z
    .string()
    .trim()
    .min(5)
    .max(30)
    .regex(/^[0-9+()\-\s]+$/),
  from: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null)
    .meta({ description: 'not before, HH:MM' }),
  to: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null)
    .meta({ description: 'not after, HH:MM' }),
  entranceNote: z.string().trim().max(300).default('').meta({ description: 'gate, parking, protective clothing' }),
});

const Instrument = z.object({
  id: InstrumentId,
  code: z.string(),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  place: z.string(),
});

/** An instrument that waits to be booked. */
export const Waiting = z.object({
  id: RequestItemId,
  request: RequestId,
  step: z.enum(requestStepNames),
  dueBy: Day.nullable(),
  verificationKind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  note: z.string().nullable(),
  holder: Organization,
  instrument: Instrument,
});
export type Waiting = z.infer<typeof Waiting>;

export const Booking = z.object({
  id: BookingId,
  kind: z.enum(bookingKindNames),
  status: z.enum(bookingStatusNames),
  institute: Organization,
  firstDay: Day,
  lastDay: Day,
  half: z.enum(halfNames),
  bench: ResourceName.nullable(),
  van: ResourceName.nullable(),
  persons: z.array(PersonName),
  holders: z.array(Organization),
  itemCount: z.number().int(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  holidayReason: z.string().nullable(),
  bookedBy: z.string(),
  bookedAt: Instant,
  cancelReason: z.string().nullable(),
  demonstration: z.boolean(),
});
export type Booking = z.infer<typeof Booking>;

export const BookedItem = z.object({
  id: RequestItemId,
  request: RequestId,
  step: z.enum(requestStepNames),
  /** null: any day of the visit. */
  day: Day.nullable(),
  dueBy: Day.nullable(),
  holder: Organization,
  instrument: Instrument,
});

export const Plan = z.object({
  revision: z.number().int(),
  days: z.array(Day),
  half: z.enum(halfNames),
  bench: z.string().nullable(),
  van: z.string().nullable(),
  persons: z.array(z.string()),
  reason: z.string().nullable(),
  by: z.string(),
  at: Instant,
});

export const BookingDetails = Booking.extend({
  days: z.array(Day),
  items: z.array(BookedItem),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable().meta({ description: 'masked' }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  entranceNote: z.string().nullable(),
  plans: z.array(Plan),
  /** What a person should look at: somebody without the qualification, somebody or something that is away since. */
  warnings: z.array(z.string()),
  allowed: z.array(z.enum(['move', 'cancel', 'unmask'])),
});

export const FreeDay = z.object({
  day: Day,
  isWorking: z.boolean(),
  benches: z.array(ResourceName.extend({ free: z.number().int(), load: z.number().int() })),
  vans: z.array(ResourceName),
  persons: z.array(ResourceName.extend({ isQualified: z.boolean() })),
});

export const BoardCell = z.object({
  day: Day,
  away: z.object({ cause: z.enum(absenceCauseNames), reason: z.string() }).nullable(),
  /** Of a bench: instruments booked and the load of the day. */
  booked: z.number().int().nullable(),
  load: z.number().int().nullable(),
  bookings: z.array(
    z.object({ id: BookingId, kind: z.enum(bookingKindNames), half: z.enum(halfNames), title: z.string(), itemCount: z.number().int() }),
  ),
  /** Booked though it is away. */
  isClash: z.boolean(),
});

export const Appointment = z.object({
  id: BookingId,
  kind: z.enum(bookingKindNames),
  status: z.enum(bookingStatusNames),
  institute: Organization,
  days: z.array(Day),
  half: z.enum(halfNames),
  /** Of a visit; otherwise the institute. */
  address: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  entranceNote: z.string().nullable(),
  persons: z.array(z.string()),
  cancelReason: z.string().nullable(),
  items: z.array(
    z.object({
      id: RequestItemId,
      request: RequestId,
      day: Day.nullable(),
      name: z.string(),
      model: z.string(),
      serial: z.string(),
    }),
  ),
});
