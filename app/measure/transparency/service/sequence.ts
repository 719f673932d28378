import { setTimeout as pause } from 'node:timers/promises';
import { appendHashes, resume } from '@tongheng/seal/log/appender';
import { printCheckpoint } from '@tongheng/seal/log/checkpoint';
import { printNote, signNote } from '@tongheng/seal/log/note';
import { leafHash } from '@tongheng/seal/log/tree';
import { toUtf8 } from '@tongheng/seal/encoding';
import type { Context, EventToRecord } from '../../../platform/context.ts';
import { saveEvents } from '../../../platform/events.ts';
import * as store from '../store/log.ts';
import { isAnyActive } from '../store/witness.ts';
import { findLeaves, forgetAsking } from './append.ts';
import { signersOfLog } from './signer.ts';
import { tileReader } from './tiles.ts';

/** Leaves in one transaction; a lot of meters fits. */
const batchMost = 10_000;

/** A transaction of its own on the pool, with its events: what is in the log must not wait for the rest of a job. */
const apart = <Result>(ctx: Context, work: (own: Context) => Promise<Result>): Promise<Result> =>
  ctx.apart.transaction().execute(async (db) => {
    const events: EventToRecord[] = [];
    const result = await work({ ...ctx, db, record: (event) => void events.push(event) });
    if (events.length > 0) await saveEvents(db, events, ctx.caller, ctx.now);
    return result;
  });

/**
 * Gives the leaves that are visible and have none their indexes, grows the tiles, and signs the checkpoint, all in this transaction: after
 * it the log is larger, or nothing has happened. Which leaves are new is seen by the leaf itself and never by a mark of how far one had
 * come: a transaction that ends late brings leaves from before that mark.
 */
async function sequenceBatch(ctx: Context): Promise<number | 'busy' | 'no-key'> {
  if (!(await store.tryLock(ctx.db))) return 'busy';
  const waiting = await store.listWaiting(ctx.db, batchMost);
  if (waiting.length === 0) return 0;
  const known = await store.findLog(ctx.db);
  const signers = await signersOfLog(ctx, known?.origin);
  const [first] = signers;
  if (first === undefined) return 'no-key';
  const origin = known?.origin ?? first.key.name;
  if (known === undefined) {
    await store.insertLog(ctx.db, { origin, begunAt: ctx.now });
    ctx.record({ kind: 'transparency.begun', subject: origin, detail: { origin } });
  }
  const size = known?.size ?? 0;
  const frontier = await resume(size, tileReader(ctx.db));
  const grown = appendHashes(
    frontier,
    waiting.map(({ entry }) => leafHash(toUtf8(entry))),
  );
  const given = await store.giveIndexes(
    ctx.db,
    waiting.map(({ id }) => id),
    size,
  );
  const grew = await store.growLog(ctx.db, size, grown.frontier.size);
  if (given !== waiting.length || !grew) throw new Error('the log grew beside its lock');
  const tiles = grown.pieces.map(({ tile, bytes }) => ({ level: Number(tile.level), number: tile.index, hashes: Buffer.from(bytes) }));
  await store.saveTiles(ctx.db, tiles);
  const text = printCheckpoint({ origin, size: grown.frontier.size, root: grown.root, extensions: [] });
  const signatures = await Promise.all(signers.map(({ key, sign }) => signNote(text, key, sign)));
  const checkpoint = { size: grown.frontier.size, root: Buffer.from(grown.root), note: printNote({ text, signatures }), signedAt: ctx.now };
  await store.insertCheckpoint(ctx.db, checkpoint);
  return waiting.length;
}

export type Sequenced = { readonly leaves: number; readonly ended: 'done' | 'busy' | 'no-key' };

/**
 * Extends the log until no visible leaf waits. Where another server is at it, nobody waits: whoever holds the lock looks once more after
 * letting it go, and so sees what was committed while it was held.
 */
export async function sequenceLeaves(ctx: Context): Promise<Sequenced> {
  let leaves = 0;
  do {
    const done = await apart(ctx, sequenceBatch);
    if (typeof done !== 'number') return { leaves, ended: done };
    leaves += done;
  } while ((await store.findOldestWaiting(ctx.apart)) !== undefined);
  return { leaves, ended: 'done' };
}

/** Batches of one process lie so many milliseconds apart while leaves come in without a pause. */
const batchEvery = 150;
const lastBatch = new WeakMap<Context['apart'], number>();

/** What a job does: the first leaf after a quiet time is logged at once, many in a row in a few larger batches. */
export async function sequenceInTurn(ctx: Context): Promise<Sequenced> {
  const since = performance.now() - (lastBatch.get(ctx.apart) ?? Number.NEGATIVE_INFINITY);
  if (since < batchEvery) await pause(batchEvery - since);
  forgetAsking(ctx.apart);
  const done = await sequenceLeaves(ctx);
  if (done.leaves > 0) {
    lastBatch.set(ctx.apart, performance.now());
    if (await isAnyActive(ctx.apart)) await ctx.later('askWitnesses', {}, { key: 'askWitnesses' });
  }
  return done;
}

const looksMost = 200;
const lookEvery = 50;

/**
 * Waits until committed leaves have their index, ten seconds at most, and extends the log itself where nobody does; false where they still
 * have none. Inside the transaction that wrote them it would wait in vain.
 */
export async function waitUntilLogged(ctx: Context, ids: readonly string[]): Promise<boolean> {
  for (let look = 0; look < looksMost; look += 1) {
    const found = await findLeaves({ db: ctx.apart }, ids);
    if (found.every((leaf) => leaf !== undefined && leaf.index !== null)) return true;
    const { ended } = await sequenceLeaves(ctx);
    if (ended === 'no-key') return false;
    await pause(lookEvery);
  }
  return false;
}
