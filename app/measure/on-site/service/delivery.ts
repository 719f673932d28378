import { canonical } from '@tongheng/seal/canonical';
import { Problem } from '../../../kernel/problem.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context, EventToRecord, Service } from '../../../platform/context.ts';
import { recordVisit } from '../../../serve/custody/service.ts';
import { beginRecord, saveRecord, type Draft } from '../../verification/service/entry.ts';
import { reserveDocumentNumber } from '../../verification/service/approval.ts';
import { submitRecord } from '../../verification/service/submission.ts';
import { verificationProblems } from '../../verification/contract/problems.ts';
import { onSiteProblems, SignedRecord, type onSiteEndpoints } from '../contract.ts';
import { refusal, sealRefusals, type Refusal } from '../rules/refusals.ts';
import { findNumber, lockDevice, type DeviceRow } from '../store/device.ts';
import * as store from '../store/delivery.ts';
import { listColleagues, listNumbered } from '../store/taking.ts';
import { contentOf, draftOf } from './content.ts';
import { getOwnDevice } from './device.ts';
import { getDelivery, toDelivery } from './reply.ts';
import { isSigned, sha256 } from './signature.ts';

type Body = Parameters<Service<typeof onSiteEndpoints>['deliverRecord']>[0]['body'];

/** A delivery that is refused; thrown inside the attempt, so that nothing of the record stays and the delivery does. */
class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(' '));
    this.refusals = refusals;
  }
}

