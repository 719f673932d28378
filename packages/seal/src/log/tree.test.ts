import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase64, fromHex, sameBytes, toHex } from '../encoding.ts';
import { append, emptyFrontier } from './appender.ts';
import { InvalidLog } from './invalid-log.ts';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof, rootFromTiles, TileMemory } from './proof.ts';
import { tilePath, type TileReader } from './tile.ts';
import { emptyRoot, leafHash, nodeHash, treeRoot } from './tree.ts';

// The eight leaves that the tests of Certificate Transparency have used from the beginning, and the roots of their trees.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(fromHex);
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A log in memory that keeps what it was told to write. */
function logOf(entries: readonly Uint8Array[]): { readonly root: Uint8Array; readonly read: TileReader } {
  const files = new Map<string, Uint8Array>();
  const { root, pieces } = append(emptyFrontier, entries);
  for (const { path, bytes } of pieces) files.set(path, bytes);
  return { root, read: (tile) => files.get(tilePath(tile)) };
}

test('the trees of the eight leaves of Certificate Transparency have their known roots', async () => {
  assert.equal(toHex(emptyRoot), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(toHex(treeRoot([])), toHex(emptyRoot));
  for (let size = 1; size <= 8; size += 1) {
    assert.equal(toHex(treeRoot(leaves.slice(0, size).map(leafHash))), roots[size - 1]);
    const { root, read } = logOf(leaves.slice(0, size));
    assert.equal(toHex(root), roots[size - 1]);
    assert.equal(toHex(await rootFromTiles(size, read)), roots[size - 1]);
  }
});

test('the audit paths and consistency proofs that RFC 6962 §2.1.3 draws for seven leaves', async () => {
  const hash = (...indexes: number[]): Uint8Array => treeRoot(indexes.map((index) => leafHash(leaves[index]!)));
  const [a, c, d, e, f, j] = [hash(0), hash(2), hash(3), hash(4), hash(5), hash(6)];
  const [g, h, i] = [hash(0, 1), hash(2, 3), hash(4, 5)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const { read } = logOf(leaves.slice(0, 7));
  const shown = (proof: readonly Uint8Array[]): string[] => proof.map(toHex);
  assert.deepEqual(shown(await inclusionProof(0, 7, read)), shown([hash(1), h, l]));
  assert.deepEqual(shown(await inclusionProof(3, 7, read)), shown([c, g, l]));
  assert.deepEqual(shown(await inclusionProof(4, 7, read)), shown([f, j, k]));
  assert.deepEqual(shown(await inclusionProof(6, 7, read)), shown([i, k]));
  assert.deepEqual(shown(await consistencyProof(3, 7, read)), shown([c, d, g, l]));
  assert.deepEqual(shown(await consistencyProof(4, 7, read)), shown([l]));
  assert.deepEqual(shown(await consistencyProof(6, 7, read)), shown([i, j, k]));
  assert.ok(!sameBytes(a, e));
});

type Vector = readonly [name: string, from: number, size: number, one: number, root: number, proof: readonly number[], ok: boolean];
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/log/merkle.json'), 'utf8')) as {
  readonly hashes: readonly string[];
  readonly inclusion: readonly Vector[];
  readonly consistency: readonly Vector[];
};
const hashes = vectors.hashes.map((text) => fromBase64(text));
const at = (index: number): Uint8Array => hashes[index]!;

test('the published vectors of transparency-dev/merkle, the refusals among them, are judged as they say', () => {
  assert.ok(vectors.inclusion.length > 80 && vectors.consistency.length > 90, 'the vectors were read');
  for (const [name, index, size, leaf, root, proof, ok] of vectors.inclusion) {
    assert.equal(checkInclusion(at(leaf), index, size, proof.map(at), at(root)), ok, `inclusion ${name}`);
  }
  for (const [name, oldSize, size, oldRoot, root, proof, ok] of vectors.consistency) {
    // Some that may pass there are refused here: a proof from nothing, since it says nothing, and roots that are no SHA-256.
    const expected = ok && oldSize > 0 && at(root).length === 32;
    assert.equal(checkConsistency(oldSize, at(oldRoot), size, at(root), proof.map(at)), expected, `consistency ${name}`);
  }
});

const entryOf = (index: number): Uint8Array => new Uint8Array([index & 255, index >> 8, 7]);

test('of every tree up to 300 leaves every leaf and every earlier tree is proven, by no proof that is changed', async () => {
  const most = 300;
  const trees: Uint8Array[] = [];
  const entries = [...Array(most).keys()].map(entryOf);
  for (let size = 1; size <= most; size += 1) trees[size] = treeRoot(entries.slice(0, size).map(leafHash));
  for (let size = 1; size <= most; size += 1) {
    const { root, read } = logOf(entries.slice(0, size));
    assert.deepEqual(root, trees[size]);
    for (let index = 0; index < size; index += size < 33 ? 1 : 61) {
      const proof = await inclusionProof(index, size, read);
      const leaf = leafHash(entryOf(index));
      assert.ok(checkInclusion(leaf, index, size, proof, root), `${index} in ${size}`);
      assert.ok(!checkInclusion(leaf, index, size, [...proof, root], root), 'longer');
      assert.ok(proof.length === 0 || !checkInclusion(leaf, index, size, proof.slice(1), root), 'shorter at the leaf');
      assert.ok(proof.length === 0 || !checkInclusion(leaf, index, size, proof.slice(0, -1), root), 'shorter at the root');
      assert.ok(!checkInclusion(leafHash(entryOf(index + 1)), index, size, proof, root), 'another leaf');
      assert.ok(size === 1 || !checkInclusion(leaf, (index + 1) % size, size, proof, root), 'another place');
    }
    for (let old = 1; old <= size; old += size < 33 ? 1 : 61) {
      const [oldRoot, proof] = [trees[old]!, await consistencyProof(old, size, read)];
      assert.ok(checkConsistency(old, oldRoot, size, root, proof), `${old} in ${size}`);
      assert.ok(!checkConsistency(old, oldRoot, size, root, [...proof, root]), 'longer');
      assert.ok(proof.length === 0 || !checkConsistency(old, oldRoot, size, root, proof.slice(0, -1)), 'shorter');
      assert.ok(old === size || !checkConsistency(old, root, size, root, proof), 'another old root');
      assert.ok(old === size || !checkConsistency(old, oldRoot, size, oldRoot, proof), 'another root');
    }
  }
});

const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const changed = bytes.slice();
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
};

