import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export const findIssuer = (db: Db, instituteId: string) =>
  db.selectFrom('certificateIssuer').select('code').where('instituteId', '=', instituteId).executeTakeFirst();

/** One institute at a time gets its code, so that two of one region never choose the same letter. */
export const lockIssuers = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('certificate_issuer', 0))`.execute(db);

export async function countIssuers(db: Db, region: string): Promise<number> {
  const { n } = await db
    .selectFrom('certificateIssuer')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('code', 'like', `${region}_`)
    .executeTakeFirstOrThrow();
  return n;
}

export const insertIssuer = (db: Db, issuer: { instituteId: string; code: string; recordedAt: string }) =>
  db.insertInto('certificateIssuer').values(issuer).execute();

export const findRegion = (db: Db, organizationId: string) =>
  db.selectFrom('organization').select('region').where('id', '=', organizationId).executeTakeFirst();

export type NewCertificate = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly verificationId: string;
  readonly instrumentId: string;
  readonly instituteId: string;
  readonly holderId: string;
  readonly region: string;
  readonly serial: string;
  readonly model: string;
  readonly testedOn: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly checkCode: string;
  /** The canonical text in UTF-8. */
  readonly record: Buffer;
  readonly digest: string;
  readonly format: number;
  readonly leafId: string | null;
  readonly replaces: string | null;
  readonly replacementReason: string | null;
  readonly lotId: string | null;
  readonly issuedBy: string;
  readonly issuedAt: string;
  readonly demonstration: boolean;
};

export const insertCertificates = (db: Db, certificates: readonly NewCertificate[]) =>
  db
    .insertInto('certificate')
    // The driver hands bytes on as they are, and would measure and encode a text.
    .values(certificates.map((one) => ({ ...one, record: sql<string>`${one.record}`, status: 'valid' })))
    .execute();

/** The standard of one role that a certificate rests on, by what its record names. */
export type UsedStandard = {
  readonly certificateId: string;
  readonly role: string;
  /** Its row, as far as the record names one. */
  readonly standard: string | null;
  readonly calibrationNumber: string | null;
  readonly instituteId: string;
  readonly testedOn: string;
  /** `printEffects`; null: they cannot be calculated. */
  readonly effects: string | null;
};

/** One statement for many: the calibration is found by its number, as the record has it. */
export async function insertStandards(db: Db, used: readonly UsedStandard[]): Promise<void> {
  if (used.length === 0) return;
  const column = <Key extends keyof UsedStandard>(key: Key) => used.map((one) => one[key]);
  await sql`insert into certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on, effects)
    select given.certificate_id, given.role, standard.id, calibration.id, given.institute_id, given.tested_on, given.effects
    from unnest(${column('certificateId')}::uuid[], ${column('role')}::text[], ${column('standard')}::uuid[],
      ${column('calibrationNumber')}::text[], ${column('instituteId')}::uuid[], ${column('testedOn')}::date[], ${column('effects')}::text[])
      as given (certificate_id, role, standard_id, number, institute_id, tested_on, effects)
    left join standard on standard.id = given.standard_id
    left join standard_certificate calibration on calibration.standard_id = standard.id and calibration.number = given.number`.execute(db);
}

/** What the register says today of the institute, the holder and the instrument. */
export async function findParties(db: Db, of: { instituteId: string; holderId: string; instrumentId: string }) {
  const row = await db
    .selectFrom('organization as institute')
    .leftJoin('organization as holder', (join) => join.on('holder.id', '=', of.holderId))
    .leftJoin('instrument', (join) => join.on('instrument.id', '=', of.instrumentId))
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('certificateForm')
          .select(['address', 'phone'])
          .whereRef('certificateForm.instituteId', '=', 'institute.id')
          .orderBy('at', 'desc')
          .limit(1)
          .as('form'),
      (join) => join.onTrue(),
    )
    .select([
      'institute.name',
      'institute.nameEn',
      'institute.creditCode',
      'institute.address',
      'form.address as formAddress',
      'form.phone',
      'holder.name as holderName',
      'holder.address as holderAddress',
      'instrument.code',
    ])
    .where('institute.id', '=', of.instituteId)
    .executeTakeFirstOrThrow();
  const { name, nameEn, creditCode, phone } = row;
  return {
    code: row.code,
    institute: { name, nameEn, creditCode, address: row.formAddress ?? row.address, phone },
    holder: { name: row.holderName ?? '', address: row.holderAddress },
  };
}
