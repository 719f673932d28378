import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

type View = {
  certificateNumber: string;
  kind: string;
  digest: string;
  sizeBytes: number;
  keyId: string;
  at: string;
  /** The electronic seal on it, as JSON. */
  seal: string | null;
};

export const findView = (db: Db, number: string, kind: string) =>
  db.selectFrom('certificateView').selectAll().where('certificateNumber', '=', number).where('kind', '=', kind).executeTakeFirst();

/** The view that stands afterwards: of two who made it at once the first. */
export async function keepView(db: Db, view: View) {
  const kept = await db
    .insertInto('certificateView')
    .values(view)
    .onConflict((conflict) => conflict.constraint('certificate_view_once').doNothing())
    .returning('digest')
    .executeTakeFirst();
  return kept ?? findView(db, view.certificateNumber, view.kind);
}

/** Certificates of format 3 that lack a view, the oldest first. */
export const listWithout = (db: Db, kind: string, limit: number) =>
  db
    .selectFrom('certificate')
    .select('number')
    .where('format', '=', 3)
    .where(
      sql<boolean>`not exists (select from certificate_view view where view.certificate_number = certificate.number and view.kind = ${kind})`,
    )
    .orderBy('issuedAt')
    .limit(limit)
    .execute();

type Form = {
  id: string;
  instituteId: string;
  address: string | null;
  phone: string | null;
  offsetX: string;
  offsetY: string;
  personId: string;
  at: string;
};
export const insertForm = (db: Db, form: Form) => db.insertInto('certificateForm').values(form).execute();

export const findForm = (db: Db, instituteId: string) =>
  db
    .selectFrom('certificateForm')
    .selectAll()
    .where('instituteId', '=', instituteId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

type NewBundle = { id: string; personId: string; organizationId: string; kind: string; numbers: string[]; state: string; at: string };
export const insertBundle = (db: Db, bundle: NewBundle) => db.insertInto('certificateBundle').values(bundle).execute();

export type BundleRow = NonNullable<Awaited<ReturnType<typeof lockBundle>>>;
export const lockBundle = (db: Db, id: string) =>
  db.selectFrom('certificateBundle').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findBundle = (db: Db, personId: string, id: string) =>
  db.selectFrom('certificateBundle').selectAll().where('id', '=', id).where('personId', '=', personId).executeTakeFirst();

export const listBundles = (db: Db, personId: string) =>
  db
    .selectFrom('certificateBundle')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();

export const updateBundle = (db: Db, id: string, change: { done?: number; state?: string; digest?: string; problem?: string | null }) =>
  db.updateTable('certificateBundle').set(change).where('id', '=', id).execute();
