import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { openPocketDevice } from '../../../test/support/pocket-device.ts';
import { openSiteWork, siteDay, type SiteWork } from '../../../test/support/site-work.ts';
import { acceptedItem } from '../../../test/support/thread.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { onSiteEndpoints } from './contract.ts';
import type { LocalRecord } from './rules/local.ts';

const { registerDevice, listDevices, endDevice, takeAlong, returnNumbers, listDeliveries, readDelivery } = onSiteEndpoints;

let city: City;
let work: SiteWork;
before(async () => {
  city = await openCity();
  work = await openSiteWork(city);
});
after(() => city.close());

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
  const device = await work.deviceOf('technician');
  const pack = await work.take('technician', device, [item]);
  assert.deepEqual(
    pack.jobs.map(({ instrument, edition, draft, verification }) => [instrument.serial, edition, draft, verification]),
    [['T-1', 'jjg-0539-2016', null, null]],
  );
  const [edition] = pack.editions.filter(({ id }) => id === 'jjg-0539-2016');
  assert.equal(edition?.adopted, true);
  assert.ok(Object.values(edition.clauses).includes('测试条款'));
  assert.ok(pack.standards.some(({ id, validUntil }) => id === work.weights.standard && validUntil === '2027-02-28'));
  assert.ok(pack.colleagues.some(({ name }) => name === '吴敏'));
  assert.equal(pack.numbers.length, 6, 'one for the scale and five for what goes wrong');
  const { items } = await city.as('technician').call(listDevices, { query: { mine: 'true' } });
  assert.equal(items.find(({ id }) => id === device.id)?.reserved, 6);
});

test('numbers of an answer that was lost are handed out with the next one, and no more are reserved', async () => {
  const { item } = await acceptedItem(city, 'T-2');
  const device = await work.deviceOf('technician');
  const body = { device: device.id as never, items: [item], kept: [], knownNumbers: [], freeNumbers: 0 };
  const lost = await city.as('technician').call(takeAlong, { body });
  const second = await city.as('technician').call(takeAlong, { body });
  assert.deepEqual(second.numbers, lost.numbers);
});

test('nobody takes along what another has begun, what is not accepted, or with the device of another', async () => {
  const { item } = await acceptedItem(city, 'T-3');
  await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item } });
  const device = await work.deviceOf('technician');
  await refused(work.take('technician', device, [item]), 'onSite.notTakeable');
  await refused(work.take('technician', device, [randomUUID()]), 'onSite.notTakeable');
  const { item: other } = await acceptedItem(city, 'T-4');
  await refused(work.take('allRounder', device, [other]), 'platform.notFound');
});

test('a record from the site is begun, saved and submitted at once, with its number, second person and seals', async () => {
  const { item, device } = await work.onSite('D-1');
  const seals = [
    { kind: 'sticker', action: 'applied', number: '苏检 0001', position: '秤体右侧' },
    { kind: 'seal', action: 'applied', number: 'F-0001', position: null },
  ] as const;
  const record = await work.finished(device, item, { seals, remarks: '现场检定' });
  const delivered = await work.deliver('technician', device, record);
  assert.deepEqual([delivered.state, delivered.recordNumber, delivered.conclusion], ['accepted', record.recordNumber, 'pass']);
  const stored = await city.as('technician').call(verificationEndpoints.readVerification, { params: { id: delivered.verification! } });
  assert.deepEqual(
    [stored.status, stored.recordNumber, stored.secondPerson?.name, stored.seals.length, stored.remarks],
    ['submitted', record.recordNumber, '吴敏', 2, '现场检定'],
  );
  assert.equal((await work.numberOf(record.recordNumber))?.fate, 'used');
  const kept = await city.as('checker').call(readDelivery, { params: { id: delivered.id } });
  assert.equal(kept.payload, record.sealed!.payload);
  assert.equal(kept.payloadDigest, createHash('sha256').update(record.sealed!.payload).digest('hex'));
  assert.equal(kept.signatureHolds, true);
});

