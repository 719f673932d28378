import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { scopeCondition } from '../../platform/scope-condition.ts';
import type { KeyHolderName, KeyPurpose, RevocationCause, SigningKeyState } from './rules.ts';

const keys = (db: Db) =>
  db
    .selectFrom('signingKey')
    .leftJoin('organization as institute', 'institute.id', 'signingKey.instituteId')
    .leftJoin('personDetail as asker', 'asker.personId', 'signingKey.requestedBy')
    .leftJoin('personDetail as decider', 'decider.personId', 'signingKey.decidedBy')
    .leftJoin('signingKeyRevocation as revocation', (join) =>
      join.onRef('revocation.signingKeyId', '=', 'signingKey.id').on(sql<boolean>`(revocation.confirmed is null or revocation.confirmed)`),
    )
    .leftJoin('personDetail as revoker', 'revoker.personId', 'revocation.requestedBy')
    .leftJoin('personDetail as revocationDecider', 'revocationDecider.personId', 'revocation.decidedBy')
    .selectAll('signingKey')
    .select([
      'institute.name as instituteName',
      'asker.name as askerName',
      'decider.name as deciderName',
      'revocation.id as revocationId',
      'revocation.cause as revocationCause',
      'revocation.reason as revocationReason',
      'revocation.fromAt as revokedFrom',
      'revocation.requestedBy as revokerId',
      'revocation.requestedAt as revocationRequestedAt',
      'revocation.decidedAt as revocationDecidedAt',
      'revocation.confirmed as revocationConfirmed',
      'revoker.name as revokerName',
      'revocationDecider.name as revocationDeciderName',
    ]);

/** A key with the names of those who asked and decided, and how it was revoked. */
export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>;

/** What is signed with: a batch of certificates asks for it each time, and seven tables take the database longer to plan than to read. */
export type Key = NonNullable<Awaited<ReturnType<typeof findActive>>>;

const within = (scope: Scope) =>
  scope.kind === 'city'
    ? sql<boolean>`signing_key.institute_id is not null`
    : scopeCondition(scope, { region: 'signingKey.region', organization: 'signingKey.instituteId' });

/** Any key, also one of the city. */
export const findKey = (db: Db, id: string) => keys(db).where('signingKey.id', '=', id).executeTakeFirst();

/** A key of an institute within the scope; keys of the city belong to nobody and are seen by all. */
export const findKeyWithin = (db: Db, scope: Scope, id: string) =>
  keys(db)
    .where('signingKey.id', '=', id)
    .where(sql<boolean>`(signing_key.institute_id is null or ${within(scope)})`)
    .executeTakeFirst();

