/**
 * The distribution that the GUM result stands for, beside a histogram: normal, or a scaled and shifted t with the effective degrees of
 * freedom (JCGM 101:2008 5.11.4 and 9.2, figures 4 to 7).
 */
import { normalCdf } from '@tongheng/uncertainty/distribution/normal';
import { studentCdf } from '@tongheng/uncertainty/distribution/student';
import type { Gum, Histogram } from './record.ts';

type Curve = Pick<Gum, 'value' | 'u' | 'dof'>;

function cumulative({ value, u, dof }: Curve, at: number): number {
  if (u <= 0) return at < value ? 0 : 1;
  const z = (at - value) / u;
  return dof === null ? normalCdf(z) : studentCdf(z, dof);
}

/** How much of the distribution lies in each class of a histogram; shares of 1. */
export function expectedShares(curve: Curve, edges: readonly number[]): number[] {
  const below = edges.map((edge) => cumulative(curve, edge));
  return below.slice(1).map((upper, index) => upper - (below[index] ?? 0));
}

/** The density at `steps + 1` places from first to last, as the mean over the step around each. */
export function densityOf(curve: Curve, first: number, last: number, steps: number): { readonly at: number; readonly density: number }[] {
  const width = (last - first) / steps;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const at = first + index * width;
    return { at, density: width <= 0 ? 0 : (cumulative(curve, at + width / 2) - cumulative(curve, at - width / 2)) / width };
  });
}

/** Densities of the classes of a histogram; values beyond its ends count in the whole, so that its area is at most 1. */
export function densitiesOf({ edges, counts }: Histogram, trials: number): number[] {
  return counts.map((count, index) => {
    const width = (edges[index + 1] ?? 0) - (edges[index] ?? 0);
    return trials <= 0 || width <= 0 ? 0 : count / trials / width;
  });
}

/**
 * The part of a histogram that is drawn: the coverage intervals and half as much around them, in at most `most` classes of equal count of
 * the given ones. A heavy tail would otherwise press the whole of the distribution into a few classes.
 */
export function drawnPart({ edges, counts }: Histogram, intervals: readonly (readonly [number, number])[], most = 64): Histogram {
  const low = Math.min(...intervals.map(([end]) => end));
  const high = Math.max(...intervals.map(([, end]) => end));
  const around = (high - low) / 2;
  const isSeen = (index: number): boolean => (edges[index + 1] ?? 0) > low - around && (edges[index] ?? 0) < high + around;
  const first = counts.findIndex((_, index) => isSeen(index));
  if (!(around > 0) || first < 0) return { edges, counts };
  let last = first;
  while (last + 1 < counts.length && isSeen(last + 1)) last += 1;
  const together = Math.ceil((last - first + 1) / most);
  const drawnEdges = [edges[first] ?? 0];
  const drawnCounts: number[] = [];
  for (let from = first; from <= last; from += together) {
    const to = Math.min(from + together, counts.length);
    drawnCounts.push(counts.slice(from, to).reduce((sum, count) => sum + count, 0));
    drawnEdges.push(edges[to] ?? 0);
  }
  return { edges: drawnEdges, counts: drawnCounts };
}
