import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { peopleEndpoints } from '../../app/register/people/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

test('a newcomer signs in with the one-time password, has to change it, and signs out', async () => {
  const { oneTimePassword } = await desk.city.as('administrator').call(peopleEndpoints.openAccount, {
    body: { account: 'xin.ren', name: '新人', organizationId: desk.city.ids.holder.organization as never },
  });
  const page = await desk.anybody();
  await page.goto(`${desk.url}/desk`);
  await page.getByLabel('账号').fill('xin.ren');
  await page.getByLabel('密码').fill('wrong-password');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('账号或密码不正确').first().waitFor();
  await desk.look(page, 'sign-in-refused');
  await page.getByLabel('密码').fill(oneTimePassword ?? '');
  await page.keyboard.press('Enter');
  await page.getByLabel('当前密码').waitFor();
  await desk.look(page, 'password-change');
  assert.match(page.url(), /\/desk/);
});

test('the sign-in page reads well in English and on a phone', async () => {
  const page = await desk.anybody({ language: 'en', width: 375 });
  await page.goto(`${desk.url}/desk`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await desk.look(page, 'sign-in-phone-en');
});
