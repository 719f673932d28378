import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';
import type { Parameters } from './rules.ts';
import { within, type Reach } from './store/reach.ts';

export const instruments = (db: Db) =>
  db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .innerJoin('organization as registrar', 'registrar.id', 'instrument.registrarId')
    .leftJoin('division as townshipRow', 'townshipRow.code', 'instrument.township')
    .leftJoin('division as villageRow', 'villageRow.code', 'instrument.village')
    .leftJoin('place as placeRow', 'placeRow.id', 'instrument.placeId')
    .selectAll('instrument')
    .select([
      'holder.name as holderName',
      'holder.creditCode as holderCreditCode',
      'registrar.name as registrarName',
      'townshipRow.name as townshipName',
      'villageRow.name as villageName',
      'placeRow.name as placeName',
    ]);

export type InstrumentRow = NonNullable<Awaited<ReturnType<typeof findInstrument>>>;

export const findInstrument = (db: Db, id: string) => instruments(db).where('instrument.id', '=', id).executeTakeFirst();

/** Those of these ids that are recorded, in no order. */
export const listByIds = (db: Db, ids: readonly string[]) =>
  instruments(db)
    .where(sql<boolean>`instrument.id = any(${[...ids]}::uuid[])`)
    .execute();

export const findWithin = (db: Db, reach: Reach, id: string) =>
  instruments(db).where('instrument.id', '=', id).where(within(reach)).executeTakeFirst();

export const listWithin = (db: Db, reach: Reach, ids: readonly string[]) =>
  instruments(db)
    .where(sql<boolean>`instrument.id = any(${[...ids]}::uuid[])`)
    .where(within(reach))
    .execute();

/** Locks these rows for a change, always in the order of their ids, so that two changes never wait for each other. */
export const lockInstruments = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('instrument')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

export const findTwin = (db: Db, holderId: string, { maker, model, serial }: { maker: string; model: string; serial: string }) =>
  db
    .selectFrom('instrument')
    .select(['id', 'name', 'code'])
    .where('holderId', '=', holderId)
    .where('maker', '=', maker)
    .where('model', '=', model)
    .where('serial', '=', serial)
    .executeTakeFirst();

export const findByEcqsNumber = (db: Db, ecqsNumber: string) =>
  db.selectFrom('instrument').select('id').where('ecqsNumber', '=', ecqsNumber).executeTakeFirst();

/** Everything of a row that somebody writes; what a trigger or a sequence gives is left out. */
export type Description = {
  name: string;
  model: string;
  serial: string;
  maker: string;
  region: string;
  township: string | null;
  village: string | null;
  place: string;
  placeId: string | null;
  longitude: string | null;
  latitude: string | null;
  use: string;
  parameters: Parameters;
  measuringRange: string | null;
  accuracyClass: string | null;
  typeApproval: string | null;
  identificationCode: string | null;
  oldNumber: string | null;
  ecqsNumber: string | null;
  manufacturedOn: string | null;
  inUseSince: string | null;
  parentId: string | null;
  photoId: string | null;
  validity: string | null;
};
export type InstrumentToInsert = Description & {
  id: string;
  kind: string;
  holderId: string;
  registrarId: string;
  demonstration: boolean;
  recordedAt: string;
};

/** False when the holder has this instrument already. */
export async function insertInstrument(db: Db, instrument: InstrumentToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('instrument')
    .values({
      ...instrument,
      code: sql<string>`instrument_code_of(${instrument.region}, nextval('instrument_number'))`,
      // A trigger finds or makes the row of the small set of types.
      typeId: sql<number>`NULL`,
      parameters: JSON.stringify(instrument.parameters),
      status: 'in-use',
    })
    .onConflict((conflict) => conflict.constraint('instrument_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** False when somebody else has changed it since that version. */
export async function updateInstrument(db: Db, id: string, version: number, { parameters, ...rest }: Description): Promise<boolean> {
  const updated = await db
    .updateTable('instrument')
    .set({ ...rest, parameters: JSON.stringify(parameters), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export const insertReader = (db: Db, instrumentIds: readonly string[], organizationId: string, since: string) =>
  db
    .insertInto('instrumentReader')
    .values(instrumentIds.map((instrumentId) => ({ instrumentId, organizationId, since })))
    .onConflict((conflict) => conflict.constraint('instrument_reader_once').doNothing())
    .execute();

export const insertThread = (db: Db, pairs: readonly { instrumentId: string; subject: string }[]) =>
  db
    .insertInto('instrumentThread')
    .values([...pairs])
    .onConflict((conflict) => conflict.constraint('instrument_thread_once').doNothing())
    .execute();

/** Whose events belong to the history of an instrument, besides its own. */
export const listThread = async (db: Db, instrumentId: string): Promise<string[]> =>
  (await db.selectFrom('instrumentThread').select('subject').where('instrumentId', '=', instrumentId).execute()).map(
    ({ subject }) => subject,
  );

export const listParts = (db: Db, parentId: string) =>
  db
    .selectFrom('instrument')
    .select(['id', 'code', 'name', 'serial', 'status', 'holderId'])
    .where('parentId', '=', parentId)
    .orderBy('serial')
    .limit(200)
    .execute();
