import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type NewLeaf = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly day: string;
  readonly entry: string;
};

/** One statement for any number of leaves, or a part of one. */
export type LeafInsert = RawBuilder<unknown>;

/** Leaves without index, in the order given. */
export const leafInsert = (leaves: readonly NewLeaf[], at: string): LeafInsert =>
  sql`insert into transparency_leaf (id, kind, number, issuer, day, entry, recorded_at)
    select id, kind, number, issuer, day, entry, ${at}::timestamptz
    from unnest(${leaves.map(({ id }) => id)}::uuid[], ${leaves.map(({ kind }) => kind)}::text[], ${leaves.map(({ number }) => number)}::text[],
      ${leaves.map(({ issuer }) => issuer)}::text[], ${leaves.map(({ day }) => day)}::date[], ${leaves.map(({ entry }) => entry)}::text[])
      with ordinality as given (id, kind, number, issuer, day, entry, place) order by place`;

/** True where nobody else extends the log; held until this transaction ends. */
export async function tryLock(db: Db): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('transparency_log', 0)) as got`.execute(
    db,
  );
  return rows[0]?.got === true;
}

export const findLog = (db: Db) => db.selectFrom('transparencyLog').select(['origin', 'size', 'begunAt']).executeTakeFirst();

export const insertLog = (db: Db, log: { origin: string; begunAt: string }) =>
  db
    .insertInto('transparencyLog')
    .values({ ...log, size: 0 })
    .execute();

/** True where the log still had the old size. */
export async function growLog(db: Db, from: number, to: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('transparencyLog').set({ size: to }).where('size', '=', from).executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Leaves that wait for their index, as far as they are visible now, whenever they were written. */
export const listWaiting = (db: Db, limit: number) =>
  db.selectFrom('transparencyLeaf').select(['id', 'entry']).where('leafIndex', 'is', null).orderBy('arrival').limit(limit).execute();

export const findOldestWaiting = (db: Db) =>
  db.selectFrom('transparencyLeaf').select('recordedAt').where('leafIndex', 'is', null).orderBy('arrival').limit(1).executeTakeFirst();

export async function countWaiting(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('transparencyLeaf')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('leafIndex', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** How many of the leaves got their index; each of them once in its life. */
export async function giveIndexes(db: Db, ids: readonly string[], first: number): Promise<number> {
  const { numAffectedRows } = await sql`update transparency_leaf set leaf_index = ${first}::bigint + given.place - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as given (id, place)
    where transparency_leaf.id = given.id and transparency_leaf.leaf_index is null`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export type TileRow = { readonly level: number; readonly number: number; readonly hashes: Buffer };

export const saveTiles = (db: Db, tiles: readonly TileRow[]) =>
  db
    .insertInto('transparencyTile')
    .values([...tiles])
    .onConflict((conflict) => conflict.columns(['level', 'number']).doUpdateSet({ hashes: (it) => it.ref('excluded.hashes') }))
    .execute();

export const insertCheckpoint = (db: Db, row: { size: number; root: Buffer; note: string; signedAt: string }) =>
  db.insertInto('transparencyCheckpoint').values(row).execute();

export async function findTile(db: Db, level: number, number: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('transparencyTile')
    .select('hashes')
    .where('level', '=', level)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.hashes;
}

/** The entries from an index on, in order. */
export async function listEntries(db: Db, first: number, count: number): Promise<string[]> {
  const rows = await db
    .selectFrom('transparencyLeaf')
    .select('entry')
    .where('leafIndex', '>=', first)
    .where('leafIndex', '<', first + count)
    .orderBy('leafIndex')
    .execute();
  return rows.map(({ entry }) => entry);
}
