import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { NoticeLine } from '../rules/impact-notice.ts';

export type DecisionRow = {
  readonly decision: string;
  readonly reason: string;
  readonly certificates: number;
  readonly person: string;
  readonly at: string;
};

export const insertDecision = (
  db: Db,
  row: {
    id: string;
    findingId: string;
    evaluationId: string;
    decision: string;
    reason: string;
    certificates: string[];
    personId: string;
    at: string;
  },
) => db.insertInto('traceabilityDecision').values(row).execute();

export async function listDecisions(db: Db, findingId: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select decision.decision, decision.reason, cardinality(decision.certificates)::int as certificates, detail.name as person, decision.at
    from traceability_decision decision join person_detail detail on detail.person_id = decision.person_id
    where decision.finding_id = ${findingId} order by decision.sequence desc limit 200`.execute(db);
  return rows;
}

/** How many certificates of an evaluation each decision holds for, and how many wait. */
export async function countDecided(
  db: Db,
  findingId: string,
  evaluationId: string,
): Promise<{ decision: string | null; triage: string; count: number }[]> {
  const { rows } = await sql<{ decision: string | null; triage: string; count: number }>`
    with decided as (
      select distinct on (certificate_id) certificate_id, decision from (
        select unnest(certificates) as certificate_id, decision, sequence from traceability_decision where finding_id = ${findingId}) every
      order by certificate_id, sequence desc)
    select decided.decision, impact.triage, count(*)::int as count from traceability_impact impact left join decided using (certificate_id)
    where impact.evaluation_id = ${evaluationId} group by 1, 2`.execute(db);
  return rows;
}

/** To whom notices go by the decisions that hold: institutes below the one that has the standard, and holders of what is to be verified again. */
export async function listAddressees(
  db: Db,
  findingId: string,
  evaluationId: string,
  instituteId: string,
): Promise<{ kind: 'disposal' | 'reverification'; organizationId: string; certificates: string[] }[]> {
  const { rows } = await sql<{ kind: 'disposal' | 'reverification'; organizationId: string; certificates: string[] }>`
    with decided as (
      select distinct on (certificate_id) certificate_id, decision from (
        select unnest(certificates) as certificate_id, decision, sequence from traceability_decision where finding_id = ${findingId}) every
      order by certificate_id, sequence desc),
    concerned as (select impact.*, decided.decision from traceability_impact impact join decided using (certificate_id)
      where impact.evaluation_id = ${evaluationId} and decided.decision <> 'no-action')
    select 'disposal' as kind, institute_id as organization_id, array_agg(certificate_id order by tested_on, certificate_id) as certificates
      from concerned where institute_id <> ${instituteId} group by institute_id
    union all
    select 'reverification', holder_id, array_agg(certificate_id order by tested_on, certificate_id)
      from concerned where institute_id = ${instituteId} and decision in ('reverify', 'revoke') group by holder_id
    union all
    select 'disposal', holder_id, array_agg(certificate_id order by tested_on, certificate_id)
      from concerned where institute_id = ${instituteId} and decision = 'notify' group by holder_id`.execute(db);
  return rows;
}

export type NoticeRow = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationNameEn: string | null;
  readonly certificateIds: readonly string[];
  readonly state: string;
  readonly documentNumber: string | null;
  readonly reason: string | null;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
};

export async function listNotices(db: Db, findingId: string): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select notice.id, notice.kind, notice.number, notice.organization_id, organization.name as organization_name,
      organization.name_en as organization_name_en, notice.certificates as certificate_ids,
      notice.state, notice.document_number, notice.reason, drafter.name as drafted_by, notice.drafted_at, settler.name as settled_by, notice.settled_at
    from traceability_notice notice join organization on organization.id = notice.organization_id
    join person_detail drafter on drafter.person_id = notice.drafted_by left join person_detail settler on settler.person_id = notice.settled_by
    where notice.finding_id = ${findingId} order by notice.kind, notice.sequence`.execute(db);
  return rows;
}

export type NewNotice = {
  readonly id: string;
  readonly findingId: string;
  readonly evaluationId: string;
  readonly kind: string;
  readonly organizationId: string;
  readonly number: string;
  readonly sequence: number;
  readonly certificates: string[];
  readonly draftedBy: string;
  readonly draftedAt: string;
};

/** A draft that waits takes the new list of certificates; beside it nothing is written twice. */
export const saveDraft = (db: Db, row: NewNotice) =>
  db
    .insertInto('traceabilityNotice')
    .values({ ...row, state: 'drafted' })
    .onConflict((it) =>
      it.columns(['findingId', 'kind', 'organizationId']).where('state', '=', 'drafted').doUpdateSet({
        certificates: row.certificates,
        evaluationId: row.evaluationId,
        draftedBy: row.draftedBy,
        draftedAt: row.draftedAt,
      }),
    )
    .execute();

