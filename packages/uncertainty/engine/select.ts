// AssemblyScript. Order statistics: sorting, and the shortest coverage interval of the tails (JCGM 101 7.7).
import { linearCell } from './accumulate';

function insertion(from: usize, to: usize): void {
  for (let i = from + 8; i < to; i += 8) {
    const x = load<f64>(i);
    let j = i;
    while (j > from && load<f64>(j - 8) > x) {
      store<f64>(j, load<f64>(j - 8));
      j -= 8;
    }
    store<f64>(j, x);
  }
}

function sift(from: usize, root: usize, length: usize): void {
  const x = load<f64>(from + (root << 3));
  let i = root;
  while (true) {
    let child: usize = 2 * i + 1;
    if (child >= length) break;
    if (child + 1 < length && load<f64>(from + ((child + 1) << 3)) > load<f64>(from + (child << 3))) child++;
    if (load<f64>(from + (child << 3)) <= x) break;
    store<f64>(from + (i << 3), load<f64>(from + (child << 3)));
    i = child;
  }
  store<f64>(from + (i << 3), x);
}

function heap(from: usize, to: usize): void {
  const length = (to - from) >> 3;
  for (let i = length >> 1; i > 0; i--) sift(from, i - 1, length);
  for (let end = length - 1; end > 0; end--) {
    const x = load<f64>(from);
    store<f64>(from, load<f64>(from + (end << 3)));
    store<f64>(from + (end << 3), x);
    sift(from, 0, end);
  }
}

// Quicksort with the median of three; heapsort below `depth` keeps the worst case at n·log n.
function quick(first: usize, last: usize, depth: i32): void {
  let from = first;
  let to = last;
  while (to - from > 32 * 8) {
    if (depth == 0) return heap(from, to);
    depth--;
    const middle = from + ((((to - from) >> 3) >> 1) << 3);
    const a = load<f64>(from);
    const b = load<f64>(middle);
    const c = load<f64>(to - 8);
    const pivot = max<f64>(min<f64>(a, b), min<f64>(max<f64>(a, b), c));
    let i = from - 8;
    let j = to;
    while (true) {
      do i += 8;
      while (load<f64>(i) < pivot);
      do j -= 8;
      while (load<f64>(j) > pivot);
      if (i >= j) break;
      const x = load<f64>(i);
      store<f64>(i, load<f64>(j));
      store<f64>(j, x);
    }
    const cut = j + 8;
    if (cut - from < to - cut) {
      quick(from, cut, depth);
      from = cut;
    } else {
      quick(cut, to, depth);
      to = cut;
    }
  }
  insertion(from, to);
}

// Sorts `count` doubles in place; none may be NaN.
export function sort(values: usize, count: i32): void {
  quick(values, values + (<usize>count << 3), 64);
}

// Sorts values distributed over `cells` equal cells from `lower` on; those outside go to the first and the last. `target` receives the
// result, `offsets` is room for cells + 1 words.
export function sortByCell(values: usize, count: i32, target: usize, offsets: usize, lower: f64, perUnit: f64, cells: i32): void {
  const end = <usize>count << 3;
  const last = <f64>(cells - 1);
  memory.fill(offsets, 0, <usize>(cells + 1) << 2);
  for (let at: usize = 0; at < end; at += 8) {
    const address = offsets + (<usize>(linearCell(load<f64>(values + at), lower, perUnit, last) + 1) << 2);
    store<i32>(address, load<i32>(address) + 1);
  }
  for (let cell = 1; cell <= cells; cell++) {
    const address = offsets + (<usize>cell << 2);
    store<i32>(address, load<i32>(address) + load<i32>(address - 4));
  }
  for (let at: usize = 0; at < end; at += 8) {
    const x = load<f64>(values + at);
    const address = offsets + (<usize>linearCell(x, lower, perUnit, last) << 2);
    const place = load<i32>(address);
    store<f64>(target + (<usize>place << 3), x);
    store<i32>(address, place + 1);
  }
  // After the distribution each offset stands at the end of its cell.
  let start = 0;
  for (let cell = 0; cell < cells; cell++) {
    const stop = load<i32>(offsets + (<usize>cell << 2));
    if (stop - start > 32) sort(target + (<usize>start << 3), stop - start);
    start = stop;
  }
  insertion(target, target + end);
}

// The least y(high + i) − y(low + i) for i in [0, count): the index of its first occurrence.
export function narrowest(low: usize, high: usize, count: i32): i32 {
  let best = 0;
  let least = load<f64>(high) - load<f64>(low);
  for (let i = 1; i < count; i++) {
    const width = load<f64>(high + (<usize>i << 3)) - load<f64>(low + (<usize>i << 3));
    if (width < least) {
      least = width;
      best = i;
    }
  }
  return best;
}
