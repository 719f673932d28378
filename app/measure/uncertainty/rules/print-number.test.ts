import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printDof, printResult, printShare, printSignificant, printToPlace } from './print-number.ts';

test('a result is printed to the second digit of its uncertainty, ties to even', () => {
  assert.deepEqual(printResult(50000838.02, 31.71), { value: '50000838', uncertainty: '32' });
  assert.deepEqual(printResult(0.125, 0.0316), { value: '0.125', uncertainty: '0.032' });
  assert.deepEqual(printResult(1.15, 1.15), { value: '1.2', uncertainty: '1.2' });
  assert.deepEqual(printResult(9.996, 0.0996), { value: '10.00', uncertainty: '0.10' });
  assert.deepEqual(printResult(-0.0004, 0.31), { value: '0.00', uncertainty: '0.31' });
  assert.deepEqual(printResult(-12.5, 0.31), { value: '−12.50', uncertainty: '0.31' });
});

test('what plain digits would make unreadable is printed as a power of ten', () => {
  assert.deepEqual(printResult(1.2345678e-7, 2.5e-9), { value: '1.235 × 10⁻⁷', uncertainty: '2.5 × 10⁻⁹' });
  assert.equal(printSignificant(6.02214e23, 4), '6.022 × 10²³');
  assert.equal(printSignificant(0.0316228, 3), '0.0316');
  assert.equal(printSignificant(0), '0');
  assert.equal(printToPlace(Number.NaN, 0), '–');
});

test('no finite number makes the printing fail', () => {
  for (const value of [5e-324, 1.7976931348623157e308, 123456789012345680000, 1e21, -1e-7, 0.1 + 0.2]) {
    assert.match(printSignificant(value, 4), /^−?\d/);
    assert.match(printResult(value, Math.abs(value) / 7).value, /^−?\d/);
  }
});

test('infinite degrees of freedom and shares are said as people read them', () => {
  assert.equal(printDof(null), '∞');
  assert.equal(printDof(16.72), '16.7');
  assert.equal(printShare(0.70512), '70.5\u00a0%');
});
