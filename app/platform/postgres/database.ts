import pg from 'pg';
import { StartProblem, toStartProblem } from '../start-problem.ts';
import type { Cluster } from './cluster.ts';

/** The login that owns the tables and runs migrations, and the one the application works with. */
export type DatabaseUrls = { readonly ownerUrl: string; readonly appUrl: string };

/** The name the migrations use for the application's login. */
export const appRole = 'tongheng_app';
const ownerRole = 'tongheng_owner';

const quote = pg.escapeIdentifier;

/** The user of a connection address. */
export const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** Runs something on a connection of its own. */
export async function withClient<Result>(config: string | pg.ClientConfig, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the two logins and the database of an embedded cluster, where they are missing. */
export async function prepareDatabase(cluster: Cluster, name: string): Promise<DatabaseUrls> {
  const { passwords } = cluster;
  await withClient(cluster.superuser, async (client) => {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [appRole, passwords.app],
    ] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${quote(role)} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quote(name)} OWNER ${ownerRole} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`REVOKE ALL ON DATABASE ${quote(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${quote(name)} TO ${appRole}`);
  });
  return { ownerUrl: cluster.url(name, ownerRole, passwords.owner), appUrl: cluster.url(name, appRole, passwords.app) };
}

type Facts = {
  login: string;
  version: number;
  versionText: string;
  database: string;
  started: string;
};

const factsQuery = `
  SELECT current_user AS login, current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionText",
         current_database() AS database, pg_postmaster_start_time()::text AS started`;

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  try {
    return await withClient(url, work);
  } catch (error) {
    throw toStartProblem(error) ?? error;
  }
}

async function factsOf(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(factsQuery);
  const [facts] = rows;
  if (facts === undefined) throw new Error('the database did not describe itself');
  return facts;
}

/** pg_trgm decides by the database's character type what a letter is; with LC_CTYPE C no Chinese character is one. */
async function refuseUnlessChinese(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS btree_gin').catch((error: Error) => {
      throw new StartProblem('databaseNoExtension', { reason: error.message }, { cause: error });
    });
    const { rows } = await client.query<{ indexes: boolean; found: string }>(`
      SELECT cardinality(show_trgm('数显压力表')) > 0 AS indexes, pg_encoding_to_char(encoding) || ', LC_CTYPE ' || datctype AS found
      FROM pg_database WHERE datname = current_database()`);
    const [row] = rows;
    if (row?.indexes !== true || !row.found.startsWith('UTF8,')) throw new StartProblem('databaseNotChinese', { found: row?.found ?? '' });
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Refuses a database on which the promises of the program would not hold, before anything is written to it. */
export async function inspectDatabase({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  const owner = await connected(ownerUrl, async (client) => {
    const facts = await factsOf(client);
    if (facts.version < 150_000) throw new StartProblem('databaseTooOld', { found: facts.versionText });
    await refuseUnlessChinese(client);
    return facts;
  });
  await connected(appUrl, async (client) => {
    const app = await factsOf(client);
    if (app.database !== owner.database || app.started !== owner.started) throw new StartProblem('databaseElsewhere');
    const { rows } = await client.query<{ power: boolean }>(
      `SELECT rolsuper OR pg_has_role(current_user, $1, 'MEMBER') AS power FROM pg_roles WHERE rolname = current_user`,
      [owner.login],
    );
    if (rows[0]?.power !== false) throw new StartProblem('databaseSameLogin', { login: app.login });
  });
}
