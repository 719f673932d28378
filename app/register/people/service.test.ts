import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { fileEndpoints } from '../file/contract.ts';
import { peopleEndpoints } from './contract.ts';

const { signIn, readSession, changePassword, signOut, listSessions, endSession } = peopleEndpoints;
const { openAccount, resetPassword, closeAccount, grantRole, endRole, listPeople, unmaskPerson } = peopleEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

async function newcomer(account: string): Promise<{ id: string; password: string }> {
  const { id, oneTimePassword } = await city.as('administrator').call(openAccount, {
    body: {
      account,
      name: '赵新',
      organizationId: city.ids.holder.organization as never,
      phone: '13812340000',
      identityNumber: '320600199001011234',
      email: null,
    },
  });
  return { id, password: oneTimePassword ?? '' };
}

async function signInAs(account: string, password: string): Promise<{ cookie: string; status: number; body: Record<string, unknown> }> {
  const answer = await city.app.inject({ method: 'POST', url: '/api/session', payload: { account, password } });
  return {
    cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '',
    status: answer.statusCode,
    body: JSON.parse(answer.body) as Record<string, unknown>,
  };
}

test('a new account works only after its one-time password was changed', async () => {
  const { password } = await newcomer('zhao.xin');
  const first = await signInAs('zhao.xin', password);
  assert.equal(first.status, 200);
  assert.equal(first.body['passwordChangeDue'], true);
  const headers = { cookie: first.cookie, 'idempotency-key': 'change-password-1' };
  const early = await city.app.inject({ method: 'GET', url: '/api/people', headers });
  assert.equal(JSON.parse(early.body).code, 'platform.passwordChangeDue');
  const weak = await city.app.inject({
    method: 'POST',
    url: '/api/session/password',
    headers,
    payload: { current: password, next: 'zhao.xin.2026' },
  });
  assert.equal(JSON.parse(weak.body).code, 'people.weakPassword');
  const changed = await city.app.inject({
    method: 'POST',
    url: '/api/session/password',
    headers,
    payload: { current: password, next: '江海潮起·计量惠民·2026' },
  });
  assert.equal(changed.statusCode, 200, changed.body);
  assert.equal((await signInAs('zhao.xin', '江海潮起·计量惠民·2026')).status, 200);
  const begun = await city.database.db.selectFrom('event').select(['subject', 'personId']).where('kind', '=', 'session.begun').execute();
  assert.ok(begun.length > 0 && begun.every((event) => event.personId === event.subject));
});

test('a person signs in, reads the session, changes the password and signs out', async () => {
  const { password } = await newcomer('lin.xi');
  const begun = await city.stranger().call(signIn, { body: { account: 'lin.xi', password } });
  assert.equal(begun.person.name, '赵新');
  const person = city.bearing((await signInAs('lin.xi', password)).cookie);
  assert.equal((await person.call(readSession, {})).passwordChangeDue, true);
  const changed = await person.call(changePassword, { body: { current: password, next: '长江万里图·计量·2026' } });
  assert.equal(changed.passwordChangeDue, false);
  assert.deepEqual(await person.call(signOut, {}), { ended: true });
  await refused(person.call(readSession, {}), 'platform.unauthenticated');
});

test('five wrong passwords lock the account for a quarter of an hour, even for the right one', async () => {
  const { password } = await newcomer('li.suo');
  for (let attempt = 0; attempt < 5; attempt++) assert.equal((await signInAs('li.suo', 'wrong')).status, 401);
  assert.equal((await signInAs('li.suo', password)).body['code'], 'people.throttled');
  city.clock.now = new Date(city.clock.now.getTime() + 16 * 60_000);
  assert.equal((await signInAs('li.suo', password)).status, 200);
});

test('an unknown account and a wrong password are answered alike', async () => {
  const unknown = await signInAs('nobody.here', 'wrong');
  const wrong = await signInAs('holder', 'wrong');
  assert.deepEqual([unknown.status, unknown.body['code'], unknown.body['title']], [wrong.status, wrong.body['code'], wrong.body['title']]);
});

test('a session ends after half an hour without use and after signing out', async () => {
  const { password } = await newcomer('chen.xi');
  const { cookie } = await signInAs('chen.xi', password);
  const read = () => city.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  assert.equal((await read()).statusCode, 200);
  city.clock.now = new Date(city.clock.now.getTime() + 31 * 60_000);
  assert.equal((await read()).statusCode, 401);
  const again = await signInAs('chen.xi', password);
  const out = await city.app.inject({
    method: 'POST',
    url: '/api/session/ending',
    headers: { cookie: again.cookie, 'idempotency-key': 'sign-out-1' },
  });
  assert.equal(out.statusCode, 200);
  assert.equal((await city.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: again.cookie } })).statusCode, 401);
});

