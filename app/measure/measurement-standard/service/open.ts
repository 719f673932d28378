import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { measurementStandardProblems } from '../contract.ts';
import { allowedDossierActions, type DossierAction } from '../rules/dossier-action.ts';
import type { Gap } from '../rules/characteristic.ts';
import * as store from '../store/dossier.ts';
import { getDossier, type Loaded } from './card.ts';

const ofTheAuthority: readonly DossierAction[] = ['certify', 'order'];

/** Locks a dossier for an action of this caller, as it is now. */
export async function openFor(ctx: Context, id: string, action: DossierAction): Promise<Loaded> {
  await getDossier(ctx, id, ctx.today);
  await store.lockDossier(ctx.db, id);
  const loaded = await getDossier(ctx, id, ctx.today);
  const isOwn = loaded.row.instituteId === ctx.caller.organizationId;
  if (isOwn && ofTheAuthority.includes(action)) throw new Problem(measurementStandardProblems.sameOrganization);
  if (!isOwn && !ofTheAuthority.includes(action)) throw new Problem(platformProblems.forbidden);
  const { standing, hasOpenApplication } = loaded;
  const allowed = allowedDossierActions({ standing, instituteId: loaded.row.instituteId, hasOpenApplication }, ctx.caller);
  if (!allowed.includes(action) && !(action === 'apply' && hasOpenApplication)) throw new Problem(measurementStandardProblems.wrongState);
  return loaded;
}

export const issuesOf = (ctx: Pick<Context, 'language'>, gaps: readonly Gap[]): Issue[] =>
  gaps.map(({ field, text }) => ({ path: [field], message: inLanguage(text, ctx.language) }));

export const wrongPart = (ctx: Pick<Context, 'language'>, field: string, text: Text): Problem =>
  new Problem(measurementStandardProblems.partWrong, { issues: issuesOf(ctx, [{ field, text }]) });

export const refuseGaps = (ctx: Pick<Context, 'language'>, gaps: readonly Gap[]): void => {
  if (gaps.length > 0) throw new Problem(measurementStandardProblems.partWrong, { issues: issuesOf(ctx, gaps) });
};

/** A day that has come. */
export const refuseFuture = (ctx: Context, field: string, day: string): void => {
  if (day > ctx.today) throw wrongPart(ctx, field, ['不能晚于今天', 'not later than today']);
};
