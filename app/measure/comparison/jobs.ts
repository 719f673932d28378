import type { Jobs } from '../../platform/context.ts';
import { closeAllCommitments } from './service/seal.ts';

/** At the deadline of a round: its commitments are closed and what was entrusted is revealed. */
export const comparisonJobs: Jobs = {
  async sealComparisons(_payload, ctx) {
    await closeAllCommitments(ctx);
  },
};

/** Every hour, should the job of a deadline have been missed. */
export const comparisonCrontab = '17 * * * * sealComparisons ?fill=1h';
