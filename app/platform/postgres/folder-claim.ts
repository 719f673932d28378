import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem, toStartProblem } from '../start-problem.ts';
import { identifyProcess } from './process.ts';

type Holder = { readonly pid: number; readonly started: string };

const read = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

// Node's own recursive mkdir never returns where the system answers ENOENT for every child, as below /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** One running program per data folder. A claim whose process is gone is taken over; the answer gives the claim back. */
export function claimFolder(folder: string): () => void {
  const claim = join(folder, 'running.json');
  const own = join(folder, `running-${process.pid}.json`);
  const mine = JSON.stringify({ pid: process.pid, started: identifyProcess(process.pid)?.started ?? '' });
  try {
    makeFolder(folder);
    writeFileSync(own, mine, { mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new StartProblem('folderNotWritable', { folder }, { cause: error });
    throw toStartProblem(error, { folder }) ?? error;
  }
  try {
    for (;;) {
      try {
        linkSync(own, claim);
        let held = true;
        return () => {
          if (held) rmSync(claim, { force: true });
          held = false;
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toStartProblem(error, { folder }) ?? error;
      }
      const holder = read(claim);
      if (holder !== undefined && identifyProcess(holder.pid)?.started === holder.started) {
        throw new StartProblem('folderInUse', { folder, pid: String(holder.pid) });
      }
      // Moving the dead claim away, not removing it: of two that find it dead only one can move it.
      const dead = `${claim}.${process.pid}`;
      try {
        renameSync(claim, dead);
      } catch {
        continue;
      }
      const moved = read(dead);
      const alive = moved !== undefined && moved.pid !== holder?.pid && identifyProcess(moved.pid)?.started === moved.started;
      if (alive) linkSync(dead, claim);
      rmSync(dead, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}
