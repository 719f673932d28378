import { editionFor } from '@tongheng/procedures/registry';
import { Problem, type Issue, type ProblemDefinition } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { isWorkingDay } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { abilitiesOf } from '../../../measure/qualification/service/ability.ts';
import { scheduleProblems } from '../contract/problems.ts';
import { absenceCauses, halves, personsOnSite, slotsOf, spread, type AbsenceCause, type BookingKind, type Half } from '../rules.ts';
import { listAway } from '../store/absence.ts';
import { listLoads, listPosts } from '../store/place.ts';
import { insertPersons, listTesters, lockResources } from '../store/resource.ts';

export type Plan = {
  readonly days: readonly string[];
  readonly half: Half;
  readonly benchId: string | null;
  readonly vanId: string | null;
  readonly personIds: readonly string[];
  readonly holidayReason: string | null;
};

type Resource = Awaited<ReturnType<typeof lockResources>>[number];
export type Checked = {
  readonly days: readonly string[];
  readonly itemDays: readonly (string | null)[];
  readonly warnings: readonly Text[];
};

const problem = (ctx: Context, definition: ProblemDefinition, found: readonly { path: Issue['path']; text: Text }[] = []): Problem =>
  new Problem(definition, { issues: found.map(({ path, text }) => ({ path, message: inLanguage(text, ctx.language) })) });

/** The days in order, none past, none twice; a day off only with its reason. */
async function checkDays(ctx: Context, { days, holidayReason }: Plan): Promise<string[]> {
  const sorted = [...days].sort();
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined || new Set(sorted).size < sorted.length) throw new Problem(scheduleProblems.dayTwice);
  if (first < ctx.today) throw new Problem(scheduleProblems.dayPast);
  const exceptions = await calendarExceptions(ctx, first, last);
  const off = sorted.filter((day) => !isWorkingDay(day, exceptions));
  if (off.length > 0 && holidayReason === null)
    throw problem(
      ctx,
      scheduleProblems.dayOff,
      off.map((day) => ({ path: ['days', day], text: [`${day} 不是工作日`, `${day} is no working day`] })),
    );
  return sorted;
}

export const resourcesOf = ({ benchId, vanId, personIds }: Pick<Plan, 'benchId' | 'vanId' | 'personIds'>): string[] =>
  [benchId, vanId, ...personIds].filter((id): id is string => id !== null);

/** Bench, van and persons of the institute, locked; whoever is booked for the first time becomes bookable. */
async function lockOwn(ctx: Context, plan: Plan, days: readonly string[], held: readonly string[]): Promise<Map<string, Resource>> {
  const institute = ctx.caller.organizationId;
  if (plan.personIds.length > 0) {
    const testers = await listTesters(ctx.db, institute);
    const wanted = testers.filter(({ id }) => plan.personIds.includes(id));
    const common = { instituteId: institute, region: ctx.caller.region, recordedBy: ctx.caller.personId, recordedAt: ctx.now };
    await insertPersons(ctx.db, wanted, { ...common, demonstration: ctx.demonstration });
    if (wanted.length < new Set(plan.personIds).size) throw new Problem(scheduleProblems.resourceUnknown);
  }
  const ids = resourcesOf(plan);
  const locked = ids.length + held.length === 0 ? [] : await lockResources(ctx.db, [...new Set([...ids, ...held])]);
  const found = new Map(locked.filter((one) => one.instituteId === institute && ids.includes(one.id)).map((one) => [one.id, one]));
  const last = days[days.length - 1] ?? '';
  const isKind = (id: string | null, kind: string): boolean => {
    const one = id === null ? undefined : found.get(id);
    return id === null || (one?.kind === kind && (one.lastDay === null || one.lastDay >= last));
  };
  if (!isKind(plan.benchId, 'bench') || !isKind(plan.vanId, 'van') || !plan.personIds.every((id) => isKind(id, 'person')))
    throw new Problem(scheduleProblems.resourceUnknown);
  return found;
}

async function checkPresence(
  ctx: Context,
  resources: Map<string, Resource>,
  plan: Plan,
  days: readonly string[],
  postOf: string,
): Promise<void> {
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  const away = (await listAway(ctx.db, [...resources.keys()], first, last)).flatMap((one) =>
    days
      .filter((day) => one.fromDay <= day && day <= one.toDay)
      .map((day) => ({
        path: ['days', day],
        text: [
          `${day} ${one.resourceName} ${absenceCauses[one.cause as AbsenceCause][0]}：${one.reason}`,
          `${day} ${one.resourceName}: ${absenceCauses[one.cause as AbsenceCause][1]}, ${one.reason}`,
        ] as Text,
      })),
  );
  if (away.length > 0) throw problem(ctx, scheduleProblems.away, away);
  const moving = [...resources.values()].filter(({ kind }) => kind !== 'bench');
  const posts = await listPosts(
    ctx.db,
    moving.map(({ id }) => id),
    first,
    last,
  );
  const slots: readonly string[] = slotsOf(plan.half);
  const busy = posts.filter(({ day, half, postId }) => days.includes(day) && slots.includes(half) && postId !== postOf);
  if (busy.length === 0) return;
  const testers = new Map((await listTesters(ctx.db, ctx.caller.organizationId)).map(({ id, name }) => [id, name]));
  throw problem(
    ctx,
    scheduleProblems.busy,
    busy.map(({ resourceId, day, half }) => {
      const name = testers.get(resourceId) ?? resources.get(resourceId)?.name ?? '';
      const [zh, en] = halves[half as Half];
      return { path: ['days', day], text: [`${day} ${zh} ${name} 已另有安排`, `${day} ${en}: ${name} is booked elsewhere`] as Text };
    }),
  );
}

