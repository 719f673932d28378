import type { Db } from '../../../platform/context.ts';

export type CertificateRow = {
  id: string;
  measurementStandardId: string;
  kind: string;
  number: string;
  numberKey: string;
  issuer: string;
  issuedOn: string;
  validFrom: string;
  validUntil: string;
  applicationId: string | null;
  basis: string;
  opening: boolean;
  files: string[];
  personId: string;
  recordedAt: string;
};

export const insertCertificate = (db: Db, row: CertificateRow) => db.insertInto('measurementStandardCertificate').values(row).execute();

export const supersedeCertificate = (db: Db, id: string, by: { supersededAt: string; supersededBy: string; reason: string }) =>
  db.updateTable('measurementStandardCertificate').set(by).where('id', '=', id).execute();

/** Whether another measurement standard has the number. */
export async function isNumberTaken(db: Db, kind: string, numberKey: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom('measurementStandardCertificate')
    .select('id')
    .where('kind', '=', kind)
    .where('numberKey', '=', numberKey)
    .where('measurementStandardId', '<>', except)
    .where('supersededAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The dossiers that hold some numbers. */
export const listByNumbers = (db: Db, kind: string, numberKeys: readonly string[]) =>
  numberKeys.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('measurementStandardCertificate')
        .select(['measurementStandardId', 'numberKey'])
        .where('kind', '=', kind)
        .where('numberKey', 'in', [...numberKeys])
        .where('supersededAt', 'is', null)
        .execute();

export const listRules = (db: Db) =>
  db
    .selectFrom('measurementStandardRule')
    .leftJoin('personDetail', 'personDetail.personId', 'measurementStandardRule.personId')
    .selectAll('measurementStandardRule')
    .select('personDetail.name as person')
    .orderBy('topic')
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .execute();

export const insertRule = (
  db: Db,
  row: {
    id: string;
    topic: string;
    months: number;
    holdsFrom: string | null;
    holdsTo: string | null;
    source: string;
    confidence: string;
    note: string | null;
    personId: string;
    recordedAt: string;
  },
) => db.insertInto('measurementStandardRule').values(row).execute();
