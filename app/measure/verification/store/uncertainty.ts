import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

type Statement = {
  verificationId: string;
  resultDigest: string;
  /** JSON of the stated uncertainties. */
  items: string;
  basis: string | null;
  personId: string;
  at: string;
};
export const insertStatement = (db: Db, statement: Statement) =>
  db
    .insertInto('verificationUncertainty')
    .values({
      ...statement,
      sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from verification_uncertainty where verification_id = ${statement.verificationId})`,
    })
    .execute();

/** The last statement for a result. */
export const findStatement = (db: Db, verificationId: string, resultDigest: string) =>
  db
    .selectFrom('verificationUncertainty as stated')
    .leftJoin('personDetail as person', 'person.personId', 'stated.personId')
    .select(['stated.items', 'stated.basis', 'stated.at', 'person.name as person'])
    .where('stated.verificationId', '=', verificationId)
    .where('stated.resultDigest', '=', resultDigest)
    .orderBy('stated.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The instrument with this code, whoever holds it: whoever has the plate in hands knows the code. */
export const findByCode = (db: Db, code: string) =>
  db.selectFrom('instrument').select(['id', 'status', 'use', 'region']).where('code', '=', code).executeTakeFirst();
