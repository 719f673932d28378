import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { openPocketDevice, type PocketDevice } from '../../../test/support/pocket-device.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { acceptedItem, adopt, designate, equip, example, submitDraft, withoutKind } from '../../../test/support/thread.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import type { StandardChoice } from '../verification/contract/shapes.ts';
import { onSiteEndpoints, type Delivery } from './contract.ts';
import type { Content, LocalRecord } from './rules/local.ts';

const { registerDevice, listDevices, endDevice, takeAlong, returnNumbers, deliverRecord, listDeliveries, readDelivery, decideDelivery } =
  onSiteEndpoints;
const day = '2026-11-23';

let city: City;
let weights: StandardChoice;
before(async () => {
  city = await openCity();
  weights = (await equip(city)).weights;
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

async function deviceOf(who: PersonName, name = '手机'): Promise<PocketDevice> {
  const device = await openPocketDevice();
  const { id } = await city.as(who).call(registerDevice, { body: { name, publicKey: device.publicKey } });
  device.registered(id, city.ids[who].person);
  return device;
}

async function take(who: PersonName, device: PocketDevice, items: readonly string[]) {
  const numbers = device.numbers();
  const pack = await city.as(who).call(takeAlong, {
    body: {
      device: device.id as never,
      items: items as never,
      kept: [],
      knownNumbers: numbers.map(({ number }) => number),
      freeNumbers: numbers.filter(({ state }) => state === 'free').length,
    },
  });
  device.keepPack(pack);
  return pack;
}

const readings = (name = 'pass-initial') => withoutKind(example(name)) as unknown as Pick<Content, 'environment' | 'readings'>;
const content = (more: Partial<Content> = {}): Partial<Content> => ({
  ...readings(),
  standards: [weights],
  secondPerson: city.ids.checker.person,
  ...more,
});

async function finished(device: PocketDevice, item: string, more: Partial<Content> = {}): Promise<LocalRecord> {
  const job = device.jobs().find((one) => one.item === item);
  assert.ok(job);
  return device.finish(device.begin(job, day, content(more)));
}

const deliver = (who: PersonName, device: PocketDevice, record: LocalRecord, more: object = {}, key?: string): Promise<Delivery> => {
  const { delivery, payload, signature } = record.sealed!;
  return city
    .as(who)
    .call(
      deliverRecord,
      { body: { id: delivery as never, device: device.id as never, payload, signature, photos: [], ...more } },
      key === undefined ? {} : { key },
    );
};

const numberOf = async (number: string) =>
  city.database.db
    .selectFrom('verificationNumber')
    .select(['fate', 'reason', 'verificationId'])
    .where('number', '=', number)
    .executeTakeFirst();

/** A scale that the technician has taken along on a device of his own. */
async function onSite(serial: string, who: PersonName = 'technician') {
  const { item } = await acceptedItem(city, serial);
  const device = await deviceOf(who);
  await take(who, device, [item]);
  return { item, device };
}

test('a device is registered by its public key, once however often the answer is lost, and for one person', async () => {
  const device = await openPocketDevice();
  const body = { name: '陈立的手机', publicKey: device.publicKey };
  const first = await city.as('technician').call(registerDevice, { body });
  const again = await city.as('technician').call(registerDevice, { body });
  assert.equal(again.id, first.id);
  await refused(city.as('allRounder').call(registerDevice, { body }), 'onSite.keyTaken');
  await refused(
    city.as('technician').call(registerDevice, { body: { ...body, publicKey: Buffer.alloc(91, 7).toString('base64') } }),
    'onSite.keyUnreadable',
  );
  await refused(city.as('checker').call(registerDevice, { body }), 'platform.forbidden');
  const { items } = await city.as('instituteManager').call(listDevices, { query: { q: '陈立的手机' } });
  assert.deepEqual(
    items.map(({ name, person, ending }) => [name, person.name, ending]),
    [['陈立的手机', '陈立', null]],
  );
});

test('what is taken along is the instrument, the edition as adopted, the standards, the colleagues and a block of numbers', async () => {
  const { item } = await acceptedItem(city, 'T-1');
  const device = await deviceOf('technician');
  const pack = await take('technician', device, [item]);
  assert.deepEqual(
    pack.jobs.map(({ instrument, edition, draft, verification }) => [instrument.serial, edition, draft, verification]),
    [['T-1', 'jjg-0539-2016', null, null]],
  );
  const [edition] = pack.editions.filter(({ id }) => id === 'jjg-0539-2016');
  assert.equal(edition?.adopted, true);
  assert.ok(Object.values(edition.clauses).includes('测试条款'));
  assert.ok(pack.standards.some(({ id, validUntil }) => id === weights.standard && validUntil === '2027-02-28'));
  assert.ok(pack.colleagues.some(({ name }) => name === '吴敏'));
  assert.equal(pack.numbers.length, 6, 'one for the scale and five for what goes wrong');
  const { items } = await city.as('technician').call(listDevices, { query: { mine: 'true' } });
  assert.equal(items.find(({ id }) => id === device.id)?.reserved, 6);
});

test('numbers of an answer that was lost are handed out with the next one, and no more are reserved', async () => {
  const { item } = await acceptedItem(city, 'T-2');
  const device = await deviceOf('technician');
  const body = { device: device.id as never, items: [item], kept: [], knownNumbers: [], freeNumbers: 0 };
  const lost = await city.as('technician').call(takeAlong, { body });
  const second = await city.as('technician').call(takeAlong, { body });
  assert.deepEqual(second.numbers, lost.numbers);
});

test('nobody takes along what another has begun, what is not accepted, or with the device of another', async () => {
  const { item } = await acceptedItem(city, 'T-3');
  await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item } });
  const device = await deviceOf('technician');
  await refused(take('technician', device, [item]), 'onSite.notTakeable');
  await refused(take('technician', device, [randomUUID()]), 'onSite.notTakeable');
  const { item: other } = await acceptedItem(city, 'T-4');
  await refused(take('allRounder', device, [other]), 'platform.notFound');
});

