import type { Day } from '../../../kernel/day.ts';
import type { PlanIndicator } from '../../plan/contract/document.ts';

/** A counting rule of the plan as the database functions take it. */
export type EntryRule = {
  readonly id: string;
  readonly kind: string;
  readonly levels: readonly string[] | null;
  readonly facet: string | null;
  /** With a window `period` only what was obtained since the first day of the plan counts. */
  readonly obtainedFrom: Day | null;
  readonly start: Day;
  readonly due: Day;
};

/** The entry rule of an indicator; undefined when it does not count entries. */
export function entryRule(indicator: PlanIndicator, period: { from: Day }): EntryRule | undefined {
  const { counting, id, due } = indicator;
  if (counting.rule !== 'entries') return undefined;
  const where = counting.where ?? {};
  return {
    id,
    kind: counting.kind,
    levels: where.level ?? null,
    facet: where.programme ?? where.centre ?? where.field ?? where.sector ?? null,
    obtainedFrom: counting.window === 'period' ? period.from : null,
    start: period.from,
    due,
  };
}
