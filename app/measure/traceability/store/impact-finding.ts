import { sql, type RawBuilder } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { FindingState } from '../rules/impact.ts';

export type FindingRow = {
  readonly id: string;
  readonly number: string;
  readonly state: FindingState;
  readonly version: number;
  readonly instituteId: string;
  readonly instituteName: string;
  readonly instituteNameEn: string | null;
  readonly region: string;
  readonly standardId: string;
  readonly standardNumber: string;
  readonly standardName: string;
  readonly standardSerial: string;
  readonly standardRange: string;
  readonly standardState: string;
  readonly foundOn: string;
  readonly since: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
  readonly endedByName: string | null;
  readonly endedAt: string | null;
  readonly endedReason: string | null;
  readonly demonstration: boolean;
};

const within = (scope: Scope): RawBuilder<boolean> =>
  scopeCondition(scope, { region: 'finding.region', organization: 'finding.instituteId' });

const findings = (where: RawBuilder<unknown>) => sql<FindingRow>`
  select finding.id, finding.number, finding.state, finding.version, finding.institute_id, organization.name as institute_name,
    organization.name_en as institute_name_en, finding.region,
    finding.standard_id, standard.number as standard_number, standard.name as standard_name, standard.serial as standard_serial,
    standard.range as standard_range, present.state as standard_state, held.found_on, held.since, finding.recorded_by, recorder.name as recorded_by_name,
    finding.recorded_at, ender.name as ended_by_name, finding.ended_at, finding.ended_reason, finding.demonstration
  from traceability_finding finding
  join traceability_finding_version held on held.finding_id = finding.id and held.version = finding.version
  join organization on organization.id = finding.institute_id
  join standard on standard.id = finding.standard_id
  join lateral (select state from standard_state where standard_state.standard_id = standard.id order by since desc, at desc limit 1) present on true
  join person_detail recorder on recorder.person_id = finding.recorded_by
  left join person_detail ender on ender.person_id = finding.ended_by
  where ${where}`;

export async function findFinding(db: Db, scope: Scope, id: string): Promise<FindingRow | undefined> {
  const { rows } = await findings(sql`finding.id = ${id} and ${within(scope)}`).execute(db);
  return rows[0];
}

export const lockFinding = (db: Db, id: string) =>
  db.selectFrom('traceabilityFinding').select(['state', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();

export type FindingFilter = {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly standard?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

export async function listFindings(db: Db, scope: Scope, filter: FindingFilter): Promise<{ rows: FindingRow[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [within(scope)];
  if (filter.state !== undefined) parts.push(sql`finding.state = ${filter.state}`);
  if (filter.standard !== undefined) parts.push(sql`finding.standard_id = ${filter.standard}`);
  if (filter.q !== undefined && filter.q !== '')
    parts.push(sql`(finding.number || ' ' || standard.number || ' ' || standard.name || ' ' || standard.serial) ilike ${`%${filter.q}%`}`);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from traceability_finding finding join standard on standard.id = finding.standard_id
    where ${sql.join(parts, sql` and `)}`.execute(db);
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) parts.push(sql`(finding.recorded_at, finding.id) < (${cursor.at}, ${cursor.id})`);
  const { rows } = await findings(
    sql`${sql.join(parts, sql` and `)} order by finding.recorded_at desc, finding.id desc limit ${filter.limit + 1}`,
  ).execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** The next number of an institute in a year, under a lock that lasts to the end of the transaction. */
export async function nextFinding(db: Db, instituteId: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`traceability_finding ${instituteId} ${year}`}, 0))`.execute(db);
  const row = await db
    .selectFrom('traceabilityFinding')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('instituteId', '=', instituteId)
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export type NewFinding = {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
  readonly instituteId: string;
  readonly region: string;
  readonly standardId: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly demonstration: boolean;
};
export const insertFinding = (db: Db, row: NewFinding) =>
  db
    .insertInto('traceabilityFinding')
    .values({ ...row, state: 'recorded' })
    .execute();

export const setFinding = (
  db: Db,
  id: string,
  set: { state: FindingState; version?: number; endedBy?: string; endedAt?: string; endedReason?: string },
) => db.updateTable('traceabilityFinding').set(set).where('id', '=', id).execute();

export type VersionRow = {
  readonly version: number;
  readonly evidence: string;
  readonly evidenceNumber: string | null;
  readonly foundOn: string;
  readonly since: string;
  readonly lastGood: string | null;
  readonly sinceReason: string | null;
  readonly unit: string;
  readonly errorUnit: string;
  readonly span: string;
  readonly growth: string;
  readonly transfer: string;
  readonly points: unknown;
  readonly words: string;
  readonly files: readonly string[];
  readonly correction: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly at: string;
};

export const listVersions = (db: Db, findingId: string): Promise<VersionRow[]> =>
  db
    .selectFrom('traceabilityFindingVersion')
    .innerJoin('personDetail', 'personDetail.personId', 'traceabilityFindingVersion.personId')
    .selectAll('traceabilityFindingVersion')
    .select('personDetail.name as personName')
    .where('findingId', '=', findingId)
    .orderBy('version', 'desc')
    .execute();

export const insertVersion = (db: Db, { points, files, ...row }: Omit<VersionRow, 'personName'> & { readonly findingId: string }) =>
  db
    .insertInto('traceabilityFindingVersion')
    .values({ ...row, points: JSON.stringify(points), files: [...files] })
    .execute();
