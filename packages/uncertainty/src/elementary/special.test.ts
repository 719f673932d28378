import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exponentOf, highWord, powerOfTwo, withoutLowWord } from './bits.ts';
import { erf, erfc } from './error-function.ts';
import { logGamma } from './gamma.ts';
import { productError } from './product-error.ts';

const near = (found: number, wanted: number, relative: number, name: string): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${name}: ${found}, wanted ${wanted}`);

test('erf and erfc agree with 40 digits, far into the tail', () => {
  const central = [
    [1e-10, 1.1283791670955126e-10],
    [0.3, 0.3286267594591274],
    [0.84375, 0.7672256612323416],
    [1.1, 0.8802050695740817],
    [1.25, 0.9229001282564583],
    [2.5, 0.999593047982555],
    [3.5, 0.9999992569016276],
    [5.9, 0.9999999999999999],
  ] as const;
  const tail = [
    [-2.5, 1.999593047982555],
    [-0.5, 1.5204998778130465],
    [0.1, 0.887537083981715],
    [0.25, 0.7236736098317631],
    [0.7, 0.32219880616258156],
    [1.1, 0.11979493042591827],
    [1.5, 0.033894853524689274],
    [2.857142857142857, 5.3312311388322795e-5],
    [5.0, 1.537459794428035e-12],
    [10.0, 2.088487583762545e-45],
    [20.0, 5.395865611607901e-176],
    [26.5, 2.2109076642637343e-307],
  ] as const;
  for (const [x, wanted] of central) {
    near(erf(x), wanted, 2.5e-16, `erf(${x})`);
    assert.equal(erf(-x), -erf(x));
  }
  for (const [x, wanted] of tail) near(erfc(x), wanted, 4e-16, `erfc(${x})`);
  for (let x = -3; x < 3; x += 0.01) assert.ok(Math.abs(erf(x) + erfc(x) - 1) < 3e-16);
  assert.deepEqual([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity), erfc(30)], [1, -1, 0, 2, 0]);
  assert.ok(Object.is(erf(-0), -0) && Number.isNaN(erf(NaN)) && Number.isNaN(erfc(NaN)));
});

test('the logarithm of the gamma function agrees with 40 digits on both sides of zero', () => {
  const values = [
    [1e-10, 23.025850929882736],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [0.75, 0.20328095143129538],
    [0.95, 0.030968795237972926],
    [1.1, -0.049872441259839764],
    [1.4616321449683622, -0.12148629053584961],
    [1.8, -0.07108387291437215],
    [2.5, 0.2846828704729192],
    [5.5, 3.9578139676187165],
    [7.99, 8.50501160608848],
    [10.0, 12.801827480081469],
    [25.5, 56.389167643719944],
    [170.5, 704.0044277342047],
    [1000.0, 5905.220423209181],
    [-0.5, 1.2655121234846454],
    [-1.5, 0.860047015376481],
    [-10.3, -14.457515440024208],
    [10000000000.0, 220258509288.81058],
    [1e100, 2.2925850929940456e102],
  ] as const;
  for (const [x, wanted] of values) near(logGamma(x), wanted, 1e-15, `logGamma(${x})`);
  for (const root of [1, 2]) assert.equal(logGamma(root), 0);
  for (const pole of [0, -1, -20, Infinity, -Infinity]) assert.equal(logGamma(pole), Infinity);
  assert.ok(Number.isNaN(logGamma(NaN)));
  let factorial = 1;
  for (let n = 1; n < 20; n++) {
    near(logGamma(n + 1), Math.log((factorial *= n)), 4e-16, `${n}!`);
  }
});

test('the bits of a double are read and cut', () => {
  assert.equal(highWord(-1) >>> 0, 0xbff00000);
  assert.equal(exponentOf(1023), 9);
  assert.deepEqual([powerOfTwo(-1074), powerOfTwo(0), powerOfTwo(1023)], [5e-324, 1, 2 ** 1023]);
  assert.equal(withoutLowWord(1 + 2 ** -30), 1);
  assert.equal(withoutLowWord(1 + 2 ** -20), 1 + 2 ** -20);
});

test('the rounding of a product is found again', () => {
  assert.equal(productError(0.1, 10, 1), 2 ** -54);
  assert.equal(productError(3, 5, 15), 0);
  const [x, y] = [1 + 2 ** -40, 1 - 2 ** -40];
  assert.equal(productError(x, y, x * y), 1 - x * y - 2 ** -80);
});
