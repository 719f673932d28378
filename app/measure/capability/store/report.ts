import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CellState, ReportStatus } from '../rules/life-cycle.ts';

export type NewReport = {
  id: string;
  planId: string;
  region: string;
  item: string;
  state: CellState;
  since: string;
  bodyId: string | null;
  documentNumber: string | null;
  files: string[];
  reason: string;
  reportedBy: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

export const insertReport = (db: Db, row: NewReport) => db.insertInto('capabilityCell').values(row).execute();

/** Changes of one cell come one after the other. */
export const lockCell = (db: Db, plan: string, region: string, item: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`capability ${plan} ${region} ${item}`}, 0))`.execute(db);

const reports = (db: Db) =>
  db
    .selectFrom('capabilityCell as cell')
    .innerJoin('capabilityItem as listed', (join) => join.onRef('listed.planId', '=', 'cell.planId').onRef('listed.item', '=', 'cell.item'))
    .innerJoin('capabilityRegion as place', (join) =>
      join.onRef('place.planId', '=', 'cell.planId').onRef('place.list', '=', 'listed.list').onRef('place.region', '=', 'cell.region'),
    )
    .innerJoin('organization', 'organization.id', 'cell.organizationId')
    .leftJoin('organization as body', 'body.id', 'cell.bodyId')
    .leftJoin('personDetail as reporter', 'reporter.personId', 'cell.reportedBy')
    .leftJoin('capabilityDecision as decision', 'decision.cellId', 'cell.id')
    .leftJoin('personDetail as decider', 'decider.personId', 'decision.personId')
    .select([
      'cell.id',
      'cell.planId',
      'listed.list',
      'cell.region',
      'place.name as regionName',
      'place.nameEn as regionNameEn',
      'cell.item',
      'listed.mark',
      'listed.name as itemName',
      'listed.nameEn as itemNameEn',
      'cell.state',
      'cell.since',
      'cell.bodyId',
      'body.name as bodyName',
      'cell.documentNumber',
      'cell.files',
      'cell.reason',
      'cell.reportedBy as reporterId',
      'reporter.name as reportedBy',
      'organization.name as organization',
      'cell.recordedAt',
      'cell.demonstration',
      'decision.verdict',
      'decider.name as decidedBy',
      'decision.decidedAt',
      'decision.reason as decisionReason',
    ]);

export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

export const findReport = (db: Db, id: string) => reports(db).where('cell.id', '=', id).executeTakeFirst();

/** The history of a cell, the last day first. */
export const listHistory = (db: Db, plan: string, region: string, item: string) =>
  reports(db)
    .where('cell.planId', '=', plan)
    .where('cell.region', '=', region)
    .where('cell.item', '=', item)
    .orderBy('cell.since', 'desc')
    .orderBy('cell.recordedAt', 'desc')
    .execute();

export type ReportFilter = {
  q?: string | undefined;
  status?: ReportStatus | undefined;
  region?: string | undefined;
  list?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listReports(db: Db, filter: ReportFilter) {
  let query = reports(db);
  if (filter.status !== undefined) {
    query =
      filter.status === 'reported' ? query.where('decision.verdict', 'is', null) : query.where('decision.verdict', '=', filter.status);
  }
  if (filter.region !== undefined) query = query.where('cell.region', '=', filter.region);
  if (filter.list !== undefined) query = query.where('listed.list', '=', filter.list);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(listed.name like ${like} or place.name like ${like} or coalesce(cell.document_number, '') like ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [at = '', id = ''] = filter.after.split(' ');
    query = query.where(sql<boolean>`(cell.recorded_at, cell.id::text) < (${at}::timestamptz, ${id})`);
  }
  const rows = await query
    .orderBy('cell.recordedAt', 'desc')
    .orderBy(sql`cell.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const insertDecision = (
  db: Db,
  row: { cellId: string; verdict: 'accepted' | 'rejected'; reason: string; personId: string; decidedAt: string },
) => db.insertInto('capabilityDecision').values(row).execute();

/** The states accepted for a cell before a day, and the day of the last accepted change. */
export async function lastAccepted(db: Db, plan: string, region: string, item: string) {
  return db
    .selectFrom('capabilityCell as cell')
    .innerJoin('capabilityDecision as decision', 'decision.cellId', 'cell.id')
    .select(['cell.since', 'cell.state'])
    .where('cell.planId', '=', plan)
    .where('cell.region', '=', region)
    .where('cell.item', '=', item)
    .where('decision.verdict', '=', 'accepted')
    .orderBy('cell.since', 'desc')
    .limit(1)
    .executeTakeFirst();
}
