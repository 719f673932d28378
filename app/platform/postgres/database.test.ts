import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { Logger, runOnce } from 'graphile-worker';
import { makeTestFolder, openDatabase, openEmptyDatabase, removeTestFolder } from '../../../test/support/database.ts';
import { startCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { inspectDatabase, loginOf, prepareDatabase, withClient } from './database.ts';
import { migrate, newestVersion } from './migrate.ts';

const folder = makeTestFolder();
let own: Cluster | undefined;

/** A PostgreSQL of somebody else's, with whatever logins and databases a person may have made. */
const foreign = async (): Promise<Cluster> => (own ??= await startCluster({ folder, durable: false }));

after(async () => {
  await own?.stop();
  removeTestFolder(folder, own);
});

async function makeDatabase(name: string, options: string): Promise<{ cluster: Cluster; owner: string; app: string }> {
  const cluster = await foreign();
  await withClient(cluster.superuser, async (client) => {
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'city-owner'`);
    if (rowCount === 0) await client.query(`CREATE ROLE "city-owner" LOGIN PASSWORD 'o'; CREATE ROLE "city app" LOGIN PASSWORD 'a'`);
    await client.query(`CREATE DATABASE ${name} OWNER "city-owner" TEMPLATE template0 ${options}`);
  });
  return { cluster, owner: cluster.url(name, 'city-owner', 'o'), app: cluster.url(name, 'city app', 'a') };
}

test('a database of one’s own serves under any names of its logins', async () => {
  const { owner, app } = await makeDatabase('fine', `ENCODING 'UTF8'`);
  await inspectDatabase({ ownerUrl: owner, appUrl: app });
  await migrate({ ownerUrl: owner, appRole: loginOf(app) });
  await withClient(app, (client) => client.query(`INSERT INTO event (at, kind, subject) VALUES (now(), 'house.opened', 'x')`));
  await assert.rejects(
    withClient(app, (client) => client.query('DELETE FROM event')),
    { code: '42501' },
  );
});

test('a database whose character type cannot index Chinese is refused', async () => {
  const { owner, app } = await makeDatabase('ascii', `ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`);
  await assert.rejects(inspectDatabase({ ownerUrl: owner, appUrl: app }), { code: 'databaseNotChinese' });
  const latin = await makeDatabase('latin', `ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`);
  await assert.rejects(inspectDatabase({ ownerUrl: latin.owner, appUrl: latin.app }), { code: 'databaseNotChinese' });
});

test('one login for application and migrations, or one with its power, is refused', async () => {
  const { cluster, owner, app } = await makeDatabase('logins', '');
  await assert.rejects(inspectDatabase({ ownerUrl: owner, appUrl: owner }), { code: 'databaseSameLogin' });
  const superuser = cluster.url('logins', 'postgres', cluster.superuser.password);
  await assert.rejects(inspectDatabase({ ownerUrl: owner, appUrl: superuser }), { code: 'databaseSameLogin' });
  await withClient(cluster.superuser, (client) => client.query('GRANT "city-owner" TO "city app"'));
  await assert.rejects(inspectDatabase({ ownerUrl: owner, appUrl: app }), { code: 'databaseSameLogin' });
  await withClient(cluster.superuser, (client) => client.query('REVOKE "city-owner" FROM "city app"'));
});

test('two addresses of different databases and a wrong password are told apart', async () => {
  const one = await makeDatabase('one', '');
  const other = await makeDatabase('other', '');
  await assert.rejects(inspectDatabase({ ownerUrl: one.owner, appUrl: other.app }), { code: 'databaseElsewhere' });
  await assert.rejects(inspectDatabase({ ownerUrl: one.owner.replace(':o@', ':x@'), appUrl: one.app }), { code: 'databaseAway' });
});

test('Chinese text is found by its parts through the index', async () => {
  const database = await openDatabase();
  const { rows } = await withClient(database.ownerUrl, (client) => client.query(`SELECT cardinality(show_trgm('数显压力表')) AS n`));
  assert.equal(rows[0].n, 6);
  await database.close();
});

test('the application login enqueues and runs jobs', async () => {
  const database = await openDatabase();
  await withClient(database.appUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`SELECT graphile_worker.add_job('remind', '{"task": "T1"}', queue_name => 'one', job_key => 'k')`);
    await client.query('ROLLBACK');
    await client.query(`SELECT graphile_worker.add_job('remind', '{"task": "T2"}', queue_name => 'one', job_key => 'k')`);
  });
  const logger = new Logger(() => () => undefined);
  const seen: unknown[] = [];
  await runOnce({
    connectionString: database.appUrl,
    logger,
    noHandleSignals: true,
    taskList: { remind: (payload) => void seen.push(payload) },
  });
  assert.deepEqual(seen, [{ task: 'T2' }]);
  const { rows } = await withClient(database.appUrl, (client) => client.query('SELECT count(*)::int AS n FROM graphile_worker.jobs'));
  assert.deepEqual(rows, [{ n: 0 }]);
  await database.close();
});

test('a database newer than the program is refused and left alone', async () => {
  const database = await openDatabase();
  const login = { ownerUrl: database.ownerUrl, appRole: loginOf(database.appUrl) };
  await withClient(database.ownerUrl, (client) => client.query(`INSERT INTO schema_version (version, name) VALUES (9000, 'later')`));
  await assert.rejects(migrate(login), {
    code: 'databaseNewer',
    facts: { found: '9000', known: String(newestVersion()) },
  });
  await database.close();
});

test('a migration that was changed after it ran is refused', async () => {
  const database = await openDatabase();
  await withClient(database.ownerUrl, (client) => client.query(`UPDATE schema_version SET md5 = 'other' WHERE version = 1`));
  await assert.rejects(migrate({ ownerUrl: database.ownerUrl, appRole: loginOf(database.appUrl) }), { code: 'migrationChanged' });
  await database.close();
});

test('servers that start at once migrate once', async () => {
  const database = await openEmptyDatabase();
  const login = { ownerUrl: database.ownerUrl, appRole: loginOf(database.appUrl) };
  const versions = await Promise.all([migrate(login), migrate(login), migrate(login)]);
  assert.equal(new Set(versions.map(({ version }) => version)).size, 1);
  await database.close();
});

const older = '/usr/lib/postgresql/15/bin';
test('PostgreSQL 15 serves as well', { skip: existsSync(older) ? false : 'PostgreSQL 15 is not installed here' }, async () => {
  const place = makeTestFolder();
  const cluster = await startCluster({ folder: place, durable: false, binaries: older });
  try {
    const urls = await prepareDatabase(cluster, 'tongheng');
    await inspectDatabase(urls);
    await migrate({ ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl) });
    const { rows } = await withClient(urls.appUrl, (client) => client.query('SHOW server_version_num'));
    assert.match(rows[0].server_version_num, /^15/);
    await cluster.stop();
    await assert.rejects(startCluster({ folder: place, durable: false }), { code: 'databaseOtherVersion' });
  } finally {
    await cluster.stop();
    removeTestFolder(place, cluster);
  }
});
