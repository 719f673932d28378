import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonical } from './canonical.ts';

test('the order in which names were written does not matter, their values do', () => {
  assert.equal(canonical({ b: 1, a: ['计量', null] }), '{"a":["计量",null],"b":1}');
  assert.equal(canonical({ value: '1.50' }) === canonical({ value: '1.5' }), false);
  assert.equal(canonical({ a: undefined, b: true }), '{"b":true}');
  assert.throws(() => canonical({ a: Number.NaN }), RangeError);
});

test('any value written and read back has the same canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      assert.equal(canonical(JSON.parse(canonical(plain))), canonical(plain));
      assert.deepEqual(JSON.parse(canonical(plain)), plain);
    }),
  );
});

test('names that look like places of a list are ordered as texts, and nothing is lost by its name', () => {
  assert.equal(canonical({ b: { 10: 1, 2: 2, 1: 3 } }), '{"b":{"1":3,"10":1,"2":2}}');
  assert.equal(canonical(JSON.parse('{"__proto__":{"b":1,"a":2},"a":1}')), '{"__proto__":{"a":2,"b":1},"a":1}');
  assert.equal(canonical({ toJSON: 'x', a: 1 }), '{"a":1,"toJSON":"x"}');
  assert.throws(() => canonical({ a: [Number.NaN] }), RangeError);
});

test('whatever stands in order already, the form is that of the same value in any other order', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, one]) => [name, turned(one)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const inOrder: unknown = JSON.parse(canonical(plain));
      const before = JSON.stringify(inOrder);
      assert.equal(canonical(turned(plain)), canonical(inOrder));
      assert.equal(
        canonical({ a: inOrder, z: turned(plain), b: [inOrder, turned(plain)] }),
        canonical({ z: plain, b: [plain, plain], a: plain }),
      );
      assert.equal(JSON.stringify(inOrder), before, 'what is printed is not changed');
    }),
  );
});
