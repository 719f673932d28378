import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHex, toUtf8 } from '../encoding.ts';
import { append, emptyFrontier, printFrontier, readFrontier, resume, rootOf, type Frontier } from './appender.ts';
import { auditLog } from './audit.ts';
import { InvalidLog } from './invalid-log.ts';
import { checkConsistency, consistencyProof, rootFromTiles } from './proof.ts';
import { tilePath, widthIn, type TileReader } from './tile.ts';
import { leafHash, treeRoot } from './tree.ts';

const entryOf = (index: number): Uint8Array => toUtf8(`{"number":"${index}","text":"${'计量'.repeat(index % 4)}"}`);
const entriesFrom = (start: number, count: number): Uint8Array[] => [...Array(count).keys()].map((index) => entryOf(start + index));

type Files = Map<string, Uint8Array>;
const readerOf =
  (files: Files): TileReader =>
  (tile) =>
    files.get(tilePath(tile));

function grow(files: Files, frontier: Frontier, count: number): Frontier {
  const { frontier: grown, pieces, root } = append(frontier, entriesFrom(frontier.size, count));
  for (const { path, bytes } of pieces) {
    const before = files.get(path);
    assert.ok(before === undefined || toHex(before) === toHex(bytes), `${path} was written with other bytes`);
    files.set(path, bytes);
  }
  assert.equal(toHex(rootOf(grown)), toHex(root));
  return grown;
}

