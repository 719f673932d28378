import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { isOpenToAll } from './binaries.ts';

export type Account = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: then the account `postgres`, else `nobody`, does. */
export function accountFor(data: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (data !== undefined) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return { uid: Number(line?.[2] ?? 65534), gid: Number(line?.[3] ?? 65534) };
}

/** Where the data of this folder lie, if they do; a link leads out of a folder the account cannot reach. */
export function findData(folder: string): string | undefined {
  const place = join(folder, 'postgres');
  return existsSync(join(place, 'PG_VERSION')) ? realpathSync(place) : undefined;
}

export function grant(path: string, account: Account | undefined, mode: number): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  chmodSync(path, mode);
}

/** An empty folder for a new cluster, beside its final place or, when others cannot pass there, under /var/lib. */
export function makeDraft(folder: string, account: Account | undefined): { readonly draft: string; readonly place: string } {
  const place = join(folder, 'postgres');
  rmSync(`${place}.draft`, { recursive: true, force: true });
  if (account === undefined || isOpenToAll(folder)) {
    mkdirSync(`${place}.draft`);
    grant(`${place}.draft`, account, 0o700);
    return { draft: `${place}.draft`, place };
  }
  // Parents first: a recursive mkdir with mode 0700 would close them as well.
  mkdirSync('/var/lib/tongheng', { recursive: true, mode: 0o755 });
  chmodSync('/var/lib/tongheng', 0o755);
  const away = mkdtempSync(`/var/lib/tongheng/${basename(folder).replace(/[^\w-]/g, '')}-`);
  chmodSync(away, 0o711);
  mkdirSync(join(away, 'draft'));
  grant(join(away, 'draft'), account, 0o700);
  return { draft: join(away, 'draft'), place: join(away, 'postgres') };
}

export function leadTo(folder: string, place: string): void {
  const usual = join(folder, 'postgres');
  if (place === usual) return;
  rmSync(usual, { force: true });
  symlinkSync(place, usual);
}

/** A Unix socket's path holds 107 bytes at most: longer ones move to the temporary folder. */
export function socketFolder(data: string, account: Account | undefined): string {
  const fits = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 107;
  if (fits(data)) return data;
  const name = `tongheng-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;
  const short = [tmpdir(), '/tmp'].map((folder) => join(folder, name)).find(fits);
  if (short === undefined) throw new StartProblem('socketPathTooLong', { folder: data });
  mkdirSync(short, { recursive: true });
  const owner = statSync(short).uid;
  if (owner !== process.getuid?.() && owner !== account?.uid) throw new StartProblem('socketPathTooLong', { folder: data });
  grant(short, account, 0o700);
  return short;
}
