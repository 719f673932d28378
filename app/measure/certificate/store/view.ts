import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CertificateRow } from './certificate.ts';

type View = {
  certificateNumber: string;
  kind: string;
  digest: string;
  /** The text of a label, which is short; null: the content lies among the files under its digest. */
  content: string | null;
  sizeBytes: number;
  keyId: string;
  at: string;
  /** The electronic seal on it, as JSON. */
  seal: string | null;
};

export const findView = (db: Db, number: string, kind: string) =>
  db.selectFrom('certificateView').selectAll().where('certificateNumber', '=', number).where('kind', '=', kind).executeTakeFirst();

const standing = ['certificateNumber', 'kind', 'digest', 'content'] as const;
export type Standing = Pick<View, (typeof standing)[number]>;

/** The views of documents that there are. */
export const listViews = (db: Db, numbers: readonly string[]) =>
  db
    .selectFrom('certificateView')
    .select(standing)
    .where(sql<boolean>`certificate_number = any(${[...numbers]}::text[])`)
    .execute();

/** The views that stand afterwards: of two who made one at once the first. */
export async function keepViews(db: Db, views: readonly View[]): Promise<Standing[]> {
  if (views.length === 0) return [];
  const kept = await db
    .insertInto('certificateView')
    .values([...views])
    .onConflict((conflict) => conflict.constraint('certificate_view_once').doNothing())
    .returning(standing)
    .execute();
  if (kept.length === views.length) return kept;
  // Whoever was first has committed: this statement would have waited for him.
  return listViews(db, [...new Set(views.map(({ certificateNumber }) => certificateNumber))]);
}

type Missing = { readonly limit: number; readonly aside: readonly string[]; readonly since: string | null };

/** What is printed of a document. */
export const printable = ['number', 'instituteId', 'format', 'issuedAt', 'digest', 'record', 'checkCode', 'demonstration'] as const;
export type Printable = Pick<CertificateRow, (typeof printable)[number]>;

/** Certificates of format 3 that lack a view, issued since an instant, the oldest first, those of some institutes left aside. */
export const listWithout = (db: Db, kind: string, { limit, aside, since }: Missing) =>
  db
    .selectFrom('certificate')
    .select(printable)
    .where('format', '=', 3)
    .where(sql<boolean>`institute_id <> all(${[...aside]}::uuid[])`)
    .$if(since !== null, (query) => query.where('issuedAt', '>=', since ?? ''))
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
