import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { makeTestFolder, openDatabase, openEmptyDatabase, removeTestFolder } from '../../../test/support/database.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { openFiles } from '../files.ts';
import { backup } from './backup.ts';
import { loginOf, withClient } from './database.ts';
import { migrate } from './migrate.ts';
import { restore, verifyBackup } from './restore.ts';

const folder = makeTestFolder();
const at = new Date('2026-11-20T08:00:00Z');
const open: TestDatabase[] = [];

after(async () => {
  for (const database of open) await database.close();
  removeTestFolder(folder);
});

const take = async (database: Promise<TestDatabase>): Promise<TestDatabase> => {
  open.push(await database);
  return database;
};

/** What a city holds: the digest of every table's rows and the next number of every sequence. */
async function contentOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of rows) {
      const columns = name === 'schema_version' ? 'version, name, md5' : '*';
      const all = await client.query(`SELECT t::text AS row FROM (SELECT ${columns} FROM public."${name}") t ORDER BY 1`);
      // log_cnt of a sequence is how many numbers are logged ahead, no fact of the city.
      const lines = all.rows.map(({ row }) => (/^\(\d+,\d+,[tf]\)$/.test(row) ? row.replace(/,\d+,/, ',') : row));
      content[name] = `${all.rowCount} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
    }
    return content;
  });
}

const ledger = `
  GRANT USAGE ON SCHEMA public TO tongheng_app;
  CREATE TABLE holder (id int PRIMARY KEY, name text NOT NULL, first_scale int);
  CREATE TABLE scale (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, holder_id int NOT NULL REFERENCES holder, replaces bigint REFERENCES scale,
    reading numeric NOT NULL, doubled numeric GENERATED ALWAYS AS (reading * 2) STORED, photo bytea, seen timestamptz, note text);
  ALTER TABLE holder ADD CONSTRAINT holder_first_scale FOREIGN KEY (first_scale) REFERENCES scale DEFERRABLE INITIALLY DEFERRED;
  CREATE TABLE scale_count (holder_id int PRIMARY KEY, n int NOT NULL);
  CREATE FUNCTION count_scale() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO scale_count SELECT holder_id, count(*) FROM added GROUP BY holder_id
    ON CONFLICT (holder_id) DO UPDATE SET n = scale_count.n + excluded.n; RETURN NULL; END $$;
  CREATE TRIGGER scale_counted AFTER INSERT ON scale REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_scale();
  INSERT INTO holder VALUES (0, '由迁移写入', NULL);`;

/** The migrations of a program as old as the ledger, and of the one after it. */
function makeMigrations(name: string, ...files: readonly string[]): string {
  const place = join(folder, name);
  mkdirSync(place);
  files.forEach((sql, index) => writeFileSync(join(place, `000${index + 1}.do.ledger.sql`), sql));
  return place;
}
const migrations = makeMigrations('program', ledger);
const laterMigrations = makeMigrations('later-program', ledger, `ALTER TABLE scale ADD colour text NOT NULL DEFAULT '银灰'`);

async function makeLedger(program = migrations): Promise<TestDatabase> {
  const database = await take(openEmptyDatabase());
  await migrate({ ownerUrl: database.ownerUrl, appRole: loginOf(database.appUrl), folder: program });
  await withClient(database.ownerUrl, async (client) => {
    await client.query(`INSERT INTO holder VALUES (1, E'海安\\t市场\\n\\\\N', NULL)`);
    await client.query(`
      INSERT INTO scale (holder_id, replaces, reading, photo, seen, note)
      SELECT 1, CASE WHEN n < 30000 THEN n + 1 END, '10.500', decode('00ff5c0a', 'hex'), '2026-11-20T08:00:00.123456+08', repeat('秤', 100)
      FROM generate_series(1, 30000) n`);
    await client.query('UPDATE holder SET first_scale = 7 WHERE id = 1');
  });
  return database;
}

test('a restored city equals the one that was backed up, row by row', async () => {
  const source = await take(openDatabase());
  const files = openFiles(join(folder, 'files'));
  const digest = await files.save(Buffer.from('检定证书'));
  await withClient(source.ownerUrl, async (client) => {
    await client.query(`INSERT INTO event (at, kind, subject, detail) VALUES (now(), 'house.opened', '通衡', '{"面积": "10.0"}')`);
    await client.query(
      `SELECT graphile_worker.add_job('remind', '{"task": "T1"}', run_at => '2027-01-01 00:00Z', job_key => 'T1', priority => 3)`,
    );
  });
  const target = join(folder, 'city.tar.gz');
  const result = await backup({ ownerUrl: source.ownerUrl, filesFolder: files.folder, target, program: '0.1.0', at });
  assert.equal(result.files, 1);
  assert.deepEqual(result.damaged, []);
  assert.equal(statSync(target).mode & 0o777, 0o600);

  const empty = await take(openEmptyDatabase());
  const restoredFiles = openFiles(join(folder, 'restored-files'));
  await restore({ ownerUrl: empty.ownerUrl, appRole: loginOf(empty.appUrl), filesFolder: restoredFiles.folder, source: target });
  assert.deepEqual(await contentOf(empty.ownerUrl), await contentOf(source.ownerUrl));
  assert.equal(Buffer.from(await restoredFiles.read(digest)).toString(), '检定证书');

  const jobs = await withClient(empty.appUrl, (client) =>
    client.query(`SELECT task_identifier, run_at = '2027-01-01 00:00Z' AS on_time, key, priority FROM graphile_worker.jobs`),
  );
  assert.deepEqual(jobs.rows, [{ task_identifier: 'remind', on_time: true, key: 'T1', priority: 3 }]);
  await withClient(empty.appUrl, (client) => client.query(`INSERT INTO event (at, kind, subject) VALUES (now(), 'house.opened', 'again')`));
});

test('counters, cycles of references, generated columns and numbers survive as they were', async () => {
  const source = await makeLedger();
  const target = join(folder, 'ledger.tar.gz');
  const result = await backup({ ownerUrl: source.ownerUrl, filesFolder: join(folder, 'none'), target, program: '0.1.0', at });
  assert.equal(result.rows, 30_003);

  const empty = await take(openEmptyDatabase());
  const options = {
    ownerUrl: empty.ownerUrl,
    appRole: loginOf(empty.appUrl),
    filesFolder: join(folder, 'none'),
    migrations: laterMigrations,
  };
  await restore({ ...options, source: target });
  await migrate({ ownerUrl: source.ownerUrl, appRole: loginOf(source.appUrl), folder: laterMigrations });
  assert.deepEqual(await contentOf(empty.ownerUrl), await contentOf(source.ownerUrl));
  await withClient(empty.ownerUrl, async (client) => {
    const { rows } = await client.query(`INSERT INTO scale (holder_id, reading) VALUES (1, 1) RETURNING id::int, doubled, colour`);
    assert.deepEqual(rows, [{ id: 30_001, doubled: '2', colour: '银灰' }]);
    assert.deepEqual((await client.query('SELECT n FROM scale_count')).rows, [{ n: 30_001 }]);
    await assert.rejects(client.query('INSERT INTO scale (holder_id, reading) VALUES (9, 1)'), { code: '23503' });
  });
  await assert.rejects(restore({ ...options, source: target }), { code: 'databaseNotEmpty' });
  await restore({ ...options, source: target, replace: true });
  assert.deepEqual(await contentOf(empty.ownerUrl), await contentOf(source.ownerUrl));
});

test('a backup shows one instant, whatever is written meanwhile', async () => {
  const source = await makeLedger();
  const target = join(folder, 'instant.tar.gz');
  const writing = withClient(source.ownerUrl, async (client) => {
    for (let n = 0; n < 200; n += 1) {
      await client.query('INSERT INTO scale (holder_id, reading) VALUES (1, 1)');
    }
  });
  await backup({ ownerUrl: source.ownerUrl, filesFolder: join(folder, 'none'), target, program: '0.1.0', at });
  await writing;
  const empty = await take(openEmptyDatabase());
  const options = { ownerUrl: empty.ownerUrl, appRole: loginOf(empty.appUrl), filesFolder: join(folder, 'none'), migrations };
  await restore({ ...options, source: target });
  const { rows } = await withClient(empty.ownerUrl, (client) =>
    client.query('SELECT (SELECT count(*)::int FROM scale) AS scales, (SELECT n FROM scale_count) AS counted'),
  );
  assert.equal(rows[0].scales, rows[0].counted);
});

test('a damaged or cut backup is refused before anything is written', async () => {
  const source = await makeLedger();
  const target = join(folder, 'good.tar.gz');
  await backup({ ownerUrl: source.ownerUrl, filesFolder: join(folder, 'none'), target, program: '0.1.0', at });
  const bytes = readFileSync(target);
  const plain = gunzipSync(bytes);
  const withText = (from: string, to: string): Buffer => gzipSync(Buffer.from(plain.toString('latin1').replace(from, to), 'latin1'));
  const damages: Record<string, Buffer> = {
    'a flipped bit': Buffer.from(bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte))),
    'a missing end': bytes.subarray(0, bytes.length - 1000),
    'another figure in a row': withText('\t10.500\t', '\t10.501\t'),
    'no manifest': gzipSync(plain.subarray(0, plain.lastIndexOf('manifest.json'))),
    'no archive at all': Buffer.from('not a backup'),
  };
  const empty = await take(openEmptyDatabase());
  for (const [name, content] of Object.entries(damages)) {
    const file = join(folder, 'damaged.tar.gz');
    writeFileSync(file, content);
    const attempt = {
      ownerUrl: empty.ownerUrl,
      appRole: loginOf(empty.appUrl),
      filesFolder: join(folder, 'none'),
      source: file,
      migrations,
    };
    await assert.rejects(restore(attempt), { code: 'backupDamaged' }, name);
  }
  assert.deepEqual(await contentOf(empty.ownerUrl), {});
});

test('a backup never overwrites a file, and a newer one asks for the newer program', async () => {
  const source = await makeLedger(laterMigrations);
  const target = join(folder, 'newer.tar.gz');
  const options = { ownerUrl: source.ownerUrl, filesFolder: join(folder, 'none'), target, program: '0.1.0', at };
  await backup(options);
  await assert.rejects(backup(options), { code: 'backupExists' });
  assert.equal((await verifyBackup(target)).header.at, at.toISOString());

  const empty = await take(openEmptyDatabase());
  await assert.rejects(
    restore({
      ownerUrl: empty.ownerUrl,
      appRole: loginOf(empty.appUrl),
      filesFolder: join(folder, 'none'),
      source: target,
      migrations,
    }),
    { code: 'backupNewer' },
  );
});
