import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exp, expm1 } from './exponential.ts';
import { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic.ts';
import { acos, asin, atan, atan2 } from './inverse-trigonometric.ts';
import { log, log10, log1p, log2 } from './logarithm.ts';
import { cbrt, hypot, pow } from './power.ts';
import { cos, sin, tan } from './trigonometric.ts';
import { erf } from './error-function.ts';

type Function1 = (x: number) => number;
type Function2 = (x: number, y: number) => number;

const bits = new DataView(new ArrayBuffer(8));
/** The place of a number among all doubles, so that neighbours differ by 1. */
function place(x: number): bigint {
  bits.setFloat64(0, x);
  const value = bits.getBigInt64(0);
  return value < 0n ? -(value & 0x7fffffffffffffffn) : value;
}
function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const distance = place(a) - place(b);
  return Number(distance < 0n ? -distance : distance);
}

function generator(seed: number): () => number {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  return () => next() + next() / 2 ** 32;
}

const unary: Record<string, readonly [Function1, Function1]> = {
  exp: [exp, Math.exp],
  expm1: [expm1, Math.expm1],
  log: [log, Math.log],
  log1p: [log1p, Math.log1p],
  log2: [log2, Math.log2],
  log10: [log10, Math.log10],
  sin: [sin, Math.sin],
  cos: [cos, Math.cos],
  tan: [tan, Math.tan],
  asin: [asin, Math.asin],
  acos: [acos, Math.acos],
  atan: [atan, Math.atan],
  sinh: [sinh, Math.sinh],
  cosh: [cosh, Math.cosh],
  tanh: [tanh, Math.tanh],
  asinh: [asinh, Math.asinh],
  acosh: [acosh, Math.acosh],
  atanh: [atanh, Math.atanh],
  cbrt: [cbrt, Math.cbrt],
};
const binary: Record<string, readonly [Function2, Function2]> = {
  pow: [pow, Math.pow],
  atan2: [atan2, Math.atan2],
  hypot: [hypot, Math.hypot],
};

const odd = [
  0,
  5e-324,
  1e-310,
  2.2250738585072014e-308,
  1e-300,
  1e-20,
  0.25,
  0.5,
  0.75,
  1,
  1.5,
  2,
  3,
  10,
  22,
  709,
  710,
  745.2,
  1e15,
  2 ** 53,
  1e22,
  1e300,
  1.7976931348623157e308,
  Infinity,
];
const awkward = [...odd, ...odd.map((x) => -x), NaN];

test('a function agrees with that of the engine within 2 units of the last digit over its whole range', () => {
  const random = generator(20250717);
  for (const [name, [own, engine]] of Object.entries(unary)) {
    for (let i = 0; i < 6000; i++) {
      const sign = random() < 0.5 ? -1 : 1;
      const x = sign * (i % 2 === 0 ? 10 ** (620 * random() - 315) : 10 ** (6 * random() - 4));
      assert.ok(ulpsBetween(own(x), engine(x)) <= 2, `${name}(${x}): ${own(x)}, engine ${engine(x)}`);
    }
  }
  for (const [name, [own, engine]] of Object.entries(binary)) {
    for (let i = 0; i < 6000; i++) {
      const x = (random() < 0.3 ? -1 : 1) * 10 ** (i % 2 === 0 ? 600 * random() - 300 : 4 * random() - 2);
      const y = name === 'pow' && x < 0 ? Math.floor(40 * random() - 20) : (random() < 0.5 ? -1 : 1) * 10 ** (4 * random() - 2);
      assert.ok(ulpsBetween(own(x, y), engine(x, y)) <= 2, `${name}(${x}, ${y}): ${own(x, y)}, engine ${engine(x, y)}`);
    }
  }
});

test('zeros of either sign, infinities, subnormal numbers and NaN are answered as ECMAScript demands', () => {
  for (const [name, [own, engine]] of Object.entries(unary)) {
    for (const x of awkward) {
      const [found, wanted] = [own(x), engine(x)];
      assert.ok(ulpsBetween(found, wanted) <= 2, `${name}(${x}): ${found}, engine ${wanted}`);
      assert.equal(Object.is(found, -0), Object.is(wanted, -0), `${name}(${x}): sign of zero`);
    }
  }
  for (const [name, [own, engine]] of Object.entries(binary)) {
    for (const x of awkward) {
      for (const y of awkward) {
        const [found, wanted] = [own(x, y), engine(x, y)];
        assert.ok(ulpsBetween(found, wanted) <= 2, `${name}(${x}, ${y}): ${found}, engine ${wanted}`);
        assert.equal(Object.is(found, -0), Object.is(wanted, -0), `${name}(${x}, ${y}): sign of zero`);
      }
    }
  }
});

