import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { readRecord, type CertificateRecord } from '@tongheng/seal/record';
import { certificateNumber } from '../app/measure/certificate/rules.ts';
import { takeNumbers, writeCertificates, type Belonging } from '../app/measure/certificate/service/issue.ts';
import { makeViews } from '../app/measure/certificate/service/view.ts';
import { findAnywhere } from '../app/measure/certificate/store/certificate.ts';
import { printable } from '../app/measure/certificate/store/view.ts';
import { sequenceLeaves } from '../app/measure/transparency/service/sequence.ts';
import type { Context } from '../app/platform/context.ts';
import { openDatabase } from '../app/platform/database.ts';
import { openFiles } from '../app/platform/files.ts';
import { perform } from '../app/platform/jobs.ts';
import { idAt } from '../app/platform/row-id.ts';
import { startCluster, type Cluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../app/platform/postgres/database.ts';
import { makeTestFolder, removeTestFolder } from '../test/support/database.ts';

const now = new Date('2026-11-23T02:00:00Z');
const year = 2026;

/** Hundredths of a second that a process below this one has used; one that has just ended counts for nothing. */
function ticksBelow(pid: string, parent: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[1]) === parent ? Number(fields[11]) + Number(fields[12]) : 0;
  } catch {
    return 0;
  }
}

/** Other last digits in everything that was read and calculated, as no two instruments read the same: no longer one calculation, as large as before. */
function withDigits<T>(value: T, shift: number): T {
  if (typeof value === 'string') {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
    return value.replace(/\d$/, (digit) => String((Number(digit) + shift) % 10)) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown, index) => withDigits(one, shift + index * 3)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, one], index) => [name, withDigits<unknown>(one, shift + index * 7)]);
  return Object.fromEntries(entries) as T;
}

/** Seconds of processor time: of the thread of the program, of those that print, hash and write files beside it, and of the database. */
export type Processor = { readonly main: number; readonly threads: number; readonly database: number };

/**
 * A city in service writes into files of the write-ahead log that are there already; a new cluster would make each of them first (`min_wal_size`). The checkpoint
 * gives back as many as were written.
 */
const fillWriteAheadLog = (cluster: Cluster): Promise<unknown> =>
  withClient(cluster.superuser, async (client) => {
    await client.query(`select pg_logical_emit_message(false, 'bench', repeat('x', 1024 * 1024)) from generate_series(1, 1024)`);
    await client.query('checkpoint');
  });

/** So many records with other digits take turns; the press forgets in between what it laid out. */
const patternsInTurn = 97;

/**
 * A city with one issued certificate of a price-computing scale, on a cluster with the settings of a city in service, and copies of its
 * verification to issue from: what is measured is the writing of documents, not the gates before it.
 */
