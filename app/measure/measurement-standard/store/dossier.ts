import { sql } from 'kysely';
import { likePart } from '../../../kernel/text.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion, scopeCondition } from '../../../platform/scope-condition.ts';

const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'measurementStandard.region', organization: 'measurementStandard.instituteId' });

const dossiers = (db: Db) =>
  db
    .selectFrom('measurementStandard')
    .innerJoin('organization', 'organization.id', 'measurementStandard.instituteId')
    .selectAll('measurementStandard')
    .select('organization.name as instituteName');

export type DossierRow = NonNullable<Awaited<ReturnType<typeof findDossier>>>;

export const findDossier = (db: Db, scope: Scope, id: string) =>
  dossiers(db).where('measurementStandard.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockDossier = (db: Db, id: string) =>
  db.selectFrom('measurementStandard').select('version').where('id', '=', id).forUpdate().executeTakeFirst();

/** The keys of a row: no two imports or certificates decide on one number at once. */
export const lockNumbers = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('measurement_standard_certificate'))`.execute(db);
};

export type DossierFilter = {
  q?: string | undefined;
  kind?: string | undefined;
  institute?: string | undefined;
  region?: string | undefined;
  regulation?: string | undefined;
  ids?: readonly string[] | undefined;
};

export function listDossiers(db: Db, scope: Scope, filter: DossierFilter) {
  let query = dossiers(db).where(within(scope));
  if (filter.ids !== undefined) query = query.where('measurementStandard.id', 'in', filter.ids.length === 0 ? [nobody] : [...filter.ids]);
  if (filter.kind !== undefined) query = query.where('measurementStandard.kind', '=', filter.kind);
  if (filter.institute !== undefined) query = query.where('measurementStandard.instituteId', '=', filter.institute);
  if (filter.region !== undefined) query = query.where(inRegion('measurementStandard.region', filter.region));
  if (filter.regulation !== undefined)
    query = query.where(sql<boolean>`exists (select from measurement_standard_procedure p
      where p.measurement_standard_id = measurement_standard.id and p.until is null and p.regulation = ${filter.regulation})`);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const like = likePart(filter.q.trim());
    query = query.where(sql<boolean>`(measurement_standard.name ilike ${like} or measurement_standard.code ilike ${like}
      or organization.name ilike ${like}
      or exists (select from measurement_standard_name n where n.measurement_standard_id = measurement_standard.id and n.name ilike ${like})
      or exists (select from measurement_standard_certificate c where c.measurement_standard_id = measurement_standard.id and c.number ilike ${like}))`);
  }
  return query.orderBy('measurementStandard.recordedAt', 'desc').orderBy('measurementStandard.id', 'desc').execute();
}

const nobody = '00000000-0000-4000-8000-000000000000';
const some = (ids: readonly string[]): string[] => (ids.length === 0 ? [nobody] : [...ids]);

export const listStates = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardState')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardState.personId')
    .selectAll('measurementStandardState')
    .select('personDetail.name as person')
    .where('measurementStandardId', 'in', some(ids))
    .orderBy('since')
    .orderBy('sequence')
    .execute();

/** Certificates that hold, and with `all` those that a correction replaced. */
export function listCertificates(db: Db, ids: readonly string[], all = false) {
  const query = db
    .selectFrom('measurementStandardCertificate')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardCertificate.personId')
    .selectAll('measurementStandardCertificate')
    .select('personDetail.name as recordedBy')
    .where('measurementStandardId', 'in', some(ids))
    .orderBy('validFrom')
    .orderBy('measurementStandardCertificate.recordedAt');
  return (all ? query : query.where('supersededAt', 'is', null)).execute();
}

export const listFormerNames = (db: Db, ids: readonly string[]) =>
  db.selectFrom('measurementStandardName').selectAll().where('measurementStandardId', 'in', some(ids)).orderBy('at', 'desc').execute();

export const listPresentRegulations = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardProcedure')
    .select(['measurementStandardId', 'regulation'])
    .distinct()
    .where('measurementStandardId', 'in', some(ids))
    .where('until', 'is', null)
    .orderBy('regulation')
    .execute();

/** The latest application of each, whatever became of it. */
export const listLatestApplications = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardApplication')
    .distinctOn('measurementStandardId')
    .select(['id', 'measurementStandardId', 'kind', 'state', 'appliedOn'])
    .where('measurementStandardId', 'in', some(ids))
    .orderBy('measurementStandardId')
    .orderBy('recordedAt', 'desc')
    .execute();

export const insertDossier = (
  db: Db,
  row: {
    id: string;
    instituteId: string;
    region: string;
    kind: string;
    level: string | null;
    top: boolean | null;
    name: string;
    code: string | null;
    quantity: string;
    place: string | null;
    entryId: string | null;
    demonstration: boolean;
    recordedAt: string;
  },
) => db.insertInto('measurementStandard').values(row).execute();

export const changeDossier = (
  db: Db,
  id: string,
  change: {
    level: string | null;
    top: boolean | null;
    name: string;
    code: string | null;
    quantity: string;
    place: string | null;
    version: number;
  },
) => db.updateTable('measurementStandard').set(change).where('id', '=', id).execute();

export const insertFormerName = (
  db: Db,
  row: { id: string; measurementStandardId: string; name: string; lastDay: string; personId: string; at: string },
) => db.insertInto('measurementStandardName').values(row).execute();

export const insertState = (
  db: Db,
  row: {
    id: string;
    measurementStandardId: string;
    state: string;
    since: string;
    documentNumber: string | null;
    reason: string | null;
    personId: string;
    at: string;
  },
) => db.insertInto('measurementStandardState').values(row).execute();

export const insertSuccessor = (
  db: Db,
  row: { measurementStandardId: string; successorId: string; since: string; reason: string; personId: string; at: string },
) => db.insertInto('measurementStandardSuccessor').values(row).execute();

/** What a dossier continues in, and what it continues. */
export const listSuccessions = (db: Db, id: string) =>
  db
    .selectFrom('measurementStandardSuccessor')
    .innerJoin('measurementStandard as successor', 'successor.id', 'measurementStandardSuccessor.successorId')
    .innerJoin('measurementStandard as predecessor', 'predecessor.id', 'measurementStandardSuccessor.measurementStandardId')
    .select([
      'predecessor.id as predecessorId',
      'predecessor.name as predecessorName',
      'successor.id as successorId',
      'successor.name as successorName',
      'measurementStandardSuccessor.since',
    ])
    .where((where) => where.or([where('measurementStandardId', '=', id), where('successorId', '=', id)]))
    .execute();

export async function findKeeper(db: Db, organizationId: string) {
  const row = await db
    .selectFrom('organization')
    .select(['id', 'name', 'kind', 'region'])
    .where('id', '=', organizationId)
    .executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind) ? row : undefined;
}
