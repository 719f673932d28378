import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../test/support/command.ts';
import { root, tongheng } from '../test/support/program.ts';

test('the program takes words and standard input, and ends with the code of the answer', async () => {
  assert.deepEqual(await tongheng(['round', '1.15', '0.1', '--json']), { code: 0, out: '{"value":"1.2"}\n', error: '' });
  const { code, out, error } = await tongheng(['plan', 'check', '-', '--json', '--lang', 'en'], '{"id":');
  assert.deepEqual([code, out, error.trim().split('\n').length], [2, '', 1]);
});

test('rounding answers text, and a negative value is a value', async () => {
  assert.deepEqual(await command(['round', '1.15', '0.1', '--json']), { code: 0, out: '{"value":"1.2"}\n', error: '' });
  assert.deepEqual(await command(['round', '-1.15', '0.1']), { code: 0, out: '-1.2\n', error: '' });
});

test('bad input is one line on standard error and exit code 2', async () => {
  const { code, out, error } = await command(['round', 'abc', '0.1', '--lang', 'en']);
  assert.deepEqual([code, out, error.trim().split('\n').length], [2, '', 1]);
  assert.equal((await command(['round', '1'])).code, 2);
  assert.equal((await command(['nothing-like-that'])).code, 2);
  assert.equal((await command(['procedure', 'run', 'jjg-0539-2016', 'no-such-file.json'])).code, 2);
});

test('every command explains itself in both languages', async () => {
  const zh = await command(['plan', 'check', '--help', '--lang', 'zh']);
  const en = await command(['plan', 'check', '--help', '--lang', 'en']);
  assert.equal(zh.code, 0);
  assert.match(zh.out, /检查规划文件/);
  assert.match(en.out, /whether a plan document agrees/);
  assert.match((await command(['--lang', 'en'])).out, /tongheng backup FILE/);
});

test('the built-in plan has findings, so checking it is a refusal; standard input is read for -', async () => {
  const { code, out } = await command(['plan', 'check', '--json']);
  assert.equal(code, 1);
  const { findings } = JSON.parse(out) as { findings: { rule: string; printed: string | null; recomputed: string | null }[] };
  assert.ok(findings.some((finding) => finding.rule === 'sum' && finding.recomputed === '99'));
  const text = readFileSync(join(root, 'data/plans/nantong-2023-2025.json'), 'utf8');
  assert.deepEqual(JSON.parse((await command(['plan', 'check', '-', '--json'], text)).out), { findings });
  assert.equal((await command(['plan', 'check', '-', '--json'], '{"id":')).code, 2);
});

test('the uncertainty of a record stands beside its limits', async () => {
  const example = readFileSync(join(root, 'packages/procedures/jjg-0539-2016/examples/pass-initial.json'), 'utf8');
  const input = JSON.stringify((JSON.parse(example) as { input: unknown }).input);
  const { code, out } = await command(['procedure', 'budget', 'jjg-0539-2016', '-', '--json'], input);
  assert.equal(code, 0);
  const { results } = JSON.parse(out) as { results: { check: string; u: number; U: number; limit: string; ratio: number }[] };
  const atMax = results.find(({ check }) => check === 'weighing.7');
  // u² = (0.25² + 0.25² + 2.5²) / 3 for two rectangular tenths of e and weights with an error of at most a third of 7.5 g.
  assert.ok(atMax !== undefined && Math.abs(atMax.u - Math.sqrt(2.125)) < 1e-12, String(atMax?.u));
  assert.equal(atMax.limit, '7.5');
  assert.ok(Math.abs(atMax.ratio - (1.959963984540054 * Math.sqrt(2.125)) / 7.5) < 1e-9);
  assert.equal((await command(['procedure', 'budget', 'jjg-0539-2016', '-'], '{}')).code, 2);
  assert.equal((await command(['procedure', 'budget', 'jjg-0539-2016', '-'], 'null')).code, 2);
});

test('a record of a scale is computed by its procedure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-cli-'));
  try {
    const listed = JSON.parse((await command(['procedure', 'list', '--json'])).out) as { procedures: { id: string }[] };
    assert.ok(listed.procedures.some((procedure) => procedure.id === 'jjg-0539-2016'));
    const file = join(folder, 'empty.json');
    writeFileSync(file, '{}');
    assert.equal((await command(['procedure', 'run', 'jjg-0539-2016', file])).code, 2);
    assert.equal((await command(['procedure', 'run', 'jjg-0000-1999', file])).code, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
