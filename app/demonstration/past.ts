import { addDays, type Day } from '../kernel/day.ts';
import type { Stage } from './stage.ts';

/** A day of the plan's years; where the computer's clock stands before it, a day shortly before the story begins instead. */
export function past(stage: Pick<Stage, 'today'>, day: Day): Day {
  const latest = addDays(stage.today, -125);
  return day < latest ? day : latest;
}

/** A document number of the year in which the story is told. @example thisYear(stage, '演示计', 9) // '演示计〔2026〕9号' */
export const thisYear = (stage: Pick<Stage, 'today'>, series: string, number: number): string =>
  `${series}〔${stage.today.slice(0, 4)}〕${number}号`;
