import { randomInt } from 'node:crypto';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { recordSteps } from '../../../measure/request/service/step.ts';
import type { RequestStep } from '../../../measure/request/rules/step.ts';
import { plainCode } from '../../../register/instrument/rules/code.ts';
import type { custodyEndpoints } from '../contract.ts';
import { custodyProblems } from '../contract/problems.ts';
import { pickUpAlphabet, pickUpLength, readSlipNumber, receptionRefusal, receptionRefusals, slipNumber, type Condition } from '../rules.ts';
import { listCandidates, listUnrequested, lockCandidates, type CandidateRow, type Scanned } from '../store/candidate.ts';
import * as itemStore from '../store/item.ts';
import * as slipStore from '../store/slip.ts';
import { toCandidate, toItem, toSlip, toUnrequested } from './reply.ts';

type Received = { item: string; condition: Condition; conditionNote: string; accessories: string; pieces: number };

const drawPickUpCode = (): string => Array.from({ length: pickUpLength }, () => pickUpAlphabet[randomInt(pickUpAlphabet.length)]).join('');

/** What was asked of this institute, locked; refused where the counter may not take it. */
async function lockReceivable(ctx: Context, received: readonly Received[]): Promise<Map<string, CandidateRow>> {
  const unsaid = received.flatMap((one, index) => (one.condition !== 'sound' && one.conditionNote.trim() === '' ? [index] : []));
  if (unsaid.length > 0)
    throw new Problem(custodyProblems.conditionUnsaid, {
      issues: unsaid.map((index) => ({
        path: ['items', index, 'conditionNote'],
        message: inLanguage(custodyProblems.conditionUnsaid.next, ctx.language),
      })),
    });
  const ids = [...new Set(received.map(({ item }) => item))];
  const rows = await lockCandidates(ctx.db, ids);
  const own = rows.filter(({ instituteId }) => instituteId === ctx.caller.organizationId);
  if (own.length < ids.length || ids.length < received.length) throw new Problem(platformProblems.notFound);
  if (new Set(own.map(({ holderId }) => holderId)).size > 1) throw new Problem(custodyProblems.otherHolder);
  const refused = own.flatMap((row) => {
    const why = receptionRefusal({ step: row.step as RequestStep, isHeld: row.isHeld });
    return why === null ? [] : [{ path: ['items', row.id], message: `${row.serial}：${inLanguage(receptionRefusals[why], ctx.language)}` }];
  });
  if (refused.length > 0) throw new Problem(custodyProblems.cannotReceive, { issues: refused });
  return new Map(own.map((row) => [row.id, row]));
}

/** Puts locked instruments on a slip, each with the next label, and starts what reception starts. */
async function putOnSlip(ctx: Context, slipId: string, from: number, received: readonly Received[], known: Map<string, CandidateRow>) {
  const rows = received.map((one, index) => ({
    id: ctx.newId(),
    slipId,
    sequence: from + index + 1,
    itemId: one.item,
    instrumentId: known.get(one.item)?.instrumentId ?? '',
    instituteId: ctx.caller.organizationId,
    condition: one.condition,
    conditionNote: one.conditionNote.trim() === '' ? null : one.conditionNote.trim(),
    accessories: one.accessories.trim(),
    pieces: one.pieces,
    receivedBy: ctx.caller.personId,
    receivedAt: ctx.now,
  }));
  const inserted = new Set((await itemStore.insertItems(ctx.db, rows)).map(({ itemId }) => itemId));
  const doubled = rows.filter(({ itemId }) => !inserted.has(itemId));
  if (doubled.length > 0)
    throw new Problem(custodyProblems.cannotReceive, {
      issues: doubled.map(({ itemId }) => ({ path: ['items', itemId], message: inLanguage(receptionRefusals.held, ctx.language) })),
    });
  await itemStore.insertFirstMoves(
    ctx.db,
    rows.map(({ id }) => id),
    { personId: ctx.caller.personId, at: ctx.now },
  );
  await slipStore.countItems(ctx.db, slipId, from + rows.length);
  await recordSteps(
    ctx,
    rows.map(({ itemId }) => itemId),
    'received',
  );
  for (const row of rows)
    ctx.record({
      kind: 'custody.received',
      subject: row.id,
      detail: { slip: slipId, item: row.itemId, condition: row.condition, pieces: row.pieces },
    });
}

