import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { verificationEndpoints, type VerificationId } from '../../app/measure/verification/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { acceptedItem, adopt, designate, equip, example, register, submitted } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await equip(desk.city);
});
after(() => desk.close());

const at = (page: Page): Promise<string> => page.evaluate('document.activeElement?.dataset.cell ?? ""');
const cell = (page: Page, path: string) => page.locator(`[data-cell="readings.${path}"]`);
const valueOf = (page: Page, path: string): Promise<string> => cell(page, path).inputValue();

/** Dispatches what a spreadsheet does when something is pasted. */
const paste = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);

/** A record taken up by the technician, opened on the bench. */
async function opened(serial: string): Promise<{ page: Page; id: VerificationId }> {
  const { item } = await acceptedItem(desk.city, serial);
  const { id } = await desk.city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item, session: null } });
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications/${id}`);
  await cell(page, 'zero.indication').waitFor();
  return { page, id };
}

/** Types a whole record: each cell, and Enter to the next one that is to be read. */
async function typeRecord(page: Page, readings: Readonly<Record<string, unknown>>): Promise<number> {
  for (let typed = 0; ; typed += 1) {
    const path = await at(page);
    const value = path
      .split('.')
      .slice(1)
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], readings);
    if (typeof value === 'string' && value !== '') await page.keyboard.type(value === 'ok' ? '1' : value);
    await page.keyboard.press('Enter');
    if ((await at(page)) === path || !(await at(page)).startsWith('readings')) return typed + 1;
  }
}

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
  const { page, id } = await opened('BLOCK-1');
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
  const { page } = await opened('IME-1');
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

test('a submission is refused where a gate is closed or two computations differ, and says which and why', async () => {
  const { page, id } = await opened('GATE-1');
  const { environment, readings } = example('pass-initial');
  for (const [name, value] of Object.entries(environment)) await page.locator(`[data-cell="environment.${name}"]`).fill(value);
  await page.locator('[data-cell^="readings."]:not([data-given="true"])').first().focus();
  await typeRecord(page, readings);
  await page.locator('.conclusion', { hasText: '合格' }).waitFor();
  await page.getByText('✗ 规程要求的标准器齐全').waitFor();
  assert.equal(await page.getByRole('link', { name: '去处理' }).first().getAttribute('href'), '/desk/standards');
  await page.keyboard.press('Control+Enter');
  await page.locator('.problem-note', { hasText: '有条件不满足' }).waitFor();
  await desk.look(page, 'bench-gate');
  const { status } = await desk.city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  assert.equal(status, 'drafted');

  await page.getByRole('button', { name: '选择标准器' }).click();
  await page.getByLabel('M1 级砝码组').check();
  await page.keyboard.press('Escape');
  await page.getByText('提交条件均已满足').waitFor();
  await page.route('**/submission', async (route) => {
    const body = route.request().postDataJSON() as Record<string, unknown>;
    await route.continue({ postData: JSON.stringify({ ...body, digest: '0'.repeat(64) }) });
  });
  await cell(page, 'zero.added').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('本机计算的结果与服务器计算的不同').waitFor();
  await page.unroute('**/submission');
  await page.keyboard.press('Control+Enter');
  await page.getByText('待核验').first().waitFor();
});

/** One white pixel. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');

test('a photo is bound to the reading it shows; what is no picture or too large is refused before it is sent', async () => {
  const { page, id } = await opened('PHOTO-1');
  assert.equal(await page.locator('.photo-strip button').isDisabled(), true, 'first the reading, then its photo');
  await cell(page, 'weighing.rows.0.indication').focus();
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('.photo-strip button').first().click();
    await (await chooser).setFiles(file);
  };
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/files?')) sent.push(request.url());
  });
  await choose({ name: '手册.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') });
  await page.getByText('“手册.pdf”不是图片').waitFor();
  await choose({ name: '大图.png', mimeType: 'image/png', buffer: Buffer.alloc(21 * 1024 * 1024) });
  await page.getByText(/“大图.png”有 22.0.MB，超过 21.0.MB，未上传/).waitFor();
  assert.deepEqual(sent, []);
  await choose({ name: '示值.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('img', { name: '称量 1 示值 的照片' }).waitFor();
  await page.getByText('已保存').waitFor();
  const { photos } = await desk.city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  assert.equal(photos[0]?.path, 'readings.weighing.rows.0.indication');
  assert.equal(await page.locator('.photo-strip code').getAttribute('title'), photos[0]?.digest);
});

test('an instrument that nobody asked for is inspected in use, and a seal without its number waits', async () => {
  const { id: instrument } = await register(desk.city, 'holder', 'USE-1');
  const page = await desk.as('technician', { language: 'en' });
  await page.goto(`${desk.url}/desk/verifications/jobs`);
  await page.getByLabel('Scan or type the code of an instrument').fill(`https://example.org/i/${instrument}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Begin an in-use inspection/ }).click();
  await page.getByText('In-use inspection').first().waitFor();
  await cell(page, 'zero.indication').fill('0');
  await page.getByRole('button', { name: 'Add a sticker or seal' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByLabel('Number', { exact: true }).fill('S-0001');
  await page.getByText('Saved', { exact: true }).waitFor();
  await desk.look(page, 'bench-sheet-en');
  const id = page.url().split('/').pop() as VerificationId;
  const record = await desk.city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  assert.deepEqual([record.kind, record.seals.map(({ number }) => number)], ['in-use', ['S-0001']]);
});

test('what the checker returns stands first in the technician’s day, with the reason', async () => {
  const { id } = await submitted(desk.city, 'BACK-1');
  const checker = await desk.as('checker');
  await checker.goto(`${desk.url}/desk/verifications/${id}`);
  await checker.getByText('本机重新计算，与提交的结果一致').waitFor();
  await checker.getByRole('button', { name: '退回' }).click();
  await checker.getByLabel('理由').fill('第 3 点读数与照片不符');
  await checker.getByRole('button', { name: '确定' }).click();
  await checker.getByText('已退回').first().waitFor();
  const page = await desk.as('technician', { width: 375 });
  await page.goto(`${desk.url}/desk/verifications/jobs`);
  await page.getByText('退回 1 份，请先处理').waitFor();
  await page.getByText('第 3 点读数与照片不符').waitFor();
  await desk.look(page, 'bench-jobs-phone');
  await page.getByRole('link', { name: /BACK-1/ }).click();
  await page.locator('.notice', { hasText: '第 3 点读数与照片不符' }).waitFor();
  await cell(page, 'weighing.rows.0.indication').focus();
  await desk.look(page, 'bench-sheet-phone');
});
