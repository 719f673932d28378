import { randomBytes } from 'node:crypto';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { CallOf } from '../../../kernel/endpoint.ts';
import type { Context, EventToRecord, Service } from '../../../platform/context.ts';
import { SealedElsewhere } from '../../../platform/secret.ts';
import { recordEvents } from '../../../register/event/service.ts';
import { comparisonProblems, SealedContent, type comparisonEndpoints } from '../contract.ts';
import { commitmentOf, contentFormat, digestOf, digestOfAll, nonceBytes, printContent } from '../rules/commitment.ts';
import { checkResults, resultFaults } from '../rules/result.ts';
import { listMembers, lockMember, type MemberRow } from '../store/member.ts';
import * as roundStore from '../store/round.ts';
import * as store from '../store/sealing.ts';
import { getOwnMember, getProtocol, getRound, openFor, replyComparison } from './round.ts';

type Endpoints = typeof comparisonEndpoints;

/** Entrusted before the deadline, and revealed after it: one purpose cannot open what was sealed for the other. */
const entrusted = (commitmentId: string): string => `comparison results ${commitmentId}`;
const revealed = (commitmentId: string): string => `comparison reveal ${commitmentId}`;

/** What the clock does, and no person. */
const recordOfItself = (ctx: Context, events: readonly EventToRecord[]): Promise<void> =>
  recordEvents({ ...ctx, caller: { ...ctx.caller, personId: '', organizationId: '' } }, events);

async function revealEntrusted(ctx: Context, comparisonId: string, member: MemberRow, sealed: string): Promise<EventToRecord> {
  const commitmentId = member.commitmentId ?? '';
  let content: string;
  try {
    content = Buffer.from(ctx.secrets.open(sealed, entrusted(commitmentId))).toString('utf8');
  } catch (error) {
    if (!(error instanceof SealedElsewhere)) throw error;
    return { kind: 'comparison.unreadable', subject: member.id };
  }
  await store.insertReveal(ctx.db, {
    id: ctx.newId(),
    comparisonId,
    memberId: member.id,
    commitmentId,
    matches: true,
    digest: digestOf(content),
    sealed: ctx.secrets.seal(content, revealed(commitmentId)),
    personId: null,
    at: ctx.now,
  });
  return { kind: 'comparison.revealed', subject: member.id, detail: { entrusted: true } };
}

/** Once everything that was sealed is revealed, the results are open. */
async function openWhenWhole(ctx: Context, comparisonId: string): Promise<void> {
  const members = (await listMembers(ctx.db, comparisonId)).filter(
    ({ state, commitmentId }) => state === 'confirmed' && commitmentId !== null,
  );
  if (members.some(({ revealedAt }) => revealedAt === null)) return;
  await roundStore.changeRound(ctx.db, comparisonId, { revealedAt: ctx.now });
  await recordOfItself(ctx, [{ kind: 'comparison.allRevealed', subject: comparisonId, detail: { participants: members.length } }]);
}

/**
 * At the deadline the list of commitments gets its digest and what was entrusted is revealed: by a job at that instant, or by the first
 * change after it where the job is late. The round is locked by the caller.
 */
export async function closeCommitments(ctx: Context, row: roundStore.RoundRow): Promise<void> {
  const isDue =
    row.state === 'under-way' && row.sealedAt === null && row.commitUntil !== null && new Date(ctx.now) >= new Date(row.commitUntil);
  if (!isDue) return;
  const commitments = (await store.listCommitments(ctx.db, row.id)).filter(({ memberState }) => memberState === 'confirmed');
  const commitmentsDigest = digestOfAll(
    commitments.map(({ memberId, number, digest, at }) => ({ participant: memberId, number, digest, at })),
  );
  await roundStore.changeRound(ctx.db, row.id, { sealedAt: ctx.now, commitmentsDigest });
  const events: EventToRecord[] = [
    { kind: 'comparison.commitmentsClosed', subject: row.id, detail: { commitments: commitments.length, digest: commitmentsDigest } },
  ];
  for (const member of await listMembers(ctx.db, row.id)) {
    const sealed = commitments.find(({ id }) => id === member.commitmentId)?.sealed ?? null;
    if (sealed !== null) events.push(await revealEntrusted(ctx, row.id, member, sealed));
  }
  await recordOfItself(ctx, events);
  await openWhenWhole(ctx, row.id);
}

/** Closes what is due everywhere. */
export async function closeAllCommitments(ctx: Context): Promise<void> {
  for (const { id } of await roundStore.listUnsealed(ctx.db, ctx.now)) {
    await roundStore.lockRound(ctx.db, id);
    const { row } = await getRound(ctx, id);
    await closeCommitments(ctx, row);
  }
}

type Replaces = CallOf<Endpoints['commitResults']>['body']['replaces'];

/** Of two people of one laboratory who seal at once the second is told so, unless it names what it replaces. */
async function numberOfNext(ctx: Context, comparisonId: string, memberId: string, replaces: Replaces): Promise<number> {
  await lockMember(ctx.db, memberId);
  const own = await getOwnMember(ctx, comparisonId);
  if (own.commitmentId === null && replaces === null) return 1;
  if (own.commitmentId === null || own.commitmentId !== replaces?.commitment) throw new Problem(comparisonProblems.committedAlready);
  return (own.commitmentNumber ?? 0) + 1;
}

