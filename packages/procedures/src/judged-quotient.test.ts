import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, multiply, parse, print } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import { judgedQuotient, relativeError } from './judged-quotient.ts';

test('a relative error just beyond its limit keeps the digits that say so', () => {
  const error = (value: string, limit: string) => print(relativeError(parse(value), parse('10.000'), parse('0.001'), parse(limit)));
  assert.equal(error('10.100', '1'), '1.000');
  assert.equal(error('10.10004', '1'), '1.0004');
  assert.equal(error('9.89996', '1'), '-1.0004');
  assert.equal(error('10.09996', '1'), '0.9996');
  assert.equal(print(relativeError(parse('20.1'), parse('20'), parse('0.001'))), '0.500');
});

test('whatever is divided, the rounded value stands on the same side of every limit as the exact one', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 9n), 10n ** 9n),
      fc.bigInt(1n, 10n ** 6n),
      fc.bigInt(0n, 10n ** 5n),
      fc.nat(4),
      (digits, divisor, limit, scale) => {
        const [top, bottom, bound] = [{ digits, scale: 3 }, { digits: divisor, scale: 2 }, { digits: limit, scale }];
        const value = judgedQuotient(top, bottom, parse('0.01'), bound);
        assert.equal(compare(value, bound), compare(top, multiply(bound, bottom)));
      },
    ),
  );
});
