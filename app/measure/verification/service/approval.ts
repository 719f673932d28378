import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Verification } from '../contract/shapes.ts';
import type { Gate } from '../rules/gates.ts';
import { insertGates } from '../store/gate.ts';
import { findLatestSubmission, saveStep, setCertificateNumber, setReservedNumber } from '../store/record.ts';
import type { VerificationRow } from '../store/verification.ts';
import { examine, refuseClosed } from './gates.ts';
import { getVerification, openFor } from './record.ts';
import { toVerification } from './reply.ts';

export type ApprovedVerification = {
  readonly record: Verification;
  readonly gates: readonly Gate[];
  readonly row: VerificationRow;
  /** Digest of the raw record that was approved; null in a record from before they were kept. */
  readonly rawDigest: string | null;
};

async function approveRow(ctx: Context, row: VerificationRow): Promise<ApprovedVerification> {
  const { gates } = await examine(ctx, row, 'approval', { checker: row.checkerId, approver: ctx.caller.personId });
  refuseClosed(ctx, gates);
  await insertGates(ctx.db, row.id, gates, ctx.now);
  await saveStep(ctx.db, row.id, { status: 'approved', approverId: ctx.caller.personId, approvedAt: ctx.now });
  ctx.record({ kind: 'verification.approved', subject: row.id, detail: { digest: row.resultDigest, conclusion: row.conclusion } });
  const approved = await getVerification(ctx, row.id);
  const submission = await findLatestSubmission(ctx.db, row.id);
  return { record: await toVerification(ctx, approved), gates, row: approved, rawDigest: submission?.digest ?? null };
}

/**
 * Approves a checked record when every gate is open, and keeps what each found. The document is issued by whoever calls this,
 * in the same transaction: there is no approval without its document.
 */
export async function approve(ctx: Context, id: string): Promise<ApprovedVerification> {
  const row = await openFor(ctx, id, 'approve');
  if (row.kind === 'in-use') throw new Problem(verificationProblems.noCertificate);
  return approveRow(ctx, row);
}

/** An in-use inspection ends in its approved record. */
export async function concludeInspection(ctx: Context, id: string): Promise<ApprovedVerification> {
  const row = await openFor(ctx, id, 'approve');
  if (row.kind !== 'in-use') throw new Problem(verificationProblems.onlyInspections);
  return approveRow(ctx, row);
}

/** Keeps the number of a block taken along, under which the document will be issued when the record is approved. */
export const reserveDocumentNumber = (ctx: Context, id: string, number: string): Promise<unknown> => setReservedNumber(ctx.db, id, number);

/** Writes the number of the document that was issued for an approved record. */
export const recordDocument = (ctx: Context, id: string, number: string): Promise<unknown> => setCertificateNumber(ctx.db, id, number);
