import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, parse, print, subtract, abs, multiply, whole } from './decimal.ts';
import { InvalidInput } from './invalid-input.ts';
import { printPlusMinus, readConcise, roundResult } from './result.ts';
import { roundToInterval, roundToUncertainty } from './rounding-command.ts';

type RoundingCase = { readonly y?: number; readonly u: number; readonly expected?: string; readonly expected_up?: string };
const file = JSON.parse(readFileSync(new URL('../vectors/jcgm100.json', import.meta.url), 'utf8')) as {
  vectors: { id: string; kind: string; cases?: RoundingCase[] }[];
};

test('the examples of JCGM 100:2008 7.2.6 come out as printed there', () => {
  const vectors = file.vectors.filter(({ kind }) => kind === 'rounding');
  assert.equal(vectors.length, 1);
  for (const { y, u, expected, expected_up: up } of vectors.flatMap(({ cases = [] }) => cases)) {
    if (up !== undefined) assert.equal(roundResult('0', String(u), { rounding: 'up' }).uncertainty, up);
    const rounded = roundResult(String(y ?? u), String(u));
    if (expected !== undefined) assert.equal(y === undefined ? rounded.uncertainty : rounded.value, expected);
  }
  assert.equal(roundResult('10.05762', '0.027').concise, '10.058(27)');
});

test('published results are written as their publishers write them', () => {
  const cases: [value: string, uncertainty: string, digits: 1 | 2, concise: string][] = [
    // JCGM 100:2008, 7.2.2 and 7.2.4
    ['100.02147', '0.00035', 2, '100.02147(35)'],
    // CODATA 2022: mass unit, G
    ['1.66053906892e-27', '0.00000000052e-27', 2, '1.66053906892(52)×10⁻²⁷'],
    ['6.67430e-11', '0.00015e-11', 2, '6.67430(15)×10⁻¹¹'],
    ['56789', '1234', 2, '5.68(12)×10⁴'],
    ['56789', '1234', 1, '5.7(1)×10⁴'],
    ['1.23456', '0.0996', 2, '1.23(10)'],
    ['1.23456', '0.0996', 1, '1.2(1)'],
    ['1.23456', '0.096', 1, '1.2(1)'],
    ['123.456', '12.34', 2, '123(12)'],
    ['10.06', '1.2', 2, '10.1(12)'],
    ['-0.004', '0.27', 2, '0.00(27)'],
    ['20', '0.5', 2, '20.00(50)'],
    ['0', '1', 1, '0(1)'],
    ['0.45', '0.1', 1, '0.4(1)'],
    ['0.55', '0.1', 1, '0.6(1)'],
  ];
  for (const [value, uncertainty, digits, concise] of cases) {
    assert.equal(roundResult(value, uncertainty, { digits }).concise, concise, `${value} ± ${uncertainty}`);
  }
});

test('an uncertainty is rounded half to even, up, or up where more than 5 % would be lost', () => {
  const rounded = (u: string, rounding: 'half-even' | 'up' | 'up-beyond-5-percent', digits: 1 | 2 = 2) =>
    roundResult('0', u, { rounding, digits }).uncertainty;
  assert.equal(rounded('10.47', 'half-even'), '10');
  assert.equal(rounded('10.47', 'up'), '11');
  assert.equal(rounded('10.47', 'up-beyond-5-percent'), '10');
  assert.equal(rounded('0.0125', 'half-even'), '0.012');
  assert.equal(rounded('0.0135', 'half-even'), '0.014');
  assert.equal(rounded('0.0125', 'up'), '0.013');
  assert.equal(rounded('0.144', 'half-even', 1), '0.1');
  assert.equal(rounded('0.144', 'up-beyond-5-percent', 1), '0.2');
  assert.equal(rounded('9.01', 'up', 1), '10');
  assert.equal(rounded('0.91', 'up', 1), '1');
  assert.equal(rounded('0.50', 'up', 1), '0.5');
});

