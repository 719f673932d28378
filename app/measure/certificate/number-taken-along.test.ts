import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { openSiteWork, siteDay, type SiteWork } from '../../../test/support/site-work.ts';
import { acceptedItem, submitDraft } from '../../../test/support/thread.ts';
import { onSiteEndpoints } from '../on-site/contract.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { certificateEndpoints } from './contract.ts';

const { approveVerification, listCertificateNumbers, reserveCertificateNumbers, returnCertificateNumbers, exportCertificateNumbers } =
  certificateEndpoints;

let city: City;
let work: SiteWork;
before(async () => {
  city = await openCity({ demonstration: true });
  work = await openSiteWork(city);
});
after(() => city.close());

const reserve = (device: string, count = 3) =>
  city.as('instituteManager').call(reserveCertificateNumbers, { body: { count, purpose: '现场检定', deviceId: device as never } });

test('a device takes a block of numbers along, tells each instrument its number, and the document is issued under it', async () => {
  const device = await work.deviceOf('technician', '陈立的平板');
  const { numbers } = await reserve(device.id);
  const [one, other] = [await acceptedItem(city, 'ALONG-1'), await acceptedItem(city, 'ALONG-2')];
  const pack = await work.take('technician', device, [one.item, other.item]);
  const told = new Map(pack.jobs.map(({ item, certificateNumber }) => [item as string, certificateNumber]));
  assert.deepEqual(new Set(told.values()), new Set(numbers.slice(0, 2)));
  const again = await work.take('technician', device, [one.item]);
  assert.equal(again.jobs[0]?.certificateNumber, told.get(one.item), 'taken along again, it keeps its number');

  const delivery = await work.deliver('technician', device, await work.finished(device, other.item));
  assert.equal(delivery.state, 'accepted');
  const id = delivery.verification;
  assert.ok(id);
  const record = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id } });
  assert.equal(record.reservedCertificateNumber, told.get(other.item));
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  const document = await city.as('approver').call(approveVerification, { params: { id } });
  assert.equal(document.number, told.get(other.item));

  const { items, counts } = await city.as('instituteManager').call(listCertificateNumbers, { query: {} });
  assert.deepEqual([counts.issued, counts.reserved, counts.unexplained], [1, 2, 0]);
  assert.equal(items.find(({ fate }) => fate === 'reserved')?.device, '陈立的平板');
});

test('a number that was returned meanwhile is not used: the next of the series is, and the page says what became of the other', async () => {
  const device = await work.deviceOf('technician', '旧平板');
  await reserve(device.id, 1);
  const { item } = await acceptedItem(city, 'ALONG-3');
  const pack = await work.take('technician', device, [item]);
  const number = pack.jobs[0]?.certificateNumber ?? '';
  await city.as('instituteManager').call(returnCertificateNumbers, { body: { numbers: [number], reason: '设备停用，未告知客户' } });
  const { verification: id } = await work.deliver('technician', device, await work.finished(device, item));
  assert.ok(id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  const document = await city.as('approver').call(approveVerification, { params: { id } });
  assert.notEqual(document.number, number);
  const { items } = await city.as('instituteManager').call(listCertificateNumbers, { query: { fate: 'unused' } });
  assert.deepEqual(
    items.map((one) => [one.number, one.reason]),
    [[number, '设备停用，未告知客户']],
  );
});

/** Two people were at the same scale: what the device delivers meets the record of the other. */
async function twoVersions(serial: string) {
  const device = await work.deviceOf('technician', `平板 ${serial}`);
  await reserve(device.id, 1);
  const { item } = await acceptedItem(city, serial);
  const told = (await work.take('technician', device, [item])).jobs[0]?.certificateNumber;
  assert.ok(told);
  const standing = await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item } });
  return { device, item, told, standing };
}
const write = async (standing: { id: string; version: number }) => {
  const version = {
    version: standing.version,
    testedOn: siteDay,
    standards: [work.weights],
    secondPerson: city.ids.checker.person as never,
  };
  const body = { ...version, ...(work.readings() as object) } as never;
  await city.as('allRounder').call(verificationEndpoints.saveDraft, { params: { id: standing.id as never }, body });
  await submitDraft(city, standing.id, 'allRounder');
};
const decide = (id: string, stands: 'standing' | 'delivered') =>
  city
    .as('instituteManager')
    .call(onSiteEndpoints.decideDelivery, { params: { id: id as never }, body: { stands, reason: '两份记录，裁定其一' } });
async function issued(id: string) {
  const params = { id: id as never };
  await city.as('checker').call(verificationEndpoints.checkVerification, { params });
  return (await city.as('approver').call(approveVerification, { params })).number;
}

test('a delivery that ends in two versions keeps the number that was told on the site, whichever of them stands', async () => {
  const site = await twoVersions('ALONG-4');
  const contested = await work.deliver('technician', site.device, await work.finished(site.device, site.item));
  assert.equal(contested.state, 'conflict');
  await decide(contested.id, 'delivered');
  assert.equal(await issued(site.standing.id), site.told);

  const desk = await twoVersions('ALONG-5');
  const aside = await work.deliver('technician', desk.device, await work.finished(desk.device, desk.item));
  await decide(aside.id, 'standing');
  await write(desk.standing);
  assert.equal(await issued(desk.standing.id), desk.told);
});

test('where the document was issued before the delivery came, the page of numbers says under which number', async () => {
  const late = await twoVersions('ALONG-6');
  const record = await work.finished(late.device, late.item);
  await write(late.standing);
  const number = await issued(late.standing.id);
  assert.notEqual(number, late.told);
  const contested = await work.deliver('technician', late.device, record);
  assert.equal(contested.state, 'conflict');
  await decide(contested.id, 'standing');
  const found = await city.as('instituteManager').call(listCertificateNumbers, { query: { q: late.told } });
  assert.deepEqual(
    found.items.map(({ number: one, fate, document }) => [one, fate, document]),
    [[late.told, 'reserved', number]],
  );
});

test('a block is reserved only for a device of the institute that is in use', async () => {
  const device = await work.deviceOf('technician', '将停用');
  const far = { count: 1, purpose: '现场检定', deviceId: device.id as never };
  await refused(city.as('farInstituteManager').call(reserveCertificateNumbers, { body: far }), 'certificate.unknownDevice');
  await city
    .as('instituteManager')
    .call(onSiteEndpoints.endDevice, { params: { id: device.id as never }, body: { ending: 'retired', reason: '更换设备' } });
  await refused(reserve(device.id), 'certificate.unknownDevice');
});

test('the numbers of a year are shown and exported for a period', async () => {
  const all = await city.as('instituteManager').call(listCertificateNumbers, { query: {} });
  const today = await city.as('instituteManager').call(listCertificateNumbers, { query: { from: '2026-11-23', to: '2026-11-23' } });
  assert.equal(today.total, all.total);
  assert.equal((await city.as('instituteManager').call(listCertificateNumbers, { query: { from: '2026-11-24' } })).total, 0);
  const { bytes } = await city.as('instituteManager').call(exportCertificateNumbers, { query: { to: '2026-11-22', as: 'csv' } });
  assert.equal(new TextDecoder().decode(bytes).trim().split('\n').length, 1, 'only the heads');
});
