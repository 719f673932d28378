import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { onSiteEndpoints } from '../../app/measure/on-site/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { openNetwork, type Network } from '../support/breakable-network.ts';
import { axeFindings, faultsOf, openBrowser, screenshot, sidewaysPixels, type TestBrowser } from '../support/browser.ts';
import { openCity, type City } from '../support/city.ts';
import { concludes, openStall, workedEditions, type Stall } from '../support/market.ts';
import { fillRecord, finishRecord, marketDay, openRecord, signIn, takeEverything } from '../support/on-site-page.ts';
import { root } from '../support/program.ts';

const [instruments, procedures] = [30, 5];
let city: City;
let network: Network;
let browser: TestBrowser;
let stalls: Stall[];

before(async () => {
  assert.ok(existsSync(join(root, 'dist/sw.js')), 'the pages are not built: npm run web');
  city = await openCity({ pagesFolder: join(root, 'dist') });
  network = await openNetwork(city.app);
  browser = await openBrowser();
  const editions = workedEditions(marketDay).filter(concludes).slice(0, procedures);
  assert.equal(editions.length, procedures);
  stalls = [];
  for (const [index, edition] of editions.entries()) stalls.push(await openStall(city, edition, instruments / procedures, `S${index + 1}`));
});
after(async () => {
  await browser.close();
  await network.close();
  await city.close();
});

test('a device goes offline, verifies 30 instruments on 5 procedures, returns, and there are 30 records and 30 numbers', async () => {
  const page = await browser.page({ width: 375, address: network.url });
  const context = page.context();
  await signIn(context, city, network, 'technician');
  await takeEverything(page, instruments);
  const look = async (name: string): Promise<void> => {
    await screenshot(page, name);
    assert.deepEqual(await axeFindings(page), [], `${name}: accessibility`);
    assert.equal(await sidewaysPixels(page), 0, `${name}: scrolls sideways`);
  };
  await look('on-site-phone');

  network.down = true;
  await context.setOffline(true);
  for (const stall of stalls)
    for (const [index, item] of stall.items.entries()) {
      await openRecord(page, item, index === 0 ? 'address' : 'list');
      await fillRecord(page, stall, city.ids.checker.person);
      if (stall === stalls[0] && index === 0) await look('on-site-record-phone');
      await finishRecord(page);
    }
  await page.goto('/desk/on-site');
  await page.getByText(`${instruments} 份待送`).waitFor();
  await look('on-site-queued-phone');
  assert.equal((await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: {} })).total, 0);

  network.down = false;
  await context.setOffline(false);
  await page.getByText('没有待送的记录').waitFor({ timeout: 30_000 });
  await look('on-site-delivered-phone');
  const { items, total } = await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: { limit: 200 } });
  assert.equal(total, instruments);
  assert.deepEqual(
    [...new Set(items.map(({ state }) => state))],
    ['accepted'],
    JSON.stringify(items.find(({ state }) => state !== 'accepted')),
  );
  const records = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { limit: 200 } });
  assert.equal(records.total, instruments);
  assert.equal(new Set(records.items.map(({ instrument }) => instrument.id)).size, instruments);
  assert.equal(new Set(records.items.map(({ edition }) => edition)).size, procedures);
  assert.ok(records.items.every(({ status, conclusion }) => status === 'submitted' && conclusion === 'pass'));

  // Numbers in their order: thirty used, no gap between them, the rest still reserved for the device.
  const given = await city.as('technician').call(verificationEndpoints.listRecordNumbers, { query: { limit: 200 } });
  const used = given.items.filter(({ fate }) => fate === 'used').map(({ sequence }) => sequence);
  assert.deepEqual(
    used.sort((one, other) => one - other),
    Array.from({ length: instruments }, (_, index) => index + 1),
  );
  const [series] = given.series;
  assert.deepEqual([series?.used, series?.void, series?.last], [instruments, 0, instruments + (series?.reserved ?? 0)]);
  assert.deepEqual(faultsOf(page), []);
});
