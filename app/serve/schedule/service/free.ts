import { addDays } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { isWorkingDay } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import { abilitiesOf } from '../../../measure/qualification/service/ability.ts';
import { slotsOf, type FreeDay, type Half } from '../rules.ts';
import { listAway } from '../store/absence.ts';
import { listLoads, listPosts } from '../store/place.ts';
import { listBookable, listTesters } from '../store/resource.ts';
import { regulationOn } from './plan.ts';

export type Asked = {
  readonly instituteId: string;
  readonly from: string;
  readonly days: number;
  readonly half: Half;
  /** Kinds that a bench must serve and persons be qualified for. */
  readonly instrumentKinds: readonly string[];
};

export type Free = {
  readonly days: readonly FreeDay[];
  readonly names: ReadonlyMap<string, { readonly name: string; readonly load: number }>;
};

/**
 * What an institute has free on each of some days: places on benches that serve the kinds, vans, and persons with their qualification.
 *
 * @example (await freeDays(ctx, { instituteId, from: '2026-11-26', days: 60, half: 'whole', instrumentKinds: ['fuel-dispenser'] })).days
 */
export async function freeDays(ctx: Pick<Context, 'db'>, asked: Asked): Promise<Free> {
  const to = addDays(asked.from, asked.days - 1);
  const bookable = await listBookable(ctx.db, asked.instituteId, asked.from);
  const testers = await listTesters(ctx.db, asked.instituteId);
  const benches = bookable.filter(
    ({ kind, instrumentKinds }) =>
      kind === 'bench' && (instrumentKinds.length === 0 || asked.instrumentKinds.every((one) => instrumentKinds.includes(one))),
  );
  const vans = bookable.filter(({ kind }) => kind === 'van');
  const movingIds = [...vans.map(({ id }) => id), ...testers.map(({ id }) => id)];
  const away = await listAway(ctx.db, [...benches.map(({ id }) => id), ...movingIds], asked.from, to);
  const loads = new Map(
    (
      await listLoads(
        ctx.db,
        benches.map(({ id }) => id),
        asked.from,
        to,
      )
    ).map((row) => [`${row.benchId} ${row.day}`, row.booked]),
  );
  const slots: readonly string[] = slotsOf(asked.half);
  const busy = new Set(
    (await listPosts(ctx.db, movingIds, asked.from, to))
      .filter(({ half }) => slots.includes(half))
      .map((post) => `${post.resourceId} ${post.day}`),
  );
  const exceptions = await calendarExceptions(ctx, asked.from, to);
  const days = Array.from({ length: asked.days }, (_, index) => addDays(asked.from, index));
  const qualified = await qualifiedOn(
    ctx,
    asked,
    days,
    testers.map(({ id }) => id),
  );
  const isThere = (id: string, day: string): boolean =>
    !away.some((one) => one.resourceId === id && one.fromDay <= day && day <= one.toDay);
  const lasts = (lastDay: string | null, day: string): boolean => lastDay === null || day <= lastDay;
  return {
    names: new Map([
      ...bookable.map((row): [string, { name: string; load: number }] => [row.id, { name: row.shownName, load: row.load ?? 0 }]),
      ...testers.map(({ id, name }): [string, { name: string; load: number }] => [id, { name, load: 0 }]),
    ]),
    days: days.map((day) => ({
      day,
      isWorking: isWorkingDay(day, exceptions),
      benches: benches
        .filter(({ id, lastDay }) => lasts(lastDay, day) && isThere(id, day))
        .map(({ id, load }) => ({ id, free: Math.max(0, (load ?? 0) - (loads.get(`${id} ${day}`) ?? 0)) })),
      vans: vans.filter(({ id, lastDay }) => lasts(lastDay, day) && isThere(id, day) && !busy.has(`${id} ${day}`)).map(({ id }) => id),
      persons: testers
        .filter(({ id }) => isThere(id, day) && !busy.has(`${id} ${day}`))
        .map(({ id }) => ({ id, isQualified: qualified(id, day) })),
    })),
  };
}

/** Whether a person is registered to test by the regulation of every kind on a day; a kind without a regulation here asks for none. */
async function qualifiedOn(
  ctx: Pick<Context, 'db'>,
  { instituteId, instrumentKinds }: Asked,
  days: readonly string[],
  persons: readonly string[],
) {
  const wanted = persons.flatMap((personId) =>
    days.flatMap((day) =>
      instrumentKinds.flatMap((kind) => {
        const regulation = regulationOn(kind, day);
        return regulation === undefined ? [] : [{ personId, activity: 'test' as const, regulation, day }];
      }),
    ),
  );
  const abilities = await abilitiesOf(ctx, instituteId, wanted);
  const without = new Set(wanted.flatMap((one, index) => (abilities[index]?.holds === true ? [] : [`${one.personId} ${one.day}`])));
  return (personId: string, day: string): boolean => !without.has(`${personId} ${day}`);
}
