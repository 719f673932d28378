import type { Insertable } from 'kysely';
import type { DB } from '../../../../db/types.ts';
import type { Db } from '../../../platform/context.ts';

/** Certificates of some standards, the oldest first. */
export const listCertificatesOf = (db: Db, standardIds: readonly string[]) =>
  db
    .selectFrom('standardCertificate')
    .select([
      'id',
      'standardId',
      'kind',
      'number',
      'issuer',
      'calibratedOn',
      'validUntil',
      'quality',
      'value',
      'unit',
      'coverageFactor',
      'accuracyClass',
    ])
    .where('standardId', 'in', [...standardIds])
    .orderBy('calibratedOn')
    .orderBy('recordedAt')
    .execute();

/** Digital certificates of some standards, with the certificate that each was accepted as. */
export const listDigital = (db: Db, standardIds: readonly string[]) =>
  db
    .selectFrom('standardForeignCertificate as digital')
    .leftJoin('standardForeignAcceptance as acceptance', 'acceptance.foreignCertificateId', 'digital.id')
    .select(['digital.id', 'digital.standardId', 'acceptance.standardCertificateId'])
    .where('digital.standardId', 'in', [...standardIds])
    .execute();

/** Values that were written in by hand and not corrected since. */
export const listValues = (db: Db, measurementStandardId: string) =>
  db
    .selectFrom('measurementStandardCalibrationValue as value')
    .innerJoin('personDetail as person', 'person.personId', 'value.personId')
    .leftJoin('measurementStandardCalibrationValue as later', 'later.correctsId', 'value.id')
    .selectAll('value')
    .select('person.name as recordedBy')
    .where('value.measurementStandardId', '=', measurementStandardId)
    .where('later.id', 'is', null)
    .execute();

export const insertValue = (db: Db, row: Insertable<DB['measurementStandardCalibrationValue']>) =>
  db.insertInto('measurementStandardCalibrationValue').values(row).execute();
