/**
 * A place with more work than a day holds is visited on several days: its instruments are dealt, in the order in which they are due, into
 * parts of which each fits a day.
 */
export type Workload = { readonly id: string; readonly minutes: number };

/**
 * @example partsOf([{ id: 'a', minutes: 50 }, { id: 'b', minutes: 50 }, { id: 'c', minutes: 50 }], 120) // [[a, b], [c]]
 */
export function partsOf<One extends Workload>(instruments: readonly One[], mostMinutes: number): One[][] {
  const parts: One[][] = [];
  let held = Infinity;
  for (const one of instruments) {
    if (held + one.minutes > mostMinutes) {
      parts.push([]);
      held = 0;
    }
    parts[parts.length - 1]?.push(one);
    held += one.minutes;
  }
  return parts;
}
