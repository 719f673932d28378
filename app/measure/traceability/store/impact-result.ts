import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type EvaluationRow = {
  readonly id: string;
  readonly findingId: string;
  readonly version: number;
  readonly state: string;
  readonly engine: string;
  readonly inputsDigest: string | null;
  readonly total: number | null;
  readonly done: number;
  readonly afterTestedOn: string | null;
  readonly afterId: string | null;
  readonly personId: string;
  readonly begunAt: string;
  readonly endedAt: string | null;
};

export const insertEvaluation = (db: Db, row: Pick<EvaluationRow, 'id' | 'findingId' | 'version' | 'engine' | 'personId' | 'begunAt'>) =>
  db
    .insertInto('traceabilityEvaluation')
    .values({ ...row, state: 'running' })
    .execute();

export const lockEvaluation = (db: Db, id: string): Promise<EvaluationRow | undefined> =>
  db.selectFrom('traceabilityEvaluation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const listEvaluations = (db: Db, findingId: string): Promise<EvaluationRow[]> =>
  db
    .selectFrom('traceabilityEvaluation')
    .selectAll()
    .where('findingId', '=', findingId)
    .orderBy('begunAt', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id', 'desc')
    .execute();

export const latestEvaluations = async (db: Db, findings: readonly string[]): Promise<Map<string, EvaluationRow>> => {
  if (findings.length === 0) return new Map();
  const rows = await db
    .selectFrom('traceabilityEvaluation')
    .distinctOn('findingId')
    .selectAll()
    .where('findingId', 'in', [...findings])
    .orderBy('findingId')
    .orderBy('begunAt', 'desc')
    .orderBy('version', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.findingId, row]));
};

export const listRunning = (db: Db): Promise<{ id: string }[]> =>
  db.selectFrom('traceabilityEvaluation').select('id').where('state', '=', 'running').execute();

export const setEvaluation = (
  db: Db,
  id: string,
  set: Partial<Pick<EvaluationRow, 'state' | 'inputsDigest' | 'total' | 'done' | 'afterTestedOn' | 'afterId' | 'endedAt'>>,
) => db.updateTable('traceabilityEvaluation').set(set).where('id', '=', id).execute();

export type NewImpact = {
  readonly certificateId: string;
  readonly instituteId: string;
  readonly holderId: string;
  readonly instrumentId: string;
  readonly kind: string;
  readonly region: string;
  readonly testedOn: string;
  readonly triage: string;
  readonly depth: number;
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  readonly worstCheck: string | null;
  readonly worstValue: string | null;
  readonly worstAfter: string | null;
  readonly worstGuard: string | null;
  readonly worstLimit: string | null;
  readonly worstUnit: string | null;
  readonly wronglyFailed: boolean;
  readonly checks: number;
  readonly reasons: readonly string[];
};

