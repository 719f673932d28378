import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { instrumentEndpoints } from '../../app/register/instrument/contract.ts';
import { recordDivisions } from '../../app/register/division/service.ts';
import { placeEndpoints } from '../../app/register/place/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, issued, scale } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  const { city } = desk;
  await recordDivisions(
    { db: city.database.db, now: city.clock.now.toISOString() },
    [
      { code: '320685100', name: '测试甲镇', region: '320685' },
      { code: '320685101', name: '测试乙镇', region: '320685' },
    ],
    '测试虚构',
  );
  const register = (serial: string, township: string) =>
    city.as('holder').call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial, township: township as never } });
  await register('JIA-1', '320685100');
  await register('JIA-2', '320685100');
  await register('YI-1', '320685101');
  for (const name of ['测试甲镇惠民菜市场', '测试甲镇早市'])
    await city.as('countyRegulator').call(placeEndpoints.recordPlace, {
      body: { kind: 'market', name, region: '320685', township: '320685100', address: `${name} 1 号`, compared: true } as never,
    });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await issued(city, 'FEE-1');
});
after(() => desk.close());

test('the authority of a county reads its coverage by township, and each figure opens its instruments', async () => {
  const page = await desk.as('countyRegulator');
  await page.goto(`${desk.url}/desk`);
  const without = page.locator('.work-block', { has: page.getByRole('heading', { name: '无器具记录的场所' }) });
  await without.getByRole('link', { name: '测试甲镇早市' }).waitFor();

  await page.goto(`${desk.url}/desk/coverage`);
  const township = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await township('测试甲镇').first().waitFor();
  const cells = async (name: string) => (await township(name).first().getByRole('cell').allInnerTexts()).map((text) => text.trim());
  // To be verified, valid, due, overdue, failed, repaired, never verified, rate.
  assert.deepEqual(await cells('测试甲镇'), ['测试甲镇', '2', '0', '0', '0', '0', '0', '2', '0.0%']);
  assert.deepEqual(await cells('未注明乡镇'), ['未注明乡镇', '1', '1', '0', '0', '0', '0', '0', '100.0%']);
  assert.deepEqual(await cells('合计'), ['合计', '4', '1', '0', '0', '0', '0', '3', '25.0%']);
  await desk.look(page, 'ledger-county-coverage');

  await township('测试乙镇').first().getByRole('link', { name: '1', exact: true }).last().click();
  await page.waitForURL(/coverage\/instruments\?column=neverVerified&region=320685&township=320685101/);
  await page.getByText('YI-1', { exact: true }).waitFor();
  assert.equal(await page.getByText('JIA-1', { exact: true }).count(), 0);

  await page.goto(`${desk.url}/desk/coverage?by=township-kind&kind=price-computing-scale`);
  await township('测试甲镇').first().getByText('电子计价秤').waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).click()]);
  assert.match(saved.suggestedFilename(), /\.xlsx$/);
});

test('on a phone: what was never verified, which places have no record, and that unknown fees are not called zero', async () => {
  const phone = await desk.as('countyRegulator', { width: 375 });
  await phone.goto(`${desk.url}/desk/coverage`);
  await phone.getByText('测试甲镇').first().waitFor();
  await desk.look(phone, 'ledger-county-coverage-375');
  await phone.getByRole('link', { name: '从未检定的器具' }).click();
  await phone.getByText('JIA-1', { exact: true }).waitFor();
  await phone.getByText('共 3 条').waitFor();
  await desk.look(phone, 'ledger-county-never-375');
  await phone.getByRole('link', { name: '检定覆盖' }).first().click();
  await phone.getByRole('link', { name: '无器具记录的场所' }).first().click();
  await phone.getByText('测试甲镇早市').first().waitFor();
  await desk.look(phone, 'ledger-county-without-375');

  await phone.goto(`${desk.url}/desk/fees`);
  await phone.getByText('未录入收费标准，无法计算免收金额').waitFor();
  await phone.getByText('测试甲县计量检定测试所').first().waitFor();
  await phone.getByText('没有收费标准的不计入金额，也不等于零').waitFor();
  await desk.look(phone, 'ledger-county-fees-375');
});

test('the same page in English', async () => {
  const page = await desk.as('countyRegulator', { language: 'en', width: 375 });
  await page.goto(`${desk.url}/desk/coverage/instruments?column=neverVerified&region=320685&township=320685100`);
  await page.getByRole('heading', { name: 'Never verified instruments' }).waitFor();
  await page.getByText('JIA-2', { exact: true }).waitFor();
  assert.equal(await page.getByText('YI-1', { exact: true }).count(), 0);
  await desk.look(page, 'ledger-county-never-en-375');
});
