import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { makeTestFolder, removeTestFolder } from '../../../test/support/database.ts';
import { startCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { prepareDatabase, withClient } from './database.ts';
import { identifyProcess } from './process.ts';
import { reachDatabase } from './reach.ts';

const clusters: Cluster[] = [];
const folders: string[] = [];

const newFolder = (): string => {
  const folder = makeTestFolder();
  folders.push(folder);
  return folder;
};

const start = async (folder: string, durable = true): Promise<Cluster> => {
  const cluster = await startCluster({ folder, durable });
  clusters.push(cluster);
  return cluster;
};

after(() => {
  for (const folder of folders)
    removeTestFolder(
      folder,
      clusters.find(({ data }) => !data.startsWith(folder)),
    );
});

test('a cluster can be stopped and started again with its logins', async () => {
  const folder = newFolder();
  const first = await start(folder, false);
  const before = await prepareDatabase(first, 'tongheng');
  await first.stop();
  const second = await start(folder, false);
  assert.deepEqual(await prepareDatabase(second, 'tongheng'), before);
  await withClient(before.appUrl, (client) => client.query('SELECT 1'));
  await second.stop();
  assert.equal(identifyProcess(second.pid), undefined);
  assert.equal(statSync(join(folder, 'database-passwords.json')).mode & 0o777, 0o600);
});

test('the database is reached by a socket of its own account and by no network port', async () => {
  const cluster = await start(newFolder(), false);
  const { rows } = await withClient(cluster.superuser, (client) =>
    client.query(`SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_permissions') AS mode`),
  );
  assert.deepEqual(rows, [{ addresses: '', mode: '0700' }]);
  await assert.rejects(
    withClient({ ...cluster.superuser, password: 'guess' }, (client) => client.query('SELECT 1')),
    { code: '28P01' },
  );
  await cluster.stop();
});

test('the second start on a folder is refused and leaves the first alone', async () => {
  const folder = newFolder();
  const first = await start(folder, false);
  await assert.rejects(startCluster({ folder, durable: false }), { code: 'folderInUse' });
  await withClient(first.superuser, (client) => client.query('SELECT 1'));
  await first.stop();
});

test('what was acknowledged survives the killing of the database', async () => {
  const folder = newFolder();
  const first = await start(folder);
  let acknowledged = 0;
  await withClient(first.superuser, async (client) => {
    await client.query('CREATE TABLE note (id int PRIMARY KEY)');
    const writing = (async () => {
      for (;;) {
        await client.query('INSERT INTO note VALUES ($1)', [acknowledged + 1]);
        acknowledged += 1;
      }
    })();
    while (acknowledged < 50) await wait(1);
    process.kill(first.pid, 'SIGKILL');
    await assert.rejects(writing);
  });
  await first.ended;
  await first.stop();
  const second = await start(folder);
  const { rows } = await withClient(second.superuser, (client) => client.query('SELECT count(*)::int AS n, max(id) AS last FROM note'));
  await second.stop();
  assert.equal(rows[0].n, rows[0].last);
  assert.ok(rows[0].n === acknowledged || rows[0].n === acknowledged + 1, `${acknowledged} acknowledged, ${rows[0].n} found`);
});

const starter = `
  import { startCluster } from ${JSON.stringify(new URL('cluster.ts', import.meta.url).href)};
  const cluster = await startCluster({ folder: process.argv[1], durable: true });
  console.log(cluster.pid);
  setInterval(() => {}, 1000);`;

test('after the killing of the program its database is found and the next start needs no hand', async () => {
  const folder = newFolder();
  const program = spawn(process.execPath, ['--input-type=module', '--eval', starter, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((done) => program.stdout.once('data', (data: Buffer) => done(Number(data.toString()))));
  await assert.rejects(startCluster({ folder, durable: true }), { code: 'folderInUse' });
  program.kill('SIGKILL');
  await new Promise((done) => program.once('exit', done));
  const next = await start(folder);
  assert.notEqual(next.pid, pid);
  assert.equal(identifyProcess(pid), undefined);
  await withClient(next.superuser, (client) => client.query('SELECT 1'));
  await next.stop();
});

test('an orphaned database is stopped before the next start', async () => {
  const folder = newFolder();
  const first = await start(folder);
  rmSync(join(folder, 'running.json'));
  const second = await start(folder);
  assert.equal(identifyProcess(first.pid), undefined);
  await second.stop();
});

test('a lock file that names a foreign process is not obeyed', async () => {
  const folder = newFolder();
  const first = await start(folder, false);
  const pidFile = join(first.data, 'postmaster.pid');
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();
  assert.equal(existsSync(pidFile), false);
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
  const second = await start(folder, false);
  await second.stop();
});

test('a folder nobody else can enter is served as well', async () => {
  const parent = newFolder();
  chmodSync(parent, 0o700);
  const folder = join(parent, 'data');
  mkdirSync(folder);
  const first = await start(folder, false);
  await first.stop();
  const second = await start(folder, false);
  assert.equal(second.data, first.data);
  await second.stop();
  if (!second.data.startsWith(folder)) removeTestFolder(folder, second);
});

test('a path too long for a socket is served as well', async () => {
  const folder = join(newFolder(), 'data-'.repeat(24));
  const cluster = await start(folder, false);
  await withClient(cluster.superuser, (client) => client.query('SELECT 1'));
  await cluster.stop();
});

test('passwords that got lost are said to be lost', async () => {
  const folder = newFolder();
  await (await start(folder, false)).stop();
  rmSync(join(folder, 'database-passwords.json'));
  await assert.rejects(startCluster({ folder, durable: false }), { code: 'passwordsMissing' });
});

test('a folder that is a file is refused by name', async () => {
  const folder = join(newFolder(), 'file');
  writeFileSync(folder, '');
  await assert.rejects(startCluster({ folder, durable: false }), { code: 'folderNotWritable' });
});

test('a command beside the server reaches its database and leaves it running', async () => {
  const folder = newFolder();
  const reach = (): ReturnType<typeof reachDatabase> => reachDatabase({ folder, progress: () => undefined });
  const server = await start(folder);
  await assert.rejects(reachDatabase({ folder, alone: true, progress: () => undefined }), { code: 'folderInUse' });
  const command = await reach();
  await withClient(command.ownerUrl, (client) => client.query('SELECT 1'));
  await command.close();
  await withClient(server.superuser, (client) => client.query('SELECT 1'));
  await server.stop();
  const alone = await reach();
  await withClient(alone.ownerUrl, (client) => client.query('SELECT 1'));
  await alone.close();
  await assert.rejects(withClient(alone.ownerUrl, (client) => client.query('SELECT 1')));
});
