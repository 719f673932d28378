import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type RecordToInsert = {
  id: string;
  recordNumber: string;
  sessionId: string | null;
  itemId: string | null;
  instrumentId: string;
  instituteId: string;
  region: string;
  edition: string;
  kind: string;
  networkCheck: string;
  technicianId: string;
  assignedBy: string;
  begunAt: string;
  readings: unknown;
  demonstration: boolean;
  purpose: string;
  commission: string | null;
  calibratedAt: string | null;
  intervalMonths: number | null;
};

/** False when the instrument is taken up already. */
export async function insertRecord(db: Db, { readings, ...rest }: RecordToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('verification')
    .values({ ...rest, readings: JSON.stringify(readings), status: 'drafted' })
    .onConflict((conflict) => conflict.constraint('verification_item_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export type DraftToSave = {
  version: number;
  sessionId: string | null;
  testedOn: string | null;
  environment: unknown;
  readings: unknown;
  standards: unknown;
  remarks: string | null;
  seals: unknown;
  photos: unknown;
  secondPersonId: string | null;
};

export const saveDraft = (db: Db, id: string, draft: DraftToSave) =>
  db
    .updateTable('verification')
    .set({
      ...draft,
      environment: JSON.stringify(draft.environment),
      readings: JSON.stringify(draft.readings),
      standards: draft.standards === null ? null : JSON.stringify(draft.standards),
      seals: JSON.stringify(draft.seals),
      photos: JSON.stringify(draft.photos),
    })
    .where('id', '=', id)
    .execute();

type Turned = { edition: string; networkCheck: string; readings: unknown; photos: unknown; standards: unknown; version: number };

export const turnToEdition = (db: Db, id: string, { readings, photos, standards, ...rest }: Turned) =>
  db
    .updateTable('verification')
    .set({
      ...rest,
      readings: JSON.stringify(readings),
      photos: JSON.stringify(photos),
      standards: standards === null ? null : JSON.stringify(standards),
    })
    .where('id', '=', id)
    .execute();

export type SubmissionToSave = {
  testedOn: string;
  environment: unknown;
  standards: unknown;
  standardsUsed: unknown;
  adoptedLimits: unknown;
  nameplate: unknown;
  result: unknown;
  resultDigest: string;
  conclusion: string | null;
  submittedAt: string;
};

export const saveSubmission = (db: Db, id: string, submission: SubmissionToSave) =>
  db
    .updateTable('verification')
    .set({
      ...submission,
      environment: JSON.stringify(submission.environment),
      standards: JSON.stringify(submission.standards),
      standardsUsed: JSON.stringify(submission.standardsUsed),
      adoptedLimits: JSON.stringify(submission.adoptedLimits),
      nameplate: JSON.stringify(submission.nameplate),
      result: JSON.stringify(submission.result),
      status: 'submitted',
      returnReason: null,
      checkerId: null,
      checkedAt: null,
    })
    .where('id', '=', id)
    .execute();

type Step =
  | { status: 'checked'; checkerId: string; checkedAt: string }
  | { status: 'returned'; returnReason: string }
  | { status: 'approved'; approverId: string; approvedAt: string };

export const saveStep = (db: Db, id: string, step: Step) => db.updateTable('verification').set(step).where('id', '=', id).execute();

export const setCertificateNumber = (db: Db, id: string, certificateNumber: string) =>
  db.updateTable('verification').set({ certificateNumber }).where('id', '=', id).execute();

/** The first number stays: it may stand on a sticker already. An approved record has its document. */
export const setReservedNumber = (db: Db, id: string, number: string) =>
  db
    .updateTable('verification')
    .set({ reservedCertificateNumber: number })
    .where('id', '=', id)
    .where('reservedCertificateNumber', 'is', null)
    .where('status', '<>', 'approved')
    .execute();

export async function insertNetworkCheck(
  db: Db,
  check: { verificationId: string; number: string; checkedOn: string; personId: string; at: string },
): Promise<void> {
  await db.insertInto('verificationNetworkCheck').values(check).execute();
  await db.updateTable('verification').set({ networkCheck: 'done' }).where('id', '=', check.verificationId).execute();
}

/** Another submitted record of the institute in which this sticker or seal was applied. */
export async function findSealedRecord(
  db: Db,
  instituteId: string,
  seal: { readonly kind: string; readonly number: string },
  except: string,
): Promise<string | undefined> {
  const wanted = JSON.stringify([{ kind: seal.kind, action: 'applied', number: seal.number }]);
  const row = await db
    .selectFrom('verification')
    .select(['recordNumber', 'id'])
    .where('instituteId', '=', instituteId)
    .where('id', '<>', except)
    .where('status', '<>', 'drafted')
    .where(sql<boolean>`seals <> '[]' and seals @> ${wanted}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.recordNumber ?? row.id);
}

/** Adds a submission after the earlier ones of the record and answers its place among them. */
export async function insertSubmission(
  db: Db,
  submission: { verificationId: string; record: string; digest: string; personId: string; at: string },
): Promise<number> {
  const { sequence } = await db
    .insertInto('verificationSubmission')
    .values({
      ...submission,
      sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from verification_submission where verification_id = ${submission.verificationId})`,
    })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}

export const listSubmissions = (db: Db, verificationId: string) =>
  db
    .selectFrom('verificationSubmission')
    .select(['sequence', 'record', 'digest', 'at'])
    .where('verificationId', '=', verificationId)
    .orderBy('sequence', 'desc')
    .execute();

export const findLatestSubmission = (db: Db, verificationId: string) =>
  db
    .selectFrom('verificationSubmission')
    .select(['sequence', 'record', 'digest', 'at'])
    .where('verificationId', '=', verificationId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
