import type { Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import type { At } from '../store/figures.ts';

export type Moment = At & {
  /** Nothing later than now is known: the exact tallies may answer. */
  readonly isNow: boolean;
  readonly today: Day;
};

export const momentOf = (ctx: Pick<Context, 'today' | 'now'>, query: { asOf?: Day | undefined; knownAt?: string | undefined }): Moment => ({
  asOf: query.asOf ?? ctx.today,
  knownAt: query.knownAt ?? ctx.now,
  isNow: query.knownAt === undefined || query.knownAt >= ctx.now,
  today: ctx.today,
});
