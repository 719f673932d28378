import type { Day } from '../../../kernel/day.ts';

/** From a first day to the day after the last; open at the end where nothing ends it. */
export type Span = { readonly from: Day; readonly to: Day };
/** Sorted, apart from each other, none empty. */
export type Spans = readonly Span[];

/** After every day that is written here: days compare as text. */
export const never: Day = '9999-12-31';
/** Before every day. */
export const always: Spans = [{ from: '0000-01-01', to: never }];

/** Any spans, put in order and joined where they touch. @example union([{ from: '2026-02-01', to: '2026-03-01' }, { from: '2026-01-01', to: '2026-02-01' }]) */
export function union(spans: readonly Span[]): Spans {
  const sorted = spans.filter(({ from, to }) => from < to).sort((one, other) => (one.from < other.from ? -1 : 1));
  const joined: { from: Day; to: Day }[] = [];
  for (const { from, to } of sorted) {
    const last = joined[joined.length - 1];
    if (last === undefined || from > last.to) joined.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return joined;
}

export function intersection(some: Spans, others: Spans): Spans {
  const found: Span[] = [];
  for (let one = 0, other = 0; one < some.length && other < others.length;) {
    const [a, b] = [some[one], others[other]];
    if (a === undefined || b === undefined) break;
    const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
    if (from < to) found.push({ from, to });
    if (a.to < b.to) one += 1;
    else other += 1;
  }
  return found;
}

export function without(some: Spans, others: Spans): Spans {
  const gaps: Span[] = [];
  let from = always[0]?.from ?? '';
  for (const span of others) {
    if (from < span.from) gaps.push({ from, to: span.from });
    from = span.to;
  }
  if (from < never) gaps.push({ from, to: never });
  return intersection(some, gaps);
}

export const spanOn = (spans: Spans, day: Day): Span | undefined => spans.find(({ from, to }) => from <= day && day < to);
export const holdsOn = (spans: Spans, day: Day): boolean => spanOn(spans, day) !== undefined;

/** The days on which a condition over several sets of holders is met; between two borders nothing changes. */
export function daysWhere<Held extends Span>(held: readonly Held[], isMet: (holding: readonly Held[]) => boolean): Spans {
  const borders = [...new Set(held.flatMap(({ from, to }) => [from, to]))].sort();
  return union(
    borders.slice(0, -1).flatMap((from, index) => {
      const to = borders[index + 1] ?? never;
      return isMet(held.filter((one) => one.from <= from && from < one.to)) ? [{ from, to }] : [];
    }),
  );
}
