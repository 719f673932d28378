import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScanned } from './rules/scanned.ts';

test('a label holds a serial number, an id, or an address that ends in one', () => {
  const id = '0199a1b2-0000-7000-8000-00000000abcd';
  assert.deepEqual(readScanned(' 0012345\n'), { q: '0012345' });
  assert.deepEqual(readScanned(id.toUpperCase()), { instrument: id });
  assert.deepEqual(readScanned(`https://example.org/desk/instruments/${id}?from=label`), { instrument: id });
  assert.deepEqual(readScanned('https://example.org/i/%E7%A7%A4-7/'), { q: '秤-7' });
  assert.deepEqual(readScanned('http://example.org/check?lang=zh&sn=A%2F1#top'), { q: 'A/1' });
  assert.deepEqual(readScanned('http://example.org/%E0%A4%A'), { q: '%E0%A4%A' });
});
