import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type Interval = { readonly standardId: string; readonly since: string; readonly until: string };

/**
 * Every certificate that rests on a standard in an interval, directly or through standards that were calibrated by one that does. Which
 * certificate of this platform calibrated a standard is told by traceability_origin: those are thousands, and are walked; the certificates
 * below them are ranges of two indexes.
 */
const calibrated = ({ standardId, since, until }: Interval) => sql`
  with recursive calibrated (calibration_id, certificate_id) as (
    select origin.calibration_id, origin.certificate_id from traceability_origin origin
    join certificate_standard used on used.certificate_id = origin.certificate_id
    where used.standard_id = ${standardId} and used.tested_on between ${since}::date and ${until}::date
    union
    select origin.calibration_id, origin.certificate_id from calibrated above
    join certificate_standard used on used.calibration_id = above.calibration_id
    join traceability_origin origin on origin.certificate_id = used.certificate_id
  )`;

async function calibrationsFrom(db: Db, interval: Interval): Promise<{ calibrationId: string; certificateId: string }[]> {
  const { rows } = await sql<{ calibrationId: string; certificateId: string }>`
    ${calibrated(interval)} select calibration_id, certificate_id from calibrated`.execute(db);
  return rows;
}

export async function countAffected(db: Db, interval: Interval): Promise<number> {
  const below = (await calibrationsFrom(db, interval)).map(({ calibrationId }) => calibrationId);
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (
      select certificate_id from certificate_standard
      where standard_id = ${interval.standardId} and tested_on between ${interval.since}::date and ${interval.until}::date
      union
      select certificate_id from certificate_standard where calibration_id = any(${below}::uuid[])
    ) affected`.execute(db);
  return rows[0]?.total ?? 0;
}

export async function countDirect(db: Db, { standardId, since, until }: Interval): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(distinct certificate_id)::int as total from certificate_standard
    where standard_id = ${standardId} and tested_on between ${since}::date and ${until}::date`.execute(db);
  return rows[0]?.total ?? 0;
}

export type AffectedRow = {
  readonly id: string;
  readonly number: string;
  readonly document: string;
  readonly testedOn: string;
  readonly instituteId: string;
  readonly holderId: string;
  readonly instrumentId: string;
  readonly kind: string;
  readonly region: string;
  readonly digest: string;
};

const columns = sql`certificate.id, certificate.number, certificate.kind as document, certificate.tested_on, certificate.institute_id, certificate.holder_id,
  certificate.instrument_id, instrument.kind, certificate.region, certificate.digest`;

/** Where the next part begins: behind a certificate, by its day and then its id. */
export type Place = { readonly day: string; readonly id: string };

/** The next certificates in the order of their days. */
export async function listAffected(db: Db, interval: Interval, after: Place | null, limit: number): Promise<string[]> {
  const below = (await calibrationsFrom(db, interval)).map(({ calibrationId }) => calibrationId);
  const later = after === null ? sql`true` : sql`(tested_on, certificate_id) > (${after.day}::date, ${after.id}::uuid)`;
  const { rows } = await sql<{ certificateId: string }>`
    select certificate_id from (
      (select certificate_id, tested_on from certificate_standard
       where standard_id = ${interval.standardId} and tested_on between ${interval.since}::date and ${interval.until}::date and ${later}
       order by tested_on, certificate_id limit ${limit})
      union
      (select certificate_id, tested_on from certificate_standard where calibration_id = any(${below}::uuid[]) and ${later}
       order by tested_on, certificate_id limit ${limit})
    ) next order by tested_on, certificate_id limit ${limit}`.execute(db);
  return rows.map(({ certificateId }) => certificateId);
}

/** The certificates with these ids, in the same order. */
export async function listRows(db: Db, ids: readonly string[]): Promise<AffectedRow[]> {
  const { rows } = await sql<AffectedRow>`
    select ${columns} from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join certificate on certificate.id = wanted.id join instrument on instrument.id = certificate.instrument_id order by wanted.place`.execute(
    db,
  );
  return rows;
}

/** Those on which other certificates rest because they calibrated a standard. */
export async function listAffectedCalibrations(db: Db, interval: Interval): Promise<AffectedRow[]> {
  return listRows(db, [...new Set((await calibrationsFrom(db, interval)).map(({ certificateId }) => certificateId))]);
}

export const findAffected = async (db: Db, id: string): Promise<AffectedRow | undefined> => (await listRows(db, [id]))[0];

export type UseRow = {
  readonly certificateId: string;
  readonly standardId: string;
  readonly role: string;
  /** The certificate of this platform that calibrated the standard as it was relied on. */
  readonly calibrationId: string | null;
  readonly effects: string | null;
};

export async function listUses(db: Db, certificates: readonly string[]): Promise<UseRow[]> {
  const { rows } = await sql<UseRow>`
    select use.certificate_id, use.standard_id, use.role, use.effects, origin.certificate_id as calibration_id
    from certificate_standard use left join traceability_origin origin on origin.calibration_id = use.calibration_id
    where use.certificate_id = any(${certificates}::uuid[]) and use.standard_id is not null`.execute(db);
  return rows;
}

/** The records of certificates whose effects were never kept. */
export async function listRecords(db: Db, certificates: readonly string[]): Promise<{ id: string; record: string }[]> {
  return db
    .selectFrom('certificate')
    .select(['id', 'record'])
    .where('id', 'in', [...certificates])
    .execute();
}

export type CalibrationRow = { readonly day: string; readonly number: string; readonly issuer: string; readonly validUntil: string };

export const listCalibrations = (db: Db, standardId: string): Promise<CalibrationRow[]> =>
  db
    .selectFrom('standardCertificate')
    .select(['calibratedOn as day', 'number', 'issuer', 'validUntil'])
    .where('standardId', '=', standardId)
    .orderBy('calibratedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .execute();

export async function namesOfStandards(db: Db, ids: readonly string[]): Promise<Map<string, { name: string; number: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('standard')
    .select(['id', 'name', 'number'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name, number }) => [id, { name, number }]));
}
