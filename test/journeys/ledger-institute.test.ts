import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { scheduleEndpoints } from '../../app/serve/schedule/contract.ts';
import type { PageOptions } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { PersonName } from '../support/story.ts';
import { adopt, designate, equip, example, register, submitDraft, withoutKind } from '../support/thread.ts';

let desk: Desk;
const codes: string[] = [];
before(async () => {
  desk = await openDesk();
  const { city } = desk;
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await equip(city);
  await city
    .as('instituteManager')
    .call(scheduleEndpoints.recordResource, { body: { kind: 'bench', name: '衡器台位', load: 4, aboard: 'M1 级砝码组' } as never });
  for (const serials of [['SJ-01', 'SJ-02'], ['SJ-03']]) {
    const instruments = [];
    for (const serial of serials) {
      const { id, code } = await register(city, 'holder', serial);
      instruments.push(id);
      codes.push(code);
    }
    await city.as('holder').call(requestEndpoints.submitRequest, {
      body: { instruments, verificationKind: 'subsequent', whereDone: 'institute', ecqsNumber: null },
    });
  }
});
after(() => desk.close());

/** A page whose clock is the city's: forms propose today. */
async function opened(person: PersonName, options: PageOptions = {}): Promise<Page> {
  const page = await desk.as(person, options);
  await page.clock.setFixedTime(desk.city.clock.now);
  return page;
}

/** Tests, checks and approves what was received, as the bench does. */
async function verify(serial: string): Promise<void> {
  const { city } = desk;
  const { weights } = await equip(city);
  const { items } = await city.as('technician').call(verificationEndpoints.listWaitingItems, { query: {} });
  const item = items.find(({ instrument }) => instrument.serial === serial)?.id as never;
  const { id, version } = await city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item } });
  await city.as('technician').call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) },
  });
  await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
}

test('the in-tray is accepted by a selection, the instruments are booked on a bench and stand on the week board', async () => {
  const page = await opened('instituteManager');
  await page.goto(`${desk.url}/desk/requests?status=submitted`);
  await page.getByText('共 2 条').waitFor();
  await page.getByLabel('选择本页全部').check();
  await page.getByRole('button', { name: '受理所选 2 份' }).click();
  await page.getByText('已受理 2 份').waitFor();
  await page.getByText('共 0 条').waitFor();

  await page.goto(`${desk.url}/desk/schedule`);
  await page.getByRole('link', { name: '衡器台位' }).waitFor();
  await page.getByRole('link', { name: '排期', exact: true }).first().click();
  await page.getByText('共 3 条').waitFor();
  await page.getByLabel('选择本页全部').check();
  await page.getByRole('button', { name: '排期（3 台）' }).click();
  await page.getByText('需排 3 台').waitFor();
  await page.getByRole('button', { name: '采用' }).click();
  await desk.look(page, 'ledger-institute-book');
  await page.locator('form').getByRole('button', { name: '排期' }).click();
  await page.waitForURL(/schedule\/bookings\/[0-9a-f-]{36}/);
  await page.getByText('SJ-03', { exact: false }).first().waitFor();
  await desk.look(page, 'ledger-institute-booking');

  await page.goto(`${desk.url}/desk/schedule`);
  const bench = page.locator('tr', { has: page.getByRole('rowheader', { name: /^衡器台位/ }) });
  await bench.getByText('3 / 4').first().waitFor();
  await bench.getByRole('link', { name: /3 台/ }).waitFor();
  await desk.look(page, 'ledger-institute-board');
});

test('the counter: code and Enter take one after the other, the slip has its papers, and the issued one is fetched with the code', async () => {
  const page = await opened('technician');
  await page.goto(`${desk.url}/desk/custody`);
  const field = page.getByLabel('扫码或输入');
  for (const [index, code] of codes.slice(0, 2).entries()) {
    await field.fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `本次收样 · 测试甲县惠民菜市场 · ${index + 1}` }).waitFor();
  }
  await field.fill('没有这个编号');
  await page.keyboard.press('Enter');
  await page.getByText('没有查到“没有这个编号”').waitFor();
  await page.getByLabel('送样人').fill('王秀兰');
  await page.getByLabel('联系电话').fill('13900001234');
  await desk.look(page, 'ledger-institute-counter');
  await page.getByRole('button', { name: '收样并开具收样单' }).click();
  await page.waitForURL(/custody\/slips\/[0-9a-f-]{36}/);
  await page.getByText('共 2 台，在所 2 台').waitFor();
  await desk.look(page, 'ledger-institute-slip');
  const print = (await page.getByRole('link', { name: '打印 A5' }).getAttribute('href')) ?? '';
  const paper = await page.request.get(new URL(print, desk.url).href);
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');

  await verify('SJ-01');
  const holder = await opened('holder', { width: 375 });
  await holder.goto(page.url());
  await holder.getByText('取件码').first().waitFor();
  const code = /取件码\s+(\S+)/.exec(await holder.locator('.facts').first().innerText())?.[1] ?? '';
  assert.match(code, /^\w{4,}$/, 'the holder alone reads the pick-up code');
  await desk.look(holder, 'ledger-institute-slip-holder-375');

  await page.reload();
  await page.getByRole('row', { name: /SJ-01/ }).getByText('已出证').waitFor();
  assert.equal(await page.getByText(code).count(), 0);
  await page.getByRole('row', { name: /SJ-01/ }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '领取' }).click();
  await page.getByLabel('领取人').fill('王秀兰');
  await page.getByLabel('取件码').fill(code);
  await page.locator('form').last().getByRole('button').last().click();
  await page.getByText('共 2 台，在所 1 台').waitFor();
  await page.getByRole('row', { name: /SJ-01/ }).getByText('已领取').first().waitFor();
});

test('the workload board says what is open by step, and each number opens its requests', async () => {
  const page = await opened('instituteManager', { width: 375 });
  await page.goto(`${desk.url}/desk/workload`);
  await page.getByRole('heading', { name: '按环节' }).waitFor();
  await page.getByText('衡器台位').first().waitFor();
  await desk.look(page, 'ledger-institute-workload-375');
  await page.getByRole('link', { name: '已收样' }).first().click();
  await page.waitForURL(/requests\?step=received/);
  await page.getByText('共 1 条').waitFor();
  await page.goto(`${desk.url}/desk/workload/forecast`);
  await page.getByText('电子计价秤').first().waitFor();
  await desk.look(page, 'ledger-institute-forecast-375');
});