export async function getSlip(ctx: Context, id: string): Promise<slipStore.SlipRow> {
  const row = await slipStore.findSlip(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const shownAtOnce = 100;

export const receptionService: Pick<Service<typeof custodyEndpoints>, 'findReceivable' | 'receiveInstruments' | 'addToSlip'> = {
  async findReceivable({ query }, ctx) {
    const text = query.code.trim();
    const slip = readSlipNumber(text);
    const scanned: Scanned = { text, code: plainCode(text), id: uuid.exec(text)?.[0].toLowerCase() ?? null };
    const institute = ctx.caller.organizationId;
    const found = await listCandidates(ctx.db, institute, scanned, shownAtOnce + 1);
    const candidates = found.slice(0, shownAtOnce);
    const held = await itemStore.listHeld(ctx.db, institute, {
      instrumentIds: candidates.filter(({ isHeld }) => isHeld).map(({ instrumentId }) => instrumentId),
      slipNumber: slip?.number ?? null,
      label: slip?.label ?? null,
    });
    const slips = slip === undefined ? [] : await slipStore.listSlipsNumbered(ctx.db, institute, slip.number);
    const unrequested = candidates.some(
      ({ step, isHeld }) => isHeld || receptionRefusal({ step: step as RequestStep, isHeld }) !== 'closed',
    )
      ? []
      : await listUnrequested(ctx.db, ctx.caller.scope, scanned, 20);
    return {
      code: text,
      candidates: candidates.map(toCandidate),
      held: held.map((row) => toItem(row, ctx)),
      slips: slips.map(toSlip),
      unrequested: unrequested.map(toUnrequested),
      more: found.length > shownAtOnce,
    };
  },

  async receiveInstruments({ body }, ctx) {
    const known = await lockReceivable(ctx, body.items);
    const [first] = known.values();
    if (first === undefined) throw new Problem(platformProblems.notFound);
    const id = ctx.newId();
    const year = Number(ctx.today.slice(0, 4));
    const sequence = await slipStore.nextOfSeries(ctx.db, ctx.caller.organizationId, year);
    const number = slipNumber(year, sequence);
    await slipStore.insertSlip(ctx.db, {
      id,
      number,
      instituteId: ctx.caller.organizationId,
      region: ctx.caller.region,
      holderId: first.holderId,
      year,
      sequence,
      broughtBy: body.broughtBy,
      broughtPhone: body.broughtPhone,
      note: body.note === '' ? null : body.note,
      pickUpCode: drawPickUpCode(),
      receivedBy: ctx.caller.personId,
      receivedAt: ctx.now,
      receivedOn: ctx.today,
      demonstration: ctx.demonstration,
    });
    await putOnSlip(ctx, id, 0, body.items, known);
    ctx.record({ kind: 'custody.slipMade', subject: id, detail: { number, instruments: body.items.length } });
    return toSlip(await getSlip(ctx, id));
  },

  async addToSlip({ params, body }, ctx) {
    const slip = await getSlip(ctx, params.id);
    if (slip.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    const locked = await slipStore.lockSlip(ctx.db, slip.id);
    const now = await getSlip(ctx, slip.id);
    if (locked === undefined || now.receivedOn !== ctx.today || now.heldCount < now.itemCount)
      throw new Problem(custodyProblems.slipClosed);
    const known = await lockReceivable(ctx, body.items);
    if ([...known.values()].some(({ holderId }) => holderId !== slip.holderId)) throw new Problem(custodyProblems.otherHolder);
    await putOnSlip(ctx, slip.id, locked.itemCount, body.items, known);
    ctx.record({ kind: 'custody.slipExtended', subject: slip.id, detail: { number: slip.number, instruments: body.items.length } });
    return toSlip(await getSlip(ctx, slip.id));
  },
};
