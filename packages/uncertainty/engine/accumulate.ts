// AssemblyScript. What is kept of the model values of one chunk: sums of deviations from a centre and of their products, extremes, counts.

// Adds Σd and Σd·d′ of `outputs` blocks to sums (outputs + outputs·(outputs+1)/2 doubles). `blocks` holds addresses (i32), `centres` doubles.
export function addMoments(blocks: usize, centres: usize, outputs: i32, count: i32, sums: usize): void {
  const end = <usize>count << 3;
  let product = sums + (<usize>outputs << 3);
  for (let i = 0; i < outputs; i++) {
    const y = <usize>load<i32>(blocks + (<usize>i << 2));
    const c = load<f64>(centres + (<usize>i << 3));
    let s0: f64 = 0;
    let s1: f64 = 0;
    let q0: f64 = 0;
    let q1: f64 = 0;
    let at: usize = 0;
    for (; at + 8 < end; at += 16) {
      const d = load<f64>(y + at) - c;
      const e = load<f64>(y + at + 8) - c;
      s0 += d;
      s1 += e;
      q0 += d * d;
      q1 += e * e;
    }
    if (at < end) {
      const d = load<f64>(y + at) - c;
      s0 += d;
      q0 += d * d;
    }
    const sum = sums + (<usize>i << 3);
    store<f64>(sum, load<f64>(sum) + (s0 + s1));
    store<f64>(product, load<f64>(product) + (q0 + q1));
    product += 8;
    for (let j = i + 1; j < outputs; j++) {
      const z = <usize>load<i32>(blocks + (<usize>j << 2));
      const k = load<f64>(centres + (<usize>j << 3));
      let p0: f64 = 0;
      for (let t: usize = 0; t < end; t += 8) p0 += (load<f64>(y + t) - c) * (load<f64>(z + t) - k);
      store<f64>(product, load<f64>(product) + p0);
      product += 8;
    }
  }
}

export function countNotFinite(y: usize, count: i32): i32 {
  let found = 0;
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) {
    const x = load<f64>(y + at);
    if (x - x != 0) found++;
  }
  return found;
}

// The cell of x among `bins` equal ones; compared before it is converted, since a conversion out of range differs between targets.
@inline
export function linearCell(x: f64, lower: f64, perUnit: f64, last: f64): i32 {
  const position = (x - lower) * perUnit;
  return <i32>(position > 0 ? (position < last ? position : last) : 0);
}

// Counts (u32) over `bins` equal cells from `lower`; values outside fall into the first and the last.
export function countLinear(y: usize, count: i32, counts: usize, lower: f64, perUnit: f64, bins: i32): void {
  const end = <usize>count << 3;
  const last = <f64>(bins - 1);
  for (let at: usize = 0; at < end; at += 8) {
    const cell = linearCell(load<f64>(y + at), lower, perUnit, last);
    const address = counts + (<usize>cell << 2);
    store<u32>(address, load<u32>(address) + 1);
  }
}

// Cells for any scale: the leading bits of |y − centre|, so that the width of a cell is a fixed share of the distance.
// 12 bits of the significand and exponents from `lowest` over 128 powers of two; counts are u64: cells below the centre first, mirrored.
const bitsOfCell: i32 = 12;
export const cellsOfSide: i32 = 128 << bitsOfCell;

@inline
export function logarithmicCell(distance: f64, lowest: i64): i32 {
  const bits = reinterpret<i64>(Math.abs(distance)) >> (52 - bitsOfCell);
  const cell = <i32>min<i64>(max<i64>(bits - (lowest << bitsOfCell), 0), cellsOfSide - 1);
  return distance < 0 ? cellsOfSide - 1 - cell : cellsOfSide + cell;
}

export function countLogarithmic(y: usize, count: i32, counts: usize, centre: f64, lowest: i32): void {
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) {
    const address = counts + (<usize>logarithmicCell(load<f64>(y + at) - centre, lowest) << 3);
    store<u64>(address, load<u64>(address) + 1);
  }
}

// Copies the values up to `low` behind one list and those from `high` on behind another, without a branch on the value. `ends` holds the
// addresses behind both lists (i32) and is moved on; each list needs room for one value more than it will hold.
export function tails(y: usize, count: i32, low: f64, high: f64, ends: usize): void {
  const end = y + (<usize>count << 3);
  let a = <usize>load<i32>(ends);
  let b = <usize>load<i32>(ends, 4);
  for (let at = y; at < end; at += 8) {
    const x = load<f64>(at);
    store<f64>(a, x);
    a += <usize>(x <= low) << 3;
    store<f64>(b, x);
    b += <usize>(x >= high) << 3;
  }
  store<i32>(ends, <i32>a);
  store<i32>(ends, <i32>b, 4);
}
