import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { taskEndpoints } from '../../app/steer/task/contract.ts';
import { shown } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  const body = { task: 'T12', result: '各镇各完成一轮检定', startOn: '2026-01-01' };
  await desk.city
    .as('body')
    .call(taskEndpoints.breakDownTask, { body: { ...body, title: '免费检定镇村医疗机构血压计', dueOn: '2026-11-01' } });
});
after(() => desk.close());

test('a body breaks a task down, reports, asks for an extension, and the plan office grants it by document', async () => {
  const body = await desk.as('body');
  await body.goto(`${desk.url}/desk/tasks`);
  await body.getByRole('heading', { name: '实施计量惠民工程' }).waitFor();
  await desk.look(body, 'task-board');
  await body.getByRole('link', { name: '分解任务' }).click();
  await body.getByLabel('任务或保障措施').click();
  await body.keyboard.type('T13');
  await body.getByTitle('T13 强化计量执法效能').click();
  await body.getByLabel('事项', { exact: false }).first().fill('集贸市场电子计价秤专项检查');
  await body.getByLabel('应取得的成果').fill('检查全部农贸市场并公布结果');
  await body.getByLabel('开始日期').fill('2026-11-01');
  await body.keyboard.press('Tab');
  await body.getByLabel('完成期限').fill('2026-11-28');
  await body.keyboard.press('Tab');
  await desk.look(body, 'task-break-down');
  await body.getByRole('button', { name: '登记事项' }).click();
  await body.getByRole('heading', { name: '集贸市场电子计价秤专项检查' }).waitFor();
  const address = body.url();
  await body.getByRole('button', { name: '报告进展' }).click();
  await body.getByLabel('截至日期').fill('2026-11-20');
  await body.keyboard.press('Tab');
  await body.getByLabel('做了什么').fill('已检查12家市场');
  await body.getByLabel('困难（没有可不填）').fill('其余市场正在改造');
  await body.getByRole('button', { name: '提交', exact: true }).click();
  await shown(body, '已检查12家市场').waitFor();
  await body.getByRole('button', { name: '申请延期' }).click();
  await body.getByLabel('申请延至').fill('2026-12-31');
  await body.keyboard.press('Tab');
  await body.getByLabel('理由').fill('市场改造年底结束');
  await body.getByRole('button', { name: '提交', exact: true }).click();
  await body.getByText('延期申请待批').waitFor();

  const office = await desk.as('planOffice');
  await office.goto(`${desk.url}/desk/task-in-tray`);
  await office.getByRole('heading', { name: '延期申请 1' }).waitFor();
  await desk.look(office, 'task-in-tray');
  await office.goto(address);
  await office.getByRole('button', { name: '批准', exact: true }).click();
  await office.getByLabel('批准文号').fill('测市监函〔2026〕31号');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.getByText('原期限 2026-11-28').waitFor();
  await desk.look(office, 'task-item');
});

test('the plan office finds what is late and why, and signs a supervision notice that the program drafted', async () => {
  const office = await desk.as('planOffice');
  await office.goto(`${desk.url}/desk/task-items?timing=late`);
  await office.getByText('未报告进展').waitFor();
  await desk.look(office, 'task-late');
  await office.goto(`${desk.url}/desk/task-letters`);
  await office.getByRole('button', { name: '起草函件' }).click();
  await office.getByRole('dialog').getByLabel('种类').click();
  await office.getByTitle('督办单').click();
  await office.getByRole('dialog').getByLabel('收件单位').click();
  await office.getByTitle('测试市市场监督管理局').click();
  await office.getByRole('button', { name: '按记录起草' }).click();
  await office.getByText('草稿 · 未签发').waitFor();
  await desk.look(office, 'task-letter-draft');
  await office.getByRole('button', { name: '登记签发' }).click();
  await office.getByLabel('文号').fill('测市监函〔2026〕40号');
  await office.getByLabel('签发日期').fill('2026-11-23');
  await office.keyboard.press('Tab');
  await office.getByLabel('签发人').fill('韩梅');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.getByText('测市监函〔2026〕40号').waitFor();
  await office.emulateMedia({ media: 'print' });
  await desk.look(office, 'task-letter-print');
  assert.equal(await office.getByText('起草时的事实').isVisible(), false, 'the facts beside the letter are not printed');

  const body = await desk.as('body', { width: 375 });
  await body.goto(`${desk.url}/desk/task-in-tray`);
  await body.getByRole('heading', { name: '收到的函件 1' }).waitFor();
  await desk.look(body, 'task-in-tray-phone');
});

test('the pages of the tasks are whole in English and on a phone', async () => {
  const english = await desk.as('planOffice', { language: 'en' });
  for (const [path, name] of [
    ['tasks', 'task-board-en'],
    ['task-items', 'task-items-en'],
    ['task-letters', 'task-letters-en'],
  ] as const) {
    await english.goto(`${desk.url}/desk/${path}`);
    await english.getByRole('heading', { level: 1 }).waitFor();
    await english.waitForLoadState('networkidle');
    await desk.look(english, name);
  }
  const phone = await desk.as('countyRegulator', { width: 375 });
  for (const path of ['tasks', 'task-items', 'task-items/new']) {
    await phone.goto(`${desk.url}/desk/${path}`);
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await phone.waitForLoadState('networkidle');
    await desk.look(phone, `phone-${path.replace('/', '-')}`);
  }
});