type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  institute?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listKeys(db: Db, scope: Scope, filter: Filter) {
  let query = keys(db).where('signingKey.purpose', '=', 'institute').where(within(scope));
  if (filter.state !== undefined) query = query.where('signingKey.state', '=', filter.state);
  if (filter.institute !== undefined) query = query.where('signingKey.instituteId', '=', filter.institute);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(institute.name ilike ${like} or signing_key.key_id ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('signingKey.id').as('found'))
    .select((it) => it.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const after = readCursor(filter.after);
  if (after !== undefined) query = query.where(sql<boolean>`(signing_key.requested_at, signing_key.id) < (${after.at}, ${after.id})`);
  const rows = await query
    .orderBy('signingKey.requestedAt', 'desc')
    .orderBy('signingKey.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total: Number(total) };
}

export const listCityKeys = (db: Db) =>
  keys(db).where('signingKey.purpose', '<>', 'institute').orderBy('signingKey.requestedAt', 'desc').orderBy('signingKey.id').execute();

/** Keys that are or were in use. */
export const listUsedKeys = (db: Db) =>
  keys(db)
    .where('signingKey.state', 'in', ['active', 'retired', 'revoked'])
    .orderBy('signingKey.requestedAt')
    .orderBy('signingKey.id')
    .execute();

export const findActive = (db: Db, purpose: KeyPurpose, instituteId: string | null) =>
  db
    .selectFrom('signingKey')
    .selectAll()
    .where('state', '=', 'active')
    .where('purpose', '=', purpose)
    .$if(instituteId !== null, (query) => query.where('instituteId', '=', instituteId))
    .executeTakeFirst();

export const findState = (db: Db, id: string) => db.selectFrom('signingKey').select('state').where('id', '=', id).executeTakeFirst();

export const findPending = (db: Db, purpose: KeyPurpose, instituteId: string | null) =>
  db
    .selectFrom('signingKey')
    .select('id')
    .where('state', '=', 'pending')
    .where('purpose', '=', purpose)
    .$if(instituteId !== null, (query) => query.where('instituteId', '=', instituteId))
    .executeTakeFirst();

export const findByKeyId = (db: Db, keyId: string) =>
  db.selectFrom('signingKey').select(['id', 'state']).where('keyId', '=', keyId).executeTakeFirst();

/** Roots and anchors that chains may lead to. */
export const listRoots = (db: Db) =>
  db
    .selectFrom('signingKey')
    .selectAll()
    .where('purpose', 'in', ['root', 'anchor'])
    .where('state', 'in', ['active', 'retired'])
    .orderBy('requestedAt')
    .execute();

/** Keys of the log that sign its notes: the one in use, and those before it, so that who knows only them can still check. */
export const listLogKeys = (db: Db) =>
  db
    .selectFrom('signingKey')
    .selectAll()
    .where('purpose', '=', 'log')
    .where('state', 'in', ['active', 'retired'])
    .orderBy(sql`state = 'active'`, 'desc')
    .orderBy('requestedAt', 'desc')
    .execute();

/** Whoever makes, confirms or ends a key waits here: decisions about keys are rare and never side by side. */
export const lockKeys = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('tongheng signing keys', 0))`.execute(db);

export type NewKey = {
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly instituteId: string | null;
  readonly region: string | null;
  readonly holder: KeyHolderName;
  readonly reference: string | null;
  readonly name: string | null;
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly sealedKey: string | null;
  readonly sm2PublicKey: Buffer | null;
  readonly sm2SealedKey: string | null;
  readonly replacesId: string | null;
  readonly certificate: string | null;
  readonly reason: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: string;
  readonly demonstration: boolean;
};

export const insertKey = (db: Db, row: NewKey) =>
  db
    .insertInto('signingKey')
    .values({ ...row, state: 'pending' })
    .execute();

export type Confirmation = {
  readonly certificate: string;
  readonly sm2Certificate: string | null;
  readonly rootId: string | null;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string;
};

/** Puts a key into use; the one before it of the same purpose and institute retires. */
export async function confirmKey(
  db: Db,
  key: { readonly id: string; readonly purpose: string; readonly instituteId: string | null },
  confirmation: Confirmation,
): Promise<void> {
  if (key.purpose !== 'anchor')
    await db
      .updateTable('signingKey')
      .set({ state: 'retired', retiredAt: confirmation.decidedAt })
      .where('state', '=', 'active')
      .where('purpose', '=', key.purpose)
      .where(sql<boolean>`institute_id is not distinct from ${key.instituteId}::uuid`)
      .execute();
  await db
    .updateTable('signingKey')
    .set({ ...confirmation, state: 'active' })
    .where('id', '=', key.id)
    .execute();
}

export const declineKey = (db: Db, id: string, decision: { decidedBy: string; decidedAt: string; refusal: string }) =>
  db
    .updateTable('signingKey')
    .set({ ...decision, state: 'declined' })
    .where('id', '=', id)
    .execute();

export const setState = (db: Db, id: string, state: SigningKeyState) =>
  db.updateTable('signingKey').set({ state }).where('id', '=', id).execute();

export const insertRevocation = (
  db: Db,
  row: {
    id: string;
    signingKeyId: string;
    cause: RevocationCause;
    reason: string;
    fromAt: string;
    requestedBy: string;
    requestedAt: string;
  },
) => db.insertInto('signingKeyRevocation').values(row).execute();

export const decideRevocation = (
  db: Db,
  id: string,
  decision: { decidedBy: string; decidedAt: string; confirmed: boolean; refusal: string | null },
) => db.updateTable('signingKeyRevocation').set(decision).where('id', '=', id).execute();

/** What the certificate of an institute names; its code once it has issued. */
export const findInstitute = (db: Db, id: string) =>
  db
    .selectFrom('organization')
    .leftJoin('certificateIssuer as issuer', 'issuer.instituteId', 'organization.id')
    .select(['organization.id', 'organization.name', 'organization.region', 'organization.creditCode', 'issuer.code'])
    .where('organization.id', '=', id)
    .where('organization.kind', '=', 'institute')
    .executeTakeFirst();

export const findCityName = async (db: Db): Promise<string> =>
  (await db.selectFrom('organizationSetting').select('cityName').executeTakeFirstOrThrow()).cityName;

/** Keys of the witnesses that cosign the log now. */
export const listWitnessKeys = (db: Db) =>
  db
    .selectFrom('transparencyWitness as witness')
    .leftJoin('transparencyWitnessEnding as ending', 'ending.witnessId', 'witness.id')
    .select('witness.vkey')
    .where('ending.witnessId', 'is', null)
    .orderBy('witness.recordedAt')
    .orderBy('witness.id')
    .execute();

/** How large the log was at that time, by its last checkpoint before it. */
export const findLogSize = async (db: Db, at: string): Promise<number | null> => {
  const row = await db
    .selectFrom('transparencyCheckpoint')
    .select((it) => it.fn.max('size').as('size'))
    .where('signedAt', '<=', at)
    .executeTakeFirst();
  return row?.size === undefined || row.size === null ? null : Number(row.size);
};

/** The first sealed key of each master key: to be tried at the start. */
export const listSealed = (db: Db) =>
  db
    .selectFrom('signingKey')
    .select(['id', 'sealedKey'])
    .where('sealedKey', 'is not', null)
    .where('state', 'in', ['pending', 'active'])
    .execute();
