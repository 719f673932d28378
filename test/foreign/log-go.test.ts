/** The log beside Go's golang.org/x/mod/sumdb: what one writes the other reads, hash by hash. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toBase64 } from '@tongheng/seal/encoding';
import { append, emptyFrontier } from '@tongheng/seal/log/appender';
import { auditLog } from '@tongheng/seal/log/audit';
import { readSignedCheckpoint, signCheckpoint } from '@tongheng/seal/log/checkpoint';
import { cosign } from '@tongheng/seal/log/cosignature';
import { addSignatures, openNote, readNote } from '@tongheng/seal/log/note';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof } from '@tongheng/seal/log/proof';
import { tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { printTlogProof } from '@tongheng/seal/log/tlog-proof';
import { leafHash } from '@tongheng/seal/log/tree';
import { printSigningKey, printVerifierKey, verifierKey } from '@tongheng/seal/log/verifier-key';
import { buildGoLog, unlessGo } from './go-log.ts';

const seed = new Uint8Array(32).fill(1);
const key = verifierKey('log.example/a', 'ed25519', ed25519.getPublicKey(seed));
const witnessKey = verifierKey('witness.example/w', 'cosignature', ed25519.getPublicKey(new Uint8Array(32).fill(2)));
const sign = (secret: Uint8Array) => (message: Uint8Array) => Promise.resolve(ed25519.sign(message, secret));

type Proofs = Readonly<Record<'inclusion' | 'consistency', Readonly<Record<string, readonly string[] | null>>>>;
const hashes = (proof: readonly string[] | null): Uint8Array[] => (proof ?? []).map((text) => Uint8Array.from(Buffer.from(text, 'base64')));
const hash = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

describe("the log and Go's sumdb", unlessGo, () => {
  let go: ReturnType<typeof buildGoLog>;
  let folder: string;
  before(() => {
    go = buildGoLog();
    folder = join(go.folder, 'written');
  });
  after(() => rmSync(go.folder, { recursive: true, force: true }));
  const asked = (...args: readonly string[]): unknown => {
    const { code, output, errors } = go.ask(...args);
    assert.equal(code, 0, errors);
    return JSON.parse(output);
  };

  /** Grows in uneven batches, as a sequencer does. */
  async function write(size: number): Promise<{ readonly root: Uint8Array; readonly read: TileReader }> {
    rmSync(folder, { recursive: true, force: true });
    let frontier = emptyFrontier;
    let root = new Uint8Array(0);
    while (frontier.size < size) {
      const count = Math.min(size - frontier.size, 1 + ((frontier.size * 7) % 1500));
      const entries = [...Array(count).keys()].map((index) => Buffer.from(`证书 ${frontier.size + index}`));
      const grown = append(frontier, entries);
      for (const { path, bytes } of grown.pieces) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      ({ frontier } = grown);
      root = Uint8Array.from(grown.root);
    }
    const signed = await signCheckpoint({ origin: key.name, size, root, extensions: [] }, key, sign(seed));
    const cosigned = addSignatures(signed, [
      await cosign(readNote(signed).text, witnessKey, sign(new Uint8Array(32).fill(2)), 1_800_000_000),
    ]);
    writeFileSync(join(folder, 'checkpoint'), cosigned);
    return { root, read: (tile) => readFileSync(join(folder, tilePath(tile))) };
  }

  for (const size of [1, 2, 255, 256, 257, 1000, 66_000]) {
    test(`Go opens the checkpoint of ${size} entries, finds its root in tiles and bundles, and makes the same proofs`, async () => {
      const { root, read } = await write(size);
      const opened = asked('open', folder, printVerifierKey(key));
      assert.deepEqual(opened, { origin: key.name, size, root: toBase64(root), signatures: 1, unverified: 1 });
      const audit = asked('audit', folder) as Proofs & { readonly root: string; readonly recomputed: string };
      assert.deepEqual([audit.root, audit.recomputed], [toBase64(root), toBase64(root)]);
      for (const [index, proof] of Object.entries(audit.inclusion)) {
        assert.deepEqual((await inclusionProof(Number(index), size, read)).map(toBase64), proof ?? [], `inclusion of ${index}`);
      }
      for (const [old, proof] of Object.entries(audit.consistency)) {
        assert.deepEqual((await consistencyProof(Number(old), size, read)).map(toBase64), proof ?? [], `consistency with ${old}`);
      }
      assert.ok(Object.keys(audit.inclusion).length + Object.keys(audit.consistency).length >= 2);
    });
  }

  test('Go checks a proof in one text offline, the cosignature of the witness too, and refuses another entry', async () => {
    const { read } = await write(1000);
    const text = printTlogProof({
      index: 517,
      proof: await inclusionProof(517, 1000, read),
      checkpoint: readFileSync(join(folder, 'checkpoint'), 'utf8'),
    });
    const file = join(go.folder, 'one.tlog-proof');
    writeFileSync(file, text);
    const keys = [printVerifierKey(key), printVerifierKey(witnessKey)];
    assert.deepEqual(asked('proof', file, ...keys, '证书 517'), { origin: key.name, index: 517, signatures: 2 });
    assert.match(go.ask('proof', file, ...keys, '证书 518').errors, /invalid transparency proof/);
  });

  test('Go refuses the key of another, and finds a tile and an entry that were changed', async () => {
    // Of other sizes x/mod 0.7.0 leaves some full tiles uncompared with the tile above them.
    const size = 1024;
    await write(size);
    const other = verifierKey('log.example/a', 'ed25519', ed25519.getPublicKey(new Uint8Array(32).fill(9)));
    assert.match(go.ask('open', folder, printVerifierKey(other)).errors, /no verifiable signatures/);
    const tile = join(folder, 'tile/0/001');
    const bytes = readFileSync(tile);
    writeFileSync(
      tile,
      bytes.map((byte, at) => (at === 77 ? byte ^ 1 : byte)),
    );
    assert.match(go.ask('audit', folder).errors, /inconsistent tile/);
    const { faults } = await auditLog(size, readSignedCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8')).checkpoint.root, (one) =>
      readFileSync(join(folder, tilePath(one))),
    );
    assert.deepEqual(
      faults.map(({ path }) => path),
      ['tile/0/001'],
    );
  });

  for (const size of [1, 7, 256, 700]) {
    test(`what Go writes of ${size} entries is read and believed here`, async () => {
      const written = asked('write', printSigningKey({ ...key, seed }), String(size)) as Proofs & {
        readonly checkpoint: string;
        readonly roots: Readonly<Record<string, string>>;
        readonly leaves: readonly string[];
      };
      await openNote(written.checkpoint, [key]);
      const { checkpoint } = readSignedCheckpoint(written.checkpoint);
      const entries = [...Array(size).keys()].map((index) => Buffer.from(`entry ${index}`));
      assert.deepEqual([checkpoint.size, toBase64(checkpoint.root)], [size, toBase64(append(emptyFrontier, entries).root)]);
      assert.deepEqual(
        entries.map((entry) => toBase64(leafHash(entry))),
        written.leaves,
      );
      for (const [index, proof] of Object.entries(written.inclusion)) {
        const leaf = leafHash(entries[Number(index)]!);
        assert.ok(checkInclusion(leaf, Number(index), size, hashes(proof), checkpoint.root), `inclusion of ${index}`);
        assert.ok(size === 1 || !checkInclusion(leaf, (Number(index) + 1) % size, size, hashes(proof), checkpoint.root));
      }
      for (const [old, proof] of Object.entries(written.consistency)) {
        assert.ok(
          checkConsistency(Number(old), hash(written.roots[old]!), size, checkpoint.root, hashes(proof)),
          `consistency with ${old}`,
        );
      }
      // Ed25519 has one signature for a text and a key: Go's bytes are ours.
      assert.equal(await signCheckpoint(checkpoint, key, sign(seed)), written.checkpoint);
    });
  }
});
