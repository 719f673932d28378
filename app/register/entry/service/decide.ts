import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { entryProblems, type entryEndpoints } from '../contract.ts';
import { countingOf } from '../rules/counting.ts';
import { isRefusedDuplicate } from '../rules/duplicates.ts';
import type { Content } from '../rules/kind.ts';
import { kindOf } from '../rules/kinds.ts';
import * as store from '../store/entry.ts';
import { detailsOf, getEntryFor, knownOf, saveNext, type Entry } from './entry.ts';

type Names = 'reviewEntry' | 'returnEntry' | 'rejectEntry' | 'acceptEntry';

/** Refuses what would count the same thing twice, and names the other record. */
export async function refuseDuplicate(ctx: Context, entry: Entry, content: Content, subjectKey: string): Promise<void> {
  await store.lockKind(ctx.db, entry.kind);
  const others = await store.listAcceptedSubject(ctx.db, entry.kind, subjectKey, entry.row.id);
  const one = knownOf({ ...content, subjectKey });
  const other = others.find((it) => isRefusedDuplicate(kindOf(entry.kind), one, knownOf(it)));
  if (other !== undefined) {
    throw new Problem(entryProblems.duplicate, {
      detail: [`${other.title}（${other.documentNumber}）`, `${other.title} (${other.documentNumber})`],
    });
  }
}

const noted = (opinion: string): string | null => (opinion === '' ? null : opinion);

export const decideService: Pick<Service<typeof entryEndpoints>, Names> = {
  async reviewEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'review');
    await saveNext(ctx, entry, 'review', { status: 'reviewed', reviewedBy: ctx.caller.personId, reason: noted(body.opinion) });
    ctx.record({ kind: 'entry.reviewed', subject: params.id, reason: noted(body.opinion) ?? undefined });
    return detailsOf(ctx, params.id);
  },

  async returnEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'return');
    await saveNext(ctx, entry, 'return', { status: 'returned', reviewedBy: null, reason: body.reason });
    ctx.record({ kind: 'entry.returned', subject: params.id, reason: body.reason });
    return detailsOf(ctx, params.id);
  },

  async rejectEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'reject');
    await saveNext(ctx, entry, 'reject', { status: 'rejected', reason: body.reason });
    ctx.record({ kind: 'entry.rejected', subject: params.id, reason: body.reason });
    return detailsOf(ctx, params.id);
  },

  async acceptEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'accept');
    await refuseDuplicate(ctx, entry, entry.content, entry.row.subjectKey);
    await saveNext(ctx, entry, 'accept', {
      status: 'accepted',
      acceptedBy: ctx.caller.personId,
      reason: noted(body.opinion),
      ...countingOf(kindOf(entry.kind), entry.content),
    });
    ctx.record({ kind: 'entry.accepted', subject: params.id, reason: noted(body.opinion) ?? undefined });
    return detailsOf(ctx, params.id);
  },
};
