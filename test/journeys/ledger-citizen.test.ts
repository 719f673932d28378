import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk, type Desk } from '../support/desk.ts';
import { instrumentEndpoints } from '../../app/register/instrument/contract.ts';
import { adopt, designate, issued, register } from '../support/thread.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
});
after(() => desk.close());

test('a citizen who scans a label sees what is known, and is led to 12315 with the facts filled in', async () => {
  const { code } = await register(desk.city, 'holder', 'CZ20260817');
  const phone = await desk.anybody({ width: 375 });
  await phone.goto(`${desk.url}/i/${code}`);
  await phone.getByText('平台没有这台器具的检定记录').waitFor();
  await phone.getByText('没有检定记录：可能没有检定，也可能检定结果没有登记到本平台').waitFor();
  await phone.getByRole('button', { name: '不同', exact: true }).click();
  await phone.getByText('标签与器具不符').waitFor();
  const draft = await phone.getByLabel('反映内容（可修改）').inputValue();
  assert.match(draft, new RegExp(code));
  assert.match(draft, /标签可能贴错或被移用/);
  assert.doesNotMatch(draft, /CZ20260817/, 'the whole serial number is not told to a stranger');
  assert.equal(await phone.getByRole('link', { name: '拨打 12315' }).getAttribute('href'), 'tel:12315');
  assert.equal(await phone.getByRole('link', { name: '拨打 12345' }).getAttribute('href'), 'tel:12345');
  await desk.look(phone, 'scan-never-verified-375');
});

test('what an institute issued here is told with its evidence, in English too', async () => {
  await issued(desk.city, 'CZ20260818');
  const { items } = await desk.city.as('holder').call(instrumentEndpoints.listInstruments, { query: { q: 'CZ20260818' } });
  const [instrument] = items;
  assert.ok(instrument);
  const page = await desk.anybody({ language: 'en' });
  await page.goto(`${desk.url}/i/${instrument.code}`);
  await page.getByText('Verified and valid', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: instrument.certificateNumber ?? '' }).click();
  await page.waitForURL(/\/check\?number=/);
});

test('a wrong character is told apart from a code that nobody recorded', async () => {
  const page = await desk.anybody({ width: 375 });
  await page.goto(`${desk.url}/i`);
  await page.getByLabel('器具编码').fill('3206850000000010');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('编码不正确').waitFor();
  await desk.look(page, 'scan-wrong-code-375');
});
