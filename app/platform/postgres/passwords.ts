import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';

/** Passwords of the three database logins, generated once for each data folder. */
export type Passwords = { readonly superuser: string; readonly owner: string; readonly app: string };

const generate = (): string => randomBytes(24).toString('base64url');

/** Reads the passwords of a cluster, or makes them for a new one. */
export function keepPasswords(folder: string, isNew: boolean): Passwords {
  const file = join(folder, 'database-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (!isNew) throw new StartProblem('passwordsMissing', { file });
  const passwords = { superuser: generate(), owner: generate(), app: generate() };
  writeFileSync(`${file}.draft`, `${JSON.stringify(passwords, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.draft`, file);
  return passwords;
}
