import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, printQuery } from './address.ts';

test('parameters and query are written into the address; what is empty is left out, a list repeats its name', () => {
  assert.equal(addressOf({ path: '/people/:id' }, { params: { id: '7/8' } }), '/api/people/7%2F8');
  assert.equal(
    addressOf({ path: '/people' }, { query: { q: '王', kind: ['a', 'b'], none: '', nothing: undefined } }),
    '/api/people?q=%E7%8E%8B&kind=a&kind=b',
  );
});

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' })), (query) => {
      assert.deepEqual([...new URLSearchParams(printQuery(query))], Object.entries(query));
    }),
  );
});
