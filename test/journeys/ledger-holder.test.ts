import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { addDays } from '../../app/kernel/day.ts';
import { instrumentEndpoints, type InstrumentId } from '../../app/register/instrument/contract.ts';
import { designationEndpoints } from '../../app/register/designation/contract.ts';
import type { PageOptions } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { organizations } from '../support/story.ts';
import { designate, scale } from '../support/thread.ts';

const today = '2026-11-23';
const platform = { ...scale, kind: 'digital-indicating-scale', name: '电子台秤', model: 'TCS-150', maker: '甲衡器厂' } as const;

let desk: Desk;
/** An instrument of the holder whose outside certificate is valid for so many days more. */
async function reported(body: object, serial: string, daysLeft: number): Promise<InstrumentId> {
  const holder = desk.city.as('holder');
  const { id } = await holder.call(instrumentEndpoints.registerInstrument, { body: { ...body, serial } as never });
  const { id: file } = await holder.upload('证书.pdf', Buffer.from(`%PDF-1.4 ${serial}`));
  await holder.call(instrumentEndpoints.reportResult, {
    params: { id },
    body: {
      number: `外 ${serial}`,
      verifiedOn: '2025-11-01',
      validUntil: addDays(today, daysLeft),
      institute: '测试外地检定机构',
      file: file as never,
    },
  });
  return id;
}

before(async () => {
  desk = await openDesk();
  const { city } = desk;
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await city.as('countyRegulator').call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: 'digital-indicating-scale',
      instituteId: city.ids.instituteManager.organization as never,
      documentNumber: '测市监〔2026〕1号',
      validFrom: '2026-01-01',
    },
  });
  await reported(scale, 'CQ-0003', -3);
  await reported(scale, 'DQ-0005', 5);
  await reported(scale, 'DQ-0012', 12);
  await reported(platform, 'TC-0025', 25);
  await reported(platform, 'TC-0200', 200);
});
after(() => desk.close());

/** A page whose clock is the city's: forms propose today. */
async function opened(person: 'holder' | 'farHolder', options: PageOptions = {}): Promise<Page> {
  const page = await desk.as(person, options);
  await page.clock.setFixedTime(desk.city.clock.now);
  return page;
}

const block = (page: Page, title: string) => page.locator('.work-block', { has: page.getByRole('heading', { name: title, exact: true }) });

test('the first page of a holder says what is due by window, and a whole batch is requested in three steps', async () => {
  const page = await opened('holder');
  await page.goto(`${desk.url}/desk`);
  await block(page, '器具：已过有效期').getByText('CQ-0003').waitFor();
  await block(page, '器具：7 日内到期').getByText('DQ-0005').waitFor();
  await block(page, '器具：15 日内到期').getByText('DQ-0012').waitFor();
  await block(page, '器具：30 日内到期').getByText('TC-0025').waitFor();
  await desk.look(page, 'ledger-holder-first');

  await page.getByRole('heading', { name: '器具：30 日内到期' }).getByRole('link').click();
  await page.waitForURL(/instruments\?standing=due-30/);
  await page.getByText('TC-0025', { exact: true }).waitFor();
  await page.getByRole('link', { name: '申请强制检定' }).click();
  await page.getByRole('heading', { name: '将提交 1 份申请，共 1 台（件）' }).waitFor();

  // First what falls due, split by kind already; second one is left out; third all requests at once.
  await page.goto(`${desk.url}/desk/requests/submission`);
  await page.getByRole('heading', { name: '将提交 2 份申请，共 4 台（件）' }).waitFor();
  assert.equal(await page.getByText('TC-0200').count(), 0, 'what is due in half a year is not proposed');
  await page.getByLabel(/DQ-0012/).uncheck();
  await page.getByRole('heading', { name: '将提交 2 份申请，共 3 台（件）' }).waitFor();
  await desk.look(page, 'ledger-holder-submission');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/desk\/requests\?batch=/);
  await page.getByRole('link', { name: '电子计价秤 × 2' }).waitFor();
  await page.getByRole('link', { name: '其他数字指示秤 × 1' }).click();

  await page.getByRole('heading', { name: '其他数字指示秤 × 1' }).waitFor();
  await page.getByText('以测市监〔2026〕1号指定测试甲县计量检定测试所').waitFor();
  const line = page.getByRole('list', { name: '办理进度' }).first();
  await line.waitFor();
  assert.match(await line.innerText(), /受理/);
  await desk.look(page, 'ledger-holder-request');

  await page.goto(`${desk.url}/desk/requests/submission`);
  await page.getByText('以下 3 台（件）不能申请').waitFor();
  await page.getByRole('heading', { name: '将提交 1 份申请，共 1 台（件）' }).waitFor();

  await desk.look(page, 'ledger-holder-left-out');

  // Rows that are chosen in the ledger go the same way.
  await page.goto(`${desk.url}/desk/instruments?q=ACS`);
  await page.getByText('共 3 条').waitFor();
  await page.getByLabel('选择本页全部').check();
  await page.locator('.batch-bar').getByRole('link', { name: '申请强制检定' }).click();
  await page.getByText('以下 2 台（件）不能申请').waitFor();
  await page.getByRole('heading', { name: '将提交 1 份申请，共 1 台（件）' }).waitFor();
});