/** Many rows in one statement with one parameter. */
export async function insertImpacts(db: Db, evaluationId: string, rows: readonly NewImpact[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into traceability_impact (evaluation_id, certificate_id, institute_id, holder_id, instrument_id, kind, region, tested_on, triage, depth,
      share_before, share_after, worst_check, worst_value, worst_after, worst_guard, worst_limit, worst_unit, wrongly_failed, checks, reasons)
    select ${evaluationId}::uuid, "certificateId", "instituteId", "holderId", "instrumentId", kind, region, "testedOn", triage, depth, "shareBefore",
      "shareAfter", "worstCheck", "worstValue", "worstAfter", "worstGuard", "worstLimit", "worstUnit", "wronglyFailed", checks,
      array(select jsonb_array_elements_text(reasons))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("certificateId" uuid, "instituteId" uuid, "holderId" uuid, "instrumentId" uuid,
      kind text, region text, "testedOn" date, triage text, depth smallint, "shareBefore" real, "shareAfter" real, "worstCheck" text, "worstValue" text,
      "worstAfter" text, "worstGuard" text, "worstLimit" text, "worstUnit" text, "wronglyFailed" boolean, checks integer, reasons jsonb)
    on conflict do nothing`.execute(db);
}

/** The decision that holds for each certificate: the last. */
const decided = (findingId: string) => sql`
  select distinct on (certificate_id) certificate_id, decision from (
    select unnest(certificates) as certificate_id, decision, sequence from traceability_decision where finding_id = ${findingId}) every
  order by certificate_id, sequence desc`;

export type ImpactFilter = {
  readonly q?: string | undefined;
  readonly triage?: string | undefined;
  readonly institute?: string | undefined;
  readonly holder?: string | undefined;
  readonly kind?: string | undefined;
  readonly decision?: string | undefined;
  readonly wronglyFailed?: string | undefined;
  readonly through?: string | undefined;
};

function conditions(evaluationId: string, filter: ImpactFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`impact.evaluation_id = ${evaluationId}`];
  if (filter.triage !== undefined) parts.push(sql`impact.triage = ${filter.triage}`);
  if (filter.institute !== undefined) parts.push(sql`impact.institute_id = ${filter.institute}`);
  if (filter.holder !== undefined) parts.push(sql`impact.holder_id = ${filter.holder}`);
  if (filter.kind !== undefined) parts.push(sql`impact.kind = ${filter.kind}`);
  if (filter.decision === 'open') parts.push(sql`decided.decision is null`);
  else if (filter.decision !== undefined) parts.push(sql`decided.decision = ${filter.decision}`);
  if (filter.wronglyFailed !== undefined) parts.push(sql`impact.wrongly_failed = ${filter.wronglyFailed === 'true'}`);
  if (filter.through !== undefined) parts.push(filter.through === 'direct' ? sql`impact.depth = 0` : sql`impact.depth > 0`);
  if (filter.q !== undefined && filter.q !== '')
    parts.push(
      sql`(certificate.number || ' ' || certificate.serial || ' ' || certificate.model || ' ' || holder.name) ilike ${`%${filter.q}%`}`,
    );
  return sql.join(parts, sql` and `);
}

export type ImpactListRow = Omit<NewImpact, 'certificateId'> & {
  readonly id: string;
  readonly number: string;
  readonly document: string;
  readonly status: string;
  readonly instituteName: string;
  readonly holderName: string;
  readonly model: string;
  readonly serial: string;
  readonly validUntil: string | null;
  readonly decision: string | null;
  readonly code: string | null;
};

const from = (findingId: string) => sql`
  from traceability_impact impact join certificate on certificate.id = impact.certificate_id
  join organization institute on institute.id = impact.institute_id join organization holder on holder.id = impact.holder_id
  left join (${decided(findingId)}) decided on decided.certificate_id = impact.certificate_id`;

const columns = sql`impact.certificate_id as id, certificate.number, certificate.kind as document, certificate.status, impact.institute_id,
  institute.name as institute_name, impact.holder_id, holder.name as holder_name, impact.instrument_id, impact.kind, certificate.model, certificate.serial,
  impact.region, impact.tested_on, certificate.valid_until, impact.triage, impact.depth, impact.share_before, impact.share_after, impact.worst_check,
  impact.worst_value, impact.worst_after, impact.worst_guard, impact.worst_limit, impact.worst_unit, impact.wrongly_failed, impact.checks, impact.reasons,
  decided.decision`;

/** The gravest first: by class, then by the share of the limit. */
const gravity = sql`array_position(array['reverify', 'unknown', 'doubtful', 'harmless'], impact.triage)`;

export async function listImpacts(
  db: Db,
  findingId: string,
  evaluationId: string,
  filter: ImpactFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<ImpactListRow[]> {
  const { rows } = await sql<ImpactListRow>`select ${columns} ${from(findingId)} where ${conditions(evaluationId, filter)}
    order by ${gravity}, impact.share_after desc nulls last, impact.certificate_id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

export async function countImpacts(db: Db, findingId: string, evaluationId: string, filter: ImpactFilter): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*)::int as total ${from(findingId)} where ${conditions(evaluationId, filter)}`.execute(db);
  return rows[0]?.total ?? 0;
}

export async function idsOfImpacts(db: Db, findingId: string, evaluationId: string, filter: ImpactFilter): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select impact.certificate_id as id ${from(findingId)} where ${conditions(evaluationId, filter)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Those of the named certificates that the evaluation has. */
export async function amongImpacts(db: Db, evaluationId: string, certificates: readonly string[]): Promise<string[]> {
  if (certificates.length === 0) return [];
  const rows = await db
    .selectFrom('traceabilityImpact')
    .select('certificateId')
    .where('evaluationId', '=', evaluationId)
    .where('certificateId', 'in', [...certificates])
    .execute();
  return rows.map(({ certificateId }) => certificateId);
}

export async function findImpact(
  db: Db,
  findingId: string,
  evaluationId: string,
  certificateId: string,
): Promise<ImpactListRow | undefined> {
  const { rows } = await sql<ImpactListRow>`select ${columns} ${from(findingId)}
    where impact.evaluation_id = ${evaluationId} and impact.certificate_id = ${certificateId}`.execute(db);
  return rows[0];
}

export async function countByTriage(
  db: Db,
  evaluations: readonly string[],
): Promise<{ evaluationId: string; triage: string; count: number }[]> {
  if (evaluations.length === 0) return [];
  const { rows } = await sql<{ evaluationId: string; triage: string; count: number }>`
    select evaluation_id, triage, count(*)::int as count from traceability_impact where evaluation_id = any(${[...evaluations]}::uuid[])
    group by evaluation_id, triage`.execute(db);
  return rows;
}

export type GroupRow = {
  readonly by: 'institute' | 'holder' | 'kind';
  readonly key: string;
  readonly name: string;
  readonly triage: string;
  readonly count: number;
  readonly open: number;
};

/** Numbers by institute, holder and kind of instrument. */
export async function countGroups(db: Db, findingId: string, evaluationId: string): Promise<GroupRow[]> {
  const group = (by: GroupRow['by'], key: RawBuilder<unknown>, name: RawBuilder<unknown>) => sql`
    select ${sql.lit(by)}::text as by, ${key}::text as key, ${name} as name, impact.triage, count(*)::int as count,
      count(*) filter (where decided.decision is null)::int as open
    ${from(findingId)} where impact.evaluation_id = ${evaluationId} group by 1, 2, 3, 4`;
  const { rows } = await sql<GroupRow>`
    ${group('institute', sql`impact.institute_id`, sql`institute.name`)} union all
    ${group('holder', sql`impact.holder_id`, sql`holder.name`)} union all
    ${group('kind', sql`impact.kind`, sql`impact.kind`)}`.execute(db);
  return rows;
}

/** How many worst checks lie in each tenth of their limit, recorded and put right; the last bin has all beyond it. */
export async function histogramOf(db: Db, evaluationId: string, bins: number): Promise<{ bin: number; before: number; after: number }[]> {
  const { rows } = await sql<{ bin: number; before: number; after: number }>`
    with share as (select share_before, share_after from traceability_impact where evaluation_id = ${evaluationId} and share_after is not null)
    select bin, (select count(*)::int from share where least(${bins - 1}, greatest(0, floor(share_before * 10 - 1e-6))) = bin) as before,
      (select count(*)::int from share where least(${bins - 1}, greatest(0, floor(share_after * 10 - 1e-6))) = bin) as after
    from generate_series(0, ${bins - 1}) bin order by bin`.execute(db);
  return rows;
}

export async function changesBetween(
  db: Db,
  from_: string,
  to: string,
): Promise<{ from: string | null; to: string | null; certificates: number }[]> {
  const { rows } = await sql<{ from: string | null; to: string | null; certificates: number }>`
    select earlier.triage as from, later.triage as to, count(*)::int as certificates
    from (select certificate_id, triage from traceability_impact where evaluation_id = ${from_}) earlier
    full join (select certificate_id, triage from traceability_impact where evaluation_id = ${to}) later using (certificate_id)
    where earlier.triage is distinct from later.triage group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
}
