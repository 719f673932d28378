import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { readVerifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { transparencyProblems, type transparencyEndpoints, type Witness } from '../contract.ts';
import * as log from '../store/log.ts';
import * as store from '../store/witness.ts';
import { showWitness } from './desk.ts';

function witnessKeyOf(vkey: string): VerifierKey {
  try {
    const key = readVerifierKey(vkey);
    if (key.kind === 'cosignature') return key;
  } catch (error) {
    if (!(error instanceof InvalidLog)) throw error;
  }
  throw new Problem(transparencyProblems.vkey, { issues: [{ path: ['vkey'], message: 'vkey' }] });
}

/** The submission prefix without a slash at its end. */
function addressIn(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain =
    read !== undefined &&
    (read.protocol === 'https:' || read.protocol === 'http:') &&
    read.username === '' &&
    read.password === '' &&
    read.search === '' &&
    read.hash === '';
  if (!isPlain) throw new Problem(transparencyProblems.witnessAddress, { issues: [{ path: ['url'], message: 'url' }] });
  return read.href.replace(/\/+$/, '');
}

async function getWitness(ctx: Context, id: string): Promise<store.WitnessRow> {
  const row = await store.findWitness(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function shownWitness(ctx: Context, id: string): Promise<Witness> {
  return showWitness(await getWitness(ctx, id), (await log.findLog(ctx.db))?.size ?? 0);
}

type Witnesses = Pick<Service<typeof transparencyEndpoints>, 'addWitness' | 'endWitness' | 'askWitness'>;

/** Who may vouch that the log shows everybody the same. */
export const witnessService: Witnesses = {
  async addWitness({ body }, ctx) {
    const { name } = witnessKeyOf(body.vkey);
    const url = addressIn(body.url);
    await store.lockWitnesses(ctx.db);
    if (await store.isKeyInUse(ctx.db, body.vkey)) throw new Problem(transparencyProblems.witnessKnown);
    const id = ctx.newId();
    const { vkey, keeper } = body;
    await store.insertWitness(ctx.db, { id, name, vkey, url, keeper, personId: ctx.caller.personId, recordedAt: ctx.now });
    ctx.record({ kind: 'transparency.witnessAdded', subject: id, detail: { name, url } });
    await ctx.later('askWitnesses', {}, { key: 'askWitnesses' });
    return shownWitness(ctx, id);
  },
  async endWitness({ params, body }, ctx) {
    const { name } = await getWitness(ctx, params.id);
    const ended = await store.insertEnding(ctx.db, {
      witnessId: params.id,
      reason: body.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    if (!ended) throw new Problem(transparencyProblems.witnessEnded);
    ctx.record({ kind: 'transparency.witnessEnded', subject: params.id, reason: body.reason, detail: { name } });
    return shownWitness(ctx, params.id);
  },
  async askWitness({ params }, ctx) {
    const { name, endedAt } = await getWitness(ctx, params.id);
    if (endedAt !== null) throw new Problem(transparencyProblems.witnessEnded);
    await store.saveState(ctx.db, params.id, { nextAt: ctx.now });
    ctx.record({ kind: 'transparency.witnessAsked', subject: params.id, detail: { name } });
    await ctx.later('askWitnesses', {}, { key: 'askWitnesses' });
    return shownWitness(ctx, params.id);
  },
};
