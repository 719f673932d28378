// AssemblyScript. The engine of the Monte Carlo method: everything a chunk of trials needs, over memory that its caller lays out.
import { countLinear, countLogarithmic, countNotFinite, addMoments, tails } from './accumulate';
import { draw } from './draw';
import { erf, evaluate, mod, power } from './evaluate';
import { seedStream } from './random';
import { narrowest, sort, sortByCell } from './select';

export { countLinear, countLogarithmic, countNotFinite, narrowest, sort, sortByCell, tails };

let free: usize = (__heap_base + 15) & ~(<usize>15);

// Room for `bytes`, aligned to 16; 0 when memory is at its end.
export function reserve(bytes: usize): usize {
  const start = free;
  free = (start + bytes + 15) & ~(<usize>15);
  const pages = <i32>((free + 0xffff) >> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) {
    free = start;
    return 0;
  }
  return start;
}

// Gives back everything reserved since `reserve` answered `start`.
export function release(start: usize): void {
  free = start;
}

export function begin(seedLow: u32, seedHigh: u32, chunkLow: u32, chunkHigh: u32): void {
  seedStream((<u64>seedHigh << 32) | seedLow, (<u64>chunkHigh << 32) | chunkLow);
}

// Draws the inputs of one block.
export function drawBlock(descriptors: usize, inputs: i32, bits: usize, normal: usize, count: i32): void {
  for (let i = 0; i < inputs; i++) draw(descriptors + <usize>(i * 80), bits, count, normal);
}

// Evaluates the program on the block that was drawn.
export function evaluateBlock(program: usize, programEnd: usize, count: i32): void {
  evaluate(program, programEnd, count);
}

export { addMoments };

// The square of the Mahalanobis distance (inverse factor, lower triangular, row by row) and the largest |d|/u of each trial of a block.
export function distances(
  blocks: usize,
  centres: usize,
  outputs: i32,
  count: i32,
  factor: usize,
  scales: usize,
  elliptic: usize,
  rectangular: usize,
): void {
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) {
    let square: f64 = 0;
    let widest: f64 = 0;
    for (let i = 0; i < outputs; i++) {
      let sum: f64 = 0;
      for (let j = 0; j <= i; j++) {
        const d = load<f64>(<usize>load<i32>(blocks + (<usize>j << 2)) + at) - load<f64>(centres + (<usize>j << 3));
        sum += load<f64>(factor + (<usize>(i * outputs + j) << 3)) * d;
        if (j == i) widest = max<f64>(widest, Math.abs(d) * load<f64>(scales + (<usize>i << 3)));
      }
      square += sum * sum;
    }
    store<f64>(elliptic + at, Math.sqrt(square));
    store<f64>(rectangular + at, widest);
  }
}

// The functions that a formula compiled to WebAssembly imports, so that it answers what the block evaluation answers.
export { erf, mod, power };
export function acos(x: f64): f64 {
  return Math.acos(x);
}
export function acosh(x: f64): f64 {
  return Math.acosh(x);
}
export function asin(x: f64): f64 {
  return Math.asin(x);
}
export function asinh(x: f64): f64 {
  return Math.asinh(x);
}
export function atan(x: f64): f64 {
  return Math.atan(x);
}
export function atanh(x: f64): f64 {
  return Math.atanh(x);
}
export function cbrt(x: f64): f64 {
  return Math.cbrt(x);
}
export function cos(x: f64): f64 {
  return Math.cos(x);
}
export function cosh(x: f64): f64 {
  return Math.cosh(x);
}
export function exp(x: f64): f64 {
  return Math.exp(x);
}
export function expm1(x: f64): f64 {
  return Math.expm1(x);
}
export function log(x: f64): f64 {
  return Math.log(x);
}
export function log10(x: f64): f64 {
  return Math.log10(x);
}
export function log1p(x: f64): f64 {
  return Math.log1p(x);
}
export function log2(x: f64): f64 {
  return Math.log2(x);
}
export function sin(x: f64): f64 {
  return Math.sin(x);
}
export function sinh(x: f64): f64 {
  return Math.sinh(x);
}
export function tan(x: f64): f64 {
  return Math.tan(x);
}
export function tanh(x: f64): f64 {
  return Math.tanh(x);
}
export function atan2(y: f64, x: f64): f64 {
  return Math.atan2(y, x);
}
export function hypot(x: f64, y: f64): f64 {
  return Math.hypot(x, y);
}
