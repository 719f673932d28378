import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of the machine stands; undefined when it is not installed. */
export function findTool(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** The `skip` of a test that needs a program of somebody else: its reason where the program is not installed, so that the run names it. */
export const unlessInstalled = (...names: readonly string[]): { readonly skip: string | false } => {
  const missing = names.filter((name) => findTool(name) === undefined);
  return { skip: missing.length === 0 ? false : `not installed here: ${missing.join(', ')}` };
};

/** Runs a program on these bytes; its exit code and what it printed. */
export function runTool(
  name: string,
  args: readonly string[],
  input?: Uint8Array | string,
): { readonly code: number; readonly output: string; readonly errors: string } {
  const { status, stdout, stderr } = spawnSync(name, args, { input, maxBuffer: 256 * 1024 * 1024 });
  return { code: status ?? 1, output: stdout.toString('utf8'), errors: stderr.toString('utf8') };
}
