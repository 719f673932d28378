import type { Db } from '../../../platform/context.ts';

export const listCommitments = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonCommitment')
    .innerJoin('comparisonMember', 'comparisonMember.id', 'comparisonCommitment.memberId')
    .selectAll('comparisonCommitment')
    .select('comparisonMember.state as memberState')
    .where('comparisonCommitment.comparisonId', '=', comparisonId)
    .orderBy('comparisonCommitment.at')
    .orderBy('comparisonCommitment.digest')
    .execute();

/** Which of two rules refused it; undefined: it was written. */
export async function insertCommitment(
  db: Db,
  commitment: {
    id: string;
    comparisonId: string;
    memberId: string;
    number: number;
    digest: string;
    keeping: string;
    sealed: string | null;
    reason: string | null;
    personId: string;
    at: string;
  },
): Promise<'taken' | undefined> {
  const inserted = await db
    .insertInto('comparisonCommitment')
    .values(commitment)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted === undefined ? 'taken' : undefined;
}

type Reveal = {
  id: string;
  comparisonId: string;
  memberId: string;
  commitmentId: string;
  matches: boolean;
  digest: string;
  sealed: string | null;
  personId: string | null;
  at: string;
};

/** False when this laboratory has revealed already. */
export async function insertReveal(db: Db, reveal: Reveal): Promise<boolean> {
  const inserted = await db
    .insertInto('comparisonReveal')
    .values(reveal)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const listReveals = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonReveal')
    .innerJoin('comparisonMember', 'comparisonMember.id', 'comparisonReveal.memberId')
    .selectAll('comparisonReveal')
    .select(['comparisonMember.code', 'comparisonMember.state as memberState'])
    .where('comparisonReveal.comparisonId', '=', comparisonId)
    .where('comparisonReveal.matches', '=', true)
    .orderBy('comparisonReveal.at')
    .orderBy('comparisonReveal.id')
    .execute();
