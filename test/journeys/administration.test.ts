import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { peopleEndpoints } from '../../app/register/people/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

test('a regulator registers an organization, renames it and ends it in favour of another', async () => {
  const page = await desk.as('cityRegulator');
  await page.goto('/desk/organizations');
  await page.getByRole('link', { name: '登记机构' }).click();
  await page.getByLabel('名称', { exact: false }).first().fill('测试计量技术服务公司');
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
  await page.getByRole('main').getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('统一社会信用代码的校验码不正确').first().waitFor();
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y43');
  await page.getByRole('main').getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '测试计量技术服务公司' }).waitFor();
  await page.getByRole('button', { name: '更名' }).click();
  await page.getByLabel('新名称').fill('测试计量检测公司');
  await page.getByLabel('自何日起').fill('2026-11-01');
  await page.keyboard.press('Enter');
  await page.getByLabel('理由').fill('变更登记');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '测试计量检测公司' }).waitFor();
  await page.getByText('测试计量技术服务公司 至 2026-10-31').waitFor();
  await page.getByText('机构 · 更名').waitFor();
  await desk.look(page, 'organization');
});

test('an account is opened with a password that is shown once; a security administrator grants and ends its role', async () => {
  const administrator = await desk.as('administrator');
  await administrator.goto('/desk/people');
  await administrator.getByRole('link', { name: '开立账号' }).click();
  await administrator.getByLabel('账号').fill('test-clerk');
  await administrator.getByLabel('姓名').fill('周测试');
  await administrator.getByLabel('手机').fill('13800001111');
  await administrator.getByLabel('机构').click();
  await administrator.keyboard.type('惠民');
  await administrator.locator('.ant-select-item-option').getByText('测试甲县惠民菜市场').click();
  await administrator.getByRole('button', { name: '开立账号' }).click();
  const password = (await administrator.locator('.one-time-password').textContent()) ?? '';
  assert.ok(password.length >= 10);
  await desk.look(administrator, 'one-time-password');
  await administrator.getByRole('button', { name: '已交给本人' }).click();
  await administrator.getByRole('button', { name: '周测试' }).waitFor();

  const security = await desk.as('security');
  await security.goto('/desk/people?q=test-clerk');
  await security.getByText('138****1111').waitFor();
  await security.getByRole('button', { name: '周测试' }).click();
  await security.getByLabel('角色', { exact: false }).last().click();
  await security.locator('.ant-select-item-option').getByText('使用单位经办人').click();
  await security.getByRole('dialog').getByLabel('理由').fill('单位任命');
  await security.getByRole('button', { name: '授予角色' }).click();
  await security.getByRole('button', { name: /终止 使用单位经办人/ }).waitFor();
  await security.getByRole('button', { name: '查看个人信息' }).click();
  await security.getByRole('dialog').last().getByLabel('理由').fill('核对联系方式');
  await security.getByRole('button', { name: '确定' }).click();
  await security.getByText('13800001111').waitFor();
  await desk.look(security, 'person');
  const { items } = await desk.city.as('security').call(peopleEndpoints.listPeople, { query: { q: 'test-clerk' } });
  assert.deepEqual(items[0]?.roles, ['holder']);

  const audit = await desk.as('audit');
  await audit.goto('/desk/events?kind=people.');
  await audit.getByText('人员 · 查看个人信息原文').first().waitFor();
  await audit.getByText('核对联系方式').first().waitFor();
  await desk.look(audit, 'audit-trail');
});

test('each role begins with its own work and with nothing that it may not do', async () => {
  for (const [person, heading] of [
    ['holder', '计量器具台账'],
    ['technician', '待领取检定'],
    ['checker', '待核验'],
    ['approver', '待批准'],
    ['technicalManager', '待确认的规程采用'],
    ['instituteManager', '申请：待受理'],
    ['inspector', '最近的证书与通知书'],
    ['body', '逾期事项'],
    ['auditor', '最近的事件'],
    ['administrator', '人员与账号'],
    ['security', '人员与账号'],
    ['audit', '最近的事件'],
  ] as const) {
    const page = await desk.as(person, person === 'holder' ? { width: 375 } : {});
    await page.goto('/desk', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: heading }).waitFor();
    assert.equal(await page.locator('.state.failed').count(), 0, person);
    await desk.look(page, `home-${person}`);
    await page.context().close();
  }
});

test('lists and forms of the registers are whole in English and on a phone', async () => {
  for (const [options, suffix] of [
    [{ language: 'en' }, 'en-1366'],
    [{ width: 375 }, 'zh-375'],
  ] as const) {
    const regulator = await desk.as('cityRegulator', options);
    const administrator = await desk.as('administrator', options);
    for (const [page, path, name] of [
      [regulator, '/desk/organizations', 'organizations'],
      [regulator, '/desk/organizations/registration', 'organization-registration'],
      [administrator, '/desk/people', 'people'],
      [administrator, '/desk/people/opening', 'people-opening'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.locator('main h1').waitFor();
      await desk.look(page, `${name}-${suffix}`);
    }
    await regulator.context().close();
    await administrator.context().close();
  }
});
