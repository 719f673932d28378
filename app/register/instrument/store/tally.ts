import { sql, type RawBuilder } from 'kysely';
import { fromDayNumber, toDayNumber, type Day } from '../../../kernel/day.ts';
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

/** The days of each window before what is valid for longer, which is the remainder. */
const windows = (today: Day): readonly { readonly standing: string; readonly first: number; readonly last: number }[] => {
  const day = toDayNumber(today);
  return [
    { standing: 'overdue', first: -Infinity, last: day - 1 },
    { standing: 'due-7', first: day, last: day + 7 },
    { standing: 'due-15', first: day + 8, last: day + 15 },
    { standing: 'due-30', first: day + 16, last: day + 30 },
    { standing: 'due-90', first: day + 31, last: day + 90 },
  ];
};

/** Lengths of the blocks of days that the tally keeps, each a multiple of the one before; a block begins at a multiple of its length. */
const lengths = [1, 4, 16, 128] as const;

/** Blocks of one length in a row, by the first days of the first and the last of them; everything before where `first` is without end. */
export type Run = { readonly length: number; readonly first: number; readonly last: number };

/** A span of days as few blocks as possible: the longest in the middle, shorter ones towards both ends. */
export function runsOf(first: number, last: number): Run[] {
  const runs: Run[] = [];
  const add = (length: number, from: number, end: number): void => {
    if (from < end) runs.push({ length, first: from, last: end - length });
  };
  let [from, end] = [first, last + 1];
  for (const [at, length] of lengths.entries()) {
    const next = lengths[at + 1];
    if (next === undefined) {
      add(length, from, end);
      break;
    }
    const inner = from === -Infinity ? from : Math.ceil(from / next) * next;
    const outer = Math.floor(end / next) * next;
    if (inner >= outer) {
      add(length, from, end);
      break;
    }
    if (from !== -Infinity) add(length, from, inner);
    add(length, outer, end);
    [from, end] = [inner, outer];
  }
  return runs;
}

const dayOf = (number: number): string => (number === -Infinity ? '-infinity' : fromDayNumber(number));

const standing = (state: RawBuilder<unknown>, dueOn: RawBuilder<unknown>, today: Day) => sql<string>`
  case when ${state} <> 'due' then ${state}
    when ${dueOn} < ${today}::date then 'overdue'
    when ${dueOn} <= ${today}::date + 7 then 'due-7'
    when ${dueOn} <= ${today}::date + 15 then 'due-15'
    when ${dueOn} <= ${today}::date + 30 then 'due-30'
    when ${dueOn} <= ${today}::date + 90 then 'due-90'
    else 'valid' end`;

/** What is due at any time, less what is due within the windows, is valid for longer. */
function withRemainder({ counts, ...group }: TallyRow, today: Day): TallyRow {
  const { due = 0, valid = 0, ...others } = counts;
  const remainder = windows(today).reduce((rest, window) => rest - (counts[window.standing] ?? 0), due + valid);
  return { ...group, counts: remainder === 0 ? others : { ...others, valid: remainder } };
}

/**
 * Counters by standing, exact for a day: totals, the blocks of days of each window, and what the writers have added since. Reads some
 * thousand rows, however many instruments there are; OFFSET keeps to one step in the index for each run of blocks.
 */
export async function sumTally(db: Db, filter: TallyFilter, by: readonly TallyGroup[], today: Day): Promise<TallyRow[]> {
  const { regionPrefix, township, kind, pairs } = filter;
  const runs = windows(today).flatMap(({ standing: name, first, last }) => runsOf(first, last).map((run) => ({ ...run, name })));
  const place = township !== undefined || by.includes('township') ? 'township' : 'region';
  const grouped = (column: TallyGroup) => (by.includes(column) ? sql.ref(column) : sql`null::text`);
  const like = `${regionPrefix ?? ''}%`;
  const wanted = sql`${township === undefined ? sql`true` : sql`township = ${township}`} and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
    and ${pairs === undefined ? sql`true` : paired(pairs)}`;
  const { rows } = await sql<TallyRow>`
    with recursive known (region) as (
      select min(region) from instrument_tally where grain = ${`${place}-all`}
      union all
      select (select min(region) from instrument_tally where grain = ${`${place}-all`} and region > known.region) from known where known.region is not null
    ), counted as (
      select tally.* from known cross join lateral (
        select region, township, kind, state as standing, n::integer as n from instrument_tally
        where grain = ${`${place}-all`} and region = known.region offset 0
      ) tally where known.region like ${like}
      union all
      select tally.region, tally.township, tally.kind, run.standing, tally.n
      from known
      cross join unnest(${runs.map(({ length }) => `${place}-${length}`)}::text[], ${runs.map(({ first }) => dayOf(first))}::date[],
        ${runs.map(({ last }) => dayOf(last))}::date[], ${runs.map(({ name }) => name)}::text[]) run (grain, first, last, standing)
      cross join lateral (
        select region, township, kind, n::integer as n from instrument_tally
        where grain = run.grain and region = known.region and due_on between run.first and run.last offset 0
      ) tally
      where known.region like ${like}
      union all
      select region, township, kind, told.standing, n::integer from instrument_tally_change
      cross join lateral (values (state), (case state when 'due' then nullif(${standing(sql`state`, sql`due_on`, today)}, 'valid') end)) told (standing)
      where region like ${like} and told.standing is not null
    )
    select region, township, kind, json_object_agg(standing, n) as counts from (
      select ${grouped('region')} as region, ${grouped('township')} as township, ${grouped('kind')} as kind, standing, sum(n) as n
      from counted instrument where ${wanted} group by 1, 2, 3, 4 having sum(n) <> 0
    ) told group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows.map((row) => withRemainder(row, today)).filter(({ counts }) => Object.keys(counts).length > 0);
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
