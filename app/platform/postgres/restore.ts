import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import type { FileStore } from '../files.ts';
import { openFiles } from '../files.ts';
import { StartProblem, toStartProblem } from '../start-problem.ts';
import { collect, unpack } from './archive.ts';
import type { Member } from './archive.ts';
import { Header, Manifest, jobColumns, printing } from './backup-format.ts';
import { copyTable } from './backup.ts';
import { copyIn } from './copy.ts';
import { withClient } from './database.ts';
import { migrate, newestVersion } from './migrate.ts';

export type RestoreOptions = {
  readonly ownerUrl: string;
  readonly appRole: string;
  readonly filesFolder: string;
  readonly source: string;
  /** Empties a database that holds something; refused otherwise. */
  readonly replace?: boolean;
  /** Folder of the migrations, the program's own when absent. */
  readonly migrations?: string;
};

export type RestoreResult = { readonly header: Header; readonly rows: number; readonly files: number };

const damagedBackup = (reason: string): StartProblem => new StartProblem('backupDamaged', { reason });

/** Reads the whole file and compares every digest: nothing is written before the backup is known to be good. */
export async function verifyBackup(source: string): Promise<{ readonly header: Header; readonly manifest: Manifest }> {
  const found: Record<string, string> = {};
  let header: Header | undefined;
  let manifest: Manifest | undefined;
  try {
    for await (const { name, body } of unpack(source)) {
      if (manifest !== undefined) throw damagedBackup(`${name} follows the end`);
      if (name === 'manifest.json') {
        manifest = Manifest.parse(JSON.parse((await collect(body)).toString('utf8')));
        continue;
      }
      const digest = createHash('sha256');
      const kept: Buffer[] = [];
      for await (const chunk of body) {
        digest.update(chunk);
        if (name === 'backup.json') kept.push(chunk);
      }
      if (name === 'backup.json') header = Header.parse(JSON.parse(Buffer.concat(kept).toString('utf8')));
      found[name] = digest.digest('hex');
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damagedBackup(`${source} does not exist`);
    throw toStartProblem(error) ?? damagedBackup(error instanceof Error ? error.message : String(error));
  }
  if (header === undefined || manifest === undefined) throw damagedBackup('it has no end');
  const names = new Set([...Object.keys(found), ...Object.keys(manifest.members)]);
  for (const name of names) if (found[name] !== manifest.members[name]) throw damagedBackup(name);
  return { header, manifest };
}

async function makeEmpty(client: pg.Client, replace: boolean): Promise<void> {
  const { rowCount } = await client.query(`
    SELECT FROM pg_class WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker'))
      AND relkind IN ('r', 'p', 'v', 'm', 'S') LIMIT 1`);
  if (rowCount === 0) return;
  if (!replace) throw new StartProblem('databaseNotEmpty');
  await client.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
}

/** Statements that leave the tables as they were before `open`, run when the rows are in. */
async function openTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ open: string; close: string | null }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS open,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS close
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
           format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                  CASE tgenabled WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' ELSE '' END, tgname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgparentid = 0 AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('TRUNCATE %s', string_agg(oid::regclass::text, ', ')), NULL
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'schema_version'
    HAVING count(*) > 0`);
  for (const { open } of rows) await client.query(open);
  return rows.flatMap(({ close }) => close ?? []);
}

/** Members of one part, up to the first of the next, which is handed back. */
class Parts {
  #members: AsyncGenerator<Member>;
  #next: Member | undefined;
  constructor(source: string) {
    this.#members = unpack(source);
  }
  async peek(): Promise<Member | undefined> {
    this.#next ??= (await this.#members.next()).value as Member | undefined;
    return this.#next;
  }
  drop(): void {
    this.#next = undefined;
  }
  async close(): Promise<void> {
    await this.#members.return(undefined);
  }
  async *bodies(prefix: string): AsyncGenerator<Buffer> {
    for (let member = await this.peek(); member?.name.startsWith(prefix) === true; member = await this.peek()) {
      yield* member.body;
      this.drop();
    }
  }
}

async function loadRows(client: pg.Client, parts: Parts, header: Header, manifest: Manifest): Promise<void> {
  for (const table of header.tables) {
    const rows = await copyIn(client, copyTable(table, 'FROM STDIN'), parts.bodies(`table/${table.name}/`));
    if (rows !== manifest.rows[table.name]) throw damagedBackup(`${table.name}: ${rows} rows`);
  }
  await client.query(`
    CREATE TEMPORARY TABLE waiting_job (identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int,
      job_key text, priority int, flags text[]) ON COMMIT DROP`);
  await copyIn(client, `COPY waiting_job (${jobColumns.join(', ')}) FROM STDIN`, parts.bodies('job/'));
  await client.query(`
    SELECT graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, job_key, priority, flags) FROM waiting_job`);
  for (const { name, last } of manifest.sequences) {
    if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${pg.escapeIdentifier(name)}`, last]);
  }
}

async function loadFiles(parts: Parts, files: FileStore): Promise<number> {
  await mkdir(files.folder, { recursive: true });
  let count = 0;
  for (let member = await parts.peek(); member !== undefined; member = await parts.peek()) {
    if (member.name.startsWith('file/')) {
      await files.save(await collect(member.body));
      count += 1;
    }
    parts.drop();
  }
  return count;
}

/**
 * Puts a backup into an empty database and folder: first the schema it was taken from, then its rows with triggers and
 * foreign keys put aside (counters are rows too and must not count twice), then the schema of this program. All rows are
 * there or none.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { header, manifest } = await verifyBackup(options.source);
  const known = newestVersion(options.migrations);
  if (header.schema > known) throw new StartProblem('backupNewer', { found: String(header.schema), known: String(known) });
  await withClient(options.ownerUrl, (client) => makeEmpty(client, options.replace === true));
  const { ownerUrl, appRole, migrations: folder } = options;
  const login = { ownerUrl, appRole, ...(folder === undefined ? {} : { folder }) };
  const parts = new Parts(options.source);
  try {
    await migrate({ ...login, version: header.schema });
    const files = await withClient(ownerUrl, async (client) => {
      await client.query(printing);
      await client.query('BEGIN');
      if ((await parts.peek())?.name === 'backup.json') parts.drop();
      const close = await openTables(client);
      await loadRows(client, parts, header, manifest);
      for (const statement of close) await client.query(statement);
      const count = await loadFiles(parts, openFiles(options.filesFolder));
      await client.query('COMMIT');
      await client.query('ANALYZE');
      return count;
    });
    await migrate(login);
    return { header, rows: Object.values(manifest.rows).reduce((total, count) => total + count, 0), files };
  } catch (error) {
    await withClient(options.ownerUrl, (client) => makeEmpty(client, true)).catch(() => undefined);
    throw toStartProblem(error, { folder: options.filesFolder }) ?? error;
  } finally {
    await parts.close();
  }
}
