import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { requestEndpoints } from '../../app/measure/request/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { rigColumns } from '../../app/measure/verification/rules/rig-sheet.ts';
import { findProcedure } from '@tongheng/procedures/registry';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, edition, equip, example, nameplate, register, submit } from '../support/thread.ts';

let desk: Desk;
const serials = Array.from({ length: 6 }, (_, index) => `R-${index + 1}`);
before(async () => {
  desk = await openDesk();
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  const { weights } = await equip(desk.city);
  const technician = desk.city.as('technician');
  const session = await technician.call(verificationEndpoints.beginVerificationSession, {
    body: { day: '2026-11-23', place: '本所衡器室', environment: { temperature: '21.5', humidity: '56' }, standards: [weights] },
  });
  const instruments = [];
  for (const serial of serials) instruments.push(await register(desk.city, 'holder', serial));
  const request = await submit(
    desk.city,
    'holder',
    instruments.map(({ id }) => id),
  );
  await desk.city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await desk.city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  await technician.call(verificationEndpoints.takeUpItems, { body: { items: items.map(({ id }) => id), session: session.id } });
});
after(() => desk.close());

/** GBK as rigs write it; the runtime decodes it and does not encode it. */
function gbk(text: string): Buffer {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(Array.from(text).flatMap((sign) => [...(codes.get(sign) ?? Buffer.from(sign))]));
}

const cell = (page: Page, row: number, path: string) => page.locator(`[data-cell="${row}:readings.${path}"]`);
const openRig = async (page: Page): Promise<void> => {
  await page.goto(`${desk.url}/desk/verifications/jobs`);
  await page.getByRole('link', { name: /多台同检/ }).click();
  await cell(page, 0, 'zero.indication').waitFor();
};

test('a rig’s file in GBK is read with its broken line named, its columns are mapped once and kept by name', async () => {
  const page = await desk.as('technician');
  await openRig(page);
  const heads = ['出厂编号', '零点示值(g)', '零点ΔL（g）', '载荷一示值(kg)', '备注'];
  const lines = [
    heads.join(','),
    'R-1,0,2.0,0.1,"正常, 一号位"',
    'R-2,0,2.50,0.1,',
    'R-3,0,"2.0,0.1,断',
    'R-4,5,0.50,0.1,',
    'R-9,0,2.0,0.1,',
    'R-5,0,２.0,0.1,',
  ];
  await page
    .getByLabel('导入装置文件')
    .setInputFiles({ name: '装置一.csv', mimeType: 'text/csv', buffer: gbk(`${lines.join('\r\n')}\r\n`) });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('装置一.csv（GB 18030）').waitFor();
  await dialog.getByLabel('“零点示值(g)”填入').selectOption('readings.zero.indication');
  await dialog.getByLabel('“零点ΔL（g）”填入').selectOption('readings.zero.added');
  await dialog.getByLabel('“载荷一示值(kg)”填入').selectOption('readings.weighing.rows.0.indication');
  await dialog.getByText('单位“kg”不适用：应为 g').waitFor();
  await dialog.getByText('第 4 行：引号没有成对').waitFor();
  await dialog.getByText('第 6 行：表中没有编号“R-9”').waitFor();
  await dialog.getByLabel('以此名称保存列对应').fill('一号装置');
  await desk.look(page, 'bench-rig-file');
  await dialog.getByRole('button', { name: '填入 4 台、8 个值' }).click();
  assert.equal(await cell(page, 1, 'zero.added').inputValue(), '2.50');
  assert.equal(await cell(page, 2, 'zero.added').inputValue(), '', 'the broken line is kept out');
  assert.equal(await cell(page, 4, 'zero.added').getAttribute('aria-invalid'), 'true', 'full-width digits are pointed out');
  await page.getByRole('row', { name: /R-1/ }).getByText('✓ 合格').waitFor();
  await page.getByRole('row', { name: /R-4/ }).getByText('✗ 不合格').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  assert.equal(await cell(page, 1, 'zero.added').inputValue(), '', 'an import is one step');
  await page.getByLabel('导入装置文件').setInputFiles({ name: '装置一.csv', mimeType: 'text/csv', buffer: gbk(lines.join('\n')) });
  assert.equal(await dialog.getByLabel('“零点ΔL（g）”填入').inputValue(), 'readings.zero.added', 'the mapping is known by now');
  await page.keyboard.press('Escape');
  await page.context().close();
});

test('readings go down the columns by keyboard and by paste, each row is judged alone, and the complete ones are submitted and checked', async () => {
  const page = await desk.as('technician');
  await openRig(page);
  await cell(page, 0, 'zero.indication').focus();
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.dataset.cell'), '1:readings.zero.indication');
  await page.keyboard.press('ArrowUp');

  const { readings } = example('pass-initial');
  const columns = rigColumns(findProcedure(edition)!, { nameplate, kind: 'subsequent' });
  const valueOf = (path: string): string =>
    String(
      path
        .split('.')
        .slice(1)
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], readings),
    );
  const line = columns.map(({ path, field }) => (field.choices === undefined ? valueOf(path) : '符合')).join('\t');
  await page.locator('[data-cell^="0:"]').first().focus();
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text', ${JSON.stringify(`${Array.from({ length: 5 }, () => line).join('\r\n')}\r\n`)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
  await page.getByText('共 6 台：合格 5，不合格 0，未齐 1').waitFor();
  await cell(page, 2, 'weighing.rows.4.indication').fill('15015');
  await page.getByText('共 6 台：合格 4，不合格 1，未齐 1').waitFor();
  await page.getByText('已保存').waitFor();
  await desk.look(page, 'bench-rig');
  await page.locator('[data-cell^="0:"]').first().focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已办理 5，未办理 0').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('共 1 台').waitFor();

  const checker = await desk.as('checker');
  await checker.goto(`${desk.url}/desk/verifications?status=submitted`);
  await checker.getByLabel('选择本页全部').last().check();
  await checker.getByRole('button', { name: '成批核验通过' }).click();
  await checker.getByText('已办理 5，未办理 0').waitFor();
  const { items } = await desk.city.as('technician').call(verificationEndpoints.listVerifications, { query: { limit: 50 } });
  assert.equal(items.filter(({ status }) => status === 'checked').length, 5);
  assert.deepEqual(
    items.filter(({ conclusion }) => conclusion === 'fail').map(({ instrument }) => instrument.serial),
    ['R-3'],
  );

  const phone = await desk.as('technician', { width: 375, language: 'en' });
  await phone.goto(`${desk.url}/desk/verifications/rig?edition=${edition}&kind=subsequent`);
  await cell(phone, 0, 'zero.indication').focus();
  await phone.getByRole('group', { name: 'Keys for numbers' }).waitFor();
  await phone.getByRole('button', { name: '-', exact: true }).tap();
  await phone.getByRole('button', { name: '5', exact: true }).tap();
  assert.equal(await cell(phone, 0, 'zero.indication').inputValue(), '-5');
  await desk.look(phone, 'bench-rig-phone');
});
