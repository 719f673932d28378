import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { onSiteEndpoints } from '../../app/measure/on-site/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { hashPassword } from '../../app/platform/password.ts';
import { openNetwork, type Network } from '../support/breakable-network.ts';
import { axeFindings, faultsOf, openBrowser, screenshot, shown, sidewaysPixels, type TestBrowser } from '../support/browser.ts';
import { openCity, type City } from '../support/city.ts';
import { concludes, openStall, workedEditions, type Stall } from '../support/market.ts';
import { fillRecord, finishRecord, marketDay, openRecord, signIn, takeEverything, waitUntilKept } from '../support/on-site-page.ts';
import { root } from '../support/program.ts';

let city: City;
let network: Network;
let browser: TestBrowser;
let stall: Stall;
const password = 'Market-2026-scales';

before(async () => {
  assert.ok(existsSync(join(root, 'dist/sw.js')), 'the pages are not built: npm run web');
  city = await openCity({ pagesFolder: join(root, 'dist') });
  network = await openNetwork(city.app);
  browser = await openBrowser();
  const edition = workedEditions(marketDay)
    .filter(concludes)
    .find((one) => one.edition.id === 'jjg-0539-2016');
  assert.ok(edition);
  stall = await openStall(city, edition, 3, 'S');
  await city.database.db
    .updateTable('person')
    .set({ passwordHash: await hashPassword(password) })
    .where('account', '=', 'technician')
    .execute();
});
after(async () => {
  await browser.close();
  await network.close();
  await city.close();
});

const look = async (page: Page, name: string): Promise<void> => {
  await screenshot(page, name);
  assert.deepEqual(await axeFindings(page), [], `${name}: accessibility`);
  assert.equal(await sidewaysPixels(page), 0, `${name}: scrolls sideways`);
  assert.deepEqual(faultsOf(page), [], `${name}: faults`);
};

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /陈立/ }).click();
  await page.getByText('退出登录').click();
};

