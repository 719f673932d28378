import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Certificates some of whose standards have no effects yet, after an id. */
export async function listWithoutEffects(db: Db, after: string | null, limit: number): Promise<{ id: string; record: string }[]> {
  const { rows } = await sql<{ id: string; record: string }>`
    select certificate.id, certificate.record from certificate
    join (select distinct certificate_id from certificate_standard where effects is null and certificate_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      order by certificate_id limit ${limit}) missing on missing.certificate_id = certificate.id
    order by certificate.id`.execute(db);
  return rows;
}

/** An empty text says that there is nothing to calculate with, so that nobody tries again. */
export async function keepEffects(
  db: Db,
  rows: readonly { readonly certificateId: string; readonly role: string; readonly effects: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((one) => one[key]);
  await sql`update certificate_standard use set effects = given.effects
    from unnest(${column('certificateId')}::uuid[], ${column('role')}::text[], ${column('effects')}::text[]) as given (certificate_id, role, effects)
    where use.certificate_id = given.certificate_id and use.role = given.role and use.effects is null`.execute(db);
}

export async function rolesWithoutEffects(db: Db, certificates: readonly string[]): Promise<{ certificateId: string; role: string }[]> {
  const { rows } = await sql<{ certificateId: string; role: string }>`
    select certificate_id, role from certificate_standard where effects is null and certificate_id = any(${certificates}::uuid[])`.execute(
    db,
  );
  return rows;
}