test('the ledger is found by a piece of a name or serial, its conditions are a link, and its export is a workbook', async () => {
  const page = await opened('holder');
  await page.goto(`${desk.url}/desk/instruments`);
  const q = page.getByLabel('名称、型号、编号、单位或编码');
  const find = async (words: string, count: number): Promise<void> => {
    await q.fill(words);
    await page.keyboard.press('Enter');
    await page.getByText(`共 ${count} 条`).waitFor();
  };
  await find('台秤', 2);
  assert.match(decodeURIComponent(page.url()), /q=台秤/);
  await find('计价', 3);
  await find('0012', 1);
  await page.getByText('DQ-0012', { exact: true }).waitFor();

  await page.goto(`${desk.url}/desk/instruments?standing=overdue&kind=price-computing-scale`);
  await page.getByText('CQ-0003', { exact: true }).waitFor();
  await page.getByText('共 1 条').waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel', exact: true }).click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await readFile(await saved.path())).buffer as ArrayBuffer);
  const written = JSON.stringify(book.worksheets[0]?.getSheetValues());
  assert.match(written, /CQ-0003/);
  assert.doesNotMatch(written, /DQ-0012/, 'the file holds what the conditions find');
  await page.goto(`${desk.url}/desk/instruments`);
  await page.getByText('共 5 条').waitFor();
  await desk.look(page, 'ledger-holder-list');
});

test('an instrument is handed over: offered with the credit code, accepted by the other side with its place', async () => {
  const { items } = await desk.city.as('holder').call(instrumentEndpoints.listInstruments, { query: { q: 'TC-0200' } });
  const id = items[0]?.id as string;
  const giver = await opened('holder', { width: 375 });
  await giver.goto(`${desk.url}/desk/instruments/${id}`);
  await giver.getByRole('button', { name: '移交' }).click();
  await giver.getByLabel('接收单位的统一社会信用代码').fill(organizations.farMarket.creditCode);
  await giver.getByText('测试乙县供销超市').waitFor();
  await giver.getByLabel('理由').fill('转让给乙县门店');
  await giver.getByRole('button', { name: '提出移交' }).click();
  await giver.getByText('已移交给 测试乙县供销超市，等待接收').waitFor();
  await desk.look(giver, 'ledger-holder-offer-375');

  const receiver = await opened('farHolder', { width: 375 });
  await receiver.goto(`${desk.url}/desk/instruments`);
  await receiver.getByRole('link', { name: '有 1 项移交等待本单位接收' }).click();
  await receiver.getByRole('link', { name: /TC-0200/ }).click();
  await receiver.getByRole('button', { name: '接收', exact: true }).click();
  await receiver.getByLabel('使用地点').fill('收银区 1 号台');
  await desk.look(receiver, 'ledger-holder-acceptance-375');
  await receiver.locator('form').getByRole('button', { name: '接收' }).click();
  await receiver.getByText('已接收').first().waitFor();
  await receiver.getByRole('link', { name: '打开器具' }).click();
  await receiver.getByText('收银区 1 号台').first().waitFor();
  await giver.goto(`${desk.url}/desk/instruments?q=TC-0200`);
  await giver.getByText('共 0 条').waitFor();
});

const headings = [
  '器具名称',
  '型号规格',
  '出厂编号',
  '生产厂家',
  '安装地点',
  '测量范围',
  '上次检定日期',
  '有效期至',
  '证书编号',
  '检定机构',
];
async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  for (const row of [headings, ...rows]) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('a ledger in Excel: what differs is shown before anything is written, refused rows come back, the rest is applied', async () => {
  const page = await opened('holder');
  await page.goto(`${desk.url}/desk/instruments`);
  await page.getByRole('link', { name: '导入台账' }).click();
  await page.getByRole('link', { name: '上传台账' }).first().click();
  await page.locator('input[type=file]').setInputFiles({
    name: '惠民菜市场台账.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await workbook([
      ['电子计价秤', 'ACS-30', 'IMP-0001', '甲衡器厂', '一楼 1 号', '0～30 kg', '2026.3.5', '2027年3月4日', '证-1', '甲所'],
      ['电子计价秤', 'ACS-15', 'DQ-0012', '测试衡器厂', '水产区 3 号摊'],
      ['电子计价秤', 'ACS-30', '', '甲衡器厂', '一楼 3 号'],
    ]),
  });
  await page.getByRole('button', { name: '上传并比对' }).click();
  await page.waitForURL(/ledger-imports\/[0-9a-f-]{36}/);
  await desk.city.finishJobs();
  await page.getByRole('button', { name: '导入全部新增和变更（2 行）' }).waitFor();
  await page.getByText('水产区 3 号摊').first().waitFor();
  await page.getByText('蔬菜区 12 号摊').first().waitFor();
  await desk.look(page, 'ledger-holder-import');

  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载不能导入的行' }).click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await readFile(await saved.path())).buffer as ArrayBuffer);
  const back = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
  assert.match(back, /一楼 3 号/);
  assert.match(back, /备注/);
  assert.doesNotMatch(back, /IMP-0001/);

  await page.getByRole('button', { name: '导入全部新增和变更（2 行）' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('已开始写入').waitFor();
  await desk.city.finishJobs();
  await page.getByText('已写入 2 行').waitFor();
  await page.goto(`${desk.url}/desk/instruments?q=IMP-0001`);
  await page.getByText('一楼 1 号').first().waitFor();
  const { items } = await desk.city.as('holder').call(instrumentEndpoints.listInstruments, { query: { q: 'DQ-0012' } });
  assert.equal(items[0]?.place, '水产区 3 号摊');

  const phone = await opened('holder', { width: 375 });
  await phone.goto(`${desk.url}/desk/ledger-imports`);
  await phone.getByRole('link', { name: '惠民菜市场台账.xlsx' }).click();
  await phone.getByText('写入完成').waitFor();
  await desk.look(phone, 'ledger-holder-import-375');
});