test('the same delivery counts once, with another key, in two calls at the same moment and after a changed answer', async () => {
  const { item, device } = await work.onSite('D-2');
  const record = await work.finished(device, item);
  const answers = await Promise.all([
    work.deliver('technician', device, record, {}, randomUUID()),
    work.deliver('technician', device, record, {}, randomUUID()),
    work.deliver('technician', device, record, {}, randomUUID()),
  ]);
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  const { total } = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { q: 'D-2' } });
  assert.equal(total, 1);
  const other = {
    ...record,
    sealed: { ...(await device.seal({ ...record, content: { ...record.content, remarks: '另写' } })), delivery: record.sealed!.delivery },
  };
  await refused(work.deliver('technician', device, other, {}, randomUUID()), 'onSite.otherContent');
});

test('a text that the device did not sign is refused and kept', async () => {
  const { item, device } = await work.onSite('D-3');
  const record = await work.finished(device, item);
  const tampered = record.sealed!.payload.replace('"conclusion":"pass"', '"conclusion":"fail"');
  const forged = { ...record, sealed: { ...record.sealed!, payload: tampered } };
  const answer = await work.deliver('technician', device, forged);
  assert.deepEqual([answer.state, answer.refusals.map(({ code }) => code), answer.verification], ['refused', ['signature'], null]);
  const kept = await city.as('technician').call(readDelivery, { params: { id: answer.id } });
  assert.deepEqual([kept.payload, kept.signatureHolds], [tampered, false]);
});

test('a text in another order, another person’s or with another delivery inside is no record of this delivery', async () => {
  const { item, device } = await work.onSite('D-4');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, siteDay, work.content());
  for (const more of [{ technician: city.ids.allRounder.person }, { delivery: randomUUID() }]) {
    const sealed = await device.seal(record, more);
    const answer = await work.deliver('technician', device, { ...record, sealed });
    assert.deepEqual(
      answer.refusals.map(({ code }) => code),
      ['form'],
    );
  }
  const sealed = await device.seal(record);
  const payload = ` ${sealed.payload}`;
  const answer = await work.deliver('technician', device, {
    ...record,
    sealed: { ...sealed, payload, signature: await device.sign(payload) },
  });
  assert.deepEqual(
    answer.refusals.map(({ code }) => code),
    ['form'],
  );
});

test('a text that the database cannot keep is refused at once, not tried for ever', async () => {
  const { item, device } = await work.onSite('D-9');
  const job = device.jobs().find((one) => one.item === item)!;
  for (const remarks of ['\u0000', '\ud800']) {
    const record = device.begin(job, siteDay, work.content({ remarks }));
    const answer = await work.deliver('technician', device, { ...record, sealed: await device.seal(record) });
    assert.deepEqual(
      answer.refusals.map(({ code }) => code),
      ['form'],
    );
  }
});

test('what the bench would not submit is refused with the reason, nothing of it stays, and the corrected record is accepted', async () => {
  const { item, device } = await work.onSite('D-5');
  const record = await work.finished(device, item, { standards: [] });
  const first = await work.deliver('technician', device, record);
  assert.deepEqual([first.state, first.refusals.map(({ code }) => code)], ['refused', ['record']]);
  assert.match(first.refusals[0]!.detail![0], /标准/);
  assert.equal((await work.numberOf(record.recordNumber))?.fate, 'reserved', 'the number waits for the corrected record');
  const { total } = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { q: 'D-5' } });
  assert.equal(total, 0);
  const corrected = { ...record, content: { ...record.content, standards: [work.weights] } };
  const sealed = await device.seal(corrected);
  const second = await work.deliver('technician', device, { ...corrected, sealed });
  assert.deepEqual([second.state, second.recordNumber], ['accepted', record.recordNumber]);
});

