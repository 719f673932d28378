import { sql, type RawBuilder } from 'kysely';
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
  /** Where the canonical text in UTF-8 begins among the records, from 0, and how many bytes it has. */
  readonly start: number;
  readonly size: number;
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

const columnsOf =
  <Row>(rows: readonly Row[]) =>
  <Key extends keyof Row>(key: Key): readonly Row[Key][] =>
    rows.map((row) => row[key]);

type ToWrite = {
  readonly certificates: readonly NewCertificate[];
  readonly used: readonly UsedStandard[];
  readonly leaves: RawBuilder<unknown>;
  /** The records one after the other. */
  readonly records: Buffer;
};

/**
 * Documents, the standards that they rest on and their leaves, in one statement for any number of them. The records come as one run of bytes and
 * last, since the driver copies each value into a buffer that it lets grow; a calibration is found by its number, as the record has it.
 */
export async function insertCertificates(db: Db, { certificates, used, leaves, records }: ToWrite): Promise<void> {
  const of = columnsOf(certificates);
  const by = columnsOf(used);
  await sql`with leaf as (${leaves}),
    used as (
      insert into certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on, effects)
      select given.certificate_id, given.role, standard.id, calibration.id, given.institute_id, given.tested_on, given.effects
      from unnest(${by('certificateId')}::uuid[], ${by('role')}::text[], ${by('standard')}::uuid[], ${by('calibrationNumber')}::text[],
        ${by('instituteId')}::uuid[], ${by('testedOn')}::date[], ${by('effects')}::text[])
        as given (certificate_id, role, standard_id, number, institute_id, tested_on, effects)
      left join standard on standard.id = given.standard_id
      left join standard_certificate calibration on calibration.standard_id = standard.id and calibration.number = given.number)
    insert into certificate (id, number, kind, verification_id, instrument_id, institute_id, holder_id, region, serial, model, tested_on, issued_on,
      valid_until, check_code, status, record, digest, format, leaf_id, replaces, replacement_reason, lot_id, issued_by, issued_at, demonstration)
    select id, number, kind, verification_id, instrument_id, institute_id, holder_id, region, serial, model, tested_on, issued_on,
      valid_until, check_code, 'valid', convert_from(substring(records.bytes from start + 1 for size), 'UTF8'), digest, format, leaf_id, replaces,
      replacement_reason, lot_id, issued_by, issued_at, demonstration
    from unnest(${of('id')}::uuid[], ${of('number')}::text[], ${of('kind')}::text[], ${of('verificationId')}::uuid[], ${of('instrumentId')}::uuid[],
        ${of('instituteId')}::uuid[], ${of('holderId')}::uuid[], ${of('region')}::text[], ${of('serial')}::text[], ${of('model')}::text[],
        ${of('testedOn')}::date[], ${of('issuedOn')}::date[], ${of('validUntil')}::date[], ${of('checkCode')}::text[], ${of('start')}::int[],
        ${of('size')}::int[], ${of('digest')}::text[], ${of('format')}::smallint[], ${of('leafId')}::uuid[], ${of('replaces')}::text[],
        ${of('replacementReason')}::text[], ${of('lotId')}::uuid[], ${of('issuedBy')}::uuid[], ${of('issuedAt')}::timestamptz[],
        ${of('demonstration')}::boolean[])
      as given (id, number, kind, verification_id, instrument_id, institute_id, holder_id, region, serial, model, tested_on, issued_on, valid_until,
        check_code, start, size, digest, format, leaf_id, replaces, replacement_reason, lot_id, issued_by, issued_at, demonstration),
      (select ${records}::bytea) as records (bytes)`.execute(db);
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
