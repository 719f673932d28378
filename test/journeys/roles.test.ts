import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';
import type { PersonName } from '../support/story.ts';
import { register } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await register(desk.city, 'holder', 'K-001');
});
after(() => desk.close());

const menu = (page: Page): Promise<string[]> =>
  page.locator('.side .side-menu a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** One person of each role; the institute's roles stand with different people. */
const persons: readonly PersonName[] = [
  'holder',
  'technician',
  'checker',
  'approver',
  'technicalManager',
  'instituteManager',
  'inspector',
  'countyRegulator',
  'cityRegulator',
  'planOffice',
  'body',
  'auditor',
  'administrator',
  'security',
  'audit',
];

test('each role has a menu of its own, and an address of another role says who can grant it', async () => {
  const menus = new Map<PersonName, string[]>();
  const pages = new Map<PersonName, Page>();
  for (const person of persons) {
    const page = await desk.as(person);
    await page.goto('/desk');
    await page.locator('main h1').waitFor();
    menus.set(person, await menu(page));
    pages.set(person, page);
  }
  const everything = new Set([...menus.values()].flat());
  assert.ok(everything.size > 15, [...everything].join(' '));
  for (const person of persons) {
    const own = new Set(menus.get(person));
    const foreign = [...everything].find((href) => !own.has(href)) ?? assert.fail(`${person} may open everything`);
    const page = pages.get(person) ?? assert.fail();
    await page.goto(foreign);
    await page.getByText('您没有查看此页的权限').waitFor();
    assert.equal(await page.locator('main table').count(), 0, `${person} ${foreign}`);
    if (person === 'holder') await desk.look(page, 'forbidden');
    await page.context().close();
  }
  assert.ok(!(menus.get('holder') ?? []).includes('/desk/verifications'));
  assert.ok(!(menus.get('administrator') ?? []).includes('/desk/certificates'), 'who administers the system reads no register');
});

test('what is not there says so and leads back', async () => {
  const page = await desk.as('holder');
  await page.goto('/desk/nothing-of-this-name');
  await page.getByText('没有这个页面').waitFor();
  await page.goto('/desk/instruments/00000000-0000-4000-8000-000000000000');
  await page.locator('.state.failed').waitFor();
  await desk.look(page, 'record-missing');
});

/** Goes on by Tab until the focus stands on a link or button with these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const [text, shown] = (await page.evaluate(`(() => {
      const at = document.activeElement;
      return [at?.textContent ?? '', at !== null && getComputedStyle(at).outlineStyle !== 'none'];
    })()`)) as [string, boolean];
    if (!text.includes(words)) continue;
    assert.ok(shown, `the focus on ${words} cannot be seen`);
    return;
  }
  assert.fail(`${words} is not reached by Tab`);
}

test('without a mouse a holder goes from the first page to the ledger and opens a scale', async () => {
  const page = await desk.as('holder');
  await page.goto('/desk');
  await page.getByRole('heading', { name: '计量器具台账' }).waitFor();
  await tabTo(page, '器具台账');
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', { name: /电子计价秤/ })
    .first()
    .waitFor();
  await tabTo(page, '电子计价秤');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /K-001/ }).waitFor();
  await tabTo(page, '申请强制检定');
});

test('on a phone the holder and the inspector have menu, list and record', async () => {
  for (const person of ['holder', 'inspector'] as const) {
    const page = await desk.as(person, { width: 375 });
    await page.goto('/desk');
    await page.locator('main h1').waitFor();
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    // A long menu begins folded: whoever wants the ledger opens its place first.
    const ledger = page.getByRole('dialog').getByRole('link', { name: '器具台账' });
    if (!(await ledger.isVisible())) await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await ledger.click();
    await page.getByRole('heading', { name: '器具台账' }).waitFor();
    await page
      .getByRole('link', { name: /电子计价秤/ })
      .first()
      .waitFor();
    await desk.look(page, `phone-${person}-list`);
    await page
      .getByRole('link', { name: /电子计价秤/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /K-001/ }).waitFor();
    await desk.look(page, `phone-${person}-record`);
    await page.context().close();
  }
});
