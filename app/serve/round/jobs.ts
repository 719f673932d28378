import type { Jobs } from '../../platform/context.ts';
import { draftDefaults } from './service/default.ts';
import { solveProposal } from './service/proposal.ts';

/** `solveRound`: one proposal, when it is asked for. `draftRounds`: every morning, the rounds that stand for default plans. */
export const roundJobs: Jobs = {
  async solveRound(payload, ctx) {
    if (typeof payload['proposal'] === 'string') await solveProposal(ctx, payload['proposal']);
  },
  async draftRounds(_payload, ctx) {
    await draftDefaults(ctx);
  },
};

/** 22:10 UTC is ten past six in the city's morning; a morning missed while the server was away is made up for. */
export const roundCrontab = '10 22 * * * draftRounds ?fill=1d';
