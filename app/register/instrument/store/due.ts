import { sql, type RawBuilder } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import { instrumentKindNames } from '../rules.ts';

export type Pair = { readonly region: string; readonly kind: string };

export type DueFilter = {
  readonly pairs?: readonly Pair[] | undefined;
  readonly placeIds?: readonly string[] | undefined;
  readonly township?: string | undefined;
  readonly holderId?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Digits that the codes of the regions begin with. */
  readonly regionPrefix?: string | undefined;
};

export type DueRow = { readonly id: string; readonly dueOn: Day | null };
type Position = { readonly dueOn: Day | null; readonly id: string };

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** What a filter demands of a row, whichever index leads to it. */
function demandsOf({ pairs, placeIds, township, holderId, kinds, regionPrefix }: DueFilter): RawBuilder<unknown>[] {
  return [
    ...(pairs === undefined
      ? []
      : [
          sql`exists (select from unnest(${pairs.map(({ region }) => region)}::text[], ${pairs.map(({ kind }) => kind)}::text[]) pair (region, kind)
            where pair.region = instrument.region and pair.kind = instrument.kind)`,
        ]),
    ...(placeIds === undefined ? [] : [sql`instrument.place_id = any(${placeIds}::uuid[])`]),
    ...(township === undefined ? [] : [sql`instrument.township = ${township}`]),
    ...(holderId === undefined ? [] : [sql`instrument.holder_id = ${holderId}`]),
    ...(kinds === undefined ? [] : [sql`instrument.kind = any(${kinds}::text[])`]),
    ...(regionPrefix === undefined ? [] : [sql`instrument.region like ${`${regionPrefix}%`}`]),
  ];
}

/**
 * Rows in order from many ranges of one index: each range gives its first ones in the order of the index, and the first of all are among
 * them. However many instruments are due, no more is read than pairs times the page.
 */
const merged = (pairs: readonly Pair[], range: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) => sql<DueRow>`
  select instrument.id, instrument.due_on
  from unnest(${pairs.map(({ region }) => region)}::text[], ${pairs.map(({ kind }) => kind)}::text[]) pair (region, kind)
  cross join lateral (
    select id, due_on from instrument
    where instrument.region = pair.region and instrument.kind = pair.kind and status = 'in-use' and ${range}
    order by ${order} limit ${limit}
  ) instrument
  order by ${order} limit ${limit}`;

const chosen = (
  demands: readonly RawBuilder<unknown>[],
  range: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
) => sql<DueRow>`
  select instrument.id, instrument.due_on from instrument
  where status = 'in-use' and ${range} and ${all(demands)} order by ${order} limit ${limit}`;

/** A holder and a place have few instruments; a township's and a region's are found pair by pair in order of the day. */
const isNarrow = ({ placeIds, holderId }: DueFilter): boolean => placeIds !== undefined || holderId !== undefined;

const kindsOf = ({ kinds }: DueFilter): readonly string[] => kinds ?? instrumentKindNames;

async function pairsOf(db: Db, filter: DueFilter): Promise<Pair[]> {
  const { pairs, regionPrefix } = filter;
  const kinds = kindsOf(filter);
  if (pairs !== undefined)
    return pairs.filter(({ region, kind }) => kinds.includes(kind) && (regionPrefix === undefined || region.startsWith(regionPrefix)));
  // The regions of the ledger, from the counters, each found by one step in their index.
  const { rows } = await sql<{ region: string }>`
    with recursive known (region) as (
      select min(region) from instrument_tally where grain = 'region-all'
      union all
      select (select min(region) from instrument_tally where grain = 'region-all' and region > known.region) from known where known.region is not null
    )
    select region from known where region like ${`${regionPrefix ?? ''}%`}
    union select region from instrument_tally_change where region like ${`${regionPrefix ?? ''}%`}
    order by region`.execute(db);
  return rows.flatMap(({ region }) => kinds.map((kind) => ({ region, kind })));
}

/** The same kind by kind in a township, whose instruments are few in each. */
const mergedInTownship = (
  { township, filter, kinds }: { township: string; filter: DueFilter; kinds: readonly string[] },
  range: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
) => sql<DueRow>`
  select instrument.id, instrument.due_on
  from unnest(${kinds}::text[]) demanded (kind)
  cross join lateral (
    select id, due_on from instrument
    where township = ${township} and instrument.kind = demanded.kind and status = 'in-use' and ${range} and ${all(demandsOf(filter))}
    order by ${order} limit ${limit}
  ) instrument
  order by ${order} limit ${limit}`;

async function listIn(db: Db, filter: DueFilter, range: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<DueRow[]> {
  if (isNarrow(filter)) return (await chosen(demandsOf(filter), range, order, limit).execute(db)).rows;
  const { township } = filter;
  if (township !== undefined)
    return (await mergedInTownship({ township, filter, kinds: kindsOf(filter) }, range, order, limit).execute(db)).rows;
  return (await merged(await pairsOf(db, filter), range, order, limit).execute(db)).rows;
}

/** Instruments in use that are due by a day, in order of the day. */
export function listDue(db: Db, filter: DueFilter, dueBy: Day, limit: number, after?: Position): Promise<DueRow[]> {
  if (after?.dueOn === null) return Promise.resolve([]);
  const range = all([
    sql`due_on is not null and due_on <= ${dueBy}`,
    ...(after === undefined ? [] : [sql`(due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`]),
  ]);
  return listIn(db, filter, range, sql`due_on, id`, limit);
}

/** Instruments in use without a result that counts, never verified or repaired since, in the order of their ids. */
export function listWithoutResult(db: Db, filter: DueFilter, limit: number, after?: Position): Promise<DueRow[]> {
  const range = all([
    sql`due_on is null and verdict is null`,
    ...(after === undefined || after.dueOn !== null ? [] : [sql`id > ${after.id}::uuid`]),
  ]);
  return listIn(db, filter, range, sql`id`, limit);
}
