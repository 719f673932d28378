import { after, before, test } from 'node:test';
import { measurementStandardEndpoints as it } from '../../app/measure/measurement-standard/contract.ts';
import { qualificationEndpoints } from '../../app/measure/qualification/contract.ts';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import type { PersonName } from '../support/story.ts';
import { adopt } from '../support/thread.ts';

let desk: Desk;
let id: string;
const since = '2026-03-01';

/** Everything that an application needs; the parts themselves are played in the service's tests. */
async function compose(): Promise<void> {
  const { city } = desk;
  const manager = city.as('technicalManager');
  const person = (name: PersonName) => city.ids[name].person as never;
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  const standard = await manager.call(standardEndpoints.registerStandard, {
    body: {
      number: 'F2-01',
      name: 'F2等级砝码组',
      model: '1 mg～500 g',
      serial: '1',
      range: '1 mg～500 g',
      roles: ['jjg-0539:weights'],
      since,
      kind: 'verification',
      certificateNumber: '检 2026-1',
      issuer: '省计量科学研究院',
      calibratedOn: '2026-01-10',
      validUntil: '2027-01-09',
      quality: 'class',
      value: null,
      unit: null,
      coverageFactor: null,
      accuracyClass: 'F2级',
    },
  });
  for (const [holder, activity] of [
    ['technician', 'test'],
    ['checker', 'check'],
  ] as const)
    await city.as('instituteManager').call(qualificationEndpoints.registerQualification, {
      body: {
        holder: person(holder),
        activities: [activity],
        regulations: ['jjg-0539'],
        documentNumber: '测计资〔2026〕1号',
        validFrom: '2026-01-01',
      },
    });
  const params = { id: id as never };
  await manager.call(it.addRange, {
    params,
    body: { parameter: '质量', low: '1', high: '500', unit: 'g', quality: 'class', accuracyClass: 'M1等级', since },
  });
  await manager.call(it.addProcedure, { params, body: { edition: 'jjg-0539-2016', since } });
  await manager.call(it.addMember, { params, body: { person: person('technician'), role: 'responsible', since } });
  await manager.call(it.addMember, { params, body: { person: person('checker'), role: 'member', since } });
  await manager.call(it.addRequirement, { params, body: { quantity: '温度', low: '18', high: '25', unit: '℃', since } });
  await manager.call(it.addEquipment, { params, body: { standard: standard.id, role: 'main', since } });
}

before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

test('a dossier from application to expiry', async () => {
  const { city } = desk;
  const page = await desk.as('technicalManager');
  await page.goto('/desk/measurement-standards/registration');
  await page.getByLabel('计量标准名称').fill('M1等级砝码标准装置');
  await page.getByLabel('计量参数').fill('质量');
  await page.getByLabel('自何日起').fill(since);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: 'M1等级砝码标准装置' }).waitFor();
  await page.getByText('未登记计量标准器').first().waitFor();
  await desk.look(page, 'measurement-standard-building');
  id = new URL(page.url()).pathname.split('/').pop() ?? '';
  await compose();

  await page.reload();
  await page.getByText('F2-01').first().waitFor();
  await page.getByRole('button', { name: '申请考核' }).click();
  await page.getByLabel('主持考核的计量行政部门').fill('测试甲县市场监督管理局');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已申请').first().waitFor();

  const authority = await desk.as('countyRegulator');
  await authority.goto('/desk/examinations?state=applied');
  await authority.getByRole('link', { name: 'M1等级砝码标准装置' }).click();
  await authority.getByRole('button', { name: '受理考核' }).click();
  await authority.getByLabel('考评员').fill('沈一、沈二');
  await authority.getByRole('button', { name: '提交' }).click();
  await authority.getByRole('button', { name: '通过并发证' }).click();
  await authority.getByLabel('考评员').fill('沈一、沈二');
  for (const [index, number] of ['[2026]测量标力证字第1号', '[2026]测社证字第1号'].entries()) {
    await authority.getByLabel('证书编号').nth(index).fill(number);
    await authority.getByLabel('发证机关').nth(index).fill('测试甲县市场监督管理局');
    for (const [label, day] of [
      ['发证日期', '2026-11-20'],
      ['有效期起', '2026-11-20'],
      ['有效期至', '2027-05-31'],
    ] as const) {
      await authority.getByLabel(label).nth(index).fill(day);
      await authority.keyboard.press('Tab');
    }
  }
  await desk.look(authority, 'measurement-standard-grant');
  await authority.getByRole('button', { name: '提交' }).click();
  await authority.getByText('已通过').first().waitFor();

  const office = await desk.as('planOffice');
  await office.goto('/desk/standard-forecast');
  await office.getByRole('link', { name: 'M1等级砝码标准装置' }).waitFor();
  await office.getByText('2026-11-30').waitFor();
  await desk.look(office, 'measurement-standard-forecast');
  await page.goto('/desk/measurement-standards?renewal=due');
  await page.getByRole('link', { name: 'M1等级砝码标准装置' }).waitFor();

  const { now } = city.clock;
  city.clock.now = new Date('2027-06-01T02:00:00Z');
  await city.as('technicalManager').call(it.listMeasurementStandards, { query: { state: 'lapsed' } });
  const later = await desk.as('technicalManager');
  await later.goto(`/desk/measurement-standards/${id}`);
  await later.getByText('证书已失效').waitFor();
  await later.goto('/desk/measurement-standards?state=lapsed');
  await later.getByRole('link', { name: 'M1等级砝码标准装置' }).waitFor();
  city.clock.now = now;
});

test('the register fits a phone and speaks English', async () => {
  const phone = await desk.as('auditor', { width: 375, language: 'en' });
  await phone.goto('/desk/measurement-standards');
  await phone.getByText('M1等级砝码标准装置').first().waitFor();
  await desk.look(phone, 'measurement-standard-phone');
});
