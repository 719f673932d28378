import type { Db } from '../../../platform/context.ts';
import type { PublicationMode, PublicationSubject } from '../rules/states.ts';

export type NewPublication = {
  id: string;
  planId: string;
  subject: PublicationSubject;
  mode: PublicationMode;
  snapshotId: string | null;
  documentNumber: string | null;
  reason: string;
  personId: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

export const insertPublication = (db: Db, row: NewPublication) => db.insertInto('indicatorPublication').values(row).execute();

const publications = (db: Db, planId: string) =>
  db
    .selectFrom('indicatorPublication')
    .leftJoin('personDetail', 'personDetail.personId', 'indicatorPublication.personId')
    .leftJoin('indicatorSnapshot', 'indicatorSnapshot.id', 'indicatorPublication.snapshotId')
    .selectAll('indicatorPublication')
    .select(['personDetail.name as person', 'indicatorSnapshot.title as snapshotTitle', 'indicatorSnapshot.asOf as snapshotAsOf'])
    .where('indicatorPublication.planId', '=', planId);

export const listPublications = (db: Db, planId: string) =>
  publications(db, planId).orderBy('indicatorPublication.sequence', 'desc').limit(500).execute();

/** The decision in force on a subject. */
export const findPublication = (db: Db, planId: string, subject: PublicationSubject) =>
  publications(db, planId)
    .where('indicatorPublication.subject', '=', subject)
    .orderBy('indicatorPublication.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
