import type { Jobs } from '../../platform/context.ts';
import { remindOfDueItems } from './service/remind.ts';

/** `remindOfDueItems`: every morning for all items, and for one item when it is recorded. */
export const taskJobs: Jobs = {
  async remindOfDueItems(payload, ctx) {
    await remindOfDueItems(ctx, typeof payload['item'] === 'string' ? payload['item'] : undefined);
  },
};

/** 22:30 UTC is half past six in the city's morning; a morning missed while the server was away is made up for. */
export const taskCrontab = '30 22 * * * remindOfDueItems ?fill=1d';
