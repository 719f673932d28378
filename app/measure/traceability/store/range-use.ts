import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** One standard that a certificate used in a role, with where on its range: `effects` as packages/procedures prints them. */
export type Use = {
  readonly certificateId: string;
  readonly role: string;
  readonly standardId: string | null;
  readonly calibrationId: string | null;
  readonly testedOn: string;
  readonly effects: string | null;
};

/** All standards that these certificates used. */
export async function listUses(db: Db, certificates: readonly string[]): Promise<Use[]> {
  if (certificates.length === 0) return [];
  const { rows } = await sql<Use>`
    select certificate_id, role, standard_id, calibration_id, tested_on, effects
    from certificate_standard where certificate_id = any(${[...certificates]}::uuid[])`.execute(db);
  return rows;
}

/** The last certificates that used each of these standards up to a day, by number. */
export async function listLastUses(
  db: Db,
  standards: readonly string[],
  { day, each }: { day: string; each: number },
): Promise<(Use & { readonly number: string })[]> {
  if (standards.length === 0) return [];
  const { rows } = await sql<Use & { number: string }>`
    select last.*, certificate.number
    from unnest(${[...standards]}::uuid[]) as asked (id)
    cross join lateral (
      select certificate_id, role, standard_id, calibration_id, tested_on, effects from certificate_standard
      where standard_id = asked.id and tested_on <= ${day} order by tested_on desc, certificate_id desc limit ${each}
    ) last
    join certificate on certificate.id = last.certificate_id`.execute(db);
  return rows;
}
