import { sql } from 'kysely';
import { likePart } from '../../../kernel/text.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const handovers = (db: Db) =>
  db
    .selectFrom('comparisonHandover')
    .innerJoin('comparison', 'comparison.id', 'comparisonHandover.comparisonId')
    .innerJoin('organization as sender', 'sender.id', 'comparisonHandover.fromId')
    .innerJoin('organization as receiver', 'receiver.id', 'comparisonHandover.toId')
    .leftJoin('personDetail as sendingPerson', 'sendingPerson.personId', 'comparisonHandover.sentBy')
    .leftJoin('personDetail as receivingPerson', 'receivingPerson.personId', 'comparisonHandover.receivedBy')
    .selectAll('comparisonHandover')
    .select([
      'comparison.title',
      'comparison.organizerId',
      'comparison.pilotId',
      'comparison.state as roundState',
      'sender.name as fromName',
      'receiver.name as toName',
      'sendingPerson.name as sentPerson',
      'receivingPerson.name as receivedPerson',
    ])
    .select(
      sql<boolean>`not exists (select from comparison_handover earlier where earlier.comparison_id = comparison_handover.comparison_id
        and earlier.artefact = comparison_handover.artefact and earlier.position < comparison_handover.position and earlier.received_at is null)`.as(
        'isNext',
      ),
    );

export type HandoverRow = NonNullable<Awaited<ReturnType<typeof findHandover>>>;

/** A laboratory sees its own hand-overs, pilot and organiser the whole route. */
const within = (scope: Scope) =>
  scopeCondition(scope, {
    region: 'comparison.region',
    organization: ['comparisonHandover.fromId', 'comparisonHandover.toId', 'comparison.pilotId', 'comparison.organizerId'],
  });

export const findHandover = (db: Db, scope: Scope, id: string) =>
  handovers(db).where('comparisonHandover.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockHandover = (db: Db, id: string) =>
  db.selectFrom('comparisonHandover').select('position').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const listOfRound = (db: Db, scope: Scope, comparisonId: string) =>
  handovers(db).where('comparisonHandover.comparisonId', '=', comparisonId).where(within(scope)).orderBy('position').execute();

export type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  late?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  after?: string | undefined;
};

const conditions = {
  planned: sql<boolean>`comparison_handover.sent_at is null`,
  sent: sql<boolean>`(comparison_handover.sent_at is not null and comparison_handover.received_at is null)`,
  received: sql<boolean>`comparison_handover.received_at is not null`,
} as const;

/** By planned day: what is to be done stands in the order in which it comes. The cursor is the day and id of the last row. */
export async function listHandovers(db: Db, scope: Scope, filter: Filter, today: string) {
  let query = handovers(db).where(within(scope)).where('comparison.state', '<>', 'cancelled');
  if (filter.state !== undefined) query = query.where(conditions[filter.state as keyof typeof conditions]);
  const isLate = sql<boolean>`(comparison_handover.received_at is null and comparison_handover.planned_on < ${today}::date)`;
  if (filter.late !== undefined) query = query.where(filter.late === 'true' ? isLate : sql<boolean>`not ${isLate}`);
  if (filter.from !== undefined) query = query.where('plannedOn', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('plannedOn', '<=', filter.to);
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(
      sql<boolean>`(comparison.title ilike ${like} or comparison_handover.artefact ilike ${like} or sender.name ilike ${like} or receiver.name ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('comparisonHandover.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const [, day, id] = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(filter.after ?? '') ?? [];
  if (day !== undefined && id !== undefined)
    query = query.where(sql<boolean>`(comparison_handover.planned_on, comparison_handover.id) > (${day}::date, ${id}::uuid)`);
  const rows = await query
    .orderBy('plannedOn')
    .orderBy('comparisonHandover.id')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const signHandover = (
  db: Db,
  id: string,
  signed:
    | { sentAt: string; sentBy: string; sentCondition: string }
    | { receivedAt: string; receivedBy: string; arrival: string; arrivalNote: string; temperature: string | null; humidity: string | null },
) => db.updateTable('comparisonHandover').set(signed).where('id', '=', id).execute();
