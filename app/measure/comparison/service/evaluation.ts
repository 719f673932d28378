import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { canonical } from '@tongheng/seal/canonical';
import { comparisonProblems, type comparisonEndpoints } from '../contract.ts';
import { evaluateRound, type Exclusion, type Laboratory, type Outcome } from '../rules/evaluate.ts';
import { exportFormat, type ExportedRound } from '../rules/verify.ts';
import { isOpened, isReported } from '../rules.ts';
import { listMembers, type MemberRow } from '../store/member.ts';
import { findEvaluation, insertEvaluation, insertVerdicts } from '../store/report.ts';
import { listCommitments } from '../store/sealing.ts';
import { lockRound, changeRound } from '../store/round.ts';
import { closeCommitments, openedContents } from './seal.ts';
import { getProtocol, getRound, openFor, replyComparison, type Round } from './round.ts';

type Endpoints = typeof comparisonEndpoints;

export type StoredEvaluation = {
  readonly number: number;
  readonly exclusions: readonly Exclusion[];
  readonly outcome: Outcome;
  readonly note: string;
  readonly by: string;
  readonly at: string;
};

export async function findLastEvaluation(ctx: Context, comparisonId: string): Promise<StoredEvaluation | undefined> {
  const row = await findEvaluation(ctx.db, comparisonId);
  return (
    row && {
      number: row.number,
      exclusions: row.exclusions as unknown as Exclusion[],
      outcome: row.outcome as unknown as Outcome,
      note: row.note,
      by: row.person,
      at: row.at,
    }
  );
}

/** The evaluation as far as somebody may see it: pilot and organiser at once, everybody else with the report. */
export async function evaluationFor(ctx: Context, { row, state, parts }: Round): Promise<StoredEvaluation | undefined> {
  const isMaker = parts.includes('organizer') || parts.includes('pilot');
  return isReported(state) || (isMaker && isOpened(state)) ? findLastEvaluation(ctx, row.id) : undefined;
}

const confirmed = (members: readonly MemberRow[]): MemberRow[] => members.filter(({ state }) => state === 'confirmed');

async function laboratoriesOf(ctx: Context, comparisonId: string, members: readonly MemberRow[]): Promise<Laboratory[]> {
  const contents = await openedContents(ctx, comparisonId);
  return confirmed(members).map(({ id, code, commitmentId }): Laboratory => {
    const own = contents.find(({ memberId }) => memberId === id);
    if (own !== undefined) return { code: code ?? 0, results: own.content.results, state: 'revealed' };
    return { code: code ?? 0, results: null, state: commitmentId === null ? 'missed' : 'unrevealed' };
  });
}

const pilotCode = (members: readonly MemberRow[], pilotId: string | null): number =>
  members.find(({ organizationId }) => organizationId === pilotId)?.code ?? 0;

/** The deed that opens the results also notes what the clock has done, should nobody have noted it yet. */
async function openOverdue(ctx: Context, id: string, action: 'evaluate' | 'report'): Promise<Round> {
  await getRound(ctx, id);
  await lockRound(ctx.db, id);
  await closeCommitments(ctx, (await getRound(ctx, id)).row);
  return openFor(ctx, id, action);
}

/** What a third party needs to check the round; before its results are opened there is none. */
export async function exportedRound(ctx: Context, { row, state, parts }: Round): Promise<ExportedRound> {
  const { commitUntil, revealUntil, commitmentsDigest } = row;
  if (!isOpened(state) || commitUntil === null || revealUntil === null || commitmentsDigest === null)
    throw new Problem(comparisonProblems.wrongState);
  const isMaker = parts.includes('organizer') || parts.includes('pilot');
  if (!isMaker && !isReported(state)) throw new Problem(comparisonProblems.wrongState);
  const protocol = await getProtocol(ctx, row.id);
  const members = confirmed(await listMembers(ctx.db, row.id));
  const commitments = (await listCommitments(ctx.db, row.id)).filter(({ memberState }) => memberState === 'confirmed');
  const evaluation = await findLastEvaluation(ctx, row.id);
  return {
    format: exportFormat,
    comparison: row.id,
    title: row.title,
    points: protocol.points,
    method: protocol.method,
    commitUntil,
    revealUntil,
    pilot: pilotCode(members, row.pilotId),
    participants: members.map(({ id, code }) => ({ code: code ?? 0, participant: id })).sort((one, other) => one.code - other.code),
    commitments: commitments.map(({ memberId, number, digest, at, keeping }) => ({
      participant: memberId,
      number,
      digest,
      at,
      keeping: keeping as 'own' | 'entrusted',
    })),
    commitmentsDigest,
    reveals: (await openedContents(ctx, row.id)).sort((one, other) => one.code - other.code).map(({ content, at }) => ({ content, at })),
    exclusions: evaluation?.exclusions ?? [],
    outcome: evaluation?.outcome ?? null,
  };
}

export const evaluationService: Pick<Service<Endpoints>, 'evaluateComparison' | 'exportComparison'> = {
  async evaluateComparison({ params, body }, ctx) {
    const { row } = await openOverdue(ctx, params.id, 'evaluate');
    const protocol = await getProtocol(ctx, row.id);
    const members = await listMembers(ctx.db, row.id);
    const laboratories = await laboratoriesOf(ctx, row.id, members);
    for (const { code, point } of body.exclusions) {
      const isKnown = laboratories.some((one) => one.code === code) && (point === null || protocol.points.some(({ id }) => id === point));
      if (!isKnown) throw new Problem(comparisonProblems.exclusionUnknown);
    }
    const outcome = evaluateRound(protocol.points, protocol.method, laboratories, pilotCode(members, row.pilotId), body.exclusions);
    const number = ((await findEvaluation(ctx.db, row.id))?.number ?? 0) + 1;
    const id = ctx.newId();
    await insertEvaluation(ctx.db, {
      id,
      comparisonId: row.id,
      number,
      exclusions: body.exclusions,
      outcome,
      note: body.note,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await insertVerdicts(
      ctx.db,
      outcome.laboratories.flatMap(({ code, result }) => {
        const member = members.find((one) => one.code === code);
        return member === undefined ? [] : [{ memberId: member.id, evaluationId: id, result }];
      }),
    );
    await changeRound(ctx.db, row.id, {});
    const count = (wanted: string): number => outcome.laboratories.filter(({ result }) => result === wanted).length;
    ctx.record({
      kind: 'comparison.evaluated',
      subject: row.id,
      detail: {
        number,
        exclusions: body.exclusions.length,
        satisfactory: count('satisfactory'),
        questionable: count('questionable'),
        unsatisfactory: count('unsatisfactory'),
      },
    });
    return replyComparison(ctx, row.id);
  },

  async exportComparison({ params }, ctx) {
    const round = await exportedRound(ctx, await getRound(ctx, params.id));
    return {
      name: `comparison-${round.comparison.slice(-8)}.json`,
      type: 'application/json',
      bytes: new Uint8Array(Buffer.from(`${canonical(round)}\n`, 'utf8')),
    };
  },
};
