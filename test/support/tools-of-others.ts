import { spawn } from 'node:child_process';
import { findTool } from './foreign-tool.ts';

/** Programs of other people that judge what this one makes, with the Debian packages that have them. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  xmllint: ['libxml2-utils'],
  xmlsec1: ['xmlsec1'],
  pdfsig: ['poppler-utils'],
  qpdf: ['qpdf'],
  certutil: ['libnss3-tools'],
  zbarimg: ['zbar-tools'],
  go: ['golang-go', 'golang-golang-x-mod-dev'],
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
export async function installToolsOfOthers(): Promise<string> {
  const missing = Object.keys(packagesOf).filter((name) => findTool(name) === undefined);
  if (missing.length === 0) return 'programs of other people: all are installed';
  const mayInstall = process.getuid?.() === 0 && findTool('apt-get') !== undefined;
  const packages = missing.flatMap((name) => packagesOf[name] ?? []);
  const options = ['install', '--yes', '--quiet', '--no-install-recommends'];
  const isDone = mayInstall && (await run('apt-get', ['update'])) && (await run('apt-get', [...options, ...packages]));
  const left = missing.filter((name) => findTool(name) === undefined);
  return isDone && left.length === 0 ? `installed for the tests: ${missing.join(', ')}` : `not installed here: ${left.join(', ')}`;
}
