import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { command } from '../../test/support/command.ts';

const { input } = JSON.parse(
  readFileSync(new URL('../../packages/procedures/jjg-0539-2016/examples/pass-initial.json', import.meta.url), 'utf8'),
) as { input: object };

test('a record is computed from standard input: a table for people, the whole answer for machines', async () => {
  const text = await command(['procedure', 'run', 'jjg-0539-2016', '-', '--lang', 'en'], JSON.stringify(input));
  assert.equal(text.code, 0);
  assert.match(text.out, /^JJG 539-2016 /);
  assert.match(text.out, /Conclusion: pass/);
  const json = await command(['procedure', 'run', 'jjg-0539-2016', '-', '--json'], JSON.stringify(input));
  const { conclusion, values, checks } = JSON.parse(json.out) as { conclusion: string; values: object[]; checks: object[] };
  assert.ok(conclusion === 'pass' && values.length > 0 && checks.length > 0);
});

test('an unknown procedure is named with the one that was meant, on standard error', async () => {
  const { code, out, error } = await command(['procedure', 'form', 'JJG 539', '--lang', 'zh']);
  assert.deepEqual([code, out.trim()], [2, '']);
  assert.match(error, /jjg-0539-2016/);
});

test('a file that is no JSON, and a missing argument, are bad input', async () => {
  assert.equal((await command(['procedure', 'run', 'jjg-0539-2016', '-'], '{"kind":')).code, 2);
  assert.equal((await command(['procedure', 'run', 'jjg-0539-2016'])).code, 2);
});
