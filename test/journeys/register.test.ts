import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { entryEndpoints } from '../../app/register/entry/contract.ts';
import { kindOf, type EntryKind } from '../../app/register/entry/rules/kinds.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { PersonName } from '../support/story.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

async function submit(who: PersonName, kind: EntryKind, more: object = {}): Promise<string> {
  const file = await desk.city.as(who).upload('批准文件.txt', Buffer.from(`批准文件 ${kind} ${who}`));
  const content = { ...structuredClone(kindOf(kind).sample), region: '320685', ...more } as never;
  return (await desk.city.as(who).call(entryEndpoints.submitEntry, { body: { kind, content, files: [file.id as never] } })).id;
}
const review = (id: string) => desk.city.as('countyRegulator').call(entryEndpoints.reviewEntry, { params: { id: id as never }, body: {} });
const accept = (id: string) => desk.city.as('planOffice').call(entryEndpoints.acceptEntry, { params: { id: id as never }, body: {} });

test('a market enters its commitment, two others review and accept it, and the market withdraws it', async () => {
  const market = await desk.as('holder');
  await market.goto(`${desk.url}/desk/entries/new/commitment`);
  await market.getByRole('button', { name: '提交', exact: true }).click();
  await market.getByText('处需要修改').waitFor();
  await market.getByLabel('承诺书编号').fill('诺2026-1');
  await market.getByLabel('公示平台').fill('测试甲县市场监督管理局网站');
  await market.getByLabel('签署日期').fill('2026-11-20');
  await market.keyboard.press('Enter');
  await market.getByLabel('统一社会信用代码').fill('91329999MA0000001H');
  await market.getByLabel('承诺范围').fill('不使用不合格计量器具');
  await market.getByLabel('行业').click();
  await market.getByTitle('集贸市场').click();
  await market.locator('input[type=file]').setInputFiles({ name: '承诺书.txt', mimeType: 'text/plain', buffer: Buffer.from('承诺书') });
  await market.getByRole('link', { name: '承诺书.txt' }).waitFor();
  await desk.look(market, 'entry-form');
  await market.getByRole('button', { name: '提交', exact: true }).click();
  await market.getByRole('heading', { name: '测试甲县惠民菜市场' }).waitFor();
  const address = market.url();

  const county = await desk.as('countyRegulator');
  await county.goto(address);
  await county.getByRole('button', { name: '审核通过' }).click();
  await county.getByRole('button', { name: '确定' }).click();
  await county.getByRole('heading', { name: '第 2 版 · 已审核' }).waitFor();
  const office = await desk.as('planOffice');
  await office.goto(address);
  await office.getByRole('button', { name: '采信', exact: true }).click();
  await office.getByRole('button', { name: '确定' }).click();
  await office.getByText('自 2026-11-20 起').waitFor();
  await desk.look(office, 'entry-accepted');

  const anybody = await desk.anybody();
  await anybody.goto(`${desk.url}/commitments`);
  await anybody.getByLabel('单位名称').fill('惠民');
  await anybody.getByRole('button', { name: '查询' }).click();
  await anybody.getByRole('cell', { name: '测试甲县惠民菜市场' }).waitFor();
  await desk.look(anybody, 'public-commitments');

  const phone = await desk.anybody({ language: 'en', width: 375 });
  await phone.goto(`${desk.url}/commitments`);
  await phone.getByRole('cell', { name: '测试甲县惠民菜市场' }).waitFor();
  await desk.look(phone, 'public-commitments-phone-en');

  await market.reload();
  await market.getByRole('button', { name: '撤销' }).click();
  await market.getByLabel('自何日起不再计入').fill('2026-11-23');
  await market.keyboard.press('Enter');
  await market.getByLabel('撤销理由').fill('市场停业改造');
  await desk.look(market, 'entry-withdrawal');
  await market.getByRole('button', { name: '提交', exact: true }).click();
  await market.getByText('2026-11-20 至 2026-11-22').waitFor();
});

