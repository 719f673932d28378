import { createPublicKey } from 'node:crypto';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { voidRecordNumbers } from '../../verification/service/number.ts';
import { onSiteProblems, type Device, type onSiteEndpoints } from '../contract.ts';
import * as store from '../store/device.ts';
import { listContested } from '../store/delivery.ts';

const mayEnd = (row: store.DeviceRow, { personId, organizationId, permits }: Context['caller']): boolean =>
  row.endedAt === null && row.instituteId === organizationId && (row.personId === personId || permits.has('on-site.decide'));

const toDevice = (row: store.DeviceRow, { caller }: Context): Device =>
  ({
    id: row.id,
    name: row.name,
    person: { id: row.personId, name: row.ownerName },
    institute: { id: row.instituteId, name: row.instituteName },
    registeredAt: row.registeredAt,
    ending: row.ending === null ? null : { kind: row.ending, at: row.endedAt ?? '', by: row.enderName ?? '', reason: row.reason ?? '' },
    deliveries: row.deliveries,
    reserved: row.reserved,
    mayEnd: mayEnd(row, caller),
  }) as Device;

export async function getDevice(ctx: Context, id: string): Promise<store.DeviceRow> {
  const row = await store.findDevice(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** A device that the caller works with; somebody else's is not there. */
export async function getOwnDevice(ctx: Context, id: string): Promise<store.DeviceRow> {
  const row = await getDevice(ctx, id);
  if (row.personId !== ctx.caller.personId || row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
  return row;
}

/** The same, locked and in use: what is taken along or given back is not crossed by its ending. */
export async function openOwnDevice(ctx: Context, id: string): Promise<store.DeviceRow> {
  await getOwnDevice(ctx, id);
  await store.lockDevice(ctx.db, id);
  const row = await getOwnDevice(ctx, id);
  if (row.endedAt !== null) throw new Problem(onSiteProblems.deviceEnded);
  return row;
}

/** Only a key of the curve that the devices sign with; printed again, so that one key is one text. */
function readKey(publicKey: string): string {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new TypeError('another curve');
    return key.export({ format: 'der', type: 'spki' }).toString('base64');
  } catch {
    throw new Problem(onSiteProblems.keyUnreadable, { issues: [{ path: ['publicKey'], message: 'ECDSA P-256, SPKI, base64' }] });
  }
}

type Part = 'listDevices' | 'registerDevice' | 'endDevice' | 'returnNumbers';

export const deviceService: Pick<Service<typeof onSiteEndpoints>, Part> = {
  async listDevices({ query }, ctx) {
    const { mine, ...filter } = query;
    const { rows, total } = await store.listDevices(ctx.db, ctx.caller.scope, {
      ...filter,
      personId: mine === 'true' ? ctx.caller.personId : undefined,
    });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toDevice(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.registeredAt, id: last.id }) : null,
      total,
    };
  },

  async registerDevice({ body }, ctx) {
    const publicKey = readKey(body.publicKey);
    const { personId, organizationId, region } = ctx.caller;
    const id = ctx.newId();
    const device = { id, personId, instituteId: organizationId, region, name: body.name, publicKey, registeredAt: ctx.now };
    if (await store.insertDevice(ctx.db, device)) {
      ctx.record({ kind: 'onSite.deviceRegistered', subject: id });
      return toDevice(await getDevice(ctx, id), ctx);
    }
    // The answer to an earlier attempt was lost: the same person with the same key has the same device.
    const known = await store.findDeviceByKey(ctx.db, publicKey);
    if (known === undefined || known.personId !== personId) throw new Problem(onSiteProblems.keyTaken);
    if (known.endedAt !== null) throw new Problem(onSiteProblems.deviceEnded);
    ctx.record({ kind: 'onSite.deviceRegistered', subject: known.id, detail: { again: true } });
    return toDevice(await getDevice(ctx, known.id), ctx);
  },

  async endDevice({ params, body }, ctx) {
    await getDevice(ctx, params.id);
    await store.lockDevice(ctx.db, params.id);
    const row = await getDevice(ctx, params.id);
    if (row.endedAt !== null) throw new Problem(onSiteProblems.deviceEnded);
    if (!mayEnd(row, ctx.caller)) throw new Problem(platformProblems.forbidden);
    await store.endDevice(ctx.db, row.id, { ending: body.ending, endedAt: ctx.now, endedBy: ctx.caller.personId, reason: body.reason });
    const contested = new Set(await listContested(ctx.db, row.id));
    const open = (await store.listReserved(ctx.db, row.instituteId, row.id)).filter((number) => !contested.has(number));
    if (open.length > 0) await voidRecordNumbers(ctx, row.instituteId, open, body.reason);
    ctx.record({
      kind: 'onSite.deviceEnded',
      subject: row.id,
      reason: body.reason,
      detail: { ending: body.ending, numbersVoided: open.length },
    });
    return toDevice(await getDevice(ctx, row.id), ctx);
  },

  async returnNumbers({ body }, ctx) {
    const device = await getOwnDevice(ctx, body.device);
    await store.lockDevice(ctx.db, device.id);
    const reserved = new Set(await store.listReserved(ctx.db, device.instituteId, device.id));
    for (const number of await listContested(ctx.db, device.id)) reserved.delete(number);
    const unused = 'returned unused 未用退回';
    const byReason = new Map<string, string[]>();
    for (const { number, reason } of body.numbers)
      if (reserved.delete(number)) byReason.set(reason ?? unused, [...(byReason.get(reason ?? unused) ?? []), number]);
    for (const [reason, numbers] of byReason) await voidRecordNumbers(ctx, device.instituteId, numbers, reason);
    ctx.record({ kind: 'onSite.numbersReturned', subject: device.id, detail: { count: [...byReason.values()].flat().length } });
    // Also what was given back before is gone from the device: the answer to an earlier call may have been lost.
    return { returned: body.numbers.map(({ number }) => number) };
  },
};
