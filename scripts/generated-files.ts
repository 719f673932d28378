import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApi } from '../app/platform/openapi.ts';
import { loginOf, withClient, type DatabaseUrls } from '../app/platform/postgres/database.ts';
import { slices } from '../app/slices.ts';
import { printEngine } from './build-engine.ts';
import { lifeCyclePage, readLifeCycles } from './life-cycle-text.ts';
import { printPackages } from './package-text.ts';
import { permissionText } from './permission-text.ts';
import { procedurePage } from './procedure-text.ts';
import { readCatalogue } from './schema-catalogue.ts';
import { schemaPage, schemaText } from './schema-text.ts';

const root = join(import.meta.dirname, '..');

/** Types for Kysely: numeric and instants are text, int8 counts are numbers. */
function typesText(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-types-'));
  const file = join(folder, 'types.ts');
  try {
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
    return readFileSync(file, 'utf8').replace(/[ \t]+$/gm, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is printed from a migrated database: path and text. */
export async function printDatabase({ ownerUrl, appUrl }: DatabaseUrls): Promise<Record<string, string>> {
  const catalogue = await withClient(ownerUrl, (client) => readCatalogue(client, loginOf(appUrl)));
  return {
    'db/types.ts': typesText(ownerUrl),
    'db/schema.sql': schemaText(catalogue),
    'docs/generated/schema.md': schemaPage(catalogue),
  };
}

/** What is printed from the code alone: path and text. */
export async function printCode(): Promise<Record<string, string>> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    'docs/generated/openapi.json': `${JSON.stringify(openApi(slices, version), null, 1)}\n`,
    'docs/generated/permissions.txt': permissionText(slices),
    'docs/generated/life-cycles.md': lifeCyclePage(await readLifeCycles()),
    'docs/generated/procedures.md': procedurePage(),
    ...printPackages(),
    ...printEngine(),
  };
}
