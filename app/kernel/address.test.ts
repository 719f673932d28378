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

test('an address whose form others fix stands at the root, and its rest keeps its slashes', () => {
  assert.equal(addressOf({ path: '/log/checkpoint', atRoot: true }, {}), '/log/checkpoint');
  const tile = { path: '/log/tile/:tile', atRoot: true, takesRest: true } as const;
  assert.equal(addressOf(tile, { params: { tile: '0/x001/067.p/12' } }), '/log/tile/0/x001/067.p/12');
  assert.equal(addressOf({ ...tile, path: '/:a/:b' }, { params: { a: '1/2', b: '3/四' } }), '/1%2F2/3/%E5%9B%9B');
});

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' })), (query) => {
      assert.deepEqual([...new URLSearchParams(printQuery(query))], Object.entries(query));
    }),
  );
});
