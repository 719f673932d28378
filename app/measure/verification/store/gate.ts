import type { Db } from '../../../platform/context.ts';

export const insertGates = (db: Db, verificationId: string, gates: readonly { gate: string; found: unknown }[], at: string) =>
  db
    .insertInto('verificationGate')
    .values(gates.map(({ gate, found }) => ({ verificationId, gate, found: JSON.stringify(found), at })))
    .execute();

export const listGates = (db: Db, verificationId: string) =>
  db.selectFrom('verificationGate').select(['gate', 'found', 'at']).where('verificationId', '=', verificationId).execute();

/** The institute's latest rule for signing. */
export const findRule = (db: Db, instituteId: string) =>
  db
    .selectFrom('verificationRule')
    .select(['approverMayCheck', 'documentNumber', 'at'])
    .where('instituteId', '=', instituteId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertRule = (
  db: Db,
  rule: { id: string; instituteId: string; approverMayCheck: boolean; documentNumber: string; personId: string; at: string },
) => db.insertInto('verificationRule').values(rule).execute();

/** Whether a person works at an organization and holds a role there now. */
export async function holdsRole(db: Db, personId: string, organizationId: string, role: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .innerJoin('personRole', 'personRole.personId', 'person.id')
    .select('person.id')
    .where('person.id', '=', personId)
    .where('person.organizationId', '=', organizationId)
    .where('person.active', '=', true)
    .where('personRole.role', '=', role)
    .where('personRole.endedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a person works at an organization now. */
export async function worksAt(db: Db, personId: string, organizationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('organizationId', '=', organizationId)
    .where('active', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
