import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { capabilityEndpoints } from '../../app/measure/capability/contract.ts';
import { indicatorEndpoints } from '../../app/steer/indicator/contract.ts';
import { waitForCount } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { enterRecord } from '../support/entry-records.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  const { city } = desk;
  for (let each = 0; each < 40; each += 1) {
    await enterRecord(city, {
      kind: 'commitment',
      subject: `测试门店${each + 1}`,
      from: `202${3 + (each % 3)}-0${(each % 9) + 1}-15`,
      region: ['320685', '320682', '320612'][each % 3] ?? '',
      opening: each % 4 === 0,
    });
  }
  await enterRecord(city, { kind: 'park', subject: '测试仪器仪表产业园', from: '2026-03-15', level: 'province' });
  await enterRecord(city, {
    kind: 'centre',
    subject: 'national-ship',
    from: null,
    level: 'national',
    payload: { centre: 'national-ship' },
    phases: [{ phase: 'approval', day: '2023-04-01', documentNumber: '测〔2023〕2号' }],
  });
  for (const [region, year, amount] of [
    ['320685', 2024, 400],
    ['320685', 2025, 900],
    ['320682', 2025, 1000],
  ] as const) {
    await city.as('planOffice').call(indicatorEndpoints.recordTarget, {
      params: { id: 'G4-1' },
      body: { region, year, amount, documentNumber: '测政办发〔2023〕9号', reason: '分解方案' },
    });
  }
});
after(() => desk.close());

test('the plan office reads the indicators, opens one down to its records and asks for a past day', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/indicators');
  await page.getByRole('link', { name: 'G4-1' }).waitFor();
  await waitForCount(page.locator('.indicator-table tbody tr'), 24);
  await desk.look(page, 'indicators');
  await page.getByRole('link', { name: 'G4-1' }).click();
  await page.getByRole('heading', { name: /G4-1/ }).waitFor();
  await page.getByText('测试门店1', { exact: true }).waitFor();
  await desk.look(page, 'indicator');
  await page.getByRole('button', { name: '走势数据表' }).click();
  await page.getByRole('cell', { name: '2023-03-31' }).waitFor();
  await page.goto('/desk/indicators?asOf=2024-06-30');
  await page.getByText('进度滞后').first().waitFor();
});

test('the pages of figures are whole in English and on a phone', async () => {
  const english = await desk.as('planOffice', { language: 'en' });
  const phone = await desk.as('planOffice', { width: 375 });
  for (const [path, name] of [
    ['/desk/indicators', 'indicators'],
    ['/desk/indicators/G2-2?asOf=2024-06-30', 'indicator-centre'],
    ['/desk/indicators/G3-2', 'indicator-cells'],
    ['/desk/indicators/G3-4', 'indicator-coverage'],
    ['/desk/targets', 'targets'],
    ['/desk/publications', 'publications'],
    ['/desk/snapshots', 'snapshots'],
    ['/desk/capability', 'capability'],
    ['/desk/capability/320682/B12', 'capability-cell'],
    ['/desk/capability/reports', 'capability-reports'],
  ] as const) {
    for (const [page, kind] of [
      [english, 'en'],
      [phone, 'phone'],
    ] as const) {
      await page.goto(path);
      await page.locator('main .sheet, main .grid, main .state').first().waitFor();
      while ((await page.locator('main .ant-skeleton').count()) > 0)
        await page.locator('main .ant-skeleton').first().waitFor({ state: 'detached' });
      await desk.look(page, `${name}-${kind}`);
    }
  }
});

test('a county reports a cell with its evidence, the plan office accepts it, and the matrix counts one more', async () => {
  const county = await desk.as('cityRegulator');
  await county.goto('/desk/capability/320682/B12');
  await county.getByRole('button', { name: '上报变化' }).click();
  const dialog = county.getByRole('dialog');
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog.getByLabel(label).click();
    await county.locator('.ant-select-item-option', { hasText: option }).click();
  };
  await choose('变为', '已授权');
  await dialog.getByLabel('自何日起').fill('2024-05-01');
  await dialog.getByLabel('自何日起').press('Enter');
  await choose('承担机构', '测试乙县计量检定测试所');
  await dialog.getByLabel('文号').fill('测市监计〔2024〕8号');
  await dialog.getByLabel('说明').fill('授权供电公司检定');
  await dialog.locator('input[type=file]').setInputFiles({ name: '授权.txt', mimeType: 'text/plain', buffer: Buffer.from('授权文件') });
  await dialog.getByText('授权.txt').waitFor();
  await desk.look(county, 'capability-report-dialog');
  await dialog.getByRole('button', { name: '提交' }).click();
  await dialog.waitFor({ state: 'detached' });

  const office = await desk.as('planOffice');
  await office.goto('/desk/capability/reports?status=reported');
  await office.getByRole('button', { name: '采纳' }).click();
  await office.getByRole('dialog').getByLabel('理由').fill('文件相符');
  await office.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await office.getByText('没有符合条件的记录').waitFor();
  const cell = await desk.city
    .as('planOffice')
    .call(capabilityEndpoints.readCell, { params: { region: '320682', item: 'B12' }, query: {} });
  assert.equal(cell.state, 'authorised');
  await office.goto('/desk/capability');
  await office.locator('.matrix').waitFor();
  await desk.look(office, 'capability');
  await office.goto('/desk/capability/320682/B12');
  await office.getByText('授权供电公司检定').waitFor();
  await desk.look(office, 'capability-cell');
});

test('the plan office freezes a day, recomputes it, and publishes it; then the public sees its figures', async () => {
  const page = await desk.as('planOffice');
  await page.goto('/desk/snapshots');
  await page.getByRole('button', { name: '冻结一份快照' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('2025 年终期评估');
  await dialog.getByLabel('数据截至').fill('2025-12-31');
  await dialog.getByLabel('数据截至').press('Enter');
  await dialog.getByLabel('理由').fill('留存终期数值');
  await dialog.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '2025 年终期评估' }).waitFor();
  await page.getByRole('button', { name: '重算比对' }).click();
  await page.getByText('重算结果与快照完全一致').waitFor();
  await desk.look(page, 'snapshot');
  await page.goto('/desk/publications');
  await page.getByRole('button', { name: '作出公开决定' }).click();
  const decision = page.getByRole('dialog');
  const choose = async (label: string, option: string): Promise<void> => {
    await decision.getByLabel(label).click();
    await page.locator('.ant-select-item-option', { hasText: option }).click();
  };
  await choose('对象', '指标数值与状态');
  await choose('方式', '按快照公开');
  await choose('按哪一份快照', '2025 年终期评估');
  await decision.getByLabel('理由').fill('信息公开审查通过');
  await decision.getByRole('button', { name: '提交' }).click();
  await page.getByRole('link', { name: '2025 年终期评估' }).first().waitFor();
  await desk.look(page, 'publications');
  const { items } = await desk.city.stranger().call(indicatorEndpoints.readPublicIndicators, {});
  assert.equal(items.find((item) => item.id === 'G4-1')?.value, 40);
});
