import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { AnyEndpoint } from '../app/kernel/endpoint.ts';
import { platformProblems } from '../app/kernel/problem.ts';
import { permitNames, permits, permitsOf } from '../app/register/people/rules/permits.ts';
import { roleNames, type Role } from '../app/register/people/rules/roles.ts';
import { slices } from '../app/slices.ts';
import { enter } from './support/callers.ts';
import { addressOf, pathOf } from '../app/kernel/address.ts';
import { openCity, type City } from './support/city.ts';

/** Open to everybody without signing in, as the checked-in table of permissions says. */
const printedPublic = [
  ...readFileSync(join(import.meta.dirname, '../docs/generated/permissions.txt'), 'utf8').matchAll(/^public\s+(\w+)/gm),
];

const endpoints = slices.flatMap(({ endpoints: of }) => Object.entries(of));
const closed = endpoints.filter(([, { permit }]) => permit !== 'public');

let city: City;
const cookies = new Map<Role, string>();
before(async () => {
  city = await openCity();
  for (const role of roleNames) cookies.set(role, await enter(city, [role]));
});
after(() => city.close());

/** An address of the right form; what it names need not exist, since the permit is asked for first. */
const someAddress = (endpoint: AnyEndpoint): string => {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  return addressOf(endpoint, { params: Object.fromEntries(names.map((name) => [name, randomUUID()])) });
};

async function codeFor(endpoint: AnyEndpoint, cookie: string | undefined): Promise<string> {
  const answer = await city.app.inject({
    method: endpoint.method,
    url: someAddress(endpoint),
    headers: { ...(cookie === undefined ? {} : { cookie }), 'idempotency-key': randomUUID() },
    ...(endpoint.method === 'POST' && endpoint.uploadBytes === undefined ? { payload: {} } : {}),
  });
  return answer.statusCode === 200 ? 'done' : (JSON.parse(answer.body) as { code: string }).code;
}

test('names and addresses of endpoints are given once', () => {
  const names = endpoints.map(([name]) => name);
  const addresses = endpoints.map(([, endpoint]) => `${endpoint.method} ${pathOf(endpoint).replace(/:\w+/g, ':')}`);
  assert.deepEqual([...new Set(names)], names);
  assert.deepEqual([...new Set(addresses)], addresses);
});

test('endpoints say what they are in both languages and read or change as their method says', () => {
  for (const [name, { method, path, atRoot, permit, summary, body, params, uploadBytes }] of endpoints) {
    if (atRoot === true) assert.deepEqual([method, permit], ['GET', 'public'], `${name}: below no /api there are only public reads`);
    assert.match(summary[0], /[\u4e00-\u9fff]/, name);
    assert.match(summary[1], /^[A-Z“].*[A-Za-z]/, name);
    assert.match(path, /^(\/([a-z][a-z-]*|:[a-zA-Z]+))+$/, name);
    assert.match(
      name,
      method === 'GET' ? /^(read|list|find|search|compare|print|export|preview|download|check|look)[A-Z]/ : /^[a-z]+[A-Z]\w*/,
      name,
    );
    if (method === 'GET') assert.equal(body ?? uploadBytes, undefined, `${name} reads and has no body`);
    assert.deepEqual(
      [...path.matchAll(/:(\w+)/g)].map(([, param = '']) => param).sort(),
      Object.keys((params as { shape?: object } | undefined)?.shape ?? {}).sort(),
      `${name} declares the parameters of its path`,
    );
  }
});

test('every permit is given to a role and used by an endpoint', () => {
  const used = new Set(closed.map(([, { permit }]) => permit).filter((permit) => permit !== 'session'));
  assert.deepEqual(
    [...used].filter((permit) => !(permitNames as string[]).includes(permit)),
    [],
    'permits that no role holds',
  );
  assert.deepEqual(
    permitNames.filter((permit) => !used.has(permit)),
    [],
    'permits that no endpoint asks for',
  );
  for (const permit of permitNames) assert.ok(permits[permit].length > 0, permit);
});

test('few endpoints are public, and the table of permissions names each', () => {
  const found = endpoints.filter(([, { permit }]) => permit === 'public').map(([name]) => name);
  assert.deepEqual(found.sort(), printedPublic.map(([, name = '']) => name).sort());
});

test('no public endpoint changes anything but a session, and what a signed link from an e-mail stops', () => {
  const changing = [...endpoints].filter(([, { permit, method }]) => permit === 'public' && method === 'POST').map(([name]) => name);
  assert.deepEqual(changing.sort(), ['signIn', 'stopEmails']);
});

test('a stranger gets nothing that is not public', async () => {
  for (const [name, endpoint] of closed) {
    assert.equal(await codeFor(endpoint, undefined), platformProblems.unauthenticated.code, name);
    assert.equal(await codeFor(endpoint, 'tongheng_session=guessed'), platformProblems.unauthenticated.code, name);
  }
});

test('whoever lacks the permit is refused, whatever else the person may do', async () => {
  let asked = 0;
  for (const [role, cookie] of cookies) {
    const held = permitsOf([role]);
    for (const [name, endpoint] of closed) {
      if (endpoint.permit === 'session' || held.has(endpoint.permit)) continue;
      assert.equal(await codeFor(endpoint, cookie), platformProblems.forbidden.code, `${role} calls ${name}`);
      asked += 1;
    }
  }
  assert.ok(asked > closed.length, 'roles were refused');
});

test('whoever must change the password first may do nothing else', async () => {
  const cookie = await enter(city, roleNames, { passwordChangeDue: true });
  for (const [name, endpoint] of closed) {
    if (endpoint.permit === 'session') continue;
    assert.equal(await codeFor(endpoint, cookie), platformProblems.passwordChangeDue.code, name);
  }
});

test('no change is accepted without a key', async () => {
  const cookie = await enter(city, roleNames);
  for (const [name, endpoint] of closed) {
    if (endpoint.method === 'GET') continue;
    const answer = await city.app.inject({ method: 'POST', url: someAddress(endpoint), headers: { cookie }, payload: {} });
    assert.equal((JSON.parse(answer.body) as { code: string }).code, platformProblems.keyMissing.code, name);
  }
});

test('problems are declared once, in both languages, with what to do next', () => {
  const known = new Map<string, string>();
  for (const [name, { problems = [] }] of endpoints) {
    for (const { code, text, next } of problems) {
      const words = JSON.stringify([text, next]);
      assert.equal(known.get(code) ?? words, words, `${code} has two meanings`);
      known.set(code, words);
      for (const [chinese, english] of [text, next]) {
        assert.match(chinese, /[\u4e00-\u9fff]/, `${name}: ${code}`);
        assert.match(english, /[A-Za-z]/, `${name}: ${code}`);
      }
    }
  }
});
