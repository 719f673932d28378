import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { openDatabase as openPool } from '../app/platform/database.ts';
import { openFiles } from '../app/platform/files.ts';
import { startJobs } from '../app/platform/jobs.ts';
import { createServer } from '../app/platform/server.ts';
import { checkCharacter } from '../app/register/organization/rules.ts';
import { authenticate } from '../app/register/people/service/session.ts';
import { jobs, slices } from '../app/slices.ts';
import { openDatabase } from '../test/support/database.ts';
import { settle } from '../test/support/story.ts';

/**
 * `npm run bench -- ledger-import [--rows 100000] [--known 200000]`: an institute imports a workbook for 400 holders into a ledger that
 * knows their instruments: upload, reading, comparison, writing, by the server and its jobs in a process of their own. Prints the time
 * and the largest resident memory of that process with their ratio to the limits; exit code 1 when one is passed or a count is wrong.
 */
const limitSeconds = 60;
const limitMegabytes = 1024;
const holders = 400;
const shares = { new: 0.5, moved: 0.2, verified: 0.05, refused: 0.01 };

type Told = (step: string) => void;
export type Size = { readonly rows: number; readonly known: number };
export type Measured = { readonly seconds: number; readonly megabytes: number; readonly passed: boolean };
type Answer = {
  readonly read: number;
  readonly apply: number;
  readonly megabytes: number;
  readonly counts: Record<string, number>;
  readonly status: string;
};
type Work = { readonly appUrl: string; readonly file: string; readonly cookie: string; readonly folder: string };

const creditCodeOf = (n: number): string => {
  const first = `91329999MB${String(n).padStart(7, '0')}`;
  return `${first}${checkCharacter(first) ?? ''}`;
};
const holderOf = (n: number): number => n % holders;
const serialOf = (n: number): string => `A${String(n).padStart(8, '0')}`;
const placeOf = (n: number): string => `第 ${n % 97} 区 ${n} 号`;

/** The instruments that the ledger knows: the same holders, some with a result of the year before. */
async function fillLedger(ownerUrl: string, institute: string, known: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO organization (id, kind, name, credit_code, region, recorded_at)
       SELECT gen_random_uuid(), 'enterprise', '试验单位' || n, code, '320685', now() FROM unnest($1::text[]) WITH ORDINALITY AS list (code, n)`,
      [Array.from({ length: holders }, (_, n) => creditCodeOf(n))],
    );
    await client.query(
      `INSERT INTO instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, measuring_range, accuracy_class, status, recorded_at)
       SELECT gen_random_uuid(), instrument_code_of('320685', nextval('instrument_number')), 'price-computing-scale', '电子计价秤', 'ACS-' || n % 40,
         'A' || lpad(n::text, 8, '0'), '试验衡器厂' || n % 20, holder.id, $2, '320685', '第 ' || n % 97 || ' 区 ' || n || ' 号', 'trade', '{}', '0 kg～30 kg', 'III', 'in-use', now()
       FROM generate_series(0, $1::int - 1) n JOIN organization holder ON holder.credit_code = ($3::text[])[n % ${holders} + 1]`,
      [known, institute, Array.from({ length: holders }, (_, n) => creditCodeOf(n))],
    );
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

const headings = [
  '序号',
  '器具名称',
  '型号规格',
  '出厂编号',
  '生产厂家',
  '测量范围',
  '准确度等级',
  '使用单位',
  '统一社会信用代码',
  '使用地点行政区划',
  '安装地点',
  '用途',
  '上次检定日期',
  '有效期至',
  '证书编号',
  '检定机构',
  '出厂日期',
  '原编号',
  '备注',
];

type Kind = 'new' | 'moved' | 'verified' | 'refused' | 'same';
function kindOf(share: number): Kind {
  if (share < shares.new) return 'new';
  if (share < shares.new + shares.moved) return 'moved';
  if (share < shares.new + shares.moved + shares.verified) return 'verified';
  return share < shares.new + shares.moved + shares.verified + shares.refused ? 'refused' : 'same';
}

function rowOf(index: number, { rows, known }: Size): (string | number | Date)[] {
  const kind = kindOf(index / rows);
  const n = kind === 'new' ? known + index : index;
  const code = creditCodeOf(holderOf(n));
  const wrong = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`;
  const isVerified = kind === 'verified' || kind === 'new';
  return [
    index + 1,
    '电子计价秤',
    `ACS-${n % 40}`,
    serialOf(n),
    `试验衡器厂${n % 20}`,
    '0 kg～30 kg',
    'III',
    `试验单位${holderOf(n) + 1}`,
    kind === 'refused' ? wrong : code,
    '320685',
    kind === 'moved' ? `新 ${placeOf(n)}` : placeOf(n),
    '贸易结算',
    ...(isVerified ? [new Date(Date.UTC(2026, 2, 5)), '2027年3月4日', `证-${n}`, '试验计量所'] : ['', '', '', '']),
    '',
    '',
    '',
  ];
}

async function writeWorkbook(file: string, size: Size): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file), useStyles: true, useSharedStrings: true });
  const sheet = writer.addWorksheet('台账');
  sheet.addRow(headings).commit();
  sheet.getColumn(13).numFmt = 'yyyy/m/d';
  for (let index = 0; index < size.rows; index++) sheet.addRow(rowOf(index, size)).commit();
  sheet.commit();
  await writer.commit();
}

