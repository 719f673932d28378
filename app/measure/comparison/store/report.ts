import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

export const insertEvaluation = (
  db: Db,
  evaluation: {
    id: string;
    comparisonId: string;
    number: number;
    exclusions: readonly object[];
    outcome: object;
    note: string;
    personId: string;
    at: string;
  },
) =>
  db
    .insertInto('comparisonEvaluation')
    .values({ ...evaluation, exclusions: JSON.stringify(evaluation.exclusions), outcome: JSON.stringify(evaluation.outcome) })
    .execute();

export const insertVerdicts = (db: Db, verdicts: readonly { memberId: string; evaluationId: string; result: string }[]) =>
  db
    .insertInto('comparisonVerdict')
    .values([...verdicts])
    .execute();

/** The last evaluation, which holds. */
export const findEvaluation = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonEvaluation')
    .innerJoin('personDetail', 'personDetail.personId', 'comparisonEvaluation.personId')
    .selectAll('comparisonEvaluation')
    .select('personDetail.name as person')
    .where('comparisonId', '=', comparisonId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listComments = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonComment')
    .innerJoin('comparisonMember', 'comparisonMember.id', 'comparisonComment.memberId')
    .selectAll('comparisonComment')
    .select(['comparisonMember.code', 'comparisonMember.organizationId'])
    .where('comparisonComment.comparisonId', '=', comparisonId)
    .orderBy('comparisonComment.at')
    .limit(1000)
    .execute();

export const findComment = (db: Db, id: string) =>
  db.selectFrom('comparisonComment').select(['id', 'comparisonId', 'memberId', 'answer']).where('id', '=', id).executeTakeFirst();

/** False when the laboratory has said already that it agrees. */
export async function insertComment(
  db: Db,
  comment: { id: string; comparisonId: string; memberId: string; kind: string; text: string; personId: string; at: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('comparisonComment')
    .values(comment)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const answerComment = (db: Db, id: string, answer: { answer: string; answeredBy: string; answeredAt: string }) =>
  db.updateTable('comparisonComment').set(answer).where('id', '=', id).where('answer', 'is', null).returning('id').executeTakeFirst();

const corrections = (db: Db) =>
  db
    .selectFrom('comparisonCorrection')
    .innerJoin('comparisonMember', 'comparisonMember.id', 'comparisonCorrection.memberId')
    .innerJoin('organization', 'organization.id', 'comparisonMember.organizationId')
    .selectAll('comparisonCorrection')
    .select(['comparisonMember.code', 'comparisonMember.organizationId', 'organization.name as organizationName']);

export const listCorrections = (db: Db, comparisonId: string) =>
  corrections(db).where('comparisonCorrection.comparisonId', '=', comparisonId).orderBy('comparisonCorrection.at').execute();
export const findCorrection = (db: Db, id: string) => corrections(db).where('comparisonCorrection.id', '=', id).executeTakeFirst();
export const lockCorrection = (db: Db, id: string) =>
  db.selectFrom('comparisonCorrection').select('state').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

/** False when corrective action is demanded of this laboratory already. */
export async function insertCorrection(
  db: Db,
  correction: { id: string; comparisonId: string; memberId: string; demand: string; dueOn: string; personId: string; at: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('comparisonCorrection')
    .values({ ...correction, state: 'demanded', files: [] })
    .onConflict((conflict) => conflict.constraint('comparison_correction_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

type CorrectionChange =
  | { state: 'submitted'; cause: string; action: string; evidence: string; files: string[]; submittedAt: string; submittedBy: string }
  | { state: 'closed' | 'returned'; decisionReason: string; decidedAt: string; decidedBy: string };
export const changeCorrection = (db: Db, id: string, change: CorrectionChange) =>
  db.updateTable('comparisonCorrection').set(change).where('id', '=', id).execute();

export type StandingFilter = {
  q?: string | undefined;
  institute?: string | undefined;
  missing?: string | undefined;
  open?: string | undefined;
  limit: number;
  after?: string | undefined;
};

/**
 * Each laboratory in each round whose results are opened. What a round says of it is shown to the organiser, to itself and where names are
 * published; that a laboratory gave nothing hides no result and is shown to the authorities.
 */
const standings = (db: Db, organizationId: string, now: string) =>
  db
    .selectFrom('comparisonMember')
    .innerJoin('comparison', 'comparison.id', 'comparisonMember.comparisonId')
    .innerJoin('organization', 'organization.id', 'comparisonMember.organizationId')
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('comparisonVerdict')
          .innerJoin('comparisonEvaluation', 'comparisonEvaluation.id', 'comparisonVerdict.evaluationId')
          .whereRef('comparisonVerdict.memberId', '=', 'comparisonMember.id')
          .orderBy('comparisonEvaluation.number', 'desc')
          .limit(1)
          .select('comparisonVerdict.result')
          .as('judged'),
      (join) => join.onTrue(),
    )
    .leftJoin('comparisonCorrection', 'comparisonCorrection.memberId', 'comparisonMember.id')
    .select([
      'comparisonMember.id',
      'comparisonMember.duty',
      'comparisonMember.organizationId',
      'organization.name as organizationName',
      'comparison.id as comparisonId',
      'comparison.title',
      'comparisonCorrection.state as correction',
    ])
    .select([
      sql<string | null>`case when comparison.organizer_id = ${organizationId} or comparison_member.organization_id = ${organizationId}
        or comparison.names_published_at is not null or judged.result in ('missed', 'unrevealed') then judged.result end`.as('result'),
      isMissing.as('isMissing'),
      sql<string>`coalesce(comparison.revealed_at, comparison.reveal_until)`.as('openedAt'),
    ])
    .where('comparisonMember.state', '=', 'confirmed')
    .where('comparison.state', 'in', ['under-way', 'commenting', 'final', 'closed'])
    .where(sql<boolean>`(comparison.revealed_at is not null or comparison.reveal_until <= ${now})`);

const isMissing = sql<boolean>`(comparison_member.duty = 'mandatory' and not exists (
  select from comparison_reveal reveal where reveal.member_id = comparison_member.id and reveal.matches))`;

const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'organization.region', organization: ['comparisonMember.organizationId', 'comparison.organizerId'] });

export async function listStandings(db: Db, scope: Scope, organizationId: string, filter: StandingFilter, now: string) {
  let query = standings(db, organizationId, now).where(within(scope));
  if (filter.institute !== undefined) query = query.where('comparisonMember.organizationId', '=', filter.institute);
  if (filter.missing !== undefined) query = query.where(filter.missing === 'true' ? isMissing : sql<boolean>`not ${isMissing}`);
  if (filter.open !== undefined) {
    const open = sql<boolean>`coalesce(comparison_correction.state <> 'closed', false)`;
    query = query.where(filter.open === 'true' ? open : sql<boolean>`not ${open}`);
  }
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(sql<boolean>`(organization.name ilike ${like} or comparison.title ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('comparisonMember.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(
      sql<boolean>`(coalesce(comparison.revealed_at, comparison.reveal_until), comparison_member.id) < (${cursor.at}, ${cursor.id})`,
    );
  const rows = await query
    .orderBy(sql`coalesce(comparison.revealed_at, comparison.reveal_until)`, 'desc')
    .orderBy('comparisonMember.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}
