import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type Where = {
  region: string;
  township: string | null;
  village: string | null;
  place: string;
  placeId: string | null;
  longitude: string | null;
  latitude: string | null;
};

export type MoveToInsert = {
  id: string;
  instrumentId: string;
  fromRegion: string;
  fromTownship: string | null;
  fromVillage: string | null;
  fromPlace: string;
  fromPlaceId: string | null;
  toRegion: string;
  toTownship: string | null;
  toVillage: string | null;
  toPlace: string;
  toPlaceId: string | null;
  onDay: string;
  reason: string;
  personId: string;
  at: string;
};

/** Moves instruments to one place; the parent of a part stays where it is named, which the person who moved it decides. */
export async function moveInstruments(db: Db, moves: readonly MoveToInsert[], where: Where): Promise<void> {
  await db
    .insertInto('instrumentMove')
    .values([...moves])
    .execute();
  await db
    .updateTable('instrument')
    .set((it) => ({ ...where, version: it('version', '+', 1) }))
    .where(sql<boolean>`id = any(${moves.map(({ instrumentId }) => instrumentId)}::uuid[])`)
    .execute();
}

export type StatusChangeToInsert = {
  id: string;
  instrumentId: string;
  change: string;
  fromStatus: string;
  toStatus: string;
  onDay: string;
  reason: string;
  personId: string;
  at: string;
};

/** A repair ends what the last result said; its day stays, so that the record tells that there was one. */
export async function changeStatuses(
  db: Db,
  changes: readonly StatusChangeToInsert[],
  toStatus: string,
  endsResult: boolean,
): Promise<void> {
  await db
    .insertInto('instrumentStatusChange')
    .values([...changes])
    .execute();
  await db
    .updateTable('instrument')
    .set((it) => ({ status: toStatus, version: it('version', '+', 1), ...(endsResult ? { verdict: null, dueOn: null } : {}) }))
    .where(sql<boolean>`id = any(${changes.map(({ instrumentId }) => instrumentId)}::uuid[])`)
    .execute();
}

export const listMoves = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentMove')
    .select(['onDay', 'fromRegion', 'fromPlace', 'toRegion', 'toPlace', 'reason'])
    .where('instrumentId', '=', instrumentId)
    .orderBy('at')
    .limit(200)
    .execute();

export const listStatusChanges = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentStatusChange')
    .select(['change', 'toStatus', 'onDay', 'reason'])
    .where('instrumentId', '=', instrumentId)
    .orderBy('at')
    .limit(200)
    .execute();

export const listLastRepairs = (db: Db, instrumentIds: readonly string[]) =>
  db
    .selectFrom('instrumentStatusChange')
    .distinctOn('instrumentId')
    .select(['instrumentId', 'onDay', 'at'])
    .where(sql<boolean>`instrument_id = any(${[...instrumentIds]}::uuid[])`)
    .where('change', '=', 'return')
    .orderBy('instrumentId')
    .orderBy('at', 'desc')
    .execute();
