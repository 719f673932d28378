import { addDays, type Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { institutesWithin } from '../../../register/organization/service/lookup.ts';
import { workingDayAfter, workingDaysBetween, type Exceptions } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import type { InstituteLoad, Queue } from '../contract.ts';
import { ageNames, ageOf, benchCapacity, openSteps, soonWorkingDays, weeksFrom } from '../rules.ts';
import * as store from '../store.ts';
import { askedFor, headOf } from './asked.ts';

type Aged = store.QueueRow & { readonly age: number };

/** Open work with its age in working days, which are counted once for each day on which a step was reached. */
async function agedQueue(ctx: Context, instituteIds: readonly string[]): Promise<Aged[]> {
  const ahead = await calendarExceptions(ctx, ctx.today, addDays(ctx.today, 60));
  const soonUntil = workingDayAfter(ctx.today, soonWorkingDays, ahead);
  const rows = await store.gatherQueue(ctx.db, instituteIds, ctx.today, soonUntil);
  const days = [...new Set(rows.map(({ since }) => since))].sort();
  const behind: Exceptions = days[0] === undefined ? new Map() : await calendarExceptions(ctx, days[0], ctx.today);
  const ageSince = new Map(days.map((day) => [day, Math.max(0, workingDaysBetween(day, ctx.today, behind))]));
  return rows.map((row) => ({ ...row, age: ageSince.get(row.since) ?? 0 }));
}

const sum = (rows: readonly Aged[], counts: (row: Aged) => boolean = () => true): number =>
  rows.reduce((total, row) => (counts(row) ? total + row.n : total), 0);
const oldestOf = (rows: readonly Aged[]): number | null =>
  rows.reduce<number | null>((most, { age }) => (most === null || age > most ? age : most), null);

const totalsOf = (rows: readonly Aged[]) => ({
  open: sum(rows),
  toDecide: sum(rows, ({ step }) => step === 'submitted' || step === 'referred'),
  late: sum(rows, ({ isLate }) => isLate),
  dueSoon: sum(rows, ({ isSoon }) => isSoon),
  stopped: sum(rows, ({ isStopped }) => isStopped),
  oldest: oldestOf(rows),
});

const figuresOf = (rows: readonly Aged[]) => ({
  count: sum(rows),
  late: sum(rows, ({ isLate }) => isLate),
  stopped: sum(rows, ({ isStopped }) => isStopped),
  oldest: oldestOf(rows),
});

export async function readQueue(ctx: Context, asked: string | undefined): Promise<Queue> {
  const who = await askedFor(ctx, asked);
  const id = who.institute?.id;
  const rows = id === undefined ? [] : await agedQueue(ctx, [id]);
  const persons = id === undefined ? [] : await store.gatherPersons(ctx.db, id);
  return {
    ...headOf(ctx, who),
    totals: totalsOf(rows),
    steps: openSteps.map((step) => {
      const own = rows.filter((row) => row.step === step);
      return { step, ...figuresOf(own), ages: Object.fromEntries(ageNames.map((age) => [age, sum(own, (row) => ageOf(row.age) === age)])) };
    }),
    kinds: [...new Set(rows.map(({ kind }) => kind))]
      .map((kind) => ({ kind, ...figuresOf(rows.filter((row) => row.kind === kind)) }))
      .sort((one, other) => other.late - one.late || other.count - one.count),
    persons: [...new Set(persons.map((row) => row.id))].map((personId) => {
      const own = persons.filter((row) => row.id === personId);
      const of = (status: string): number => own.find((row) => row.status === status)?.n ?? 0;
      return {
        person: { id: personId, name: own[0]?.name ?? '' },
        inWork: of('drafted'),
        returned: of('returned'),
        submitted: of('submitted'),
        checked: of('checked'),
      };
    }),
    benches: id === undefined ? [] : await benchesOf(ctx, id),
  } as Queue;
}

/** What is booked on each bench this week and next, and what it takes. */
async function benchesOf(ctx: Context, instituteId: string): Promise<Queue['benches']> {
  const weeks = weeksFrom(ctx.today, 2, await calendarExceptions(ctx, ctx.today, addDays(ctx.today, 20)));
  const last: Day = weeks[weeks.length - 1]?.last ?? ctx.today;
  const benches = await store.listBenches(ctx.db, instituteId, ctx.today);
  const away = await store.listAway(ctx.db, instituteId, ctx.today, last);
  const booked = await store.gatherBooked(ctx.db, instituteId, ctx.today, last);
  return benches.map((bench) => ({
    name: bench.name,
    booked: booked.filter(({ benchId }) => benchId === bench.id).reduce((total, { n }) => total + n, 0),
    capacity: weeks.reduce((total, week) => total + (benchCapacity([bench], away, undefined, week) ?? 0), 0),
  }));
}

/** The institutes within reach, those with late work first; every one is listed, also with nothing open. */
export async function institutesWithLoad(ctx: Context, q: string | undefined): Promise<InstituteLoad[]> {
  const all = await institutesWithin(ctx, ctx.today);
  const institutes = q === undefined || q === '' ? all : all.filter(({ name }) => name.includes(q));
  const rows =
    institutes.length === 0
      ? []
      : await agedQueue(
          ctx,
          institutes.map(({ id }) => id),
        );
  const of = new Map<string, Aged[]>();
  for (const row of rows) of.set(row.instituteId, [...(of.get(row.instituteId) ?? []), row]);
  return institutes
    .map(({ id, name, region }) => ({ id: id as never, name, region, ...totalsOf(of.get(id) ?? []) }))
    .sort((one, other) => other.late - one.late || other.open - one.open || (one.region < other.region ? -1 : 1));
}
