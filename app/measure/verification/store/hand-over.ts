import type { Db } from '../../../platform/context.ts';

/** The second person may have been the one who takes the record over: who was there is said anew with the next save. */
export const saveTechnician = (db: Db, id: string, technicianId: string, version: number) =>
  db.updateTable('verification').set({ technicianId, secondPersonId: null, version }).where('id', '=', id).execute();