test('one bit changed anywhere, in proof, leaf or root, and nothing is proven', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 700 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }), async (size, place, other, bit) => {
      const { root, read } = logOf([...Array(size).keys()].map(entryOf));
      const index = place % size;
      const leaf = leafHash(entryOf(index));
      const proof = await inclusionProof(index, size, read);
      assert.ok(checkInclusion(leaf, index, size, proof, root));
      const changed = proof.map((hash, at) => (at === other % proof.length ? flip(hash, bit) : hash));
      assert.ok(!checkInclusion(leaf, index, size, changed, root));
      assert.ok(!checkInclusion(flip(leaf, bit), index, size, proof, root));
      assert.ok(!checkInclusion(leaf, index, size, proof, flip(root, bit)));
      const old = 1 + (other % (size - 1));
      const oldRoot = treeRoot([...Array(old).keys()].map((one) => leafHash(entryOf(one))));
      const growth = await consistencyProof(old, size, read);
      assert.ok(checkConsistency(old, oldRoot, size, root, growth));
      const grown = growth.map((hash, at) => (at === place % growth.length ? flip(hash, bit) : hash));
      assert.ok(!checkConsistency(old, oldRoot, size, root, grown));
      assert.ok(!checkConsistency(old, flip(oldRoot, bit), size, root, growth));
      assert.ok(!checkConsistency(old, oldRoot, size, flip(root, bit), growth));
    }),
    { numRuns: 150 },
  );
});

test('numbers that are no sizes, and hashes of another length, prove nothing and do not hang', () => {
  const leaf = leafHash(entryOf(0));
  for (const odd of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.ok(!checkInclusion(leaf, odd, 2, [leaf], leaf));
    assert.ok(!checkInclusion(leaf, 0, odd, [leaf], leaf));
    assert.ok(!checkConsistency(odd, leaf, 2, leaf, [leaf]));
    assert.ok(!checkConsistency(1, leaf, odd, leaf, [leaf]));
  }
  assert.ok(!checkInclusion(new Uint8Array(0), 0, 1, [], new Uint8Array(0)));
  assert.ok(!checkConsistency(1, new Uint8Array(0), 1, new Uint8Array(0), []));
  assert.ok(!checkConsistency(0, emptyRoot, 0, emptyRoot, []), 'from nothing');
  assert.ok(!checkInclusion(leaf, 2 ** 52, 2 ** 53 - 1, Array<Uint8Array>(64).fill(leaf), leaf));
  assert.ok(!checkConsistency(2 ** 52, leaf, 2 ** 53 - 1, leaf, Array<Uint8Array>(63).fill(leaf)));
});

test('a proof that does not exist is refused by name, and so is one whose tiles are missing or cut', async () => {
  const { read } = logOf([entryOf(0), entryOf(1)]);
  await assert.rejects(inclusionProof(2, 2, read), InvalidLog);
  await assert.rejects(consistencyProof(0, 2, read), /no consistency proof/);
  await assert.rejects(consistencyProof(3, 2, read), InvalidLog);
  await assert.rejects(
    inclusionProof(0, 2, () => undefined),
    /tile\/0\/000\.p\/2 is missing/,
  );
  await assert.rejects(
    inclusionProof(0, 2, () => new Uint8Array(63)),
    /not the length/,
  );
});

test('tiles above the lowest are read once, however many proofs are made', async () => {
  const { root, read } = logOf([...Array(66_000).keys()].map(entryOf));
  const seen = new Map<string, number>();
  const counted: TileReader = (tile) => {
    seen.set(tilePath(tile), (seen.get(tilePath(tile)) ?? 0) + 1);
    return read(tile);
  };
  const memory = new TileMemory(4);
  for (const index of [0, 300, 65_535, 65_999, 12_345]) {
    assert.ok(checkInclusion(leafHash(entryOf(index)), index, 66_000, await inclusionProof(index, 66_000, counted, memory), root));
  }
  assert.equal(seen.get('tile/1/000'), 1);
});
