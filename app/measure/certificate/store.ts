import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import { regionPrefix, type Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';

const certificates = (db: Db) =>
  db
    .selectFrom('certificate')
    .innerJoin('instrument', 'instrument.id', 'certificate.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'certificate.holderId')
    .innerJoin('organization as institute', 'institute.id', 'certificate.instituteId')
    .leftJoin('certificateRevocation as revocation', 'revocation.number', 'certificate.number')
    .selectAll('certificate')
    .select([
      'instrument.kind as instrumentKind',
      'instrument.name as instrumentName',
      'instrument.place',
      'holder.name as holderName',
      'institute.name as instituteName',
      'revocation.reason as revocationReason',
      'revocation.at as revokedAt',
    ]);

export type CertificateRow = NonNullable<Awaited<ReturnType<typeof findAnywhere>>>;

/** A document by its number, whoever asks. */
export const findAnywhere = (db: Db, number: string) => certificates(db).where('certificate.number', '=', number).executeTakeFirst();

const within = (scope: Scope) => {
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region':
      return sql<boolean>`certificate.region like ${`${regionPrefix(scope.region)}%`}`;
    case 'organization':
      return sql<boolean>`(certificate.holder_id = ${scope.organization} or certificate.institute_id = ${scope.organization})`;
    case 'none':
      return sql<boolean>`false`;
  }
};

export const findCertificate = (db: Db, scope: Scope, number: string) =>
  certificates(db).where('certificate.number', '=', number).where(within(scope)).executeTakeFirst();

export const lockCertificate = (db: Db, number: string) =>
  db.selectFrom('certificate').select('status').where('number', '=', number).forUpdate().executeTakeFirst();

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  institute?: string | undefined;
  instrument?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listCertificates(db: Db, scope: Scope, filter: Filter) {
  let query = certificates(db).where(within(scope));
  if (filter.kind !== undefined) query = query.where('certificate.kind', '=', filter.kind);
  if (filter.status !== undefined) query = query.where('certificate.status', '=', filter.status);
  if (filter.from !== undefined) query = query.where('certificate.issuedOn', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('certificate.issuedOn', '<=', filter.to);
  if (filter.institute !== undefined) query = query.where('certificate.instituteId', '=', filter.institute);
  if (filter.instrument !== undefined) query = query.where('certificate.instrumentId', '=', filter.instrument);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(certificate.number ilike ${like} or certificate.serial ilike ${like} or holder.name ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('certificate.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(certificate.issued_at, certificate.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('certificate.issuedAt', 'desc')
    .orderBy('certificate.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

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
  db.selectFrom('organization').select('region').where('id', '=', organizationId).executeTakeFirstOrThrow();

/** The next of the series; its row stays locked until the document is committed, so that no number is left out. */
export async function nextOfSeries(db: Db, instituteId: string, year: number): Promise<number> {
  const { last } = await db
    .insertInto('certificateSeries')
    .values({ instituteId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.constraint('certificate_series_once').doUpdateSet({ last: sql<number>`certificate_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export const insertCertificate = (
  db: Db,
  certificate: {
    id: string;
    number: string;
    kind: string;
    verificationId: string;
    instrumentId: string;
    instituteId: string;
    holderId: string;
    region: string;
    serial: string;
    model: string;
    testedOn: string;
    issuedOn: string;
    validUntil: string | null;
    checkCode: string;
    record: string;
    digest: string;
    issuedBy: string;
    issuedAt: string;
    demonstration: boolean;
  },
) =>
  db
    .insertInto('certificate')
    .values({ ...certificate, status: 'valid' })
    .execute();

export async function revokeCertificate(
  db: Db,
  revocation: { number: string; reason: string; personId: string; at: string },
): Promise<void> {
  await db.insertInto('certificateRevocation').values(revocation).execute();
  await db.updateTable('certificate').set({ status: 'revoked' }).where('number', '=', revocation.number).execute();
}
