import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { both, type Found } from './search.ts';

/** Rows in the order of an index, so that the first page costs a page whatever there is. */
export type Walk = (db: Db, limit: number, after: readonly string[] | undefined) => Promise<Found[]>;
type Condition = RawBuilder<boolean>;
type Column = { readonly of: RawBuilder<unknown>; readonly as: 'text' | 'uuid' | 'timestamptz' | 'bigint' | 'date' };

/** One range of an index in its order. */
export function ordered(conditions: readonly Condition[], columns: readonly Column[], direction: 'asc' | 'desc' = 'asc'): Walk {
  const order = sql.join(columns.map(({ of }) => sql`${of} ${sql.raw(direction)}`));
  const keys = sql.join(columns.map(({ of, as }) => sql`(${of})::${sql.raw(as)}::text`));
  return async (db, limit, after) => {
    const begins =
      after?.length === columns.length
        ? [
            sql<boolean>`(${sql.join(columns.map(({ of }) => of))}) ${sql.raw(direction === 'asc' ? '>' : '<')}
              (${sql.join(columns.map(({ as }, n) => sql`${after[n]}::${sql.raw(as)}`))})`,
          ]
        : [];
    const { rows } = await sql<{ id: string; position: string[] }>`
      select instrument.id, array[${keys}] as position from instrument where ${both([...conditions, ...begins])}
      order by ${order} limit ${limit}`.execute(db);
    return rows;
  };
}

/** Along an index of numbers, which is ordered byte by byte. */
export function alongNumbers(number: RawBuilder<unknown>, conditions: readonly Condition[]): Walk {
  return async (db, limit, after) => {
    const [last, id] = after ?? [];
    const begins =
      last === undefined || id === undefined
        ? []
        : [sql<boolean>`${number} ~>=~ ${last} and (${number} ~>~ ${last} or instrument.id > ${id}::uuid)`];
    const { rows } = await sql<{ id: string; position: string[] }>`
      select instrument.id, array[${number}, instrument.id::text] as position from instrument where ${both([...conditions, ...begins])}
      order by ${number} using ~<~, instrument.id limit ${limit}`.execute(db);
    return rows;
  };
}

export type Range = { readonly key: string; readonly beside?: string | undefined };

/**
 * Many ranges of one index one after the other, such as one for each type that has a word. Few are asked at first and ever more as long
 * as they give little, so that a common word costs a page and a rare one a few statements.
 */
export function ranged(
  ranges: readonly Range[],
  /** The condition on `range.key` and `range.beside`, and the columns after it in the index. */
  match: Condition,
  within: readonly Column[],
  conditions: readonly Condition[],
): Walk {
  const columns = within.map(({ of }) => of);
  const ask = async (db: Db, some: readonly Range[], limit: number, after: readonly string[] | undefined): Promise<Found[]> => {
    const begins =
      after === undefined
        ? []
        : [sql<boolean>`(${sql.join(columns)}) > (${sql.join(within.map(({ as }, n) => sql`${after[n]}::${sql.raw(as)}`))})`];
    const { rows } = await sql<{ id: string; position: string[] }>`
      select found.id, array[range.key, range.beside] || found.position as position
      from unnest(${some.map(({ key }) => key)}::text[], ${some.map(({ beside }) => beside ?? '')}::text[]) with ordinality range (key, beside, n)
      cross join lateral (
        select instrument.id, array[${sql.join(within.map(({ of, as }) => sql`(${of})::${sql.raw(as)}::text`))}] as position,
          row_number() over (order by ${sql.join(columns)}) as m
        from instrument where ${both([match, ...conditions, ...begins])} order by ${sql.join(columns)} limit ${limit}
      ) found
      order by range.n, found.m limit ${limit}`.execute(db);
    return rows;
  };
  return async (db, limit, after) => {
    const found: Found[] = [];
    let at = 0;
    if (after !== undefined) {
      at = Math.max(
        0,
        ranges.findIndex(({ key, beside }) => key === after[0] && (beside ?? '') === after[1]),
      );
      const range = ranges[at];
      if (range !== undefined) found.push(...(await ask(db, [range], limit, after.slice(2))));
      at += 1;
    }
    for (let size = 1; found.length < limit && at < ranges.length; size *= 4) {
      found.push(...(await ask(db, ranges.slice(at, at + size), limit - found.length, undefined)));
      at += size;
    }
    return found;
  };
}

/** Walks one after the other; the position of a row begins with the number of its walk. */
export function chained(walks: readonly Walk[]): Walk {
  return async (db, limit, after) => {
    const found: Found[] = [];
    const from = after === undefined ? 0 : Number(after[0]);
    for (let n = from; n < walks.length && found.length < limit; n += 1) {
      const rows = await walks[n]?.(db, limit - found.length, n === from && after !== undefined ? after.slice(1) : undefined);
      found.push(...(rows ?? []).map(({ id, position }) => ({ id, position: [String(n), ...position] })));
    }
    return found;
  };
}
