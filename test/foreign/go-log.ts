import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findTool } from '../support/foreign-tool.ts';

/** Where distributions put the sources of Go's packages (Debian: golang-golang-x-mod-dev). */
const paths = [...(process.env['GOPATH'] ?? '').split(delimiter), '/usr/share/gocode'].filter(
  (path) => path !== '' && existsSync(join(path, 'src/golang.org/x/mod/sumdb/tlog')),
);

const compiler = findTool('go');
const missing = [
  ...(compiler === undefined ? ['go'] : []),
  ...(paths.length === 0 ? ['golang.org/x/mod/sumdb (Debian: golang-golang-x-mod-dev)'] : []),
];

/** The `skip` of a test that needs Go and its transparency log. */
export const unlessGo: { readonly skip: string | false } = {
  skip: missing.length === 0 ? false : `not installed here: ${missing.join(', ')}`,
};

/** Builds the program of test/foreign/go/log, which speaks for Go's packages; answers how to ask it. */
export function buildGoLog(): {
  readonly folder: string;
  readonly ask: (...args: readonly string[]) => { code: number; output: string; errors: string };
} {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-go-'));
  const program = join(folder, 'log');
  const environment = { ...process.env, GO111MODULE: 'off', GOPATH: paths.join(delimiter), GOFLAGS: '', GOCACHE: join(folder, 'cache') };
  execFileSync(compiler ?? 'go', ['build', '-o', program, join(import.meta.dirname, 'go/log/main.go')], { env: environment });
  const ask = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
    return { code: status ?? 1, output: stdout, errors: stderr };
  };
  return { folder, ask };
}
