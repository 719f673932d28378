/**
 * The effective cells of a day, counted the slow way: one day at a time, by plain conditions on the records, with none of the functions and rules
 * that the matrix stands on. A test and the bench compare it with the matrix.
 */
import { editions, editionText } from '@tongheng/procedures/registry';
import { createHash } from 'node:crypto';
import { instrumentKinds } from '../app/register/catalogue/rules/kinds.ts';

/** What a database client answers. */
type Client = { query: (text: string, values: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }> };

const offers = editions.flatMap((edition) =>
  edition.applies.flatMap(({ instrument, from, to }) =>
    instrumentKinds[instrument as keyof typeof instrumentKinds].items.map((item) => ({
      item,
      kind: instrument,
      regulation: edition.regulation,
      edition: edition.id,
      digest: createHash('sha256')
        .update(editionText(edition.id) ?? '')
        .digest('hex'),
      from: from.value,
      to: to.value,
    })),
  ),
);
const kinds = Object.entries(instrumentKinds).flatMap(([kind, { items }]) => items.map((item) => ({ item, kind })));

const statement = `
WITH offer AS (
  SELECT * FROM jsonb_to_recordset($4::jsonb) AS offer (item text, kind text, regulation text, edition text, digest text, "from" date, "to" date)
), named AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb) AS named (item text, kind text)
), cell AS (
  SELECT DISTINCT ON (cell.region, cell.item) cell.region, cell.item, cell.state, cell.body_id
  FROM capability_cell cell JOIN capability_decision decision ON decision.cell_id = cell.id
  WHERE cell.plan_id = $1 AND decision.verdict = 'accepted' AND decision.decided_at <= $3 AND cell.since <= $2
  ORDER BY cell.region, cell.item, cell.since DESC, decision.sequence DESC
), scope AS (
  SELECT cell.region, cell.item, cell.body_id, named.kind
  FROM cell JOIN named ON named.item = cell.item
  WHERE cell.state = 'in-use' AND EXISTS (
    SELECT FROM designation given LEFT JOIN designation_ending ending ON ending.designation_id = given.id AND ending.at <= $3
    WHERE given.institute_id = cell.body_id AND given.region = cell.region AND given.instrument_kind = named.kind AND given.recorded_at <= $3
      AND given.valid_from <= $2 AND (given.valid_to IS NULL OR given.valid_to >= $2) AND (ending.last_day IS NULL OR ending.last_day >= $2))
), able AS (
  SELECT held.institute_id, held.holder_id, unnest(held.activities) AS activity, held.regulations
  FROM qualification held LEFT JOIN qualification_ending ending ON ending.qualification_id = held.id AND ending.at <= $3
  WHERE held.recorded_at <= $3 AND held.valid_from <= $2 AND (held.valid_until IS NULL OR held.valid_until >= $2)
    AND (ending.last_day IS NULL OR ending.last_day >= $2)
), state AS (
  SELECT DISTINCT ON (measurement_standard_id) measurement_standard_id, state FROM measurement_standard_state
  WHERE at <= $3 AND since <= $2 ORDER BY measurement_standard_id, since DESC, sequence DESC
), certificate AS (
  SELECT DISTINCT ON (measurement_standard_id, kind) measurement_standard_id, kind, valid_until FROM measurement_standard_certificate
  WHERE recorded_at <= $3 AND (superseded_at IS NULL OR superseded_at > $3) AND valid_from <= $2
  ORDER BY measurement_standard_id, kind, valid_from DESC
), service AS (
  SELECT DISTINCT ON (standard_id) standard_id, state FROM standard_state WHERE at <= $3 AND since <= $2 ORDER BY standard_id, since DESC, at DESC
), calibration AS (
  SELECT DISTINCT ON (standard_id) standard_id, valid_until FROM standard_certificate
  WHERE recorded_at <= $3 AND calibrated_on <= $2 ORDER BY standard_id, calibrated_on DESC, recorded_at DESC
), equipment AS (
  SELECT used.measurement_standard_id, used.role,
    EXISTS (SELECT FROM service WHERE service.standard_id = used.standard_id AND service.state = 'in-service')
      AND EXISTS (SELECT FROM calibration WHERE calibration.standard_id = used.standard_id AND calibration.valid_until >= $2) AS good
  FROM measurement_standard_equipment used
  WHERE used.recorded_at <= $3 AND used.since <= $2 AND (used.until IS NULL OR used.ended_at > $3 OR used.until >= $2)
), environment AS (
  SELECT asked.measurement_standard_id,
    (SELECT record.within AND record.day >= $2::date - $6::int FROM measurement_standard_environment_record record
      WHERE record.requirement_id = asked.id AND record.recorded_at <= $3 AND record.day <= $2
      ORDER BY record.day DESC, record.recorded_at DESC, record.id DESC LIMIT 1) IS TRUE AS good
  FROM measurement_standard_environment asked
  WHERE asked.recorded_at <= $3 AND asked.since <= $2 AND (asked.until IS NULL OR asked.ended_at > $3 OR asked.until >= $2)
), complete AS (
  SELECT own.id, own.institute_id FROM measurement_standard own
  JOIN state ON state.measurement_standard_id = own.id AND state.state = 'in-force'
  WHERE own.recorded_at <= $3
    AND EXISTS (SELECT FROM certificate WHERE certificate.measurement_standard_id = own.id
      AND certificate.kind = CASE own.kind WHEN 'public' THEN 'public' ELSE 'examination' END AND certificate.valid_until >= $2)
    AND (NOT EXISTS (SELECT FROM measurement_standard_certificate any_examination WHERE any_examination.measurement_standard_id = own.id
        AND any_examination.kind = 'examination' AND any_examination.recorded_at <= $3
        AND (any_examination.superseded_at IS NULL OR any_examination.superseded_at > $3))
      OR EXISTS (SELECT FROM certificate WHERE certificate.measurement_standard_id = own.id AND certificate.kind = 'examination' AND certificate.valid_until >= $2))
    AND EXISTS (SELECT FROM equipment WHERE equipment.measurement_standard_id = own.id AND equipment.role = 'main')
    AND NOT EXISTS (SELECT FROM equipment WHERE equipment.measurement_standard_id = own.id AND NOT equipment.good)
    AND NOT EXISTS (SELECT FROM environment WHERE environment.measurement_standard_id = own.id AND NOT environment.good)
), served AS (
  SELECT scope.*, EXISTS (
    SELECT FROM offer WHERE offer.item = scope.item AND offer.kind = scope.kind
      -- Any edition of a regulation in force makes it one that may be used; people and standards go by the regulation.
      AND offer."from" <= $2 AND (offer."to" IS NULL OR offer."to" >= $2)
      AND EXISTS (SELECT FROM catalogue_adoption adoption WHERE adoption.institute_id = scope.body_id AND adoption.edition = offer.edition
        AND adoption.digest = offer.digest AND adoption.status IN ('adopted', 'withdrawn', 'replaced') AND adoption.decided_at <= $3
        AND (adoption.decided_at AT TIME ZONE 'Asia/Shanghai')::date <= $2
        AND (adoption.ended_at IS NULL OR adoption.ended_at > $3 OR (adoption.ended_at AT TIME ZONE 'Asia/Shanghai')::date > $2))
      AND EXISTS (
        SELECT FROM able tester, able checker, able approver
        WHERE tester.institute_id = scope.body_id AND checker.institute_id = scope.body_id AND approver.institute_id = scope.body_id
          AND tester.activity = 'test' AND checker.activity = 'check' AND approver.activity = 'approve'
          AND checker.holder_id <> tester.holder_id AND approver.holder_id <> tester.holder_id
          AND (tester.regulations = '{}' OR offer.regulation = ANY (tester.regulations))
          AND (checker.regulations = '{}' OR offer.regulation = ANY (checker.regulations))
          AND (approver.regulations = '{}' OR offer.regulation = ANY (approver.regulations)))
      AND EXISTS (
        SELECT FROM complete JOIN measurement_standard_procedure used ON used.measurement_standard_id = complete.id
        WHERE complete.institute_id = scope.body_id AND used.regulation = offer.regulation AND used.recorded_at <= $3
          AND used.since <= $2 AND (used.until IS NULL OR used.ended_at > $3 OR used.until >= $2))
  ) AS good
  FROM scope
)
SELECT region, item FROM served GROUP BY region, item HAVING bool_and(good) ORDER BY region, item`;

/** `region/item` of every cell that is effective on the day, as known at an instant. */
export async function recountEffective(client: Client, plan: string, day: string, knownAt: string, recordDays: number): Promise<string[]> {
  const { rows } = await client.query(statement, [plan, day, knownAt, JSON.stringify(offers), JSON.stringify(kinds), recordDays]);
  return rows.map(({ region, item }) => `${String(region)}/${String(item)}`);
}
