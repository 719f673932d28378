import type { Jobs } from '../../platform/context.ts';
import { solveVersion } from './service/solve.ts';

/** `solveProvision`: one version of a scenario, when it is saved. */
export const provisionJobs: Jobs = {
  async solveProvision(payload, ctx) {
    if (typeof payload['version'] === 'string') await solveVersion(ctx, payload['version']);
  },
};
