import { sql, type SqlBool } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { BriefingLevel } from '../rules/states.ts';

export type NewBriefing = {
  id: string;
  heldOn: Day;
  level: BriefingLevel;
  region: string;
  organizationId: string;
  addressee: string;
  topic: string;
  summary: string;
  files: string[];
  demonstration: boolean;
  personId: string;
  recordedAt: string;
};

export async function insertBriefing(db: Db, briefing: NewBriefing, issues: readonly { id: string; text: string }[]): Promise<void> {
  await db.insertInto('assessmentBriefing').values(briefing).execute();
  if (issues.length === 0) return;
  await db
    .insertInto('assessmentIssue')
    .values(issues.map((issue, index) => ({ ...issue, briefingId: briefing.id, ordinal: index + 1 })))
    .execute();
}

const settled = sql`exists (select from assessment_follow_up f where f.issue_id = i.id and f.settled)`;

const briefings = (db: Db) =>
  db
    .selectFrom('assessmentBriefing as briefing')
    .innerJoin('organization', 'organization.id', 'briefing.organizationId')
    .selectAll('briefing')
    .select([
      'organization.name as organizationName',
      sql<number>`(select count(*)::int from assessment_issue i where i.briefing_id = briefing.id)`.as('issues'),
      sql<number>`(select count(*)::int from assessment_issue i where i.briefing_id = briefing.id and not ${settled})`.as('openIssues'),
    ]);

/** A county's briefings are the county's; a body sees those it gave itself. */
const within = (scope: Scope) => scopeCondition(scope, { region: 'briefing.region', organization: 'briefing.organizationId' });

export type BriefingRow = NonNullable<Awaited<ReturnType<typeof findBriefing>>>;

export const findBriefing = (db: Db, scope: Scope, id: string) =>
  briefings(db).where('briefing.id', '=', id).where(within(scope)).executeTakeFirst();

type Filter = {
  q?: string | undefined;
  level?: BriefingLevel | undefined;
  region?: string | undefined;
  open?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listBriefings(db: Db, scope: Scope, filter: Filter) {
  let query = briefings(db).where(within(scope));
  if (filter.level !== undefined) query = query.where('briefing.level', '=', filter.level);
  if (filter.region !== undefined) query = query.where('briefing.region', '=', filter.region);
  if (filter.open !== undefined) {
    const open = sql<SqlBool>`exists (select from assessment_issue i where i.briefing_id = briefing.id and not ${settled})`;
    query = query.where(filter.open === 'true' ? open : sql<SqlBool>`not ${open}`);
  }
  if (filter.q !== undefined && filter.q !== '') {
    query = query.where(sql<SqlBool>`(briefing.topic || ' ' || briefing.addressee || ' ' || organization.name) ilike ${`%${filter.q}%`}`);
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [day = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(briefing.held_on::text, briefing.id::text) < (${day}, ${id})`);
  }
  const rows = await query
    .orderBy('briefing.heldOn', 'desc')
    .orderBy(sql`briefing.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const listIssues = (db: Db, briefingId: string) =>
  db.selectFrom('assessmentIssue').select(['id', 'text']).where('briefingId', '=', briefingId).orderBy('ordinal').execute();

export const findIssue = (db: Db, briefingId: string, id: string) =>
  db.selectFrom('assessmentIssue').select('id').where('id', '=', id).where('briefingId', '=', briefingId).executeTakeFirst();

export const listFollowUps = (db: Db, briefingId: string) =>
  db
    .selectFrom('assessmentFollowUp as followUp')
    .innerJoin('assessmentIssue as issue', 'issue.id', 'followUp.issueId')
    .innerJoin('personDetail', 'personDetail.personId', 'followUp.personId')
    .select(['followUp.issueId', 'followUp.itemId', 'followUp.text', 'followUp.settled', 'followUp.at', 'personDetail.name as person'])
    .where('issue.briefingId', '=', briefingId)
    .orderBy('followUp.at')
    .orderBy('followUp.id')
    .execute();

export type NewFollowUp = {
  id: string;
  issueId: string;
  itemId: string | null;
  text: string;
  settled: boolean;
  personId: string;
  at: string;
};

export const insertFollowUp = (db: Db, followUp: NewFollowUp) => db.insertInto('assessmentFollowUp').values(followUp).execute();
