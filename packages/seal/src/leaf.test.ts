import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from './canonical.ts';
import { leafFormat, printLeaf, readLeaf, type Leaf } from './leaf.ts';

const leaf: Leaf = {
  format: leafFormat,
  kind: 'issued',
  number: '320685A2026000001X',
  recordDigest: 'ab'.repeat(32),
  issuer: '320685A',
  day: '2026-11-26',
  replaces: null,
  demonstration: false,
};

test('a leaf is read back from its text, and from no other text of the same facts', () => {
  const text = printLeaf(leaf);
  assert.deepEqual(readLeaf(text), leaf);
  assert.equal(readLeaf(JSON.stringify(JSON.parse(text), null, 1)), undefined);
  assert.equal(readLeaf(text.replace('}', ',"holder":"x"}')), undefined);
  assert.equal(readLeaf(printLeaf({ ...leaf, recordDigest: 'AB'.repeat(32) })), undefined);
  assert.equal(readLeaf(canonical({ ...leaf, holder: 'x' })), undefined);
  assert.equal(readLeaf('null'), undefined);
  assert.equal(readLeaf('{'), undefined);
});
