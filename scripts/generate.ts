import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../test/support/database.ts';

const root = join(import.meta.dirname, '..');

/** Writes db/types.ts from a freshly migrated database: numeric and instants are text, int8 counts are numbers. */
function writeTypes(url: string): void {
  const file = join(root, 'db/types.ts');
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      '--camel-case',
      '--date-parser=string',
      '--numeric-parser=string',
      '--exclude-pattern=graphile_worker.*',
      '--type-mapping={"timestamptz":"string","int8":"number"}',
      `--url=${url}`,
      `--out-file=${file}`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[ \t]+$/gm, ''));
}

const database = await openDatabase();
try {
  writeTypes(database.ownerUrl);
} finally {
  await database.close();
}
