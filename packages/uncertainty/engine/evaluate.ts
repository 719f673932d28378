// AssemblyScript. A program of formulas evaluated over one block: each instruction runs over `count` trials before the next one begins.
// An instruction is four i32: operation (numbers of src/expression/operation.ts, + 64 where the second argument is a constant, + 128 where
// the first is), address of the result, address of the first argument, address of the second. A constant's address holds its one value.

export function mod(a: f64, b: f64): f64 {
  const rest = a % b;
  return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
}

// Abramowitz and Stegun 7.1.5 near 0, else the continued fraction 7.1.14 by Lentz' method.
export function erf(x: f64): f64 {
  const size = Math.abs(x);
  if (size < 2.5) {
    let term = x;
    let sum = x;
    for (let n: f64 = 1; n < 100; n++) {
      term *= (-x * x) / n;
      const part = term / (2 * n + 1);
      sum += part;
      if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
    }
    return sum * 1.1283791670955126;
  }
  if (size > 6) return x < 0 ? -1 : 1;
  let fraction: f64 = 0;
  for (let k: f64 = 60; k >= 1; k--) fraction = k / 2 / (size + fraction);
  const upper = Math.exp(-size * size) / ((size + fraction) * 1.7724538509055159);
  return x < 0 ? upper - 1 : 1 - upper;
}

// a^n by squaring for a whole n of at most 64, as a technician would multiply; else pow.
export function power(a: f64, b: f64): f64 {
  if (b == Math.trunc(b) && Math.abs(b) <= 64) {
    let n = <i32>Math.abs(b);
    let base = a;
    let result: f64 = 1;
    while (n > 0) {
      if (n & 1) result *= base;
      base *= base;
      n >>= 1;
    }
    return b < 0 ? 1 / result : result;
  }
  return Math.pow(a, b);
}

@inline
function each1(y: usize, a: usize, end: usize, f: (x: f64) => f64): void {
  for (let at: usize = 0; at < end; at += 8) store<f64>(y + at, f(load<f64>(a + at)));
}

function unary(operation: i32, y: usize, a: usize, end: usize): void {
  switch (operation) {
    case 5:
      for (let at: usize = 0; at < end; at += 8) store<f64>(y + at, -load<f64>(a + at));
      return;
    case 7:
      for (let at: usize = 0; at < end; at += 8) {
        const x = load<f64>(a + at);
        store<f64>(y + at, x * x);
      }
      return;
    case 13:
      return each1(y, a, end, (x) => Math.abs(x));
    case 14:
      return each1(y, a, end, (x) => Math.acos(x));
    case 15:
      return each1(y, a, end, (x) => Math.acosh(x));
    case 16:
      return each1(y, a, end, (x) => Math.asin(x));
    case 17:
      return each1(y, a, end, (x) => Math.asinh(x));
    case 18:
      return each1(y, a, end, (x) => Math.atan(x));
    case 19:
      return each1(y, a, end, (x) => Math.atanh(x));
    case 20:
      return each1(y, a, end, (x) => Math.cbrt(x));
    case 21:
      return each1(y, a, end, (x) => Math.cos(x));
    case 22:
      return each1(y, a, end, (x) => Math.cosh(x));
    case 23:
      return each1(y, a, end, (x) => erf(x));
    case 24:
      return each1(y, a, end, (x) => Math.exp(x));
    case 25:
      return each1(y, a, end, (x) => Math.expm1(x));
    case 26:
      return each1(y, a, end, (x) => Math.log(x));
    case 27:
      return each1(y, a, end, (x) => Math.log10(x));
    case 28:
      return each1(y, a, end, (x) => Math.log1p(x));
    case 29:
      return each1(y, a, end, (x) => Math.log2(x));
    case 30:
      return each1(y, a, end, (x) => (x > 0 ? 1 : x < 0 ? -1 : x));
    case 31:
      return each1(y, a, end, (x) => Math.sin(x));
    case 32:
      return each1(y, a, end, (x) => Math.sinh(x));
    case 33:
      for (let at: usize = 0; at < end; at += 8) store<f64>(y + at, Math.sqrt(load<f64>(a + at)));
      return;
    case 34:
      return each1(y, a, end, (x) => Math.tan(x));
    case 35:
      return each1(y, a, end, (x) => Math.tanh(x));
  }
}