test('a duplicate talent shows the other record, and a correction shows the old value beside the new', async () => {
  const first = await submit('instituteManager', 'talent', { title: '顾勤' });
  await review(first);
  await accept(first);
  const second = await submit('instituteManager', 'talent', { title: '顾勤', documentNumber: '人才〔2025〕9号' });
  await review(second);
  const office = await desk.as('planOffice', { language: 'en' });
  await office.goto(`${desk.url}/desk/entries/${second}`);
  await office.getByText('A duplicate: both cannot be accepted').waitFor();
  await desk.look(office, 'entry-duplicate-en');
  await office.getByRole('button', { name: 'Accept', exact: true }).click();
  await office.getByRole('button', { name: 'Confirm' }).click();
  await office.getByText('The same thing is registered already and cannot count twice').waitFor();

  const manager = await desk.as('instituteManager');
  await manager.goto(`${desk.url}/desk/entries/${first}`);
  await manager.getByRole('link', { name: '更正' }).click();
  await manager.getByLabel('专业方向').fill('力学计量');
  await manager.getByLabel('更正理由').fill('专业方向录入错误');
  await manager.getByLabel('依据文号').fill('更正1号');
  await manager.locator('input[type=file]').setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('说明') });
  await manager.getByRole('link', { name: '说明.txt' }).waitFor();
  await manager.getByRole('button', { name: '提交', exact: true }).click();
  await manager.getByText('待审定的变更').waitFor();
  const chinese = await desk.as('planOfficeSecond');
  await chinese.goto(`${desk.url}/desk/entries/${first}`);
  await chinese.getByRole('button', { name: '批准', exact: true }).click();
  await chinese.getByLabel('理由').fill('与入选文件一致');
  await chinese.getByRole('button', { name: '确定' }).click();
  await chinese.getByRole('heading', { name: '第 4 版' }).waitFor();
  assert.equal(await chinese.locator('del').first().innerText(), '几何量计量');
  await desk.look(chinese, 'entry-corrected');
});

test('a centre shows its stages; the list reads well in both languages and on a phone', async () => {
  const centre = await submit('cityRegulator', 'centre');
  await review(centre);
  await accept(centre);
  const city = await desk.as('cityRegulator');
  await city.goto(`${desk.url}/desk/entries/${centre}`);
  await city.getByText('批准筹建', { exact: true }).first().waitFor();
  await desk.look(city, 'entry-centre');
  await city.getByRole('button', { name: '阶段申报' }).click();
  await city.getByRole('heading', { name: '阶段申报' }).waitFor();
  await desk.look(city, 'entry-phase');
  const narrowed = await desk.as('planOffice');
  const known = encodeURIComponent(desk.city.clock.now.toISOString());
  await narrowed.goto(`${desk.url}/desk/entries?kind=talent&level=city,province&facet=jianghai&asOf=2025-12-31&knownAt=${known}`);
  await narrowed.getByText('当时掌握的记录').waitFor();
  await narrowed.getByText('共 1 条').waitFor();
  await desk.look(narrowed, 'entries-narrowed');
  for (const [language, width, name] of [
    ['zh', 1366, 'entries'],
    ['en', 1366, 'entries-en'],
    ['zh', 375, 'entries-phone'],
    ['en', 375, 'entries-phone-en'],
  ] as const) {
    const page = await desk.as('planOffice', { language, width });
    await page.goto(`${desk.url}/desk/entries?kind=talent`);
    await page.locator('tbody tr').first().waitFor();
    await desk.look(page, name);
    await page.goto(`${desk.url}/desk/entries/${centre}`);
    await page.locator('.stages').waitFor();
    await desk.look(page, `${name}-page`);
  }
});

test('the plan office imports a signed list and sees which rows were not taken and why', async () => {
  const { bytes } = await desk.city.as('planOffice').call(entryEndpoints.downloadStockTemplate, { query: { kind: 'team' } });
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer as ArrayBuffer);
  const sheet = book.getWorksheet('名单');
  assert.ok(sheet);
  const example = (sheet.getRow(3).values as string[]).slice(1);
  [4, 5].forEach((row) => example.forEach((value, column) => void (sheet.getCell(row, column + 1).value = column === 0 ? '' : value)));
  sheet.getCell(5, 4).value = '海安';
  const filled = Buffer.from(await book.xlsx.writeBuffer());

  const page = await desk.as('planOffice');
  await page.goto(`${desk.url}/desk/entry-stocks/import?kind=team`);
  await page.getByLabel('名单名称').fill('创新团队存量名单');
  await page.getByLabel('名单文号').fill('通市监计〔2023〕存2号');
  await page.getByLabel('签章单位').fill('测试市计量处');
  await page.getByLabel('名单截至日期').fill('2023-08-31');
  await page.keyboard.press('Enter');
  const inputs = page.locator('input[type=file]');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await inputs.nth(0).setInputFiles({ name: '名单.xlsx', mimeType: type, buffer: filled });
  await page.getByRole('link', { name: '名单.xlsx' }).waitFor();
  await inputs.last().setInputFiles({ name: '盖章名单.txt', mimeType: 'text/plain', buffer: Buffer.from('盖章') });
  await page.getByRole('link', { name: '盖章名单.txt' }).waitFor();
  await desk.look(page, 'stock-import');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '创新团队存量名单' }).waitFor();
  await desk.look(page, 'stock-result');
  const second = await desk.as('planOfficeSecond', { language: 'en', width: 375 });
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Accept the list' }).waitFor();
  await desk.look(second, 'stock-review-phone-en');
  await second.goto(`${desk.url}/desk/entry-stocks`);
  await second.locator('tbody tr').first().waitFor();
  await desk.look(second, 'stocks-phone-en');
});
