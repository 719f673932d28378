import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { procedureRun } from '@tongheng/procedures/command';
import { verificationEndpoints, type VerificationId } from '../../app/measure/verification/contract.ts';
import { shown } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { acceptedItem, adopt, checked, designate, equip, example, register, withoutKind } from '../support/thread.ts';

const { takeUpItem, saveDraft, readVerification, reserveRecordNumbers, listRecordNumbers } = verificationEndpoints;

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await equip(desk.city);
});
after(() => desk.close());

test('what became of each number is seen by year; the unused ones of a device are voided with a reason', async () => {
  const reserved = await desk.city.as('technician').call(reserveRecordNumbers, { body: { device: '平板一', count: 4 } });
  const { item } = await acceptedItem(desk.city, 'NO-1');
  await desk.city.as('technician').call(takeUpItem, { body: { item } });
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/record-numbers`);
  await page.getByText('合计相符').waitFor();
  await page.getByRole('link', { name: '4', exact: true }).click();
  await page.getByRole('link', { name: '平板一' }).first().click();
  await page.getByText('4 条').waitFor();
  await desk.look(page, 'record-numbers');
  await page.getByRole('button', { name: '作废“平板一”的全部未用编号' }).click();
  await page.getByText(`${reserved.numbers[0]} … ${reserved.numbers[3]}`).waitFor();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('至少').waitFor();
  await page.getByRole('textbox', { name: '理由' }).fill('平板归还，未使用');
  await desk.look(page, 'record-numbers-void');
  await page.getByRole('button', { name: '确定' }).click();
  await shown(page, '平板归还，未使用').waitFor();
  const { series } = await desk.city.as('technician').call(listRecordNumbers, { query: {} });
  assert.deepEqual(series, [{ year: 2026, last: 5, used: 1, reserved: 0, void: 4 }]);
  const phone = await desk.as('auditor', { width: 375, language: 'en' });
  await phone.goto(`${desk.url}/desk/record-numbers?fate=void`);
  await phone.getByText('平板归还，未使用').first().waitFor();
  assert.equal(await phone.getByRole('button', { name: /Void|Reserve/ }).count(), 0, 'who only reads voids and reserves nothing');
  await desk.look(phone, 'record-numbers-phone');
});

test('an in-use inspection is begun from the work page by serial number, and it issues no certificate', async () => {
  const { id } = await register(desk.city, 'holder', 'INSPECT-7');
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications`);
  await page.getByRole('button', { name: '使用中检查' }).click();
  await page.getByText('不出具检定证书').waitFor();
  await page.getByLabel('器具的出厂编号、名称或二维码').fill('nowhere');
  await page.keyboard.press('Enter');
  await page.getByText('没有“nowhere”').waitFor();
  await page.getByLabel('器具的出厂编号、名称或二维码').fill('INSPECT-7');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '开始检查 INSPECT-7' }).waitFor();
  await desk.look(page, 'inspection');
  const phone = await desk.as('technician', { width: 375, language: 'en' });
  await phone.goto(`${desk.url}/desk/verifications?inspection=${id}`);
  await phone.getByText('INSPECT-7').first().waitFor();
  await desk.look(phone, 'inspection-phone');
  await page.getByRole('button', { name: '开始检查 INSPECT-7' }).click();
  await page.getByText('使用中检查').first().waitFor();
  await page.locator('[data-cell="readings.zero.indication"]').waitFor();
  const record = await desk.city.as('technician').call(readVerification, { params: { id: page.url().split('/').pop() as VerificationId } });
  assert.deepEqual([record.kind, record.request, record.instrument.id], ['in-use', null, id]);
});

test('whoever downloads the raw record has the bytes of its digest and computes the same from its input', async () => {
  const { id, record } = await checked(desk.city, 'RAW-1');
  const page = await desk.as('auditor');
  await page.goto(`${desk.url}/desk/verifications/${id}`);
  await page.getByText('本机计算的摘要与服务器保存的一致').waitFor();
  await desk.look(page, 'raw-record');
  const take = async (button: string): Promise<Buffer> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFileSync(await (await waiting).path());
  };
  const whole = await take('下载原始记录');
  const shown = await page.locator('.raw-record .digest').first().innerText();
  assert.equal(createHash('sha256').update(whole).digest('hex'), shown);
  const said = JSON.parse(whole.toString('utf8')) as { edition: string; resultDigest: string };
  assert.equal(said.resultDigest, record.resultDigest);
  const input = JSON.parse((await take('下载 input 部分')).toString('utf8')) as CalculationInput;
  const command = await page.locator('.raw-record .digest').last().innerText();
  assert.ok(command.startsWith(`npx tongheng procedure run ${said.edition} `));
  assert.equal(procedureRun(said.edition, input).exitCode, 0);
  await page.route('**/api/**/raw-record*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as Record<string, unknown>;
    await route.fulfill({ json: { ...body, digest: '0'.repeat(64) } });
  });
  await page.reload();
  await page.getByText('请勿采用此文件').waitFor();
  const phone = await desk.as('checker', { width: 375, language: 'en' });
  await phone.goto(`${desk.url}/desk/verifications/${id}`);
  await phone.getByText('The digest computed here equals').waitFor();
  await desk.look(phone, 'raw-record-phone');
});

test('a day of the test under another edition is said on the bench; readings stay where the forms agree', async () => {
  const { item } = await acceptedItem(desk.city, 'EDITION-1');
  const { id, version } = await desk.city.as('technician').call(takeUpItem, { body: { item } });
  const { now } = desk.city.clock;
  desk.city.clock.now = new Date('2027-01-11T02:00:00Z');
  await desk.city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2027-01-11', ...withoutKind(example('pass-initial')) },
  });
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications/${id}`);
  await page.getByText('检定日期 2027-01-11 不在 JJG 539-2016 的适用期内').waitFor();
  await desk.look(page, 'edition-choice');
  const phone = await desk.as('technician', { width: 375, language: 'en' });
  await phone.goto(`${desk.url}/desk/verifications/${id}`);
  await phone.getByRole('button', { name: 'Record by JJG 1204-2025' }).click();
  await phone.getByText(/42 readings are written; 42 of them stand in both forms alike and stay/).waitFor();
  await desk.look(phone, 'edition-choice-phone');
  await page.getByRole('button', { name: '改用 JJG 1204-2025' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('[data-cell="readings.certificate.number"]').waitFor();
  assert.equal(await page.locator('[data-cell="readings.weighing.rows.1.added"]').inputValue(), '1.5');
  assert.equal(await page.getByText('规程版本与检定日期不符').count(), 0);
  const turned = await desk.city.as('technician').call(readVerification, { params: { id } });
  assert.equal(turned.edition, 'jjg-1204-2025');
  desk.city.clock.now = now;
});
