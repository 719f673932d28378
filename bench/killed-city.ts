import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { addressOf } from '../app/kernel/address.ts';
import type { AnyEndpoint } from '../app/kernel/endpoint.ts';
import { openDatabase } from '../app/platform/database.ts';
import { attachCluster, startCluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../app/platform/postgres/database.ts';
import { holdCeremony } from '../test/support/ceremony.ts';
import type { Actor, City } from '../test/support/city.ts';
import { freePort, root } from '../test/support/program.ts';
import type { PersonName } from '../test/support/story.ts';

/** A morning on which the standards, persons and editions of the tests hold. */
const morning = new Date('2026-11-23T02:00:00Z').getTime();
const begun = Date.now();
const storyNow = (): number => morning + Date.now() - begun;

export type Served = { readonly child: ChildProcess; readonly url: string; readonly ended: Promise<void> };

/** Starts the program on a data folder, in a process group of its own that takes the embedded PostgreSQL with it. */
async function serve(data: string): Promise<Served> {
  const port = await freePort();
  const clock = pathToFileURL(join(root, 'bench/story-clock.mjs')).href;
  const own = ['--no-maglev', '--import', clock, join(root, 'app/cli.ts'), 'start', '--empty', '--lang', 'en', '--data', data];
  const child = spawn(process.execPath, [...own, '--port', String(port)], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TONGHENG_STORY_CLOCK: String(storyNow()) },
  });
  let output = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await new Promise<void>((done, failed) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Press Ctrl-C')) done();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => failed(new Error(`the server ended with ${code}: ${output}`)));
  });
  return { child, url: `http://127.0.0.1:${port}`, ended };
}

export type Reply = { readonly status: number; readonly body: Record<string, unknown> };

