import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk, type Desk } from '../support/desk.ts';
import { equip } from '../support/thread.ts';
import { qualificationEndpoints } from '../../app/measure/qualification/contract.ts';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await equip(desk.city);
});
after(() => desk.close());

const pick = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: false }).first().click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};
const fill = (page: Page, label: string, text: string) => page.getByLabel(label).first().fill(text);
const day = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByLabel(label).first().fill(text);
  await page.keyboard.press('Tab');
};

test('the technical manager registers a standard with its certificate and suspends it; what is missing is said at its field', async () => {
  const page = await desk.as('technicalManager');
  await page.goto(`${desk.url}/desk/standards/registration`);
  await fill(page, '编号', 'YL-01');
  await fill(page, '名称', '数字压力计');
  await fill(page, '型号规格', 'ConST273');
  await fill(page, '出厂编号', '300712');
  await fill(page, '测量范围', '（0～1）MPa');
  await pick(page, '用于', 'JJG 52');
  await page.keyboard.press('Escape');
  await day(page, '自何日起在用', '2025-06-01');
  await pick(page, '证书种类', '校准证书');
  await fill(page, '证书编号', '校 2026-071');
  await fill(page, '溯源机构', '测试省计量科学研究院');
  await day(page, '检定或校准日期', '2026-05-10');
  await day(page, '有效期至', '2026-12-09');
  await pick(page, '准确度的表示', '扩展不确定度');
  await fill(page, '最大允许误差或扩展不确定度', '0.050');
  await fill(page, '单位', 'kPa');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('应为大于零的十进制数').waitFor();
  await desk.look(page, 'standard-registration');
  await fill(page, '包含因子', '2');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '数字压力计 YL-01' }).waitFor();
  await desk.look(page, 'standard');
  await page.getByRole('button', { name: '暂停' }).click();
  await day(page, '自何日起', '2026-11-20');
  await fill(page, '理由', '期间核查结果存疑');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '恢复使用' }).waitFor();
  await page.goto(`${desk.url}/desk/standards`);
  await page.getByText('即将到期').waitFor();
  await desk.look(page, 'standards');
  const { items } = await desk.city.as('technician').call(standardEndpoints.listStandards, { query: { state: 'suspended' } });
  assert.deepEqual(
    items.map(({ number, certificate }) => [number, certificate.value]),
    [['YL-01', '0.050']],
  );
});

test('the manager registers who may test, and on a phone it is plain what has lapsed', async () => {
  const page = await desk.as('instituteManager');
  await page.goto(`${desk.url}/desk/qualifications/registration`);
  await pick(page, '人员', '冯一');
  await pick(page, '可办', '检定');
  await page.keyboard.press('Escape');
  await pick(page, '规程', 'JJG 52');
  await page.keyboard.press('Escape');
  await fill(page, '文件编号', '测计资〔2024〕3号');
  await day(page, '自何日起', '2024-01-01');
  await day(page, '有效期至', '2025-12-31');
  await desk.look(page, 'qualification-registration');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已过期，不能据此检定、核验或签字').waitFor();
  await desk.look(page, 'qualification');
  const phone = await desk.as('technician', { width: 375 });
  await phone.goto(`${desk.url}/desk/qualifications?state=lapsed`);
  await phone.getByRole('link', { name: '冯一' }).waitFor();
  await desk.look(phone, 'qualifications-phone');
  await phone.goto(`${desk.url}/desk/qualifications/abilities`);
  await phone.getByText('全部规程').first().waitFor();
  await desk.look(phone, 'abilities-phone');
  const { total } = await desk.city.as('technician').call(qualificationEndpoints.listQualifications, { query: { state: 'lapsed' } });
  assert.equal(total, 1);
});
