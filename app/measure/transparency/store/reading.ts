import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type CheckpointRow = NonNullable<Awaited<ReturnType<typeof findNewest>>>;

export const findNewest = (db: Db) =>
  db.selectFrom('transparencyCheckpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();

/** The newest checkpoint over more leaves than `index` that a witness has cosigned. */
export const findNewestCosigned = (db: Db, index: number) =>
  db
    .selectFrom('transparencyCheckpoint')
    .selectAll('transparencyCheckpoint')
    .where('size', '=', (it) =>
      it
        .selectFrom('transparencyCosignature')
        .select((one) => one.fn.max('size').as('size'))
        .where('size', '>', index),
    )
    .executeTakeFirst();

export const listCosignatures = (db: Db, size: number) =>
  db
    .selectFrom('transparencyCosignature as cosignature')
    .innerJoin('transparencyWitness as witness', 'witness.id', 'cosignature.witnessId')
    .select(['cosignature.witnessId', 'cosignature.line', 'cosignature.signedAt', 'witness.name', 'witness.keeper'])
    .where('cosignature.size', '=', size)
    .orderBy('witness.recordedAt')
    .orderBy('witness.id')
    .execute();

const leaves = (db: Db) =>
  db
    .selectFrom('transparencyLeaf as leaf')
    .leftJoin('certificateIssuer as coded', 'coded.code', 'leaf.issuer')
    .leftJoin('organization as institute', 'institute.id', 'coded.instituteId')
    .select([
      'leaf.id',
      'leaf.leafIndex',
      'leaf.arrival',
      'leaf.kind',
      'leaf.number',
      'leaf.issuer',
      'leaf.day',
      'leaf.recordedAt',
      'leaf.entry',
    ])
    .select('institute.name as institute');

export type LeafRow = NonNullable<Awaited<ReturnType<typeof findLeaf>>>;

export const findLeaf = (db: Db, id: string) => leaves(db).where('leaf.id', '=', id).executeTakeFirst();

export const listLeavesById = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('transparencyLeaf')
    .select(['id', 'leafIndex', 'kind', 'number', 'day', 'entry'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

export type LeafFilter = {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly issuer?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly state: 'logged' | 'waiting';
};

// Numbers are digits and capitals: whatever begins with `q` stands before `q~`, byte by byte.
const matching = ({ q, kind, issuer, from, to, state }: LeafFilter) => sql<boolean>`
  ${state === 'waiting' ? sql`leaf.leaf_index is null` : sql`leaf.leaf_index is not null`}
  and ${q === undefined || q === '' ? sql`true` : sql`leaf.number ~>=~ ${q} and leaf.number ~<~ ${`${q}~`}`}
  and ${kind === undefined ? sql`true` : kind === 'issued' ? sql`leaf.kind = 'issued'` : sql`leaf.kind = ${kind} and leaf.kind <> 'issued'`}
  and ${issuer === undefined || issuer === '' ? sql`true` : sql`leaf.issuer = ${issuer}`}
  and ${from === undefined ? sql`true` : sql`leaf.day >= ${from}::date`}
  and ${to === undefined ? sql`true` : sql`leaf.day <= ${to}::date`}`;

/** The newest first: by index, and those that wait by their arrival. */
export async function listLeaves(db: Db, filter: LeafFilter, limit: number, before: number | undefined) {
  const place = filter.state === 'waiting' ? 'leaf.arrival' : 'leaf.leafIndex';
  return leaves(db)
    .where(matching(filter))
    .$if(before !== undefined, (query) => query.where(place, '<', before ?? 0))
    .orderBy(place, 'desc')
    .limit(limit + 1)
    .execute();
}

export async function countLeaves(db: Db, filter: LeafFilter): Promise<number> {
  const { n } = await db
    .selectFrom('transparencyLeaf as leaf')
    .select(sql<number>`count(*)::int`.as('n'))
    .where(matching(filter))
    .executeTakeFirstOrThrow();
  return n;
}
