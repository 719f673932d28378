import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { comparisonProblems, type Comparison, type Protocol } from '../contract.ts';
import { allowedComparisonActions, comparisonLifeCycle, type ComparisonAction, type ComparisonState, type Part } from '../rules.ts';
import * as memberStore from '../store/member.ts';
import * as store from '../store/round.ts';

/** A round as the caller meets it. */
export type Round = { readonly row: store.RoundRow; readonly state: ComparisonState; readonly parts: readonly Part[] };

const partsIn = (ctx: Context, row: store.RoundRow, isMember: boolean): Part[] => {
  const own = ctx.caller.organizationId;
  return [
    ...(row.organizerId === own ? (['organizer'] as const) : []),
    ...(row.pilotId === own ? (['pilot'] as const) : []),
    ...(isMember ? (['member'] as const) : []),
    ...(row.pilotWay === 'open-call' && row.organizerId !== own ? (['candidate'] as const) : []),
  ];
};

/** A round within the caller's reach. */
export async function getRound(ctx: Context, id: string): Promise<Round> {
  const row = await store.findRound(ctx.db, ctx.caller.scope, id, ctx.now);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  const memberships = await store.listMemberships(ctx.db, ctx.caller.organizationId, [id]);
  return { row, state: row.stateNow as ComparisonState, parts: partsIn(ctx, row, memberships.has(id)) };
}

/** Locks a round for a deed of this caller; a version that others have overtaken is stale. */
export async function openFor(ctx: Context, id: string, action: ComparisonAction, version?: number): Promise<Round> {
  await getRound(ctx, id);
  await store.lockRound(ctx.db, id);
  const round = await getRound(ctx, id);
  if (!(action in comparisonLifeCycle[round.state])) throw new Problem(comparisonProblems.wrongState);
  if (!allowedComparisonActions(round.state, round.parts, ctx.caller).includes(action)) throw new Problem(platformProblems.forbidden);
  if (version !== undefined && round.row.version !== version) throw new Problem(platformProblems.stale);
  return round;
}

export const organizationOf = (id: string, name: string) => ({ id, name });

export const toComparison = ({ row, state, parts }: Round): Comparison =>
  ({
    id: row.id,
    title: row.title,
    quantity: row.quantity,
    regulation: row.regulation,
    instrumentKind: row.instrumentKind,
    duty: row.duty,
    documentNumber: row.documentNumber,
    organizer: organizationOf(row.organizerId, row.organizerName),
    pilot: row.pilotId === null ? null : organizationOf(row.pilotId, row.pilotName ?? ''),
    state,
    members: row.members,
    commitUntil: row.commitUntil,
    revealUntil: row.revealUntil,
    commentUntil: row.commentUntil,
    parts: [...parts],
    version: row.version,
    recordedAt: row.recordedAt,
    demonstration: row.demonstration,
  }) as Comparison;

export const replyComparison = async (ctx: Context, id: string): Promise<Comparison> => toComparison(await getRound(ctx, id));

export async function toComparisons(ctx: Context, rows: readonly store.RoundRow[]): Promise<Comparison[]> {
  const memberships = await store.listMemberships(
    ctx.db,
    ctx.caller.organizationId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    toComparison({ row, state: row.stateNow as ComparisonState, parts: partsIn(ctx, row, memberships.has(row.id)) }),
  );
}

/** The caller's own row in a round that it takes part in. */
export async function getOwnMember(ctx: Context, id: string): Promise<memberStore.MemberRow> {
  const members = await memberStore.listMembers(ctx.db, id);
  const own = members.find(({ organizationId, state }) => organizationId === ctx.caller.organizationId && state === 'confirmed');
  if (own === undefined) throw new Problem(platformProblems.forbidden);
  return own;
}

export async function findProtocol(ctx: Context, id: string): Promise<(Protocol & { number: number; by: string; at: string }) | undefined> {
  const row = await store.findProtocol(ctx.db, id);
  return row && { ...(row.content as unknown as Protocol), number: row.number, by: row.person, at: row.at };
}

export async function getProtocol(ctx: Context, id: string): Promise<Protocol> {
  const protocol = await findProtocol(ctx, id);
  if (protocol === undefined) throw new Problem(comparisonProblems.protocolMissing);
  return protocol;
}

export const datesRefused = (ctx: Context, issues: readonly (readonly [path: (string | number)[], text: Text])[]): Problem =>
  new Problem(comparisonProblems.dates, { issues: issues.map(([path, text]) => ({ path, message: inLanguage(text, ctx.language) })) });
