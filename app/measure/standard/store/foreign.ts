import type { Insertable } from 'kysely';
import type { DB } from '../../../../db/types.ts';
import type { Db } from '../../../platform/context.ts';

const foreign = (db: Db) =>
  db
    .selectFrom('standardForeignCertificate')
    .innerJoin('personDetail', 'personDetail.personId', 'standardForeignCertificate.personId')
    .leftJoin('standardForeignAcceptance', 'standardForeignAcceptance.foreignCertificateId', 'standardForeignCertificate.id')
    .leftJoin('standardCertificate', 'standardCertificate.id', 'standardForeignAcceptance.standardCertificateId')
    .leftJoin('personDetail as accepter', 'accepter.personId', 'standardForeignAcceptance.personId')
    .selectAll('standardForeignCertificate')
    .select([
      'personDetail.name as person',
      'standardCertificate.number as acceptedNumber',
      'standardForeignAcceptance.reason as acceptedReason',
      'standardForeignAcceptance.recordedAt as acceptedAt',
      'accepter.name as acceptedBy',
    ]);
export type ForeignRow = Awaited<ReturnType<typeof listForeign>>[number];

export const listForeign = (db: Db, standardId: string) =>
  foreign(db)
    .where('standardForeignCertificate.standardId', '=', standardId)
    .orderBy('standardForeignCertificate.recordedAt', 'desc')
    .orderBy('standardForeignCertificate.id', 'desc')
    .limit(100)
    .execute();

export const findForeign = (db: Db, standardId: string, id: string) =>
  foreign(db)
    .where('standardForeignCertificate.standardId', '=', standardId)
    .where('standardForeignCertificate.id', '=', id)
    .executeTakeFirst();

export const insertForeign = (db: Db, row: Insertable<DB['standardForeignCertificate']>) =>
  db.insertInto('standardForeignCertificate').values(row).execute();

export const insertAcceptance = (db: Db, row: Insertable<DB['standardForeignAcceptance']>) =>
  db.insertInto('standardForeignAcceptance').values(row).execute();
