import { likePart } from '../../kernel/text.ts';
import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';
import type { CoverageColumn } from './rules.ts';

/** What a caller reaches: beginnings of region codes, and for an institute the exact pairs of region and kind that it serves. */
export type Reach = { readonly prefix: string; readonly pairs: readonly { readonly region: string; readonly kind: string }[] | undefined };

/** Places of what an institute serves: of the regions among its pairs. */
const placeReached = ({ prefix, pairs }: Reach) =>
  pairs === undefined
    ? sql<boolean>`place.region like ${`${prefix}%`}`
    : sql<boolean>`place.region like ${`${prefix}%`} and place.region = any(${[...new Set(pairs.map(({ region }) => region))]}::text[])`;

const isOpen = (today: string) => sql<boolean>`(place.valid_to is null or place.valid_to >= ${today})`;
const isWithout = sql<boolean>`not exists (
  select from instrument where instrument.place_id = place.id and instrument.status <> 'scrapped')`;

export const countPlaces = (db: Db, reach: Reach, today: string) =>
  db
    .selectFrom('place')
    .select('place.kind')
    .select([sql<number>`count(*)`.as('open'), sql<number>`count(*) filter (where ${isWithout})`.as('without')])
    .where(placeReached(reach))
    .where(isOpen(today))
    .groupBy('place.kind')
    .execute();

type Filter = {
  q?: string | undefined;
  township?: string | undefined;
  kind?: string | undefined;
  /** Kinds of places of which something is expected. */
  expecting: readonly string[];
  limit: number;
  after?: { readonly name: string; readonly id: string } | undefined;
};

export async function listWithout(db: Db, reach: Reach, today: string, { q, township, kind, expecting, limit, after }: Filter) {
  let query = db
    .selectFrom('place')
    .leftJoin('organization as operator', 'operator.id', 'place.organizationId')
    .leftJoin('division as township', 'township.code', 'place.township')
    .selectAll('place')
    .select(['operator.name as operatorName', 'township.name as townshipName'])
    .where(placeReached(reach))
    .where(isOpen(today))
    .where(isWithout)
    .where('place.kind', 'in', expecting);
  if (kind !== undefined) query = query.where('place.kind', '=', kind);
  if (township !== undefined)
    query = township === 'none' ? query.where('place.township', 'is', null) : query.where('place.township', '=', township);
  if (q !== undefined && q.trim() !== '') {
    const part = likePart(q.trim());
    query = query.where(sql<boolean>`(place.name ilike ${part} or place.address ilike ${part} or operator.name ilike ${part})`);
  }
  const { total } = await query
    .clearSelect()
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (
    after === undefined ? query : query.where(sql<boolean>`(place.name collate "C", place.id) > (${after.name}, ${after.id}::uuid)`)
  )
    .orderBy(sql`place.name collate "C"`)
    .orderBy('place.id')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}

const pass = sql<boolean>`instrument.verdict = 'pass'`;
/** The columns of rules.ts as conditions; the day comes from the caller. */
const conditions: Readonly<Record<CoverageColumn, (today: string) => ReturnType<typeof sql<boolean>>>> = {
  inUse: () => sql<boolean>`true`,
  valid: (today) => sql<boolean>`${pass} and (instrument.due_on is null or instrument.due_on >= ${today}::date)`,
  due: (today) => sql<boolean>`${pass} and instrument.due_on between ${today}::date and ${today}::date + 30`,
  overdue: (today) => sql<boolean>`${pass} and instrument.due_on < ${today}::date`,
  failed: () => sql<boolean>`instrument.verdict = 'fail'`,
  repaired: () => sql<boolean>`instrument.verdict is null and instrument.verified_on is not null`,
  neverVerified: () => sql<boolean>`instrument.verdict is null and instrument.verified_on is null`,
};

type CoveredFilter = {
  readonly column: CoverageColumn;
  readonly township?: string | undefined;
  readonly kind?: string | undefined;
  readonly limit: number;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
};

/** The instruments of a figure: never verified ones the longest recorded first, others by the day due, what has no day at the end. */
export function listCovered(db: Db, { prefix, pairs }: Reach, today: string, { column, township, kind, limit, after }: CoveredFilter) {
  const at = column === 'neverVerified' ? sql`instrument.recorded_at` : sql`coalesce(instrument.due_on, 'infinity')`;
  const cast = column === 'neverVerified' ? sql.raw('timestamptz') : sql.raw('date');
  let query = db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .leftJoin('division as township', 'township.code', 'instrument.township')
    .select([
      'instrument.id',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.holderId',
      'instrument.region',
      'instrument.place',
      'instrument.status',
      'instrument.verdict',
      'instrument.validity',
      'instrument.verifiedOn',
      'instrument.dueOn',
      'instrument.recordedAt',
      'holder.name as holderName',
      'township.name as townshipName',
    ])
    .select(sql<string>`${at}::text`.as('at'))
    .where('instrument.status', '=', 'in-use')
    .where(prefix.length === 6 ? sql<boolean>`instrument.region = ${prefix}` : sql<boolean>`instrument.region like ${`${prefix}%`}`)
    .where(conditions[column](today));
  if (pairs !== undefined)
    query = query.where(
      sql<boolean>`(instrument.region, instrument.kind) in (select * from unnest(${pairs.map(({ region }) => region)}::text[], ${pairs.map((pair) => pair.kind)}::text[]))`,
    );
  if (township !== undefined)
    query = township === 'none' ? query.where('instrument.township', 'is', null) : query.where('instrument.township', '=', township);
  if (kind !== undefined) query = query.where('instrument.kind', '=', kind);
  if (after !== undefined) query = query.where(sql<boolean>`(${at}, instrument.id) > (${after.at}::${cast}, ${after.id}::uuid)`);
  return query
    .orderBy(at)
    .orderBy('instrument.id')
    .limit(limit + 1)
    .execute();
}
