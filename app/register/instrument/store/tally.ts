import { sql, type RawBuilder } from 'kysely';
import { addDays, addMonths, toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import { paired, type Reach } from './reach.ts';

export type TallyFilter = {
  /** Digits that the codes of the regions begin with; all where undefined. */
  readonly regionPrefix?: string | undefined;
  readonly township?: string | undefined;
  readonly kind?: string | undefined;
  /** Only these regions with these kinds. */
  readonly pairs?: Reach['pairs'] | undefined;
};
export type TallyGroup = 'region' | 'township' | 'kind';
export type TallyRow = {
  readonly region: string | null;
  readonly township: string | null;
  readonly kind: string | null;
  /** Instruments by standing, or by state where they are not in use. */
  readonly counts: Readonly<Record<string, number>>;
};

/** The first days of the windows after the one that ends before `today`. */
const windowStarts = (today: Day): Day[] => [0, 8, 16, 31, 91].map((days) => addDays(today, days));
const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Days from the first to the last, all in one window; `rest` is a day of the longest window part of their month. */
type Part = { readonly from: Day; readonly to: Day; readonly rest: Day };

/**
 * A month in which a window begins is counted whole as if it lay in the longest of its parts; the days of the other parts are then taken
 * from there and counted where they belong. That reads a third of the days.
 */
function partsOf(today: Day): { readonly months: ReadonlyMap<Day, Day>; readonly parts: readonly Part[] } {
  const starts = windowStarts(today);
  const months = new Map<Day, Day>();
  const parts: Part[] = [];
  for (const month of new Set(starts.filter((day) => day !== monthOf(day)).map(monthOf))) {
    const next = addMonths(month, 1);
    const begins = [month, ...starts.filter((day) => day > month && day < next)];
    const spans = begins.map((from, n) => ({ from, to: addDays(begins[n + 1] ?? next, -1) }));
    const length = ({ from, to }: { from: Day; to: Day }): number => toDayNumber(to) - toDayNumber(from);
    const [longest, ...others] = spans.toSorted((one, other) => length(other) - length(one));
    if (longest === undefined) continue;
    months.set(month, longest.from);
    parts.push(...others.map((span) => ({ ...span, rest: longest.from })));
  }
  return { months, parts };
}

const standing = (state: RawBuilder<unknown>, dueOn: RawBuilder<unknown>, today: Day) => sql<string>`
  case when ${state} <> 'due' then ${state}
    when ${dueOn} < ${today}::date then 'overdue'
    when ${dueOn} <= ${today}::date + 7 then 'due-7'
    when ${dueOn} <= ${today}::date + 15 then 'due-15'
    when ${dueOn} <= ${today}::date + 30 then 'due-30'
    when ${dueOn} <= ${today}::date + 90 then 'due-90'
    else 'valid' end`;

/**
 * Counters by standing, exact for a day: months, the days around the beginnings of the windows, and what the writers have added since. Reads some thousand rows, however many instruments there are; OFFSET keeps to one step in the index for each range.
 */
export async function sumTally(db: Db, filter: TallyFilter, by: readonly TallyGroup[], today: Day): Promise<TallyRow[]> {
  const { regionPrefix, township, kind, pairs } = filter;
  const { months, parts } = partsOf(today);
  const whole = [...months].map(([month, day]) => sql`when ${month}::date then ${day}::date`);
  const day = whole.length === 0 ? sql`due_on` : sql`case due_on ${sql.join(whole, sql` `)} else due_on end`;
  const place = township !== undefined || by.includes('township') ? 'township' : 'region';
  const grouped = (column: TallyGroup) => (by.includes(column) ? sql.ref(column) : sql`null::text`);
  const like = `${regionPrefix ?? ''}%`;
  const wanted = sql`${township === undefined ? sql`true` : sql`township = ${township}`} and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
    and ${pairs === undefined ? sql`true` : paired(pairs)}`;
  const { rows } = await sql<TallyRow>`
    with recursive known (region) as (
      select min(region) from instrument_tally where grain = ${`${place}-month`}
      union all
      select (select min(region) from instrument_tally where grain = ${`${place}-month`} and region > known.region) from known where known.region is not null
    ), counted as (
      select tally.* from known cross join lateral (
        select region, township, kind, state, ${day} as due_on, n::integer as n from instrument_tally
        where grain = ${`${place}-month`} and region = known.region offset 0
      ) tally where known.region like ${like}
      union all
      select tally.region, tally.township, tally.kind, tally.state, moved.due_on, moved.n
      from known
      cross join unnest(${parts.map(({ from }) => from)}::date[], ${parts.map(({ to }) => to)}::date[], ${parts.map(({ rest }) => rest)}::date[]) part (first, last, rest)
      cross join lateral (
        select region, township, kind, state, due_on, n::integer as n from instrument_tally
        where grain = ${`${place}-day`} and region = known.region and due_on between part.first and part.last offset 0
      ) tally
      cross join lateral (values (tally.due_on, tally.n), (part.rest, -tally.n)) moved (due_on, n)
      where known.region like ${like}
      union all
      select region, township, kind, state, due_on, n::integer from instrument_tally_change where region like ${like}
    )
    select region, township, kind, json_object_agg(standing, n) as counts from (
      select ${grouped('region')} as region, ${grouped('township')} as township, ${grouped('kind')} as kind,
        ${standing(sql`state`, sql`due_on`, today)} as standing, sum(n) as n
      from counted instrument where ${wanted} group by 1, 2, 3, 4 having sum(n) <> 0
    ) told group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}

/** The same for an organization's own rows, counted by their indexes: what it holds, recorded or was asked to verify beyond its designations. */
export async function sumOwn(db: Db, reach: Reach, filter: TallyFilter, by: readonly TallyGroup[], today: Day): Promise<TallyRow[]> {
  const { scope, pairs } = reach;
  if (scope.kind !== 'organization') return [];
  const { regionPrefix, township, kind } = filter;
  const grouped = (column: TallyGroup) => (by.includes(column) ? sql.ref(column) : sql`null::text`);
  const { rows } = await sql<TallyRow>`
    with own as (
      select id from instrument where holder_id = ${scope.organization}
      union select id from instrument where registrar_id = ${scope.organization}
      union select instrument_id from instrument_reader where organization_id = ${scope.organization}
    ), counted as (
      select region, coalesce(township, '') as township, kind, instrument_state_of(status, verdict, verified_on, due_on, validity) as state, due_on
      from instrument where id in (select id from own) and not ${paired(pairs)}
        and region like ${`${regionPrefix ?? ''}%`}
        and ${township === undefined ? sql`true` : sql`township = ${township}`} and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
    )
    select region, township, kind, json_object_agg(standing, n) as counts from (
      select ${grouped('region')} as region, ${grouped('township')} as township, ${grouped('kind')} as kind,
        ${standing(sql`state`, sql`due_on`, today)} as standing, count(*) as n
      from counted group by 1, 2, 3, 4
    ) told group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}
