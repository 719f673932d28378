import { createPrivateKey, createPublicKey, randomInt, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { append, appendHashes, emptyFrontier, rootOf, type Appended, type Frontier, type Piece } from '@tongheng/seal/log/appender';
import { signCheckpoint } from '@tongheng/seal/log/checkpoint';
import { checkInclusion, inclusionProof, TileMemory } from '@tongheng/seal/log/proof';
import { edgeOf, fullWidth, tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { leafHash } from '@tongheng/seal/log/tree';
import { verifierKey } from '@tongheng/seal/log/verifier-key';
import { leafFormat, printLeaf } from '@tongheng/seal/leaf';
import { buildGoLog, unlessGo } from '../test/foreign/go-log.ts';

/**
 * `npm run bench -- transparency-log [leaves]`: appends leaves as the city writes them in batches of 1,000, tiles and bundles on disk and
 * fsync'd before the signed checkpoint of each batch is; then goes on to 10⁷ leaves (hash tiles only, which is all that a proof reads) and
 * makes proofs of inclusion from the tiles on disk, each of which is checked. Exit code 1 when a limit is missed. Needs about 0.8 GB in the
 * folder for temporary files, which is cleared. Not to be compared one to one with servers of logs: one writer, no look for doubles.
 */
const limits = { leavesPerSecond: 50_000, proofMilliseconds: 1 };
const durable = { leaves: 300_000, batch: 1000 };
const leaves = Math.max(durable.leaves, Number(process.argv[2] ?? 10_000_000));
const proofs = 3000;

const folder = mkdtempSync(join(tmpdir(), 'tongheng-bench-log-'));
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 1)]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
const logKey = verifierKey('log.example/bench', 'ed25519', Uint8Array.from(publicKey));

const template = printLeaf({
  format: leafFormat,
  kind: 'issued',
  number: '320685A2026000000000X',
  recordDigest: 'ab'.repeat(32),
  issuer: '320685A',
  day: '2026-11-26',
  replaces: null,
  demonstration: false,
});
const entryOf = (index: number): Uint8Array => Buffer.from(template.replace('000000000X', `${String(index).padStart(9, '0')}X`), 'latin1');

const known = new Set<string>();
function folderOf(path: string): string {
  const place = dirname(join(folder, path));
  if (!known.has(place)) mkdirSync(place, { recursive: true });
  known.add(place);
  return place;
}

