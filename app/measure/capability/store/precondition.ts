import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/**
 * One row for each span of a precondition that reaches `from` or later, as known at an instant. A span ends on the day after its last day.
 * topic: designation · qualification · adoption · standard (validity of a measurement standard) · procedure · equipment · service (a standard
 * in service) · calibration (a standard in date) · requirement · record (of the environment)
 */
export type PreconditionRow = {
  topic:
    | 'designation'
    | 'qualification'
    | 'adoption'
    | 'standard'
    | 'procedure'
    | 'equipment'
    | 'service'
    | 'calibration'
    | 'requirement'
    | 'record';
  institute: string | null;
  /** What the span belongs to: a measurement standard, a standard, a requirement, a person. */
  subject: string;
  name: string | null;
  /** region and kind, edition and digest, regulation, role, whether within: by topic. */
  detail: string | null;
  more: string | null;
  activities: string[] | null;
  regulations: string[] | null;
  from: string;
  to: string | null;
};

export type PreconditionQuestion = {
  readonly institutes: readonly string[];
  readonly from: string;
  readonly knownAt: string;
  /** An environment record says nothing about a day further away than this. */
  readonly recordDays: number;
};

const cityDay = (column: string): RawBuilder<string> => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;

export async function listPreconditions(
  db: Db,
  { institutes, from, knownAt, recordDays }: PreconditionQuestion,
): Promise<PreconditionRow[]> {
  if (institutes.length === 0) return [];
  const bodies = sql`${[...institutes]}::uuid[]`;
  const known = sql`${knownAt}::timestamptz`;
  const ended = sql`CASE WHEN ended_at IS NULL OR ended_at <= ${known} THEN until + 1 END`;
  const { rows } = await sql<PreconditionRow>`
    WITH own AS (
      SELECT id, institute_id, kind, name FROM measurement_standard WHERE institute_id = ANY (${bodies}) AND recorded_at <= ${known}
    ), equipment AS (
      SELECT used.measurement_standard_id, used.standard_id, used.role, used.since, CASE WHEN used.ended_at IS NULL OR used.ended_at <= ${known} THEN used.until + 1 END AS past
      FROM measurement_standard_equipment used JOIN own ON own.id = used.measurement_standard_id WHERE used.recorded_at <= ${known}
    ), chosen AS (
      SELECT DISTINCT standard_id FROM equipment
    ), requirement AS (
      SELECT asked.id, asked.measurement_standard_id, asked.since, CASE WHEN asked.ended_at IS NULL OR asked.ended_at <= ${known} THEN asked.until + 1 END AS past
      FROM measurement_standard_environment asked JOIN own ON own.id = asked.measurement_standard_id WHERE asked.recorded_at <= ${known}
    ), found (topic, institute, subject, name, detail, more, activities, regulations, since, past) AS (
      SELECT 'designation', given.institute_id, given.id, NULL::text, given.region, given.instrument_kind, NULL::text[], NULL::text[],
        given.valid_from, LEAST(given.valid_to, ending.last_day) + 1
      FROM designation given LEFT JOIN designation_ending ending ON ending.designation_id = given.id AND ending.at <= ${known}
      WHERE given.institute_id = ANY (${bodies}) AND given.recorded_at <= ${known}
      UNION ALL
      SELECT 'qualification', held.institute_id, held.holder_id, NULL, NULL, NULL, held.activities, held.regulations,
        held.valid_from, LEAST(held.valid_until, ending.last_day) + 1
      FROM qualification held LEFT JOIN qualification_ending ending ON ending.qualification_id = held.id AND ending.at <= ${known}
      WHERE held.institute_id = ANY (${bodies}) AND held.recorded_at <= ${known}
      UNION ALL
      SELECT 'adoption', catalogue_adoption.institute_id, catalogue_adoption.id, NULL, edition, digest, NULL, NULL,
        ${cityDay('decidedAt')}, CASE WHEN ended_at <= ${known} THEN ${cityDay('endedAt')} END
      FROM catalogue_adoption
      WHERE institute_id = ANY (${bodies}) AND decided_at <= ${known} AND status IN ('adopted', 'withdrawn', 'replaced')
      UNION ALL
      SELECT 'standard', own.institute_id, own.id, own.name, NULL, NULL, NULL, NULL, lower(part.held), upper(part.held)
      FROM own JOIN measurement_standard_span(${known}) span ON span.measurement_standard_id = own.id
        AND span.certificate = CASE own.kind WHEN 'public' THEN 'public' ELSE 'examination' END
      CROSS JOIN LATERAL unnest(span.held) AS part (held)
      UNION ALL
      SELECT 'procedure', own.institute_id, own.id, own.name, used.regulation, NULL, NULL, NULL, used.since, ${ended}
      FROM measurement_standard_procedure used JOIN own ON own.id = used.measurement_standard_id WHERE used.recorded_at <= ${known}
      UNION ALL
      SELECT 'equipment', NULL, equipment.measurement_standard_id, standard.name, equipment.role, equipment.standard_id::text, NULL, NULL,
        equipment.since, equipment.past
      FROM equipment JOIN standard ON standard.id = equipment.standard_id
      UNION ALL
      SELECT 'service', NULL, step.standard_id, NULL, NULL, NULL, NULL, NULL, step.since, step.next
      FROM (
        SELECT state.standard_id, state.state, state.since, lead(state.since) OVER (PARTITION BY state.standard_id ORDER BY state.since, state.at) AS next
        FROM standard_state state JOIN chosen ON chosen.standard_id = state.standard_id WHERE state.at <= ${known}
      ) step WHERE step.state = 'in-service'
      UNION ALL
      SELECT 'calibration', NULL, step.standard_id, NULL, NULL, NULL, NULL, NULL, step.calibrated_on, LEAST(step.valid_until + 1, step.next)
      FROM (
        SELECT calibration.standard_id, calibration.calibrated_on, calibration.valid_until,
          lead(calibration.calibrated_on) OVER (PARTITION BY calibration.standard_id ORDER BY calibration.calibrated_on, calibration.recorded_at) AS next
        FROM standard_certificate calibration JOIN chosen ON chosen.standard_id = calibration.standard_id WHERE calibration.recorded_at <= ${known}
      ) step
      UNION ALL
      SELECT 'requirement', NULL, requirement.measurement_standard_id, NULL, requirement.id::text, NULL, NULL, NULL, requirement.since, requirement.past
      FROM requirement
      UNION ALL
      SELECT 'record', NULL, step.requirement_id, NULL, step.within::text, NULL, NULL, NULL, step.day, LEAST(step.day + ${recordDays}::int + 1, step.next)
      FROM (
        SELECT record.requirement_id, record.within, record.day,
          lead(record.day) OVER (PARTITION BY record.requirement_id ORDER BY record.day, record.recorded_at, record.id) AS next
        FROM measurement_standard_environment_record record JOIN requirement ON requirement.id = record.requirement_id
        WHERE record.recorded_at <= ${known}
      ) step
    )
    SELECT topic, institute, subject, name, detail, more, activities, regulations, since AS "from", past AS "to"
    FROM found WHERE (past IS NULL OR past > ${from}::date) AND (past IS NULL OR past > since)`.execute(db);
  return rows;
}

export type NominalRow = {
  region: string;
  item: string;
  state: string;
  bodyId: string | null;
  body: string | null;
  from: string;
  to: string | null;
};

/** The recorded states of the cells that reach `from` or later: each until the next accepted change. */
export async function listNominal(db: Db, plan: string, from: string, knownAt: string): Promise<NominalRow[]> {
  const { rows } = await sql<NominalRow>`
    SELECT step.region, step.item, step.state, step.body_id, organization.name AS body, step.since AS "from", step.next AS "to"
    FROM (
      SELECT cell.region, cell.item, cell.state, cell.body_id, cell.since,
        lead(cell.since) OVER (PARTITION BY cell.region, cell.item ORDER BY cell.since, decision.sequence) AS next
      FROM capability_cell cell JOIN capability_decision decision ON decision.cell_id = cell.id
      WHERE cell.plan_id = ${plan} AND decision.verdict = 'accepted' AND decision.decided_at <= ${knownAt}::timestamptz
    ) step LEFT JOIN organization ON organization.id = step.body_id
    WHERE step.next IS NULL OR (step.next > step.since AND step.next > ${from}::date)`.execute(db);
  return rows;
}
