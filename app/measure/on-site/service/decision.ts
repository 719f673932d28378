import { Problem } from '../../../kernel/problem.ts';
import type { Context, EventToRecord, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { reserveDocumentNumber } from '../../verification/service/approval.ts';
import { saveRecord, type Draft } from '../../verification/service/entry.ts';
import { handOver } from '../../verification/service/hand-over.ts';
import { voidRecordNumbers } from '../../verification/service/number.ts';
import { submitRecord } from '../../verification/service/submission.ts';
import { printCursor } from '../../../kernel/page.ts';
import { onSiteProblems, SignedRecord, type onSiteEndpoints, type Version } from '../contract.ts';
import { deliveryLifeCycle, mayDecide } from '../rules/life-cycle.ts';
import { findNumber } from '../store/device.ts';
import * as store from '../store/delivery.ts';
import { listNumbered } from '../store/taking.ts';
import { draftOf } from './content.ts';
import { keepLabels } from './delivery.ts';
import { getDelivery, toDelivery } from './reply.ts';
import { isSigned } from './signature.ts';

type Row = store.DeliveryRow;

/** The version from the site becomes the record, in the name of the technician who signed it. */
async function takeDelivered(ctx: Context, row: Row, delivered: Version, reason: string): Promise<void> {
  const record = SignedRecord.parse(JSON.parse(row.payload));
  const standing = await store.lockRecordOf(ctx.db, row.instituteId, record.item);
  if (standing === undefined || (standing.status !== 'drafted' && standing.status !== 'returned'))
    throw new Problem(onSiteProblems.movedOn);
  const files = (delivered.content as { files?: { digest: string; file: string }[] }).files ?? [];
  const events: EventToRecord[] = [];
  const failure = await store.attempt(ctx.db, async () => {
    const own: Context = { ...ctx, record: (event) => void events.push(event) };
    const taken = await handOver(own, standing.id, row.personId, reason);
    const earlier = standing.technicianId === row.personId ? (standing.photos as unknown as Draft['photos']) : [];
    // Written as its author wrote it: the manager decides which version stands and adds nothing to it.
    const author: Context = {
      ...own,
      caller: { ...ctx.caller, personId: row.personId, permits: new Set([...ctx.caller.permits, 'verification.enter']) },
    };
    const version = await saveRecord(author, taken.id, draftOf(record, taken.version, files, earlier));
    await submitRecord(author, taken.id, { version, digest: record.resultDigest });
    await keepLabels(own, row.id, row.instituteId, record);
  });
  if (failure instanceof Problem && failure.definition.code !== onSiteProblems.labelJustUsed.code)
    throw new Problem(onSiteProblems.deliveredUnfit, { detail: failure.definition.text, issues: failure.issues });
  if (failure !== undefined) throw failure;
  for (const event of events) ctx.record(event);
}

/** The number on the paper of the site is not that of the record: it is accounted for by the decision. */
async function explainNumber(ctx: Context, row: Row, reason: string): Promise<void> {
  if (row.recordNumber === null) return;
  const number = await findNumber(ctx.db, row.instituteId, row.recordNumber);
  if (number?.fate === 'reserved' && number.device === row.deviceId)
    await voidRecordNumbers(ctx, row.instituteId, [row.recordNumber], reason);
}

/**
 * The number of a document was told for the instrument and not for a version: whichever stands, its document is issued under it. Where one is
 * issued already, the page of numbers shows which.
 */
async function keepDocumentNumber(ctx: Context, { deviceId, itemId, verificationId }: Row): Promise<void> {
  const number = itemId === null ? undefined : (await listNumbered(ctx.db, deviceId)).get(itemId);
  if (number !== undefined && verificationId !== null) await reserveDocumentNumber(ctx, verificationId, number);
}

const toVersion = (row: Awaited<ReturnType<typeof store.listVersions>>[number]): Version =>
  ({
    origin: row.origin,
    technician: { id: row.technicianId, name: row.technicianName },
    status: row.status,
    version: row.version,
    content: row.content,
    at: row.at,
  }) as unknown as Version;

type Part = 'listDeliveries' | 'readDelivery' | 'decideDelivery';

export const decisionService: Pick<Service<typeof onSiteEndpoints>, Part> = {
  async listDeliveries({ query }, ctx) {
    const { mine, ...filter } = query;
    const { rows, total } = await store.listDeliveries(ctx.db, ctx.caller.scope, {
      ...filter,
      personId: mine === 'true' ? ctx.caller.personId : undefined,
    });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(toDelivery),
      next: rows.length > query.limit && last ? printCursor({ at: last.deliveredAt, id: last.id }) : null,
      total,
    };
  },

  async readDelivery({ params }, ctx) {
    const row = await getDelivery(ctx, params.id);
    const versions = (await store.listVersions(ctx.db, row.id)).map(toVersion);
    const authors = versions.map(({ technician }) => technician.id as string);
    return {
      ...toDelivery(row),
      payload: row.payload,
      payloadDigest: row.payloadDigest,
      signature: row.signature,
      publicKey: row.publicKey,
      signatureHolds: isSigned(row.publicKey, row.payload, row.signature),
      versions,
      mayDecide: row.instituteId === ctx.caller.organizationId && mayDecide({ state: row.state, authors }, ctx.caller),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async decideDelivery({ params, body }, ctx) {
    await getDelivery(ctx, params.id);
    await store.lockDelivery(ctx.db, params.id);
    const row = await getDelivery(ctx, params.id);
    const versions = (await store.listVersions(ctx.db, row.id)).map(toVersion);
    const delivered = versions.find(({ origin }) => origin === 'delivered');
    if (row.state !== 'conflict' || delivered === undefined) throw new Problem(onSiteProblems.notContested);
    const authors = versions.map(({ technician }) => technician.id as string);
    if (!mayDecide({ state: row.state, authors }, ctx.caller)) throw new Problem(onSiteProblems.ownVersion);
    if (body.stands === 'delivered') await takeDelivered(ctx, row, delivered, body.reason);
    await explainNumber(ctx, row, body.reason);
    await keepDocumentNumber(ctx, row);
    const { takeDelivered: taken, keepStanding: kept } = deliveryLifeCycle.conflict;
    await store.setState(ctx.db, row.id, body.stands === 'delivered' ? taken : kept);
    await store.insertDecision(ctx.db, {
      deliveryId: row.id,
      stands: body.stands,
      reason: body.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'onSite.versionDecided', subject: row.id, reason: body.reason, detail: { stands: body.stands } });
    return toDelivery(await getDelivery(ctx, row.id));
  },
};
