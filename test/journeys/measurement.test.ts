import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { readDemandServed } from '../../app/measure/request/service/outcome.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { acceptedItem, adopt, checked, designate, equip, example, register, submit } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await equip(desk.city);
});
after(() => desk.close());

const demand = () => readDemandServed({ db: desk.city.database.db }, '2026-11-23');

type Rows = { readonly rows: readonly Record<string, string>[] };
/** What a technician reads off the scale, in the order of the sheet; loads are there already. */
function keystrokes(name: string): string[] {
  const { environment, readings } = example(name);
  const pick = (group: string, ...columns: string[]): string[] =>
    (readings[group] as unknown as Rows).rows
      .slice(0, group === 'weighing' ? 5 : undefined)
      .flatMap((row) => columns.map((column) => row[column] ?? ''));
  const zero = readings['zero'] as Record<string, string>;
  return [
    environment['temperature'] ?? '',
    environment['humidity'] ?? '',
    ...Object.values(readings['appearance'] ?? {}).map(() => '1'),
    zero['indication'] ?? '',
    zero['added'] ?? '',
    ...pick('repeatability', 'indication', 'added'),
    ...pick('eccentricity', 'indication', 'added'),
    ...pick('weighing', 'indication', 'added'),
    ...pick('discrimination', 'before', 'after'),
  ];
}

test('a market registers a scale, the institute verifies it by keyboard alone, and the certificate is issued', async () => {
  const earlier = await demand();
  const market = await desk.as('holder');
  await market.goto(`${desk.url}/desk/instruments/registration`);
  await market.getByLabel('型号规格').fill('ACS-15');
  await market.getByLabel('出厂编号').fill('0012345');
  await market.getByLabel('制造单位').fill('测试衡器厂');
  await market.getByLabel('使用地点').fill('水产区 3 号摊');
  await market.getByLabel('准确度等级').click();
  await market.getByTitle('III', { exact: true }).click();
  for (const [label, value] of [
    ['最大秤量 Max', '15 kg'],
    ['最小秤量 Min', '100 g'],
    ['检定分度值 e', '5 g'],
    ['实际分度值 d', '5'],
    ['承载器支承点数 N', '4'],
  ] as const)
    await market.getByLabel(label).first().fill(value);
  await market.getByText('缺少单位').waitFor();
  await market.getByLabel('实际分度值 d').fill('5 g');
  await market.getByLabel('零点跟踪').click();
  await market.getByTitle('无', { exact: true }).click();
  await desk.look(market, 'instrument-registration');
  await market.getByRole('button', { name: '提交', exact: true }).click();
  await market.getByRole('link', { name: '申请强制检定' }).click();
  await market.getByText('测试甲县计量检定测试所').waitFor();
  await desk.look(market, 'request-submission');
  await market.getByRole('button', { name: '提交申请' }).click();
  await market.getByText('待受理').first().waitFor();
  const request = market.url();

  const manager = await desk.as('instituteManager');
  await manager.goto(request);
  await desk.look(manager, 'request-decision');
  await manager.getByRole('button', { name: '受理', exact: true }).click();
  await manager.getByText('已受理').first().waitFor();

  const technician = await desk.as('technician');
  await technician.goto(`${desk.url}/desk/verifications`);
  await technician.getByRole('button', { name: '领取' }).click();
  await technician.getByRole('heading', { name: '检定原始记录' }).waitFor();
  await technician.getByRole('button', { name: '选择标准器' }).click();
  await technician.getByLabel('M1 级砝码组').check();
  await technician.keyboard.press('Escape');
  await technician.getByLabel('温度').focus();
  for (const [index, typed] of keystrokes('pass-initial').entries()) {
    if (index > 0) await technician.keyboard.press('Enter');
    await technician.keyboard.type(typed);
  }
  await technician.locator('.conclusion', { hasText: '合格' }).waitFor();
  await technician.getByText('已保存').waitFor();
  await desk.look(technician, 'bench-complete');
  await technician.keyboard.press('Control+Enter');
  await technician.getByText('待核验').first().waitFor();
  const record = technician.url();

  const checker = await desk.as('checker');
  await checker.goto(record);
  await checker.getByText('本机重新计算，与提交的结果一致').waitFor();
  await desk.look(checker, 'record-check');
  await checker.getByRole('button', { name: '核验通过' }).click();
  await checker.getByRole('button', { name: '确定' }).click();
  await checker.getByText('待批准').first().waitFor();

  const approver = await desk.as('approver');
  await approver.goto(record);
  await approver.getByRole('link', { name: '逐项核查并批准' }).click();
  await approver.getByRole('button', { name: '批准并出具检定证书' }).waitFor();
  await desk.look(approver, 'record-approval');
  await approver.getByRole('button', { name: '批准并出具检定证书' }).click();
  await approver.getByRole('heading', { name: /检定证书 320685A2026/ }).waitFor();
  assert.deepEqual(await demand(), { numerator: earlier.numerator + 1, denominator: earlier.denominator + 1 });

  await market.goto(request);
  await market.getByText('已办结').first().waitFor();
});

