import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { openSiteWork, siteDay, type SiteWork } from '../../../test/support/site-work.ts';
import { acceptedItem, submitDraft } from '../../../test/support/thread.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { onSiteEndpoints } from './contract.ts';

const { readDelivery, decideDelivery } = onSiteEndpoints;

let city: City;
let work: SiteWork;
before(async () => {
  city = await openCity();
  work = await openSiteWork(city);
});
after(() => city.close());

test('where two people have changed the same record both versions are kept and nothing is overwritten', async () => {
  const { delivery, standing, record } = await work.contested('F-1');
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
  assert.equal((await work.numberOf(record.recordNumber))?.fate, 'reserved');
});

test('the manager keeps what stands: the other version stays readable and its number is explained by the decision', async () => {
  const { delivery, record } = await work.contested('F-2');
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
  assert.deepEqual(await work.numberOf(record.recordNumber), { fate: 'void', reason: '以台上记录为准', verificationId: null });
  const read = await city.as('technician').call(readDelivery, { params: { id: delivery.id } });
  assert.equal(read.versions.length, 2);
  await refused(
    city.as('instituteManager').call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'delivered', reason: '再想想' } }),
    'onSite.notContested',
  );
});

test('the manager takes the version from the site: the record is its tester’s and submitted as it was signed', async () => {
  const { delivery, standing } = await work.contested('F-3');
  const decided = await city
    .as('instituteManager')
    .call(decideDelivery, { params: { id: delivery.id }, body: { stands: 'delivered', reason: '现场两人检定，以现场为准' } });
  assert.equal(decided.state, 'accepted');
  const record = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id: standing.id } });
  assert.deepEqual([record.status, record.technician.name, record.remarks], ['submitted', '陈立', '现场版本']);
  assert.ok(record.timeline.some(({ kind }) => kind === 'verification.handedOver'));
});

test('a record that has been submitted meanwhile is not replaced before somebody returns it', async () => {
  const { delivery, standing } = await work.contested('F-4');
  const body = { version: standing.version, testedOn: siteDay, standards: [work.weights], secondPerson: city.ids.checker.person as never };
  await city
    .as('allRounder')
    .call(verificationEndpoints.saveDraft, { params: { id: standing.id }, body: { ...body, ...(work.readings() as object) } as never });
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
  const device = await work.deviceOf('technician');
  const pack = await work.take('technician', device, [item]);
  assert.deepEqual([pack.jobs[0]?.verification, pack.jobs[0]?.recordNumber], [begun.id, begun.recordNumber]);
  const record = await work.finished(device, item);
  const answer = await work.deliver('technician', device, record);
  assert.deepEqual([answer.state, answer.verification, answer.recordNumber], ['accepted', begun.id, begun.recordNumber]);

  const { item: second } = await acceptedItem(city, 'G-2');
  const other = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item: second } });
  await work.take('technician', device, [second]);
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id: other.id },
    body: {
      version: other.version,
      testedOn: siteDay,
      ...(work.readings() as { environment: never; readings: never }),
      remarks: '台上所写',
    },
  });
  const contestedAnswer = await work.deliver('technician', device, await work.finished(device, second));
  assert.equal(contestedAnswer.state, 'conflict');
});
