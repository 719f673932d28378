import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type CalibrationRow = {
  readonly standardId: string;
  readonly number: string;
  readonly name: string;
  readonly instituteId: string;
  readonly role: 'main' | 'auxiliary';
  readonly validUntil: string;
  readonly certificateId: string;
};

/**
 * Equipment in service of measurement standards that are not withdrawn, whose latest certificate ends no later than a day: each standard once, as a
 * main standard where it is one anywhere.
 */
export async function listCalibrationsEnding(db: Db, today: string, until: string): Promise<CalibrationRow[]> {
  const { rows } = await sql<CalibrationRow>`
    select distinct on (standard.id) standard.id as standard_id, standard.number, standard.name, standard.institute_id, equipment.role,
      latest.valid_until, latest.id as certificate_id
    from measurement_standard_equipment equipment
    join standard on standard.id = equipment.standard_id
    join lateral (
      select id, valid_until from standard_certificate where standard_id = standard.id order by calibrated_on desc, recorded_at desc limit 1
    ) latest on latest.valid_until <= ${until}::date
    join lateral (
      select state from standard_state where standard_id = standard.id order by since desc, at desc limit 1
    ) service on service.state = 'in-service'
    join lateral (
      select state from measurement_standard_state where measurement_standard_id = equipment.measurement_standard_id and since <= ${today}::date
      order by since desc, sequence desc limit 1
    ) standing on standing.state <> 'withdrawn'
    where equipment.since <= ${today}::date and (equipment.until is null or equipment.until >= ${today}::date)
    order by standard.id, equipment.role desc`.execute(db);
  return rows;
}

/** The measurement standards whose main equipment a standard is on a day. */
export async function listMainUses(db: Db, standardId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('measurementStandardEquipment')
    .select('measurementStandardId')
    .distinct()
    .where('standardId', '=', standardId)
    .where('role', '=', 'main')
    .where('since', '<=', day)
    .where((it) => it.or([it('until', 'is', null), it('until', '>=', day)]))
    .execute();
  return rows.map(({ measurementStandardId }) => measurementStandardId);
}
