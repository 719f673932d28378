import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, issued } from '../support/thread.ts';

describe('a failed standard from finding to notices', () => {
  let desk: Desk;
  let standard: string;
  before(async () => {
    desk = await openDesk();
    await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
    await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
    await issued(desk.city, 'JOURNEY');
    const { items } = await desk.city.as('technicalManager').call(standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
    standard = items[0]?.id ?? '';
  });
  after(() => desk?.close());

  test('weights are reported, their certificate is evaluated, another person decides, and the notice is drafted', async () => {
    const finder = await desk.as('technicalManager');
    await finder.goto(`/desk/standards/${standard}/finding`);
    await finder.getByText(/上次合格校准：/).waitFor();
    await finder.getByLabel('证书或记录编号').fill('HC-2026-11');
    await finder.getByLabel('发现日期').fill('2026-11-23');
    await finder.getByLabel('点的单位').fill('g');
    await finder.getByLabel('误差的单位').fill('g');
    await finder.getByLabel('量程上的点 1').fill('0');
    await finder.getByLabel('误差 1', { exact: true }).fill('0');
    await finder.getByRole('button', { name: '增加一点' }).click();
    await finder.getByLabel('量程上的点 2').fill('20000');
    await finder.getByLabel('误差 2', { exact: true }).fill('8.0');
    await finder.getByLabel('U（k=2，可空） 2').fill('0.1');
    await finder.getByLabel('允许误差（可空） 2').fill('0.3');
    await finder.getByLabel('经过').fill('期间核查发现 20 kg 砝码超差');
    await desk.look(finder, 'failed-standard-form');
    await finder.getByRole('button', { name: '提交', exact: true }).click();
    await finder.getByRole('heading', { level: 1, name: /超差〔2026〕1号/ }).waitFor();
    await finder.getByRole('button', { name: '评估影响' }).click();
    await finder
      .getByText(/正在清点证书|已评估/)
      .first()
      .waitFor();
    await desk.city.finishJobs();
    await finder.reload();
    await finder.getByText('最不利项与限值之比').first().waitFor();
    await finder.getByText('能力矩阵中以其为依据的能力格').waitFor();
    await finder.getByText('停用该标准器不使任何能力格失去有效').waitFor();
    await desk.look(finder, 'failed-standard-case');
    const address = new URL(finder.url()).pathname;

    const decider = await desk.as('instituteManager');
    await decider.goto(`${address}/certificates?triage=reverify`);
    await decider
      .getByRole('link', { name: /^[0-9A-Z]{12,}$/ })
      .first()
      .waitFor();
    await desk.look(decider, 'failed-standard-certificates');
    await decider.getByRole('button', { name: '对筛选出的全部作出决定' }).click();
    await decider.getByRole('dialog').getByRole('textbox').fill('20 kg 砝码超差，复检');
    await decider
      .getByRole('dialog')
      .getByRole('button', { name: /确认|确定/ })
      .click();
    await decider.getByRole('dialog').waitFor({ state: 'detached' });
    await decider
      .getByRole('link', { name: /^[0-9A-Z]{12,}$/ })
      .first()
      .click();
    await decider.getByText('误差传递路径').waitFor();
    await desk.look(decider, 'failed-standard-certificate');

    await finder.reload();
    await finder.getByRole('button', { name: '拟稿通知' }).click();
    await finder.getByText('复检通知').first().waitFor();
    const [download] = await Promise.all([finder.waitForEvent('download'), finder.getByRole('button', { name: 'PDF' }).first().click()]);
    assert.match(download.suggestedFilename(), /复检通知\.pdf$/);
    const [reading] = await Promise.all([
      finder.waitForEvent('download'),
      finder
        .getByRole('button', { name: /英文阅读版 Word/ })
        .first()
        .click(),
    ]);
    assert.match(reading.suggestedFilename(), /Re-verification notice/);

    // The standard's page leads to a report, the case to a round whose scope is what was decided.
    await decider.goto(`/desk/standards/${standard}`);
    await decider.locator(`a[href="/desk/standards/${standard}/finding"]`).waitFor();
    await decider.goto(address);
    await decider.getByRole('link', { name: '安排集中复检' }).click();
    await decider.getByRole('link', { name: '超差处置中决定复检或建议作废的器具' }).waitFor();
    await desk.look(decider, 'failed-standard-round');
    await decider.getByRole('button', { name: '收集需复检的器具' }).click();
    await decider.waitForURL(/\/desk\/rounds\/.*view=collected/);
    await decider.getByText('JOURNEY').first().waitFor();

    const phone = await desk.as('technicalManager', { width: 375 });
    await phone.goto(address);
    await phone.getByText('复检通知').first().waitFor();
    await desk.look(phone, 'failed-standard-phone');
  });
});
