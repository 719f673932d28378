import { Problem, platformProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { designatedFor } from '../../../register/designation/service.ts';
import { requestProblems } from '../contract/problems.ts';
import type { PlaceDone, VerificationKind } from '../rules.ts';
import { listCandidates, type Candidate } from '../store/candidate.ts';
import { decide } from './decide.ts';
import { fileRequest, type Filed } from './file-request.ts';

export const aboutInstruments = (definition: ProblemDefinition, ids: readonly string[]): Problem =>
  new Problem(definition, { issues: ids.map((id) => ({ path: ['instruments', id], message: id })) });

/** One holder's instruments, all in use, of one kind in one region, or a refusal that names those in the way. */
export async function gatherOne(ctx: Context, ids: readonly string[], holderId: string) {
  const wanted = new Set(ids);
  const found = await listCandidates(ctx.db, [...wanted]);
  const own = found.filter((instrument) => instrument.holderId === holderId);
  const [first] = own;
  if (first === undefined || own.length < wanted.size) throw new Problem(platformProblems.notFound);
  const idsOf = (instruments: readonly Candidate[]): string[] => instruments.map(({ id }) => id);
  const unused = own.filter(({ status }) => status !== 'in-use');
  if (unused.length > 0) throw aboutInstruments(requestProblems.notInUse, idsOf(unused));
  const strangers = own.filter(({ kind, region }) => kind !== first.kind || region !== first.region);
  if (strangers.length > 0) throw aboutInstruments(requestProblems.mixed, idsOf(strangers));
  const designation = await designatedFor(ctx, first.region, first.kind);
  if (designation === undefined) throw new Problem(requestProblems.notDesignated);
  return { instruments: own, kind: first.kind, region: first.region, designation };
}

/** Refuses the whole request when one of its instruments stands in another that is open. */
export function refuseOpen({ openElsewhere }: Filed): void {
  if (openElsewhere.length > 0) throw aboutInstruments(requestProblems.openAlready, openElsewhere);
}

export type ToSubmit = {
  readonly holderId: string;
  readonly instrumentIds: readonly string[];
  readonly verificationKind: VerificationKind;
  readonly whereDone: PlaceDone;
  readonly note: string | null;
  readonly ecqsNumber: string | null;
  /** Accepted at once, which only the designated institute itself can. */
  readonly accepted: boolean;
  readonly roundNote?: string | undefined;
};

/**
 * An institute files a request for a holder: from a round or from a reservation of the national e-CQS. Only the institute that the
 * authority has designated for the region and kind does; the holder sees the request and files nothing.
 *
 * @example await submitFor(ctx, { holderId, instrumentIds, verificationKind: 'subsequent', whereDone: 'on-site', note: null, ecqsNumber: null, accepted: true })
 */
export async function submitFor(ctx: Context, toSubmit: ToSubmit): Promise<{ requestId: string; itemIds: string[] }> {
  const { holderId, instrumentIds, ecqsNumber, accepted, roundNote, note } = toSubmit;
  const { instruments, kind, region, designation } = await gatherOne(ctx, instrumentIds, holderId);
  if (designation.institute.id !== ctx.caller.organizationId) throw new Problem(requestProblems.notYours);
  const filed = await fileRequest(ctx, {
    holderId,
    instruments,
    kind,
    region,
    verificationKind: toSubmit.verificationKind,
    whereDone: toSubmit.whereDone,
    note: [note, roundNote].filter((part) => part !== null && part !== undefined && part !== '').join('；') || null,
    ecqsNumber,
    origin: ecqsNumber === null ? 'institute-round' : 'ecqs',
    batchId: null,
    designation,
  });
  refuseOpen(filed);
  if (accepted) await decide(ctx, filed.requestId, 'accept', null);
  return { requestId: filed.requestId, itemIds: filed.items.map(({ id }) => id) };
}
