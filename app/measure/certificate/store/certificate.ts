import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const certificates = (db: Db) =>
  db
    .selectFrom('certificate')
    .innerJoin('instrument', 'instrument.id', 'certificate.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'certificate.holderId')
    .innerJoin('organization as institute', 'institute.id', 'certificate.instituteId')
    .leftJoin('certificateRevocation as revocation', 'revocation.number', 'certificate.number')
    .leftJoin('certificate as successor', 'successor.replaces', 'certificate.number')
    .leftJoin('certificateLot as lot', 'lot.id', 'certificate.lotId')
    .selectAll('certificate')
    .select([
      'instrument.kind as instrumentKind',
      'instrument.name as instrumentName',
      'instrument.place',
      'holder.name as holderName',
      'institute.name as instituteName',
      'revocation.reason as revocationReason',
      'revocation.at as revokedAt',
      'successor.number as replacedBy',
      'lot.number as lotNumber',
    ]);

export type CertificateRow = NonNullable<Awaited<ReturnType<typeof findAnywhere>>>;

/** A document by its number, whoever asks. */
export const findAnywhere = (db: Db, number: string) => certificates(db).where('certificate.number', '=', number).executeTakeFirst();

export const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'certificate.region', organization: ['certificate.holderId', 'certificate.instituteId'] });

export const findCertificate = (db: Db, scope: Scope, number: string) =>
  certificates(db).where('certificate.number', '=', number).where(within(scope)).executeTakeFirst();

/** Those of the numbers that are there for the caller. */
export const listOf = (db: Db, scope: Scope, numbers: readonly string[]) =>
  certificates(db)
    .where('certificate.number', 'in', [...numbers])
    .where(within(scope))
    .orderBy('certificate.number')
    .execute();

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
  lot?: string | undefined;
  limit: number;
  after?: string | undefined;
};

/** @param today what is in force and past its last day then is expired */
export async function listCertificates(db: Db, scope: Scope, filter: Filter, today: string) {
  let query = certificates(db).where(within(scope));
  if (filter.kind !== undefined) query = query.where('certificate.kind', '=', filter.kind);
  if (filter.status === 'expired') query = query.where('certificate.status', '=', 'valid').where('certificate.validUntil', '<', today);
  else if (filter.status !== undefined) query = query.where('certificate.status', '=', filter.status);
  if (filter.status === 'valid')
    query = query.where(sql<boolean>`(certificate.valid_until is null or certificate.valid_until >= ${today}::date)`);
  if (filter.from !== undefined) query = query.where('certificate.issuedOn', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('certificate.issuedOn', '<=', filter.to);
  if (filter.institute !== undefined) query = query.where('certificate.instituteId', '=', filter.institute);
  if (filter.instrument !== undefined) query = query.where('certificate.instrumentId', '=', filter.instrument);
  if (filter.lot !== undefined) query = query.where('certificate.lotId', '=', filter.lot);
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
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

export async function revokeCertificate(
  db: Db,
  revocation: { number: string; reason: string; personId: string; at: string; leafId: string | null },
): Promise<void> {
  await db.insertInto('certificateRevocation').values(revocation).execute();
  await db.updateTable('certificate').set({ status: 'revoked' }).where('number', '=', revocation.number).execute();
}

/** The document that took its place is written in the same transaction. */
export const supersede = (db: Db, number: string) =>
  db.updateTable('certificate').set({ status: 'superseded' }).where('number', '=', number).execute();
