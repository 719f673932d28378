import { sql, type RawBuilder } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import type { Standing } from '../rules/standing.ts';
import { inRegion, within, type Reach } from './reach.ts';
import { insideNumbers, keysOf, numbersOf, type Word } from './search-words.ts';

export type SearchFilter = {
  readonly kind?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly status?: string | undefined;
  readonly region?: string | undefined;
  readonly township?: string | undefined;
  readonly village?: string | undefined;
  readonly placeId?: string | undefined;
  readonly use?: string | undefined;
  readonly validity?: string | undefined;
  readonly holderId?: string | undefined;
  readonly parentId?: string | undefined;
};

type Condition = RawBuilder<boolean>;
export const both = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join([...conditions], sql` and `)})`;

/** The days that a window of the standings means; undefined for a standing that is none. */
export function windowOf(standing: Standing, today: Day): { readonly from: Day | null; readonly to: Day | null } | undefined {
  switch (standing) {
    case 'overdue':
      return { from: null, to: addDays(today, -1) };
    case 'due-7':
      return { from: today, to: addDays(today, 7) };
    case 'due-15':
      return { from: addDays(today, 8), to: addDays(today, 15) };
    case 'due-30':
      return { from: addDays(today, 16), to: addDays(today, 30) };
    case 'due-90':
      return { from: addDays(today, 31), to: addDays(today, 90) };
    default:
      return undefined;
  }
}

/** The condition that instrument/rules states as standingOf, of an instrument in use. */
export function standingCondition(standing: Standing, today: Day): Condition {
  const inUse = sql<boolean>`instrument.status = 'in-use'`;
  const window = windowOf(standing, today);
  if (window !== undefined)
    return both([
      inUse,
      ...(window.from === null ? [] : [sql<boolean>`instrument.due_on >= ${window.from}::date`]),
      ...(window.to === null ? [] : [sql<boolean>`instrument.due_on <= ${window.to}::date`]),
      sql<boolean>`instrument.due_on is not null`,
    ]);
  switch (standing) {
    case 'never-verified':
      return both([inUse, sql<boolean>`instrument.due_on is null and instrument.verdict is null and instrument.verified_on is null`]);
    case 'repaired':
      return both([inUse, sql<boolean>`instrument.due_on is null and instrument.verdict is null and instrument.verified_on is not null`]);
    case 'failed':
      return both([inUse, sql<boolean>`instrument.due_on is null and instrument.verdict = 'fail'`]);
    case 'no-end':
      return both([inUse, sql<boolean>`instrument.due_on is null and instrument.verdict = 'pass' and instrument.validity = 'first-only'`]);
    default:
      return both([
        inUse,
        sql<boolean>`instrument.verdict = 'pass' and (instrument.due_on > ${addDays(today, 90)}::date
          or (instrument.due_on is null and instrument.validity is distinct from 'first-only'))`,
      ]);
  }
}

/** Everything that a filter and the caller's reach demand of a row. */
export function demandsOf(reach: Reach, filter: SearchFilter, today: Day): Condition[] {
  const { kind, standing, status, region, township, village, placeId, use, validity, holderId, parentId } = filter;
  const equal = (column: string, value: string | undefined): Condition[] =>
    value === undefined ? [] : [sql<boolean>`${sql.ref(`instrument.${column}`)} = ${value}`];
  return [
    ...(reach.scope.kind === 'city' ? [] : [within(reach)]),
    ...equal('kind', kind),
    ...equal('status', status),
    ...equal('township', township),
    ...equal('village', village),
    ...equal('placeId', placeId),
    ...equal('use', use),
    ...equal('validity', validity),
    ...equal('holderId', holderId),
    ...equal('parentId', parentId),
    ...(region === undefined || regionPrefix(region) === '' ? [] : [inRegion(region)]),
    ...(standing === undefined ? [] : [standingCondition(standing, today)]),
  ];
}

export type Source = { readonly condition: Condition; readonly order?: RawBuilder<unknown> | undefined };

/** Rows up to a number from several indexes; more than the number means that there are too many to look at each. */
export async function listCandidates(db: Db, sources: readonly Source[], most: number): Promise<string[]> {
  if (sources.length === 0) return [];
  const parts = sources.map(
    ({ condition, order }) =>
      sql`(select instrument.id from instrument where ${condition} ${order === undefined ? sql`` : sql`order by ${order}`} limit ${most + 1})`,
  );
  const { rows } = await sql<{ id: string }>`select id from (${sql.join(parts, sql` union all `)}) found limit ${most + 1}`.execute(db);
  return rows.length > most ? rows.map(({ id }) => id) : [...new Set(rows.map(({ id }) => id))];
}

/** A word that so many types have is common without asking; if it is not, the walk through them is as right. */
const manyTypes = 200;
/** Finding the rows with a piece inside a number is most of the work, so that more of them are taken along than are looked at otherwise. */
const mostInside = 4000;

/**
 * Rows that have a word, where they are few; undefined where they are many. What is likely to be many is asked first. `county` is where all
 * rows are that the caller wants: a piece of a serial number that the city has thousands of times is few there.
 */
export async function candidatesOf(db: Db, word: Word, most: number, county: string | undefined): Promise<string[] | undefined> {
  if (word.counties.length > 0 || word.holders === null || word.types.length > manyTypes) return undefined;
  // The order of an index of numbers keeps the planner from collecting all of a common beginning.
  const numbers = numbersOf(word).map(({ number, condition }) => ({ condition, order: sql`${number} using ~<~` }));
  const keys = keysOf(word).map((condition) => ({ condition }));
  const first = await listCandidates(db, [...keys, ...numbers], most);
  if (first.length > most) return undefined;
  const inside = insideNumbers(word, county).map((condition) => ({ condition }));
  const rest = await listCandidates(db, inside, mostInside);
  return rest.length > mostInside ? undefined : [...new Set([...first, ...rest])];
}

export type Found = { readonly id: string; readonly position: readonly string[] };

/** The rows among few candidates: those with exactly such a number first, then what falls due soonest where that is asked for, then the newest. */
export async function listAmong(
  db: Db,
  ids: readonly string[],
  demands: readonly Condition[],
  texts: readonly string[],
  page: { readonly limit: number; readonly after?: readonly string[] | undefined; readonly byDue?: boolean },
): Promise<{ rows: Found[]; total: number }> {
  const capitals = texts.map((text) => text.toUpperCase());
  const [rank, urgency, at, id] = page.after ?? [];
  const { rows } = await sql<{ id: string; rank: number; urgency: number; at: string; total: number }>`
    with chosen as materialized (
      select instrument.id, instrument.recorded_at,
        ${page.byDue === true ? sql`coalesce(date '9999-12-31' - instrument.due_on, 0)` : sql`0`} as urgency,
        case when lower(instrument.serial) = any(${texts}::text[]) or instrument.code = any(${capitals}::text[])
          or lower(instrument.old_number) = any(${texts}::text[]) or instrument.ecqs_number = any(${capitals}::text[]) then 0 else 1 end as rank
      from (select * from instrument where id = any(${ids}::uuid[]) offset 0) instrument where ${both(demands)}
    )
    select id, rank, urgency, recorded_at::text as at, (select count(*)::int from chosen) as total from chosen
    where ${
      rank === undefined || urgency === undefined || at === undefined || id === undefined
        ? sql`true`
        : sql`(-rank, urgency, recorded_at, id) < (${-Number(rank)}::int, ${Number(urgency)}::int, ${at}::timestamptz, ${id}::uuid)`
    }
    order by -rank desc, urgency desc, recorded_at desc, id desc limit ${page.limit}`.execute(db);
  return {
    rows: rows.map((row) => ({ id: row.id, position: [String(row.rank), String(row.urgency), row.at, row.id] })),
    total: rows[0]?.total ?? 0,
  };
}

/** What an organization holds, recorded, or was asked to verify, by an index each. */
export const ownOf = (organization: string): Source[] =>
  [
    sql<boolean>`instrument.holder_id = ${organization}`,
    sql<boolean>`instrument.registrar_id = ${organization}`,
    sql<boolean>`instrument.id in (select instrument_id from instrument_reader where organization_id = ${organization})`,
  ].map((condition) => ({ condition }));

/** A filter that names one thing: whose instruments, in which place, or the parts of which; undefined without such. */
export function keyOf({ parentId, placeId, village, holderId }: SearchFilter): Condition | undefined {
  if (parentId !== undefined) return sql<boolean>`instrument.parent_id = ${parentId}`;
  if (placeId !== undefined) return sql<boolean>`instrument.place_id = ${placeId}`;
  if (holderId !== undefined) return sql<boolean>`instrument.holder_id = ${holderId}`;
  return village === undefined ? undefined : sql<boolean>`instrument.village = ${village}`;
}
