import { after, before, test } from 'node:test';
import { assessmentEndpoints } from '../../app/steer/assessment/contract.ts';
import { shown } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

test('a county records a briefing with its minutes and follows an issue up', async () => {
  const county = await desk.as('countyRegulator');
  await county.goto(`${desk.url}/desk/briefings/new`);
  await county.getByLabel('议题').fill('听取计量工作情况汇报');
  await county.getByLabel('日期').fill('2026-10-20');
  await county.keyboard.press('Tab');
  await county.getByLabel('听取单位').fill('测试甲县人民政府常务会议');
  await county.getByLabel('汇报内容').fill('13项基本能力已建成10项。');
  await county.getByLabel('提出的问题').fill('医用三源检定人员不足\n经费未纳入预算');
  await county.locator('input[type=file]').setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议纪要') });
  await county.getByRole('link', { name: '纪要.txt' }).waitFor();
  await desk.look(county, 'briefing-form');
  await county.getByRole('button', { name: '提交', exact: true }).click();
  await county.getByRole('button', { name: '登记落实 经费未纳入预算' }).click();
  await county.getByLabel('落实情况').fill('已列入2027年预算');
  await county.getByLabel('已办结').click();
  await county.getByTitle('是').click();
  await county.getByRole('button', { name: '提交', exact: true }).click();
  await shown(county, '已列入2027年预算').waitFor();
  await desk.look(county, 'briefing');
});

test('the plan office drafts the closing evaluation and is told what is missing; once submitted its figures stand', async () => {
  const office = await desk.as('planOffice');
  await office.goto(`${desk.url}/desk/evaluations`);
  await office.getByRole('button', { name: '起草评估' }).click();
  await office.getByLabel('标题').fill('三年行动计划终期评估');
  await office.getByRole('dialog').getByLabel('数据日期').fill('2025-12-31');
  await office.keyboard.press('Tab');
  await office.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await office.getByText('尚缺41项评估意见').waitFor();
  const address = office.url();
  await office.getByRole('link', { name: '起草', exact: true }).click();
  await office.getByLabel('总体评价').fill('总体完成。');
  await office.getByLabel('G1-1 省级船舶海工计量专业技术委员会').fill('已批准成立。');
  await desk.look(office, 'evaluation-draft');
  await office.getByRole('button', { name: '保存为新的一版' }).click();
  await office.getByText('尚缺40项评估意见').waitFor();

  const id = address.split('/').pop() as never;
  const { subjects } = await desk.city.as('planOffice').call(assessmentEndpoints.readEvaluation, { params: { id } });
  const findings = subjects.map(({ subject, kind }) => ({
    subject,
    text: kind === 'task' ? '按期推进。' : '见数值与状态。',
    result: kind === 'task' ? ('achieved' as const) : null,
  }));
  const body = { after: 1, summary: '总体完成。', lessons: '能力建设要早列预算。', findings };
  await desk.city.as('planOffice').call(assessmentEndpoints.reviseEvaluation, { params: { id }, body });
  await office.reload();
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await office.getByText('数值已于').waitFor();
  await desk.look(office, 'evaluation');

  const second = await desk.as('planOfficeSecond', { language: 'en', width: 375 });
  await second.goto(address);
  await second.getByRole('button', { name: 'Pass' }).waitFor();
  await desk.look(second, 'evaluation-phone-en');
});

test('good practice is proposed by a county, recognised and commended on the words of the plan', async () => {
  const county = await desk.as('countyRegulator');
  await county.goto(`${desk.url}/desk/practices`);
  await county.getByRole('button', { name: '推荐典型做法' }).click();
  await county.getByLabel('名称').fill('一站式免费检定');
  await county.getByRole('dialog').getByLabel('任务').click();
  await county.keyboard.type('T12');
  await county.getByTitle('T12 实施计量惠民工程').click();
  await county.getByLabel('做法与成效').fill('镇卫生院集中送检，当天取件。');
  await desk.look(county, 'practice-proposal');
  await county.getByRole('button', { name: '提交', exact: true }).click();
  await county.getByRole('heading', { name: '一站式免费检定' }).waitFor();
  const address = county.url();
  const office = await desk.as('planOffice');
  await office.goto(address);
  await office.getByRole('button', { name: '审核通过' }).click();
  await office.getByLabel('理由').fill('可推广');
  await office.getByRole('button', { name: '确定' }).click();
  await office.getByRole('button', { name: '认定', exact: true }).click();
  await office.getByRole('textbox', { name: '认定文号' }).fill('测市监发〔2026〕60号');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.getByRole('button', { name: '登记褒奖' }).click();
  await office.getByRole('textbox', { name: '文号' }).fill('测政发〔2026〕70号');
  await office.getByLabel('印发日期').fill('2026-11-20');
  await office.keyboard.press('Tab');
  await office.getByLabel('褒奖内容').fill('予以通报表扬。');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.getByText('给予褒奖').waitFor();
  await desk.look(office, 'practice');
  for (const path of ['briefings', 'evaluations', 'practices', 'commendations']) {
    await office.goto(`${desk.url}/desk/${path}`);
    await office.getByRole('heading', { level: 1 }).waitFor();
    await office.waitForLoadState('networkidle');
    await desk.look(office, `list-${path}`);
  }
});
