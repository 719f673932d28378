/** Which tests belong together, and the course of a series over the years. */
import type { ChartAnswer } from '@tongheng/statistics/control-chart/chart-answer';
import type { Earlier, PerformanceTest } from './performance-answer.ts';
import { chartOf } from './performance-chart.ts';

/** What the series of a record is made of. */
export type SeriesParts = {
  readonly test: PerformanceTest;
  readonly quantity: string;
  readonly point: string;
  readonly unit: string;
  readonly objectNumber: string;
};

/**
 * The key of a series: tests that may be compared with each other. A repeatability test may use another usual instrument each year; a
 * check standard with another number begins a new series; checks belong to their plan; a verification stands alone.
 */
export function seriesOf({ test, quantity, point, unit, objectNumber }: SeriesParts): string {
  const at = [quantity, point, unit].map((part) => part.trim());
  switch (test.kind) {
    case 'repeatability':
      return ['repeatability', ...at].join('|');
    case 'stability':
      return ['stability', test.method, ...at, objectNumber.trim()].join('|');
    case 'verification':
      return ['verification', test.method, ...at].join('|');
    case 'intermediate-check':
      return ['intermediate-check', test.plan].join('|');
  }
}

/** The groups of readings of a test that a chart shows. */
export function groupsOf(test: PerformanceTest): readonly (readonly string[])[] {
  switch (test.kind) {
    case 'repeatability':
      return test.groups;
    case 'stability':
      return test.groups.map(({ readings }) => readings);
    case 'verification':
      return [];
    case 'intermediate-check':
      return [test.readings];
  }
}

/** The days of those groups. */
export const daysOf = (test: PerformanceTest, testedOn: string): readonly string[] =>
  test.kind === 'stability' ? test.groups.map(({ day }) => day) : groupsOf(test).map(() => testedOn);

export type SeriesChart = { readonly names: readonly string[]; readonly answer: ChartAnswer | null };

/** The chart of a series, oldest first. */
export function seriesChart(records: readonly { readonly test: PerformanceTest; readonly testedOn: string }[]): SeriesChart {
  const groups = records.flatMap(({ test }) => groupsOf(test));
  return { names: records.flatMap(({ test, testedOn }) => daysOf(test, testedOn)), answer: chartOf(groups) };
}

/** A record as later tests of its series read it. */
export function earlierOf(record: {
  readonly testedOn: string;
  readonly test: PerformanceTest;
  readonly answer: {
    readonly value: string | null;
    readonly limit: string | null;
    readonly means: readonly string[];
    readonly verdict: Earlier['verdict'];
  };
  readonly outcome: string | null;
}): Earlier {
  const { test, answer } = record;
  return {
    day: record.testedOn,
    mean: answer.means[answer.means.length - 1] ?? null,
    groups: groupsOf(test),
    s: test.kind === 'repeatability' ? answer.value : null,
    limit: test.kind === 'repeatability' ? answer.limit : null,
    verdict: answer.verdict,
    outcome: record.outcome,
  };
}
