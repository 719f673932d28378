import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { instrumentEndpoints } from '../../app/register/instrument/contract.ts';
import { organizationEndpoints } from '../../app/register/organization/contract.ts';
import { placeEndpoints } from '../../app/register/place/contract.ts';
import { scheduleEndpoints } from '../../app/serve/schedule/contract.ts';
import type { PageOptions } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { PersonName } from '../support/story.ts';
import { designate, equip, scale } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  const { city } = desk;
  const manager = city.as('instituteManager');
  await city.as('countyRegulator').call(organizationEndpoints.registerOrganization, {
    body: { kind: 'government', name: '测试甲县人民政府', region: '320685' } as never,
  });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await equip(city);
  await manager.call(scheduleEndpoints.recordResource, { body: { kind: 'van', name: '苏F·检001', aboard: 'M1 级砝码组' } });
  const spots = [
    ['城东菜市场', '120.90', '32.40'],
    ['城西菜市场', '120.95', '32.41'],
  ] as const;
  for (const [at, [name, longitude, latitude]] of spots.entries()) {
    const { id: placeId } = await manager.call(placeEndpoints.recordPlace, {
      body: { kind: 'market', name, region: '320685', address: `${name} 1 号`, longitude, latitude, compared: true } as never,
    });
    for (let index = 1; index <= 3; index += 1)
      await city
        .as('holder')
        .call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial: `JZ-${at + 1}${index}`, placeId } as never });
  }
});
after(() => desk.close());

async function opened(person: PersonName, options: PageOptions = {}): Promise<Page> {
  const page = await desk.as(person, options);
  await page.clock.setFixedTime(desk.city.clock.now);
  return page;
}

/** Chooses in a list that opens; several where it is asked for. */
async function choose(page: Page, label: string, ...options: readonly string[]): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  for (const option of options)
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
      .first()
      .click();
  await page.keyboard.press('Escape');
}

/** Types a day into its field. */
async function day(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press('Tab');
}

test('a round for two markets: scope, what is due, days and people; a proposal is applied, announced and booked', async () => {
  const page = await opened('instituteManager');
  await page.goto(`${desk.url}/desk/rounds`);
  await page.getByRole('link', { name: '拟定集中检定' }).first().click();
  await page.getByLabel('名称', { exact: true }).fill('城区菜市场秋季集中检定');
  await choose(page, '县（市、区）', '测试甲县');
  await choose(page, '指定场所', '城东菜市场');
  await choose(page, '指定场所', '城西菜市场');
  await desk.look(page, 'ledger-round-open');
  await page.getByRole('button', { name: '收集到期器具' }).click();
  await page.waitForURL(/view=collected/);
  await page.getByText('共 6 条').waitFor();
  await desk.look(page, 'ledger-round-collected');

  await page.getByRole('link', { name: '路线与负荷' }).first().click();
  await page.getByRole('heading', { name: '日期、人员与台位' }).waitFor();
  await day(page, '开始日', '2026-11-30');
  await day(page, '结束日', '2026-12-02');
  await page.getByLabel('出发地经度').fill('120.92');
  await page.getByLabel('出发地纬度').fill('32.39');
  await page.getByRole('button', { name: '增加一组' }).click();
  await choose(page, '第 1 组 车辆', '苏F·检001');
  await choose(page, '第 1 组 人员', '陈立', '冯一');
  await page.getByLabel('联系人', { exact: true }).fill('钱峰');
  await page.getByLabel('联系电话').fill('0513-80000000');
  await page.getByLabel('求解时限（秒）').fill('5');
  await page
    .getByRole('button', { name: '录入', exact: true })
    .or(page.getByRole('button', { name: '保存', exact: true }))
    .click();
  await page.getByRole('button', { name: '求解建议' }).click();
  await page.getByText('正在求解，完成后自动显示').waitFor();
  await desk.city.finishJobs();
  await page.getByRole('button', { name: '采用' }).click();
  await desk.look(page, 'ledger-round-proposal');
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByRole('heading', { name: '按日' }).waitFor();
  await page.getByText('1. 城', { exact: false }).first().waitFor();
  await desk.look(page, 'ledger-round-arranged');

  await page.getByRole('button', { name: '通知使用单位' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('已通知').first().waitFor();
  await page.getByRole('button', { name: '转为排期' }).click();
  await page.getByText('已排期').first().waitFor();
  await page.getByRole('link', { name: '进度', exact: true }).click();
  await page.getByText('100%（6 / 6）', { exact: false }).first().waitFor();
  await desk.look(page, 'ledger-round-progress');
});

test('the holder, who filed nothing, sees the round, its day and its place', async () => {
  await desk.city.finishJobs();
  const phone = await opened('holder', { width: 375 });
  await phone.goto(`${desk.url}/desk/rounds`);
  await phone.getByRole('link', { name: '城区菜市场秋季集中检定' }).click();
  await phone.getByText('2026-11-30').first().waitFor();
  assert.equal(await phone.getByRole('button', { name: '通知使用单位' }).count(), 0);
  await desk.look(phone, 'ledger-round-holder-375');
  await phone.goto(`${desk.url}/desk/requests`);
  await phone.getByRole('link', { name: '电子计价秤 × 6' }).waitFor();
  await phone.goto(`${desk.url}/desk/appointments`);
  await phone.getByText('2026-11-30').first().waitFor();
  await desk.look(phone, 'ledger-round-appointment-375');
});
