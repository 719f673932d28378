import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export const listProposals = (db: Db, roundId: string, limit = 20) =>
  db
    .selectFrom('roundProposal')
    .innerJoin('personDetail as asker', 'asker.personId', 'roundProposal.askedBy')
    .leftJoin('personDetail as applier', 'applier.personId', 'roundProposal.appliedBy')
    .selectAll('roundProposal')
    .select(['asker.name as askerName', 'applier.name as applierName'])
    .where('roundId', '=', roundId)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number];

export const findProposal = (db: Db, id: string) => db.selectFrom('roundProposal').selectAll().where('id', '=', id).executeTakeFirst();

export const lockProposal = (db: Db, id: string) =>
  db.selectFrom('roundProposal').select(['state', 'appliedAt']).where('id', '=', id).forUpdate().executeTakeFirst();

export const insertProposal = (
  db: Db,
  row: { id: string; roundId: string; kind: string; input: unknown; askedBy: string; askedAt: string },
) =>
  db
    .insertInto('roundProposal')
    .values({ ...row, input: JSON.stringify(row.input), state: 'waiting' })
    .execute();

/** True when this call may solve it: it waited, or an earlier attempt was cut off. */
export async function beginSolving(db: Db, id: string): Promise<boolean> {
  const row = await db
    .updateTable('roundProposal')
    .set({ state: 'solving' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'solving'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export const endSolving = (
  db: Db,
  id: string,
  { result, ...end }: { state: string; result: unknown; solver: string | null; seconds: number; gap: number | null; endedAt: string },
) =>
  db
    .updateTable('roundProposal')
    .set({ ...end, result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute();

export const setApplied = (db: Db, id: string, by: string, at: string) =>
  db.updateTable('roundProposal').set({ appliedBy: by, appliedAt: at }).where('id', '=', id).execute();

export type DefaultRow = {
  readonly region: string;
  readonly placeKind: string;
  readonly places: number;
  readonly total: number;
  readonly due: number;
  readonly neverVerified: number;
  readonly earliest: string | null;
};

/** What stands in places of these kinds, by county: in use, of the pairs that an institute serves, and what of it is due by a day. */
export async function countDefaults(
  db: Db,
  pairs: readonly { readonly region: string; readonly kind: string }[],
  placeKinds: readonly string[],
  dueBy: string,
): Promise<DefaultRow[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<DefaultRow>`
    with served as (select split_part(pair, ' ', 1) as region, split_part(pair, ' ', 2) as kind
      from unnest(${pairs.map(({ region, kind }) => `${region} ${kind}`)}::text[]) pair)
    select place.region, place.kind as place_kind, count(distinct place.id)::int as places, count(*)::int as total,
      count(*) filter (where instrument.due_on <= ${dueBy} or (instrument.due_on is null and instrument.verdict is null))::int as due,
      count(*) filter (where instrument.due_on is null and instrument.verdict is null)::int as never_verified,
      min(instrument.due_on) as earliest
    from place
    join instrument on instrument.place_id = place.id and instrument.status = 'in-use'
    join served on served.region = instrument.region and served.kind = instrument.kind
    where place.kind = any(${[...placeKinds]}::text[])
    group by place.region, place.kind order by place.region, place.kind`.execute(db);
  return rows;
}

/** The rounds that stand for default plans, but those cancelled. */
export const listDefaultRounds = (db: Db, instituteId: string, keys: readonly string[]) =>
  db
    .selectFrom('round')
    .select(['id', 'name', 'state', 'defaultKey'])
    .where('instituteId', '=', instituteId)
    .where('state', '<>', 'cancelled')
    .where(sql<boolean>`default_key = any(${[...keys]}::text[])`)
    .execute();

/** Institutes that hold a designation on a day: for them default rounds are drafted. */
export const listInstitutes = (db: Db, day: string) =>
  db
    .selectFrom('designation')
    .innerJoin('organization', 'organization.id', 'designation.instituteId')
    .select(['organization.id', 'organization.region'])
    .distinct()
    .where('designation.validFrom', '<=', day)
    .where((it) => it.or([it('designation.validTo', 'is', null), it('designation.validTo', '>=', day)]))
    .orderBy('organization.id')
    .execute();

/** The government of a region, after which the region is called. */
export const findGovernment = (db: Db, region: string) =>
  db.selectFrom('organization').select(['name', 'nameEn']).where('kind', '=', 'government').where('region', '=', region).executeTakeFirst();