/** Characters that no text of the database holds: NUL, and half of a pair. A canonical text shows both as escapes. */
const unkeepable = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** The text of what was signed, read; undefined where it is not the record that the delivery says it is. */
function readRecord({ id, device, payload }: Body, personId: string): SignedRecord | undefined {
  try {
    const parsed: unknown = JSON.parse(payload);
    // Only the canonical text is what another person can print again from the same content.
    if (canonical(parsed) !== payload || unkeepable.test(payload)) return undefined;
    const read = SignedRecord.safeParse(parsed);
    if (!read.success) return undefined;
    const record = read.data;
    return record.delivery === id && record.device === device && record.technician === personId ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A problem of the verification, as the reason of a refusal with the places it names. */
function refusalOf({ definition, detail, issues }: Problem): Refusal {
  const places = issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；');
  const words = (index: 0 | 1): string =>
    [definition.text[index], detail?.[index] ?? '', places]
      .filter((part) => part !== '')
      .join('；')
      .slice(0, 2000);
  const code =
    definition.code === verificationProblems.numberNotReserved.code
      ? 'number'
      : definition.code === verificationProblems.notASecondPerson.code
        ? 'second-person'
        : 'record';
  return refusal(code, [words(0), words(1)] satisfies Text);
}

/** What is wrong before a record is begun: none of it depends on the readings. */
async function refusalsBefore(
  ctx: Context,
  device: DeviceRow,
  body: Body,
  record: SignedRecord,
  standing: store.StandingRow | undefined,
): Promise<Refusal[]> {
  const found: Refusal[] = [];
  if (device.endedAt !== null) found.push(refusal('device-ended'));
  const number = await findNumber(ctx.db, device.instituteId, record.recordNumber);
  const isOwnNumber = number?.fate === 'reserved' && number.device === device.id;
  const isOfRecord = standing !== undefined && number?.verificationId === standing.id && record.verification === standing.id;
  if (!isOwnNumber && !isOfRecord) found.push(refusal('number', [record.recordNumber, record.recordNumber]));
  found.push(...sealRefusals(record.conclusion, record.seals));
  const used = await store.listUsedLabels(ctx.db, device.instituteId, applied(record));
  if (used.length > 0) found.push(refusal('label-used', [used.join('、'), used.join(', ')]));
  const arrived = new Set<string>(body.photos.map(({ digest }) => digest));
  const missing = record.photos.filter(({ digest }) => !arrived.has(digest)).map(({ path }) => path);
  if (missing.length > 0) found.push(refusal('photo-missing', [missing.join('、'), missing.join(', ')]));
  return found;
}

const applied = ({ seals }: SignedRecord) =>
  seals.filter(({ action }) => action === 'applied').map(({ kind, number }) => ({ kind, number }));

/** Whether the record that stands here is the one the device took along, unchanged since. */
const isUnchanged = (standing: store.StandingRow, record: SignedRecord, personId: string): boolean =>
  record.verification === standing.id &&
  record.version === standing.version &&
  standing.technicianId === personId &&
  (standing.status === 'drafted' || standing.status === 'returned');

/** Writes the record and submits it, as its technician would on the desk; answers the verification. */
async function writeRecord(ctx: Context, body: Body, record: SignedRecord, standing: store.StandingRow | undefined): Promise<string> {
  const begun =
    standing ?? (await beginRecord(ctx, record.item, ctx.caller.personId, { recordNumber: record.recordNumber, day: record.testedOn }));
  await recordVisit(ctx, [record.item]);
  if (begun.edition !== record.edition) throw new Refused([refusal('edition', [begun.edition, begun.edition])]);
  const earlier = (standing?.photos ?? []) as unknown as Draft['photos'];
  const version = await saveRecord(ctx, begun.id, draftOf(record, begun.version, body.photos, earlier));
  const submitted = await submitRecord(ctx, begun.id, { version, digest: record.resultDigest });
  if (canonical(submitted.nameplate) !== canonical(record.nameplate)) throw new Refused([refusal('nameplate')]);
  return begun.id;
}

type Result = { state: 'accepted' | 'refused' | 'conflict'; refusals: readonly Refusal[]; verification: string | null };

/** Makes the record of a delivery, or says why not; what fails leaves no trace but the delivery itself. */
async function decide(
  ctx: Context,
  device: DeviceRow,
  body: Body,
  record: SignedRecord | undefined,
): Promise<Result & { standing?: store.StandingRow }> {
  const refused = (refusals: readonly Refusal[]): Result => ({ state: 'refused', refusals, verification: null });
  if (!isSigned(device.publicKey, body.payload, body.signature)) return refused([refusal('signature')]);
  if (record === undefined) return refused([refusal('form')]);
  const standing = await store.lockRecordOf(ctx.db, device.instituteId, record.item);
  const before = await refusalsBefore(ctx, device, body, record, standing);
  if (before.length > 0) return refused(before);
  if (standing !== undefined && !isUnchanged(standing, record, ctx.caller.personId))
    return { state: 'conflict', refusals: [], verification: standing.id, standing };
  const events: EventToRecord[] = [];
  let verification: string | null = null;
  const failure = await store.attempt(ctx.db, async () => {
    verification = await writeRecord({ ...ctx, record: (event) => void events.push(event) }, body, record, standing);
  });
  if (failure instanceof Refused) return refused(failure.refusals);
  if (failure instanceof Problem) {
    // Somebody took the instrument up between the look and the beginning.
    if (failure.definition.code === verificationProblems.takenUp.code) {
      const late = await store.lockRecordOf(ctx.db, device.instituteId, record.item);
      if (late !== undefined) return { state: 'conflict', refusals: [], verification: late.id, standing: late };
    }
    return refused([refusalOf(failure)]);
  }
  if (failure !== undefined) throw failure;
  const number = (await listNumbered(ctx.db, device.id)).get(record.item);
  if (number !== undefined && verification !== null) await reserveDocumentNumber(ctx, verification, number);
  for (const event of events) ctx.record(event);
  return { state: 'accepted', refusals: [], verification };
}

/** Ids in words as they were, so that whoever decides reads two records and not two lists of keys. */
async function inWords(ctx: Context, instituteId: string, content: { standards: unknown; secondPerson: string | null }) {
  const chosen = (content.standards ?? []) as readonly { role: string; standard: string; statement: string | null }[];
  const names = await store.listStandardNames(
    ctx.db,
    chosen.map(({ standard }) => standard),
  );
  const people = await listColleagues(ctx.db, instituteId);
  return {
    ...content,
    standards: chosen.map(({ role, standard, statement }) => ({ role, standard: names.get(standard) ?? standard, statement })),
    secondPerson: people.find(({ id }) => id === content.secondPerson)?.name ?? content.secondPerson,
  };
}

async function keepBoth(ctx: Context, body: Body, record: SignedRecord, standing: store.StandingRow, instituteId: string): Promise<void> {
  const { testedOn, environment, readings, standards, remarks, seals, photos, secondPersonId, conclusion, edition, recordNumber } =
    standing;
  const stood = {
    testedOn,
    environment,
    readings,
    standards,
    remarks,
    seals,
    photos,
    secondPerson: secondPersonId,
    conclusion,
    edition,
    recordNumber,
  };
  await store.insertVersions(ctx.db, [
    {
      deliveryId: body.id,
      origin: 'standing',
      technicianId: standing.technicianId,
      status: standing.status,
      version: standing.version,
      content: await inWords(ctx, instituteId, stood),
      at: ctx.now,
    },
    {
      deliveryId: body.id,
      origin: 'delivered',
      technicianId: ctx.caller.personId,
      status: null,
      version: record.version,
      content: { ...(await inWords(ctx, instituteId, contentOf(record))), files: body.photos },
      at: ctx.now,
    },
  ]);
}

const eventOf = { accepted: 'onSite.delivered', refused: 'onSite.deliveryRefused', conflict: 'onSite.contested' } as const;

export const deliveryService: Pick<Service<typeof onSiteEndpoints>, 'deliverRecord'> = {
  async deliverRecord({ body }, ctx) {
    const device = await getOwnDevice(ctx, body.device);
    await store.holdDelivery(ctx.db, body.id);
    const earlier = await store.findContent(ctx.db, body.id);
    if (earlier !== undefined) {
      if (earlier.payload !== body.payload || earlier.deviceId !== device.id) throw new Problem(onSiteProblems.otherContent);
      ctx.record({ kind: 'onSite.delivered', subject: body.id, detail: { again: true } });
      return toDelivery(await getDelivery(ctx, body.id));
    }
    await lockDevice(ctx.db, device.id);
    const record = readRecord(body, ctx.caller.personId);
    const { state, refusals, verification, standing } = await decide(ctx, await getOwnDevice(ctx, body.device), body, record);
    await store.insertDelivery(ctx.db, {
      id: body.id,
      deviceId: device.id,
      instituteId: device.instituteId,
      region: device.region,
      personId: ctx.caller.personId,
      payload: body.payload,
      payloadDigest: sha256(body.payload),
      signature: body.signature,
      deliveredAt: ctx.now,
      state,
      refusals,
      recordNumber: record?.recordNumber ?? null,
      itemId: record !== undefined && (await store.isItemOf(ctx.db, device.instituteId, record.item)) ? record.item : null,
      verificationId: verification,
      edition: record?.edition ?? null,
      conclusion: record?.conclusion ?? null,
      testedOn: record?.testedOn ?? null,
    });
    if (record !== undefined && standing !== undefined) await keepBoth(ctx, body, record, standing, device.instituteId);
    if (record !== undefined && state === 'accepted') await keepLabels(ctx, body.id, device.instituteId, record);
    ctx.record({
      kind: eventOf[state],
      subject: body.id,
      detail: { verification, number: record?.recordNumber ?? null, refusals: refusals.map(({ code }) => code) },
    });
    return toDelivery(await getDelivery(ctx, body.id));
  },
};

/** Used at the same moment by another record: the whole call is tried again by the device, and is refused then with the number. */
export async function keepLabels(
  ctx: Context,
  deliveryId: string,
  instituteId: string,
  record: Pick<SignedRecord, 'seals'>,
): Promise<void> {
  const labels = record.seals
    .filter(({ action }) => action === 'applied')
    .map(({ kind, number, position }) => ({ deliveryId, instituteId, kind, number, place: position ?? '' }));
  if (!(await store.insertLabels(ctx.db, labels))) throw new Problem(onSiteProblems.labelJustUsed);
}
