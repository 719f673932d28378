import { sql } from 'kysely';
import { likePart } from '../../../kernel/text.ts';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

/** Where a round stands at an instant: rules.ts says the same of one row. */
const stateAt = (now: string) => sql<string>`case
  when comparison.state <> 'under-way' then comparison.state
  when ${now}::timestamptz < comparison.commit_until then 'sealing'
  when comparison.revealed_at is not null or ${now}::timestamptz >= comparison.reveal_until then 'opened'
  else 'revealing' end`;

const rounds = (db: Db, now: string) =>
  db
    .selectFrom('comparison')
    .innerJoin('organization as organizer', 'organizer.id', 'comparison.organizerId')
    .leftJoin('organization as pilot', 'pilot.id', 'comparison.pilotId')
    .selectAll('comparison')
    .select(['organizer.name as organizerName', 'pilot.name as pilotName', stateAt(now).as('stateNow')])
    .select(
      sql<number>`(select count(*)::int from comparison_member member where member.comparison_id = comparison.id and member.state = 'confirmed')`.as(
        'members',
      ),
    );

export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>;

const isMember = (organization: string) =>
  sql<boolean>`exists (select from comparison_member member where member.comparison_id = comparison.id and member.organization_id = ${organization})`;

/** An open call is for the institutes of the region that organises it. */
const isCalled = (organization: string) => sql<boolean>`(comparison.state = 'announced' and comparison.pilot_way = 'open-call' and exists (
  select from organization own where own.id = ${organization} and own.kind in ('institute', 'authorised-company')
  and own.region like regexp_replace(comparison.region, '(00)+$', '') || '%'))`;

/** Rounds that touch a caller: a region sees also those in which one of its institutes takes part. */
const within = (scope: Scope) =>
  scopeCondition(scope, {
    region: (like) => sql<boolean>`(comparison.region like ${like} or exists (
        select from comparison_member member join organization own on own.id = member.organization_id
        where member.comparison_id = comparison.id and own.region like ${like}))`,
    organization: (id) => sql<boolean>`(comparison.organizer_id = ${id} or comparison.pilot_id = ${id}
        or (comparison.state <> 'drafted' and ${isMember(id)}) or ${isCalled(id)})`,
  });

export const findRound = (db: Db, scope: Scope, id: string, now: string) =>
  rounds(db, now).where('comparison.id', '=', id).where(within(scope)).executeTakeFirst();