test('the session ends in the market: the work goes on, is signed for again and delivered; a stranger on the device sees nothing of it', async () => {
  const page = await browser.page({ address: network.url });
  const context = page.context();
  await signIn(context, city, network, 'technician');
  await takeEverything(page, 3);
  await look(page, 'on-site-desk');
  const [first = '', second = ''] = stall.items;
  await openRecord(page, first);
  await fillRecord(page, stall, city.ids.checker.person);
  await page.locator('.site-part').getByLabel('号码').fill('苏检 2026-0001');
  await page.getByRole('button', { name: '添加', exact: true }).click();
  // Nothing is a picture only because its name says so; a real one stays on the device and goes along with the record.
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '拍照或选择照片' }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await page.locator('[data-cell="readings.weighing.rows.2.indication"]').focus();
  await choose('display.png', Buffer.from('no picture'));
  await page.getByText('照片无法识别或过大').waitFor();
  await choose('display.png', await page.screenshot());
  await page.locator('.photos img').waitFor();
  await look(page, 'on-site-record-desk');

  await context.clearCookies();
  await finishRecord(page);
  await page.goto('/desk/on-site');
  await page.getByText('登录已过期').waitFor();
  await openRecord(page, second);
  await fillRecord(page, stall, city.ids.checker.person);
  await waitUntilKept(page);
  await page.goto('/desk/on-site');
  await page.getByText('登录已过期').waitFor();
  await look(page, 'on-site-session-ended');
  await page.getByRole('link', { name: '重新登录' }).first().click();
  await page.getByLabel('账号').fill('technician');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('没有待送的记录').waitFor();
  const { items } = await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: {} });
  assert.deepEqual(
    items.map(({ item, state }) => [item, state]),
    [[first, 'accepted']],
  );

  const delivered = await city
    .as('technician')
    .call(verificationEndpoints.readVerification, { params: { id: items[0]?.verification as never } });
  assert.deepEqual(
    [delivered.photos.map(({ path }) => path), delivered.seals[0]?.number],
    [['readings.weighing.rows.2.indication'], '苏检 2026-0001'],
  );

  // One record is still being written: the sign-out says so, and keeps it for the same person.
  await signOut(page);
  await page.getByText('1 份现场记录尚未送达').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  assert.ok(page.url().endsWith('/desk/on-site'));
  await signOut(page);
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByLabel('账号').waitFor();

  network.down = true;
  await page.goto('/desk/on-site');
  await page.getByText('连不上服务器').first().waitFor();
  assert.equal(await page.getByText('现场器具').count(), 0, 'nobody is remembered after the sign-out');
  network.down = false;

  const [name = '', value = ''] = city.cookieOf('allRounder').split('=');
  await context.addCookies([{ name, value, url: network.url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto('/desk/on-site');
  await page.getByLabel('设备名称').waitFor();
  assert.equal(await page.getByText('现场器具').count(), 0, 'another person finds a device that is not registered');

  await context.clearCookies();
  await signIn(context, city, network, 'technician');
  await page.goto(`/desk/on-site/${second}`);
  await page.locator('.paper').waitFor();
  await finishRecord(page);
  await page.goto('/desk/on-site');
  await page.getByText('没有待送的记录').waitFor();
  assert.equal((await city.as('technician').call(onSiteEndpoints.listDeliveries, { query: {} })).total, 2);
});

test('two people have verified the same scale: the manager sees both versions beside each other and decides', async () => {
  const [, , third = ''] = stall.items;
  const page = await browser.page({ address: network.url });
  await signIn(page.context(), city, network, 'technician');
  await page.goto('/desk/on-site');
  await page.getByLabel('设备名称').fill('陈立的备用手机');
  await page.getByRole('button', { name: '登记本机' }).click();
  await page.locator('.choosing .job', { hasText: 'S-03' }).locator('input').check();
  await page.getByRole('button', { name: /带出所选/ }).click();
  await page.locator('.job-list:not(.choosing) .job').waitFor();
  const standing = await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item: third as never } });
  await openRecord(page, third);
  await fillRecord(page, stall, city.ids.checker.person);
  await finishRecord(page);
  await page.getByText('两个版本都已保留').waitFor();
  await look(page, 'on-site-contested');

  const { items } = await city.as('instituteManager').call(onSiteEndpoints.listDeliveries, { query: { state: 'conflict' } });
  assert.equal(items.length, 1);
  const manager = await browser.page({ address: network.url });
  await signIn(manager.context(), city, network, 'instituteManager');
  await manager.goto('/desk/on-site-deliveries');
  const contested = manager.getByRole('link', { name: items[0]?.recordNumber ?? randomUUID() });
  await contested.waitFor();
  await look(manager, 'on-site-deliveries');
  await contested.click();
  await manager.getByRole('heading', { name: '两个版本' }).waitFor();
  await look(manager, 'on-site-decision');
  await manager.getByRole('button', { name: '采用现场送达的版本' }).click();
  await manager.getByLabel('理由').fill('现场两人检定，以现场为准');
  await manager.getByRole('button', { name: '确定' }).click();
  await manager.getByText('已裁定').waitFor();
  const record = await city.as('checker').call(verificationEndpoints.readVerification, { params: { id: standing.id } });
  assert.deepEqual([record.status, record.technician.name], ['submitted', '陈立']);

  await page.goto('/desk/on-site');
  await page.locator('.job .status', { hasText: '已送达' }).waitFor();
  const device = await browser.page({ address: network.url, language: 'en', width: 375 });
  await signIn(device.context(), city, network, 'instituteManager');
  await device.goto('/desk/on-site-devices');
  await device.getByText('陈立的备用手机').waitFor();
  await look(device, 'on-site-devices-phone-en');

  // An ended device says so where work is taken along, and is registered anew with a key of its own.
  await device.locator('tr, .card', { hasText: '陈立的备用手机' }).getByRole('button', { name: 'Report lost' }).click();
  await device.getByLabel('Reason').fill('left in the market');
  await device.getByRole('button', { name: 'Confirm' }).click();
  await shown(device, 'left in the market').waitFor();
  await page.getByRole('button', { name: '更新带出内容' }).click();
  await page.getByRole('button', { name: '重新登记本机' }).click();
  await page.getByLabel('设备名称').waitFor();
});
