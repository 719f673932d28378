import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { indicatorEndpoints } from '../../app/steer/indicator/contract.ts';
import { planEndpoints } from '../../app/steer/plan/contract/endpoints.ts';
import { waitForCount } from '../support/browser.ts';
import { enterRecord } from '../support/entry-records.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  for (let each = 0; each < 12; each += 1) {
    await enterRecord(desk.city, {
      kind: 'commitment',
      subject: `测试承诺单位${each + 1}`,
      from: '2024-03-15',
      region: each % 3 === 0 ? '320685' : '320682',
    });
  }
});
after(() => desk.close());

test('the plan office begins with the cockpit: 24 indicators in four bands, the counties, the work that waits', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk');
  await page.getByRole('heading', { name: '南通市计量发展三年行动计划（2023—2025年）' }).waitFor();
  await waitForCount(page.locator('.band'), 4);
  await waitForCount(page.locator('.band .row'), 24);
  await page.getByRole('button', { name: /^海安市 13/ }).waitFor();
  await page.getByText('附件表1合计行的数字整体向右错了1列。').waitFor();
  await desk.look(page, 'cockpit');
  await page.getByRole('button', { name: /到期未达成/ }).click();
  await page.locator('.band .row').first().waitFor();
  assert.ok((await page.locator('.band .row').count()) < 24);
  assert.match(page.url(), /state=missed/);
});

test('a county on the map opens the work list of that county, by keyboard too, and the address keeps it', async () => {
  const page = await desk.as('cityRegulator');
  await page.goto('/desk');
  const county = page.getByRole('button', { name: /^如皋市/ });
  await county.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /如皋市 待办/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /如皋市 待办/ }).waitFor();
  await page.getByRole('button', { name: '全市' }).click();
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor();
  await page.getByRole('button', { name: '看数表' }).click();
  await page.getByRole('cell', { name: '崇川区' }).waitFor();
});

test('every link of the cockpit leads to a page that exists', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk');
  await page.locator('.band .row').first().waitFor();
  await page.locator('.work-block header b').nth(6).waitFor();
  const hrefs = await page.locator('main a[href^="/desk"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const kinds = new Map(hrefs.map((href) => [href.replace(/[?#].*/, '').replace(/\/[A-Z]\d+-\d+$|\/[a-z]+-[0-9a-f]{16}$/, '/:id'), href]));
  assert.ok(kinds.size >= 6, [...kinds.keys()].join(' '));
  for (const href of kinds.values()) {
    await page.goto(href);
    await page.locator('main h1').waitFor();
    assert.equal(await page.getByText('没有这个页面').count(), 0, href);
  }
});

test('a difference is settled from the list with a reason; the history names who, and the list says so', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/plan/differences');
  await page.getByRole('link', { name: /各行之和为99/ }).click();
  await page.getByRole('button', { name: '处理', exact: true }).click();
  await page.getByLabel('结论').click();
  await page.locator('.ant-select-item-option').getByText('以重算为准').click();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByText('请填写此项').waitFor();
  await page.getByLabel('理由').fill('附件各行相加为99，注与各行一致');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByText('韩梅 · 测试市计量处（牵头部门）').waitFor();
  await desk.look(page, 'difference');
  await page.goto('/desk/plan/differences?settled=true');
  await page.getByRole('cell', { name: '以重算为准' }).waitFor();
  const { items } = await desk.city.as('auditor').call(planEndpoints.listDifferences, { query: { settled: 'true' } });
  assert.deepEqual(
    items.map((each) => [each.resolution, each.settlement?.by.name]),
    [['recomputed-stands', '韩梅']],
  );
});

test('anybody sees the differences once the plan office has published them, and not before', async () => {
  const page = await desk.anybody();
  await page.goto('/plan/differences');
  await page.getByText('尚未公开').waitFor();
  await desk.city
    .as('planOffice')
    .call(indicatorEndpoints.decidePublication, { body: { subject: 'differences', mode: 'live', reason: '信息公开审查通过' } });
  await page.reload();
  await page.getByRole('cell', { name: '以重算为准' }).waitFor();
  assert.equal(await page.getByText('韩梅').count(), 0);
  await desk.look(page, 'public-differences');
});

test('words without a number are defined, and the plan leads from its sentence to the definition', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/plan');
  await page.getByRole('link', { name: '位居全省前列' }).click();
  await page.locator('#front-rank').getByRole('button', { name: '认定含义' }).click();
  await page.getByLabel('在本市的含义').fill('省市场监管局年度考核位列前三');
  await page.getByLabel('以什么为凭').fill('省局年度考核通报');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.locator('#front-rank').getByText('已定义').waitFor();
  await page.locator('#front-rank').getByText('省局年度考核通报').waitFor();
});

test('the text of the plan is searched, and a sentence found is shown in its place', async () => {
  const page = await desk.as('holder');
  await page.goto('/desk/plan?q=480项');
  await page.locator('.plan-found a').first().click();
  await page.locator('#s-2\\.3-1').waitFor();
  assert.match(page.url(), /#s-2\.3-1$/);
  assert.equal(await page.locator('#s-2\\.3-1 a.indicator').count(), 0, 'a holder sees no link to figures that are not for a holder');
});

test('the pages of the plan are whole in English, on a phone and on a wide wall', async () => {
  for (const [options, suffix] of [
    [{ language: 'en' }, 'en-1366'],
    [{ width: 375 }, 'zh-375'],
    [{ width: 1920 }, 'zh-1920'],
  ] as const) {
    const page = await desk.as('planOffice', options);
    for (const [path, name] of [
      ['/desk', 'cockpit'],
      ['/desk/plan', 'plan'],
      ['/desk/plan/differences', 'differences'],
      ['/desk/plan/definitions', 'definitions'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.locator('main h1').waitFor();
      await desk.look(page, `${name}-${suffix}`);
    }
    await page.context().close();
  }
});