test('a record from the site is begun, saved and submitted at once, with its number, second person and seals', async () => {
  const { item, device } = await onSite('D-1');
  const seals = [
    { kind: 'sticker', action: 'applied', number: '苏检 0001', position: '秤体右侧' },
    { kind: 'seal', action: 'applied', number: 'F-0001', position: null },
  ] as const;
  const record = await finished(device, item, { seals, remarks: '现场检定' });
  const delivered = await deliver('technician', device, record);
  assert.deepEqual([delivered.state, delivered.recordNumber, delivered.conclusion], ['accepted', record.recordNumber, 'pass']);
  const stored = await city.as('technician').call(verificationEndpoints.readVerification, { params: { id: delivered.verification! } });
  assert.deepEqual(
    [stored.status, stored.recordNumber, stored.secondPerson?.name, stored.seals.length, stored.remarks],
    ['submitted', record.recordNumber, '吴敏', 2, '现场检定'],
  );
  assert.equal((await numberOf(record.recordNumber))?.fate, 'used');
  const kept = await city.as('checker').call(readDelivery, { params: { id: delivered.id } });
  assert.equal(kept.payload, record.sealed!.payload);
  assert.equal(kept.payloadDigest, createHash('sha256').update(record.sealed!.payload).digest('hex'));
  assert.equal(kept.signatureHolds, true);
});

test('the same delivery counts once, with another key, in two calls at the same moment and after a changed answer', async () => {
  const { item, device } = await onSite('D-2');
  const record = await finished(device, item);
  const answers = await Promise.all([
    deliver('technician', device, record, {}, randomUUID()),
    deliver('technician', device, record, {}, randomUUID()),
    deliver('technician', device, record, {}, randomUUID()),
  ]);
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  const { total } = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { q: 'D-2' } });
  assert.equal(total, 1);
  const other = {
    ...record,
    sealed: { ...(await device.seal({ ...record, content: { ...record.content, remarks: '另写' } })), delivery: record.sealed!.delivery },
  };
  await refused(deliver('technician', device, other, {}, randomUUID()), 'onSite.otherContent');
});

