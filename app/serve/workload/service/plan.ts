import { addDays, type Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { coverOf } from '../../../measure/qualification/service/cover.ts';
import { calendarExceptions, yearsWithNotice } from '../../../register/calendar/service.ts';
import { instrumentKindNames } from '../../../register/catalogue/rules/kinds.ts';
import { servedBy } from '../../../register/designation/service.ts';
import { countBacklog, countDue } from '../../../register/instrument/service/due-counts.ts';
import type { Capacity, Forecast } from '../contract.ts';
import { benchCapacity, capacityWeeks, forecastMonths, forecastOf, monthsFrom, periodOf, weeksFrom, type Week } from '../rules.ts';
import * as store from '../store.ts';
import { askedFor, headOf } from './asked.ts';

/** Which of the weeks a day belongs to; what should have been done before belongs to the first. */
const weekOf = (weeks: readonly Week[], day: Day): number => {
  const index = weeks.findIndex(({ last }) => day <= last);
  return index < 0 ? -1 : index;
};

export async function readCapacity(ctx: Context, asked: string | undefined): Promise<Capacity> {
  const who = await askedFor(ctx, asked);
  const exceptions = await calendarExceptions(ctx, ctx.today, addDays(ctx.today, 7 * capacityWeeks + 7));
  const weeks = weeksFrom(ctx.today, capacityWeeks, exceptions);
  const last = weeks[weeks.length - 1]?.last ?? ctx.today;
  const known = await yearsWithNotice(ctx);
  const unknown = weeks.find((week) => !known.includes(Number(week.last.slice(0, 4))));
  const { rows, total } = who.institute === undefined ? { rows: [], total: [] } : await planOf(ctx, who.institute.id, weeks, last);
  return {
    ...headOf(ctx, who),
    weeks: weeks.map((week) => ({ first: week.first, last: week.last, workingDays: week.workingDays.length })),
    uncertainFrom: unknown?.first ?? null,
    rows,
    total,
  } as Capacity;
}

async function planOf(
  ctx: Context,
  instituteId: string,
  weeks: readonly Week[],
  last: Day,
): Promise<{ rows: Capacity['rows']; total: Capacity['total'] }> {
  const pairs = await servedBy(ctx, instituteId);
  const due = await countDue(ctx, pairs, { from: ctx.today, to: last }, 'week');
  const backlog = await countBacklog(ctx, pairs, ctx.today);
  const accepted = await store.gatherAccepted(ctx.db, instituteId);
  const benches = await store.listBenches(ctx.db, instituteId, ctx.today);
  const away = await store.listAway(ctx.db, instituteId, ctx.today, last);
  const booked = await store.gatherBooked(ctx.db, instituteId, ctx.today, last);
  const cover = await coverOf(
    ctx,
    instituteId,
    weeks.map(({ first }) => first),
  );
  const kinds = new Set<string>([...pairs.map(({ kind }) => kind), ...accepted.map(({ kind }) => kind)]);
  const rows = instrumentKindNames
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const own = accepted.filter((row) => row.kind === kind);
      const held = backlog.find((row) => row.kind === kind);
      const covers = cover.find((row) => row.kind === kind)?.covers;
      return {
        kind,
        overdue: held?.overdue ?? 0,
        neverVerified: held?.neverVerified ?? 0,
        weeks: weeks.map((week, index) => {
          // The counters speak of Mondays; an instrument that is asked for already is demanded by its request, not once more by its day.
          const falling = due.filter((row) => row.kind === kind && weekOf(weeks, row.span) === index).reduce((sum, { n }) => sum + n, 0);
          const asked = own
            .filter(({ askedDueOn }) => askedDueOn !== null && askedDueOn >= ctx.today && weekOf(weeks, askedDueOn) === index)
            .reduce((sum, { n }) => sum + n, 0);
          const testers = covers?.[index]?.test;
          return {
            due: Math.max(0, falling - asked),
            accepted: own.filter(({ dueBy }) => weekOf(weeks, dueBy ?? ctx.today) === index).reduce((sum, { n }) => sum + n, 0),
            capacity: benchCapacity(benches, away, kind, week),
            booked: booked.filter((row) => row.kind === kind && weekOf(weeks, row.day) === index).reduce((sum, { n }) => sum + n, 0),
            testers: testers === undefined ? null : testers.filter(({ id }) => !isAwayAllWeek(id, away, week)).length,
          };
        }),
      };
    });
  const total = weeks.map((week, index) => ({
    demand: rows.reduce((sum, row) => sum + (row.weeks[index]?.due ?? 0) + (row.weeks[index]?.accepted ?? 0), 0),
    capacity: benchCapacity(benches, away, undefined, week),
  }));
  return { rows, total };
}

const isAwayAllWeek = (personId: string, away: readonly store.AwayRow[], { workingDays }: Week): boolean =>
  workingDays.length > 0 &&
  workingDays.every((day) => away.some(({ memberId, from, to }) => memberId === personId && from <= day && day <= to));

export async function readForecast(ctx: Context, asked: string | undefined): Promise<Forecast> {
  const who = await askedFor(ctx, asked);
  const months = monthsFrom(ctx.today, forecastMonths);
  const end = addDays(monthsFrom(ctx.today, forecastMonths + 1)[forecastMonths] ?? ctx.today, -1);
  const pairs = who.institute === undefined ? [] : await servedBy(ctx, who.institute.id);
  const due = await countDue(ctx, pairs, { from: ctx.today, to: end }, 'month');
  const backlog = await countBacklog(ctx, pairs, ctx.today);
  const served = new Set<string>(pairs.map(({ kind }) => kind));
  const rows = instrumentKindNames
    .filter((kind) => served.has(kind))
    .map((kind) => {
      const period = periodOf(kind, ctx.today);
      const known = new Map(due.filter((row) => row.kind === kind).map(({ span, n }) => [span, n]));
      const held = backlog.find((row) => row.kind === kind);
      return {
        kind,
        period,
        overdue: held?.overdue ?? 0,
        neverVerified: held?.neverVerified ?? 0,
        failed: held?.failed ?? 0,
        months: forecastOf(known, months, period),
      };
    });
  const total = months.map((month, index) => ({
    month,
    known: rows.reduce((sum, row) => sum + (row.months[index]?.known ?? 0), 0),
    estimated: rows.reduce((sum, row) => sum + (row.months[index]?.estimated ?? 0), 0),
  }));
  return { ...headOf(ctx, who), months, rows, total } as Forecast;
}
