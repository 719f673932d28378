/**
 * `npm run bench -- offline [interruptions] [of them in a browser]`: work on site with interruptions, 1,000 in all. A share is played in a
 * real browser with its own database, key and service worker; the rest by a device without a browser that runs the same queue and the same
 * records, against the same server and database. Prints what was which; exit code 1 when a record is lost or doubled.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onSiteEndpoints } from '../app/measure/on-site/contract.ts';
import { openNetwork } from '../test/support/breakable-network.ts';
import { openBrowser } from '../test/support/browser.ts';
import { openCity } from '../test/support/city.ts';
import { workInterrupted } from '../test/support/interruptions.ts';
import { askFor, concludes, openStall, workedEditions } from '../test/support/market.ts';
import { marketDay, signIn, takeEverything } from '../test/support/on-site-page.ts';
import { openPocketDevice } from '../test/support/pocket-device.ts';
import { workOnPocketDevice } from './pocket-work.ts';

const wanted = Number(process.argv[2] ?? 1000);
const inBrowser = Number(process.argv[3] ?? 60);
const root = join(import.meta.dirname, '..');
const started = performance.now();
const tell = (step: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`);

if (!existsSync(join(root, 'dist/sw.js'))) throw new Error('the pages are not built: npm run web');
const city = await openCity({ pagesFolder: join(root, 'dist') });
let failed = false;
try {
  const worked = workedEditions(marketDay).find((one) => one.edition.id === 'jjg-0539-2016' && concludes(one));
  if (worked === undefined) throw new Error('JJG 539-2016 has no worked example that concludes');
  // Two interruptions and a half for each instrument in the browser, two for each without one.
  const pages = Math.round(inBrowser / 2.5);
  const pockets = Math.ceil((wanted - inBrowser) / 2);
  const stall = await openStall(city, worked, pages, 'B');
  tell(`${pages} scales for the browser, ${pockets} for the device without one`);
  const items: string[] = [];
  for (let batch = 0; items.length < pockets; batch += 1)
    items.push(...(await askFor(city, worked, Math.min(50, pockets - items.length), `P${batch}`)));
  tell('requests accepted');

  const count = new Map<string, number>();
  const add = (where: string, played: readonly string[]): void => {
    for (const name of played) count.set(`${where}: ${name}`, (count.get(`${where}: ${name}`) ?? 0) + 1);
  };

  const device = await openPocketDevice();
  const technician = city.as('technician');
  const { id } = await technician.call(onSiteEndpoints.registerDevice, { body: { name: '无浏览器设备', publicKey: device.publicKey } });
  device.registered(id, city.ids.technician.person);
  for (let from = 0; from < items.length; from += 100) {
    const numbers = device.numbers();
    const pack = await technician.call(onSiteEndpoints.takeAlong, {
      body: {
        device: id,
        items: items.slice(from, from + 100) as never,
        kept: [],
        knownNumbers: numbers.map(({ number }) => number),
        freeNumbers: 0,
      },
    });
    device.keepPack(pack);
  }
  const { environment, readings } = worked.record.input;
  const content = { environment, readings, standards: stall.standards, secondPerson: city.ids.checker.person } as never;
  const before = performance.now();
  add('without a browser', await workOnPocketDevice({ city, device, content, items, seed: 20_261_123 }));
  tell(`${items.length} records without a browser, ${((performance.now() - before) / items.length).toFixed(1)} ms each`);

  const network = await openNetwork(city.app);
  const browser = await openBrowser({ measured: true });
  try {
    const page = await browser.page({ address: network.url });
    await signIn(page.context(), city, network, 'technician');
    await takeEverything(page, pages);
    const { played } = await workInterrupted({ city, network, page, stall, items: stall.items }, 20_261_123);
    add('in a browser', played);
  } finally {
    await browser.close();
    await network.close();
  }
  tell(`${pages} records in a browser`);

  const total = [...count.values()].reduce((sum, one) => sum + one, 0);
  for (const [name, times] of [...count].sort(([one], [other]) => (one < other ? -1 : 1)))
    console.log(`${String(times).padStart(6)}  ${name}`);
  const { db } = city.database;
  const records = await db.selectFrom('verification').select(['id', 'itemId', 'recordNumber', 'status', 'remarks']).execute();
  const deliveries = await db.selectFrom('onSiteDelivery').select(['state', 'itemId']).execute();
  const numbers = await db.selectFrom('verificationNumber').select(['fate', 'sequence']).execute();
  const expected = items.length + stall.items.length;
  const undelivered = device.records().filter(({ state }) => state !== 'delivered').length;
  const used = numbers.filter(({ fate }) => fate === 'used').length;
  const inSeries = new Set(numbers.map(({ sequence }) => sequence)).size === Math.max(...numbers.map(({ sequence }) => sequence));
  const facts: readonly (readonly [string, number | boolean, number | boolean])[] = [
    ['records', records.length, expected],
    ['instruments with a record', new Set(records.map(({ itemId }) => itemId)).size, expected],
    ['record numbers, each once', new Set(records.map(({ recordNumber }) => recordNumber)).size, expected],
    ['submitted', records.filter(({ status }) => status === 'submitted').length, expected],
    ['deliveries accepted', deliveries.filter(({ state }) => state === 'accepted').length, expected],
    ['deliveries in another state', deliveries.filter(({ state }) => state !== 'accepted').length, 0],
    ['records left on the device', undelivered, 0],
    ['numbers used', used, expected],
    ['the series of numbers has no gap', inSeries, true],
    ['remarks as written', records.filter(({ remarks }) => /^第 \d+ 台/.test(remarks ?? '')).length, expected],
  ];
  for (const [what, found, right] of facts) {
    if (found !== right) failed = true;
    console.log(`${found === right ? 'right' : 'WRONG'}  ${what}: ${found}${found === right ? '' : `, expected ${right}`}`);
  }
  tell(`${total} interruptions, ${failed ? 'something was lost or doubled' : 'nothing lost, nothing doubled'}`);
  if (total < wanted) failed = true;
} finally {
  await city.close();
}
process.exit(failed ? 1 : 0);