async function beginSession(appUrl: string, personId: string): Promise<string> {
  const { db, close } = openPool(appUrl, { connections: 1 });
  const token = randomBytes(16).toString('base64url');
  const at = new Date().toISOString();
  const digest = createHash('sha256').update(token).digest('hex');
  await db
    .insertInto('personSession')
    .values({ id: randomUUID(), personId, tokenDigest: digest, address: '127.0.0.1', agent: 'bench', begunAt: at, seenAt: at })
    .execute();
  await close();
  return `tongheng_session=${token}`;
}

/** The server and its jobs alone in this process: what it needs at most is what an import needs. */
async function serve({ appUrl, file, cookie, folder }: Work): Promise<Answer> {
  const database = openPool(appUrl, { connections: 8 });
  const common = { files: openFiles(folder), clock: () => new Date(), demonstration: false, publicUrl: 'http://127.0.0.1:8080' };
  const app = await createServer({
    ...common,
    db: database.db,
    authenticate,
    secureCookies: false,
    slices,
    version: 'bench',
    pagesFolder: undefined,
    log: 'silent',
  });
  const runner = await startJobs({ ...common, database, jobs, crontab: '', onFailure: (message) => console.error(message) });
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: Buffer | object,
  ): Promise<{ id: string; status: string; counts: Record<string, number> }> => {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {};
    const headers = { cookie, 'idempotency-key': randomUUID(), ...type };
    const answer = await app.inject({ method, url: `/api/ledger-imports${url}`, headers, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return JSON.parse(answer.body) as { id: string; status: string; counts: Record<string, number> };
  };
  const until = async (id: string, during: string) => {
    for (;;) {
      const now = await send('GET', `/${id}`);
      if (now.status !== during) return now;
      await wait(500);
    }
  };
  const begun = performance.now();
  const { id } = await send('POST', `?name=${encodeURIComponent(basename(file))}&manyHolders=true`, await readFile(file));
  const compared = await until(id, 'reading');
  const read = (performance.now() - begun) / 1000;
  await send('POST', `/${id}/application`, { choice: 'all' });
  const done = await until(id, 'applying');
  const apply = (performance.now() - begun) / 1000 - read;
  await runner.stop();
  await app.close();
  await database.close();
  return {
    read,
    apply,
    megabytes: process.resourceUsage().maxRSS / 1024,
    counts: { ...compared.counts, applied: done.counts['applied'] ?? 0 },
    status: done.status,
  };
}

function inOwnProcess(work: Work): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, '--serve', JSON.stringify(work)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(said) as Answer) : reject(new Error(`the server ended with ${code}`))));
  });
}

/** Runs the whole import once on a database of its own. */
export async function measureLedgerImport(size: Size, tell: Told): Promise<Measured> {
  const base = await openDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-import-'));
  try {
    const database = openPool(base.appUrl, { connections: 2 });
    const ids = await settle(database.db, new Date().toISOString());
    await database.close();
    await fillLedger(base.ownerUrl, ids.instituteManager.organization, size.known);
    tell(`${size.known} instruments of ${holders} holders stand in the ledger`);
    const file = join(folder, 'ledger.xlsx');
    await writeWorkbook(file, size);
    tell(`${size.rows} rows in a workbook of ${((await stat(file)).size / 1_048_576).toFixed(1)} MB`);
    const cookie = await beginSession(base.appUrl, ids.instituteManager.person);
    const { read, apply, megabytes, counts, status } = await inOwnProcess({ appUrl: base.appUrl, file, cookie, folder });
    const seconds = read + apply;
    tell(`read and compared in ${read.toFixed(1)} s, written in ${apply.toFixed(1)} s: ${JSON.stringify(counts)}`);
    const expected = countsOf(size);
    const isRight = status === 'done' && Object.entries(expected).every(([name, n]) => counts[name] === n);
    tell(
      `import ${seconds.toFixed(1)} s (${(seconds / limitSeconds).toFixed(2)} of ${limitSeconds} s), resident ${megabytes.toFixed(0)} MiB (${(megabytes / limitMegabytes).toFixed(2)} of ${limitMegabytes} MiB)${isRight ? '' : `, counts differ: ${JSON.stringify(expected)}`}`,
    );
    return { seconds, megabytes, passed: isRight && seconds <= limitSeconds && megabytes <= limitMegabytes };
  } finally {
    await base.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function countsOf(size: Size): Record<string, number> {
  const kinds = Array.from({ length: size.rows }, (_, index) => kindOf(index / size.rows));
  const count = (...wanted: Kind[]): number => kinds.filter((kind) => wanted.includes(kind)).length;
  return {
    new: count('new'),
    changed: count('moved', 'verified'),
    unchanged: count('same'),
    refused: count('refused'),
    applied: count('new', 'moved', 'verified'),
  };
}

if (process.argv[1] === import.meta.filename) {
  const argument = (name: string, otherwise: number): number => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const at = process.argv.indexOf('--serve');
  if (at >= 0) {
    console.log(JSON.stringify(await serve(JSON.parse(process.argv[at + 1] ?? '') as Work)));
  } else {
    const started = performance.now();
    const size = { rows: argument('rows', 100_000), known: argument('known', 200_000) };
    const { passed } = await measureLedgerImport(size, (step) =>
      console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`),
    );
    process.exitCode = passed ? 0 : 1;
  }
}