/** The row itself, for the clock that moves it; nobody else's rows are locked by a reference to it. */
export const lockRound = (db: Db, id: string) =>
  db.selectFrom('comparison').select('version').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  duty?: string | undefined;
  part?: string | undefined;
  regulation?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listRounds(db: Db, scope: Scope, organizationId: string, filter: Filter, now: string) {
  let query = rounds(db, now).where(within(scope));
  if (filter.state !== undefined) query = query.where(sql<boolean>`${stateAt(now)} = ${filter.state}`);
  if (filter.duty !== undefined) query = query.where('comparison.duty', '=', filter.duty);
  if (filter.regulation !== undefined) query = query.where('comparison.regulation', '=', filter.regulation);
  if (filter.part === 'organizer') query = query.where('comparison.organizerId', '=', organizationId);
  if (filter.part === 'pilot') query = query.where('comparison.pilotId', '=', organizationId);
  if (filter.part === 'member') query = query.where(isMember(organizationId));
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(
      sql<boolean>`(comparison.title ilike ${like} or comparison.document_number ilike ${like} or comparison.quantity ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('comparison.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(comparison.recorded_at, comparison.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('comparison.recordedAt', 'desc')
    .orderBy('comparison.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Rounds of these ids in which an organization takes part. */
export async function listMemberships(db: Db, organizationId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0 || organizationId === '') return new Set();
  const rows = await db
    .selectFrom('comparisonMember')
    .select('comparisonId')
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'confirmed')
    .where('comparisonId', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ comparisonId }) => comparisonId));
}

export const listFollowers = (db: Db, id: string) =>
  db.selectFrom('comparison').select(['id', 'title']).where('followsId', '=', id).orderBy('recordedAt').execute();
export const findTitle = (db: Db, id: string) =>
  db.selectFrom('comparison').select(['id', 'title']).where('id', '=', id).executeTakeFirst();

export type SubjectColumns = {
  title: string;
  quantity: string;
  regulation: string | null;
  instrumentKind: string | null;
  duty: string;
  documentNumber: string;
  aim: string;
  pilotWay: string;
  callUntil: string | null;
};

export const insertRound = (
  db: Db,
  round: SubjectColumns & {
    id: string;
    organizerId: string;
    region: string;
    followsId: string | null;
    personId: string;
    recordedAt: string;
    demonstration: boolean;
  },
) =>
  db
    .insertInto('comparison')
    .values({ ...round, state: 'drafted' })
    .execute();

export type RoundChange = Partial<SubjectColumns> & {
  pilotId?: string;
  pilotReason?: string;
  state?: string;
  commitUntil?: string;
  revealUntil?: string;
  commentUntil?: string;
  sealedAt?: string;
  commitmentsDigest?: string;
  revealedAt?: string;
  finalAt?: string;
  namesPublishedAt?: string;
  namesDocumentNumber?: string;
};

export const changeRound = (db: Db, id: string, change: RoundChange) =>
  db
    .updateTable('comparison')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();

/** Rounds whose clock has moved without anybody having noted it. */
export const listUnsealed = (db: Db, now: string) =>
  db
    .selectFrom('comparison')
    .select('id')
    .where('state', '=', 'under-way')
    .where('sealedAt', 'is', null)
    .where('commitUntil', '<=', now)
    .orderBy('id')
    .execute();

export const insertProtocol = (
  db: Db,
  protocol: { id: string; comparisonId: string; number: number; content: object; personId: string; at: string },
) =>
  db
    .insertInto('comparisonProtocol')
    .values({ ...protocol, content: JSON.stringify(protocol.content) })
    .execute();

/** The last draft of the protocol, which holds. */
export const findProtocol = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonProtocol')
    .innerJoin('personDetail', 'personDetail.personId', 'comparisonProtocol.personId')
    .select(['comparisonProtocol.content', 'comparisonProtocol.number', 'comparisonProtocol.at', 'personDetail.name as person'])
    .where('comparisonId', '=', comparisonId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertCheck = (
  db: Db,
  check: {
    id: string;
    comparisonId: string;
    kind: string;
    point: string;
    input: object;
    outcome: object;
    acceptable: boolean;
    personId: string;
    at: string;
  },
) =>
  db
    .insertInto('comparisonArtefactCheck')
    .values({ ...check, input: JSON.stringify(check.input), outcome: JSON.stringify(check.outcome) })
    .execute();

export const listChecks = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonArtefactCheck')
    .innerJoin('personDetail', 'personDetail.personId', 'comparisonArtefactCheck.personId')
    .selectAll('comparisonArtefactCheck')
    .select('personDetail.name as person')
    .where('comparisonId', '=', comparisonId)
    .orderBy('at')
    .limit(500)
    .execute();

/** False when the institute has offered already. */
export async function insertProposal(
  db: Db,
  proposal: { id: string; comparisonId: string; organizationId: string; text: string; files: string[]; personId: string; at: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('comparisonProposal')
    .values(proposal)
    .onConflict((conflict) => conflict.constraint('comparison_proposal_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const listProposals = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonProposal')
    .innerJoin('organization', 'organization.id', 'comparisonProposal.organizationId')
    .selectAll('comparisonProposal')
    .select('organization.name as organizationName')
    .where('comparisonId', '=', comparisonId)
    .orderBy('at')
    .limit(200)
    .execute();
