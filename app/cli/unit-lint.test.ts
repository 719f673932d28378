import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command } from '../../test/support/command.ts';

const inFolder = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (place: (name: string) => string) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-lint-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test('several files are checked, each by its kind, and errors make it a refusal', () =>
  inFolder({ 'a.txt': '净含量：5KG\n', 'b.md': '`5KG`\n\n5斤\n', 'c.html': '<p>5 kg</p>' }, async (place) => {
    const { code, out } = await command(['units', 'lint', place('a.txt'), place('b.md'), place('c.html'), '--json']);
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), {
      findings: [
        { file: place('a.txt'), line: 1, column: 5, text: '5KG', rule: 'unit-case', severity: 'error', suggestion: '5 kg' },
        { file: place('b.md'), line: 3, column: 1, text: '5斤', rule: 'not-legal-unit', severity: 'error', suggestion: '2.5 kg' },
      ],
    });
  }));

test('advice alone is no refusal; standard input is read; the answer has the language that was asked for', async () => {
  const advised = await command(['units', 'lint', '-', '--lang', 'en'], '净含量：500g');
  assert.equal(advised.code, 0);
  assert.match(advised.out, /^-:1:5 advice .* → 500 g \[missing-space\]\n/);
  assert.match((await command(['units', 'lint', '-', '--lang', 'zh'], '5斤')).out, /^-:1:1 错误 .*“斤”.* → 2\.5 kg/);
  assert.deepEqual(JSON.parse((await command(['units', 'lint', '-', '--json'], '5 kg')).out), { findings: [] });
});

test('a binary file, another encoding, a missing file and no file are bad input that names the file', () =>
  inFolder({ 'binary.txt': new Uint8Array([1, 0, 2]), 'gbk.txt': new Uint8Array([0xbe, 0xbb, 0xd6, 0xd8]) }, async (place) => {
    for (const name of ['binary.txt', 'gbk.txt', 'missing.txt']) {
      const { code, out, error } = await command(['units', 'lint', place(name), '--lang', 'en']);
      assert.deepEqual([code, out], [2, ''], name);
      assert.ok(error.includes(name), error);
    }
    assert.equal((await command(['units', 'lint'])).code, 2);
  }));
