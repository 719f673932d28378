import type { Context } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { cardsOf } from '../../../register/file/service.ts';
import type { Correction, Details, Ground, Member, ReportComment } from '../contract.ts';
import { allowedComparisonActions, isOpened, isReported, type Duty } from '../rules.ts';
import type { LaboratoryResult } from '../rules/method.ts';
import { consequencesOf } from '../rules/standing.ts';
import * as handoverStore from '../store/handover.ts';
import { listMembers, type MemberRow } from '../store/member.ts';
import * as reportStore from '../store/report.ts';
import * as store from '../store/round.ts';
import { evaluationFor, type StoredEvaluation } from './evaluation.ts';
import { checkFacts, toHandover } from './handover.ts';
import { mayStep } from './report.ts';
import { findProtocol, organizationOf, toComparison, type Round } from './round.ts';

type Sight = {
  readonly round: Round;
  readonly evaluation: StoredEvaluation | undefined;
  readonly own: MemberRow | undefined;
  readonly isOrganizer: boolean;
};

const isSilent = ({ state, commitmentId, revealedAt }: MemberRow): boolean =>
  state === 'confirmed' && (commitmentId === null || revealedAt === null);

/**
 * A laboratory as far as the caller may know it. Before results are opened the names are known and no number; afterwards the numbers and
 * no name, save one's own, those of laboratories that gave nothing, and all of them where the organiser has published them.
 */
function toMember(row: MemberRow, { round, evaluation, own, isOrganizer }: Sight): Member {
  const isOwn = own?.id === row.id;
  const [isWhole, opened] = [isOrganizer || isOwn, isOpened(round.state)];
  const named = isWhole || !opened || round.row.namesPublishedAt !== null || isSilent(row);
  const numbered = isWhole || opened;
  const result = (numbered ? evaluation?.outcome.laboratories.find(({ code }) => code === row.code)?.result : undefined) ?? null;
  return {
    id: isWhole ? row.id : null,
    code: numbered ? row.code : null,
    organization: named ? organizationOf(row.organizationId, row.organizationName) : null,
    duty: isWhole || !opened ? row.duty : null,
    state: row.state,
    endReason: isWhole ? row.endReason : null,
    grounds: isWhole ? (row.grounds as unknown as Ground[]) : [],
    committedAt: isWhole ? row.committedAt : null,
    keeping: isWhole ? row.keeping : null,
    replaced: isWhole && row.commitmentNumber !== null ? row.commitmentNumber - 1 : null,
    revealedAt: isWhole ? row.revealedAt : null,
    refusedReveals: isWhole || opened ? row.refused : null,
    result,
    consequences: isWhole && result !== null && isReported(round.state) ? consequencesOf(result as LaboratoryResult, row.duty as Duty) : [],
  } as Member;
}

/** Order by number once there are numbers to show, by name before, so that neither tells the other. */
const inOrder = (one: Member, other: Member): number =>
  (one.code ?? 1000) - (other.code ?? 1000) || (one.organization?.name ?? '').localeCompare(other.organization?.name ?? '', 'zh');

async function commentsOf(ctx: Context, { round, own, isOrganizer }: Sight): Promise<ReportComment[]> {
  if (!isReported(round.state)) return [];
  const seesAll = isOrganizer || round.parts.includes('pilot');
  return (await reportStore.listComments(ctx.db, round.row.id))
    .filter(({ memberId }) => seesAll || memberId === own?.id)
    .map(({ id, code, memberId, kind, text, at, answer, answeredAt }) => ({
      id,
      code,
      isOwn: memberId === own?.id,
      kind,
      text,
      at,
      answer,
      answeredAt,
    })) as ReportComment[];
}

async function correctionsOf(ctx: Context, { round, own, isOrganizer }: Sight): Promise<Correction[]> {
  const rows = (await reportStore.listCorrections(ctx.db, round.row.id)).filter(({ memberId }) => isOrganizer || memberId === own?.id);
  const cards = await cardsOf(
    ctx,
    rows.flatMap(({ files }) => files),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    organization: organizationOf(row.organizationId, row.organizationName),
    demand: row.demand,
    dueOn: row.dueOn,
    isLate: row.state !== 'closed' && row.state !== 'submitted' && row.dueOn < ctx.today,
    state: row.state,
    cause: row.cause,
    action: row.action,
    evidence: row.evidence,
    files: cards.filter(({ id }) => row.files.includes(id)),
    submittedAt: row.submittedAt,
    decisionReason: row.decisionReason,
    decidedAt: row.decidedAt,
    maySubmit: row.memberId === own?.id && ctx.caller.permits.has('comparison.participate') && mayStep(row.state, 'submit'),
    mayDecide: isOrganizer && ctx.caller.permits.has('comparison.organize') && mayStep(row.state, 'close'),
  })) as Correction[];
}

async function proposalsOf(ctx: Context, { row }: Round, isOrganizer: boolean) {
  const rows = (await store.listProposals(ctx.db, row.id)).filter(
    ({ organizationId }) => isOrganizer || organizationId === ctx.caller.organizationId,
  );
  const cards = await cardsOf(
    ctx,
    rows.flatMap(({ files }) => files),
  );
  return {
    ids: rows.map(({ id }) => id),
    items: rows.map(({ organizationId, organizationName, text, files, at }) => ({
      organization: organizationOf(organizationId, organizationName),
      text,
      files: cards.filter(({ id }) => files.includes(id)),
      at,
    })),
  };
}

