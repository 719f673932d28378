import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { EntryRule } from '../rules/counting.ts';
import type { At } from './figures.ts';

export type RecordFilter = {
  q?: string | undefined;
  region?: string | undefined;
  counts?: 'true' | 'false' | undefined;
  limit: number;
  after?: string | undefined;
};

export type EntryRecord = {
  entryId: string;
  version: number;
  title: string;
  documentNumber: string;
  issuer: string;
  level: string | null;
  region: string;
  organization: string;
  since: string;
  until: string | null;
  opening: boolean;
  recordedAt: string;
  verdict: string;
  again: boolean;
};

/** The entries behind an indicator, those that count first named; `again` marks a second record of the same subject. */
export async function listEntryRecords(
  db: Db,
  rule: EntryRule,
  at: At,
  filter: RecordFilter,
): Promise<{ rows: EntryRecord[]; total: number }> {
  const levels = rule.levels === null ? null : [...rule.levels];
  const records = sql`indicator_entry_record(${rule.kind}, ${levels}::text[], ${rule.facet}, ${rule.obtainedFrom}::date, ${at.asOf}::date, ${at.knownAt}::timestamptz)`;
  const conditions = [sql`true`];
  if (filter.q !== undefined && filter.q !== '')
    conditions.push(sql`(record.title || ' ' || record.document_number) LIKE ${`%${filter.q}%`}`);
  if (filter.region !== undefined) conditions.push(sql`record.region = ${filter.region}`);
  if (filter.counts !== undefined)
    conditions.push(filter.counts === 'true' ? sql`record.verdict = 'counts'` : sql`record.verdict <> 'counts'`);
  const where = sql.join(conditions, sql` AND `);
  const { rows: counted } = await sql<{ total: number }>`SELECT count(*)::int AS total FROM ${records} record WHERE ${where}`.execute(db);
  const after = filter.after === undefined ? sql`true` : sql`record.entry_id > ${filter.after}::uuid`;
  const { rows } = await sql<EntryRecord>`
    SELECT page.entry_id, page.version, page.title, page.document_number, page.issuer, page.level, page.region, organization.name AS organization,
      page.since, page.until, page.opening, page.recorded_at, page.verdict,
      page.verdict = 'counts' AND EXISTS (
        SELECT FROM entry_counted(${at.asOf}::date, ${at.knownAt}::timestamptz) other
        WHERE other.kind = ${rule.kind} AND other.subject_key = page.subject_key AND other.entry_id < page.entry_id
          AND (${levels}::text[] IS NULL OR other.level = ANY (${levels}::text[])) AND (${rule.facet}::text IS NULL OR other.facet = ${rule.facet})
          AND (${rule.obtainedFrom}::date IS NULL OR other.counts_from >= ${rule.obtainedFrom}::date)
      ) AS again
    FROM (SELECT record.* FROM ${records} record WHERE ${where} AND ${after} ORDER BY record.entry_id LIMIT ${filter.limit + 1}) page
    JOIN organization ON organization.id = page.organization_id
    ORDER BY page.entry_id`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

export type DemandRecord = { itemId: string; requestId: string; region: string; outcome: string | null; day: string; holder: string };

/** The instruments behind a demand, page by page: those first decided in the period, or with `waiting` those that were submitted in it. */
export async function listDemandRecords(
  db: Db,
  at: At,
  { months, waiting }: { months: number | null; waiting: boolean },
  filter: Pick<RecordFilter, 'limit' | 'after'>,
): Promise<{ rows: DemandRecord[] }> {
  const askedOn = waiting ? sql`(request.submitted_at AT TIME ZONE 'Asia/Shanghai')::date` : sql`first.day`;
  const outcomes = sql`request_outcome outcome WHERE outcome.item_id = item.id AND outcome.recorded_at <= ${at.knownAt}::timestamptz`;
  const { rows } = await sql<DemandRecord>`
    SELECT item.id AS item_id, item.request_id, item.region, last.outcome, coalesce(last.day, ${askedOn}) AS day, organization.name AS holder
    FROM request_item item JOIN request ON request.id = item.request_id JOIN organization ON organization.id = request.holder_id
    LEFT JOIN LATERAL (SELECT outcome.day FROM ${outcomes} ORDER BY outcome.sequence LIMIT 1) first ON true
    LEFT JOIN LATERAL (
      SELECT outcome.outcome, outcome.previous, outcome.day FROM ${outcomes} AND outcome.day <= ${at.asOf}::date ORDER BY outcome.sequence DESC LIMIT 1
    ) last ON true
    WHERE (${filter.after ?? null}::uuid IS NULL OR item.id > ${filter.after ?? null}::uuid) AND request.submitted_at <= ${at.knownAt}::timestamptz
      AND ${askedOn} <= ${at.asOf}::date
      AND (${months}::int IS NULL OR ${askedOn} > (${at.asOf}::date - make_interval(months => ${months}::int))::date)
      AND (last.outcome IS DISTINCT FROM 'withdrawn' OR last.previous = 'accepted')
    ORDER BY item.id LIMIT ${filter.limit + 1}`.execute(db);
  return { rows };
}

export type StandardRecord = Omit<EntryRecord, 'entryId' | 'version' | 'recordedAt'> & {
  source: 'dossier' | 'entry';
  recordId: string;
  subjectKey: string;
};

/** The certificates and entries behind the number of public measurement standards; `again` marks a number that another record has counted. */
export async function listStandardRecords(db: Db, at: At, filter: RecordFilter): Promise<{ rows: StandardRecord[]; total: number }> {
  const conditions = [sql`true`];
  if (filter.q !== undefined && filter.q !== '')
    conditions.push(sql`(record.title || ' ' || record.document_number) LIKE ${`%${filter.q}%`}`);
  if (filter.region !== undefined) conditions.push(sql`record.region = ${filter.region}`);
  if (filter.counts !== undefined)
    conditions.push(filter.counts === 'true' ? sql`record.verdict = 'counts'` : sql`record.verdict <> 'counts'`);
  const where = sql.join(conditions, sql` AND `);
  const all = sql`indicator_standard_record(${at.asOf}::date, ${at.knownAt}::timestamptz)`;
  const { rows: counted } = await sql<{ total: number }>`SELECT count(*)::int AS total FROM ${all} record WHERE ${where}`.execute(db);
  const [, recordId, subjectKey] = /^([0-9a-f-]{36}) (.*)$/s.exec(filter.after ?? '') ?? [];
  const after = recordId === undefined ? sql`true` : sql`(record.record_id, record.subject_key) > (${recordId}::uuid, ${subjectKey})`;
  const { rows } = await sql<StandardRecord>`
    WITH record AS MATERIALIZED (
      SELECT all_of.*, all_of.verdict = 'counts' AND min(all_of.record_id::text) FILTER (WHERE all_of.verdict = 'counts')
        OVER (PARTITION BY all_of.subject_key) <> all_of.record_id::text AS again
      FROM ${all} all_of
    )
    SELECT record.source, record.record_id, record.subject_key, record.title, record.document_number, record.issuer, record.level, record.region,
      organization.name AS organization, record.since, record.until, record.opening, record.verdict, record.again
    FROM record JOIN organization ON organization.id = record.organization_id
    WHERE ${where} AND ${after} ORDER BY record.record_id, record.subject_key LIMIT ${filter.limit + 1}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}
