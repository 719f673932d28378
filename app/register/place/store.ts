import { likePart } from '../../kernel/text.ts';
import { sql, type Insertable } from 'kysely';
import type { DB } from '../../../db/types.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../platform/context.ts';
import { inRegion, scopeCondition } from '../../platform/scope-condition.ts';

/** Whose eyes: the scope, and for the people of an institute the region that they serve. */
export type Reach = { readonly scope: Scope; readonly organizationId: string; readonly servedRegion: string | null };

/** A place of an institute's region, or of a region for which it is designated. */
const served = (reach: Reach) =>
  reach.servedRegion === null
    ? sql<boolean>`false`
    : sql<boolean>`(${inRegion('place.region', reach.servedRegion)} or exists (
        select from designation where designation.institute_id = ${reach.organizationId} and place.region like regexp_replace(designation.region, '(00)+$', '') || '%'))`;

/** Places of which a caller sees everything that stands there. */
const seenWhole = (reach: Reach) =>
  scopeCondition(reach.scope, {
    region: 'place.region',
    organization: (id) => sql<boolean>`(place.organization_id = ${id} or ${served(reach)})`,
  });

/** Beside these, a holder sees where its own instruments stand, and whoever recorded a place sees it. */
const within = (reach: Reach) => {
  const { scope } = reach;
  return scope.kind === 'organization'
    ? sql<boolean>`(${seenWhole(reach)} or place.registrar_id = ${scope.organization} or exists (
        select from instrument where instrument.place_id = place.id and instrument.holder_id = ${scope.organization}))`
    : seenWhole(reach);
};

const places = (db: Db, reach: Reach) =>
  db
    .selectFrom('place')
    .innerJoin('organization as registrar', 'registrar.id', 'place.registrarId')
    .leftJoin('organization as operator', 'operator.id', 'place.organizationId')
    .leftJoin('division as township', 'township.code', 'place.township')
    .leftJoin('division as village', 'village.code', 'place.village')
    .selectAll('place')
    .select([
      'registrar.name as registrarName',
      'operator.name as operatorName',
      'operator.creditCode as operatorCreditCode',
      'township.name as townshipName',
      'village.name as villageName',
    ])
    .select(
      sql<number>`(select count(*) from instrument where instrument.place_id = place.id and instrument.status <> 'scrapped'
        and (${seenWhole(reach)} or instrument.holder_id = ${reach.organizationId}))`.as('instruments'),
    );

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

export const findPlace = (db: Db, reach: Reach, id: string) =>
  places(db, reach).where('place.id', '=', id).where(within(reach)).executeTakeFirst();

/** Whoever asks: the caller reached the record that leads there. */
export const findPlaces = (db: Db, reach: Reach, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : places(db, reach).where('place.id', 'in', ids).execute();

export type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  region?: string | undefined;
  township?: string | undefined;
  village?: string | undefined;
  state?: string | undefined;
  organization?: string | undefined;
  without?: string | undefined;
  ids?: readonly string[] | undefined;
};

const lacking = {
  instruments: sql<boolean>`not exists (select from instrument where instrument.place_id = place.id and instrument.status <> 'scrapped')`,
  township: sql<boolean>`place.township is null`,
  coordinates: sql<boolean>`place.longitude is null`,
};

type Paging = { readonly limit: number; readonly after?: { readonly name: string; readonly id: string } | undefined };

