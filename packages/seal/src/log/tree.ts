/** The Merkle tree of RFC 6962 §2.1 (the same as RFC 9162 §2.1) over SHA-256. Sizes and indexes are whole numbers up to 2⁵³ − 1. */
import { sha256 } from '@noble/hashes/sha2.js';
import { sameBytes } from '../encoding.ts';

/** Bytes of a hash. */
export const hashSize = 32;

/** The root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

/**
 * The hash of a leaf: SHA-256(0x00 ‖ entry).
 *
 * @example toHex(leafHash(new Uint8Array(0))).slice(0, 16) // '6e340b9cffb37a98'
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha256(bytes);
}

// Filled anew by each call: nothing is kept of it, and a tree has as many nodes as leaves.
const pair = new Uint8Array(1 + 2 * hashSize);
pair[0] = 1;

/** The hash of a node: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + hashSize);
  return sha256(pair);
}

/** Whether a number can be the size of a tree or the index of a leaf. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * The largest power of two below a number of at least 2: where a tree of that size parts into left and right.
 *
 * @example splitOf(7) // 4
 */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** A subtree whose 2^level leaves are all there; the leaves before it are `index` times as many. */
export type Subtree = { readonly level: number; readonly index: number };

/**
 * The complete subtrees that the leaves from `start` up to `end` consist of, from left to right; `start` is a multiple of the largest.
 *
 * @example subtreesOf(0, 6) // [{ level: 2, index: 0 }, { level: 1, index: 2 }]
 */
export function subtreesOf(start: number, end: number): Subtree[] {
  const found: Subtree[] = [];
  let at = start;
  while (at < end) {
    let [width, level] = [1, 0];
    while (width * 2 <= end - at) [width, level] = [width * 2, level + 1];
    found.push({ level, index: at / width });
    at += width;
  }
  return found;
}

/** The hash over neighbouring complete subtrees from left to right; of none it is the root of the empty tree. */
export function joinSubtrees(hashes: readonly Uint8Array[]): Uint8Array {
  let joined: Uint8Array | undefined;
  for (let index = hashes.length - 1; index >= 0; index -= 1) {
    const hash = hashes[index];
    if (hash !== undefined) joined = joined === undefined ? hash : nodeHash(hash, joined);
  }
  return joined ?? emptyRoot;
}

/**
 * The root of a tree with these leaves, for trees that fit in memory; large ones have the appender.
 *
 * @example sameBytes(treeRoot([leafHash(new Uint8Array(0))]), leafHash(new Uint8Array(0))) // true
 */
export function treeRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  const stack: Uint8Array[] = [];
  leafHashes.forEach((leaf, before) => pushLeaf(stack, before, leaf));
  return joinSubtrees(stack);
}

/**
 * Puts a leaf behind `before` others, whose complete subtrees the stack holds from the largest to the smallest, and joins what becomes
 * complete; `complete` hears of each node with its level, the leaf itself at level 0 first.
 */
export function pushLeaf(
  stack: Uint8Array[],
  before: number,
  leaf: Uint8Array,
  complete?: (level: number, hash: Uint8Array) => void,
): void {
  let node = leaf;
  complete?.(0, node);
  let rest = before;
  for (let level = 1; rest % 2 === 1; level += 1) {
    const left = stack.pop();
    if (left === undefined) throw new RangeError('the stack holds fewer subtrees than leaves before it');
    node = nodeHash(left, node);
    complete?.(level, node);
    rest = (rest - 1) / 2;
  }
  stack.push(node);
}

/** Whether two hashes are whole and the same. */
export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean => one.length === hashSize && sameBytes(one, other);
