import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { verificationProblems } from '../contract/problems.ts';
import { holdsRole } from '../store/gate.ts';
import { saveTechnician } from '../store/hand-over.ts';
import { lockVerification, type VerificationRow } from '../store/verification.ts';
import { getVerification } from './record.ts';

/** A record that is being entered goes to another technician of the institute, as its manager decided; what was written stays. */
export async function handOver(ctx: Context, id: string, technicianId: string, reason: string): Promise<VerificationRow> {
  await lockVerification(ctx.db, id);
  const row = await getVerification(ctx, id);
  if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  if (row.status !== 'drafted' && row.status !== 'returned') throw new Problem(verificationProblems.wrongState);
  if (!(await holdsRole(ctx.db, technicianId, row.instituteId, 'technician'))) throw new Problem(verificationProblems.notATechnician);
  if (row.technicianId === technicianId) return row;
  await saveTechnician(ctx.db, id, technicianId, row.version + 1);
  ctx.record({ kind: 'verification.handedOver', subject: id, reason, detail: { from: row.technicianId, to: technicianId } });
  return getVerification(ctx, id);
}
