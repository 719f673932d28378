import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';
import { designate, equip } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await equip(desk.city);
});
after(() => desk.close());

const confirm = (page: Page) => page.getByRole('button', { name: '确定' }).click();

/** Chooses from a list of the component library by keyboard. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).first().click();
  await page.getByTitle(option, { exact: true }).click();
}

test('an institute adopts the procedure: the technical manager compares every number, a second person confirms', async () => {
  const manager = await desk.as('technicalManager');
  await manager.goto('/desk/procedures');
  await manager.getByText('待确认，不可出证').first().waitFor();
  await desk.look(manager, 'thread-procedures');
  await manager.getByRole('link', { name: /^JJG 539-2016/ }).click();
  await manager.getByRole('heading', { name: '本系统不计算的项目' }).waitFor();
  await desk.look(manager, 'thread-edition');
  await manager.getByRole('link', { name: '核对并提出采用' }).click();
  await manager.getByRole('button', { name: '提出采用' }).click();
  await manager.getByText('请写明正式文本').waitFor();
  await manager.getByLabel('所用正式文本').fill('测试用文本，非正式文本');
  await manager.keyboard.press('Tab');
  await manager.getByLabel('的条款').first().fill('测试条款');
  await manager.getByRole('button', { name: '空白项沿用上一项的条款' }).click();
  await manager.getByText(/全部 \d+ 项已写明条款/).waitFor();
  await desk.look(manager, 'thread-comparison');
  await manager.getByRole('button', { name: '提出采用' }).click();
  await manager.getByRole('heading', { name: '经过' }).waitFor();
  assert.equal(await manager.getByRole('button', { name: '确认采用' }).count(), 0, 'who compared does not confirm');

  const second = await desk.as('approver');
  await second.goto(manager.url());
  await second.getByRole('button', { name: '确认采用' }).click();
  await confirm(second);
  await second.getByText('已采用', { exact: true }).first().waitFor();
  await desk.look(second, 'thread-adoption');
  await second.goto('/desk/procedures');
  await second.getByText('已采用，可出证').waitFor();
});

/** The holder registers a scale and asks for its verification; answers the address of the request. */
async function requestVerification(serial: string): Promise<string> {
  const page = await desk.as('holder');
  await page.goto('/desk/instruments/registration');
  for (const [label, value] of [
    ['型号', 'ACS-15'],
    ['出厂编号', serial],
    ['制造单位', '测试衡器厂'],
    ['使用地点', '蔬菜区 12 号摊'],
    ['最大秤量', '15 kg'],
    ['最小秤量', '100 g'],
    ['检定分度值', '5 g'],
    ['实际分度值', '5 g'],
    ['承载器支承点数', '4'],
  ] as const)
    await page.getByLabel(label).first().fill(value);
  await choose(page, '准确度等级', 'III');
  await choose(page, '零点跟踪', '无');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: new RegExp(serial) }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '申请强制检定' }).click();
  await page.getByText('测试甲县计量检定测试所').first().waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '电子计价秤 × 1' }).waitFor();
  await page.context().close();
  return page.url();
}

/** What a technician reads for a cell, from the load of its row; the failing scale shows too much at its maximum. */
function readingFor(cell: string, load: string, fails: boolean, isChoice: boolean): string {
  // A choice is made by its number: what is looked at meets the requirements.
  if (isChoice) return '1';
  const column = cell.split('.').pop() ?? '';
  const isTooMuch = fails && cell.includes('weighing') && load === '15000';
  if (column === 'temperature') return '21.5';
  if (column === 'humidity') return '56';
  if (column === 'after') return String(Number(load) + 5);
  if (column === 'added') return isTooMuch ? '3.5' : '2.0';
  return isTooMuch ? '15010' : load;
}

/** Fills the whole sheet without a mouse: each cell is typed, Enter goes on to the next that is to be read. */
async function enterReadings(page: Page, fails: boolean): Promise<number> {
  await page.locator('[data-cell="environment.temperature"]').focus();
  const at = () =>
    page.evaluate(`(() => {
      const name = document.activeElement?.dataset.cell ?? '';
      const parts = name.split('.');
      const find = (path) => document.querySelector('[data-cell="' + path + '.load"]')?.value;
      const isChoice = document.activeElement instanceof HTMLSelectElement;
      return { name, isChoice, load: find(parts.slice(0, -1).join('.')) ?? find(parts.slice(0, 2).join('.')) ?? '' };
    })()`) as Promise<{ name: string; load: string; isChoice: boolean }>;
  let typed = 0;
  for (let cell = await at(); ;) {
    await page.keyboard.type(readingFor(cell.name, cell.load, fails, cell.isChoice));
    typed += 1;
    await page.keyboard.press('Enter');
    const next = await at();
    if (next.name === cell.name || typed > 80) return typed;
    cell = next;
  }
}

