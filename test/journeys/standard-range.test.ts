import { after, before, test } from 'node:test';
import { standardEndpoints } from '../../app/measure/standard/contract.ts';
import { traceabilityEndpoints } from '../../app/measure/traceability/contract.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import { shown } from '../support/browser.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { acceptedItem, adopt, designate, equip, example, issued, weightsCertificate, withoutKind } from '../support/thread.ts';

let desk: Desk;
let standard: string;
before(async () => {
  desk = await openDesk();
  const { city } = desk;
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  const registered = await city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      ...weightsCertificate,
      number: 'FM-31',
      name: 'F2 级砝码组',
      model: 'F2',
      serial: '31',
      range: '见证书附页',
      roles: ['jjg-0539:weights'],
      since: '2025-01-01',
      certificateNumber: '测校 FM-31',
    },
  });
  standard = registered.id;
});
after(() => desk.close());

test('a range that the text does not tell is stated line by line, and each line is read before it is sent', async () => {
  const page = await desk.as('technicalManager');
  await page.goto(`/desk/standards/${standard}`);
  await page.getByText('未登记：文字中读不出确定的范围').waitFor();
  await page.getByRole('button', { name: '登记测量范围' }).click();
  const lines = page.getByLabel('测量范围（每行一个）');
  await lines.fill('1 mg～500 g\n(0～5) V\n20 公斤左右');
  await page.getByText('不是所登记用途要求的量').waitFor();
  await page.getByText('不能识别').waitFor();
  await desk.look(page, 'standard-range-dialog');
  await lines.fill('1 mg～500 g');
  await page.getByText('读作 1 mg～500 g').waitFor();
  await page.getByLabel('依据').fill('测校 FM-31 附页');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await shown(page, '测校 FM-31 附页').waitFor();
  await desk.look(page, 'standard-range');
});

test('the bench refuses loads that the set cannot give, with the values', async () => {
  const { city } = desk;
  const { item } = await acceptedItem(city, 'RANGE-1');
  const technician = city.as('technician');
  await equip(city);
  const { id, version } = await technician.call(verificationEndpoints.takeUpItem, { body: { item } });
  const choice = { role: 'jjg-0539:weights', standard: standard as never, statement: null };
  const body = { version, testedOn: '2026-11-23', standards: [choice], ...withoutKind(example('pass-initial')) };
  await technician.call(verificationEndpoints.saveDraft, { params: { id }, body });
  const page = await desk.as('technician');
  await page.goto(`/desk/verifications/${id}`);
  await page.getByRole('button', { name: '提交核验' }).click();
  await page.getByText('超出砝码组所能组成的载荷').first().waitFor();
  await desk.look(page, 'standard-range-gate');
});

test('the chain shows at which values a certificate used its weights, and what a narrower range makes of it', async () => {
  const { city } = desk;
  const manager = city.as('technicalManager');
  const { document } = await issued(city, 'RANGE-2');
  const { items } = await manager.call(standardEndpoints.listStandards, { query: { q: 'FM-01' } });
  const params = { id: items[0]?.id as never };
  const page = await desk.as('technicalManager', { language: 'en' });
  const found = await manager.call(traceabilityEndpoints.findNodes, { query: { q: document.number } });
  await page.goto(`/desk/traceability/certificate/${found.items[0]?.id ?? ''}`);
  await page.getByText('inside its range').first().waitFor();
  await manager.call(standardEndpoints.stateRanges, {
    params,
    body: { since: '2024-01-01', ranges: ['10 kg～20 kg'], reason: '证书附页' },
  });
  await page.reload();
  await page.getByText('A standard was used outside its range').first().waitFor();
  await desk.look(page, 'standard-range-chain');
  await page.goto('/desk/traceability?code=outside-range');
  await page.getByText(document.number).first().waitFor();
  await desk.look(page, 'standard-range-findings');
  const phone = await desk.as('technicalManager', { language: 'en', width: 375 });
  for (const [name, path] of [
    ['chain', `/desk/traceability/certificate/${found.items[0]?.id ?? ''}`],
    ['page', `/desk/standards/${items[0]?.id ?? ''}`],
  ] as const) {
    await phone.goto(path);
    await phone
      .getByText(name === 'chain' ? 'What is judged of each step' : 'Ranges to judge by')
      .first()
      .waitFor();
    await desk.look(phone, `standard-range-phone-${name}`);
  }
});