function general(operation: i32, y: usize, a: usize, b: usize, end: usize, stepA: usize, stepB: usize): void {
  let left = a;
  let right = b;
  for (let at: usize = 0; at < end; at += 8) {
    const p = load<f64>(left);
    const q = load<f64>(right);
    let value: f64;
    switch (operation) {
      case 1:
        value = p + q;
        break;
      case 2:
        value = p - q;
        break;
      case 3:
        value = p * q;
        break;
      case 4:
        value = p / q;
        break;
      case 6:
        value = power(p, q);
        break;
      case 8:
        value = Math.atan2(p, q);
        break;
      case 9:
        value = Math.hypot(p, q);
        break;
      case 10:
        value = p >= q ? p : q >= p ? q : NaN;
        break;
      case 11:
        value = p <= q ? p : q <= p ? q : NaN;
        break;
      default:
        value = mod(p, q);
    }
    store<f64>(y + at, value);
    left += stepA;
    right += stepB;
  }
}

function instruction(at: usize, count: i32): void {
  const operation = load<i32>(at);
  const y = <usize>load<i32>(at, 4);
  const a = <usize>load<i32>(at, 8);
  const b = <usize>load<i32>(at, 12);
  const end = <usize>count << 3;
  switch (operation) {
    case 1:
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) + load<f64>(b + i));
      return;
    case 2:
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) - load<f64>(b + i));
      return;
    case 3:
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) * load<f64>(b + i));
      return;
    case 4:
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) / load<f64>(b + i));
      return;
    case 64 + 1: {
      const c = load<f64>(b);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) + c);
      return;
    }
    case 64 + 2: {
      const c = load<f64>(b);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) - c);
      return;
    }
    case 64 + 3: {
      const c = load<f64>(b);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) * c);
      return;
    }
    case 64 + 4: {
      const c = load<f64>(b);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, load<f64>(a + i) / c);
      return;
    }
    case 128 + 2: {
      const c = load<f64>(a);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, c - load<f64>(b + i));
      return;
    }
    case 128 + 4: {
      const c = load<f64>(a);
      for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, c / load<f64>(b + i));
      return;
    }
  }
  const plain = operation & 63;
  if (plain <= 4 || plain == 6 || (plain >= 8 && plain <= 12)) {
    general(plain, y, a, b, end, operation & 128 ? 0 : 8, operation & 64 ? 0 : 8);
  } else unary(plain, y, a, end);
}

// Newton's method for a whole block: `y` unknown, `a` residual, `b` its derivative; the word after is the first instruction of the
// equation, the two after that the start value. Trials that do not settle become NaN.
function solve(at: usize, count: i32): void {
  const y = <usize>load<i32>(at, 4);
  const a = <usize>load<i32>(at, 8);
  const b = <usize>load<i32>(at, 12);
  const first = <usize>load<i32>(at, 16);
  const start = load<f64>(at, 24);
  const end = <usize>count << 3;
  for (let i: usize = 0; i < end; i += 8) store<f64>(y + i, start);
  for (let step = 0; step < 100; step++) {
    for (let line = first; line < at; line += 16) instruction(line, count);
    let moving = false;
    for (let i: usize = 0; i < end; i += 8) {
      const x = load<f64>(y + i);
      const f = load<f64>(a + i);
      const change = f == 0 ? 0 : f / load<f64>(b + i);
      const next = x - change;
      store<f64>(y + i, next);
      if (!(Math.abs(change) <= 1e-14 * Math.abs(next))) moving = moving || change == change;
    }
    if (!moving) return;
  }
  for (let i: usize = 0; i < end; i += 8) {
    const change = load<f64>(a + i) / load<f64>(b + i);
    if (!(Math.abs(change) <= 1e-10 * Math.abs(load<f64>(y + i)))) store<f64>(y + i, NaN);
  }
}

const solving: i32 = 36;

export function evaluate(program: usize, end: usize, count: i32): void {
  let at = program;
  while (at < end) {
    if (load<i32>(at) == solving) {
      solve(at, count);
      at += 32;
    } else {
      instruction(at, count);
      at += 16;
    }
  }
}
