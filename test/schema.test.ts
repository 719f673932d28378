import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { openDatabase as openPool } from '../app/platform/database.ts';
import { startCluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../app/platform/postgres/database.ts';
import { migrate } from '../app/platform/postgres/migrate.ts';
import { findAccount } from '../app/register/people/store.ts';
import { printDatabase } from '../scripts/generated-files.ts';
import { meaningOf, readCatalogue, type Catalogue } from '../scripts/schema-catalogue.ts';
import { makeTestFolder, openDatabase, removeTestFolder, type TestDatabase } from './support/database.ts';
import { settle } from './support/story.ts';

const root = join(import.meta.dirname, '..');
const olderPostgres = '/usr/lib/postgresql/15/bin';

let database: TestDatabase;
let catalogue: Catalogue;
before(async () => {
  database = await openDatabase();
  catalogue = await withClient(database.ownerUrl, (client) => readCatalogue(client, loginOf(database.appUrl)));
});
after(() => database.close());

/** Tries statements as the application does; each must be refused for want of the right. */
async function refusedToApplication(statements: readonly string[]): Promise<void> {
  await withClient(database.appUrl, async (client: pg.Client) => {
    for (const statement of statements) await assert.rejects(client.query(statement), { code: '42501' }, statement);
  });
}

const tables = (): string[] => catalogue.relations.filter(({ kind }) => kind === 'table').map(({ name }) => name);

test('db/schema.sql, db/types.ts and the page of the schema are what the migrations give', async (t) => {
  const major = await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ major: number }>(`SELECT current_setting('server_version_num')::int / 10000 AS major`);
    return rows[0]?.major;
  });
  if (major !== 18) return t.skip(`PostgreSQL ${major} prints definitions in other words; compared on 18`);
  for (const [path, text] of Object.entries(await printDatabase(database))) {
    assert.equal(existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '', text, `${path} is stale: npm run generate`);
  }
});

test('every table, view and function says in a comment what it is', () => {
  const silent = [
    ...catalogue.relations.filter(({ comment }) => comment === null).map(({ name }) => name),
    ...catalogue.routines.filter(({ comment }) => comment === null).map(({ name }) => name),
  ];
  assert.deepEqual(silent, []);
});

test('every column means what the house means by its name, leads to a record, or says in a comment what it is', () => {
  const silent = catalogue.relations
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ name, columns }) => columns.filter((column) => meaningOf(column) === undefined).map((column) => `${name}.${column.name}`));
  assert.deepEqual(silent, []);
});

test('names of rules say the rule, and tables begin with the word of their slice', () => {
  for (const { name, constraints } of catalogue.relations) {
    assert.match(name, /^[a-z][a-z_]*$/);
    for (const rule of constraints) assert.doesNotMatch(rule.name, /_check\d*$/, `${name}: a check says what it demands`);
  }
});

test('the application can add events and never alter or remove one', async () => {
  await withClient(database.appUrl, (client) =>
    client.query(`INSERT INTO event (at, kind, subject) VALUES (now(), 'house.opened', 'one')`),
  );
  await refusedToApplication([
    `UPDATE event SET reason = 'x'`,
    `UPDATE event SET detail = '{}'`,
    'DELETE FROM event',
    'TRUNCATE event',
    'ALTER TABLE event DISABLE TRIGGER ALL',
    'DROP TABLE event',
  ]);
});

test('the application can remove nothing, anywhere', async () => {
  assert.ok(tables().length >= 10);
  await refusedToApplication(tables().flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `DROP TABLE ${table}`]));
});

test('the application makes no tables, schemas, functions or logins, and becomes nobody else', async () => {
  await refusedToApplication([
    'CREATE TABLE mine (a int)',
    'CREATE SCHEMA mine',
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    'CREATE ROLE mine',
    `SET ROLE ${loginOf(database.ownerUrl)}`,
    'CREATE TABLE graphile_worker.mine (a int)',
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ]);
});

/** Functions that the application calls with the rights of the owner; each says in its migration why. */
const lent = ['indicator_adopt(plan text, rules jsonb)'];

test('a function with the rights of the owner names where it looks, and only a trigger or a named one has them', () => {
  const elevated = catalogue.routines.filter((routine) => routine.elevated);
  assert.ok(elevated.length > 0);
  for (const { name, definition, open } of elevated) {
    assert.match(definition, /SET search_path TO 'public', 'pg_temp'/, name);
    if (/RETURNS trigger/.test(definition)) continue;
    assert.ok(lent.includes(name), `${name} lends the owner's rights`);
    assert.equal(open, false, `${name} is open to every login`);
  }
});

test('the application enqueues and sees its jobs', async () => {
  await withClient(database.appUrl, async (client) => {
    await client.query(`SELECT graphile_worker.add_job('remind', '{}', job_key := 'one')`);
    const { rows } = await client.query(`SELECT task_identifier FROM graphile_worker.jobs WHERE key = 'one'`);
    assert.deepEqual(rows, [{ task_identifier: 'remind' }]);
  });
});

test(
  'the oldest PostgreSQL that a city may bring keeps the same schema and a small story',
  {
    skip: existsSync(join(olderPostgres, 'initdb')) ? false : 'PostgreSQL 15 is not installed here',
  },
  async () => {
    const folder = makeTestFolder();
    const cluster = await startCluster({ folder, durable: false, binaries: olderPostgres });
    try {
      const urls = await prepareDatabase(cluster, 'older');
      await migrate({ ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl) });
      const older = await withClient(urls.ownerUrl, (client) => readCatalogue(client, loginOf(urls.appUrl)));
      assert.deepEqual(
        older.relations.map(({ name, columns, grants }) => ({ name, columns, grants })),
        catalogue.relations.map(({ name, columns, grants }) => ({ name, columns, grants })),
      );
      const pool = openPool(urls.appUrl, { connections: 2 });
      try {
        const ids = await settle(pool.db, '2026-11-23T02:00:00Z');
        const person = await findAccount(pool.db, 'planoffice');
        assert.equal(person?.id, ids.planOffice.person);
        assert.deepEqual(person.roles, ['plan-office']);
      } finally {
        await pool.close();
      }
    } finally {
      await cluster.stop();
      removeTestFolder(folder, cluster);
    }
  },
);
