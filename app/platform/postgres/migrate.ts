import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import Postgrator from 'postgrator';
import { StartProblem } from '../start-problem.ts';
import { appRole, withClient } from './database.ts';

const migrationsFolder = join(import.meta.dirname, '../../../db/migrations');

/** Everyone who migrates this database waits here: two servers that start at once run each migration once. */
const lockKey = 7_202_311;

export type MigrateOptions = {
  readonly ownerUrl: string;
  /** The application's login, which the migrations call `tongheng_app`. */
  readonly appRole: string;
  readonly folder?: string;
  /** Stops at this version; the newest when absent. A restore first makes the schema its backup was taken from. */
  readonly version?: number;
};

const silent = new Logger(() => () => undefined);

/** The schema version this program works with. */
export function newestVersion(folder: string = migrationsFolder): number {
  return Math.max(0, ...readdirSync(folder).map((name) => Number(/^(\d+)\.do\..*\.sql$/.exec(name)?.[1] ?? 0)));
}

const nameRole = (sql: string, role: string): string =>
  sql.replace(new RegExp(`'${appRole}'|\\b${appRole}\\b`, 'g'), (name) =>
    name.startsWith("'") ? pg.escapeLiteral(role) : pg.escapeIdentifier(role),
  );

async function migrateTables(client: pg.Client, { folder = migrationsFolder, appRole: role, version }: MigrateOptions): Promise<void> {
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: join(folder, '*.do.*.sql'),
    schemaTable: 'schema_version',
    currentSchema: 'public',
    newline: 'LF',
    execQuery: (sql) => client.query(sql),
    execSqlScript: async (sql) => {
      await client.query(nameRole(sql, role));
    },
  });
  const known = newestVersion(folder);
  await client.query('BEGIN');
  try {
    const found = await postgrator.getDatabaseVersion();
    if (found > known) throw new StartProblem('databaseNewer', { found: String(found), known: String(known) });
    await postgrator.migrate(version === undefined ? '' : String(version)).catch((error: Error) => {
      throw error.message.startsWith('MD5') ? new StartProblem('migrationChanged', { reason: error.message }) : error;
    });
    await client.query(`GRANT SELECT ON schema_version TO ${pg.escapeIdentifier(role)}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/**
 * graphile-worker keeps its tables closed by row level security without a policy; the application's login both enqueues,
 * in the transaction of a change, and runs the jobs.
 */
async function openJobs(client: pg.Client, role: string): Promise<void> {
  const quoted = pg.escapeIdentifier(role);
  const { rows } = await client.query<{ name: string; open: boolean }>(
    `SELECT c.oid::regclass::text AS name,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND $1::regrole = ANY (p.polroles)) AS open
     FROM pg_class c WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity`,
    [quoted],
  );
  const policies = rows
    .filter(({ open }) => !open)
    .map(({ name }) => `CREATE POLICY ${pg.escapeIdentifier(`open_to_${role}`)} ON ${name} TO ${quoted} USING (true) WITH CHECK (true)`);
  const grants = [
    `GRANT USAGE ON SCHEMA graphile_worker TO ${quoted}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${quoted}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${quoted}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${quoted}`,
  ];
  await client.query(['BEGIN', ...policies, ...grants, 'COMMIT'].join(';\n'));
}

/** Brings the database to the schema of this program: all migrations or, when one fails, none. */
export async function migrate(options: MigrateOptions): Promise<{ readonly version: number }> {
  return withClient(options.ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await migrateTables(client, options);
    await runMigrations({ connectionString: options.ownerUrl, maxPoolSize: 2, logger: silent });
    await openJobs(client, options.appRole);
    return { version: options.version ?? newestVersion(options.folder) };
  });
}
