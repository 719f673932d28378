import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { StartProblem, toStartProblem } from '../start-problem.ts';
import { pack } from './archive.ts';
import type { Member } from './archive.ts';
import { printing } from './backup-format.ts';
import type { Header, Manifest } from './backup-format.ts';
import { copyOut } from './copy.ts';
import { withClient } from './database.ts';

export type BackupOptions = {
  readonly ownerUrl: string;
  /** Where attachments lie by their digest. */
  readonly filesFolder: string;
  readonly target: string;
  /** Version of the program, for the person who finds the file years later. */
  readonly program: string;
  readonly at: Date;
};

export type BackupResult = {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Attachments whose content is not what their name says; they are in the backup as they are. */
  readonly damaged: readonly string[];
};

type Table = Header['tables'][number];

const chunkSize = 4 * 1024 * 1024;

const tablesQuery = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_version'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.relname ORDER BY c.relname`;

const jobsQuery = `
  SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority, NULLIF(ARRAY(SELECT jsonb_object_keys(j.flags)), '{}')
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.attempts < j.max_attempts ORDER BY j.id`;

const sequencesQuery = `
  SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`;

export const copyTable = ({ name, columns }: Table, direction: 'TO STDOUT' | 'FROM STDIN'): string =>
  `COPY public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')}) ${direction}`;

const whole = (name: string, content: Buffer): Member => ({ name, size: content.length, body: Readable.from([content]) });

/** Rows in members of bounded size: a tar header names the size before the content. */
async function* inChunks(prefix: string, rows: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let number = 0;
  const flush = (): Member => {
    number += 1;
    const member = whole(`${prefix}/${String(number).padStart(6, '0')}.copy`, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
    return member;
  };
  for await (const chunk of rows) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= chunkSize) yield flush();
  }
  if (bytes > 0) yield flush();
}

async function* attachments(folder: string): AsyncGenerator<Member> {
  if (!existsSync(folder)) return;
  for (const part of (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).toSorted()) {
    for (const digest of (await readdir(join(folder, part))).filter((name) => /^[0-9a-f]{64}$/.test(name)).toSorted()) {
      const path = join(folder, part, digest);
      yield { name: `file/${digest}`, size: (await stat(path)).size, body: createReadStream(path) };
    }
  }
}

async function* hashed(body: AsyncIterable<Buffer>, digest: Hash, ended: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    digest.update(chunk);
    yield chunk;
  }
  ended();
}

async function describeDatabase(client: pg.Client, { program, at }: BackupOptions): Promise<Header> {
  const { rows: tables } = await client.query<Table>(tablesQuery);
  const { rows } = await client.query<{ schema: number }>('SELECT max(version)::int AS schema FROM schema_version');
  return { format: 'tongheng-backup-1', program, schema: rows[0]?.schema ?? 0, at: at.toISOString(), tables };
}

async function* membersOf(client: pg.Client, options: BackupOptions, result: Manifest, damaged: string[]): AsyncGenerator<Member> {
  const listed = (member: Member): Member => {
    const digest = createHash('sha256');
    const body = hashed(member.body, digest, () => {
      const found = digest.digest('hex');
      result.members[member.name] = found;
      if (member.name.startsWith('file/') && member.name !== `file/${found}`) damaged.push(member.name.slice(5));
    });
    return { ...member, body };
  };
  const header = await describeDatabase(client, options);
  yield listed(whole('backup.json', Buffer.from(`${JSON.stringify(header, undefined, 2)}\n`)));
  for (const table of header.tables) {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*)::text AS n FROM public.${pg.escapeIdentifier(table.name)}`);
    result.rows[table.name] = Number(rows[0]?.n);
    for await (const member of inChunks(`table/${table.name}`, copyOut(client, copyTable(table, 'TO STDOUT')))) yield listed(member);
  }
  for await (const member of inChunks('job', copyOut(client, `COPY (${jobsQuery}) TO STDOUT`))) yield listed(member);
  for await (const member of attachments(options.filesFolder)) yield listed(member);
  // Numbers given out after the rows were read are passed over by the restored sequence as well.
  result.sequences = (await client.query<Manifest['sequences'][number]>(sequencesQuery)).rows;
  yield whole('manifest.json', Buffer.from(`${JSON.stringify(result)}\n`));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Writes everything the city recorded into one file while the server runs: all tables as of one instant, waiting jobs
 * and attachments. Attachments are written before the rows that name them, so none of an instant is missing.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const target = resolve(options.target);
  const draft = `${target}.draft`;
  if (existsSync(target)) throw new StartProblem('backupExists', { file: target });
  const result: Manifest = { members: {}, rows: {}, sequences: [] };
  const damaged: string[] = [];
  try {
    await withClient(options.ownerUrl, async (client) => {
      await client.query(printing);
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const members = membersOf(client, options, result, damaged);
      const output = createWriteStream(draft, { mode: 0o600, flags: 'w', flush: true });
      await pipeline(Readable.from(pack(members, options.at), { objectMode: true, highWaterMark: 1 }), createGzip({ level: 1 }), output);
      await client.query('COMMIT');
    });
    renameSync(draft, target);
    await syncFolder(dirname(target));
  } catch (error) {
    rmSync(draft, { force: true });
    throw toStartProblem(error, { folder: dirname(target) }) ?? error;
  }
  const rows = Object.values(result.rows).reduce((total, count) => total + count, 0);
  const files = Object.keys(result.members).filter((name) => name.startsWith('file/')).length;
  return { tables: Object.keys(result.rows).length, rows, files, damaged };
}
