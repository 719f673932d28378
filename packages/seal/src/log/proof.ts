/** Proofs that a leaf is in a tree and that a tree continues an earlier one: RFC 6962 §2.1.1 and §2.1.2, checked as RFC 9162 §2.1.3.2 and §2.1.4.2 say. */
import { InvalidLog } from './invalid-log.ts';
import { fullWidth, hashAt, readWhole, tilePath, tileRows, widthIn, type TileReader } from './tile.ts';
import { hashSize, isCount, isSameHash, joinSubtrees, nodeHash, splitOf, subtreesOf, type Subtree } from './tree.ts';

/** No proof of a tree below 2⁶³ leaves is longer (C2SP tlog-witness). */
export const longestProof = 63;

type Range = readonly [start: number, end: number];

function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    ranges.push(index < middle ? [middle, end] : [start, middle]);
    if (index < middle) end = middle;
    else start = middle;
  }
  return ranges.reverse();
}

function consistencyRanges(oldSize: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    ranges.push(oldSize <= middle ? [middle, end] : [start, middle]);
    if (oldSize <= middle) end = middle;
    else start = middle;
  }
  // The old tree itself is known to who checks; a part of it is not.
  if (start > 0) ranges.push([start, end]);
  return ranges.reverse();
}

/**
 * What tiles above the lowest level and at the right edge say, kept between proofs of one log: they never change and many proofs need them.
 * At most 16 kB for each.
 */
export class TileMemory {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<Uint8Array[]>>();
  constructor(most = 512) {
    this.#most = most;
  }
  /** The rows of a tile: remembered, or read and remembered from now on. */
  rows(path: string, read: () => Promise<Uint8Array[]>): Promise<Uint8Array[]> {
    const known = this.#kept.get(path);
    const rows = known ?? read();
    if (known !== undefined) this.#kept.delete(path);
    this.#kept.set(path, rows);
    if (known === undefined) {
      rows.catch(() => this.#kept.delete(path));
      const oldest = this.#kept.keys().next();
      if (this.#kept.size > this.#most && oldest.done !== true) this.#kept.delete(oldest.value);
    }
    return rows;
  }
}

/** Hashes of complete subtrees in a tree of this size, from its tiles; each tile is read once. */
function nodesOf(size: number, readTile: TileReader, memory?: TileMemory): (subtree: Subtree) => Promise<Uint8Array> {
  const own = new TileMemory(Number.POSITIVE_INFINITY);
  return async ({ level, index }) => {
    const [tileLevel, row] = [Math.floor(level / 8), level % 8];
    const perTile = fullWidth / 2 ** row;
    const tileIndex = Math.floor(index / perTile);
    const tile = { level: tileLevel, index: tileIndex, width: widthIn(size, tileLevel, tileIndex) };
    // The edge is on the way of every proof of this size.
    const isShared = tileLevel > 0 || tile.width < fullWidth;
    const kept = isShared && memory !== undefined ? memory : own;
    const rows = await kept.rows(tilePath(tile), async () => tileRows(await readWhole(readTile, tile)));
    return hashAt(rows[row] ?? new Uint8Array(0), index % perTile).slice();
  };
}

async function hashesOf(ranges: readonly Range[], size: number, readTile: TileReader, memory?: TileMemory): Promise<Uint8Array[]> {
  const nodeOf = nodesOf(size, readTile, memory);
  const hashes: Uint8Array[] = [];
  for (const [start, end] of ranges) {
    const parts: Uint8Array[] = [];
    for (const subtree of subtreesOf(start, end)) parts.push(await nodeOf(subtree));
    hashes.push(joinSubtrees(parts));
  }
  return hashes;
}

/**
 * The proof that leaf `index` is in the tree of this size, from its tiles: the sibling of the leaf first.
 * Nothing of the tiles is checked: `checkInclusion` with a signed root does that.
 *
 * @throws InvalidLog where the tree has no such leaf, or a tile is missing.
 */
export async function inclusionProof(index: number, size: number, readTile: TileReader, memory?: TileMemory): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new InvalidLog([`日志共 ${size} 条，没有第 ${index} 条`, `a tree of ${size} leaves has no leaf ${index}`]);
  }
  return hashesOf(inclusionRanges(index, size), size, readTile, memory);
}

/**
 * The proof that the tree of `size` leaves begins with the tree of `oldSize`; empty where the sizes are equal. There is none from size 0:
 * everything continues nothing.
 *
 * @throws InvalidLog for sizes without a proof, or where a tile is missing.
 */
export async function consistencyProof(oldSize: number, size: number, readTile: TileReader, memory?: TileMemory): Promise<Uint8Array[]> {
  if (!isCount(oldSize) || !isCount(size) || oldSize < 1 || oldSize > size) {
    throw new InvalidLog([`从 ${oldSize} 条到 ${size} 条没有一致性证明`, `there is no consistency proof from size ${oldSize} to ${size}`]);
  }
  return hashesOf(consistencyRanges(oldSize, size), size, readTile, memory);
}

/** The root of the first `size` leaves, from the tiles of a tree that has at least so many. */
export async function rootFromTiles(size: number, readTile: TileReader, treeSize = size): Promise<Uint8Array> {
  const [root] = await hashesOf([[0, size]], treeSize, readTile);
  return root ?? joinSubtrees([]);
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const isProof = (proof: readonly Uint8Array[]): boolean => proof.length <= longestProof && proof.every((hash) => hash.length === hashSize);

/**
 * Whether the proof shows that the leaf with this hash is number `index` (from 0) of the tree with this size and root.
 *
 * @example checkInclusion(leafHash(toUtf8('a')), 0, 1, [], leafHash(toUtf8('a'))) // true
 */
export function checkInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || leaf.length !== hashSize || !isProof(proof)) return false;
  let [from, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(from) || from === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(from) && from !== 0) [from, last] = [half(from), half(last)];
    } else hash = nodeHash(hash, sibling);
    [from, last] = [half(from), half(last)];
  }
  return last === 0 && isSameHash(hash, root);
}

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && !isOdd(rest)) rest /= 2;
  return rest === 1;
}

/**
 * Whether the proof shows that the tree of `size` leaves begins with the tree of `oldSize` leaves. Between equal sizes the proof is empty and
 * the roots are the same. An old size of 0 is refused: such a proof would say nothing, and who takes it for one is deceived.
 */
export function checkConsistency(
  oldSize: number,
  oldRoot: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(oldSize) || !isCount(size) || oldSize < 1 || oldSize > size || !isProof(proof)) return false;
  if (oldSize === size) return proof.length === 0 && isSameHash(oldRoot, root);
  if (proof.length === 0 || oldRoot.length !== hashSize) return false;
  const [first = oldRoot, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  let [from, last] = [oldSize - 1, size - 1];
  while (isOdd(from)) [from, last] = [half(from), half(last)];
  let [oldHash, hash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(from) || from === last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      while (!isOdd(from) && from !== 0) [from, last] = [half(from), half(last)];
    } else hash = nodeHash(hash, sibling);
    [from, last] = [half(from), half(last)];
  }
  return last === 0 && isSameHash(oldHash, oldRoot) && isSameHash(hash, root);
}
