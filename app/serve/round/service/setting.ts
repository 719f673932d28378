import { fromDayNumber, toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { isWorkingDay } from '../../../register/calendar/rules.ts';
import { calendarExceptions } from '../../../register/calendar/service.ts';
import { editionFor } from '@tongheng/procedures/registry';
import { abilitiesOf } from '../../../measure/qualification/service/ability.ts';
import type { Setting } from '../contract/shapes.ts';
import { minutesOf } from '../rules/minutes.ts';
import { proposalKindOf, type RoundWay } from '../rules.ts';
import { listMinutes, type RoundRow } from '../store/round.ts';

/** Working days of the setting that are not past, without those that were taken out. */
export async function workingDaysOf(ctx: Pick<Context, 'db' | 'today'>, { from, to, without }: Setting): Promise<Day[]> {
  if (from === null || to === null || to < from) return [];
  const first = from < ctx.today ? ctx.today : from;
  const exceptions = await calendarExceptions(ctx, first, to);
  const days: Day[] = [];
  for (let number = toDayNumber(first); number <= toDayNumber(to) && days.length < mostDays; number += 1) {
    const day = fromDayNumber(number);
    if (isWorkingDay(day, exceptions) && !without.includes(day)) days.push(day);
  }
  return days;
}
/** A quarter of a year of working days. */
const mostDays = 66;

/** What a proposal still needs, said so that it can be done. */
export function lackingOf({ way, setting, planned }: Pick<RoundRow, 'way' | 'setting' | 'planned'>, days: readonly Day[]): Text[] {
  const lacking: Text[] = [];
  if (planned === 0) lacking.push(['没有列入任何器具', 'No instrument is in the round']);
  if (setting.from === null || setting.to === null) lacking.push(['未选起止日期', 'First and last day are not chosen']);
  else if (days.length === 0) lacking.push(['起止日期之间没有可用的工作日', 'No working day is left between first and last day']);
  if (proposalKindOf(way as RoundWay) === 'route' && setting.teams.length === 0) lacking.push(['没有设定上门的组', 'No team is set']);
  if (proposalKindOf(way as RoundWay) === 'load' && setting.benches.length === 0) lacking.push(['没有设定台位', 'No bench is set']);
  return lacking;
}

export async function recordedMinutes(ctx: Pick<Context, 'db'>, instituteId: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await listMinutes(ctx.db, instituteId)).map(({ kind, minutes }) => [kind, minutes]));
}

export const workOf = (
  kinds: readonly { readonly kind: string; readonly count: number }[],
  recorded: ReadonlyMap<string, number>,
): number => kinds.reduce((sum, { kind, count }) => sum + count * minutesOf(recorded, kind).minutes, 0);

/**
 * The kinds that each of these persons may test on all of the days. A kind for which this program has no edition cannot be checked and
 * counts as qualified; it is named where the round is booked.
 */
export async function qualifiedKinds(
  ctx: Pick<Context, 'db'>,
  instituteId: string,
  persons: readonly string[],
  kinds: readonly string[],
  days: readonly Day[],
): Promise<Map<string, string[]>> {
  const [first, last] = [days[0], days[days.length - 1]];
  const found = new Map<string, string[]>(persons.map((person) => [person, []]));
  if (first === undefined || last === undefined) return found;
  for (const kind of kinds) {
    const wanted = persons.flatMap((personId) =>
      [first, last].flatMap((day) => {
        const regulation = editionFor(kind, day)?.regulation;
        return regulation === undefined ? [] : [{ personId, activity: 'test' as const, regulation, day }];
      }),
    );
    const abilities = await abilitiesOf(ctx, instituteId, wanted);
    for (const person of persons)
      if (wanted.every((one, index) => one.personId !== person || abilities[index]?.holds === true)) found.get(person)?.push(kind);
  }
  return found;
}
