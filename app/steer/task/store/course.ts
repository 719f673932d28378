import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import type { Verdict } from '../rules/states.ts';

export type NewReport = {
  id: string;
  itemId: string;
  doneOn: Day;
  text: string;
  obstacle: string | null;
  finishing: boolean;
  files: string[];
  organizationId: string;
  personId: string;
  at: string;
};

export const insertReport = (db: Db, report: NewReport) => db.insertInto('taskReport').values(report).execute();

export const listReports = (db: Db, itemId: string) =>
  db
    .selectFrom('taskReport as report')
    .innerJoin('personDetail', 'personDetail.personId', 'report.personId')
    .innerJoin('organization', 'organization.id', 'report.organizationId')
    .selectAll('report')
    .select(['personDetail.name as person', 'organization.name as organization'])
    .where('report.itemId', '=', itemId)
    .orderBy('report.at')
    .orderBy('report.id')
    .execute();

/** The report by which an item is reported done and that nobody has reviewed yet. */
export const findFinishingReport = (db: Db, itemId: string) =>
  db
    .selectFrom('taskReport')
    .select(['id', 'personId'])
    .where('itemId', '=', itemId)
    .where('finishing', '=', true)
    .where((it) => it.not(it.exists(it.selectFrom('taskReview').select('id').whereRef('taskReview.reportId', '=', 'taskReport.id'))))
    .executeTakeFirst();

export type NewReview = {
  id: string;
  itemId: string;
  reportId: string;
  verdict: Verdict;
  reason: string | null;
  personId: string;
  at: string;
};

export const insertReview = (db: Db, review: NewReview) => db.insertInto('taskReview').values(review).execute();

export const listReviews = (db: Db, itemId: string) =>
  db
    .selectFrom('taskReview as review')
    .innerJoin('personDetail', 'personDetail.personId', 'review.personId')
    .selectAll('review')
    .select('personDetail.name as person')
    .where('review.itemId', '=', itemId)
    .orderBy('review.at')
    .execute();

export type NewExtension = {
  id: string;
  itemId: string;
  dueBefore: Day;
  dueAsked: Day;
  reason: string;
  files: string[];
  askedBy: string;
  askedAt: string;
};

export const insertExtension = (db: Db, extension: NewExtension) =>
  db
    .insertInto('taskExtension')
    .values({ ...extension, state: 'asked' })
    .execute();

export const listExtensions = (db: Db, itemId: string) =>
  db
    .selectFrom('taskExtension as extension')
    .innerJoin('personDetail as asker', 'asker.personId', 'extension.askedBy')
    .leftJoin('personDetail as decider', 'decider.personId', 'extension.decidedBy')
    .selectAll('extension')
    .select(['asker.name as askedByName', 'decider.name as decidedByName'])
    .where('extension.itemId', '=', itemId)
    .orderBy('extension.askedAt')
    .execute();

export const findExtension = (db: Db, id: string) =>
  db.selectFrom('taskExtension').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type Decision = {
  state: 'granted' | 'refused';
  documentNumber: string | null;
  answer: string | null;
  decidedBy: string;
  decidedAt: string;
};

export const decideExtension = (db: Db, id: string, decision: Decision) =>
  db.updateTable('taskExtension').set(decision).where('id', '=', id).execute();