test('a log that grows in batches of any size has the tiles and the root of one that is written at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 700 }), fc.constantFrom(255, 256, 257, 512)), { maxLength: 6 }),
      async (batches) => {
        const files: Files = new Map();
        let frontier = emptyFrontier;
        const known: { size: number; root: Uint8Array }[] = [];
        for (const [place, batch] of batches.entries()) {
          frontier = grow(files, frontier, batch);
          known.push({ size: frontier.size, root: rootOf(frontier) });
          // Now and then the state is lost, and read back from the files or from its own text.
          if (place % 3 === 1) frontier = await resume(frontier.size, readerOf(files));
          if (place % 3 === 2) frontier = readFrontier(printFrontier(frontier));
        }
        const entries = entriesFrom(0, frontier.size);
        assert.equal(toHex(rootOf(frontier)), toHex(treeRoot(entries.map(leafHash))));
        const read = readerOf(files);
        assert.equal(toHex(await rootFromTiles(frontier.size, read)), toHex(rootOf(frontier)));
        assert.deepEqual((await auditLog(frontier.size, rootOf(frontier), read)).faults, []);
        for (const { size, root } of known) {
          assert.ok((await auditLog(size, root, read)).ok, 'the checkpoints on the way can still be audited');
          if (size === 0) continue;
          assert.equal(toHex(await rootFromTiles(size, read, frontier.size)), toHex(root));
          assert.ok(checkConsistency(size, root, frontier.size, rootOf(frontier), await consistencyProof(size, frontier.size, read)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the tiles of 70,000 leaves are those that C2SP counts', () => {
  const files: Files = new Map();
  const frontier = grow(files, emptyFrontier, 70_000);
  const paths = [...files.keys()];
  assert.equal(paths.filter((path) => /^tile\/0\/\d{3}$/.test(path)).length, 273);
  assert.equal(paths.filter((path) => /^tile\/entries\/\d{3}$/.test(path)).length, 273);
  for (const path of ['tile/0/273.p/112', 'tile/entries/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1'])
    assert.ok(files.has(path), path);
  assert.equal(paths.length, 2 * 274 + 3);
  assert.equal(widthIn(70_000, 0, 274), 0);
  assert.ok(printFrontier(frontier).length < 40_000);
});

test('a partial tile that was thrown away is read from the full one', async () => {
  const files: Files = new Map();
  const first = grow(files, emptyFrontier, 300);
  const all = grow(files, first, 1000);
  for (const path of Array.from(files.keys()))
    if (path.includes('.p/') && path !== 'tile/1/000.p/5' && !/\/005\.p/.test(path)) files.delete(path);
  assert.ok((await auditLog(300, rootOf(first), readerOf(files))).faults.length > 0, 'tile/1/000.p/1 has no full tile yet');
  files.set('tile/1/000.p/1', files.get('tile/1/000.p/5')!.slice(0, 32));
  assert.deepEqual((await auditLog(300, rootOf(first), readerOf(files))).faults, []);
  assert.ok((await auditLog(1300, rootOf(all), readerOf(files))).ok);
});

test('an audit names what is wrong, and goes on where it can', async () => {
  const files: Files = new Map();
  const frontier = grow(files, emptyFrontier, 1000);
  const audit = async (change: (files: Files) => void, root = rootOf(frontier), size = 1000) => {
    const changed = new Map([...files].map(([path, bytes]) => [path, bytes.slice()]));
    change(changed);
    return auditLog(size, root, readerOf(changed));
  };
  const faults = async (change: (files: Files) => void): Promise<string[]> =>
    (await audit(change)).faults.map(({ kind, path }) => `${kind} ${path}`);
  const flip = (path: string, at: number) => (changed: Files) => void (changed.get(path)![at]! ^= 1);
  assert.equal((await audit(() => {})).ok, true);
  assert.deepEqual(await faults(flip('tile/entries/001', 5)), ['entry tile/0/001', 'tile tile/1/000.p/3', 'root checkpoint']);
  assert.deepEqual(await faults(flip('tile/entries/001', 0)), ['malformed tile/entries/001']);
  assert.deepEqual(await faults(flip('tile/0/002', 900)), ['entry tile/0/002']);
  assert.deepEqual(await faults(flip('tile/1/000.p/3', 40)), ['tile tile/1/000.p/3']);
  assert.deepEqual(await faults(flip('tile/0/003.p/232', 0)), ['entry tile/0/003.p/232']);
  assert.deepEqual(await faults((changed) => changed.delete('tile/entries/002')), ['missing tile/entries/002']);
  assert.deepEqual(await faults((changed) => changed.delete('tile/0/002')), ['missing tile/0/002']);
  assert.deepEqual(await faults((changed) => changed.set('tile/0/002', new Uint8Array(8191))), ['malformed tile/0/002']);
  const lost = await audit((changed) => void (changed.delete('tile/0/001'), changed.delete('tile/entries/001')));
  assert.equal(lost.root, undefined);
  assert.deepEqual(
    lost.faults.map(({ path }) => path),
    ['tile/entries/001', 'tile/0/001'],
  );
  assert.deepEqual(
    (await audit(() => {}, leafHash(entryOf(0)))).faults.map(({ kind }) => kind),
    ['root'],
  );
  assert.equal((await audit((changed) => changed.clear(), rootOf(emptyFrontier), 0)).ok, true);
  await assert.rejects(
    auditLog(1000, rootOf(frontier), () => Promise.reject(new Error('the network is gone'))),
    /network is gone/,
  );
});

test('a state that does not fit itself is refused, as is an entry that is too long', () => {
  const frontier = append(emptyFrontier, entriesFrom(0, 300)).frontier;
  const text = printFrontier(frontier);
  for (const other of [
    '',
    'null',
    '{}',
    text.replace('"size":300', '"size":301'),
    text.replace('"size":300', '"size":-1'),
    text.replace('"size":300', '"size":3e2,"x":1'),
    text.slice(0, -2),
  ]) {
    if (other.includes('3e2')) assert.equal(readFrontier(other).size, 300);
    else assert.throws(() => readFrontier(other), InvalidLog, other.slice(0, 40));
  }
  const { bundle } = append(emptyFrontier, entriesFrom(1, 44)).frontier;
  assert.throws(() => readFrontier(printFrontier({ ...frontier, bundle })), /does not hold the leaves/);
  assert.throws(() => append(emptyFrontier, [new Uint8Array(65_536)]), InvalidLog);
  assert.equal(append(emptyFrontier, [new Uint8Array(65_535)]).frontier.size, 1);
});
