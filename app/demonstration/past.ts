import { addDays, type Day } from '../kernel/day.ts';
import type { Stage } from './stage.ts';

/** A day of the plan's years; where the computer's clock stands before it, a day shortly before the story begins instead. */
export function past(stage: Pick<Stage, 'today'>, day: Day): Day {
  const latest = addDays(stage.today, -125);
  return day < latest ? day : latest;
}
