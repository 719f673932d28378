import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkForm, checkMigration, checkWorkshop, checkWrites } from './support/architecture/forms.ts';
import { checkImports, type Source } from './support/architecture/imports.ts';
import { districts, ladder } from './support/architecture/place.ts';

const root = join(import.meta.dirname, '..');
const outside = /(^|\/)(node_modules|dist|\.types|\.data|\.output|\.git)(\/|$)/;

const sources: readonly Source[] = globSync('**/*.{ts,tsx,mjs,css,sql,json,html,md}', { cwd: root, exclude: (path) => outside.test(path) })
  .filter((path) => path !== 'package-lock.json' && !outside.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const isGenerated = (path: string): boolean => path === 'db/types.ts' || /^(docs|packages\/[^/]+)\/generated\//.test(path);

const checks: Readonly<Record<string, (source: Source) => string[]>> = {
  'imports follow the table of layers and the ladder': checkImports,
  'names, layers and lengths of files are as agreed': (source) => (isGenerated(source.path) ? [] : checkForm(source)),
  'each store writes its own tables, and nothing is ever deleted': checkWrites,
  'the product does not name the workshop': checkWorkshop,
  'no migration grants the right to delete': checkMigration,
};

for (const [promise, check] of Object.entries(checks)) {
  test(promise, () => {
    const found = sources.flatMap((source) => check(source).map((refusal) => `${source.path}: ${refusal}`));
    assert.equal(found.join('\n'), '');
  });
}

test('app/slices.ts keeps the order of the ladder', () => {
  const [registry = ''] =
    /export const slices[^[]*\[\][^[]*\[([^\]]*)\]/.exec(readFileSync(join(root, 'app/slices.ts'), 'utf8'))?.slice(1) ?? [];
  const listed = [...registry.matchAll(/slice\((\w+)Endpoints/g)].map(([, name = '']) =>
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
  assert.ok(listed.length >= 4, 'the registry was read');
  assert.deepEqual(
    listed,
    ladder.filter((term) => listed.includes(term)),
  );
});

test('each slice lives in one district', () => {
  const places = globSync(`app/{${districts.join(',')}}/*`, { cwd: root }).map((path) => path.split('/').pop());
  assert.deepEqual([...new Set(places)], places);
});

const planted: readonly (readonly [promise: string, path: string, text: string, refusal: RegExp])[] = [
  ['imports', 'app/register/people/rules/x.ts', `import { readFile } from 'node:fs';`, /may not use Node/],
  ['imports', 'app/register/people/contract.ts', `import pg from 'pg';`, /may not use pg/],
  ['imports', 'app/register/people/service.ts', `import type { a } from '../file/service.ts';`, /after it on the ladder/],
  ['imports', 'app/register/file/service.ts', `import { a } from '../people/store.ts';`, /store of another slice/],
  ['imports', 'app/register/file/rules.ts', `import { a } from './store.ts';`, /may not use its own store/],
  ['imports', 'app/register/file/web/A.tsx', `import { a } from '../service.ts';`, /may not use its own service/],
  ['imports', 'app/register/file/web/A.tsx', `const a = await import('../../../platform/files.ts');`, /may not use platform/],
  ['imports', 'app/platform/x.ts', `import { a } from '../register/file/service.ts';`, /platform may not use file/],
  ['imports', 'app/kernel/x.ts', `export { a } from '../platform/clock.ts';`, /kernel may not use platform/],
  ['imports', 'packages/quantity/src/x.ts', `import { z } from 'zod';`, /may not use zod/],
  ['imports', 'app/web/x.ts', `import { a } from '../portals/desk/text.ts';`, /may not use portals/],
  ['names', 'app/register/file/rules/file-utils.ts', '', /says nothing/],
  ['names', 'app/register/file/rules/upload-v2.ts', '', /says nothing/],
  ['names', 'app/register/file/web/fileCard.tsx', '', /PascalCase/],
  ['names', 'app/register/file/rules/uploadLimit.ts', '', /kebab-case/],
  ['names', 'app/register/file/controller.ts', '', /no layer/],
  ['names', 'app/register/thing/rules.ts', '', /no rung/],
  ['names', 'app/kernel/x.ts', '\n'.repeat(401), /401 lines/],
  ['store', 'app/register/file/store.ts', `db.insertInto('person')`, /may not write person/],
  ['store', 'app/register/people/store.ts', `db.updateTable('personalia')`, /may not write personalia/],
  ['store', 'app/register/file/store.ts', 'sql`update instrument set a = 1`', /may not write instrument/],
  ['store', 'app/register/file/service.ts', `ctx.db.insertInto('file')`, /outside its store/],
  ['store', 'app/register/file/store.ts', `db.deleteFrom('file')`, /nothing is deleted/],
  ['workshop', 'docs/x.md', `see ${['/work', '/main'].join('')}`, /names the workshop/],
  ['migration', 'db/migrations/9999.do.x.sql', 'GRANT SELECT, DELETE ON file TO tongheng_app;', /grants a removal/],
];

test('each kind of violation is caught when it is planted', () => {
  for (const [promise, path, text, refusal] of planted) {
    const check = Object.entries(checks).find(([name]) => name.includes(promise))?.[1];
    assert.ok(check, promise);
    assert.match(check({ path, text }).join('\n'), refusal, `${path}: ${text}`);
  }
});
