import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { inRegion, scopeCondition } from '../../../platform/scope-condition.ts';
import type { EntryKind } from '../rules/kinds.ts';
import type { ShownStatus } from '../rules/life-cycle.ts';
import { entries } from './entry.ts';

export type EntryFilter = {
  q?: string | undefined;
  kind?: EntryKind | undefined;
  status?: ShownStatus | undefined;
  level?: string | undefined;
  facet?: string | undefined;
  region?: string | undefined;
  organization?: string | undefined;
  stock?: string | undefined;
  asOf?: string | undefined;
  knownAt?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

type Query = ReturnType<typeof entries>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'v.region', organization: 'v.organizationId' });

/** Accepted with a last day that has passed is what is shown as lapsed. */
function ofStatus(query: Query, status: ShownStatus, today: string): Query {
  if (status === 'lapsed') return query.where('v.status', '=', 'accepted').where('v.countsTo', '<=', today);
  const same = query.where('v.status', '=', status);
  return status === 'accepted' ? same.where((it) => it.or([it('v.countsTo', 'is', null), it('v.countsTo', '>', today)])) : same;
}

function matching(db: Db, scope: Scope, filter: EntryFilter, today: string): Query {
  let query = entries(db).where(within(scope));
  const { q, kind, status, level, facet, region, organization, stock, asOf, knownAt, from, to } = filter;
  query =
    knownAt === undefined
      ? query.where('v.supersededAt', 'is', null)
      : query
          .where('v.recordedAt', '<=', knownAt)
          .where((it) => it.or([it('v.supersededAt', 'is', null), it('v.supersededAt', '>', knownAt)]));
  if (kind !== undefined) query = query.where('v.kind', '=', kind);
  if (status !== undefined) query = ofStatus(query, status, today);
  if (level !== undefined) query = query.where('v.level', 'in', level.split(','));
  if (facet !== undefined) query = query.where('v.facet', '=', facet);
  if (region !== undefined) query = query.where(inRegion('v.region', region));
  if (organization !== undefined) query = query.where('v.organizationId', '=', organization);
  if (stock !== undefined) query = query.where('e.stockId', '=', stock);
  if (asOf !== undefined) {
    query = query.where('v.countsFrom', '<=', asOf).where((it) => it.or([it('v.countsTo', 'is', null), it('v.countsTo', '>', asOf)]));
  }
  if (from !== undefined) query = query.where('v.countsFrom', '>=', from);
  if (to !== undefined) query = query.where('v.countsFrom', '<=', to);
  if (q !== undefined && q.trim() !== '') query = query.where(sql<boolean>`(v.title || ' ' || v.document_number) ilike ${`%${q.trim()}%`}`);
  return query;
}

export async function listEntries(
  db: Db,
  scope: Scope,
  filter: EntryFilter & { limit: number; after?: string | undefined },
  today: string,
) {
  let query = matching(db, scope, filter, today);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const from = readCursor(filter.after);
  if (from !== undefined) query = query.where(sql<boolean>`(e.submitted_at, e.id) < (${from.at}::timestamptz, ${from.id}::uuid)`);
  const rows = await query
    .orderBy('e.submittedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const exportEntries = (db: Db, scope: Scope, filter: EntryFilter, today: string) =>
  matching(db, scope, filter, today).orderBy('v.since').orderBy('e.id').execute();

export const countByKind = (db: Db, scope: Scope) =>
  db
    .selectFrom(entries(db).where(within(scope)).where('v.supersededAt', 'is', null).as('found'))
    .select(['kind', sql<number>`count(*)::int`.as('total')])
    .select(sql<number>`count(*) filter (where status in ('submitted', 'reviewed'))::int`.as('open'))
    .groupBy('kind')
    .execute();

export async function listPublicCommitments(
  db: Db,
  query: { q?: string | undefined; limit: number; after?: string | undefined },
  today: string,
) {
  let live = db
    .selectFrom('entryVersion as v')
    .select(['v.entryId', 'v.title', 'v.payload', 'v.since'])
    .where('v.supersededAt', 'is', null)
    .where('v.kind', '=', 'commitment')
    .where('v.countsFrom', '<=', today)
    .where((it) => it.or([it('v.countsTo', 'is', null), it('v.countsTo', '>', today)]));
  if (query.q !== undefined && query.q.trim() !== '')
    live = live
      .where(sql<boolean>`(v.title || ' ' || v.document_number) ilike ${`%${query.q.trim()}%`}`)
      .where('v.title', 'ilike', `%${query.q.trim()}%`);
  const { total } = await db
    .selectFrom(live.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (query.after !== undefined)
    live = live.where(
      sql<boolean>`(v.title, v.entry_id::text) > (split_part(${query.after}, '\n', 1), split_part(${query.after}, '\n', 2))`,
    );
  const rows = await live
    .orderBy('v.title')
    .orderBy(sql`v.entry_id::text`)
    .limit(query.limit + 1)
    .execute();
  return { rows, total };
}

/** The codes of the regions that have an authority or institute here. */
export const listRegions = (db: Db) =>
  db
    .selectFrom('organization')
    .select('region')
    .distinct()
    .where('kind', 'in', ['government', 'bureau', 'institute'])
    .orderBy('region')
    .execute();
