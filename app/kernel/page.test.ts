import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printCursor, readCursor } from './page.ts';

test('a cursor is read back as it was printed; anything else begins the list anew', () => {
  const last = { at: '2026-11-23T02:00:00.000Z', id: '2f1c7a52-5a64-4b0a-9d5e-6a1f0c3b2d11' };
  assert.deepEqual(readCursor(printCursor(last)), last);
  for (const text of [undefined, '', 'x', '2026-11-23T02:00:00Z', `${last.at} 1`, `' or 1=1 ${last.id}`])
    assert.equal(readCursor(text), undefined);
});
