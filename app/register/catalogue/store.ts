import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { scopeCondition } from '../../platform/scope-condition.ts';
import type { AdoptionStatus } from './rules.ts';

const adoptions = (db: Db) =>
  db
    .selectFrom('catalogueAdoption')
    .innerJoin('organization', 'organization.id', 'catalogueAdoption.instituteId')
    .innerJoin('personDetail as proposer', 'proposer.personId', 'catalogueAdoption.proposedBy')
    .leftJoin('personDetail as decider', 'decider.personId', 'catalogueAdoption.decidedBy')
    .selectAll('catalogueAdoption')
    .select(['organization.name as instituteName', 'organization.region', 'proposer.name as proposerName', 'decider.name as deciderName']);

export type AdoptionRow = NonNullable<Awaited<ReturnType<typeof findAdoption>>>;

export const findAdoption = (db: Db, id: string) => adoptions(db).where('catalogueAdoption.id', '=', id).executeTakeFirst();

/** Locked until the end of the transaction, so that two people do not decide at once. */
export const lockAdoption = (db: Db, id: string) =>
  db.selectFrom('catalogueAdoption').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findAdopted = (db: Db, instituteId: string, edition: string) =>
  adoptions(db)
    .where('catalogueAdoption.instituteId', '=', instituteId)
    .where('catalogueAdoption.edition', '=', edition)
    .where('catalogueAdoption.status', '=', 'adopted')
    .executeTakeFirst();

/** What an institute has proposed or adopted and not ended. */
export const listLiveAdoptions = (db: Db, instituteId: string) =>
  db
    .selectFrom('catalogueAdoption')
    .select(['edition', 'status', 'digest'])
    .where('instituteId', '=', instituteId)
    .where('status', 'in', ['proposed', 'adopted'])
    .execute();

type Filter = {
  q?: string | undefined;
  edition?: string | undefined;
  status?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listAdoptions(db: Db, scope: Scope, filter: Filter) {
  let query = adoptions(db).where(scopeCondition(scope, { region: 'organization.region', organization: 'catalogueAdoption.instituteId' }));
  if (filter.edition !== undefined) query = query.where('catalogueAdoption.edition', '=', filter.edition);
  if (filter.status !== undefined) query = query.where('catalogueAdoption.status', '=', filter.status);
  if (filter.q !== undefined && filter.q !== '') query = query.where('organization.name', 'like', `%${filter.q}%`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(catalogue_adoption.proposed_at, catalogue_adoption.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('catalogueAdoption.proposedAt', 'desc')
    .orderBy('catalogueAdoption.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const listConfirmations = (db: Db, adoptionId: string) =>
  db
    .selectFrom('catalogueConfirmation')
    .select(['path', 'value', 'clause', 'entered'])
    .where('adoptionId', '=', adoptionId)
    .orderBy('path')
    .execute();

export type Confirmation = Awaited<ReturnType<typeof listConfirmations>>[number];

/** False when one is proposed already. The index's condition is no parameter: a plan for any parameter would not find the index. */
export async function insertAdoption(
  db: Db,
  adoption: {
    id: string;
    instituteId: string;
    edition: string;
    digest: string;
    contentDigest: string;
    source: string;
    proposedBy: string;
    proposedAt: string;
    demonstration: boolean;
  },
  confirmations: readonly { path: string; value: string; clause: string; entered: boolean }[],
): Promise<boolean> {
  const inserted = await db
    .insertInto('catalogueAdoption')
    .values({ ...adoption, status: 'proposed' })
    .onConflict((conflict) =>
      conflict
        .columns(['instituteId', 'edition'])
        .where(sql<boolean>`status = 'proposed'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await db
    .insertInto('catalogueConfirmation')
    .values(confirmations.map((entry) => ({ adoptionId: adoption.id, ...entry })))
    .execute();
  return true;
}

export const decideAdoption = (
  db: Db,
  id: string,
  decision: { status: AdoptionStatus; decidedBy: string; decidedAt: string; reason: string | null },
) => db.updateTable('catalogueAdoption').set(decision).where('id', '=', id).execute();

/** A withdrawal before any decision is the proposer's own; the row keeps who ended it. */
export const endAdoption = (db: Db, id: string, ending: { status: AdoptionStatus; endedBy: string; endedAt: string; reason: string }) =>
  db.updateTable('catalogueAdoption').set(ending).where('id', '=', id).execute();

export async function isInstitute(db: Db, organizationId: string): Promise<boolean> {
  const row = await db.selectFrom('organization').select('kind').where('id', '=', organizationId).executeTakeFirst();
  return row !== undefined && ['institute', 'authorised-company'].includes(row.kind);
}
