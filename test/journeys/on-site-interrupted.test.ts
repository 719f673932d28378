import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { onSiteEndpoints } from '../../app/measure/on-site/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { openNetwork, type Network } from '../support/breakable-network.ts';
import { openProfile } from '../support/browser-profile.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openCity, type City } from '../support/city.ts';
import { deliverAll, kindsOfInterruption, remarksOf, workInterrupted } from '../support/interruptions.ts';
import { concludes, openStall, workedEditions, type Stall } from '../support/market.ts';
import { fillRecord, finishRecord, marketDay, signIn, takeEverything } from '../support/on-site-page.ts';
import { root } from '../support/program.ts';

const [interruptions, instruments] = [30, 12];
let city: City;
let network: Network;
let browser: TestBrowser;
let stall: Stall;

before(async () => {
  assert.ok(existsSync(join(root, 'dist/sw.js')), 'the pages are not built: npm run web');
  city = await openCity({ pagesFolder: join(root, 'dist') });
  network = await openNetwork(city.app);
  browser = await openBrowser();
  const edition = workedEditions(marketDay).filter(concludes)[0];
  assert.ok(edition);
  stall = await openStall(city, edition, instruments + 1, 'S');
});
after(async () => {
  await browser.close();
  await network.close();
  await city.close();
});

test('thirty interruptions while records are written and delivered: none is lost, none is doubled', async () => {
  const page = await browser.page({ address: network.url });
  await signIn(page.context(), city, network, 'technician');
  await takeEverything(page, instruments + 1);
  const items = stall.items.slice(0, instruments);
  const { played } = await workInterrupted({ city, network, page, stall, items }, 20_261_123);
  assert.equal(played.length, interruptions);
  assert.equal(new Set(played).size, kindsOfInterruption, 'each kind has happened');

  const records = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { limit: 200 } });
  assert.equal(records.items.length, instruments, 'a record for each instrument and no other');
  assert.equal(new Set(records.items.map(({ instrument }) => instrument.id)).size, instruments);
  assert.equal(new Set(records.items.map(({ recordNumber }) => recordNumber)).size, instruments);
  const written = await Promise.all(
    records.items.map(
      async ({ id }) => (await city.as('technician').call(verificationEndpoints.readVerification, { params: { id } })).remarks,
    ),
  );
  assert.deepEqual(new Set(written), new Set(items.map((_, index) => remarksOf(index))));
  assert.equal(written.length, instruments);
  const deliveries = await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: { limit: 200 } });
  assert.deepEqual([deliveries.total, new Set(deliveries.items.map(({ state }) => state)).size], [instruments, 1]);
  const given = await city.as('technician').call(verificationEndpoints.listRecordNumbers, { query: { limit: 200, fate: 'used' } });
  assert.deepEqual(
    given.items.map(({ sequence }) => sequence).sort((one, other) => one - other),
    Array.from({ length: instruments }, (_, index) => index + 1),
  );
});

test('a browser that is killed with a finished record in its queue starts again without a network and delivers later', async () => {
  const profile = await openProfile();
  try {
    const item = stall.items[instruments] ?? '';
    let context = await profile.start();
    await signIn(context, city, network, 'technician');
    let page = await context.newPage();
    const path = (address: string): string => network.url + address;
    await page.goto(path('/desk/on-site'));
    await page.getByLabel('设备名称').fill('陈立的平板');
    await page.getByRole('button', { name: '登记本机' }).click();
    await page
      .locator('.choosing .job', { hasText: `S-${instruments + 1}` })
      .locator('input')
      .check();
    await page.getByRole('button', { name: /带出所选/ }).click();
    await page.locator('.job-list:not(.choosing) .job').waitFor();
    await page.getByText('本页可离线打开').waitFor();
    network.down = true;
    await page.goto(path(`/desk/on-site/${item}`));
    await page.getByRole('button', { name: '开始检定' }).click();
    await page.locator('.paper').waitFor();
    await fillRecord(page, stall, city.ids.checker.person);
    await finishRecord(page);
    await profile.kill();

    context = await profile.start();
    await context.clock.setFixedTime(`${marketDay}T02:00:00Z`);
    page = await context.newPage();
    await page.goto(path('/desk/on-site'));
    await page.getByText('1 份待送').waitFor();
    network.down = false;
    await signIn(context, city, network, 'technician');
    await deliverAll(page);
    const { items } = await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: { q: `S-${instruments + 1}` } });
    assert.deepEqual(
      items.map((one) => [one.item, one.state]),
      [[item, 'accepted']],
    );
  } finally {
    network.down = false;
    await profile.close();
  }
});
