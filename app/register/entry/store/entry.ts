import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Content } from '../rules/kind.ts';
import type { EntryKind } from '../rules/kinds.ts';
import type { Status } from '../rules/life-cycle.ts';

/** A version as the service writes it. */
export type NewVersion = {
  entryId: string;
  version: number;
  recordedAt: string;
  action: string;
  personId: string;
  reason: string | null;
  status: Status;
  kind: EntryKind;
  subjectKey: string;
  organizationId: string;
  content: Content;
  countsFrom: string | null;
  countsTo: string | null;
  opening: boolean;
  files: readonly string[];
  submittedBy: string;
  reviewedBy: string | null;
  acceptedBy: string | null;
};

const toRow = ({ content, files, ...version }: NewVersion) => ({
  ...version,
  level: content.level,
  region: content.region,
  title: content.title,
  documentNumber: content.documentNumber,
  issuer: content.issuer,
  since: content.since,
  until: content.until,
  payload: JSON.stringify(content.payload),
  phases: JSON.stringify(content.phases),
  files: [...files],
});

export type NewEntry = {
  id: string;
  kind: EntryKind;
  submittedBy: string;
  submittedAt: string;
  stockId: string | null;
  demonstration: boolean;
};

/** Rows of a workbook go in by the thousand: chunks stay below the protocol's 65,535 parameters. */
const chunk = 1000;

export async function insertEntries(db: Db, entries: readonly NewEntry[], versions: readonly NewVersion[]): Promise<void> {
  for (let from = 0; from < entries.length; from += chunk) {
    await db
      .insertInto('entry')
      .values(entries.slice(from, from + chunk))
      .execute();
    await db
      .insertInto('entryVersion')
      .values(versions.slice(from, from + chunk).map(toRow))
      .execute();
  }
}

/** The version that held is closed and the next one takes its place, at the same instant. */
export async function saveVersion(db: Db, version: NewVersion): Promise<void> {
  await db
    .updateTable('entryVersion')
    .set({ supersededAt: version.recordedAt })
    .where('entryId', '=', version.entryId)
    .where('supersededAt', 'is', null)
    .execute();
  await db.insertInto('entryVersion').values(toRow(version)).execute();
}

const columns = [
  'v.entryId',
  'v.version',
  'v.recordedAt',
  'v.supersededAt',
  'v.action',
  'v.personId',
  'v.reason',
  'v.status',
  'v.kind',
  'v.level',
  'v.subjectKey',
  'v.region',
  'v.organizationId',
  'v.title',
  'v.documentNumber',
  'v.issuer',
  'v.since',
  'v.until',
  'v.payload',
  'v.phases',
  'v.countsFrom',
  'v.countsTo',
  'v.opening',
  'v.files',
  'v.submittedBy',
  'v.reviewedBy',
  'v.acceptedBy',
] as const;

/** An entry with one of its versions; the names of organization and submitter beside it. */
export const entries = (db: Db) =>
  db
    .selectFrom('entryVersion as v')
    .innerJoin('entry as e', 'e.id', 'v.entryId')
    .innerJoin('organization as o', 'o.id', 'v.organizationId')
    .select(columns)
    .select(['e.id', 'e.stockId', 'e.demonstration', 'e.submittedAt', 'o.name as organizationName']);

export type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

export const findEntry = (db: Db, id: string) =>
  entries(db).where('v.entryId', '=', id).where('v.supersededAt', 'is', null).executeTakeFirst();

/** One decision on an entry at a time. */
export const lockEntry = (db: Db, id: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`entry:${id}`}, 0))`.execute(db);

/** One acceptance of a kind at a time, so that two of the same thing cannot both find nothing. */
export const lockKind = (db: Db, kind: EntryKind) => sql`select pg_advisory_xact_lock(hashtextextended(${`entry:${kind}`}, 0))`.execute(db);

export const listVersions = (db: Db, id: string) =>
  db
    .selectFrom('entryVersion as v')
    .leftJoin('personDetail as p', 'p.personId', 'v.personId')
    .select(columns)
    .select('p.name as personName')
    .where('v.entryId', '=', id)
    .orderBy('v.version')
    .execute();

/** Live records of the same thing, the entry itself left out. */
export const listSameSubject = (db: Db, kind: EntryKind, subjectKey: string, except: string) =>
  entries(db)
    .where('v.supersededAt', 'is', null)
    .where('v.kind', '=', kind)
    .where('v.subjectKey', '=', subjectKey)
    .where('v.entryId', '!=', except)
    .where('v.status', 'in', ['submitted', 'reviewed', 'returned', 'accepted'])
    .orderBy('e.submittedAt')
    .limit(20)
    .execute();

/** Accepted records of the same thing: not cut to a number, one of them may refuse the next. */
export const listAcceptedSubject = (db: Db, kind: EntryKind, subjectKey: string, except: string) =>
  db
    .selectFrom('entryVersion')
    .select(['entryId', 'subjectKey', 'level', 'title', 'documentNumber', 'since', 'until'])
    .where('supersededAt', 'is', null)
    .where('kind', '=', kind)
    .where('subjectKey', '=', subjectKey)
    .where('entryId', '!=', except)
    .where('status', '=', 'accepted')
    .execute();

/** What is known of a kind, to compare a whole workbook with. */
export const listKnown = (db: Db, kind: EntryKind) =>
  db
    .selectFrom('entryVersion')
    .select(['entryId', 'subjectKey', 'level', 'documentNumber', 'since', 'until', 'status'])
    .where('supersededAt', 'is', null)
    .where('kind', '=', kind)
    .where('status', 'in', ['submitted', 'reviewed', 'returned', 'accepted'])
    .execute();

export const listNames = (db: Db, personIds: readonly string[]) =>
  db
    .selectFrom('personDetail')
    .select(['personId', 'name'])
    .where('personId', 'in', [...personIds])
    .execute();

/** The registered unit of a credit code. */
export const findUnit = (db: Db, creditCode: string) =>
  db.selectFrom('organization').select(['id', 'name']).where('creditCode', '=', creditCode).executeTakeFirst();

export const getSecret = async (db: Db): Promise<string> =>
  (await db.selectFrom('entrySecret').select('key').executeTakeFirstOrThrow()).key;