test('the published values of forty digits are met to two units of the last digit', () => {
  type Vector = { id: string; fn: string; x: number; y?: number; f: number };
  const file = new URL('../../vectors/autodiff.json', import.meta.url);
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: (Vector & Record<string, unknown>)[] };
  const others: Record<string, Function1> = {
    sqrt: Math.sqrt,
    abs: Math.abs,
    inv: (x) => 1 / x,
    erf,
    'pow_x_2.5': (x) => pow(x, 2.5),
    pow_2_x: (x) => pow(2, x),
  };
  let met = 0;
  for (const vector of vectors) {
    const pair = /^ad-(atan2|hypot|pow)-(-?[\d.]+)-(-?[\d.]+)$/.exec(vector.id);
    const work = unary[vector.fn]?.[0] ?? others[vector.fn];
    const found = pair ? binary[pair[1]!]![0](Number(pair[2]), Number(pair[3])) : work!(vector.x);
    assert.ok(ulpsBetween(found, vector.f) <= 2, `${vector.id}: ${found}, wanted ${vector.f}`);
    met++;
  }
  assert.equal(met, vectors.length);
});

test('angles of any size are reduced with all their digits', () => {
  // x, sin, cos, tan with 400 digits; 6381956970095103·2^797 is the double that comes closest to a multiple of π/2.
  const angles = [
    [1e22, -0.8522008497671888, 0.523214785395139, -1.6287782256068988],
    [1.7976931348623157e308, 0.004961954789184062, -0.9999876894265599, -0.004962015874444895],
    [5.319372648326541e255, 1.0, -4.687165924254628e-19, -2.133485385753704e18],
    [355.0, -3.014435335948845e-5, -0.999999999545659, 3.0144353373184265e-5],
    [100000.0, 0.03574879797201651, -0.9993608074382124, -0.035771662952898776],
    [710.0, 6.0288706691585265e-5, 0.999999998182636, 6.0288706801151796e-5],
    [1647100.0, 0.6216400379214212, 0.7833030468809974, 0.7936137110620269],
    [5000000000000000.0, -0.901711760523585, -0.432337716297638, 2.0856652716896247],
  ] as const;
  for (const [x, s, c, t] of angles) {
    assert.ok(ulpsBetween(sin(x), s) <= 1, `sin ${x}`);
    assert.ok(ulpsBetween(cos(x), c) <= 1, `cos ${x}`);
    assert.ok(ulpsBetween(tan(x), t) <= 1, `tan ${x}`);
    assert.equal(sin(-x), -sin(x));
    assert.equal(tan(-x), -tan(x));
  }
});

test('whole powers, cubes, powers of two and of ten come out whole', () => {
  for (let n = 0; n <= 22; n++) assert.equal(pow(10, n), Number(`1e${n}`));
  for (let n = -1074; n <= 1023; n++) {
    assert.equal(pow(2, n), 2 ** n);
    assert.equal(log2(2 ** n), n);
  }
  for (let n = 0; n <= 308; n++) assert.equal(log10(Number(`1e${n}`)), n);
  for (let base = 3; base <= 200; base++) {
    for (let power = 3n, value = BigInt(base) ** 3n; value < 1n << 53n; power++, value *= BigInt(base)) {
      assert.equal(pow(base, Number(power)), Number(value), `${base}^${power}`);
      assert.equal(pow(-base, Number(power)), power % 2n === 0n ? Number(value) : -Number(value));
    }
    assert.equal(cbrt(base ** 3), base);
    assert.equal(cbrt(-((base / 8) ** 3)), -base / 8);
  }
  assert.equal(hypot(3 * 2 ** 600, 4 * 2 ** 600), 5 * 2 ** 600);
  assert.equal(hypot(5e-320, 0), 5e-320);
});

test('identities hold to rounding: sin² + cos² = 1, ln e^x = x, e^x e^-x = 1, (x^y)^(1/y) = x', () => {
  const random = generator(7);
  for (let i = 0; i < 3000; i++) {
    const x = 40 * random() - 20;
    assert.ok(Math.abs(sin(x) ** 2 + cos(x) ** 2 - 1) < 5e-16);
    assert.ok(Math.abs(log(exp(x)) - x) <= 1.2e-16 * (1 + 2 * Math.abs(x)));
    assert.ok(Math.abs(exp(x) * exp(-x) - 1) < 5e-16);
    const base = 0.1 + 10 * random();
    const power = 0.2 + 3 * random();
    assert.ok(Math.abs(pow(pow(base, power), 1 / power) / base - 1) < 3e-15);
    assert.ok(Math.abs(tan(atan(x)) / x - 1) < 1e-15 * (1 + Math.abs(x)));
    assert.equal(sinh(-x), -sinh(x));
    assert.ok(cosh(x) >= 1 && Math.abs(tanh(x)) <= 1);
    assert.ok(Math.abs(asinh(sinh(x)) - x) < 1e-14);
  }
});

test('outside its domain a function answers NaN', () => {
  for (const value of [
    log(-1),
    log1p(-1.5),
    asin(1.0000000000000002),
    acos(-2),
    acosh(0.99),
    atanh(1.5),
    pow(-2, 0.5),
    sin(Infinity),
    tan(-Infinity),
  ]) {
    assert.ok(Number.isNaN(value));
  }
  assert.ok(Number.isNaN(pow(1, Infinity)), 'unlike C: a base of 1 is rarely an exact 1');
  assert.equal(pow(NaN, 0), 1);
});
