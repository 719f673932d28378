import { editionFor } from '@tongheng/procedures/registry';
import { canonical } from '../../../kernel/canonical.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { findAdoptionOf } from '../../../register/catalogue/service.ts';
import { findDesignation } from '../../request/service/designation.ts';
import { verificationProblems, type Verification } from '../contract.ts';
import { gates, judgeGates, type Gate } from '../rules/gates.ts';
import { insertGates } from '../store/gate.ts';
import * as store from '../store/verification.ts';
import { approverMayCheck, compute, getVerification, openFor, toVerification } from './record.ts';

/** The gates of a submitted record, with the caller as its approver. */
export async function gatesOf(ctx: Context, row: store.VerificationRow): Promise<Gate[]> {
  const testedOn = row.testedOn ?? '';
  const { calculation, digest } = compute(row, row.nameplate);
  const designation = await findDesignation(ctx, row.designationId);
  const adoption = await findAdoptionOf(ctx, row.instituteId, row.edition);
  return judgeGates({
    testedOn,
    persons: {
      tester: row.technicianId,
      checker: row.checkerId,
      approver: ctx.caller.personId,
      approverMayCheck: await approverMayCheck(ctx, row.instituteId),
    },
    instrument: {
      recorded: true,
      status: row.instrumentStatus,
      unchanged: canonical(row.nameplate) === canonical(row.parameters),
    },
    designation: {
      institute: row.instituteId,
      designated: designation?.instituteId ?? null,
      documentNumber: designation?.documentNumber ?? null,
      from: designation?.validFrom ?? null,
      to: designation?.validTo ?? null,
    },
    adoption,
    edition: { used: row.edition, inForce: editionFor(row.instrumentKind, testedOn)?.id ?? null },
    result: { missing: calculation.errors.map(({ path }) => path), stored: row.resultDigest ?? '', recomputed: digest },
  });
}

export type ApprovedVerification = { readonly record: Verification; readonly gates: readonly Gate[]; readonly row: store.VerificationRow };

/**
 * Approves a checked record when every gate is open, and keeps what each found. The document is issued by whoever calls this,
 * in the same transaction: there is no approval without its document.
 */
export async function approve(ctx: Context, id: string): Promise<ApprovedVerification> {
  const row = await openFor(ctx, id, 'approve');
  const found = await gatesOf(ctx, row);
  const closed = found.filter(({ passed }) => !passed);
  if (closed.length > 0) {
    const side = ctx.language === 'zh' ? 0 : 1;
    throw new Problem(verificationProblems.gateClosed, {
      issues: closed.map(({ gate }) => ({ path: ['gates', gate], message: gates[gate][side] })),
    });
  }
  await insertGates(ctx.db, row.id, found, ctx.now);
  await store.saveStep(ctx.db, row.id, { status: 'approved', approverId: ctx.caller.personId, approvedAt: ctx.now });
  ctx.record({ kind: 'verification.approved', subject: row.id, detail: { digest: row.resultDigest, conclusion: row.conclusion } });
  const approved = await getVerification(ctx, row.id);
  return { record: await toVerification(ctx, approved), gates: found, row: approved };
}

/** Writes the number of the document that was issued for an approved record. */
export const recordDocument = (ctx: Context, id: string, number: string): Promise<unknown> =>
  store.setCertificateNumber(ctx.db, id, number);