/** Sends a call; undefined where the server went away before it answered. */
export async function send(
  url: string,
  cookie: string,
  endpoint: AnyEndpoint,
  request: { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown },
  key: string = randomUUID(),
): Promise<Reply | undefined> {
  const isChange = endpoint.method === 'POST';
  try {
    const answer = await fetch(url + addressOf(endpoint, request), {
      method: endpoint.method,
      headers: { cookie, ...(isChange ? { 'idempotency-key': key, 'content-type': 'application/json' } : {}) },
      ...(isChange ? { body: JSON.stringify(request.body ?? {}) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return undefined;
  }
}

/** A city of the tests behind a real socket, for what its people do by themselves. */
function peopleOf(url: string, city: City, db: City['database']['db']): City {
  const bearing = (cookie: string): Actor => ({
    cookie,
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
    async call(endpoint, request) {
      const reply = await send(url, cookie, endpoint, request as never);
      if (reply?.status !== 200) throw new Error(`${endpoint.path}: ${reply?.status} ${JSON.stringify(reply?.body)}`);
      return reply.body as never;
    },
  });
  return {
    ...city,
    database: { ...city.database, db },
    clock: { now: new Date(storyNow()) },
    as: (name: PersonName) => bearing(city.cookieOf(name)),
    bearing,
  };
}

/**
 * A real city in a data folder: its people, an adopted procedure, a root, a key of the log and one of its institute, and a scale whose record
 * is checked. The folder is then served by the program itself.
 */
export async function makeKilledCity(data: string) {
  const cluster = await startCluster({ folder: data, durable: true });
  const prepared = await prepareDatabase(cluster, 'tongheng');
  await withClient(cluster.superuser, (client) => client.query(`ALTER ROLE ${pg.escapeIdentifier(loginOf(prepared.ownerUrl))} CREATEDB`));
  process.env['TONGHENG_TEST_DATABASE_OWNER_URL'] = prepared.ownerUrl;
  process.env['TONGHENG_TEST_DATABASE_URL'] = prepared.appUrl;
  const { openCity } = await import('../test/support/city.ts');
  const { adopt, checked, designate } = await import('../test/support/thread.ts');
  const city = await openCity({ now: new Date(morning).toISOString() });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  const pattern = (await checked(city, 'KILL')).id;
  const made = new URL(city.ownerUrl).pathname.slice(1);
  await city.app.close();
  await city.database.close();
  await withClient(cluster.superuser, async (client) => {
    await client.query('DROP DATABASE tongheng');
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(made)} RENAME TO tongheng`);
  });
  await withClient((await prepareDatabase(cluster, 'tongheng')).ownerUrl, (client) => keepPattern(client, pattern));
  await cluster.stop();
  const first = await serve(data);
  const urls = await prepareDatabase(reach(data), 'tongheng');
  const pool = openDatabase(urls.appUrl, { connections: 1 });
  await holdCeremony(peopleOf(first.url, city, pool.db));
  await pool.close();
  first.child.kill('SIGTERM');
  await first.ended;
  return {
    cookieOf: city.cookieOf,
    serve: () => serve(data),
    /** The database behind the running server, as its owner. */
    async ask<Row extends object>(query: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { ownerUrl } = await prepareDatabase(reach(data), 'tongheng');
      return withClient(ownerUrl, async (client) => (await client.query(query, [...values])).rows as Row[]);
    },
    /** Further scales with a checked record each, as copies of the one that went the whole way; their ids. */
    async addChecked(count: number): Promise<string[]> {
      const { ownerUrl } = await prepareDatabase(reach(data), 'tongheng');
      return withClient(ownerUrl, (client) => copyRecord(client, count));
    },
  };
}
export type KilledCity = Awaited<ReturnType<typeof makeKilledCity>>;

function reach(data: string) {
  const cluster = attachCluster(data);
  if (cluster === undefined) throw new Error('the server has no database');
  return cluster;
}

/** The rows of the checked record as they are now: a lot takes whatever waits, the record itself too. */
async function keepPattern(client: pg.Client, verification: string): Promise<void> {
  const rows = [
    ['verification', 'one.id = $1'],
    ['verification_submission', 'one.verification_id = $1'],
    ['instrument', 'one.id = (select instrument_id from verification where id = $1)'],
    ['request_item', 'one.id = (select item_id from verification where id = $1)'],
    ['request', 'one.id = (select request_id from request_item where id = (select item_id from verification where id = $1))'],
  ] as const;
  await client.query('create schema pattern');
  for (const [table, which] of rows) {
    await client.query(`create table pattern.${table} (like ${table})`);
    const { rows: columns } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'pattern' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    const names = columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
    await client.query(`insert into pattern.${table} (${names}) select ${names} from ${table} one where ${which}`, [verification]);
  }
}

/** Further records like the pattern, each with an instrument and a request of its own. */
async function copyRecord(client: pg.Client, count: number): Promise<string[]> {
  const tag = randomBytes(3).toString('hex');
  const columns = async (table: string, own: Readonly<Record<string, string>>): Promise<{ into: string; from: string }> => {
    const found = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    const names = found.rows.map(({ name }) => name);
    return {
      into: names.map((name) => pg.escapeIdentifier(name)).join(', '),
      from: names.map((name) => own[name] ?? `one.${name}`).join(', '),
    };
  };
  const instrument = await columns('instrument', { id: 'made.instrument', serial: 'made.serial', code: 'made.serial' });
  const request = await columns('request', { id: 'made.request' });
  const item = await columns('request_item', { id: 'made.item', instrument_id: 'made.instrument', request_id: 'made.request' });
  const own = { id: 'made.verification', instrument_id: 'made.instrument', item_id: 'made.item', record_number: 'null' };
  const verification = await columns('verification', own);
  const submission = await columns('verification_submission', { verification_id: 'made.verification' });
  await client.query(
    'create temporary table if not exists made (verification uuid, instrument uuid, request uuid, item uuid, serial text); truncate made',
  );
  await client.query(
    `insert into made select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1::text || n from generate_series(1, $2::int) n`,
    [tag, count],
  );
  await client.query('begin');
  for (const [table, { into, from }] of [
    ['instrument', instrument],
    ['request', request],
    ['request_item', item],
    ['verification', verification],
    ['verification_submission', submission],
  ] as const)
    await client.query(`insert into ${table} (${into}) select ${from} from pattern.${table} one, made`);
  await client.query('commit');
  const { rows } = await client.query<{ verification: string }>('select verification from made');
  return rows.map((row) => row.verification);
}
