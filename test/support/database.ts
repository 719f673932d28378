import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../app/platform/postgres/cluster.ts';
import type { Cluster } from '../../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../../app/platform/postgres/database.ts';
import type { DatabaseUrls } from '../../app/platform/postgres/database.ts';
import { migrate } from '../../app/platform/postgres/migrate.ts';

export type TestDatabase = DatabaseUrls & { readonly close: () => Promise<void> };

/** Who may create databases, and how the two logins reach one of them. */
type Server = { readonly admin: string | pg.ClientConfig; readonly urls: (database: string) => DatabaseUrls };

const quote = pg.escapeIdentifier;

/** A folder an account without rights can pass, as a data folder of a person would be. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

export function removeTestFolder(folder: string, cluster?: Cluster): void {
  rmSync(folder, { recursive: true, force: true });
  if (cluster !== undefined && !cluster.data.startsWith(folder)) rmSync(dirname(cluster.data), { recursive: true, force: true });
}

/** The exit of a process leaves no time for promises: PostgreSQL is told to end and awaited by its lock file. */
function stopAtExit(folder: string, cluster: Cluster): void {
  process.once('exit', () => {
    try {
      process.kill(cluster.pid, 'SIGINT');
    } catch {
      // It has ended already.
    }
    const clock = new Int32Array(new SharedArrayBuffer(4));
    for (let waited = 0; waited < 5000 && existsSync(join(cluster.data, 'postmaster.pid')); waited += 10) Atomics.wait(clock, 0, 0, 10);
    removeTestFolder(folder, cluster);
  });
}

function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function findServer(): Promise<Server> {
  const { TONGHENG_TEST_DATABASE_OWNER_URL: owner, TONGHENG_TEST_DATABASE_URL: app, TONGHENG_TEST_POSTGRES: binaries } = process.env;
  if (owner !== undefined && app !== undefined) {
    return { admin: owner, urls: (database) => ({ ownerUrl: inDatabase(owner, database), appUrl: inDatabase(app, database) }) };
  }
  const folder = makeTestFolder();
  const cluster = await startCluster({ folder, durable: false, ...(binaries === undefined ? {} : { binaries }) });
  stopAtExit(folder, cluster);
  const { ownerUrl, appUrl } = await prepareDatabase(cluster, 'tongheng');
  return {
    admin: cluster.superuser,
    urls: (database) => ({ ownerUrl: inDatabase(ownerUrl, database), appUrl: inDatabase(appUrl, database) }),
  };
}

async function makeTemplate(): Promise<{ server: Server; template: string }> {
  const server = await findServer();
  const template = `tongheng_template_${randomBytes(6).toString('hex')}`;
  const { ownerUrl, appUrl } = server.urls(template);
  await createDatabase(server, template, 'template0');
  await migrate({ ownerUrl, appRole: loginOf(appUrl) });
  return { server, template };
}

/** A template is copied as files: four times as quick as through the log, where nothing is durable anyway. */
async function createDatabase(server: Server, name: string, template: string): Promise<void> {
  const { ownerUrl, appUrl } = server.urls(name);
  await withClient(server.admin, async (client) => {
    await client.query(
      `CREATE DATABASE ${quote(name)} OWNER ${quote(loginOf(ownerUrl))} TEMPLATE ${quote(template)} ENCODING 'UTF8' STRATEGY file_copy`,
    );
    await client.query(`REVOKE ALL ON DATABASE ${quote(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quote(name)} TO ${quote(loginOf(appUrl))}`);
  });
}

let shared: ReturnType<typeof makeTemplate> | undefined;
const prepared = (): ReturnType<typeof makeTemplate> => (shared ??= makeTemplate());

async function copyOf(template: string): Promise<{ name: string; server: Server }> {
  const { server } = await prepared();
  const name = `tongheng_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, template);
  return { name, server };
}

async function clone(template: string): Promise<TestDatabase> {
  const { name, server } = await copyOf(template);
  return {
    ...server.urls(name),
    close: async () => {
      await withClient(server.admin, (client) => client.query(`DROP DATABASE ${quote(name)} WITH (FORCE)`));
    },
  };
}

/** A migrated database of one's own: a copy of a template made once per process, on one cluster that ends with it. */
export const openDatabase = async (): Promise<TestDatabase> => clone((await prepared()).template);

/** A database without any table. */
export const openEmptyDatabase = (): Promise<TestDatabase> => clone('template0');

/** Databases that were filled once in this process, by what they hold. */
const filledOnce = new Map<string, Promise<{ name: string; filled: unknown }>>();

async function fill(work: (urls: DatabaseUrls) => Promise<unknown>): Promise<{ name: string; filled: unknown }> {
  const { name, server } = await copyOf((await prepared()).template);
  return { name, filled: await work(server.urls(name)) };
}

/**
 * A copy of a migrated database that `work` has filled, and what it answered; it works once for all who open under this key.
 * @param work leaves no connection open
 */
export async function openFilledDatabase<Filled>(
  key: string,
  work: (urls: DatabaseUrls) => Promise<Filled>,
): Promise<{ readonly base: TestDatabase; readonly filled: Filled }> {
  const template = filledOnce.get(key) ?? fill(work);
  filledOnce.set(key, template);
  const { name, filled } = await template;
  return { base: await clone(name), filled: filled as Filled };
}
