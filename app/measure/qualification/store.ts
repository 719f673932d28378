import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { scopeCondition } from '../../platform/scope-condition.ts';

const qualifications = (db: Db) =>
  db
    .selectFrom('qualification')
    .innerJoin('organization', 'organization.id', 'qualification.instituteId')
    .innerJoin('personDetail as holder', 'holder.personId', 'qualification.holderId')
    .innerJoin('personDetail as recorder', 'recorder.personId', 'qualification.personId')
    .leftJoin('qualificationEnding as ending', 'ending.qualificationId', 'qualification.id')
    .selectAll('qualification')
    .select([
      'organization.name as instituteName',
      'holder.name as holderName',
      'recorder.name as recordedBy',
      'ending.lastDay',
      'ending.reason as endingReason',
    ]);

export type QualificationRow = NonNullable<Awaited<ReturnType<typeof findQualification>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'qualification.region', organization: 'qualification.instituteId' });

export const findQualification = (db: Db, scope: Scope, id: string) =>
  qualifications(db).where('qualification.id', '=', id).where(within(scope)).executeTakeFirst();

/** The states of rules.ts as SQL, so that the database may page by them. */
const stateOn = (day: string) => sql<string>`
  case when ending.last_day is not null and ${day}::date > ending.last_day then 'ended'
       when ${day}::date < qualification.valid_from then 'pending'
       when qualification.valid_until is not null and ${day}::date > qualification.valid_until then 'lapsed'
       else 'in-force' end`;

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  activity?: string | undefined;
  regulation?: string | undefined;
  state?: string | undefined;
  holder?: string | undefined;
  institute?: string | undefined;
  dueUntil?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listQualifications(db: Db, scope: Scope, today: string, filter: Filter) {
  let query = qualifications(db).where(within(scope));
  if (filter.kind !== undefined) query = query.where('qualification.kind', '=', filter.kind);
  if (filter.activity !== undefined) query = query.where(sql<boolean>`${filter.activity} = any (qualification.activities)`);
  if (filter.regulation !== undefined)
    query = query.where(
      sql<boolean>`(cardinality(qualification.regulations) = 0 or ${filter.regulation} = any (qualification.regulations))`,
    );
  if (filter.state !== undefined) query = query.where(stateOn(today), '=', filter.state);
  if (filter.holder !== undefined) query = query.where('qualification.holderId', '=', filter.holder);
  if (filter.institute !== undefined) query = query.where('qualification.instituteId', '=', filter.institute);
  if (filter.dueUntil !== undefined)
    query = query
      .where(stateOn(today), '=', 'in-force')
      .where(sql<boolean>`least(qualification.valid_until, ending.last_day) <= ${filter.dueUntil}::date`);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(holder.name ilike ${like} or qualification.document_number ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('qualification.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(qualification.recorded_at, qualification.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('qualification.recordedAt', 'desc')
    .orderBy('qualification.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Every qualification within a scope, for what persons may do on a day. */
export const listAll = (db: Db, scope: Scope, filter: { institute?: string | undefined; regulation?: string | undefined }) => {
  let query = qualifications(db).where(within(scope));
  if (filter.institute !== undefined) query = query.where('qualification.instituteId', '=', filter.institute);
  const { regulation } = filter;
  if (regulation !== undefined)
    query = query.where(sql<boolean>`(cardinality(qualification.regulations) = 0 or ${regulation} = any (qualification.regulations))`);
  return query.orderBy('holder.name').orderBy('qualification.validFrom').limit(5000).execute();
};

/** The qualifications of some persons at an institute. */
export const listOf = (db: Db, instituteId: string, holderIds: readonly string[]) =>
  qualifications(db)
    .where('qualification.instituteId', '=', instituteId)
    .where('qualification.holderId', 'in', [...holderIds])
    .execute();

export const insertQualification = (
  db: Db,
  qualification: {
    id: string;
    kind: string;
    instituteId: string;
    region: string;
    holderId: string;
    activities: string[];
    regulations: string[];
    documentNumber: string;
    validFrom: string;
    validUntil: string | null;
    personId: string;
    demonstration: boolean;
    recordedAt: string;
  },
) => db.insertInto('qualification').values(qualification).execute();

/** False when it was ended already, also by somebody else at this moment. */
export async function insertEnding(
  db: Db,
  ending: { qualificationId: string; lastDay: string; reason: string; personId: string; at: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('qualificationEnding')
    .values(ending)
    .onConflict((conflict) => conflict.column('qualificationId').doNothing())
    .returning('qualificationId')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Active persons of an organization with the roles they hold. */
export const listPersons = (db: Db, organizationId: string) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .select([
      'person.id',
      'personDetail.name',
      sql<
        string[]
      >`coalesce((select array_agg(role order by role) from person_role where person_id = person.id and ended_at is null), '{}')`.as(
        'roles',
      ),
    ])
    .where('person.organizationId', '=', organizationId)
    .where('person.active', '=', true)
    .orderBy('personDetail.name')
    .limit(2000)
    .execute();

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('kind').where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind);
}
