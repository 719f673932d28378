import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeTestFolder } from './support/database.ts';
import { startServer, type Running } from './support/program.ts';

let folder: string;
before(() => {
  folder = makeTestFolder();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const password = 'a-password-for-the-kill-test';
const headers = { 'content-type': 'application/json' };

async function signIn(url: string, secret: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ account: 'admin', password: secret }),
  });
  assert.equal(answer.status, 200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const nameOf = (number: number): string => `耐久测试机构${String(number).padStart(4, '0')}`;

/** True when the server answered that the organization is registered. */
async function register(url: string, cookie: string, number: number): Promise<boolean> {
  const body = JSON.stringify({ kind: 'institute', name: nameOf(number), region: '320600' });
  try {
    const answer = await fetch(`${url}/api/organizations`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': `register-${number}` },
      body,
    });
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function registered(url: string, cookie: string): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const query: string = new URLSearchParams({ q: '耐久测试', limit: '200', ...(after === null ? {} : { after }) }).toString();
    const answer = await fetch(`${url}/api/organizations?${query}`, { headers: { cookie } });
    const page = (await answer.json()) as { items: { name: string }[]; next: string | null };
    names.push(...page.items.map((item) => item.name));
    after = page.next;
  } while (after !== null);
  return names;
}

const postmasterOf = (data: string): number => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function start(data: string): Promise<Running> {
  return startServer(['--empty', '--data', data]);
}

test('kill -9 of server or database in the middle of writing loses nothing that was answered and doubles nothing that is retried', async () => {
  const data = join(folder, 'city');
  let running = await start(data);
  const [, first = ''] = /admin\s+(\S+)/.exec(running.output()) ?? [];
  let cookie = await signIn(running.url, first);
  const changed = await fetch(`${running.url}/api/session/password`, {
    method: 'POST',
    headers: { ...headers, cookie, 'idempotency-key': 'first-change' },
    body: JSON.stringify({ current: first, next: password }),
  });
  assert.equal(changed.status, 200);
  const acknowledged = new Set<number>();
  let next = 0;
  for (const victim of ['server', 'database', 'server'] as const) {
    const from = next;
    const writing = [0, 1, 2, 3].map(async (lane) => {
      for (let number = from + lane; number < from + 400; number += 4) {
        if (await register(running.url, cookie, number)) acknowledged.add(number);
        else return;
      }
    });
    await new Promise((done) => setTimeout(done, 250));
    if (victim === 'server') running.child.kill('SIGKILL');
    else process.kill(postmasterOf(data), 'SIGKILL');
    await Promise.all(writing);
    await running.ended;
    next = from + 400;
    running = await start(data);
    cookie = await signIn(running.url, password);
    const names = await registered(running.url, cookie);
    for (const number of acknowledged) assert.ok(names.includes(nameOf(number)), `${nameOf(number)} was answered and is lost`);
    for (let number = from; number < from + 40; number += 1) assert.equal(await register(running.url, cookie, number), true);
    for (let number = from; number < from + 40; number += 1) acknowledged.add(number);
    const again = await registered(running.url, cookie);
    assert.equal(new Set(again).size, again.length, 'an organization is there twice');
  }
  running.child.kill('SIGTERM');
  assert.equal(await running.ended, 0);
});
