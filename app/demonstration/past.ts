import { addDays, toDayNumber, type Day } from '../kernel/day.ts';
import type { Stage } from './stage.ts';

const endOfPlan: Day = '2025-12-31';

/**
 * A day of the plan's years. On a computer whose clock stands before their end all such days lie as much earlier, so that their order
 * stays and none lies ahead.
 */
export function past(stage: Pick<Stage, 'today'>, day: Day): Day {
  const latest = toDayNumber(stage.today) - 125;
  return addDays(day, Math.min(0, latest - toDayNumber(endOfPlan)));
}

/** A document number of the year in which the story is told. @example thisYear(stage, '演示计', 9) // '演示计〔2026〕9号' */
export const thisYear = (stage: Pick<Stage, 'today'>, series: string, number: number): string =>
  `${series}〔${stage.today.slice(0, 4)}〕${number}号`;