test('a number of another device or a used one, a sticker on a failed scale or one used before are refused', async () => {
  const { item, device } = await work.onSite('D-6');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, siteDay, work.content());
  const codes = async (changed: LocalRecord) =>
    (await work.deliver('technician', device, { ...changed, sealed: await device.seal(changed) })).refusals.map(({ code }) => code);
  assert.deepEqual(await codes({ ...record, recordNumber: 'JL-2026-999999' }), ['number']);
  const other = await work.onSite('D-7');
  assert.deepEqual(await codes({ ...record, recordNumber: other.device.numbers()[0]!.number }), ['number']);
  const sticker = { kind: 'sticker', action: 'applied', number: '苏检 0001', position: null } as const;
  assert.deepEqual(await codes({ ...record, content: { ...record.content, seals: [sticker] } }), ['label-used']);
  const failing = { ...record.content, ...work.readings('fail-beyond-the-limit'), seals: [{ ...sticker, number: '苏检 0002' }] };
  assert.deepEqual(await codes({ ...record, content: failing }), ['sticker-on-failed']);
  assert.deepEqual(await codes({ ...record, content: { ...record.content, secondPerson: city.ids.technician.person } }), ['second-person']);
  assert.deepEqual(await codes({ ...record, content: { ...record.content, secondPerson: city.ids.holder.person } }), ['second-person']);
});

test('a photo counts only with the digest that was signed, and the record shows it', async () => {
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const digest = createHash('sha256').update(picture).digest('hex');
  const { item, device } = await work.onSite('D-8');
  const photos = [{ path: 'readings.zero.indication', digest, type: 'image/png', bytes: picture.byteLength }];
  const record = await work.finished(device, item, { photos });
  const missing = await work.deliver('technician', device, { ...record, sealed: await device.seal(record) });
  assert.deepEqual(
    missing.refusals.map(({ code }) => code),
    ['photo-missing'],
  );
  const file = await city.as('technician').upload('photo.png', picture);
  const again = { ...record, sealed: await device.seal(record) };
  const answer = await work.deliver('technician', device, again, { photos: [{ digest, file: file.id }] });
  assert.equal(answer.state, 'accepted');
  const stored = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id: answer.verification! } });
  assert.deepEqual(
    stored.photos.map((photo) => [photo.path, photo.digest]),
    [['readings.zero.indication', digest]],
  );
});

test('a device that was reported lost delivers nothing more; its reserved numbers are explained', async () => {
  const { item, device } = await work.onSite('E-1');
  const record = await work.finished(device, item);
  await refused(
    city.as('checker').call(endDevice, { params: { id: device.id as never }, body: { ending: 'lost', reason: '遗失在菜市场' } }),
    'platform.forbidden',
  );
  const ended = await city
    .as('instituteManager')
    .call(endDevice, { params: { id: device.id as never }, body: { ending: 'lost', reason: '遗失在菜市场' } });
  assert.deepEqual([ended.ending?.kind, ended.ending?.reason, ended.reserved], ['lost', '遗失在菜市场', 0]);
  assert.deepEqual(await work.numberOf(record.recordNumber), { fate: 'void', reason: '遗失在菜市场', verificationId: null });
  const answer = await work.deliver('technician', device, record);
  assert.deepEqual(
    answer.refusals.map(({ code }) => code),
    ['device-ended', 'number'],
  );
  await refused(work.take('technician', device, []), 'onSite.deviceEnded');
});

test('numbers go back unused, or with the reason why one that was begun with carries no record', async () => {
  const { device } = await work.onSite('E-2');
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
  assert.equal((await work.numberOf(first!))?.fate, 'void');
  assert.equal((await work.numberOf(second!))?.reason, '器具已搬走，未检');
  assert.deepEqual((await city.as('technician').call(returnNumbers, { body })).returned, returned, 'a lost answer is asked for again');
});

test('an instrument whose nameplate has changed since it was taken along is refused with the reason', async () => {
  const { item, device } = await work.onSite('H-1');
  const job = device.jobs().find((one) => one.item === item)!;
  const record = device.begin(job, siteDay, work.content());
  const sealed = await device.seal(record, { nameplate: { ...job.instrument.parameters, supports: '3' } });
  const answer = await work.deliver('technician', device, { ...record, sealed });
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
  const { device } = await work.onSite('H-2');
  const { item } = await acceptedItem(city, 'H-3');
  await work.take('technician', device, [item]);
  const record = await work.finished(device, item);
  await city.database.db.updateTable('requestItem').set({ outcome: 'refused' }).where('id', '=', item).execute();
  const answer = await work.deliver('technician', device, record);
  assert.deepEqual([answer.state, answer.refusals.map(({ code }) => code)], ['refused', ['record']]);
});
