import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { permitNames } from '../people/rules/permits.ts';
import { eventWord } from './rules.ts';

const app = join(import.meta.dirname, '../..');

test('every event that the program writes by name is said in words of both languages', () => {
  const kinds = new Set(
    globSync(['*/*/service.ts', '*/*/service/**/*.ts', '*/*/jobs.ts'], { cwd: app })
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) =>
        [...readFileSync(join(app, file), 'utf8').matchAll(/['`]([a-z]+\.[a-z][A-Za-z]+)['`]/g)].map((match) => match[1] ?? ''),
      )
      .filter(
        (kind) =>
          !/\.(ts|json|pdf|xlsx|xml|txt|id|name|region|address|model|maker|place)$/.test(kind) &&
          !(permitNames as readonly string[]).includes(kind),
      ),
  );
  assert.ok(kinds.has('organization.renamed') && kinds.size > 20);
  const silent = [...kinds].filter((kind) => eventWord(kind)[0] === kind);
  assert.deepEqual(silent, []);
});

test('an event without words is shown by its kind, not left out', () => {
  assert.deepEqual(eventWord('comet.observed'), ['comet.observed', 'comet.observed']);
  assert.deepEqual(eventWord('organization.renamed'), ['机构 · 更名', 'Organization · renamed']);
});