export async function listPlaces(db: Db, reach: Reach, today: string, filter: Filter, { limit, after }: Paging) {
  let query = places(db, reach).where(within(reach));
  if (filter.kind !== undefined) query = query.where('place.kind', '=', filter.kind);
  if (filter.region !== undefined) query = query.where(inRegion('place.region', filter.region));
  if (filter.township !== undefined) query = query.where('place.township', '=', filter.township);
  if (filter.village !== undefined) query = query.where('place.village', '=', filter.village);
  if (filter.organization !== undefined) query = query.where('place.organizationId', '=', filter.organization);
  if (filter.ids !== undefined) query = query.where(sql<boolean>`place.id = any(${filter.ids}::uuid[])`);
  if (filter.state !== undefined)
    query = query.where(
      filter.state === 'closed'
        ? sql<boolean>`place.valid_to < ${today}`
        : sql<boolean>`(place.valid_to is null or place.valid_to >= ${today})`,
    );
  const missing = lacking[filter.without as keyof typeof lacking] as (typeof lacking)['township'] | undefined;
  if (missing !== undefined) query = query.where(missing);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const part = likePart(filter.q.trim());
    query = query.where(
      sql<boolean>`(place.name ilike ${part} or place.address ilike ${part} or operator.name ilike ${part}
        or township.name ilike ${part} or village.name ilike ${part})`,
    );
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

/** What stands at a place, by kind; the standings as instrument/rules has them, of those in use. */
export const countStanding = (db: Db, reach: Reach, id: string, today: string) =>
  db
    .selectFrom('instrument')
    .innerJoin('place', 'place.id', 'instrument.placeId')
    .select('instrument.kind')
    .select([
      sql<number>`count(*)`.as('inLedger'),
      sql<number>`count(*) filter (where instrument.status = 'in-use' and instrument.verdict is null and instrument.verified_on is null)`.as(
        'neverVerified',
      ),
      sql<number>`count(*) filter (where instrument.status = 'in-use' and instrument.verdict = 'fail')`.as('failed'),
      sql<number>`count(*) filter (where instrument.status = 'in-use' and instrument.due_on < ${today})`.as('overdue'),
    ])
    .where('instrument.placeId', '=', id)
    .where('instrument.status', '<>', 'scrapped')
    .where(sql<boolean>`(${seenWhole(reach)} or instrument.holder_id = ${reach.organizationId})`)
    .groupBy('instrument.kind')
    .orderBy('instrument.kind')
    .execute();

/** Whether the caller reaches a region for recording: an authority its scope, an institute what it serves. */
export async function reachesRegion(db: Db, reach: Reach, region: string): Promise<boolean> {
  const { rows } = await sql<{ reached: boolean }>`select ${
    reach.scope.kind === 'organization' ? served(reach) : seenWhole(reach)
  } as reached from (select ${region}::text as region) place`.execute(db);
  return rows[0]?.reached ?? false;
}

export const findOperator = (db: Db, creditCode: string) =>
  db.selectFrom('organization').select(['id', 'region']).where('creditCode', '=', creditCode).executeTakeFirst();

export const listNeighbours = (db: Db, region: string) =>
  db
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'address', 'longitude', 'latitude', 'validTo'])
    .where('region', '=', region)
    .orderBy('recordedAt', 'desc')
    .limit(20_000)
    .execute();

export type NewPlace = Insertable<DB['place']>;

/** The ids of those that were recorded: a place that is there already is left as it is. */
export async function insertPlaces(db: Db, rows: readonly NewPlace[]): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += 1000) {
    const done = await db
      .insertInto('place')
      .values(rows.slice(from, from + 1000))
      .onConflict((it) => it.constraint('place_once').doNothing())
      .returning('id')
      .execute();
    ids.push(...done.map(({ id }) => id));
  }
  return ids;
}

export const lockPlace = (db: Db, id: string) =>
  db.selectFrom('place').select('version').where('id', '=', id).forUpdate().executeTakeFirst();

export async function updatePlace(db: Db, id: string, version: number, change: Partial<NewPlace>): Promise<boolean> {
  const done = await db
    .updateTable('place')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

/** Places to choose from when an instrument is put somewhere: by name, those of the region first that the caller is in. */
export const listChoices = (
  db: Db,
  today: string,
  { q, region, kind, limit }: { q: string; region: string; kind?: string | undefined; limit: number },
) => {
  const part = likePart(q);
  let query = db
    .selectFrom('place')
    .leftJoin('division as township', 'township.code', 'place.township')
    .select([
      'place.id',
      'place.kind',
      'place.name',
      'place.region',
      'place.township',
      'place.village',
      'place.address',
      'township.name as townshipName',
    ])
    .where(inRegion('place.region', region))
    .where(sql<boolean>`(place.valid_to is null or place.valid_to >= ${today})`);
  if (kind !== undefined) query = query.where('place.kind', '=', kind);
  if (q !== '') query = query.where(sql<boolean>`(place.name ilike ${part} or place.address ilike ${part})`);
  return query
    .orderBy(sql`place.name collate "C"`)
    .orderBy('place.id')
    .limit(limit)
    .execute();
};

export type Neighbour = Awaited<ReturnType<typeof listNeighbours>>[number];

/** A row of a list that was refused, or taken with a warning. */
export type Remark = {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly taken: boolean;
  readonly texts: readonly Text[];
};

const imports = (db: Db, organizationId: string) =>
  db
    .selectFrom('placeImport')
    .innerJoin('file', 'file.id', 'placeImport.fileId')
    .leftJoin('personDetail', 'personDetail.personId', 'placeImport.personId')
    .selectAll('placeImport')
    .select(['file.name as fileName', 'personDetail.name as personName'])
    .where('placeImport.organizationId', '=', organizationId);

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export const findImport = (db: Db, organizationId: string, id: string) =>
  imports(db, organizationId).where('placeImport.id', '=', id).executeTakeFirst();

export const insertImport = (db: Db, row: Insertable<DB['placeImport']>) => db.insertInto('placeImport').values(row).execute();

export async function listImports(
  db: Db,
  organizationId: string,
  { limit, after }: { limit: number; after?: { at: string; id: string } | undefined },
) {
  const all = imports(db, organizationId);
  const { total } = await all
    .clearSelect()
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (
    after === undefined
      ? all
      : all.where(sql<boolean>`(place_import.recorded_at, place_import.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  )
    .orderBy('placeImport.recordedAt', 'desc')
    .orderBy('placeImport.id', 'desc')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}
