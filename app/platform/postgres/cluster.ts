import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Text } from '../../kernel/text.ts';
import { StartProblem, toStartProblem } from '../start-problem.ts';
import { findBinaries } from './binaries.ts';
import { claimFolder } from './folder-claim.ts';
import { keepPasswords } from './passwords.ts';
import type { Passwords } from './passwords.ts';
import { accountFor, findData, grant, leadTo, makeDraft, socketFolder } from './place.ts';
import type { Account } from './place.ts';
import { identifyProcess } from './process.ts';
import { initializeSettings, serverSettings } from './settings.ts';

export type Cluster = {
  readonly superuser: { readonly host: string; readonly user: string; readonly password: string; readonly database: string };
  readonly passwords: Passwords;
  readonly url: (database: string, user: string, password: string) => string;
  readonly stop: () => Promise<void>;
  /** Resolves when PostgreSQL ends, by `stop` or by itself. */
  readonly ended: Promise<void>;
  readonly pid: number;
  /** Where the data really lie. */
  readonly data: string;
};

export type ClusterOptions = {
  readonly folder: string;
  /** false gives up safety against a crash of the machine for speed: tests only. */
  readonly durable: boolean;
  /** Folder of another PostgreSQL's initdb and postgres. */
  readonly binaries?: string;
  readonly progress?: (text: Text) => void;
};

type Run = { readonly binaries: string; readonly account: Account | undefined; readonly log: string };

/**
 * Starts a program of PostgreSQL under its account. With setpriv the kernel stops it when this process dies (the
 * signal acts on the spawning thread, so call from the main one); its own session keeps Ctrl-C from reaching it before
 * the server has drained.
 */
function launch({ binaries, account, log }: Run, program: string, args: readonly string[]): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  try {
    const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => process.platform === 'linux' && existsSync(file));
    const stdio: ['ignore', number, number] = ['ignore', output, output];
    const options = { stdio, cwd: '/', detached: true, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
    const file = join(binaries, program);
    if (setpriv === undefined) return spawn(file, args, { ...options, ...account });
    const identity = account === undefined ? [] : ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
    return spawn(setpriv, [...identity, '--pdeathsig', 'INT', '--', file, ...args], options);
  } finally {
    closeSync(output);
  }
}

const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((done, failed) => {
    child.once('exit', (code) => done(code ?? 1));
    child.once('error', failed);
  });

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** What the database wrote since `from`, as a problem a person can act on. */
function problemIn(log: string, from: number, folder: string): StartProblem {
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n');
  if (lines.some((line) => line.includes('No space left on device') || line.includes('Disk quota exceeded'))) {
    return new StartProblem('diskFull', { folder });
  }
  const versions = /initialized by PostgreSQL version (\S+),.*not compatible with this version (\S+?)\.?$/m.exec(lines.join('\n'));
  if (versions !== null) return new StartProblem('databaseOtherVersion', { found: versions[1] ?? '', carried: versions[2] ?? '' });
  const reason = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
  return new StartProblem('databaseFailed', { reason: reason.replace(/^.*?(FATAL|PANIC): */, ''), log });
}

