import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../file/service.ts';
import { entryProblems, type entryEndpoints } from '../contract.ts';
import type { Content } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { maySubmit } from '../rules/life-cycle.ts';
import { code } from '../rules/normalize.ts';
import * as store from '../store/entry.ts';
import { takeContent } from './content.ts';
import { detailsOf, getEntryFor, saveNext } from './entry.ts';

type Names = 'submitEntry' | 'resubmitEntry';

/** A holder enters what is the own unit's, under its registered name; an authority may enter it for a unit. */
async function ownersOf(ctx: Context, kind: EntryKind, content: Content): Promise<{ organizationId: string; content: Content }> {
  const { caller } = ctx;
  if (kindOf(kind).ownedBySubject !== true) return { organizationId: caller.organizationId, content };
  const creditCode = code(content.payload['creditCode'] ?? '');
  const unit = await store.findUnit(ctx.db, creditCode);
  const isAuthority = kindOf(kind).submitters.some((role) => role !== 'holder' && caller.roles.includes(role));
  if (isAuthority) return { organizationId: unit?.id ?? caller.organizationId, content };
  if (unit?.id !== caller.organizationId) throw new Problem(entryProblems.ownEnterprise);
  return { organizationId: unit.id, content: { ...content, title: unit.name } };
}

export const submitService: Pick<Service<typeof entryEndpoints>, Names> = {
  async submitEntry({ body }, ctx) {
    const { kind, files } = body;
    if (!maySubmit(kind, ctx.caller)) throw new Problem(entryProblems.notSubmitter);
    const owned = await ownersOf(ctx, kind, body.content);
    const { content, subjectKey } = await takeContent(ctx, kindOf(kind), owned.content);
    await getFiles(ctx, files);
    const id = ctx.newId();
    const { personId } = ctx.caller;
    await store.insertEntries(
      ctx.db,
      [{ id, kind, submittedBy: personId, submittedAt: ctx.now, stockId: null, demonstration: ctx.demonstration }],
      [
        {
          entryId: id,
          version: 1,
          recordedAt: ctx.now,
          action: 'submit',
          personId,
          reason: null,
          status: 'submitted',
          kind,
          subjectKey,
          organizationId: owned.organizationId,
          content,
          countsFrom: null,
          countsTo: null,
          opening: false,
          files,
          submittedBy: personId,
          reviewedBy: null,
          acceptedBy: null,
        },
      ],
    );
    ctx.record({ kind: 'entry.submitted', subject: id, detail: { kind } });
    return detailsOf(ctx, id);
  },

  async resubmitEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'resubmit');
    const owned = await ownersOf(ctx, entry.kind, body.content);
    const prior = { content: entry.content, subjectKey: entry.row.subjectKey };
    const { content, subjectKey } = await takeContent(ctx, kindOf(entry.kind), owned.content, prior);
    await getFiles(ctx, body.files);
    await saveNext(ctx, entry, 'resubmit', {
      status: 'submitted',
      content,
      subjectKey,
      files: body.files,
      submittedBy: ctx.caller.personId,
      reviewedBy: null,
      reason: null,
    });
    ctx.record({ kind: 'entry.resubmitted', subject: params.id });
    return detailsOf(ctx, params.id);
  },
};
