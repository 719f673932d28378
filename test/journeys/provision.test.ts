import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { waitForCount } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';

describe('the planner closes the gaps of the annex', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk?.close());

  test('sixteen basic and forty-nine enhanced gaps are solved, each with its way, month and reasons', async () => {
    const office = await desk.as('planOffice');
    await office.goto('/desk/provision');
    await office.getByRole('link', { name: '新建情景' }).click();
    await office.getByLabel('名称').fill('十六与四十九');
    await desk.look(office, 'provision-draft');
    await office.getByRole('button', { name: '求解', exact: true }).click();
    await office.waitForURL(/\/desk\/provision\/[0-9a-f-]{36}/);
    await desk.city.finishJobs();
    await office.reload();
    await office.getByText('已求解').first().waitFor();
    const cells = office.locator('.provision-cell');
    await waitForCount(cells, 65);
    assert.equal(await office.locator('.provision-cell.option-open').count(), 0, 'every gap is closed by building or authorisation');
    await cells.first().click();
    await office
      .getByText(/不配置则达不到/)
      .first()
      .waitFor();
    await desk.look(office, 'provision-scenario');
  });

  test('the plan is read in English on a phone', async () => {
    const reader = await desk.as('auditor', { language: 'en', width: 375 });
    await reader.goto('/desk/provision');
    await reader.getByRole('link', { name: '十六与四十九' }).click();
    await reader.getByText('Solved').first().waitFor();
    await desk.look(reader, 'provision-phone-en');
  });
});
