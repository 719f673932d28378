import type { Jobs } from '../../platform/context.ts';
import { askWitnesses } from './service/cosigning.ts';
import { sequenceInTurn } from './service/sequence.ts';

const followAfterSeconds = 1;

/** The queue reads the database's clock, which is that of the day and not the city's of a story. */
const soon = (): string => new Date(Date.now() + followAfterSeconds * 1000).toISOString();

/**
 * `sequenceLog`: gives new leaves their indexes. A run is followed by one more, for leaves that relied on its job and became visible after
 * it; that one by another as long as there are any. `askWitnesses`: sends the newest checkpoint to who vouches for the log.
 */
export const transparencyJobs: Jobs = {
  async sequenceLog(payload, ctx) {
    const { leaves } = await sequenceInTurn(ctx);
    if (leaves > 0 || payload['follows'] !== true) await ctx.later('sequenceLog', { follows: true }, { key: 'sequenceLog', runAt: soon() });
  },
  /** Each minute, where a server ended between a document and its job, or a witness is to be asked again. */
  async tendLog(_payload, ctx) {
    await sequenceInTurn(ctx);
    await askWitnesses(ctx);
  },
  async askWitnesses(_payload, ctx) {
    await askWitnesses(ctx);
  },
};

export const transparencyCrontab = '* * * * * tendLog';
