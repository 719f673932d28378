import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** The latest text of each section. */
export const listSections = (db: Db, measurementStandardId: string) =>
  db
    .selectFrom('measurementStandardReportSection as section')
    .innerJoin('personDetail as person', 'person.personId', 'section.personId')
    .distinctOn('section.section')
    .select(['section.section', 'section.text', 'section.recordedAt', 'person.name as person'])
    .where('section.measurementStandardId', '=', measurementStandardId)
    .orderBy('section.section')
    .orderBy('section.sequence', 'desc')
    .execute();

export const insertSection = (
  db: Db,
  row: { id: string; measurementStandardId: string; section: string; text: string; personId: string; recordedAt: string },
) => db.insertInto('measurementStandardReportSection').values(row).execute();

export const listEvaluations = (db: Db, measurementStandardId: string) =>
  db
    .selectFrom('measurementStandardEvaluation as link')
    .innerJoin('uncertaintyEvaluation as evaluation', 'evaluation.id', 'link.evaluationId')
    .innerJoin('personDetail as person', 'person.personId', 'link.personId')
    .select(['link.id', 'link.evaluationId', 'link.subject', 'link.recordedAt', 'person.name as person', 'evaluation.code'])
    .select(
      sql<number | null>`(select version.number from uncertainty_version version
        where version.evaluation_id = evaluation.id and version.state = 'in-force' order by version.number desc limit 1)`.as('inForce'),
    )
    .where('link.measurementStandardId', '=', measurementStandardId)
    .where('link.endedAt', 'is', null)
    .orderBy('link.recordedAt')
    .execute();

export const findEvaluation = (db: Db, id: string) =>
  db.selectFrom('uncertaintyEvaluation').select('organizationId').where('id', '=', id).executeTakeFirst();

export const insertEvaluation = (
  db: Db,
  row: { id: string; measurementStandardId: string; evaluationId: string; subject: string; personId: string; recordedAt: string },
) => db.insertInto('measurementStandardEvaluation').values(row).execute();

/** False when there is no such link that still holds. */
export async function endEvaluation(
  db: Db,
  measurementStandardId: string,
  id: string,
  end: { endedBy: string; endedAt: string; reason: string },
): Promise<boolean> {
  const ended = await db
    .updateTable('measurementStandardEvaluation')
    .set(end)
    .where('measurementStandardId', '=', measurementStandardId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

export const findCreditCode = (db: Db, organizationId: string) =>
  db.selectFrom('organization').select('creditCode').where('id', '=', organizationId).executeTakeFirst();
