import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from './calculation.ts';
import { editionText, procedures } from './registry.ts';

type Published = { readonly [id: string]: { readonly data: string; readonly results: Readonly<Record<string, string>> } };
const published = JSON.parse(readFileSync(new URL('../published.json', import.meta.url), 'utf8')) as Published;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** What an edition is and computes now: the digest of its data, and of the result of each of its examples. */
function present(id: string): Published[string] {
  const folder = new URL(`../${id}/examples/`, import.meta.url);
  const calculate = procedures.find(({ edition }) => edition.id === id)?.calculate;
  const results = readdirSync(folder).map((name) => {
    const { input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: CalculationInput };
    return [name, digest(JSON.stringify(calculate?.(input)))] as const;
  });
  return { data: digest(editionText(id) ?? ''), results: Object.fromEntries(results) };
}

for (const { edition } of procedures) {
  test(`${edition.id} is as it was published: a change of the regulation is a new edition in a folder of its own`, () => {
    const now = present(edition.id);
    const then = published[edition.id];
    assert.ok(then, `add to packages/procedures/published.json: ${JSON.stringify({ [edition.id]: now })}`);
    assert.equal(now.data, then.data, 'the data of a published edition has changed');
    for (const [name, result] of Object.entries(then.results))
      assert.equal(now.results[name], result, `${name} is computed otherwise than before`);
  });
}

test('no published edition is gone', () => {
  const present = new Set(procedures.map(({ edition }) => edition.id));
  for (const id of Object.keys(published)) assert.ok(present.has(id), id);
});
