import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Start time and command line of a living process: a number that was given out again shows another identity. */
export function identifyProcess(pid: number): { readonly started: string; readonly command: string } | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold blanks; the state follows it, and the start time is field 22 (proc_pid_stat(5)).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return { started: fields[19] ?? '', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
    }
    const [started, command] = ['lstart=', 'command='].map((column) =>
      execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
    );
    return { started: started ?? '', command: command ?? '' };
  } catch {
    return undefined;
  }
}