export async function lastNotices(db: Db, findingId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('traceabilityNotice')
    .select(({ fn }) => ['kind', fn.max('sequence').as('last')])
    .where('findingId', '=', findingId)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, last }) => [kind, last]));
}

export const lockNotice = (db: Db, findingId: string, id: string) =>
  db
    .selectFrom('traceabilityNotice')
    .select(['state', 'draftedBy'])
    .where('findingId', '=', findingId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const settleNotice = (
  db: Db,
  id: string,
  set: { state: string; settledBy: string; settledAt: string; documentNumber: string | null; reason: string | null },
) => db.updateTable('traceabilityNotice').set(set).where('id', '=', id).execute();

export async function listNoticeLines(db: Db, evaluationId: string, certificates: readonly string[]): Promise<NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`
    select certificate.number, impact.tested_on, impact.kind, certificate.model, certificate.serial, impact.triage, impact.worst_check, impact.worst_value,
      impact.worst_after, impact.worst_limit, impact.worst_unit
    from traceability_impact impact join certificate on certificate.id = impact.certificate_id
    where impact.evaluation_id = ${evaluationId} and impact.certificate_id = any(${[...certificates]}::uuid[])
    order by impact.tested_on, certificate.number`.execute(db);
  return rows;
}

export async function figuresByDivision(
  db: Db,
  findingId: string,
  evaluationId: string,
): Promise<{ region: string; reverify: number; revoke: number }[]> {
  const { rows } = await sql<{ region: string; reverify: number; revoke: number }>`
    with decided as (
      select distinct on (certificate_id) certificate_id, decision from (
        select unnest(certificates) as certificate_id, decision, sequence from traceability_decision where finding_id = ${findingId}) every
      order by certificate_id, sequence desc)
    select left(impact.region, 6) as region,
      count(*) filter (where coalesce(decided.decision, impact.triage) = 'reverify')::int as reverify,
      count(*) filter (where decided.decision = 'revoke')::int as revoke
    from traceability_impact impact join certificate on certificate.id = impact.certificate_id left join decided using (certificate_id)
    where impact.evaluation_id = ${evaluationId} and certificate.status = 'valid' and certificate.kind = 'certificate'
    group by 1 having count(*) filter (where coalesce(decided.decision, impact.triage) in ('reverify', 'revoke')) > 0 order by 1`.execute(
    db,
  );
  return rows;
}

/** The measurement standards whose equipment the failed standard is today. */
export async function measurementStandardsOf(
  db: Db,
  standardId: string,
  day: string,
): Promise<{ id: string; name: string; kind: string; role: string }[]> {
  const { rows } = await sql<{ id: string; name: string; kind: string; role: string }>`
    select dossier.id, dossier.name, dossier.kind, equipment.role from measurement_standard_equipment equipment
    join measurement_standard dossier on dossier.id = equipment.measurement_standard_id
    where equipment.standard_id = ${standardId} and equipment.since <= ${day}::date and (equipment.until is null or equipment.until >= ${day}::date)
    order by dossier.name`.execute(db);
  return rows;
}

/** For each role of a standard how many others of its institute are in service with it. */
export async function othersInRole(db: Db, standardId: string): Promise<{ role: string; others: number }[]> {
  const { rows } = await sql<{ role: string; others: number }>`
    select role, (select count(*)::int from standard other
      join lateral (select state from standard_state where standard_state.standard_id = other.id order by since desc, at desc limit 1) present on true
      where other.institute_id = failed.institute_id and other.id <> failed.id and role = any(other.roles) and present.state = 'in-service') as others
    from standard failed cross join lateral unnest(failed.roles) role where failed.id = ${standardId} order by role`.execute(db);
  return rows;
}

/** The codes of the instruments that are to be verified again, in the register and not yet verified since. */
export async function listToVerifyAgain(
  db: Db,
  findingId: string,
  evaluationId: string,
): Promise<{ id: string; code: string; instituteId: string }[]> {
  const { rows } = await sql<{ id: string; code: string; instituteId: string }>`
    with decided as (
      select distinct on (certificate_id) certificate_id, decision from (
        select unnest(certificates) as certificate_id, decision, sequence from traceability_decision where finding_id = ${findingId}) every
      order by certificate_id, sequence desc)
    select distinct instrument.id, instrument.code, impact.institute_id from traceability_impact impact join decided using (certificate_id)
    join instrument on instrument.id = impact.instrument_id
    where impact.evaluation_id = ${evaluationId} and decided.decision in ('reverify', 'revoke')
      and not exists (select from certificate later where later.instrument_id = impact.instrument_id and later.tested_on > impact.tested_on
        and later.issued_at > (select begun_at from traceability_evaluation where id = impact.evaluation_id))
    order by instrument.code`.execute(db);
  return rows;
}
