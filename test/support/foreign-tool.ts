import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where a program of the machine stands, or what has a fixed place, as archives of Java have; undefined when it is not installed. */
export function findTool(name: string): string | undefined {
  if (isAbsolute(name)) return existsSync(name) ? name : undefined;
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

/** Saxon-HE, which applies style sheets of XSLT 3.0: `java` runs it. */
export const saxon = '/usr/share/java/Saxon-HE.jar';

/** Programs of other people that judge what this one makes, with the Debian packages that have them. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  xmllint: ['libxml2-utils'],
  xmlsec1: ['xmlsec1'],
  pdfsig: ['poppler-utils'],
  pdftotext: ['poppler-utils'],
  qpdf: ['qpdf'],
  certutil: ['libnss3-tools'],
  zbarimg: ['zbar-tools'],
  go: ['golang-go', 'golang-golang-x-mod-dev'],
  java: ['default-jre-headless'],
  [saxon]: ['libsaxonhe-java'],
};
const patienceMilliseconds = 180_000;

const run = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    const timer = setTimeout(() => child.kill(), patienceMilliseconds);
    child.once('error', () => done(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      done(code === 0);
    });
  });

/**
 * Installs what is missing where that is possible: for root on Debian and its kin. Nothing here may fail a run: the tests themselves name
 * each program that they go without. The answer is a line for whoever reads the run.
 */
export async function installForeignTools(): Promise<string> {
  const missing = Object.keys(packagesOf).filter((name) => findTool(name) === undefined);
  if (missing.length === 0) return 'programs of other people: all are installed';
  const mayInstall = process.getuid?.() === 0 && findTool('apt-get') !== undefined;
  const options = ['install', '--yes', '--quiet', '--no-install-recommends'];
  // One after the other: a large one that takes too long keeps no other from being there.
  if (mayInstall && (await run('apt-get', ['update'])))
    for (const name of missing) await run('apt-get', [...options, ...(packagesOf[name] ?? [])]);
  const left = missing.filter((name) => findTool(name) === undefined);
  return left.length === 0 ? `installed for the tests: ${missing.join(', ')}` : `not installed here: ${left.join(', ')}`;
}
