import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

/** The next numbers of an institute's year, counted in this transaction: whoever else wants one waits, so that none is lost. */
export async function takeFromSeries(db: Db, instituteId: string, year: number, count: number): Promise<{ from: number; to: number }> {
  const { last } = await db
    .insertInto('verificationSeries')
    .values({ instituteId, year, last: count })
    .onConflict((conflict) =>
      conflict.constraint('verification_series_once').doUpdateSet({ last: sql<number>`verification_series.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return { from: last - count + 1, to: last };
}

/** The institute's code in its certificate numbers; null before its first certificate. */
export async function findCode(db: Db, instituteId: string): Promise<string | null> {
  const row = await db.selectFrom('certificateIssuer').select('code').where('instituteId', '=', instituteId).executeTakeFirst();
  return row?.code ?? null;
}

type Given = {
  instituteId: string;
  year: number;
  sequence: number;
  number: string;
  personId: string;
  at: string;
} & ({ fate: 'used'; verificationId: string; device: null } | { fate: 'reserved'; verificationId: null; device: string });

export const insertNumbers = (db: Db, numbers: readonly Given[]) =>
  db
    .insertInto('verificationNumber')
    .values([...numbers])
    .execute();

/** Takes a reserved number for a record; false when it is not reserved, or not any more. */
export async function useReserved(
  db: Db,
  instituteId: string,
  number: string,
  use: { verificationId: string; personId: string; at: string },
): Promise<boolean> {
  const taken = await db
    .updateTable('verificationNumber')
    .set({ ...use, fate: 'used' })
    .where('instituteId', '=', instituteId)
    .where('number', '=', number)
    .where('fate', '=', 'reserved')
    .returning('number')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Voids reserved numbers; answers those that were. */
export async function voidReserved(
  db: Db,
  instituteId: string,
  numbers: readonly string[],
  ending: { reason: string; personId: string; at: string },
): Promise<string[]> {
  const rows = await db
    .updateTable('verificationNumber')
    .set({ ...ending, fate: 'void' })
    .where('instituteId', '=', instituteId)
    .where('number', 'in', [...numbers])
    .where('fate', '=', 'reserved')
    .returning('number')
    .execute();
  return rows.map(({ number }) => number);
}

const numbersIn = (db: Db, scope: Scope) =>
  db
    .selectFrom('verificationNumber as given')
    .innerJoin('organization as institute', 'institute.id', 'given.instituteId')
    .innerJoin('personDetail', 'personDetail.personId', 'given.personId')
    .where(scopeCondition(scope, { region: 'institute.region', organization: 'given.instituteId' }));

type Filter = {
  q?: string | undefined;
  year?: number | undefined;
  fate?: string | undefined;
  device?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listNumbers(db: Db, scope: Scope, filter: Filter) {
  let query = numbersIn(db, scope);
  if (filter.year !== undefined) query = query.where('given.year', '=', filter.year);
  if (filter.fate !== undefined) query = query.where('given.fate', '=', filter.fate);
  if (filter.device !== undefined) query = query.where('given.device', '=', filter.device);
  if (filter.q !== undefined && filter.q !== '') query = query.where('given.number', 'ilike', `%${filter.q}%`);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const [, year, sequence, institute] =
    /^(\d{1,4}) (\d{1,9}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(filter.after ?? '') ?? [];
  if (year !== undefined)
    query = query.where(
      sql<boolean>`(given.year, given.sequence, given.institute_id) < (${Number(year)}::int, ${Number(sequence)}::int, ${institute}::uuid)`,
    );
  const rows = await query
    .selectAll('given')
    .select('personDetail.name as person')
    .orderBy('given.year', 'desc')
    .orderBy('given.sequence', 'desc')
    .orderBy('given.instituteId', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Of each year: what became of the numbers that were given. */
export const countFates = (db: Db, scope: Scope) =>
  numbersIn(db, scope)
    .select([
      'given.year',
      sql<number>`(count(*) filter (where given.fate = 'used'))::int`.as('used'),
      sql<number>`(count(*) filter (where given.fate = 'reserved'))::int`.as('reserved'),
      sql<number>`(count(*) filter (where given.fate = 'void'))::int`.as('void'),
    ])
    .groupBy('given.year')
    .execute();

/** Of each year: how many numbers the series have given. */
export const countGiven = (db: Db, scope: Scope) =>
  db
    .selectFrom('verificationSeries as series')
    .innerJoin('organization as institute', 'institute.id', 'series.instituteId')
    .select(['series.year', sql<number>`sum(series.last)::int`.as('last')])
    .groupBy('series.year')
    .orderBy('series.year', 'desc')
    .where(scopeCondition(scope, { region: 'institute.region', organization: 'series.instituteId' }))
    .execute();
