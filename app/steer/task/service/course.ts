import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import type { taskEndpoints } from '../contract.ts';
import { taskProblems } from '../contract/problems.ts';
import { allowedActions, nextState, type ItemAction } from '../rules/actions.ts';
import type { ItemState } from '../rules/states.ts';
import * as course from '../store/course.ts';
import { setDue, setState, type ItemRow } from '../store/item.ts';
import { getItem, holdItem, owned, toItem } from './show.ts';

type Names = 'reportTaskItem' | 'reviewTaskItem' | 'withdrawTaskItem' | 'askExtension' | 'decideExtension';

/** The state after an action, or why it may not be done: not the caller's to do, or not in this state. */
function decide(row: ItemRow, action: ItemAction, ctx: Context): ItemState {
  const after = nextState(row.state as ItemState, action);
  if (after === undefined) throw new Problem(taskProblems.state);
  if (action === 'extend' && row.extensionAsked) throw new Problem(taskProblems.extensionAsked);
  if (!allowedActions(owned(row), ctx.caller).includes(action)) throw new Problem(taskProblems.notYours);
  return after;
}

export const courseService: Pick<Service<typeof taskEndpoints>, Names> = {
  async reportTaskItem({ params, body }, ctx) {
    const row = await holdItem(ctx, params.id);
    const after = decide(row, body.finishing ? 'finish' : 'report', ctx);
    if (body.doneOn > ctx.today) throw new Problem(taskProblems.reportTooEarly);
    if (body.finishing && body.files.length === 0) throw new Problem(taskProblems.evidenceMissing);
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    await course.insertReport(ctx.db, {
      ...body,
      id,
      itemId: row.id,
      organizationId: ctx.caller.organizationId,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await setState(ctx.db, row.id, after);
    ctx.record({
      kind: body.finishing ? 'task.reportedDone' : 'task.reported',
      subject: row.id,
      detail: { report: id, doneOn: body.doneOn, files: body.files.length },
    });
    return toItem(await getItem(ctx, row.id), ctx.today);
  },

  async reviewTaskItem({ params, body }, ctx) {
    const row = await holdItem(ctx, params.id);
    const after = decide(row, body.verdict === 'confirmed' ? 'confirm' : 'return', ctx);
    const report = await course.findFinishingReport(ctx.db, row.id);
    if (report === undefined) throw new Problem(taskProblems.state);
    if (report.personId === ctx.caller.personId) throw new Problem(taskProblems.ownDecision);
    await course.insertReview(ctx.db, {
      ...body,
      id: ctx.newId(),
      itemId: row.id,
      reportId: report.id,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    await setState(ctx.db, row.id, after);
    ctx.record({
      kind: body.verdict === 'confirmed' ? 'task.confirmed' : 'task.returned',
      subject: row.id,
      reason: body.reason ?? undefined,
      detail: { report: report.id },
    });
    return toItem(await getItem(ctx, row.id), ctx.today);
  },

  async withdrawTaskItem({ params, body }, ctx) {
    const row = await holdItem(ctx, params.id);
    await setState(ctx.db, row.id, decide(row, 'withdraw', ctx));
    ctx.record({ kind: 'task.withdrawn', subject: row.id, reason: body.reason });
    return toItem(await getItem(ctx, row.id), ctx.today);
  },

  async askExtension({ params, body }, ctx) {
    const row = await holdItem(ctx, params.id);
    decide(row, 'extend', ctx);
    if (body.dueAsked <= row.dueOn) throw new Problem(taskProblems.extensionNotLater);
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    await course.insertExtension(ctx.db, {
      ...body,
      id,
      itemId: row.id,
      dueBefore: row.dueOn,
      askedBy: ctx.caller.personId,
      askedAt: ctx.now,
    });
    ctx.record({
      kind: 'task.extensionAsked',
      subject: row.id,
      reason: body.reason,
      detail: { extension: id, from: row.dueOn, to: body.dueAsked },
    });
    return toItem(await getItem(ctx, row.id), ctx.today);
  },

  async decideExtension({ params, body }, ctx) {
    const row = await holdItem(ctx, params.id);
    const extension = await course.findExtension(ctx.db, params.extension);
    if (extension === undefined || extension.itemId !== row.id || extension.state !== 'asked') {
      throw new Problem(taskProblems.extensionDecided);
    }
    if (extension.askedBy === ctx.caller.personId) throw new Problem(taskProblems.ownDecision);
    const granted = body.decision === 'granted';
    // What was reported done or withdrawn meanwhile has no due day left to move; the request can only be closed.
    if (granted && nextState(row.state as ItemState, 'extend') === undefined) throw new Problem(taskProblems.state);
    await course.decideExtension(ctx.db, extension.id, {
      state: body.decision,
      documentNumber: granted ? body.documentNumber : null,
      answer: body.answer,
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
    });
    if (granted) await setDue(ctx.db, row.id, extension.dueAsked);
    ctx.record({
      kind: granted ? 'task.extended' : 'task.extensionRefused',
      subject: row.id,
      reason: body.answer ?? undefined,
      detail: {
        extension: extension.id,
        from: extension.dueBefore,
        to: extension.dueAsked,
        ...(granted ? { documentNumber: body.documentNumber } : {}),
      },
    });
    return toItem(await getItem(ctx, row.id), ctx.today);
  },
};
