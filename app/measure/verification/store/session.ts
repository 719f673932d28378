import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const sessions = (db: Db) =>
  db
    .selectFrom('verificationSession as session')
    .innerJoin('organization as institute', 'institute.id', 'session.instituteId')
    .innerJoin('personDetail as technician', 'technician.personId', 'session.technicianId')
    .selectAll('session')
    .select([
      'institute.name as instituteName',
      'technician.name as technicianName',
      sql<number>`(select count(*)::int from verification where session_id = session.id)`.as('recordCount'),
      sql<number>`(select count(*)::int from verification where session_id = session.id and status in ('drafted', 'returned'))`.as(
        'draftCount',
      ),
    ]);

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'session.region', organization: 'session.instituteId' });

export const findSession = (db: Db, scope: Scope, id: string) =>
  sessions(db).where('session.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockSession = (db: Db, id: string) =>
  db.selectFrom('verificationSession').select('version').where('id', '=', id).forUpdate().executeTakeFirst();

export async function listSessions(
  db: Db,
  scope: Scope,
  filter: {
    q?: string | undefined;
    technicianId?: string | undefined;
    day?: string | undefined;
    limit: number;
    after?: string | undefined;
  },
) {
  let query = sessions(db).where(within(scope));
  if (filter.technicianId !== undefined) query = query.where('session.technicianId', '=', filter.technicianId);
  if (filter.day !== undefined) query = query.where('session.day', '=', filter.day);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(session.place ilike ${like} or technician.name ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('session.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(session.begun_at, session.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('session.begunAt', 'desc')
    .orderBy('session.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

type Conditions = { day: string; place: string; environment: unknown; standards: unknown };
const asJson = ({ environment, standards, ...rest }: Conditions) => ({
  ...rest,
  environment: JSON.stringify(environment),
  standards: JSON.stringify(standards),
});

export const insertSession = (
  db: Db,
  {
    conditions,
    ...rest
  }: {
    id: string;
    instituteId: string;
    region: string;
    technicianId: string;
    begunAt: string;
    demonstration: boolean;
    conditions: Conditions;
  },
) =>
  db
    .insertInto('verificationSession')
    .values({ ...rest, ...asJson(conditions) })
    .execute();

export const changeSession = (db: Db, id: string, conditions: Conditions, version: number) =>
  db
    .updateTable('verificationSession')
    .set({ ...asJson(conditions), version })
    .where('id', '=', id)
    .execute();