async function initialize(run: Run, folder: string, passwords: Passwords, durable: boolean): Promise<string> {
  const { draft, place } = makeDraft(folder, run.account);
  const passwordFile = `${draft}.password`;
  const from = sizeOf(run.log);
  try {
    writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
    grant(passwordFile, run.account, 0o600);
    const settings = initializeSettings(run.binaries, durable);
    const code = await endOf(launch(run, 'initdb', ['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`, ...settings]));
    if (code !== 0) throw problemIn(run.log, from, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  // Only a finished cluster gets its name: whatever interrupts initdb leaves nothing that looks like one.
  renameSync(draft, place);
  leadTo(folder, place);
  if (durable) syncFolder(dirname(place));
  return place;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

const readPostmaster = (data: string): readonly string[] => {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** A postmaster whose program was killed goes on without it where there is no setpriv: it is stopped before the next start. */
async function stopOrphan(data: string): Promise<void> {
  const pid = Number(readPostmaster(data)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const isOrphan = (): boolean => identifyProcess(pid)?.command.includes(data) === true;
  if (!isOrphan()) {
    // The number now belongs to somebody else, and PostgreSQL would take that process for its own.
    if (identifyProcess(pid) !== undefined) rmSync(join(data, 'postmaster.pid'), { force: true });
    return;
  }
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (isOrphan()) process.kill(pid, signal);
    for (let waited = 0; waited < patience && isOrphan(); waited += 20) await wait(20);
  }
}

async function startServer(run: Run, data: string, host: string, durable: boolean, folder: string): Promise<ChildProcess> {
  for (let attempt = 0; ; attempt += 1) {
    const from = sizeOf(run.log);
    const child = launch(run, 'postgres', ['-D', data, '-k', host, ...serverSettings(durable)]);
    let ended = false;
    const end = endOf(child).finally(() => (ended = true));
    end.catch(() => undefined);
    while (!ended) {
      const lines = readPostmaster(data);
      if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return child;
      await Promise.race([wait(10), end]);
    }
    const problem = problemIn(run.log, from, folder);
    // The backends of a killed postmaster take a moment to notice.
    if (attempt === 50 || !/shared memory block|lock file/.test(problem.message)) throw problem;
    await wait(200);
  }
}

function keepLogShort(log: string): void {
  if (sizeOf(log) > 16 * 1024 * 1024) renameSync(log, `${log}.before`);
}

/** Starts the embedded PostgreSQL on a folder, making the cluster when there is none. It listens on a Unix socket only. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = resolve(options.folder);
  const release = claimFolder(folder);
  try {
    const log = join(folder, 'postgres.log');
    keepLogShort(log);
    const found = findData(folder);
    const account = accountFor(found);
    const binaries = options.binaries ?? findBinaries(account !== undefined);
    const run = { binaries, account, log };
    const passwords = keepPasswords(folder, found === undefined);
    if (found === undefined) options.progress?.(['正在初始化数据库…', 'Making the database…']);
    const data = found ?? (await initialize(run, folder, passwords, options.durable));
    await stopOrphan(data);
    const host = socketFolder(data, account);
    const child = await startServer(run, data, host, options.durable, folder);
    return describe(child, { data, host, passwords, release });
  } catch (error) {
    release();
    throw toStartProblem(error, { folder }) ?? error;
  }
}

type Server = { readonly data: string; readonly host: string; readonly passwords: Passwords };

const connections = ({ data, host, passwords }: Server): Pick<Cluster, 'superuser' | 'passwords' | 'url' | 'data'> => ({
  superuser: { host, user: 'postgres', password: passwords.superuser, database: 'postgres' },
  passwords,
  url: (database, user, password) =>
    `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`,
  data,
});

function describe(child: ChildProcess, server: Server & { readonly release: () => void }): Cluster {
  const ended = (child.exitCode === null && child.signalCode === null ? endOf(child) : Promise.resolve(0)).then(() => undefined);
  child.unref();
  return {
    ...connections(server),
    ended,
    pid: child.pid ?? 0,
    async stop() {
      child.ref();
      child.kill('SIGINT');
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
      await ended;
      clearTimeout(impatience);
      if (server.host !== server.data) rmSync(server.host, { recursive: true, force: true });
      server.release();
    },
  };
}

/** The cluster that another process runs on this folder; stopping is that process's affair. */
export function attachCluster(folder: string): Cluster | undefined {
  const data = findData(resolve(folder));
  const lines = data === undefined ? [] : readPostmaster(data);
  const pid = Number(lines[0]);
  if (data === undefined || lines[7]?.trim() !== 'ready' || identifyProcess(pid)?.command.includes(data) !== true) return undefined;
  const server = { data, host: lines[4] ?? data, passwords: keepPasswords(resolve(folder), false) };
  return { ...connections(server), ended: new Promise(() => undefined), pid, stop: () => Promise.resolve() };
}