test('a text that the device did not sign is refused and kept', async () => {
  const { item, device } = await onSite('D-3');
  const record = await finished(device, item);
  const tampered = record.sealed!.payload.replace('"conclusion":"pass"', '"conclusion":"fail"');
  const forged = { ...record, sealed: { ...record.sealed!, payload: tampered } };
  const answer = await deliver('technician', device, forged);
  assert.deepEqual([answer.state, answer.refusals.map(({ code }) => code), answer.verification], ['refused', ['signature'], null]);
  const kept = await city.as('technician').call(readDelivery, { params: { id: answer.id } });
  assert.deepEqual([kept.payload, kept.signatureHolds], [tampered, false]);
});

test('a text in another order, another person’s or with another delivery inside is no record of this delivery', async () => {
  const { item, device } = await onSite('D-4');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, day, content());
  for (const more of [{ technician: city.ids.allRounder.person }, { delivery: randomUUID() }]) {
    const sealed = await device.seal(record, more);
    const answer = await deliver('technician', device, { ...record, sealed });
    assert.deepEqual(
      answer.refusals.map(({ code }) => code),
      ['form'],
    );
  }
  const sealed = await device.seal(record);
  const payload = ` ${sealed.payload}`;
  const answer = await deliver('technician', device, { ...record, sealed: { ...sealed, payload, signature: await device.sign(payload) } });
  assert.deepEqual(
    answer.refusals.map(({ code }) => code),
    ['form'],
  );
});

test('what the bench would not submit is refused with the reason, nothing of it stays, and the corrected record is accepted', async () => {
  const { item, device } = await onSite('D-5');
  const record = await finished(device, item, { standards: [] });
  const first = await deliver('technician', device, record);
  assert.deepEqual([first.state, first.refusals.map(({ code }) => code)], ['refused', ['record']]);
  assert.match(first.refusals[0]!.detail![0], /标准/);
  assert.equal((await numberOf(record.recordNumber))?.fate, 'reserved', 'the number waits for the corrected record');
  const { total } = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { q: 'D-5' } });
  assert.equal(total, 0);
  const corrected = { ...record, content: { ...record.content, standards: [weights] } };
  const sealed = await device.seal(corrected);
  const second = await deliver('technician', device, { ...corrected, sealed });
  assert.deepEqual([second.state, second.recordNumber], ['accepted', record.recordNumber]);
});

test('a number of another device or a used one, a sticker on a failed scale or one used before are refused', async () => {
  const { item, device } = await onSite('D-6');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, day, content());
  const codes = async (changed: LocalRecord) =>
    (await deliver('technician', device, { ...changed, sealed: await device.seal(changed) })).refusals.map(({ code }) => code);
  assert.deepEqual(await codes({ ...record, recordNumber: 'JL-2026-999999' }), ['number']);
  const other = await onSite('D-7');
  assert.deepEqual(await codes({ ...record, recordNumber: other.device.numbers()[0]!.number }), ['number']);
  const sticker = { kind: 'sticker', action: 'applied', number: '苏检 0001', position: null } as const;
  assert.deepEqual(await codes({ ...record, content: { ...record.content, seals: [sticker] } }), ['label-used']);
  const failing = { ...record.content, ...readings('fail-beyond-the-limit'), seals: [{ ...sticker, number: '苏检 0002' }] };
  assert.deepEqual(await codes({ ...record, content: failing }), ['sticker-on-failed']);
  assert.deepEqual(await codes({ ...record, content: { ...record.content, secondPerson: city.ids.technician.person } }), ['second-person']);
  assert.deepEqual(await codes({ ...record, content: { ...record.content, secondPerson: city.ids.holder.person } }), ['second-person']);
});

test('a photo counts only with the digest that was signed, and the record shows it', async () => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const digest = createHash('sha256').update(picture).digest('hex');
  const { item, device } = await onSite('D-8');
  const photos = [{ path: 'readings.zero.indication', digest, type: 'image/png', bytes: picture.byteLength }];
  const record = await finished(device, item, { photos });
  const missing = await deliver('technician', device, { ...record, sealed: await device.seal(record) });
  assert.deepEqual(
    missing.refusals.map(({ code }) => code),
    ['photo-missing'],
  );
  const file = await city.as('technician').upload('photo.png', picture);
  const again = { ...record, sealed: await device.seal(record) };
  const answer = await deliver('technician', device, again, { photos: [{ digest, file: file.id }] });
  assert.equal(answer.state, 'accepted');
  const stored = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id: answer.verification! } });
  assert.deepEqual(
    stored.photos.map((photo) => [photo.path, photo.digest]),
    [['readings.zero.indication', digest]],
  );
});

