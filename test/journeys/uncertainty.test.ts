import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { examples } from '../../app/measure/uncertainty/rules/examples.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk({ demonstration: true });
});
after(() => desk.close());

const bench = '/desk/uncertainty/evaluations/new';
const first = (page: Page) => page.locator('.live .statement b').first();

/** Replaces what stands in the text of the model. */
async function typeModel(page: Page, model: string, [asText, textLabel]: readonly [string, string]): Promise<void> {
  await page.getByRole('button', { name: asText, exact: true }).click();
  await page.getByLabel(textLabel).fill(model);
}

const zh = ['文本', '模型文件（JSON）'] as const;
const en = ['Text', 'Model file (JSON)'] as const;

test('a technician edits a model, sees its budget live, runs Monte Carlo, cancels, and saves; a manager releases what is cited', async () => {
  const page = await desk.as('technician');
  await page.goto('/desk/uncertainty/evaluations');
  await page.getByText('还没有不确定度评定').waitFor();
  await desk.look(page, 'uncertainty-empty');
  await page.getByRole('link', { name: '新建评定' }).click();
  await page.getByText('E = 0.0019').waitFor();
  await desk.look(page, 'uncertainty-bench');

  const before = await first(page).textContent();
  const card = page.locator('.card', { has: page.getByRole('button', { name: '删除 m' }) });
  await card.getByLabel('半宽').fill('0.00015');
  await page.waitForFunction(`document.querySelector('.live .statement').textContent !== ${JSON.stringify(before)}`);
  await page.locator('.budget th', { hasText: 'dR' }).waitFor();

  await card.getByLabel('半宽').fill('-1');
  await card.locator('.issue').first().waitFor();
  await page.locator('.live [role=alert]').waitFor();
  assert.ok(await page.getByRole('button', { name: '运行蒙特卡洛' }).isHidden());
  await card.getByLabel('半宽').fill('7.50e-4');

  await card.getByLabel('符号').fill('mW');
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('公式').first().inputValue(), 'I + dR - mW');

  await page.getByRole('button', { name: '运行蒙特卡洛' }).click();
  await page.locator('.histogram').waitFor();
  await page.getByText('通过蒙特卡洛验证').first().waitFor();
  await desk.look(page, 'uncertainty-run');

  await page.getByText('常数、相关与计算设置').click();
  await page.getByLabel('抽样次数').fill('2000000000');
  await page.getByText('模型已修改').waitFor();
  await page.getByRole('button', { name: '重新运行' }).click();
  await page.getByRole('progressbar').waitFor();
  // The page answers while it computes.
  await page.getByLabel('名称').fill('15 kg 秤量点');
  await page.getByRole('button', { name: '取消计算' }).click();
  await page.getByText('已取消，没有结果').waitFor();
  // Long enough for several workers at once, while the server has one: the digits are the same.
  await page.getByLabel('抽样次数').fill('3000000');

  await page.getByRole('button', { name: '保存为新版本' }).click();
  await page.getByText('请填写评定项目').waitFor();
  await page.getByLabel('评定项目').fill('15 kg 秤量点的示值误差');
  await page.getByLabel('版本说明').fill('首次评定');
  await page.getByRole('button', { name: '保存为新版本' }).click();
  await page.getByRole('heading', { name: '15 kg 秤量点的示值误差 第1版' }).waitFor();
  await page.getByText('草稿，不能作为依据引用').waitFor();
  assert.match((await page.locator('.kept-model').textContent()) ?? '', /"halfWidth": 7\.50e-4/);
  await page.getByRole('button', { name: '在本机复算' }).click();
  await page.getByText('与留存结果逐位一致').waitFor();
  await desk.look(page, 'uncertainty-draft');
  const address = page.url();

  // A browser that knows no 'wasm-unsafe-eval' refuses WebAssembly: the same program as plain JavaScript gives the same digits.
  const older = await desk.as('technician');
  await older.route('**/assets/monte-carlo-*', async (route) => {
    const response = await route.fetch();
    const policy = (response.headers()['content-security-policy'] ?? '').replace(" 'wasm-unsafe-eval'", '');
    assert.match(policy, /script-src 'self';/);
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const [twin] = await Promise.all([
    older.waitForResponse(/engine-twin/),
    older.goto(address).then(() => older.getByRole('button', { name: '在本机复算' }).click()),
  ]);
  assert.equal(twin.status(), 200);
  await older.getByText('与留存结果逐位一致').waitFor();

  const manager = await desk.as('technicalManager');
  await manager.goto(address);
  await manager.getByRole('button', { name: '发布', exact: true }).click();
  await manager.getByLabel('理由').fill('模型与读数已核对');
  await manager.getByRole('button', { name: '确定' }).click();
  await manager.locator('.status', { hasText: '现行' }).waitFor();
  await desk.look(manager, 'uncertainty-version');
  for (const [button, start] of [
    ['导出 PDF', '%PDF-'],
    ['导出 Excel', 'PK'],
    ['下载模型文件', '{'],
  ] as const) {
    const [saved] = await Promise.all([manager.waitForEvent('download'), manager.getByRole('button', { name: button }).click()]);
    assert.match(saved.suggestedFilename(), /^UE320685-2026-0001\.1\./);
    assert.equal((await readFile(await saved.path(), 'utf8')).slice(0, start.length), start);
  }

  await page.goto(address);
  await page.getByRole('link', { name: '编写新版本' }).click();
  await typeModel(page, (examples[0]?.model ?? '').replace('1000000', '50000'), zh);
  await page.getByLabel('版本说明').fill('换用新砝码');
  await page.getByRole('button', { name: '保存为新版本' }).click();
  await page.getByRole('heading', { name: '第2版' }).waitFor();
  await page.getByRole('link', { name: '与第1版比较' }).click();
  await page.getByText('monteCarlo.trials').waitFor();
  await desk.look(page, 'uncertainty-comparison');
  await page.goto(address.replace(/\/versions.*/, ''));
  await page.getByText('换用新砝码').waitFor();
  await desk.look(page, 'uncertainty-history');
});

test('the list shows how each evaluation stands by links, in English and on a phone', async () => {
  const auditor = await desk.as('auditor', { language: 'en' });
  await auditor.goto('/desk/uncertainty/evaluations');
  await auditor.getByRole('link', { name: 'With a version in force' }).click();
  await auditor.waitForURL(/state=in-force/);
  await auditor.getByRole('link', { name: '15 kg 秤量点的示值误差' }).waitFor();
  await desk.look(auditor, 'uncertainty-list-en');
  const technician = await desk.as('technician', { language: 'en', width: 375 });
  await technician.goto(bench);
  await technician.locator('.budget').first().waitFor();
  await desk.look(technician, 'uncertainty-bench-phone-en');
  for (const [path, name] of [
    ['/desk/uncertainty/evaluations', 'list'],
    ['', 'history'],
    ['/versions/1', 'version'],
    ['/comparison?from=1&to=2', 'comparison'],
    ['/revision', 'revision'],
  ] as const) {
    if (name === 'list') await technician.goto(path);
    else {
      const { items } = await desk.city
        .as('technician')
        .call((await import('../../app/measure/uncertainty/contract.ts')).uncertaintyEndpoints.listUncertainties, { query: {} });
      await technician.goto(`/desk/uncertainty/evaluations/${items[0]?.id ?? ''}${path}`);
    }
    await technician.getByRole('heading', { level: 1 }).waitFor();
    await technician.waitForLoadState('networkidle');
    await desk.look(technician, `uncertainty-${name}-phone-en`);
  }
});

test('anybody computes an uncertainty without signing in, in the browser alone', async () => {
  const page = await desk.anybody();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || new URL(request.url()).pathname.startsWith('/api/')) sent.push(request.url());
  });
  await page.goto('/tools/uncertainty');
  await page.getByText('E = 0.0019').waitFor();
  await page.getByLabel('载入示例').selectOption('loss');
  await page.getByText('Y = ').first().waitFor();
  const earlier = sent.length;
  await page.getByRole('button', { name: '运行蒙特卡洛' }).click();
  await page.getByText('未通过蒙特卡洛验证').first().waitFor();
  await page.getByText('数据表').click();
  await page.getByRole('button', { name: '下载CSV' }).waitFor();
  assert.deepEqual(sent.slice(earlier), [], 'what is computed stays in the browser');
  await desk.look(page, 'tool-uncertainty');

  await typeModel(page, '{"outputs": {"y": "a+b"}, "inputs": {"a": {"distribution": "constant", "value": 1}}}', zh);
  await page.locator('.live [role=alert]').waitFor();
  assert.match((await page.locator('.live [role=alert]').textContent()) ?? '', /outputs\.y/);
  await page.getByLabel(zh[1]).fill('{"outputs": ');
  await page.locator('.live [role=alert]').waitFor();
  await page.getByRole('button', { name: '表单', exact: true }).click();
  await page.getByText('无法用表单编辑').waitFor();
  await page.reload();
  await page.getByText('无法用表单编辑').waitFor();
  await desk.look(page, 'tool-uncertainty-wrong');

  const phone = await desk.anybody({ language: 'en', width: 375 });
  await phone.goto('/tools/uncertainty');
  await phone.getByLabel('Load an example').selectOption('gauge');
  await phone.getByRole('button', { name: 'Run Monte Carlo' }).click();
  await phone.locator('.histogram').waitFor();
  await desk.look(phone, 'tool-uncertainty-phone-en');
  await typeModel(phone, '{', en);
  await phone.locator('.live [role=alert]').waitFor();
});
