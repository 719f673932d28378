import { fullWidth, printBundle, type Tile, type TileReader } from '@tongheng/seal/log/tile';
import { TileMemory } from '@tongheng/seal/log/proof';
import { hashSize } from '@tongheng/seal/log/tree';
import { toUtf8 } from '@tongheng/seal/encoding';
import type { Db } from '../../../platform/context.ts';
import * as store from '../store/log.ts';

/**
 * Tiles of the log, of any width that it has reached: a narrower one is the beginning of what is kept. Bundles are put together from the
 * leaves themselves, so that nothing stands twice.
 */
export const tileReader =
  (db: Db): TileReader =>
  async ({ level, index, width }: Tile) => {
    if (level === 'entries') {
      const entries = await store.listEntries(db, index * fullWidth, width);
      return entries.length === width ? printBundle(entries.map(toUtf8)) : undefined;
    }
    const hashes = await store.findTile(db, level, index);
    return hashes === undefined || hashes.length < width * hashSize ? undefined : hashes.subarray(0, width * hashSize);
  };

const memories = new WeakMap<Db, TileMemory>();

/** What the upper tiles of a database's log say, kept between proofs. */
export function tileMemory(db: Db): TileMemory {
  const memory = memories.get(db) ?? new TileMemory();
  memories.set(db, memory);
  return memory;
}