test('a device that was reported lost delivers nothing more; its reserved numbers are explained', async () => {
  const { item, device } = await onSite('E-1');
  const record = await finished(device, item);
  await refused(
    city.as('checker').call(endDevice, { params: { id: device.id as never }, body: { ending: 'lost', reason: '遗失在菜市场' } }),
    'platform.forbidden',
  );
  const ended = await city
    .as('instituteManager')
    .call(endDevice, { params: { id: device.id as never }, body: { ending: 'lost', reason: '遗失在菜市场' } });
  assert.deepEqual([ended.ending?.kind, ended.ending?.reason, ended.reserved], ['lost', '遗失在菜市场', 0]);
  assert.deepEqual(await numberOf(record.recordNumber), { fate: 'void', reason: '遗失在菜市场', verificationId: null });
  const answer = await deliver('technician', device, record);
  assert.deepEqual(
    answer.refusals.map(({ code }) => code),
    ['device-ended', 'number'],
  );
  await refused(take('technician', device, []), 'onSite.deviceEnded');
});

test('numbers go back unused, or with the reason why one that was begun with carries no record', async () => {
  const { device } = await onSite('E-2');
  const [first, second] = device.numbers().map(({ number }) => number);
  const body = {
    device: device.id as never,
    numbers: [
      { number: first!, reason: null },
      { number: second!, reason: '器具已搬走，未检' },
      { number: 'JL-2020-000001', reason: null },
    ],
  };
  const { returned } = await city.as('technician').call(returnNumbers, { body });
  assert.equal(returned.length, 3);
  assert.equal((await numberOf(first!))?.fate, 'void');
  assert.equal((await numberOf(second!))?.reason, '器具已搬走，未检');
  assert.deepEqual((await city.as('technician').call(returnNumbers, { body })).returned, returned, 'a lost answer is asked for again');
});

/** Two technicians were at the same scale: the second delivery meets the record of the first. */
async function contested(serial: string) {
  const { item } = await acceptedItem(city, serial);
  const device = await deviceOf('technician');
  await take('technician', device, [item]);
  const standing = await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item } });
  const record = await finished(device, item, { remarks: '现场版本' });
  const delivery = await deliver('technician', device, record);
  return { device, record, delivery, standing };
}

test('where two people have changed the same record both versions are kept and nothing is overwritten', async () => {
  const { delivery, standing, record } = await contested('F-1');
  assert.deepEqual([delivery.state, delivery.verification], ['conflict', standing.id]);
  const read = await city.as('instituteManager').call(readDelivery, { params: { id: delivery.id } });
  assert.equal(read.mayDecide, true);
  assert.deepEqual(
    read.versions.map(({ origin, technician, status }) => [origin, technician.name, status]),
    [
      ['standing', '冯一', 'drafted'],
      ['delivered', '陈立', null],
    ],
  );
  assert.equal(read.versions[1]!.content['remarks'], '现场版本');
  const untouched = await city.as('allRounder').call(verificationEndpoints.readVerification, { params: { id: standing.id } });
  assert.deepEqual([untouched.status, untouched.remarks, untouched.technician.name], ['drafted', null, '冯一']);
  assert.equal((await numberOf(record.recordNumber))?.fate, 'reserved');
});

test('the manager keeps what stands: the other version stays readable and its number is explained by the decision', async () => {
  const { delivery, record } = await contested('F-2');
  await refused(
    city.as('technician').call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'standing', reason: '以台上记录为准' } }),
    'platform.forbidden',
  );
  await refused(
    city.as('allRounder').call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'standing', reason: '我的为准' } }),
    'onSite.ownVersion',
  );
  const decided = await city
    .as('instituteManager')
    .call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'standing', reason: '以台上记录为准' } });
  assert.deepEqual([decided.state, decided.decision?.by], ['set-aside', '钱峰']);
  assert.deepEqual(await numberOf(record.recordNumber), { fate: 'void', reason: '以台上记录为准', verificationId: null });
  const read = await city.as('technician').call(readDelivery, { params: { id: delivery.id } });
  assert.equal(read.versions.length, 2);
  await refused(
    city.as('instituteManager').call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'delivered', reason: '再想想' } }),
    'onSite.notContested',
  );
});

