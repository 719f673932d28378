import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitForCount } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { enterRecord } from '../support/entry-records.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  for (const number of ['2-1', '7', '13-1', '22']) {
    const payload = { entryNumber: number, institute: '测试县计量检定测试所' };
    await enterRecord(desk.city, { kind: 'scope', subject: `测试项目${number}`, from: '2024-01-01', to: '2029-01-01', payload });
  }
});
after(() => desk.close());

test('the plan office previews a denominator, decides it, and opens the figure down to its items and their evidence', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/indicators/G3-4');
  await page.getByText('还没有口径决定').waitFor();
  await page.getByRole('link', { name: '预看并决定新的一版' }).click();
  await page.getByRole('heading', { name: '按此口径' }).waitFor();
  await page.getByText(/分母 30 项/).waitFor();
  await desk.look(page, 'denominator-proposal');
  await page.getByLabel('文号').fill('测市监计〔2026〕12号');
  await page.getByLabel('理由').fill('规划写明覆盖国家目录');
  await page.getByRole('button', { name: '决定这一版' }).click();
  await page.getByRole('heading', { name: /沿革/ }).waitFor();
  await page.getByText('测市监计〔2026〕12号').waitFor();
  await page.locator('.version-head').getByText('现行', { exact: true }).waitFor();
  await desk.look(page, 'denominator-history');
  await page.getByRole('link', { name: '分母各项' }).click();
  await page.getByText('测试项目2-1').waitFor();
  await waitForCount(page.getByText('已覆盖', { exact: true }), 4);
  await desk.look(page, 'denominator-items');
});

test('whoever may only read sees the preview and no decision, in English and on a phone', async () => {
  for (const options of [{ language: 'en' }, { width: 375 }] as const) {
    const page = await desk.as('auditor', options);
    for (const [path, name] of [
      ['/desk/indicators/G3-5/denominators/proposal?chosen=submitted&months=6', 'proposal'],
      ['/desk/indicators/G3-4/denominators', 'history'],
      ['/desk/indicators/G3-4/items', 'items'],
      ['/desk/indicators/G3-4', 'indicator'],
    ] as const) {
      await page.goto(path);
      await page.locator('main .sheet').first().waitFor();
      await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
      await desk.look(page, `denominator-${name}-${Object.values(options).join('')}`);
      assert.equal(await page.getByRole('button', { name: /决定这一版|Decide this version/ }).count(), 0);
    }
  }
});
