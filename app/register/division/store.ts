import { likePart } from '../../kernel/text.ts';
import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';
import { inRegion } from '../../platform/scope-condition.ts';
import type { Changed, DivisionRow, KnownDivision } from './rules.ts';

export type DivisionRecord = {
  code: string;
  level: 'township' | 'village';
  name: string;
  nameEn: string | null;
  region: string;
  townshipName: string | null;
  source: string;
  validFrom: string | null;
  validTo: string | null;
  demonstration: boolean;
  formerNames: { name: string; until: string }[];
};

const divisions = (db: Db) =>
  db
    .selectFrom('division')
    .leftJoin('division as township', (join) =>
      join.on(sql<boolean>`division.level = 'village'`).onRef('township.code', '=', sql<string>`left(division.code, 9)`),
    )
    .selectAll('division')
    .select('township.name as townshipName')
    .select(
      sql<{ name: string; until: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('name', change.name_before, 'until', (import.valid_from - 1)::text) order by import.valid_from)
        from division_change change join division_import import on import.id = change.import_id
        where change.code = division.code and change.name_before <> change.name_after), '[]')`.as('formerNames'),
    );

const isCurrent = (today: string) => sql<boolean>`(division.valid_to is null or division.valid_to >= ${today})`;

type Filter = {
  q?: string | undefined;
  level?: string | undefined;
  region?: string | undefined;
  township?: string | undefined;
  state?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listDivisions(db: Db, today: string, { q, level, region, township, state, limit, after }: Filter) {
  let query = divisions(db);
  if (level !== undefined) query = query.where('division.level', '=', level);
  if (region !== undefined) query = query.where(inRegion('division.region', region));
  if (township !== undefined) query = query.where(sql<boolean>`left(division.code, 9) = ${township} and division.level = 'village'`);
  if (state !== undefined) query = query.where(state === 'current' ? isCurrent(today) : sql<boolean>`not ${isCurrent(today)}`);
  if (q !== undefined && q.trim() !== '') {
    const part = likePart(q.trim());
    query = query.where(
      sql<boolean>`(division.name ilike ${part} or division.code like ${part} or division.name_en ilike ${part} or exists (
        select from division_change change where change.code = division.code and change.name_before ilike ${part}))`,
    );
  }
  const { total } = await query
    .clearSelect()
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (after === undefined ? query : query.where('division.code', '>', after))
    .orderBy('division.code')
    .limit(limit + 1)
    .execute();
  return { rows: rows as DivisionRecord[], total };
}

export const findDivisions = async (db: Db, codes: readonly string[]): Promise<DivisionRecord[]> =>
  codes.length === 0 ? [] : ((await divisions(db).where('division.code', 'in', codes).execute()) as DivisionRecord[]);

export const listCurrent = async (db: Db, today: string, filter: { level: string; region?: string; township?: string }) => {
  const { rows } = await listDivisions(db, today, { ...filter, state: 'current', limit: 100_000 });
  return rows;
};

export const hasDivisions = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('division').select('code').limit(1).executeTakeFirst()) !== undefined;

/** Counties of this city as its authorities are registered: what the first six digits of a code may be. */
export const listCounties = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('organization')
    .select('region')
    .distinct()
    .where('kind', 'in', ['government', 'bureau', 'institute'])
    .where('region', 'not like', '%00')
    .execute();
  return rows.map(({ region }) => region);
};

export const findCityCode = async (db: Db): Promise<string> =>
  (await db.selectFrom('organizationSetting').select('cityCode').executeTakeFirstOrThrow()).cityCode;

/** Every recorded one of the city, locked so that two imports do not cross. */
export async function lockKnown(db: Db, today: string): Promise<KnownDivision[]> {
  await sql`select pg_advisory_xact_lock(hashtext('division_import'))`.execute(db);
  return listKnown(db, today);
}

export const listKnown = (db: Db, today: string): Promise<KnownDivision[]> =>
  db
    .selectFrom('division')
    .select(['code', 'name', 'region'])
    .select(sql<KnownDivision['state']>`case when ${isCurrent(today)} then 'current' else 'ended' end`.as('state'))
    .execute();

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));

type Written = { readonly source: string; readonly validFrom: string | null; readonly demonstration: boolean; readonly recordedAt: string };

/** Records those that are not recorded yet; answers how many. */
export async function insertDivisions(db: Db, rows: readonly DivisionRow[], written: Written): Promise<number> {
  let recorded = 0;
  for (const part of inParts(rows, 1000)) {
    const values = part.map((row) => ({ ...row, ...written, level: row.code.length === 9 ? 'township' : 'village' }));
    const done = await db
      .insertInto('division')
      .values(values)
      .onConflict((it) => it.column('code').doNothing())
      .executeTakeFirst();
    recorded += Number(done.numInsertedOrUpdatedRows ?? 0);
  }
  return recorded;
}

export const updateDivision = (
  db: Db,
  { code, name, region, source, validTo }: { code: string; name?: string; region?: string; source?: string; validTo: string | null },
) =>
  db
    .updateTable('division')
    .set({
      validTo,
      ...(name === undefined ? {} : { name }),
      ...(region === undefined ? {} : { region }),
      ...(source === undefined ? {} : { source }),
    })
    .where('code', '=', code)
    .execute();

type NewImport = {
  id: string;
  fileId: string;
  source: string;
  validFrom: string;
  added: number;
  renamed: number;
  ended: number;
  resumed: number;
  unchanged: number;
  personId: string;
  demonstration: boolean;
  recordedAt: string;
};

export async function insertImport(db: Db, row: NewImport, changes: readonly Changed[]): Promise<void> {
  await db.insertInto('divisionImport').values(row).execute();
  for (const part of inParts(changes, 1000)) {
    await db
      .insertInto('divisionChange')
      .values(part.map((change) => ({ importId: row.id, ...change })))
      .execute();
  }
}

export async function listImports(db: Db, { limit, after }: { limit: number; after?: { at: string; id: string } | undefined }) {
  const imports = db
    .selectFrom('divisionImport')
    .innerJoin('file', 'file.id', 'divisionImport.fileId')
    .leftJoin('personDetail', 'personDetail.personId', 'divisionImport.personId')
    .selectAll('divisionImport')
    .select(['file.name as fileName', 'personDetail.name as personName']);
  const { total } = await db
    .selectFrom('divisionImport')
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (
    after === undefined
      ? imports
      : imports.where(sql<boolean>`(division_import.recorded_at, division_import.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  )
    .orderBy('divisionImport.recordedAt', 'desc')
    .orderBy('divisionImport.id', 'desc')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}