/** Whoever is only called on to offer to be the pilot sees the call; who takes part sees its own legs of the route. */
async function protocolFor(ctx: Context, { row, parts }: Round) {
  const protocol = await findProtocol(ctx, row.id);
  if (protocol === undefined) return null;
  const { kind } = ctx.caller.scope;
  if (parts.includes('organizer') || parts.includes('pilot') || kind === 'city' || kind === 'region') return protocol;
  if (!parts.includes('member')) return null;
  const own = ctx.caller.organizationId;
  return { ...protocol, legs: protocol.legs.filter(({ from, to }) => from === own || to === own) };
}

/** The deeds of the state, less those that this caller has done already. */
function allowedNow(ctx: Context, { round, own }: Sight, hasOffered: boolean, hasAgreed: boolean) {
  const { row, state, parts } = round;
  const isFree = own !== undefined && own.duty === 'voluntary' && own.organizationId !== row.pilotId;
  return allowedComparisonActions(state, parts, ctx.caller).filter((action) => {
    if (action === 'withdraw') return isFree;
    if (action === 'propose') return !hasOffered && row.callUntil !== null && row.callUntil >= ctx.today;
    if (action === 'reveal') return own !== undefined && own.commitmentId !== null && own.revealedAt === null;
    if (action === 'comment') return !hasAgreed && row.commentUntil !== null && ctx.today <= row.commentUntil;
    if (action === 'publish') return row.namesPublishedAt === null;
    return true;
  });
}

/** A round as the caller may see it, cut to its part in it. */
export async function detailsOf(ctx: Context, round: Round): Promise<Details & { timeline: Awaited<ReturnType<typeof timelineOf>> }> {
  const { row, parts } = round;
  const isOrganizer = parts.includes('organizer');
  const members = await listMembers(ctx.db, row.id);
  const own = members.find((member) => member.organizationId === ctx.caller.organizationId && member.state === 'confirmed');
  const evaluation = await evaluationFor(ctx, round);
  const sight: Sight = { round, evaluation, own, isOrganizer };
  const active = members.filter((member) => member.state === 'confirmed');
  const proposals = await proposalsOf(ctx, round, isOrganizer);
  const comments = await commentsOf(ctx, sight);
  const follows = row.followsId === null ? undefined : await store.findTitle(ctx.db, row.followsId);
  const protocol = await protocolFor(ctx, round);
  const handovers = await handoverStore.listOfRound(ctx.db, ctx.caller.scope, row.id);
  const isInside = protocol !== null || isOrganizer;
  const subjects = [row.id, ...(isOrganizer ? [...members.map(({ id }) => id), ...proposals.ids] : own === undefined ? [] : [own.id])];
  return {
    ...toComparison(round),
    aim: row.aim,
    pilotWay: row.pilotWay,
    callUntil: row.callUntil,
    pilotReason: row.pilotReason,
    follows: follows ?? null,
    followedBy: await store.listFollowers(ctx.db, row.id),
    namesPublishedAt: row.namesPublishedAt,
    namesDocumentNumber: row.namesDocumentNumber,
    own:
      own === undefined
        ? null
        : {
            member: own.id,
            code: own.code,
            commitment:
              own.commitmentId === null
                ? null
                : {
                    id: own.commitmentId,
                    number: own.commitmentNumber ?? 1,
                    digest: own.digest ?? '',
                    keeping: own.keeping,
                    at: own.committedAt ?? '',
                    revealedAt: own.revealedAt,
                  },
          },
    memberList: (isOrganizer ? members : active).map((member) => toMember(member, sight)).sort(inOrder),
    protocol,
    handovers: handovers.map((handover) => toHandover(handover, ctx)),
    proposals: proposals.items,
    checks: isInside
      ? (await store.listChecks(ctx.db, row.id)).map(({ kind, point, acceptable, outcome, person, at }) => ({
          kind,
          point,
          acceptable,
          facts: checkFacts(outcome, ctx.language),
          by: person,
          at,
        }))
      : [],
    sealing: {
      committed: active.filter(({ commitmentId }) => commitmentId !== null).length,
      expected: active.length,
      revealed: active.filter(({ revealedAt }) => revealedAt !== null).length,
      refused: active.reduce((sum, { refused }) => sum + refused, 0),
      sealedAt: row.sealedAt,
      commitmentsDigest: row.commitmentsDigest,
    },
    evaluation: evaluation ?? null,
    comments,
    corrections: await correctionsOf(ctx, sight),
    allowed: allowedNow(
      ctx,
      sight,
      proposals.items.some(({ organization }) => organization.id === ctx.caller.organizationId),
      comments.some(({ isOwn, kind }) => isOwn && kind === 'agreed'),
    ),
    timeline: await timelineOf(ctx, ...subjects),
  } as unknown as Details & { timeline: Awaited<ReturnType<typeof timelineOf>> };
}
