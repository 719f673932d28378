import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

/** So many requests for this part of the program do not come through. */
async function loseParts(page: Page, name: string, count: number): Promise<() => number> {
  let [asked, rest] = [0, count];
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    asked += 1;
    rest -= 1;
    await (rest >= 0 ? route.abort('connectionreset') : route.continue());
  });
  return () => asked;
}

test('a part of the workplace that was lost on its way is fetched with the page anew, by itself', async () => {
  const page = await desk.as('technician');
  const asked = await loseParts(page, 'InstrumentList', 1);
  await page.goto('/desk/instruments');
  await page.locator('main h1').waitFor();
  assert.ok(asked() > 1, String(asked()));
});

test('a part that does not come the second time either is said, and the person loads it again', async () => {
  const page = await desk.as('technician');
  const asked = await loseParts(page, 'InstrumentList', 1000);
  await page.goto('/desk/instruments');
  await page.getByText('本页的程序没有取到').waitFor();
  const before = asked();
  await page.waitForTimeout(1000);
  assert.equal(asked(), before, 'it does not load anew without end');
  await page.unroute('**/assets/InstrumentList-*.js');
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.locator('main h1').waitFor();
});

test('a public page is loaded anew once as well', async () => {
  const page = await desk.anybody();
  await loseParts(page, 'UnitsPage', 1);
  await page.goto('/tools/units');
  await page.locator('h1').waitFor();
  const other = await desk.anybody({ language: 'en' });
  await loseParts(other, 'UnitsPage', 1000);
  await other.goto('/tools/units');
  await other.getByRole('alert').waitFor();
});

test('without a network the page stays and says it: the browser has nothing better to show', async () => {
  const page = await desk.as('technician');
  await page.goto('/desk');
  await page.locator('main h1').waitFor();
  await page.context().setOffline(true);
  await page.locator('.side a[href="/desk/standards"]').evaluate((link) => (link as unknown as { click: () => void }).click());
  await page.getByText('本页的程序没有取到').waitFor();
  assert.ok(await page.locator('.side').isVisible());
});