test('the manager takes the version from the site: the record is its tester’s and submitted as it was signed', async () => {
  const { delivery, standing } = await contested('F-3');
  const decided = await city
    .as('instituteManager')
    .call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'delivered', reason: '现场两人检定，以现场为准' } });
  assert.equal(decided.state, 'accepted');
  const record = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id: standing.id } });
  assert.deepEqual([record.status, record.technician.name, record.remarks], ['submitted', '陈立', '现场版本']);
  assert.ok(record.timeline.some(({ kind }) => kind === 'verification.handedOver'));
});

test('a record that has been submitted meanwhile is not replaced before somebody returns it', async () => {
  const { delivery, standing } = await contested('F-4');
  const body = { version: standing.version, testedOn: day, standards: [weights], secondPerson: city.ids.checker.person as never };
  await city
    .as('allRounder')
    .call(verificationEndpoints.saveDraft, { params: { id: standing.id }, body: { ...body, ...(readings() as object) } as never });
  await submitDraft(city, standing.id, 'allRounder');
  const decide = () =>
    city.as('instituteManager').call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'delivered', reason: '以现场为准' } });
  await refused(decide(), 'onSite.movedOn');
  await city
    .as('checker')
    .call(verificationEndpoints.returnVerification, { params: { id: standing.id }, body: { reason: '以现场为准，退回' } });
  assert.equal((await decide()).state, 'accepted');
});

test('one’s own draft goes along and comes back; changed at the desk meanwhile it is two versions', async () => {
  const { item } = await acceptedItem(city, 'G-1');
  const begun = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item } });
  const device = await deviceOf('technician');
  const pack = await take('technician', device, [item]);
  assert.deepEqual([pack.jobs[0]?.verification, pack.jobs[0]?.recordNumber], [begun.id, begun.recordNumber]);
  const record = await finished(device, item);
  const answer = await deliver('technician', device, record);
  assert.deepEqual([answer.state, answer.verification, answer.recordNumber], ['accepted', begun.id, begun.recordNumber]);

  const { item: second } = await acceptedItem(city, 'G-2');
  const other = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item: second } });
  await take('technician', device, [second]);
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id: other.id },
    body: { version: other.version, testedOn: day, ...(readings() as { environment: never; readings: never }), remarks: '台上所写' },
  });
  const contestedAnswer = await deliver('technician', device, await finished(device, second));
  assert.equal(contestedAnswer.state, 'conflict');
});

test('an instrument whose nameplate has changed since it was taken along is refused with the reason', async () => {
  const { item, device } = await onSite('H-1');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, day, content());
  const sealed = await device.seal(record, { nameplate: { ...job.instrument.parameters, supports: '3' } });
  const answer = await deliver('technician', device, { ...record, sealed });
  assert.deepEqual(
    answer.refusals.map(({ code }) => code),
    ['nameplate'],
  );
});

test('deliveries are seen by the institute, its regulators and nobody of another one', async () => {
  const { items, total } = await city.as('instituteManager').call(listDeliveries, { query: { state: 'refused' } });
  assert.ok(total > 0 && items.every(({ state }) => state === 'refused'));
  assert.equal((await city.as('farInstituteManager').call(listDeliveries, { query: {} })).total, 0);
  assert.ok((await city.as('countyRegulator').call(listDeliveries, { query: {} })).total > 0);
  const { items: own } = await city.as('technician').call(listDeliveries, { query: { mine: 'true' } });
  assert.ok(own.every(({ technician }) => technician.name === '陈立'));
});

test('a request that is refused before the delivery arrives leaves the record on the device, kept here as refused', async () => {
  const { device } = await onSite('H-2');
  const { item } = await acceptedItem(city, 'H-3');
  await take('technician', device, [item]);
  const record = await finished(device, item);
  await city.database.db.updateTable('requestItem').set({ outcome: 'refused' }).where('id', '=', item).execute();
  const answer = await deliver('technician', device, record);
  assert.deepEqual([answer.state, answer.refusals.map(({ code }) => code)], ['refused', ['record']]);
});
