/** Order statistics of values in an engine's memory: coverage intervals after JCGM 101 7.7. */
import type { Scale, Tails } from './job.ts';
import type { Memory } from './session.ts';

export type IntervalKind = 'shortest' | 'symmetric';

/** Ranks of an interval of probability p among M sorted values (7.7.1): q = pM, rounded half up where it is no integer. */
export function ranks(trials: number, probability: number): { readonly q: number; readonly r: number } {
  const exact = probability * trials;
  const nearest = Math.round(exact);
  const q = Math.min(trials - 1, Math.abs(exact - nearest) < 1e-9 * trials ? nearest : Math.floor(exact + 0.5));
  const rest = trials - q;
  return { q, r: rest % 2 === 0 ? rest / 2 : (rest + 1) / 2 };
}

/** How many values an interval leaves out on one side at most. */
export function tailOf(trials: number, probability: number, kind: IntervalKind): number {
  const { q, r } = ranks(trials, probability);
  return kind === 'shortest' ? trials - q : Math.max(r, trials - q - r + 1);
}

/** Sorts values into `target`; `from` to `to` is where most of them lie. */
function sortInto(memory: Memory, values: number, count: number, target: number, from: number, to: number): void {
  const { engine } = memory;
  const cells = Math.max(1, Math.min(65536, Math.floor(count / 4)));
  const start = memory.reserve((cells + 2) * 4);
  const width = to - from;
  const perUnit = width > 0 && Number.isFinite(width) ? cells / width : 0;
  engine.sortByCell(values, count, target, start, from, Number.isFinite(perUnit) ? perUnit : 0, cells);
  engine.release(start);
}

/** The interval from the kept tails (7.7); undefined when one holds fewer values than the interval leaves out. */
export function intervalOfTails(
  memory: Memory,
  { lowest, highest }: Tails,
  scale: Scale,
  trials: number,
  probability: number,
  kind: IntervalKind,
): readonly [number, number] | undefined {
  const { q, r } = ranks(trials, probability);
  const tail = tailOf(trials, probability, kind);
  if (lowest.length < tail || highest.length < tail) return undefined;
  const start = memory.reserve(16);
  const low = memory.reserve(lowest.length * 8);
  const high = memory.reserve(highest.length * 8);
  const scratch = memory.reserve(Math.max(lowest.length, highest.length) * 8);
  memory.doubles(scratch, lowest.length).set(lowest);
  sortInto(memory, scratch, lowest.length, low, scale.least, Math.min(scale.low, scale.greatest));
  memory.doubles(scratch, highest.length).set(highest);
  sortInto(memory, scratch, highest.length, high, Math.max(scale.high, scale.least), scale.greatest);
  // y(1) stands first in `low`, y(M) last in `high`.
  const first = trials - highest.length;
  const at = kind === 'shortest' ? memory.engine.narrowest(low, high + (q - first) * 8, tail) : r - 1;
  const interval = [memory.doubles(low + at * 8, 1)[0] as number, memory.doubles(high + (at + q - first) * 8, 1)[0] as number] as const;
  memory.engine.release(start);
  return interval;
}

/** The interval of all values (of one part of an adaptive run). */
export function intervalOfValues(memory: Memory, values: Float64Array, probability: number, kind: IntervalKind): readonly [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const scale = { centre: 0, least, greatest, low: greatest, high: least, lowest: 1 };
  return intervalOfTails(memory, { lowest: values, highest: values }, scale, values.length, probability, kind) as readonly [number, number];
}