async function synced(path: string, work?: (file: FileHandle) => Promise<unknown>): Promise<void> {
  const file = await open(path, work === undefined ? 'r' : 'w');
  try {
    await work?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Tiles and bundles, then their folders, then the checkpoint that speaks of them: each on disk before the next is begun. */
async function persist({ frontier, root, pieces }: Appended): Promise<void> {
  const places = [...new Set(pieces.map(({ path }) => folderOf(path)))];
  await Promise.all(pieces.map(({ path, bytes }) => synced(join(folder, path), (file) => file.writeFile(bytes))));
  await Promise.all(places.map((place) => synced(place)));
  const signed = await signCheckpoint({ origin: logKey.name, size: frontier.size, root, extensions: [] }, logKey, (message) =>
    Promise.resolve(sign(null, message, key)),
  );
  await synced(join(folder, 'checkpoint.draft'), (file) => file.writeFile(signed));
  await rename(join(folder, 'checkpoint.draft'), join(folder, 'checkpoint'));
  await synced(folder);
}

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};
const perSecond = (count: number, begun: number): number => (count / (performance.now() - begun)) * 1000;
/** Seconds that this process has used of the processors, which others on the machine do not change. */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const round = (value: number): string => Math.round(value).toLocaleString('en');

/** The next batch is hashed while the one before it goes to disk; never are two on their way. */
async function appendDurably(): Promise<{
  readonly frontier: Frontier;
  readonly rate: number;
  readonly used: number;
  readonly flushes: readonly number[];
}> {
  let frontier = emptyFrontier;
  const flushes: number[] = [];
  let writing: Promise<void> = Promise.resolve();
  const [begun, before] = [performance.now(), processor()];
  while (frontier.size < durable.leaves) {
    const first = frontier.size;
    const appended = append(
      frontier,
      Array.from({ length: durable.batch }, (_, index) => entryOf(first + index)),
    );
    frontier = appended.frontier;
    await writing;
    const from = performance.now();
    writing = persist(appended).then(() => void flushes.push(performance.now() - from));
  }
  await writing;
  return { frontier, rate: perSecond(durable.leaves, begun), used: processor() - before, flushes };
}

function write({ path, bytes }: Pick<Piece, 'path' | 'bytes'>): void {
  folderOf(path);
  writeFileSync(join(folder, path), bytes);
}

function grow(from: Frontier): { readonly root: Uint8Array; readonly rate: number } {
  let frontier = from;
  const begun = performance.now();
  while (frontier.size < leaves) {
    const first = frontier.size;
    const count = Math.min(65_536, leaves - first);
    const appended = appendHashes(
      frontier,
      Array.from({ length: count }, (_, index) => leafHash(entryOf(first + index))),
    );
    // Partial tiles on the way belong to trees that nobody signs here.
    for (const piece of appended.pieces) if (piece.tile.width === fullWidth) write(piece);
    frontier = appended.frontier;
  }
  frontier.edges.forEach((bytes, level) => {
    const tile = edgeOf(leaves, level);
    if (tile !== undefined) write({ path: tilePath(tile), bytes });
  });
  return { root: rootOf(frontier), rate: perSecond(leaves - from.size, begun) };
}

async function timeProofs(root: Uint8Array, memory: TileMemory | undefined): Promise<number[]> {
  const read: TileReader = (tile) => readFileSync(join(folder, tilePath(tile)));
  const times: number[] = [];
  for (let count = 0; count < proofs; count += 1) {
    const index = randomInt(leaves);
    const begun = performance.now();
    const proof = await inclusionProof(index, leaves, read, memory);
    times.push(performance.now() - begun);
    if (!checkInclusion(leafHash(entryOf(index)), index, leaves, proof, root)) throw new Error(`the proof of ${index} does not hold`);
  }
  return times;
}

const tell = (times: readonly number[]): string =>
  `median ${percentile(times, 0.5).toFixed(2)} ms  p95 ${percentile(times, 0.95).toFixed(2)} ms  longest ${Math.max(...times).toFixed(1)} ms`;

let failed = false;
try {
  const { frontier, rate, used, flushes } = await appendDurably();
  failed ||= rate < limits.leavesPerSecond;
  console.log(
    `append: ${round(rate)} leaves per second with tiles, bundles and a signed checkpoint each ${durable.batch}, fsync'd: ` +
      `${(rate / limits.leavesPerSecond).toFixed(2)} × the limit of ${round(limits.leavesPerSecond)}  (to disk: ${tell(flushes)} a batch; ${round(durable.leaves / used)} leaves per second of processor time)`,
  );
  const begun = performance.now();
  let inMemory = emptyFrontier;
  for (let done = 0; done < 200_000; done += durable.batch) {
    inMemory = append(
      inMemory,
      Array.from({ length: durable.batch }, (_, index) => entryOf(done + index)),
    ).frontier;
  }
  console.log(`the same in memory: ${round(perSecond(200_000, begun))} leaves per second`);
  if (unlessGo.skip === false) {
    const go = buildGoLog();
    const { perSecond: peer } = JSON.parse(go.ask('rate', '1000000').output) as { readonly perSecond: number };
    rmSync(go.folder, { recursive: true, force: true });
    console.log(`Go's tlog.StoredHashes, in memory, without tiles: ${round(peer)} records per second`);
  } else console.log(`Go's tlog.StoredHashes: ${unlessGo.skip}`);
  const { root, rate: growth } = grow(frontier);
  console.log(`grown to ${round(leaves)} leaves at ${round(growth)} per second, hash tiles without fsync`);
  const memory = new TileMemory();
  await timeProofs(root, memory);
  const before = processor();
  const times = await timeProofs(root, memory);
  const busy = ((processor() - before) / proofs) * 1000;
  const [median, late] = [percentile(times, 0.5), percentile(times, 0.95)];
  failed ||= !(late <= limits.proofMilliseconds);
  console.log(
    `proof of inclusion among ${round(leaves)} leaves, from tiles on disk: ${tell(times)}; median is ${(median / limits.proofMilliseconds).toFixed(2)} and ` +
      `p95 ${(late / limits.proofMilliseconds).toFixed(2)} of the limit of ${limits.proofMilliseconds} ms (processor time, made and checked: ${busy.toFixed(2)} ms)`,
  );
  console.log(`the same with no tile remembered between proofs: ${tell(await timeProofs(root, undefined))}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
