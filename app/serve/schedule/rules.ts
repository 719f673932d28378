/**
 * Schedule 排期: which requested instruments are verified on which days, at which bench or on which visit, by whom. Days off are chosen only
 * with a reason; work on site takes two persons; who is booked is registered for the regulation on that day (JJF 1069).
 */
import type { Text } from '../../kernel/text.ts';
import type { RequestStep } from '../../measure/request/rules/step.ts';

export const bookingStates = {
  booked: ['已排期', 'Booked'],
  cancelled: ['已取消', 'Cancelled'],
} as const satisfies Record<string, Text>;
export type BookingStatus = keyof typeof bookingStates;
export const bookingStatusNames = Object.keys(bookingStates) as [BookingStatus, ...BookingStatus[]];

export type BookingAction = 'move' | 'cancel';
export const bookingLifeCycle = {
  booked: { move: 'booked', cancel: 'cancelled' },
  cancelled: {},
} as const satisfies Record<BookingStatus, Partial<Record<BookingAction, BookingStatus>>>;

export const bookingKinds = {
  bench: ['台位检定', 'At a bench'],
  visit: ['上门检定', 'Visit'],
} as const satisfies Record<string, Text>;
export type BookingKind = keyof typeof bookingKinds;
export const bookingKindNames = Object.keys(bookingKinds) as [BookingKind, ...BookingKind[]];

export const resourceKinds = {
  bench: ['检定台位', 'Bench'],
  van: ['车辆', 'Van'],
  person: ['人员', 'Person'],
} as const satisfies Record<string, Text>;
export type ResourceKind = keyof typeof resourceKinds;
export const resourceKindNames = Object.keys(resourceKinds) as [ResourceKind, ...ResourceKind[]];

export const halves = {
  whole: ['全天', 'Whole day'],
  morning: ['上午', 'Morning'],
  afternoon: ['下午', 'Afternoon'],
} as const satisfies Record<string, Text>;
export type Half = keyof typeof halves;
export const halfNames = Object.keys(halves) as [Half, ...Half[]];
export type Slot = Exclude<Half, 'whole'>;

/** The half-days that a booking takes. */
export const slotsOf = (half: Half): readonly Slot[] => (half === 'whole' ? ['morning', 'afternoon'] : [half]);

export const absenceCauses = {
  leave: ['休假', 'Leave'],
  training: ['培训', 'Training'],
  maintenance: ['维护', 'Maintenance'],
  calibration: ['送校', 'Sent for calibration'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Text>;
export type AbsenceCause = keyof typeof absenceCauses;
export const absenceCauseNames = Object.keys(absenceCauses) as [AbsenceCause, ...AbsenceCause[]];

/** Two persons verify on site. */
export const personsOnSite = 2;

/** Why an instrument of a request cannot be booked; null: it can. What is held at the institute goes to a bench, never on a visit. */
export type ItemRefusal = 'not-accepted' | 'booked' | 'begun' | 'held';
export const itemRefusals = {
  'not-accepted': ['申请尚未受理', 'The request is not accepted yet'],
  booked: ['已排期', 'Booked already'],
  begun: ['已检定、已办结或已撤回', 'Tested, closed or withdrawn'],
  held: ['器具在所，不能上门检定', 'It is at the institute and cannot be visited'],
} as const satisfies Record<ItemRefusal, Text>;

export function itemRefusal(item: { readonly step: RequestStep; readonly isBooked: boolean }, kind: BookingKind): ItemRefusal | null {
  if (item.isBooked) return 'booked';
  switch (item.step) {
    case 'accepted':
    case 'scheduled':
    case 'visited':
      return null;
    case 'received':
      return kind === 'visit' ? 'held' : null;
    case 'submitted':
    case 'referred':
      return 'not-accepted';
    default:
      return 'begun';
  }
}

/**
 * Spreads instruments over days in their order, as many a day as are free there; undefined where they do not all fit.
 *
 * @example spread(5, [{ day: '2026-11-26', free: 3 }, { day: '2026-11-27', free: 4 }]) // ['2026-11-26' × 3, '2026-11-27' × 2]
 */
export function spread(count: number, days: readonly { readonly day: string; readonly free: number }[]): string[] | undefined {
  const found: string[] = [];
  for (const { day, free } of days) for (let taken = 0; taken < free && found.length < count; taken += 1) found.push(day);
  return found.length < count ? undefined : found;
}

export type FreeDay = {
  readonly day: string;
  readonly isWorking: boolean;
  readonly benches: readonly { readonly id: string; readonly free: number }[];
  readonly vans: readonly string[];
  /** Free persons; `isQualified` for every regulation that is asked for. */
  readonly persons: readonly { readonly id: string; readonly isQualified: boolean }[];
};
export type Proposal = {
  readonly days: readonly string[];
  readonly bench: string | null;
  readonly van: string | null;
  readonly persons: readonly string[];
};

/** The fewest days from the first on that one bench can take so many instruments; a bench that is done earlier comes first. */
function proposeBench(days: readonly FreeDay[], count: number): Proposal | undefined {
  let best: Proposal | undefined;
  for (const bench of new Set(days.flatMap(({ benches }) => benches.map(({ id }) => id)))) {
    const taken: FreeDay[] = [];
    let left = count;
    for (const day of days) {
      const free = day.benches.find(({ id }) => id === bench)?.free ?? 0;
      if (free === 0 || left <= 0) continue;
      taken.push(day);
      left -= free;
    }
    const last = taken[taken.length - 1];
    if (left > 0 || last === undefined) continue;
    const bestLast = best?.days[best.days.length - 1];
    if (bestLast !== undefined && bestLast <= last.day) continue;
    const person = taken[0]?.persons.find(
      ({ id, isQualified }) => isQualified && taken.every((day) => day.persons.some((one) => one.id === id)),
    );
    best = { days: taken.map(({ day }) => day), bench, van: null, persons: person === undefined ? [] : [person.id] };
  }
  return best;
}

/** The first working day on which two persons are free, one of them qualified at least, with a van where one is free. */
function proposeVisit(days: readonly FreeDay[]): Proposal | undefined {
  for (const { day, persons, vans } of days) {
    const qualified = persons.filter(({ isQualified }) => isQualified);
    const chosen = [...qualified, ...persons.filter(({ isQualified }) => !isQualified)].slice(0, personsOnSite);
    if (qualified.length === 0 || chosen.length < personsOnSite) continue;
    return { days: [day], bench: null, van: vans[0] ?? null, persons: chosen.map(({ id }) => id) };
  }
  return undefined;
}

/** The earliest plan that fits 建议最早日期: greedy by capacity, working days only; a person still decides. */
export function proposeEarliest(days: readonly FreeDay[], kind: BookingKind, count: number): Proposal | undefined {
  const working = days.filter(({ isWorking }) => isWorking);
  return kind === 'bench' ? proposeBench(working, count) : proposeVisit(working);
}

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** The manager of the institute that booked it. */
export function allowedBookingActions(
  booking: { readonly status: BookingStatus; readonly instituteId: string },
  { organizationId, permits }: Caller,
): BookingAction[] {
  if (booking.instituteId !== organizationId || !permits.has('schedule.manage')) return [];
  return Object.keys(bookingLifeCycle[booking.status]) as BookingAction[];
}
