import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** What the compiler says about a checkout with our own projects and these files only. */
function compile(project: string, files: Readonly<Record<string, string>>): { code: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-purity-'));
  try {
    for (const name of ['base', 'pure', 'web']) cpSync(join(root, `tsconfig.${name}.json`), join(folder, `tsconfig.${name}.json`));
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries({ 'packages/plain/src/plain.ts': 'export const one = 1;\n', ...files })) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-b', `tsconfig.${project}.json`], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('rules that read a file do not compile', () => {
  const { code, output } = compile('pure', {
    'app/register/planted/rules.ts': `import { readFileSync } from 'node:fs';\nexport const text = readFileSync('a', 'utf8');\n`,
  });
  assert.notEqual(code, 0);
  assert.match(output, /planted\/rules\.ts.*TS2591/);
});

test('a page that reaches for a store does not compile', () => {
  const { code, output } = compile('web', {
    'app/register/planted/store.ts': 'export const rows = (): number[] => [1];\n',
    'app/register/planted/web/Page.tsx': `import { rows } from '../store.ts';\nexport const Page = () => <p>{rows()[0]}</p>;\n`,
  });
  assert.notEqual(code, 0);
  assert.match(output, /Page\.tsx.*TS6307/);
});

test('a package that uses what Chromium 90 lacks does not compile', () => {
  const { code, output } = compile('pure', {
    'packages/planted/src/order.ts': 'export const order = (values: number[]): number[] => values.toSorted();\n',
  });
  assert.notEqual(code, 0);
  assert.match(output, /order\.ts.*TS2550/);
});

test('the same places compile with what they may use', () => {
  const { code, output } = compile('web', {
    'app/register/planted/rules.ts': 'export const largest = (values: readonly number[]): number => Math.max(...values);\n',
    'app/register/planted/web/Page.tsx': `import { largest } from '../rules.ts';\nexport const Page = () => <p>{largest([1])}</p>;\n`,
  });
  assert.equal(output, '');
  assert.equal(code, 0);
});
