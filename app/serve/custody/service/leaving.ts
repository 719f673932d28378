import { Problem, platformProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { recordSteps } from '../../../measure/request/service/step.ts';
import { mayFollow, type RequestStep } from '../../../measure/request/rules/step.ts';
import type { custodyEndpoints } from '../contract.ts';
import type { CustodyItem } from '../contract/shapes.ts';
import { custodyProblems } from '../contract/problems.ts';
import { allowedCustodyActions, isSameCode, type CustodyAction, type CustodyStatus, type Proof } from '../rules.ts';
import * as store from '../store/item.ts';
import { toItem } from './reply.ts';

const aboutItems = (ctx: Context, definition: ProblemDefinition, rows: readonly store.ItemRow[]): Problem =>
  new Problem(definition, {
    issues: rows.map((row) => ({ path: ['items', row.id], message: `${row.serial}：${inLanguage(definition.text, ctx.language)}` })),
  });

/** Locks instruments that this institute holds and on which the caller may do this; the requests' items are locked by their own slice. */
async function lockFor(
  ctx: Context,
  ids: readonly string[],
  action: CustodyAction,
  otherwise: ProblemDefinition,
): Promise<store.ItemRow[]> {
  const wanted = [...new Set(ids)];
  await store.lockItems(ctx.db, wanted);
  const rows = await store.listByIds(ctx.db, wanted);
  const own = rows.filter(({ instituteId }) => instituteId === ctx.caller.organizationId);
  if (own.length < wanted.length) throw new Problem(platformProblems.notFound);
  const left = own.filter(({ status }) => status !== 'held');
  if (left.length > 0) throw aboutItems(ctx, custodyProblems.leftAlready, left);
  const refused = own.filter((row) => {
    const held = { status: row.status as CustodyStatus, step: row.step as RequestStep, instituteId: row.instituteId };
    return !allowedCustodyActions(held, ctx.caller).includes(action);
  });
  if (refused.length > 0) throw aboutItems(ctx, otherwise, refused);
  return own;
}

type Leaving = {
  items: readonly string[];
  fetchedBy: string;
  fetchedPhone: string | null;
  proof: Proof;
  code: string | null;
  proofNote: string;
};

/** By which proof it is handed over; a code has to be that of every slip it is for. */
function checkProof(body: Leaving, rows: readonly store.ItemRow[]): void {
  if (new Set(rows.map(({ holderId }) => holderId)).size > 1) throw new Problem(custodyProblems.otherHolder);
  if (body.proof === 'signature') {
    if (body.proofNote.trim() === '') throw new Problem(custodyProblems.proofMissing);
    return;
  }
  const { code } = body;
  if (code === null || code.trim() === '') throw new Problem(custodyProblems.proofMissing);
  if (rows.some(({ pickUpCode }) => !isSameCode(code, pickUpCode))) throw new Problem(custodyProblems.wrongCode);
}

async function leave(ctx: Context, rows: readonly store.ItemRow[], body: Leaving, kind: 'fetched' | 'returned', reason: string | null) {
  await store.insertEndings(
    ctx.db,
    rows,
    rows.map((row) => ({
      custodyItemId: row.id,
      kind,
      fetchedBy: body.fetchedBy,
      fetchedPhone: body.fetchedPhone,
      proof: body.proof,
      proofNote: body.proofNote.trim() === '' ? null : body.proofNote.trim(),
      certificateNumber: kind === 'fetched' ? row.certificateNumber : null,
      reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    })),
  );
}

async function replyOf(ctx: Context, ids: readonly string[]): Promise<{ items: CustodyItem[] }> {
  return { items: (await store.listByIds(ctx.db, ids)).map((row) => toItem(row, ctx)) };
}

export const leavingService: Pick<Service<typeof custodyEndpoints>, 'moveCustody' | 'fetchInstruments' | 'returnUntested'> = {
  async moveCustody({ body }, ctx) {
    const rows = await lockFor(ctx, body.items, 'move', custodyProblems.leftAlready);
    const step = { location: body.location, locationName: body.locationName, note: body.note === '' ? null : body.note };
    await store.insertMoves(ctx.db, rows, { ...step, personId: ctx.caller.personId, at: ctx.now });
    for (const row of rows) ctx.record({ kind: 'custody.moved', subject: row.id, detail: { to: body.location, name: body.locationName } });
    return replyOf(ctx, body.items);
  },

  async fetchInstruments({ body }, ctx) {
    const rows = await lockFor(ctx, body.items, 'fetch', custodyProblems.notIssued);
    checkProof(body, rows);
    await leave(ctx, rows, body, 'fetched', null);
    await recordSteps(
      ctx,
      rows.map(({ itemId }) => itemId),
      'fetched',
    );
    for (const row of rows)
      ctx.record({ kind: 'custody.fetched', subject: row.id, detail: { proof: body.proof, certificate: row.certificateNumber } });
    return replyOf(ctx, body.items);
  },

  async returnUntested({ body }, ctx) {
    const rows = await lockFor(ctx, body.items, 'return', custodyProblems.workUnderWay);
    checkProof(body, rows);
    await leave(ctx, rows, body, 'returned', body.reason);
    const open = rows.filter(({ step }) => mayFollow(step as RequestStep, 'accepted')).map(({ itemId }) => itemId);
    if (open.length > 0) await recordSteps(ctx, open, 'accepted', { note: body.reason });
    for (const row of rows) ctx.record({ kind: 'custody.returned', subject: row.id, reason: body.reason, detail: { proof: body.proof } });
    return replyOf(ctx, body.items);
  },
};
