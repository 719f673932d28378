import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { allNumbers, edition } from '../../../test/support/thread.ts';
import { catalogueEndpoints } from './contract.ts';
import { clausesOf, findAdoptionOf } from './service.ts';

const { listEditions, readEdition, listAdoptions, readAdoption, proposeAdoption, confirmAdoption, refuseAdoption, withdrawAdoption } =
  catalogueEndpoints;
const reason = '正式文本有修改单';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const propose = (who: 'technicalManager' | 'allRounder' = 'technicalManager', numbers = allNumbers()) =>
  city.as(who).call(proposeAdoption, { body: { edition, source: '测试用文本，非正式文本', numbers } });
const finding = () => findAdoptionOf({ db: city.database.db }, city.ids.technician.organization, edition);

test('everybody sees which editions the program can calculate and where each number comes from', async () => {
  const { items } = await city.as('holder').call(listEditions, {});
  assert.ok(items.some(({ id, number }) => id === edition && number === 'JJG 539-2016'));
  const { numbers, digest } = await city.as('holder').call(readEdition, { params: { id: edition } });
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.ok(numbers.length > 40);
  await refused(city.as('holder').call(readEdition, { params: { id: 'jjg-9999-2016' } }), 'platform.notFound');
});

test('an edition is proposed only when each of its numbers was compared', async () => {
  await refused(propose('technicalManager', allNumbers().slice(1)), 'catalogue.notCompared');
  await refused(propose('technicalManager', [...allNumbers(), { path: 'limits.invented', clause: '1' }]), 'catalogue.notCompared');
  await refused(
    city.as('instituteManager').call(proposeAdoption, { body: { edition, source: '测试用文本', numbers: allNumbers() } }),
    'platform.forbidden',
  );
});

test('it holds only after a second person has confirmed it, and until it is withdrawn', async () => {
  assert.equal((await finding()).holds, false);
  const { id } = await propose('allRounder');
  await refused(propose(), 'catalogue.proposedAlready');
  assert.equal((await finding()).holds, false);
  await refused(city.as('allRounder').call(confirmAdoption, { params: { id } }), 'catalogue.samePerson');
  await refused(city.as('farInstituteManager').call(confirmAdoption, { params: { id } }), 'platform.notFound');
  const adopted = await city.as('instituteManager').call(confirmAdoption, { params: { id } });
  assert.equal(adopted.status, 'adopted');
  assert.equal((await finding()).holds, true);
  assert.equal((await clausesOf({ db: city.database.db }, city.ids.technician.organization, edition))['limits.zeroSetting'], '测试条款');
  await refused(propose(), 'catalogue.adoptedAlready');
  await refused(city.as('approver').call(confirmAdoption, { params: { id } }), 'catalogue.decided');
  const details = await city.as('technician').call(readAdoption, { params: { id } });
  assert.equal(details.confirmations.length, allNumbers().length);
  assert.deepEqual(
    details.timeline.map(({ kind }) => kind),
    ['adoption.proposed', 'adoption.confirmed'],
  );
  const withdrawn = await city.as('technicalManager').call(withdrawAdoption, { params: { id }, body: { reason } });
  assert.deepEqual([withdrawn.status, withdrawn.reason], ['withdrawn', reason]);
  assert.equal((await finding()).holds, false);
  assert.deepEqual(await clausesOf({ db: city.database.db }, city.ids.technician.organization, edition), {});
});

test('a proposal is refused with its reason and may be made again', async () => {
  const { id } = await propose();
  const answer = await city.as('approver').call(refuseAdoption, { params: { id }, body: { reason: '附录表格未核对' } });
  assert.deepEqual([answer.status, answer.reason, answer.decidedBy], ['refused', '附录表格未核对', '孙涛']);
  const again = await propose();
  await city.as('approver').call(confirmAdoption, { params: { id: again.id } });
});

test('data that has changed since it was proposed is not confirmed, and an adoption of other data does not hold', async () => {
  const { db } = city.database;
  const adopted = await finding();
  await db
    .updateTable('catalogueAdoption')
    .set({ digest: '0'.repeat(64) })
    .where('id', '=', adopted.adoption ?? '')
    .execute();
  assert.equal((await finding()).holds, false);
  const newer = await propose();
  const stale = { digest: '1'.repeat(64) };
  await db.updateTable('catalogueAdoption').set(stale).where('id', '=', newer.id).execute();
  await refused(city.as('approver').call(confirmAdoption, { params: { id: newer.id } }), 'catalogue.dataChanged');
  await city.as('technicalManager').call(withdrawAdoption, { params: { id: newer.id }, body: { reason } });
  const right = await propose();
  await city.as('approver').call(confirmAdoption, { params: { id: right.id } });
  assert.equal((await finding()).adoption, right.id);
  const { items } = await city.as('technicalManager').call(listAdoptions, { query: { edition, status: 'replaced' } });
  assert.deepEqual(
    items.map(({ id }) => id),
    [adopted.adoption],
  );
});

test('an institute sees its own adoptions, authorities those of their region', async () => {
  const count = async (who: 'technician' | 'farInstituteManager' | 'countyRegulator') =>
    (await city.as(who).call(listAdoptions, { query: {} })).total;
  assert.ok((await count('technician')) > 0);
  assert.equal(await count('countyRegulator'), await count('technician'));
  assert.equal(await count('farInstituteManager'), 0);
});
