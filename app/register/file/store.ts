import type { Db } from '../../platform/context.ts';

export type FileRow = {
  id: string;
  digest: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  organizationId: string;
  region: string;
  personId: string;
  at: string;
};

export const insertFile = (db: Db, row: FileRow) => db.insertInto('file').values(row).execute();

export const findFile = (db: Db, id: string) => db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();

export const listFiles = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('file')
        .selectAll()
        .where('id', 'in', [...ids])
        .orderBy('at')
        .execute();
