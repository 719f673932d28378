import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

const confirm = (page: Page) => page.getByRole('button', { name: '确定' }).click();

/** The figure of an indicator as the plan office reads it; undefined while nothing is recorded. */
async function figureOf(page: Page, indicator: string): Promise<string | undefined> {
  await page.goto(`/desk/indicators/${indicator}`);
  await page.getByRole('heading', { name: new RegExp(`^${indicator}`) }).waitFor();
  await page.locator('.figure').first().waitFor();
  const number = page.locator('.figure .number').first();
  return (await number.count()) === 0 ? undefined : ((await number.textContent()) ?? undefined);
}

test('a body submits a patent with its grant, the city reviews, the plan office accepts, and the indicator moves', async () => {
  const office = await desk.as('planOffice');
  const before = await figureOf(office, 'G1-8');

  const body = await desk.as('body');
  await body.goto('/desk/entries?kind=patent');
  await body.getByRole('link', { name: '新增登记' }).click();
  for (const [label, value] of [
    ['发明名称', '一种秤的测量装置'],
    ['专利号', 'ZL 2024 1 0000001.9'],
    ['授权机关', '国家知识产权局'],
    ['授权公告日', '2024-08-01'],
    ['专利权人', '测试甲县计量检定测试所'],
  ] as const) {
    await body.getByLabel(label).first().fill(value);
    await body.keyboard.press('Tab');
  }
  await body.getByLabel('领域').first().click();
  await body.getByTitle('智能制造').click();
  await body.getByLabel('行政区划').first().click();
  await body
    .getByTitle(/320600/)
    .first()
    .click();
  const grant = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
  await body.locator('input[type=file]').setInputFiles({ name: '授权公告.pdf', mimeType: 'application/pdf', buffer: grant });
  await body.getByRole('link', { name: '授权公告.pdf' }).waitFor();
  await body.getByRole('button', { name: '提交', exact: true }).click();
  await body.getByRole('heading', { name: '一种秤的测量装置' }).waitFor();
  const address = body.url();

  assert.equal(await figureOf(office, 'G1-8'), before, 'what is only submitted does not count');
  const city = await desk.as('cityRegulator');
  await city.goto(address);
  await city.getByRole('button', { name: '审核通过' }).click();
  await confirm(city);
  await city.getByRole('heading', { name: '第 2 版 · 已审核' }).waitFor();
  await office.goto(address);
  await office.getByRole('button', { name: '采信', exact: true }).click();
  await confirm(office);
  await office.getByRole('heading', { name: /^第 3 版 · / }).waitFor();
  await office.getByText('自 2024-08-01 起').first().waitFor();

  assert.notEqual(await figureOf(office, 'G1-8'), before, 'what is accepted counts');
  await desk.look(office, 'indicator-moved');
  await office.getByRole('link', { name: '一种秤的测量装置' }).click();
  await office.getByRole('heading', { name: '一种秤的测量装置' }).waitFor();
  const evidence = await office.getByRole('link', { name: '授权公告.pdf' }).first().getAttribute('href');
  const opened = await office.request.get(evidence ?? '');
  assert.equal(opened.headers()['content-type'], 'application/pdf');
  assert.match(opened.headers()['content-disposition'] ?? '', /^inline/);
});
