import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verificationEndpoints, type VerificationId } from '../../app/measure/verification/contract.ts';
import { cell, opened, typeRecord } from '../support/bench-page.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, equip, example, register, submitted } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await equip(desk.city);
});
after(() => desk.close());

test('a submission is refused where a gate is closed or two computations differ, and says which and why', async () => {
  const { page, id } = await opened(desk, 'GATE-1');
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
  const { page, id } = await opened(desk, 'PHOTO-1');
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
  await page.getByRole('link', { name: /Begin an in-use inspection/ }).click();
  await page.getByRole('button', { name: 'Begin USE-1' }).click();
  await page.waitForURL(/verifications\/[0-9a-f-]{36}$/);
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
