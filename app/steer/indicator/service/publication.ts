import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { indicatorEndpoints } from '../contract.ts';
import { indicatorProblems } from '../contract/problems.ts';
import type { Publication } from '../contract/shapes.ts';
import { publicationSubjectNames, type PublicationMode, type PublicationSubject } from '../rules/states.ts';
import * as store from '../store/publication.ts';
import { getSnapshot } from './snapshot.ts';

type Row = NonNullable<Awaited<ReturnType<typeof store.findPublication>>>;

const toPublication = (row: Row): Publication =>
  ({
    subject: row.subject,
    mode: row.mode,
    snapshot: row.snapshotId === null ? null : { id: row.snapshotId, title: row.snapshotTitle ?? '', asOf: row.snapshotAsOf ?? '' },
    documentNumber: row.documentNumber,
    reason: row.reason,
    person: row.person,
    recordedAt: row.recordedAt,
  }) as Publication;

type Published = { readonly mode: PublicationMode; readonly snapshotId: string | null };

/** What the public may see of a subject. Without a decision nothing, but in a demonstration everything: its records are invented. */
export async function readPublished(ctx: Pick<Context, 'db' | 'demonstration'>, subject: PublicationSubject): Promise<Published> {
  const row = await store.findPublication(ctx.db, cityPlan().id, subject);
  if (row === undefined) return { mode: ctx.demonstration ? 'live' : 'withdrawn', snapshotId: null };
  return { mode: row.mode as PublicationMode, snapshotId: row.snapshotId };
}

type PublicationService = Pick<Service<typeof indicatorEndpoints>, 'listPublications' | 'decidePublication'>;

export const publicationService: PublicationService = {
  async listPublications(_call, ctx) {
    const history = (await store.listPublications(ctx.db, cityPlan().id)).map(toPublication);
    const current = await Promise.all(
      publicationSubjectNames.map(async (subject): Promise<Publication> => {
        const last = history.find((publication) => publication.subject === subject);
        const { mode } = await readPublished(ctx, subject);
        return last ?? { subject, mode, snapshot: null, documentNumber: null, reason: null, person: null, recordedAt: null };
      }),
    );
    return { current, history, mayDecide: ctx.caller.permits.has('indicator.publish') };
  },

  async decidePublication({ body }, ctx) {
    const plan = cityPlan();
    const { mode, snapshotId } = await readPublished(ctx, body.subject);
    const chosen = body.mode === 'snapshot' ? body.snapshotId : null;
    if (body.mode === 'withdrawn' && mode === 'withdrawn') throw new Problem(indicatorProblems.notPublished);
    if (body.mode === 'snapshot' && body.subject === 'differences') throw new Problem(indicatorProblems.notInSnapshots);
    if (body.mode === 'snapshot' && chosen === null) {
      throw new Problem(indicatorProblems.snapshotMissing, {
        issues: [{ path: ['snapshotId'], message: indicatorProblems.snapshotMissing.text[0] }],
      });
    }
    if (body.mode === mode && chosen === snapshotId && mode !== 'live') throw new Problem(indicatorProblems.published);
    if (chosen !== null) await getSnapshot(ctx, chosen);
    const id = ctx.newId();
    await store.insertPublication(ctx.db, {
      id,
      planId: plan.id,
      subject: body.subject,
      mode: body.mode,
      snapshotId: chosen,
      documentNumber: body.documentNumber,
      reason: body.reason,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    const kind = body.mode === 'withdrawn' ? 'indicator.withdrawn' : 'indicator.published';
    ctx.record({ kind, subject: id, reason: body.reason, detail: { what: body.subject, mode: body.mode, snapshot: chosen } });
    return toPublication((await store.findPublication(ctx.db, plan.id, body.subject)) as Row);
  },
};