/** Accepted, entered, checked and approved, each by another person; answers the number of the document. */
async function verify(request: string, fails: boolean): Promise<string> {
  const manager = await desk.as('instituteManager');
  await manager.goto(request);
  await manager.getByRole('button', { name: '受理', exact: true }).click();
  await manager.getByText('已受理').first().waitFor();
  await manager.context().close();

  const technician = await desk.as('technician');
  await technician.goto('/desk/verifications');
  await technician.getByRole('button', { name: '领取' }).first().click();
  await technician.locator('[data-cell="environment.temperature"]').waitFor();
  await technician.getByRole('button', { name: '选择标准器' }).click();
  await technician.getByLabel('M1 级砝码组').check();
  await technician.keyboard.press('Escape');
  assert.ok((await enterReadings(technician, fails)) > 30);
  await technician
    .getByText(fails ? '✗ 不合格' : '✓ 合格')
    .last()
    .waitFor();
  await technician.getByText('已保存').waitFor();
  await technician.keyboard.press('Control+Enter');
  await technician.getByText('待核验').first().waitFor();
  const record = technician.url();
  assert.equal(await technician.getByRole('button', { name: '核验通过' }).count(), 0, 'who tested does not check');
  await technician.context().close();

  const checker = await desk.as('checker');
  await checker.goto(record);
  await checker.getByRole('button', { name: '核验通过' }).click();
  await confirm(checker);
  await checker.getByText('待批准').first().waitFor();
  await checker.context().close();

  const approver = await desk.as('approver');
  await approver.goto(record);
  await approver.getByRole('link', { name: '逐项核查并批准' }).click();
  await approver.getByText('✓ 符合').nth(8).waitFor();
  await approver.getByRole('button', { name: fails ? '批准并出具检定结果通知书' : '批准并出具检定证书' }).click();
  await approver.getByRole('heading', { name: fails ? /^检定结果通知书/ : /^检定证书/ }).waitFor();
  const number = approver.url().split('/').pop() ?? '';
  await approver.getByText('本机按记录重新计算，结果一致').waitFor();
  await desk.look(approver, `thread-document-${fails ? 'fail' : 'pass'}`);
  const paper = await approver.getByRole('link', { name: '证书 PDF' }).first().getAttribute('href');
  const printed = await approver.request.get(`${desk.url}${paper}`);
  // A real city before its key ceremony: the document is issued, and its signed paper waits and says for what.
  assert.equal(((await printed.json()) as { code: string }).code, 'signing-key.none');
  await approver.context().close();
  return number;
}

async function lookUp(page: Page, number: string, check: string): Promise<void> {
  await page.goto('/check');
  const [first, second] = [page.locator('input[name=number]'), page.locator('input[name=check]')];
  await first.fill(number);
  await second.fill(check);
  await page.keyboard.press('Enter');
}

let passed = '';

test('a scale that passes: from the holder to the certificate that anybody looks up', async () => {
  passed = await verify(await requestVerification('T-2026-001'), false);
  const holder = await desk.as('holder', { width: 375 });
  await holder.goto(`/desk/certificates/${passed}`);
  await holder.getByRole('heading', { name: /^检定证书/ }).waitFor();
  const code =
    (await holder
      .locator('dt', { hasText: /^校验码$/ })
      .locator('xpath=following-sibling::dd')
      .textContent()) ?? '';
  await desk.look(holder, 'thread-document-phone');
  const anybody = await desk.anybody();
  await lookUp(anybody, passed.toLowerCase(), code);
  await anybody.getByText('有效', { exact: true }).waitFor();
  await anybody.getByText('2027-11-22').waitFor();
  await desk.look(anybody, 'check-found');
  await lookUp(anybody, passed, '');
  await anybody.getByText('本系统签发过该编号的证书').waitFor();
  await lookUp(anybody, passed, 'WRONGCOD');
  await anybody.getByText('校验码或出厂编号与该证书不符').waitFor();
  await desk.look(anybody, 'check-wrong');
  await lookUp(anybody, '320685A20269999990', code);
  await anybody.getByText('没有找到该编号的证书').waitFor();
});

test('a scale that fails: a notice of rejection, found on a phone by its serial number', async () => {
  const number = await verify(await requestVerification('T-2026-002'), true);
  assert.ok(number > passed, 'the numbers follow one another');
  const anybody = await desk.anybody({ language: 'en', width: 375 });
  await lookUp(anybody, number, 'T-2026-002');
  await anybody.getByText('Notice of rejection').waitFor();
  await anybody.getByText('Failed', { exact: true }).waitFor();
  assert.equal(await anybody.getByText('Valid to').count(), 0);
  await desk.look(anybody, 'check-notice-phone-en');
});

test('the demand served has moved by both, and opens down to its records', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/indicators/G3-5');
  await page
    .getByRole('heading', { name: /社会量值传递溯源需求/ })
    .first()
    .waitFor();
  await page.getByText('100').first().waitFor();
  await desk.look(page, 'thread-indicator');
});

test('a revoked certificate says so to anybody at once', async () => {
  const approver = await desk.as('approver');
  await approver.goto(`/desk/certificates/${passed}`);
  await approver.getByRole('button', { name: '作废' }).click();
  await approver.getByLabel('理由').fill('铭牌型号录入有误');
  await confirm(approver);
  await approver.getByText('作废理由').waitFor();
  await desk.look(approver, 'thread-revoked');
  await approver.goto('/desk/certificates?status=revoked');
  await approver.getByRole('link', { name: passed }).waitFor();
  await desk.look(approver, 'thread-documents');
  const anybody = await desk.anybody();
  await lookUp(anybody, passed, 'T-2026-001');
  await anybody.getByText('已作废').waitFor();
  await desk.look(anybody, 'check-revoked');
});
