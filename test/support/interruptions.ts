import type { BrowserContext, Page } from 'playwright-core';
import type { Network } from './breakable-network.ts';
import type { City } from './city.ts';
import type { Stall } from './market.ts';
import { fillRecord, finishRecord, openRecord, signIn } from './on-site-page.ts';

/** A row of numbers that is the same in every run (xorshift, Marsaglia 2003). */
export function dice(seed: number): (faces: number) => number {
  let state = seed;
  return (faces) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % faces;
  };
}

/** Deals the names in a random order, and all of them before any comes again. */
export function deck(names: readonly string[], roll: (faces: number) => number): () => string {
  let rest: string[] = [];
  return () => {
    if (rest.length === 0) rest = [...names];
    return rest.splice(roll(rest.length), 1)[0] ?? '';
  };
}

/** The network does this once to the next delivery, and nothing afterwards. */
function once(network: Network, fate: 'lost' | 'answer-lost' | 'twice'): void {
  network.fate = ({ method, url }) => {
    if (method !== 'POST' || !url.startsWith('/api/on-site/deliveries')) return 'passes';
    network.fate = () => 'passes';
    return fate;
  };
}

export const remarksOf = (index: number): string => `第 ${index + 1} 台，现场所写`;
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

type Scene = { page: Page; readonly context: BrowserContext; readonly network: Network; readonly item: string };

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
    scene.network.down = true;
    await scene.context.setOffline(true);
    await scene.page.reload();
    await scene.page.locator('.paper').waitFor();
    scene.network.down = false;
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
  async 'the delivery is lost'({ network }) {
    once(network, 'lost');
  },
  async 'the answer is lost after the server has done it'({ network }) {
    once(network, 'answer-lost');
  },
  async 'the delivery arrives twice'({ network }) {
    once(network, 'twice');
  },
  async 'the session has ended'(scene) {
    await scene.context.clearCookies();
  },
  async 'the network is away'(scene) {
    scene.network.down = true;
    await scene.context.setOffline(true);
  },
};

/** How many kinds of interruption there are. */
export const kindsOfInterruption = Object.keys(whileWriting).length + Object.keys(onTheWay).length + 1;

type Work = {
  readonly city: City;
  readonly network: Network;
  readonly page: Page;
  readonly stall: Stall;
  readonly items: readonly string[];
};

/**
 * Verifies these instruments on site, each with an interruption while it is written and one on its way, and every second with the page
 * killed besides. Answers what happened and the page that is left.
 */
export async function workInterrupted({ city, network, page: first, stall, items }: Work, seed: number) {
  const context = first.context();
  const roll = dice(seed);
  const dealWriting = deck(Object.keys(whileWriting), roll);
  const dealDelivery = deck(Object.keys(onTheWay), roll);
  const played: string[] = [];
  const interrupt = async (scene: Scene, table: typeof whileWriting, name: string): Promise<void> => {
    played.push(name);
    await table[name]?.(scene);
  };
  let page = first;
  for (const [index, item] of items.entries()) {
    const scene: Scene = { page, context, network, item };
    await openRecord(scene.page, item);
    await fillRecord(scene.page, stall, city.ids.checker.person);
    await remarks(scene.page).fill(remarksOf(index));
    await kept(scene.page);
    await interrupt(scene, whileWriting, dealWriting());
    await openRecord(scene.page, item);
    if ((await remarks(scene.page).inputValue()) !== remarksOf(index))
      throw new Error(`${played[played.length - 1]}: what was kept is not there`);
    await interrupt(scene, onTheWay, dealDelivery());
    await finishRecord(scene.page);
    if (index % 2 === 0) {
      played.push('the page is killed with the delivery on its way');
      await crash(scene.page);
      scene.page = await context.newPage();
    }
    network.down = false;
    await context.setOffline(false);
    await signIn(context, city, network, 'technician');
    await scene.page.goto('/desk/on-site');
    page = scene.page;
  }
  await deliverAll(page);
  return { played, page };
}

/** Sends what waits. The queue may empty itself as soon as the network is back: then the button is gone before it is pressed. */
export async function deliverAll(page: Page): Promise<void> {
  const done = page.getByText('没有待送的记录');
  const deliver = page.getByRole('button', { name: '立即送达' });
  await done.or(deliver).first().waitFor();
  if (await deliver.isVisible()) await deliver.click({ timeout: 3000 }).catch(() => undefined);
  await done.waitFor();
}
