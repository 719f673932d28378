import { sql, type SqlBool } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion } from '../../../platform/scope-condition.ts';
import type { LetterFact } from '../rules/letter.ts';
import type { LetterKind, LetterState } from '../rules/states.ts';

export type NewLetter = {
  id: string;
  kind: LetterKind;
  organizationId: string;
  facts: readonly LetterFact[];
  personId: string;
  at: string;
};

export const insertLetter = (db: Db, letter: NewLetter) =>
  db
    .insertInto('taskLetter')
    .values({ ...letter, facts: JSON.stringify(letter.facts), state: 'drafted' })
    .execute();

export type NewVersion = { letterId: string; version: number; title: string; text: string; personId: string; at: string };

export const insertVersion = (db: Db, version: NewVersion) => db.insertInto('taskLetterVersion').values(version).execute();

export const listVersions = (db: Db, letterId: string) =>
  db
    .selectFrom('taskLetterVersion as version')
    .innerJoin('personDetail', 'personDetail.personId', 'version.personId')
    .select(['version.version', 'version.title', 'version.text', 'version.at', 'personDetail.name as person'])
    .where('version.letterId', '=', letterId)
    .orderBy('version.version')
    .execute();

const letters = (db: Db) =>
  db
    .selectFrom('taskLetter as letter')
    .innerJoin('organization', 'organization.id', 'letter.organizationId')
    .innerJoinLateral(
      (it) =>
        it
          .selectFrom('taskLetterVersion')
          .select('title')
          .whereRef('letterId', '=', 'letter.id')
          .orderBy('version', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .selectAll('letter')
    .select(['organization.name as organizationName', 'latest.title', sql<number>`jsonb_array_length(letter.facts)`.as('items')]);

/** Drafts are the plan office's own; a recipient, and its county's regulator, sees what was issued. */
function visibleTo(caller: Caller) {
  if (caller.permits.has('task.oversee') || (caller.scope.kind === 'city' && caller.roles.includes('auditor'))) return sql<SqlBool>`true`;
  if (caller.scope.kind === 'region')
    return sql<SqlBool>`(letter.state = 'issued' and ${inRegion('organization.region', caller.scope.region)})`;
  return sql<SqlBool>`(letter.state = 'issued' and letter.organization_id = ${caller.organizationId})`;
}

export type LetterRow = NonNullable<Awaited<ReturnType<typeof findLetter>>>;

export const findLetter = (db: Db, caller: Caller, id: string) =>
  letters(db).where('letter.id', '=', id).where(visibleTo(caller)).executeTakeFirst();

export const lockLetter = (db: Db, id: string) =>
  db.selectFrom('taskLetter').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const findByNumber = (db: Db, documentNumber: string) =>
  db.selectFrom('taskLetter').select('id').where('documentNumber', '=', documentNumber).executeTakeFirst();

type LetterFilter = {
  q?: string | undefined;
  state?: LetterState | undefined;
  kind?: LetterKind | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listLetters(db: Db, caller: Caller, filter: LetterFilter) {
  let query = letters(db).where(visibleTo(caller));
  if (filter.state !== undefined) query = query.where('letter.state', '=', filter.state);
  if (filter.kind !== undefined) query = query.where('letter.kind', '=', filter.kind);
  if (filter.q !== undefined && filter.q !== '')
    query = query.where(
      sql<SqlBool>`(organization.name || ' ' || latest.title || ' ' || coalesce(letter.document_number, '')) ilike ${`%${filter.q}%`}`,
    );
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [at = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(letter.at, letter.id::text) < (${at}::timestamptz, ${id})`);
  }
  const rows = await query
    .orderBy('letter.at', 'desc')
    .orderBy(sql`letter.id::text`, 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Letters issued to an organization. */
export const listReceived = (db: Db, organizationId: string) =>
  letters(db)
    .where('letter.state', '=', 'issued')
    .where('letter.organizationId', '=', organizationId)
    .orderBy('letter.at', 'desc')
    .limit(50)
    .execute();

/** Letters that name an item, within what the caller may see. */
export const listLettersAbout = (db: Db, caller: Caller, itemId: string) =>
  letters(db)
    .where(visibleTo(caller))
    .where(sql<SqlBool>`letter.facts @> ${JSON.stringify([{ item: itemId }])}::jsonb`)
    .orderBy('letter.at')
    .execute();

export type Issue = { office: string; documentNumber: string; signedBy: string; issuedOn: Day };

export const issueLetter = (db: Db, id: string, issue: Issue) =>
  db
    .updateTable('taskLetter')
    .set({ ...issue, state: 'issued' })
    .where('id', '=', id)
    .execute();

export const discardLetter = (db: Db, id: string, reason: string) =>
  db.updateTable('taskLetter').set({ state: 'discarded', reason }).where('id', '=', id).execute();
