import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

test('conditions that are used again are kept by name and are a link', async () => {
  const page = await desk.as('cityRegulator');
  await page.goto(`${desk.url}/desk/organizations?kind=institute`);
  await page.getByRole('button', { name: '保存为常用条件' }).click();
  await page.getByLabel('名称', { exact: true }).fill('检定机构');
  await page.keyboard.press('Enter');
  const view = page.getByRole('link', { name: '检定机构', exact: true });
  await view.waitFor();
  await desk.look(page, 'saved-views');
  await page.goto(`${desk.url}/desk/organizations`);
  await view.click();
  await page.waitForURL(/kind=institute/);
  await page.getByRole('button', { name: '删除常用条件 检定机构' }).click();
  await view.waitFor({ state: 'detached' });
  assert.ok(await page.getByRole('button', { name: '保存为常用条件' }).isVisible());
});
