import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

const absences = (db: Db) =>
  db
    .selectFrom('scheduleAbsence')
    .innerJoin('scheduleResource', 'scheduleResource.id', 'scheduleAbsence.resourceId')
    .innerJoin('personDetail as recorder', 'recorder.personId', 'scheduleAbsence.recordedBy')
    .leftJoin('personDetail as member', 'member.personId', 'scheduleResource.memberId')
    .selectAll('scheduleAbsence')
    .select([
      'scheduleResource.instituteId',
      'scheduleResource.kind',
      sql<string>`coalesce(member.name, schedule_resource.name)`.as('resourceName'),
      'recorder.name as recorder',
    ]);

export type AbsenceRow = NonNullable<Awaited<ReturnType<typeof findAbsence>>>;

export const findAbsence = (db: Db, instituteId: string, id: string) =>
  absences(db).where('scheduleAbsence.id', '=', id).where('scheduleResource.instituteId', '=', instituteId).executeTakeFirst();

/** The newest first; those withdrawn too. */
export const listOfResource = (db: Db, resourceId: string) =>
  absences(db).where('scheduleAbsence.resourceId', '=', resourceId).orderBy('scheduleAbsence.fromDay', 'desc').limit(500).execute();

/** What holds in a span of days. */
export const listAway = (db: Db, resourceIds: readonly string[], from: string, to: string) =>
  resourceIds.length === 0
    ? Promise.resolve([])
    : absences(db)
        .where('scheduleAbsence.resourceId', 'in', [...resourceIds])
        .where('scheduleAbsence.endedAt', 'is', null)
        .where('scheduleAbsence.fromDay', '<=', to)
        .where('scheduleAbsence.toDay', '>=', from)
        .orderBy('scheduleAbsence.recordedAt')
        .execute();

export const insertAbsence = (
  db: Db,
  absence: {
    id: string;
    resourceId: string;
    fromDay: string;
    toDay: string;
    cause: string;
    reason: string;
    recordedBy: string;
    recordedAt: string;
  },
) => db.insertInto('scheduleAbsence').values(absence).execute();

/** False when it was withdrawn already. */
export async function endAbsence(db: Db, id: string, by: { endedBy: string; endedAt: string }): Promise<boolean> {
  const ended = await db
    .updateTable('scheduleAbsence')
    .set(by)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}
