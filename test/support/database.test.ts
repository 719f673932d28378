import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withClient } from '../../app/platform/postgres/database.ts';
import { openDatabase } from './database.ts';

test('each test gets a migrated database of its own, open to the application login', async () => {
  const [one, other] = [await openDatabase(), await openDatabase()];
  try {
    await withClient(one.appUrl, (client) => client.query(`INSERT INTO event (at, kind, subject) VALUES (now(), 'house.opened', 'one')`));
    const count = async (url: string): Promise<unknown> =>
      withClient(url, async (client) => (await client.query(`SELECT count(*)::int AS n FROM event WHERE kind = 'house.opened'`)).rows[0]);
    assert.deepEqual(await count(one.appUrl), { n: 1 });
    assert.deepEqual(await count(other.appUrl), { n: 0 });
  } finally {
    await one.close();
    await other.close();
  }
});

test('the application login can change neither events nor the schema', async () => {
  const database = await openDatabase();
  try {
    for (const sql of [
      `UPDATE event SET reason = 'x'`,
      'DELETE FROM event',
      'TRUNCATE event',
      'CREATE TABLE mine (a int)',
      'CREATE SCHEMA mine',
    ]) {
      await assert.rejects(
        withClient(database.appUrl, (client) => client.query(sql)),
        { code: '42501' },
        sql,
      );
    }
  } finally {
    await database.close();
  }
});
