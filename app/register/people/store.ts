import { sql } from 'kysely';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { scopeCondition } from '../../platform/scope-condition.ts';

const people = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .innerJoin('organization', 'organization.id', 'person.organizationId')
    .select([
      'person.id',
      'person.account',
      'person.active',
      'person.passwordHash',
      'person.passwordChangeDue',
      'person.organizationId',
      'organization.name as organizationName',
      'organization.kind as organizationKind',
      'organization.region',
      'personDetail.name',
      'personDetail.phone',
      'personDetail.identityNumber',
      'personDetail.email',
      sql<
        string[]
      >`coalesce((select array_agg(role order by role) from person_role where person_id = person.id and ended_at is null), '{}')`.as(
        'roles',
      ),
    ]);

export type PersonRecord = Awaited<ReturnType<typeof findPerson>> & object;

export const findPerson = (db: Db, id: string) => people(db).where('person.id', '=', id).executeTakeFirst();
export const findAccount = (db: Db, account: string) => people(db).where('person.account', '=', account).executeTakeFirst();

export async function listPeople(
  db: Db,
  scope: Scope,
  filter: {
    q?: string | undefined;
    organization?: string | undefined;
    role?: string | undefined;
    limit: number;
    after?: string | undefined;
  },
) {
  let query = people(db).where(scopeCondition(scope, { region: 'organization.region', organization: 'person.organizationId' }));
  if (filter.organization !== undefined) query = query.where('person.organizationId', '=', filter.organization);
  const { role, q } = filter;
  if (role !== undefined) {
    query = query.where((it) =>
      it.exists(
        it
          .selectFrom('personRole')
          .select('personRole.id')
          .whereRef('personRole.personId', '=', 'person.id')
          .where('role', '=', role)
          .where('endedAt', 'is', null),
      ),
    );
  }
  if (q !== undefined && q !== '') {
    query = query.where((where) => where.or([where('personDetail.name', 'like', `%${q}%`), where('person.account', 'like', `%${q}%`)]));
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) query = query.where('person.account', '>', filter.after);
  const rows = await query
    .orderBy('person.account')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export async function insertPerson(
  db: Db,
  person: {
    id: string;
    account: string;
    organizationId: string;
    passwordHash: string;
    passwordChangeDue: boolean;
    demonstration: boolean;
    recordedAt: string;
    name: string;
    phone: string | null;
    identityNumber: string | null;
    email: string | null;
  },
): Promise<boolean> {
  const { name, phone, identityNumber, email, ...row } = person;
  const inserted = await db
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('account').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await db.insertInto('personDetail').values({ personId: person.id, name, phone, identityNumber, email }).execute();
  return true;
}

export const setPassword = (db: Db, personId: string, passwordHash: string, passwordChangeDue: boolean) =>
  db.updateTable('person').set({ passwordHash, passwordChangeDue }).where('id', '=', personId).execute();

export const closePerson = (db: Db, personId: string) =>
  db.updateTable('person').set({ active: false }).where('id', '=', personId).execute();

export async function insertRole(
  db: Db,
  grant: { id: string; personId: string; role: string; grantedBy: string | null; grantedAt: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('personRole')
    .values(grant)
    .onConflict((conflict) => conflict.columns(['personId', 'role']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const endRole = (db: Db, personId: string, role: string, endedBy: string, endedAt: string) =>
  db
    .updateTable('personRole')
    .set({ endedBy, endedAt })
    .where('personId', '=', personId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .execute();

export const insertSession = (
  db: Db,
  session: { id: string; personId: string; tokenDigest: string; address: string; agent: string; at: string },
) =>
  db
    .insertInto('personSession')
    .values({
      id: session.id,
      personId: session.personId,
      tokenDigest: session.tokenDigest,
      address: session.address,
      agent: session.agent,
      begunAt: session.at,
      seenAt: session.at,
    })
    .execute();

export const findSession = (db: Db, tokenDigest: string) =>
  db.selectFrom('personSession').selectAll().where('tokenDigest', '=', tokenDigest).where('endedAt', 'is', null).executeTakeFirst();

export const touchSession = (db: Db, id: string, at: string) =>
  db.updateTable('personSession').set({ seenAt: at }).where('id', '=', id).execute();

export const listSessions = (db: Db, personId: string, seenAfter: string) =>
  db
    .selectFrom('personSession')
    .selectAll()
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('seenAt', '>', seenAfter)
    .orderBy('begunAt', 'desc')
    .execute();

export async function endSessions(db: Db, personId: string, at: string, which: { only?: string; except?: string } = {}): Promise<number> {
  let query = db.updateTable('personSession').set({ endedAt: at }).where('personId', '=', personId).where('endedAt', 'is', null);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

export const insertAttempt = (db: Db, account: string, address: string, at: string) =>
  db.insertInto('personAttempt').values({ account, address, at }).execute();

export async function countAttempts(
  db: Db,
  account: string,
  address: string,
  since: string,
): Promise<{ account: number; address: number }> {
  const { rows } = await sql<{ account: number; address: number }>`
    select (select count(*) from person_attempt where account = ${account} and at > ${since}::timestamptz)::int as account,
           (select count(*) from person_attempt where address = ${address} and at > ${since}::timestamptz)::int as address`.execute(db);
  return rows[0] ?? { account: 0, address: 0 };
}
