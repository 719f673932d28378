import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import type { Page } from 'playwright-core';
import { at, cell, opened, typeRecord, valueOf } from '../support/bench-page.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { acceptedItem, adopt, designate, equip, example } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await equip(desk.city);
});
after(() => desk.close());

/** Dispatches what a spreadsheet does when something is pasted. */
const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);

test('conditions are set once, a code opens the job, and the record is typed and submitted without a mouse', async () => {
  await acceptedItem(desk.city, 'SCAN-0007');
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications/jobs`);
  await page.getByText('今日还没有场次').waitFor();
  await page.getByRole('button', { name: '开始场次' }).click();
  await page.getByLabel('检定地点').fill('本所衡器室');
  await page.getByLabel('温度').fill('21.5');
  await page.getByLabel('相对湿度').fill('56');
  await page.getByLabel('M1 级砝码组').check();
  await desk.look(page, 'bench-session');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('0 份记录').waitFor();
  await page.locator('.session-bar', { hasText: '有效至 2027-02-28' }).waitFor();
  await page.getByLabel('扫描或输入器具编号').fill('none');
  await page.keyboard.press('Enter');
  await page.getByText('没有找到编号“none”').waitFor();
  await page.getByText('SCAN-0007').waitFor();
  await desk.look(page, 'bench-jobs');

  await page.getByLabel('扫描或输入器具编号').fill('SCAN-0007');
  await page.keyboard.press('Enter');
  await cell(page, 'zero.indication').waitFor();
  await page.getByText('未另填的条件取自场次').waitFor();
  const { readings } = example('pass-initial');
  await page.locator('[data-cell^="readings."]:not([data-given="true"])').first().focus();
  assert.ok((await typeRecord(page, readings)) > 25);
  await page.locator('.conclusion', { hasText: '合格' }).waitFor();
  await page.getByText('提交条件均已满足').waitFor();
  await desk.look(page, 'bench-sheet');
  await cell(page, 'zero.added').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('待核验').first().waitFor();
  await page.goto(`${desk.url}/desk/verifications/jobs`);
  await page.getByText('已提交，待核验').waitFor();
});

test('blocks are pasted and copied, everything can be undone and done again, and digits stay as they were typed', async () => {
  const { page, id } = await opened(desk, 'BLOCK-1');
  await cell(page, 'zero.indication').focus();
  await paste(page, '0\t2.0\n');
  await cell(page, 'weighing.rows.0.indication').focus();
  await paste(page, '100\t2.0\r\n2500\t1.50\r\n7500\t１.0\r\n');
  assert.equal(await valueOf(page, 'weighing.rows.1.added'), '1.50');
  const row = (path: string) => page.locator('tr', { has: cell(page, path) });
  await row('weighing.rows.1.added').getByText('✓ 合格').waitFor();
  const wrong = cell(page, 'weighing.rows.2.added');
  assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
  assert.equal(await wrong.inputValue(), '１.0', 'full-width digits are pointed out and not changed');
  await wrong.focus();
  assert.match(await page.locator('.cell-message').innerText(), /全角/);
  assert.equal(await wrong.getAttribute('aria-describedby'), await page.locator('.cell-message').getAttribute('id'));

  await page.keyboard.press('Control+z');
  assert.equal(await valueOf(page, 'weighing.rows.1.added'), '');
  await page.keyboard.press('Control+y');
  assert.equal(await valueOf(page, 'weighing.rows.1.added'), '1.50');

  await cell(page, 'weighing.rows.0.indication').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  const copied = await page.evaluate(`(() => {
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  })()`);
  assert.equal(copied, '100\t2.0\n2500\t1.50');
  await page.keyboard.press('Delete');
  assert.equal(await valueOf(page, 'weighing.rows.1.added'), '');
  await page.keyboard.press('Control+z');
  assert.equal(await valueOf(page, 'weighing.rows.1.added'), '1.50');

  await cell(page, 'weighing.rows.1.indication').focus();
  await page.keyboard.press('End');
  assert.equal(await at(page), 'readings.weighing.rows.1.added');
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(page), 'readings.weighing.rows.2.added');
  await page.keyboard.press('Control+Home');
  assert.equal(await at(page), 'readings.weighing.rows.0.load');
  await page.getByText('已保存').waitFor();
  const kept = await desk.city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  const rows = kept.readings['weighing']?.['rows'] as Record<string, string>[];
  assert.deepEqual([rows[1]?.['added'], rows[2]?.['added']], ['1.50', '１.0']);
});

test('while an input method composes, Enter and arrows are its own and the text is written once', async () => {
  const { page } = await opened(desk, 'IME-1');
  const path = 'readings.weighing.rows.0.indication';
  await page.locator(`[data-cell="${path}"]`).focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: '1', selectionStart: 1, selectionEnd: 1 });
  await client.send('Input.imeSetComposition', { text: '10', selectionStart: 2, selectionEnd: 2 });
  for (const key of ['Enter', 'ArrowDown', 'ArrowRight'])
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))`,
    );
  assert.equal(await at(page), path, 'the focus stays');
  assert.equal(await page.getByText('已保存').count(), 1, 'nothing is written while it is being composed');
  await client.send('Input.insertText', { text: '100' });
  assert.equal(await page.locator(`[data-cell="${path}"]`).inputValue(), '100');
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator(`[data-cell="${path}"]`).inputValue(), '', 'it was one step');
  await page.keyboard.press('Control+y');
  assert.equal(await page.locator(`[data-cell="${path}"]`).inputValue(), '100');
});
