import { editionFor, editionsFor } from '@tongheng/procedures/registry';
import { Problem } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { adoptedLimitsOf, clausesOf, findAdoptionOf } from '../../../register/catalogue/service.ts';
import { findOrganizations } from '../../../register/organization/service/lookup.ts';
import { standardService } from '../../standard/service.ts';
import { reserveRecordNumbers } from '../../verification/service/number.ts';
import { onSiteProblems, type Job, type onSiteEndpoints, type Pack } from '../contract.ts';
import { countToReserve } from '../rules/numbers.ts';
import { listReserved } from '../store/device.ts';
import * as store from '../store/taking.ts';
import { openOwnDevice } from './device.ts';

const isOpen = (status: string | null): boolean => status === 'drafted' || status === 'returned';

/** An accepted instrument that nobody has taken up, or one's own record that has its number and is not submitted. */
function isTakeable(row: store.TakeableRow, personId: string): boolean {
  if (row.verificationId === null) return row.outcome === 'accepted';
  return row.technicianId === personId && row.recordNumber !== null && isOpen(row.status);
}

function toJob(row: store.TakeableRow, today: string, certificateNumber: string | null): Job | undefined {
  const edition = row.edition ?? editionFor(row.instrumentKind, today)?.id;
  if (edition === undefined) return undefined;
  return {
    item: row.itemId,
    verification: row.verificationId,
    version: row.version,
    recordNumber: row.recordNumber,
    certificateNumber,
    edition,
    kind: row.verificationKind,
    instrument: {
      id: row.instrumentId,
      kind: row.instrumentKind,
      name: row.name,
      model: row.model,
      serial: row.serial,
      maker: row.maker,
      place: row.place,
      parameters: row.parameters,
    },
    holder: { id: row.holderId, name: row.holderName },
    draft:
      row.verificationId === null
        ? null
        : {
            testedOn: row.testedOn,
            environment: row.environment,
            readings: row.readings,
            standards: row.standards ?? [],
            secondPerson: row.secondPersonId,
            seals: row.seals,
            remarks: row.remarks,
          },
  } as unknown as Job;
}

/** Every edition that may hold for these instruments, as the institute adopted it: the day of the test is known on site only. */
async function editionsOf(ctx: Context, instituteId: string, jobs: readonly Job[]): Promise<Pack['editions']> {
  const ids = new Set(jobs.flatMap((job) => [job.edition as string, ...editionsFor(job.instrument.kind).map(({ id }) => id)]));
  const found: Pack['editions'] = [];
  for (const id of ids) {
    const { number, holds } = await findAdoptionOf(ctx, instituteId, id);
    const limits = { ...(await adoptedLimitsOf(ctx, instituteId, id)) };
    found.push({ id: id as never, number, adopted: holds, limits, clauses: { ...(await clausesOf(ctx, instituteId, id)) } });
  }
  return found;
}

async function standardsOf(ctx: Context, instituteId: string): Promise<Pack['standards']> {
  const { items } = await standardService.listStandards(
    { query: { limit: 200, state: 'in-service', institute: instituteId as never } } as never,
    ctx,
  );
  return items.map(({ id, number, name, model, serial, range, roles, certificate }) => ({
    id,
    number,
    name,
    model,
    serial,
    range,
    roles: [...roles],
    validUntil: certificate.validUntil,
    certificate: certificate.number,
  }));
}

export const takingService: Pick<Service<typeof onSiteEndpoints>, 'takeAlong'> = {
  async takeAlong({ body }, ctx) {
    const device = await openOwnDevice(ctx, body.device);
    const { personId, name, organizationId } = ctx.caller;
    const chosen = new Set<string>(body.items);
    const kept = new Set<string>(body.kept.filter((item) => !chosen.has(item)));
    const rows = await store.listTakeable(ctx.db, organizationId, [...chosen, ...kept]);
    const takeable = rows.filter((row) => isTakeable(row, personId));
    const numbered = new Map(await store.listNumbered(ctx.db, device.id));
    const fresh = takeable.filter(({ itemId }) => chosen.has(itemId) && !numbered.has(itemId));
    const free = await store.listFreeNumbers(ctx.db, device.id, fresh.length);
    for (const [index, { itemId }] of fresh.entries()) {
      const number = free[index];
      if (number !== undefined) numbered.set(itemId, number);
    }
    const jobs = takeable.map((row) => toJob(row, ctx.today, numbered.get(row.itemId) ?? null)).filter((job) => job !== undefined);
    const taken = jobs.filter(({ item }) => chosen.has(item));
    if (taken.length < chosen.size) throw new Problem(onSiteProblems.notTakeable);

    const already = await listReserved(ctx.db, organizationId, device.id);
    // Those of an earlier answer that was lost on the way are handed out now.
    const known = new Set(body.knownNumbers);
    const unseen = already.filter((number) => !known.has(number));
    const wanted = countToReserve(jobs.filter(({ recordNumber }) => recordNumber === null).length, body.freeNumbers + unseen.length);
    const numbers = wanted === 0 ? [] : (await reserveRecordNumbers(ctx, organizationId, device.id, wanted)).numbers;
    await store.insertTakings(
      ctx.db,
      taken.map(({ item, verification }) => ({
        id: ctx.newId(),
        deviceId: device.id,
        itemId: item,
        verificationId: verification,
        personId,
        takenAt: ctx.now,
        certificateNumber: numbered.get(item) ?? null,
      })),
    );
    ctx.record({
      kind: 'onSite.taken',
      subject: device.id,
      detail: { items: taken.map(({ item }) => item), refreshed: jobs.length - taken.length, numbers: numbers.length },
    });
    const [institute] = await findOrganizations(ctx, [organizationId]);
    return {
      takenAt: ctx.now,
      institute: { id: organizationId, name: institute?.name ?? '' },
      technician: { id: personId, name },
      jobs,
      editions: await editionsOf(ctx, organizationId, jobs),
      standards: await standardsOf(ctx, organizationId),
      colleagues: (await store.listColleagues(ctx.db, organizationId)) as Pack['colleagues'],
      numbers: [...unseen, ...numbers],
    };
  },
};
