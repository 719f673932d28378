import type { Jobs } from '../../platform/context.ts';
import { noteLate } from './service/late.ts';
import { countPeriods } from './service/stop.ts';

/**
 * `calendarChanged`: a notice on holidays was recorded. `countPeriods`: every morning, for what began before its year had a notice and
 * for requests from before periods were counted; and what an institute has not done in time is told in the history of the instrument.
 */
export const requestJobs: Jobs = {
  async calendarChanged(_payload, ctx) {
    await countPeriods(ctx);
  },
  async countPeriods(_payload, ctx) {
    await countPeriods(ctx);
    await noteLate(ctx);
  },
};

/** 20:10 UTC is ten past four in the city's morning. */
export const requestCrontab = '10 20 * * * countPeriods ?fill=1d';
