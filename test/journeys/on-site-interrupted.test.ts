import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { onSiteEndpoints } from '../../app/measure/on-site/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { openNetwork, type Network } from '../support/breakable-network.ts';
import { openProfile } from '../support/browser-profile.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openCity, type City } from '../support/city.ts';
import { concludes, openStall, workedEditions, type Stall } from '../support/market.ts';
import { fillRecord, finishRecord, marketDay, openRecord, signIn, takeEverything } from '../support/on-site-page.ts';
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

/** A row of numbers that is the same in every run (xorshift, Marsaglia 2003). */
function dice(seed: number): (faces: number) => number {
  let state = seed;
  return (faces) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % faces;
  };
}

/** Deals the names in a random order, and all of them before any comes again. */
function deck(names: readonly string[], roll: (faces: number) => number): () => string {
  let rest: string[] = [];
  return () => {
    if (rest.length === 0) rest = [...names];
    return rest.splice(roll(rest.length), 1)[0] ?? '';
  };
}

/** The network does this once to the next delivery, and nothing afterwards. */
function once(fate: 'lost' | 'answer-lost' | 'twice'): void {
  network.fate = ({ method, url }) => {
    if (method !== 'POST' || !url.startsWith('/api/on-site/deliveries')) return 'passes';
    network.fate = () => 'passes';
    return fate;
  };
}

const remarksOf = (index: number): string => `第 ${index + 1} 台，现场所写`;
const remarks = (page: Page) => page.locator('.site-foot textarea');
const kept = (page: Page) => page.locator('.saving', { hasText: '已存本机' }).waitFor();

/** The renderer of the page dies at once, as when the system takes its memory. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

type Scene = { page: Page; readonly context: BrowserContext; readonly item: string };

/** What happens to a person while a record is written */
const whileWriting: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async 'the page is closed'(scene) {
    await scene.page.close();
    scene.page = await scene.context.newPage();
  },
  async 'the page is killed'(scene) {
    await crash(scene.page);
    scene.page = await scene.context.newPage();
  },
  async 'the page is loaded anew without a network'(scene) {
    network.down = true;
    await scene.context.setOffline(true);
    await scene.page.reload();
    await scene.page.locator('.paper').waitFor();
    network.down = false;
    await scene.context.setOffline(false);
  },
  async 'the disk is full'(scene) {
    const before = await remarks(scene.page).inputValue();
    // As the browser answers when there is no room; it cannot be filled up in a test without filling the disk of others.
    await scene.page.evaluate(`IDBObjectStore.prototype.ownPut = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError') };`);
    await remarks(scene.page).fill(`${before}。没有写入`);
    await scene.page.getByText('本机存储空间已满').first().waitFor();
    await scene.page.evaluate('IDBObjectStore.prototype.put = IDBObjectStore.prototype.ownPut');
    await remarks(scene.page).fill(before);
    await kept(scene.page);
  },
  async 'two pages show the same record'(scene) {
    const second = await scene.context.newPage();
    await openRecord(second, scene.item);
    await second.close();
  },
};

/** What happens to a delivery on its way. */
const onTheWay: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async 'the delivery is lost'() {
    once('lost');
  },
  async 'the answer is lost after the server has done it'() {
    once('answer-lost');
  },
  async 'the delivery arrives twice'() {
    once('twice');
  },
  async 'the session has ended'(scene) {
    await scene.context.clearCookies();
  },
  async 'the network is away'(scene) {
    network.down = true;
    await scene.context.setOffline(true);
  },
};

test('thirty interruptions while records are written and delivered: none is lost, none is doubled', async () => {
  const roll = dice(20_261_123);
  const page = await browser.page({ address: network.url });
  const scene: Scene = { page, context: page.context(), item: '' };
  await signIn(scene.context, city, network, 'technician');
  await takeEverything(page, instruments + 1);
  const played: string[] = [];
  const dealWriting = deck(Object.keys(whileWriting), roll);
  const dealDelivery = deck(Object.keys(onTheWay), roll);
  const interrupt = async (here: Scene, table: typeof whileWriting, deal: () => string): Promise<void> => {
    const name = deal();
    played.push(name);
    await table[name]?.(here);
  };
  for (const [index, item] of stall.items.slice(0, instruments).entries()) {
    const here: Scene = { page: scene.page, context: scene.context, item };
    await openRecord(here.page, item);
    await fillRecord(here.page, stall, city.ids.checker.person);
    await remarks(here.page).fill(remarksOf(index));
    await kept(here.page);
    await interrupt(here, whileWriting, dealWriting);
    await openRecord(here.page, item);
    assert.equal(await remarks(here.page).inputValue(), remarksOf(index), `${played[played.length - 1]}: what was kept is there`);
    await interrupt(here, onTheWay, dealDelivery);
    await finishRecord(here.page);
    // Half of the times the page dies with the delivery on its way as well.
    if (index % 2 === 0) {
      played.push('the page is killed with the delivery on its way');
      await crash(here.page);
      here.page = await scene.context.newPage();
    }
    network.down = false;
    await scene.context.setOffline(false);
    await signIn(scene.context, city, network, 'technician');
    await here.page.goto('/desk/on-site');
    scene.page = here.page;
  }
  assert.equal(played.length, interruptions);
  const done = scene.page.getByText('没有待送的记录');
  const deliver = scene.page.getByRole('button', { name: '立即送达' });
  await done.or(deliver).first().waitFor();
  if (await deliver.isVisible()) await deliver.click();
  await done.waitFor();

  const { items } = await city.as('technician').call(verificationEndpoints.listVerifications, { query: { limit: 200 } });
  assert.equal(items.length, instruments, 'a record for each instrument and no other');
  assert.equal(new Set(items.map(({ instrument }) => instrument.id)).size, instruments);
  assert.equal(new Set(items.map(({ recordNumber }) => recordNumber)).size, instruments);
  const written = await Promise.all(
    items.map(async ({ id }) => (await city.as('technician').call(verificationEndpoints.readVerification, { params: { id } })).remarks),
  );
  assert.deepEqual(
    written.sort(),
    stall.items
      .slice(0, instruments)
      .map((_, index) => remarksOf(index))
      .sort(),
  );
  const deliveries = await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: { limit: 200 } });
  assert.deepEqual([deliveries.total, new Set(deliveries.items.map(({ state }) => state)).size], [instruments, 1]);
  const given = await city.as('technician').call(verificationEndpoints.listRecordNumbers, { query: { limit: 200, fate: 'used' } });
  assert.deepEqual(
    given.items.map(({ sequence }) => sequence).sort((a, b) => a - b),
    Array.from({ length: instruments }, (_, index) => index + 1),
  );
  assert.equal(new Set(played).size, Object.keys(whileWriting).length + Object.keys(onTheWay).length + 1, 'each kind has happened');
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
    await page.getByRole('button', { name: '立即送达' }).click();
    await page.getByText('没有待送的记录').waitFor();
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
