import { printLeaf, type Leaf } from '@tongheng/seal/leaf';
import type { Context, Db } from '../../../platform/context.ts';
import * as store from '../store/log.ts';
import * as reading from '../store/reading.ts';

/** One job for so many milliseconds of this process, however many documents are issued in them. */
const jobEvery = 250;

/** When this process last asked for the log to be extended, by its own clock, for each database that it serves. */
const asked = new WeakMap<Db, number>();

/** The next leaf asks for a run of its own: one that has begun may not see it. */
export const forgetAsking = (db: Db): void => void asked.delete(db);

/**
 * Asks for the leaves that were put into the log to get their places, in the transaction that put them there. A job for each document would be more
 * work than its leaf, and one job under a common key would make all who issue wait for each other's commit. So a single leaf may rely on the job of
 * another that was written just before; each run is followed by one more (see `jobs.ts`). Whoever writes many at once takes long until they are
 * visible and has a job of his own.
 */
export async function askForPlaces(ctx: Context, leaves: number): Promise<void> {
  const now = performance.now();
  const last = asked.get(ctx.apart);
  if (leaves === 1 && last !== undefined && now - last < jobEvery) return;
  asked.set(ctx.apart, now);
  await ctx.later('sequenceLog', {});
}

/** `insert` is for the caller's own statement, so that a document and its leaf are written in one; the ids are known before. */
type NewLeaves = { readonly ids: readonly string[]; readonly insert: store.LeafInsert };

/**
 * Leaves for the caller's transaction: they are in the log exactly if that commits. Their index they get soon after, by the sequencer, once
 * somebody has asked for it (`askForPlaces`): a part of many leaves does not ask for itself.
 */
export function newLeaves(ctx: Context, leaves: readonly Leaf[]): NewLeaves {
  const rows = leaves.map((leaf) => ({
    id: ctx.newId(),
    kind: leaf.kind,
    number: leaf.number,
    issuer: leaf.issuer,
    day: leaf.day,
    entry: printLeaf(leaf),
  }));
  return { ids: rows.map(({ id }) => id), insert: store.leafInsert(rows, ctx.now) };
}

/** Puts leaves into the log and asks for their places; their ids in the same order. */
export async function appendLeaves(ctx: Context, leaves: readonly Leaf[]): Promise<readonly string[]> {
  if (leaves.length === 0) return [];
  const { ids, insert } = newLeaves(ctx, leaves);
  await insert.execute(ctx.db);
  await askForPlaces(ctx, leaves.length);
  return ids;
}

/** Puts one leaf into the log, in the caller's transaction; its id. */
export async function appendLeaf(ctx: Context, leaf: Leaf): Promise<string> {
  const [id] = await appendLeaves(ctx, [leaf]);
  if (id === undefined) throw new RangeError('a leaf has an id');
  return id;
}

/** `index`: its place in the log, from 0; null while it waits for it. */
export type FoundLeaf = { readonly id: string; readonly index: number | null; readonly entry: string };

/** The leaves with these ids, in the same order; undefined for an id that none has. */
export async function findLeaves(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<(FoundLeaf | undefined)[]> {
  const rows = new Map((await reading.listLeavesById(ctx.db, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    return row === undefined ? undefined : { id, index: row.leafIndex, entry: row.entry };
  });
}

/** The leaf with this id, or undefined. */
export async function findLeaf(ctx: Pick<Context, 'db'>, id: string): Promise<FoundLeaf | undefined> {
  const [found] = await findLeaves(ctx, [id]);
  return found;
}