export async function openIssuingCity() {
  const place = makeTestFolder();
  const cluster = await startCluster({ folder: place, durable: true });
  await fillWriteAheadLog(cluster);
  const prepared = await prepareDatabase(cluster, 'tongheng');
  await withClient(cluster.superuser, (client) =>
    client.query(
      `ALTER ROLE ${pg.escapeIdentifier(loginOf(prepared.ownerUrl))} CREATEDB; GRANT pg_signal_backend TO ${pg.escapeIdentifier(loginOf(prepared.ownerUrl))}`,
    ),
  );
  process.env['TONGHENG_TEST_DATABASE_OWNER_URL'] = prepared.ownerUrl;
  process.env['TONGHENG_TEST_DATABASE_URL'] = prepared.appUrl;
  const { openCity } = await import('../test/support/city.ts');
  const { adopt, designate, issued } = await import('../test/support/thread.ts');
  const city = await openCity({ demonstration: true });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  const { document } = await issued(city, 'BENCH');
  const owner = new pg.Client({ connectionString: city.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ app: string }>(
    `select current_setting('fsync') || ' ' || current_setting('synchronous_commit') as app`,
  );
  if (rows[0]?.app !== 'on on') throw new Error(`commits are not durable: ${rows[0]?.app}`);
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-bench-'));
  const appUrl = city.ownerUrl.replace(/\/\/[^@]*@/, /\/\/[^@]*@/.exec(prepared.appUrl)?.[0] ?? '//');
  const database = openDatabase(appUrl, { connections: 8 });
  const files = openFiles(folder);
  const row = await findAnywhere(database.db, document.number);
  if (row === undefined) throw new Error('the first certificate is not there');
  const pattern = readRecord(row.record);
  const patterns = Array.from({ length: patternsInTurn }, (_, turn): CertificateRecord => {
    const { readings, result, environment } = pattern.verification;
    const checks = result.checks.map((check, index) => ({ ...check, value: withDigits(check.value, turn + index) }));
    const changed = { readings: withDigits(readings, turn), environment: withDigits(environment, turn), result: { ...result, checks } };
    return { ...pattern, verification: { ...pattern.verification, ...changed } };
  });
  let turn = 0;
  const waiting: { verification: string; instrument: string; serial: string }[] = [];

  const within = async <Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> => {
    let result: Result | undefined;
    await perform(
      'work',
      {},
      {
        database,
        files,
        secrets: city.secrets,
        clock: () => now,
        demonstration: true,
        publicUrl: 'https://jl.example.cn',
        jobs: { work: async (_payload, ctx) => void (result = await work(ctx)) },
        crontab: '',
      },
    );
    return result as Result;
  };

  const columnsOf = async (table: string): Promise<string[]> => {
    const found = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    return found.rows.map(({ name }) => pg.escapeIdentifier(name));
  };

  const { rows: others } = await owner.query<{ id: string }>(
    `select id from organization where kind = 'institute' and id <> $1 order by id limit 1`,
    [row.instituteId],
  );
  const [other] = others;
  if (other === undefined) throw new Error('the city has one institute');
  const institutes = [row.instituteId, other.id] as const;

  const write = (count: number, instituteId: string): Promise<string[]> =>
    within(async (ctx) => {
      const { issuer, from } = await takeNumbers(ctx, instituteId, year, count);
      const documents = waiting.splice(0, count).map(({ verification, instrument, serial }, index) => {
        const number = certificateNumber(issuer, year, from + index);
        turn += 1;
        const own = patterns[turn % patternsInTurn] ?? pattern;
        const record: CertificateRecord = {
          ...own,
          number,
          issuer,
          instrument: { ...own.instrument, id: instrument, serial },
          verification: { ...own.verification, id: verification },
        };
        const belonging: Belonging = {
          verificationId: verification,
          instrumentId: instrument,
          instituteId,
          holderId: row.holderId,
          region: row.region,
          lotId: null,
          issuedBy: row.issuedBy,
        };
        return { record, belonging, leaf: 'issued' as const };
      });
      return (await writeCertificates(ctx, documents)).map(({ number }) => number);
    });

  return {
    /** Copies of the verification and its instrument, which nothing was issued for yet. */
    async addVerifications(count: number): Promise<void> {
      const tag = randomBytes(3).toString('hex');
      const instruments = await columnsOf('instrument');
      const verifications = await columnsOf('verification');
      const items = await columnsOf('request_item');
      const asked: Record<string, string> = { '"id"': 'made.item', '"instrument_id"': 'made.instrument' };
      const own: Record<string, string> = {
        '"id"': 'made.instrument',
        '"serial"': 'made.serial',
        '"code"': `made.serial`,
        '"certificate_number"': 'null',
      };
      const self: Record<string, string> = {
        '"id"': 'made.verification',
        '"instrument_id"': 'made.instrument',
        '"item_id"': 'made.item',
        '"record_number"': 'null',
        '"certificate_number"': 'null',
      };
      // One after the other, a second apart, as people do them.
      const made = Array.from({ length: count }, (_, index) => {
        const id = (): string => idAt(now.getTime() - (count - index) * 1000, randomUUID());
        return { verification: id(), instrument: id(), item: id(), serial: `${tag}${index + 1}` };
      });
      await owner.query(`create temporary table made (verification uuid, instrument uuid, item uuid, serial text)`);
      await owner.query(`insert into made select * from jsonb_populate_recordset(null::made, $1)`, [JSON.stringify(made)]);
      await owner.query(
        `insert into instrument (${instruments.join(', ')})
           select ${instruments.map((name) => own[name] ?? `one.${name}`).join(', ')} from instrument one, made where one.id = '${row.instrumentId}';
         insert into request_item (${items.join(', ')})
           select ${items.map((name) => asked[name] ?? `one.${name}`).join(', ')} from request_item one, made
           where one.id = (select item_id from verification where id = '${row.verificationId}');
         insert into verification (${verifications.join(', ')})
           select ${verifications.map((name) => self[name] ?? `one.${name}`).join(', ')} from verification one, made where one.id = '${row.verificationId}';
         drop table made;
         analyze`,
      );
      waiting.push(...made);
    },
    /** A lot of the first institute or of the second, each with numbers of its own: two lots of one institute wait for each other. */
    writeRecords: async (count: number, institute: 0 | 1): Promise<number> => (await write(count, institutes[institute])).length,
    async writeOne(): Promise<string> {
      const [number] = await write(1, row.instituteId);
      if (number === undefined) throw new Error('nothing left to issue from');
      return number;
    },
    /** As the job does it that makes the papers of what was issued: several in one transaction. */
    makePapers: (numbers: readonly string[]): Promise<void> =>
      within(async (ctx) => {
        const rows = await ctx.db.selectFrom('certificate').select(printable).where('number', 'in', numbers).execute();
        if (rows.length !== numbers.length) throw new Error('a certificate is missing');
        await makeViews(ctx, rows, 'pdf');
      }),
    /** The database does it by itself each minute; until then it plans for tables as small as they were. */
    analyze: (): Promise<unknown> => owner.query('analyze'),
    extendLog: (): Promise<void> =>
      within(async (ctx) => {
        await sequenceLeaves(ctx);
      }),
    /** Seconds of processor time that have been used so far; undefined where the system does not tell. */
    processorSeconds(): Processor | undefined {
      if (!existsSync('/proc/self/stat')) return undefined;
      const { user, system } = process.cpuUsage();
      const own = process.threadCpuUsage();
      const ticks = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => ticksBelow(name, cluster.pid))
        .reduce((sum, one) => sum + one, 0);
      const main = (own.user + own.system) / 1e6;
      return { main, threads: (user + system) / 1e6 - main, database: ticks / 100 };
    },
    /** Every certificate has a leaf with an index. */
    async refuseUnlogged(): Promise<void> {
      const { rows: found } = await owner.query<{ n: string }>(
        `select count(*) as n from certificate left join transparency_leaf leaf on leaf.id = certificate.leaf_id where leaf.leaf_index is null`,
      );
      if (Number(found[0]?.n) !== 0) throw new Error(`${found[0]?.n} certificates are not in the log`);
    },
    async close(): Promise<void> {
      await owner.end();
      await database.close();
      await city.close();
      await cluster.stop();
      removeTestFolder(place, cluster);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type IssuingCity = Awaited<ReturnType<typeof openIssuingCity>>;
