import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, type City } from '../../../test/support/city.ts';
import { concludes, openStall, workedEditions, type Stall } from '../../../test/support/market.ts';
import { openPocketDevice } from '../../../test/support/pocket-device.ts';
import { onSiteEndpoints } from './contract.ts';

const day = '2027-01-10';
let city: City;
let stall: Stall;
before(async () => {
  city = await openCity({ now: `${day}T02:00:00Z` });
  const edition = workedEditions(day).find((one) => one.edition.id === 'jjg-1204-2025' && concludes(one));
  assert.ok(edition);
  stall = await openStall(city, edition, 1, 'N');
});
after(() => city.close());

test('from 2027-01-08 a price-computing scale that passed on site ends as awaiting the check of the national platform', async () => {
  const technician = city.as('technician');
  const device = await openPocketDevice();
  const { id } = await technician.call(onSiteEndpoints.registerDevice, { body: { name: '手机', publicKey: device.publicKey } });
  device.registered(id, city.ids.technician.person);
  const body = { device: id, items: [...stall.items] as never, kept: [], knownNumbers: [], freeNumbers: 0 };
  device.keepPack(await technician.call(onSiteEndpoints.takeAlong, { body }));
  const [job] = device.jobs();
  assert.ok(job);
  const { environment, readings } = stall.record.input;
  const content = { environment, readings, standards: stall.standards, secondPerson: city.ids.checker.person } as never;
  const { sealed } = await device.finish(device.begin(job, day, content));
  assert.ok(sealed);
  const { delivery, payload, signature } = sealed;
  const delivered = await technician.call(onSiteEndpoints.deliverRecord, {
    body: { id: delivery as never, device: id, payload, signature, photos: [] },
  });
  assert.deepEqual(
    [delivered.state, delivered.edition, delivered.conclusion, delivered.networkCheck],
    ['accepted', 'jjg-1204-2025', 'pass', 'awaiting'],
  );
});