test('the form with ± keeps number and unit together, in both languages', () => {
  const result = roundResult('10.05762', '0.054');
  assert.deepEqual(printPlusMinus(result, { unit: 'Ω', k: '2' }), ['(10.058±0.054) Ω，k=2', '(10.058 ± 0.054) Ω, k = 2']);
  assert.deepEqual(printPlusMinus(result), ['10.058±0.054', '10.058 ± 0.054']);
  assert.deepEqual(printPlusMinus(roundResult('56789', '1234'), { unit: 'g', coverage: '95 %' }), [
    '(5.68±0.12)×10⁴ g，p≈95 %',
    '(5.68 ± 0.12)×10⁴ g, p ≈ 95 %',
  ]);
  assert.deepEqual(
    printPlusMinus(roundResult('1.66053906892e-27', '5.2e-37'), { unit: 'kg' })[1],
    '(1.66053906892 ± 0.00000000052)×10⁻²⁷ kg',
  );
});

test('a result without an uncertainty, or that is no decimal, is refused by name', () => {
  for (const uncertainty of ['0', '-0.1', 'NaN', '', '1,5', 'Infinity']) {
    assert.throws(
      () => roundResult('1', uncertainty, { place: 'outputs.l' }),
      (error) => error instanceof InvalidInput && error.place === 'outputs.l.uncertainty',
    );
  }
  assert.throws(
    () => roundResult('１', '0.1'),
    (error) => error instanceof InvalidInput && error.place === 'value',
  );
  assert.throws(() => roundResult('1', '0.1', { digits: 3 as 2 }), InvalidInput);
  assert.throws(() => readConcise('10.058'), InvalidInput);
});

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => print({ digits, scale }));
const positive = fc.tuple(fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 0, max: 12 })).map(([digits, scale]) => print({ digits, scale }));

test('a rounded result is within half its last digit, has that many digits, and is read back from its concise form', () => {
  fc.assert(
    fc.property(decimals, positive, fc.constantFrom(1, 2), (value, uncertainty, digits) => {
      const result = roundResult(value, uncertainty, { digits: digits as 1 | 2 });
      const step = result.position >= 0 ? whole(10n ** BigInt(result.position)) : { digits: 1n, scale: -result.position };
      for (const [rounded, exact] of [
        [result.value, value],
        [result.uncertainty, uncertainty],
      ] as const) {
        assert.ok(compare(multiply(whole(2), abs(subtract(parse(rounded), parse(exact)))), step) <= 0, `${exact} to ${rounded}`);
      }
      assert.equal(String(parse(result.uncertainty).digits).replace(/^0+|0+$/g, '').length <= digits, true);
      const back = readConcise(result.concise);
      assert.equal(compare(parse(back.value), parse(result.value)), 0);
      assert.equal(compare(parse(back.uncertainty), parse(result.uncertainty)), 0);
      assert.deepEqual(roundResult(result.value, result.uncertainty, { digits: digits as 1 | 2 }).value, result.value);
    }),
  );
});

test('rounding up never makes an uncertainty smaller', () => {
  fc.assert(
    fc.property(positive, (uncertainty) => {
      assert.ok(compare(parse(roundResult('0', uncertainty, { rounding: 'up' }).uncertainty), parse(uncertainty)) >= 0);
    }),
  );
});

test('the command rounds to an interval and to an uncertainty, and refuses with the name of the argument', () => {
  assert.deepEqual(roundToInterval('1.15', '0.1').answer, { value: '1.2' });
  assert.deepEqual(roundToInterval('-1.15', '0.1').answer, { value: '-1.2' });
  assert.deepEqual(roundToUncertainty('10.05762', '0.027', { digits: '1' }).answer, {
    value: '10.06',
    uncertainty: '0.03',
    concise: '10.06(3)',
  });
  assert.throws(
    () => roundToInterval('1', '0'),
    (error) => error instanceof InvalidInput && error.place === 'INTERVAL',
  );
  assert.throws(
    () => roundToUncertainty('1', '0.1', { digits: '3' }),
    (error) => error instanceof InvalidInput && error.place === 'digits',
  );
  assert.throws(() => roundToUncertainty('1', '0.1', { rounding: 'down' }), InvalidInput);
});