/** The regulations by which a kind is verified on a day; none where this program has no edition for it. */
export const regulationOn = (kind: string, day: string): string | undefined => editionFor(kind, day)?.regulation;

/**
 * Somebody of those booked is registered to test by each regulation on each day, else it is refused: nobody could submit the record. Whoever
 * else is not registered is named, since a second person on site need not be.
 */
async function checkQualification(ctx: Context, plan: Plan, days: readonly string[], kinds: readonly string[]): Promise<Text[]> {
  if (plan.personIds.length === 0) return [];
  const named = new Map((await listTesters(ctx.db, ctx.caller.organizationId)).map(({ id, name }) => [id, name]));
  const warnings: Text[] = [];
  for (const kind of kinds) {
    const [zh, en] = instrumentKinds[kind as InstrumentKind]?.text ?? [kind, kind];
    const wanted = days.flatMap((day) => {
      const regulation = regulationOn(kind, day);
      return regulation === undefined ? [] : plan.personIds.map((personId) => ({ personId, activity: 'test' as const, regulation, day }));
    });
    if (wanted.length === 0) {
      warnings.push([`${zh}：本系统没有其现行规程，未核对资格`, `${en}: no edition is known here, the qualification was not checked`]);
      continue;
    }
    const abilities = await abilitiesOf(ctx, ctx.caller.organizationId, wanted);
    const without = wanted.filter((_, index) => abilities[index]?.holds !== true);
    const alone = days.filter(
      (day) => wanted.some((one) => one.day === day) && wanted.every((one) => one.day !== day || without.includes(one)),
    );
    if (alone.length > 0)
      throw problem(
        ctx,
        scheduleProblems.notQualified,
        alone.map((day) => ({ path: ['persons', day], text: [`${day} ${zh}`, `${day} ${en}`] as Text })),
      );
    for (const personId of new Set(without.map((one) => one.personId)))
      warnings.push([
        `${named.get(personId) ?? ''} 不具有${zh}检定资格，只能协助`,
        `${named.get(personId) ?? ''} is not registered for ${en} and can only assist`,
      ]);
  }
  return warnings;
}

/** On which day each instrument stands, by what is still free on the bench; what the same booking held there before is free again. */
async function spreadOver(ctx: Context, bench: Resource, days: readonly string[], count: number): Promise<string[]> {
  const [first = '', last = ''] = [days[0], days[days.length - 1]];
  const booked = new Map((await listLoads(ctx.db, [bench.id], first, last)).map((row) => [row.day, row.booked]));
  const capacity = bench.load ?? 0;
  const free = days.map((day) => ({ day, free: Math.max(0, capacity - (booked.get(day) ?? 0)) }));
  const found = spread(count, free);
  if (found !== undefined) return found;
  throw problem(
    ctx,
    scheduleProblems.benchFull,
    free.map(({ day }) => ({
      path: ['days', day],
      text: [
        `${day} 已排 ${booked.get(day) ?? 0} / ${capacity}，需排 ${count}`,
        `${day}: ${booked.get(day) ?? 0} of ${capacity} booked, ${count} to be booked`,
      ] as Text,
    })),
  );
}

type Wanted = {
  readonly kind: BookingKind;
  readonly bookingId: string;
  readonly count: number;
  readonly instrumentKinds: readonly string[];
  /** What the booking holds before it is moved: locked together with the new, in one order, and then let go. */
  readonly before?: { readonly held: readonly string[]; readonly release: () => Promise<void> };
};

/** Looks at everything a plan may fail by, with its bench, van and persons locked. */
export async function checkPlan(ctx: Context, plan: Plan, wanted: Wanted): Promise<Checked> {
  if ((wanted.kind === 'bench') !== (plan.benchId !== null)) throw new Problem(scheduleProblems.benchOrVisit);
  if (wanted.kind === 'visit' && new Set(plan.personIds).size < personsOnSite) throw new Problem(scheduleProblems.twoPersons);
  const days = await checkDays(ctx, plan);
  const resources = await lockOwn(ctx, plan, days, wanted.before?.held ?? []);
  await wanted.before?.release();
  const bench = plan.benchId === null ? undefined : resources.get(plan.benchId);
  const unserved = wanted.instrumentKinds.filter(
    (kind) => bench !== undefined && bench.instrumentKinds.length > 0 && !bench.instrumentKinds.includes(kind),
  );
  if (unserved.length > 0)
    throw problem(
      ctx,
      scheduleProblems.benchKind,
      unserved.map((kind) => ({ path: ['bench', kind], text: instrumentKinds[kind as InstrumentKind]?.text ?? [kind, kind] })),
    );
  await checkPresence(ctx, resources, plan, days, plan.benchId ?? wanted.bookingId);
  const warnings = await checkQualification(ctx, plan, days, wanted.instrumentKinds);
  const [only] = days;
  const itemDays =
    bench === undefined
      ? Array.from({ length: wanted.count }, () => (days.length === 1 && only !== undefined ? only : null))
      : await spreadOver(ctx, bench, days, wanted.count);
  return { days, itemDays, warnings };
}