async function openForCommitment(ctx: Context, id: string): Promise<MemberRow> {
  const { state } = await getRound(ctx, id);
  if (state !== 'sealing' && ['revealing', 'opened'].includes(state)) throw new Problem(comparisonProblems.tooLate);
  await openFor(ctx, id, 'commit');
  return getOwnMember(ctx, id);
}

async function seal(
  ctx: Context,
  comparisonId: string,
  memberId: string,
  { digest, sealed, id, replaces }: { digest: string; sealed: string | null; id: string; replaces: Replaces },
) {
  const number = await numberOfNext(ctx, comparisonId, memberId, replaces);
  const keeping = sealed === null ? 'own' : 'entrusted';
  const taken = await store.insertCommitment(ctx.db, {
    id,
    comparisonId,
    memberId,
    number,
    digest,
    keeping,
    sealed,
    reason: replaces?.reason ?? null,
    personId: ctx.caller.personId,
    at: ctx.now,
  });
  if (taken !== undefined) throw new Problem(comparisonProblems.digestTaken);
  ctx.record({ kind: 'comparison.committed', subject: memberId, reason: replaces?.reason, detail: { number, digest, keeping } });
  return replyComparison(ctx, comparisonId);
}

/** An attempt that does not match is refused, and stays on record although the change is undone. */
async function refuseReveal(ctx: Context, comparisonId: string, member: MemberRow, digest: string): Promise<Problem> {
  await store.insertReveal(ctx.apart, {
    id: ctx.newId(),
    comparisonId,
    memberId: member.id,
    commitmentId: member.commitmentId ?? '',
    matches: false,
    digest,
    sealed: null,
    personId: ctx.caller.personId,
    at: ctx.now,
  });
  await recordEvents({ ...ctx, db: ctx.apart }, [
    { kind: 'comparison.revealRefused', subject: member.id, detail: { committed: member.digest, revealed: digest } },
  ]);
  return new Problem(comparisonProblems.revealMismatch, {
    detail: [`承诺 ${member.digest}，揭示内容 ${digest}`, `committed ${member.digest}, revealed ${digest}`],
  });
}

/** Every content that was revealed and matched, as text; only for rounds whose results are opened. */
export async function openedContents(ctx: Context, comparisonId: string) {
  const rows = (await store.listReveals(ctx.db, comparisonId)).filter(({ memberState }) => memberState === 'confirmed');
  return rows.map((row) => {
    try {
      const text = Buffer.from(ctx.secrets.open(row.sealed ?? '', revealed(row.commitmentId))).toString('utf8');
      return { memberId: row.memberId, code: row.code ?? 0, at: row.at, content: SealedContent.parse(JSON.parse(text)) };
    } catch (error) {
      if (error instanceof SealedElsewhere) throw new Problem(comparisonProblems.sealedElsewhere);
      throw error;
    }
  });
}

export const sealService: Pick<Service<Endpoints>, 'commitResults' | 'entrustResults' | 'revealResults'> = {
  async commitResults({ params, body }, ctx) {
    const member = await openForCommitment(ctx, params.id);
    return seal(ctx, params.id, member.id, { digest: body.digest, sealed: null, id: ctx.newId(), replaces: body.replaces });
  },

  async entrustResults({ params, body }, ctx) {
    const member = await openForCommitment(ctx, params.id);
    const { points } = await getProtocol(ctx, params.id);
    const { faults } = checkResults(points, body.results);
    if (faults.length > 0)
      throw new Problem(comparisonProblems.resultsWrong, {
        issues: faults.map(({ point, fault }) => ({
          path: ['results', point],
          message: `${point} ${inLanguage(resultFaults[fault], ctx.language)}`,
        })),
      });
    const id = ctx.newId();
    const content = {
      format: contentFormat,
      comparison: params.id,
      participant: member.id,
      nonce: randomBytes(nonceBytes).toString('hex'),
      results: body.results,
    } as const;
    const sealed = ctx.secrets.seal(printContent(content), entrusted(id));
    return seal(ctx, params.id, member.id, { digest: commitmentOf(content), sealed, id, replaces: body.replaces });
  },

  async revealResults({ params, body }, ctx) {
    const { state } = await getRound(ctx, params.id);
    if (state === 'sealing') throw new Problem(comparisonProblems.notYet);
    await roundStore.lockRound(ctx.db, params.id);
    const locked = await getRound(ctx, params.id);
    await closeCommitments(ctx, locked.row);
    const member = await getOwnMember(ctx, params.id);
    if (member.revealedAt !== null) throw new Problem(comparisonProblems.revealedAlready);
    if (member.commitmentId === null) throw new Problem(comparisonProblems.nothingCommitted);
    if (locked.state === 'opened') throw new Problem(comparisonProblems.revealOver);
    await openFor(ctx, params.id, 'reveal');
    const text = printContent(body.content);
    const digest = digestOf(text);
    const isOwn = body.content.comparison === params.id && body.content.participant === member.id;
    if (digest !== member.digest || !isOwn) throw await refuseReveal(ctx, params.id, member, digest);
    const { commitmentId } = member;
    const saved = await store.insertReveal(ctx.db, {
      id: ctx.newId(),
      comparisonId: params.id,
      memberId: member.id,
      commitmentId,
      matches: true,
      digest,
      sealed: ctx.secrets.seal(text, revealed(commitmentId)),
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    if (!saved) throw new Problem(comparisonProblems.revealedAlready);
    ctx.record({ kind: 'comparison.revealed', subject: member.id, detail: { digest } });
    await openWhenWhole(ctx, params.id);
    return replyComparison(ctx, params.id);
  },
};
