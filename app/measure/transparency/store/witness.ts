import { sql, type Insertable, type Updateable } from 'kysely';
import type { DB } from '../../../../db/types.ts';
import type { Db } from '../../../platform/context.ts';

const witnesses = (db: Db) =>
  db
    .selectFrom('transparencyWitness as witness')
    .innerJoin('transparencyWitnessState as state', 'state.witnessId', 'witness.id')
    .leftJoin('transparencyWitnessEnding as ending', 'ending.witnessId', 'witness.id')
    .leftJoin('personDetail as recorder', 'recorder.personId', 'witness.personId')
    .leftJoin('personDetail as ender', 'ender.personId', 'ending.personId')
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('transparencyCosignature as own')
          .select(['own.size as cosignedSize', 'own.signedAt as cosignedAt'])
          .whereRef('own.witnessId', '=', 'witness.id')
          .orderBy('own.size', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['witness.id', 'witness.name', 'witness.vkey', 'witness.url', 'witness.keeper', 'witness.recordedAt'])
    .select(['state.size', 'state.askedAt', 'state.failures', 'state.problem', 'state.detail', 'state.nextAt'])
    .select(['ending.reason as endingReason', 'ending.at as endedAt', 'recorder.name as recorderName', 'ender.name as enderName'])
    .select(['latest.cosignedSize', 'latest.cosignedAt']);

export type WitnessRow = NonNullable<Awaited<ReturnType<typeof findWitness>>>;

export const findWitness = (db: Db, id: string) => witnesses(db).where('witness.id', '=', id).executeTakeFirst();

/** Those that are asked first, the ended ones last. */
export const listWitnesses = (db: Db) =>
  witnesses(db)
    .orderBy(sql`ending.at is not null`)
    .orderBy('witness.recordedAt')
    .orderBy('witness.id')
    .execute();

/** One at a time records a witness, so that no key stands there twice. */
export const lockWitnesses = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('transparency_witness', 0))`.execute(db);

export const isKeyInUse = async (db: Db, vkey: string): Promise<boolean> =>
  (await db
    .selectFrom('transparencyWitness as witness')
    .leftJoin('transparencyWitnessEnding as ending', 'ending.witnessId', 'witness.id')
    .select('witness.id')
    .where('witness.vkey', '=', vkey)
    .where('ending.witnessId', 'is', null)
    .executeTakeFirst()) !== undefined;

export async function insertWitness(db: Db, row: Insertable<DB['transparencyWitness']>): Promise<void> {
  await db.insertInto('transparencyWitness').values(row).execute();
  await db.insertInto('transparencyWitnessState').values({ witnessId: row.id, nextAt: row.recordedAt }).execute();
}

export async function insertEnding(db: Db, row: Insertable<DB['transparencyWitnessEnding']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('transparencyWitnessEnding')
    .values(row)
    .onConflict((conflict) => conflict.column('witnessId').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Witnesses that have not cosigned this size and may be asked; who is being asked elsewhere is passed over. Locked until the end. */
export const takeDue = (db: Db, size: number, now: string) =>
  db
    .selectFrom('transparencyWitnessState as state')
    .innerJoin('transparencyWitness as witness', 'witness.id', 'state.witnessId')
    .select(['witness.id', 'witness.name', 'witness.vkey', 'witness.url', 'state.size', 'state.failures', 'state.problem'])
    .where('state.nextAt', '<=', now)
    .where((it) =>
      it.not(
        it.exists(
          it
            .selectFrom('transparencyCosignature as own')
            .select('own.size')
            .whereRef('own.witnessId', '=', 'witness.id')
            .where('own.size', '=', size),
        ),
      ),
    )
    .where((it) =>
      it.not(
        it.exists(
          it.selectFrom('transparencyWitnessEnding as ending').select('ending.witnessId').whereRef('ending.witnessId', '=', 'witness.id'),
        ),
      ),
    )
    .orderBy('witness.id')
    .forUpdate('state')
    .skipLocked()
    .execute();

export type DueWitness = Awaited<ReturnType<typeof takeDue>>[number];

export const isAnyActive = async (db: Db): Promise<boolean> =>
  (await db
    .selectFrom('transparencyWitness as witness')
    .leftJoin('transparencyWitnessEnding as ending', 'ending.witnessId', 'witness.id')
    .select('witness.id')
    .where('ending.witnessId', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const saveState = (db: Db, witnessId: string, state: Updateable<DB['transparencyWitnessState']>) =>
  db.updateTable('transparencyWitnessState').set(state).where('witnessId', '=', witnessId).execute();

export const insertCosignature = (db: Db, row: Insertable<DB['transparencyCosignature']>) =>
  db
    .insertInto('transparencyCosignature')
    .values(row)
    .onConflict((conflict) => conflict.columns(['size', 'witnessId']).doNothing())
    .execute();
