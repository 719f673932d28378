import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { standardProblems } from '../contract.ts';
import {
  allowedStandardActions,
  certificateGaps,
  standardLifeCycle,
  type Certificate,
  type StandardAction,
  type StandardStatus,
} from '../rules.ts';
import * as store from '../store.ts';

/** A standard within the caller's scope. */
export async function getStandard(ctx: Context, id: string): Promise<store.StandardRow> {
  const row = await store.findStandard(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** Locks a standard for an action of this caller. */
export async function openFor(ctx: Context, id: string, action: StandardAction): Promise<store.StandardRow> {
  await getStandard(ctx, id);
  await store.lockStandard(ctx.db, id);
  const row = await getStandard(ctx, id);
  const state = row.state as StandardStatus;
  if (!(action in standardLifeCycle[state])) throw new Problem(standardProblems.wrongState);
  if (!allowedStandardActions({ state, instituteId: row.instituteId }, ctx.caller).includes(action))
    throw new Problem(platformProblems.forbidden);
  return row;
}

/** A certificate with gaps, or of tomorrow, is refused at its fields. */
export function refuseCertificate(ctx: Context, certificate: Certificate): void {
  const gaps = certificateGaps(certificate);
  const later = certificate.calibratedOn > ctx.today;
  const issues = gaps.map(({ field, text }) => ({ path: [field], message: inLanguage(text, ctx.language) }));
  if (later) issues.push({ path: ['calibratedOn'], message: inLanguage(['不能晚于今天', 'not later than today'], ctx.language) });
  if (issues.length > 0) throw new Problem(standardProblems.certificateWrong, { issues });
}

/** Adds a certificate to a standard; its id. */
export async function addCertificate(ctx: Context, standardId: string, certificate: Certificate): Promise<string> {
  const id = ctx.newId();
  const added = await store.insertCertificate(ctx.db, {
    ...certificate,
    id,
    standardId,
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
  if (!added) throw new Problem(standardProblems.certificateTaken);
  return id;
}
