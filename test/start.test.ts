import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeTestFolder } from './support/database.ts';
import { freePort, startServer, tongheng } from './support/program.ts';

let folder: string;
before(() => {
  folder = makeTestFolder();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const data = (name: string): string => join(folder, name);
const json = async (url: string): Promise<Record<string, unknown>> => (await fetch(url)).json() as Promise<Record<string, unknown>>;

function passwordIn(output: string): string {
  const [, password] = /admin\s+(\S+)/.exec(output) ?? [];
  assert.ok(password, output);
  return password;
}

async function signIn(url: string, password: string): Promise<{ cookie: string; status: number }> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'admin', password }),
  });
  return { status: answer.status, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

async function changePassword(url: string, cookie: string, current: string, next: string): Promise<number> {
  const answer = await fetch(`${url}/api/session/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': `change-${next}` },
    body: JSON.stringify({ current, next }),
  });
  return answer.status;
}

test('a real city starts with one administrator, whose password is printed once; what was answered survives kill -9', async () => {
  const first = await startServer(['--empty', '--data', data('city')]);
  const password = passwordIn(first.output());
  const { cookie, status } = await signIn(first.url, password);
  assert.equal(status, 200);
  assert.equal(await changePassword(first.url, cookie, password, 'a-long-new-password'), 200);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startServer(['--empty', '--data', data('city')]);
  assert.doesNotMatch(second.output(), /admin\s/);
  assert.equal((await signIn(second.url, 'a-long-new-password')).status, 200);
  assert.equal((await json(`${second.url}/healthz`))['status'], 'ok');

  const other = await tongheng(['start', '--data', data('city'), '--port', '18999', '--lang', 'en']);
  assert.equal(other.code, 1);
  assert.match(other.error, /in use by process \d+\. Stop that process/);
  assert.equal(other.error.trim().split('\n').length, 1);

  const file = data('city.backup');
  const saved = await tongheng(['backup', file, '--data', data('city'), '--json']);
  assert.equal(saved.code, 0, saved.error);
  second.child.kill('SIGINT');
  assert.equal(await second.ended, 0);
  const restored = await tongheng(['restore', file, '--data', data('copy'), '--json']);
  assert.equal(restored.code, 0, restored.error);
  const third = await startServer(['--data', data('copy')]);
  assert.equal((await signIn(third.url, 'a-long-new-password')).status, 200);
  third.child.kill('SIGTERM');
  assert.equal(await third.ended, 0);
});

test('a port that is taken is one line with what to do, before a database is made', async () => {
  const taken = createServer();
  await new Promise<void>((done) => void taken.listen(0, '127.0.0.1', done));
  const { port } = taken.address() as { port: number };
  const { code, error } = await tongheng(['start', '--empty', '--data', data('taken'), '--port', String(port), '--lang', 'en']);
  taken.close();
  assert.equal(code, 1);
  assert.deepEqual(error.trim().split('\n'), [`Port ${port} is taken by another program. Choose another one: npm start -- --port 8081.`]);
});

test('a folder that cannot be made is one line with what to do', async () => {
  const port = String(await freePort());
  const { code, error } = await tongheng(['start', '--empty', '--data', '/proc/no-such-place/data', '--port', port, '--lang', 'en']);
  assert.equal(code, 1);
  assert.match(error, /cannot be written/);
});

test('the demonstration refuses to listen for other machines', async () => {
  const { code, error } = await tongheng(['start', '--data', data('open'), '--host', '0.0.0.0', '--lang', 'en']);
  assert.equal(code, 1);
  assert.match(error, /runs on this machine only/);
  assert.ok(!existsSync(data('open')));
});

test('a city in which nothing was done answers the public addresses with what the document prints and nothing unpublished', async () => {
  const running = await startServer(['--empty', '--data', data('city')]);
  const { items } = (await json(`${running.url}/api/public/plan/indicators`)) as { items: { value: unknown; state: string }[] };
  assert.deepEqual([items.length, ...new Set(items.map((item) => `${String(item.value)} ${item.state}`))], [24, 'null not-published']);
  const tasks = (await json(`${running.url}/api/public/plan/tasks`)) as { items: { id: string; bodies: string[] }[] };
  assert.equal(tasks.items.map((item) => item.id).join(' '), 'T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 S1 S2 S3 S4');
  const basic = (await json(`${running.url}/api/public/capability?list=basic`)) as {
    counties: { printed: { done: number }; cells: { printed: string; state: unknown }[] }[];
    printedTotal: unknown;
  };
  const cells = basic.counties.flatMap((county) => county.cells);
  assert.deepEqual(
    [cells.length, cells.filter((cell) => cell.printed === 'done').length, new Set(cells.map((cell) => cell.state)).size],
    [78, 62, 1],
  );
  assert.equal((await fetch(`${running.url}/api/public/certificates/NO-SUCH-NUMBER`)).status, 404);
  running.child.kill('SIGTERM');
  assert.equal(await running.ended, 0);
});