test('a scale that fails shows where, and leads to a notice of rejection, in English and on a phone too', async () => {
  const { id } = await checked(desk.city, 'F-1', 'fail-above-2000e');
  const approver = await desk.as('approver', { language: 'en' });
  await approver.goto(`${desk.url}/desk/verifications/${id}/approval`);
  await approver.getByText('✗ Fail').first().waitFor();
  await desk.look(approver, 'record-approval-en');
  await approver.getByRole('button', { name: 'Approve and issue the notice of rejection' }).click();
  await approver.getByRole('heading', { name: /Notice of rejection 320685A2026/ }).waitFor();
  const phone = await desk.as('checker', { width: 375 });
  await phone.goto(`${desk.url}/desk/verifications/${id}`);
  await phone.getByText('✗ 不合格').first().waitFor();
  await desk.look(phone, 'record-phone');
});

test('the bench pastes a block, marks what is wrong, keeps what was not saved, and moves by arrows', async () => {
  const { item } = await acceptedItem(desk.city, 'B-1');
  const { id } = await desk.city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item } });
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications/${id}`);
  const cell = (path: string) => page.locator(`[data-cell="readings.${path}"]`);
  const value = (path: string) => cell(path).inputValue();

  await cell('zero.indication').focus();
  await page.keyboard.type('0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('2.0');
  await cell('weighing.rows.0.indication').focus();
  const pasted = '100\t2.0\n2500\t1.50\n7503\t1.0\n';
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text', ${JSON.stringify(pasted)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
  assert.deepEqual([await value('weighing.rows.1.indication'), await value('weighing.rows.1.added')], ['2500', '1.50']);
  await page.getByText('1 项有误').waitFor();
  assert.equal(await cell('weighing.rows.2.indication').getAttribute('aria-invalid'), 'true');
  await page
    .locator('tr', { has: cell('weighing.rows.1.added') })
    .getByText('✓ 合格')
    .waitFor();

  await cell('weighing.rows.1.added').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate('document.activeElement.dataset.cell'), 'readings.weighing.rows.2.added');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate('document.activeElement.dataset.cell'), 'readings.weighing.rows.0.added');
  await page.getByText('已保存').waitFor();

  await page.context().setOffline(true);
  await cell('weighing.rows.4.added').focus();
  await page.keyboard.type('4.50');
  await page.getByText('未保存，已留在本机').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await page.getByText('已恢复本机保留的未保存内容').waitFor();
  assert.equal(await value('weighing.rows.4.added'), '4.50');
  await page.getByText('已保存').waitFor();
  const kept = await desk.city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  assert.equal((kept.readings['weighing'] as unknown as Rows).rows[4]?.['added'], '4.50');
});

test('where nobody is designated the page says whose duty it is; a manager refers a request on', async () => {
  const far = await desk.as('farHolder');
  const strange = await register(desk.city, 'farHolder', 'N-1');
  await far.goto(`${desk.url}/desk/requests/submission?instrument=${strange.id}`);
  await far.getByText('尚未指定检定机构').waitFor();
  await desk.look(far, 'request-nobody-designated');

  const instrument = await register(desk.city, 'holder', 'R-1');
  const request = await submit(desk.city, 'holder', [instrument.id]);
  await designate(desk.city, 'cityRegulator', '320600', 'farInstituteManager');
  const manager = await desk.as('instituteManager');
  await manager.goto(`${desk.url}/desk/requests/${request.id}`);
  await manager.getByRole('button', { name: '转送' }).click();
  await manager.getByLabel('理由').fill('本所砝码正在送检');
  await manager.getByRole('button', { name: '确定' }).click();
  await manager.getByText('已转送，待受理').first().waitFor();
  const { status } = await desk.city.as('farInstituteManager').call(requestEndpoints.readRequest, { params: { id: request.id } });
  assert.equal(status, 'referred');
});