test('the cookie cannot be read by scripts and is not sent to other sites; a POST from another site is refused', async () => {
  const { password } = await newcomer('sun.an');
  const answer = await city.app.inject({ method: 'POST', url: '/api/session', payload: { account: 'sun.an', password } });
  assert.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Strict/);
  const foreign = await city.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { origin: 'https://evil.example', host: '127.0.0.1:8080' },
    payload: { account: 'sun.an', password },
  });
  assert.equal(JSON.parse(foreign.body).code, 'platform.crossSite');
});

test('rights are given by the security administrator, never to oneself, and end as records', async () => {
  const { id } = await newcomer('qian.quan');
  await refused(
    city.as('administrator').call(grantRole, { params: { id: id as never }, body: { role: 'holder', reason: '到岗' } }),
    'platform.forbidden',
  );
  const granted = await city.as('security').call(grantRole, { params: { id: id as never }, body: { role: 'holder', reason: '到岗' } });
  assert.deepEqual(granted.roles, ['holder']);
  const own = city.ids.security.person as never;
  await refused(
    city.as('security').call(grantRole, { params: { id: own }, body: { role: 'plan-office', reason: '试一试' } }),
    'people.ownRights',
  );
  const ended = await city.as('security').call(endRole, { params: { id: id as never, role: 'holder' }, body: { reason: '离岗' } });
  assert.deepEqual(ended.roles, []);
  const kept = await city.database.db.selectFrom('personRole').selectAll().where('personId', '=', id).execute();
  assert.equal(kept.length, 1);
});

test('personal data is masked in lists; seeing it asks for a reason and leaves an event', async () => {
  const { id } = await newcomer('feng.mi');
  const { items } = await city.as('administrator').call(listPeople, { query: { q: 'feng.mi' } });
  assert.equal(items[0]?.phone, '138****0000');
  assert.equal(items[0]?.identityNumber, '32060019900101****');
  const seen = await city.as('security').call(unmaskPerson, { params: { id: id as never }, body: { reason: '核对注册信息' } });
  assert.equal(seen.phone, '13812340000');
  const event = await city.database.db.selectFrom('event').selectAll().where('kind', '=', 'people.unmasked').executeTakeFirstOrThrow();
  assert.equal(event.reason, '核对注册信息');
  assert.ok(!JSON.stringify(event).includes('13812340000'));
});

test('one-time passwords and personal data are not kept with the submission that showed them', async () => {
  await newcomer('he.mi');
  const kept = await city.database.db.selectFrom('submission').selectAll().where('endpoint', '=', 'openAccount').execute();
  assert.ok(kept.length > 0 && kept.every((row) => (row.reply as { oneTimePassword: unknown }).oneTimePassword === null));
});

test('an account that is reset or closed loses its sessions', async () => {
  const { id, password } = await newcomer('lv.bi');
  const { cookie } = await signInAs('lv.bi', password);
  await city.as('administrator').call(resetPassword, { params: { id: id as never }, body: { reason: '本人申请' } });
  assert.equal((await city.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode, 401);
  const closed = await city.as('administrator').call(closeAccount, { params: { id: id as never }, body: { reason: '离职' } });
  assert.equal(closed.active, false);
});

test('a person sees and ends the own sessions only', async () => {
  const { items } = await city.as('holder').call(listSessions, {});
  assert.equal(items.length, 1);
  await city.as('farHolder').call(endSession, { params: { id: items[0]?.id as never } });
  assert.equal((await city.as('holder').call(listSessions, {})).items.length, 1);
});

test('a key used for other content is refused', async () => {
  const key = 'the-same-key-twice';
  await city
    .as('security')
    .call(grantRole, { params: { id: city.ids.holder.person as never }, body: { role: 'auditor', reason: '抽查' } }, { key });
  await refused(
    city
      .as('security')
      .call(grantRole, { params: { id: city.ids.holder.person as never }, body: { role: 'inspector', reason: '抽查' } }, { key }),
    'platform.keyReused',
  );
});

test('a file is known by its content, not by its name, and other organizations do not get it', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const { id } = await city.as('holder').upload('铭牌.png', png);
  const { bytes } = await city.as('holder').call(fileEndpoints.readFile, { params: { id: id as never } });
  assert.deepEqual(Buffer.from(bytes), png);
  await refused(city.as('farHolder').call(fileEndpoints.readFile, { params: { id: id as never } }), 'platform.notFound');
  await refused(city.as('holder').upload('证书.pdf', png), 'platform.fileKind');
  await refused(city.as('holder').upload('程序.exe', Buffer.from('MZ\u0000\u0001')), 'platform.fileKind');
});
