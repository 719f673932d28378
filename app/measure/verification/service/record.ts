import { createHash } from 'node:crypto';
import type { Calculation } from '@tongheng/procedures/calculation';
import { findEdition, findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '../../../kernel/canonical.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { clausesOf, findAdoptionOf } from '../../../register/catalogue/service.ts';
import { verificationProblems, type Verification } from '../contract.ts';
import { allowedVerificationActions, isPossible, type VerificationAction, type VerificationStatus } from '../rules/life-cycle.ts';
import { findRule } from '../store/gate.ts';
import * as store from '../store/verification.ts';

export async function getVerification(ctx: Context, id: string): Promise<store.VerificationRow> {
  const row = await store.findVerification(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const approverMayCheck = async (ctx: Context, instituteId: string): Promise<boolean> =>
  (await findRule(ctx.db, instituteId))?.approverMayCheck ?? false;

/** Locks a record for an action of this caller; says which rule forbids it. */
export async function openFor(ctx: Context, id: string, action: VerificationAction): Promise<store.VerificationRow> {
  await getVerification(ctx, id);
  await store.lockVerification(ctx.db, id);
  const row = await getVerification(ctx, id);
  const status = row.status as VerificationStatus;
  const rule = await approverMayCheck(ctx, row.instituteId);
  const { personId, organizationId } = ctx.caller;
  if (row.instituteId !== organizationId) throw new Problem(platformProblems.forbidden);
  if (!isPossible(status, action)) throw new Problem(verificationProblems.wrongState);
  if (allowedVerificationActions({ ...row, status }, ctx.caller, rule).includes(action)) return row;
  if (action === 'save' || action === 'submit') throw new Problem(platformProblems.forbidden);
  if (personId === row.technicianId) throw new Problem(verificationProblems.ownRecord);
  throw new Problem(action === 'approve' && personId === row.checkerId ? verificationProblems.checkedByYou : platformProblems.forbidden);
}

/** What the procedure makes of a record, and the digest of it. */
export function compute(row: store.VerificationRow, nameplate: unknown): { calculation: Calculation; digest: string } {
  const procedure = findProcedure(row.edition);
  if (procedure === undefined) throw new RangeError(`no procedure ${row.edition}`);
  const { kind, environment, readings } = row;
  const calculation = procedure.calculate({ kind, instrument: nameplate, environment, readings });
  return { calculation, digest: createHash('sha256').update(canonical(calculation)).digest('hex') };
}

export const toCard = (row: store.VerificationRow) => ({
  id: row.id,
  request: row.requestId,
  item: row.itemId,
  instrument: {
    id: row.instrumentId,
    kind: row.instrumentKind,
    name: row.instrumentName,
    model: row.model,
    serial: row.serial,
    maker: row.maker,
    place: row.place,
  },
  holder: { id: row.holderId, name: row.holderName },
  institute: { id: row.instituteId, name: row.instituteName },
  edition: row.edition,
  editionNumber: findEdition(row.edition)?.number ?? row.edition,
  kind: row.kind,
  status: row.status,
  technician: { id: row.technicianId, name: row.technicianName },
  checker: row.checkerName,
  approver: row.approverName,
  testedOn: row.testedOn,
  conclusion: row.conclusion,
  certificateNumber: row.certificateNumber,
  begunAt: row.begunAt,
  demonstration: row.demonstration,
});

/** The whole record as this caller sees it. Before submission the nameplate is the ledger's, after it the one submitted. */
export async function toVerification(ctx: Context, row: store.VerificationRow): Promise<Verification> {
  const adoption = await findAdoptionOf(ctx, row.instituteId, row.edition);
  return {
    ...toCard(row),
    nameplate: row.nameplate ?? row.parameters,
    environment: row.environment,
    readings: row.readings,
    standard: row.standard,
    version: row.version,
    result: row.result,
    resultDigest: row.resultDigest,
    submittedAt: row.submittedAt,
    checkedAt: row.checkedAt,
    approvedAt: row.approvedAt,
    returnReason: row.returnReason,
    adopted: adoption.holds,
    clauses: await clausesOf(ctx, row.instituteId, row.edition),
    allowed: allowedVerificationActions(
      { ...row, status: row.status as VerificationStatus },
      ctx.caller,
      await approverMayCheck(ctx, row.instituteId),
    ),
  } as unknown as Verification;
}
