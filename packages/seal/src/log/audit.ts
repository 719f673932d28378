/** A log checked as a whole: every leaf hash from its entry, every tile from the leaves, the root of the checkpoint from all of them. */
import { sameBytes } from '../encoding.ts';
import { appendHashes, emptyFrontier, rootOf, type Frontier, type Piece } from './appender.ts';
import { InvalidLog, MissingTile } from './invalid-log.ts';
import { edgeOf, fullWidth, hashAt, levelsOf, readBundle, readWhole, tilePath, widthIn, type Tile, type TileReader } from './tile.ts';
import { leafHash } from './tree.ts';

/**
 * missing: no such file · malformed: not the bytes of a tile or bundle · entry: an entry is not that of the leaf hash in the tile ·
 * tile: a tile does not hold the hashes of what is below it · root: the leaves do not give the root of the checkpoint.
 */
export type AuditFault = {
  readonly path: string;
  readonly kind: 'missing' | 'malformed' | 'entry' | 'tile' | 'root';
  readonly reason: readonly [string, string];
};

export type Audit = {
  readonly ok: boolean;
  /** The root that the leaves have; undefined where leaves are missing. */
  readonly root: Uint8Array | undefined;
  readonly faults: readonly AuditFault[];
  /** Faults beyond those that are listed. */
  readonly more: number;
};

const mostFaults = 100;

type Read = { readonly bytes: Uint8Array } | { readonly fault: AuditFault };

async function tryRead(readTile: TileReader, tile: Tile): Promise<Read> {
  const path = tilePath(tile);
  try {
    return { bytes: await readWhole(readTile, tile) };
  } catch (error) {
    if (!(error instanceof InvalidLog)) throw error;
    const kind = error instanceof MissingTile ? 'missing' : 'malformed';
    return { fault: { path, kind, reason: error.text } };
  }
}

/** The entries of one bundle as leaf hashes. */
async function readLeaves(readTile: TileReader, tile: Tile): Promise<{ readonly leaves: Uint8Array[] } | { readonly fault: AuditFault }> {
  const read = await tryRead(readTile, tile);
  if ('fault' in read) return read;
  try {
    return { leaves: readBundle(read.bytes, tile.width).map(leafHash) };
  } catch (error) {
    if (!(error instanceof InvalidLog)) throw error;
    return { fault: { path: tilePath(tile), kind: 'malformed', reason: error.text } };
  }
}

class Auditor {
  readonly faults: AuditFault[] = [];
  more = 0;
  readonly #readTile: TileReader;
  constructor(readTile: TileReader) {
    this.#readTile = readTile;
  }
  report(fault: AuditFault): void {
    if (this.faults.length < mostFaults) this.faults.push(fault);
    else this.more += 1;
  }
  async compare({ tile, path, bytes }: Piece): Promise<void> {
    const read = await tryRead(this.#readTile, tile);
    if ('fault' in read) this.report(read.fault);
    else if (!sameBytes(read.bytes, bytes)) {
      const reason: readonly [string, string] =
        tile.level === 0
          ? [`${path} 与条目不符`, `${path} does not hold the hashes of the entries`]
          : [`${path} 与下层分块不符`, `${path} does not hold the hashes of the tiles below it`];
      this.report({ path, kind: tile.level === 0 ? 'entry' : 'tile', reason });
    }
  }
  /** Where a bundle is lost, the tile of its leaf hashes lets the rest be judged. */
  async instead(tile: Tile): Promise<Uint8Array[] | undefined> {
    const read = await tryRead(this.#readTile, { ...tile, level: 0 });
    return 'fault' in read ? undefined : [...Array(tile.width).keys()].map((place) => hashAt(read.bytes, place));
  }
}

export type AuditOptions = {
  /** Bundles that are asked for before the one at work is finished. */
  readonly ahead?: number;
  /** Hears how many leaves are done. */
  readonly progress?: (leaves: number) => void;
};

/**
 * Recomputes a log of this size from its entry bundles and compares every hash tile and the root. Memory does not grow with the log.
 * What the reader itself throws ends the audit: a network that fails is no fault of the log.
 */
export async function auditLog(
  size: number,
  root: Uint8Array,
  readTile: TileReader,
  { ahead = 4, progress }: AuditOptions = {},
): Promise<Audit> {
  const auditor = new Auditor(readTile);
  const last = Math.ceil(size / fullWidth);
  const tileOf = (index: number): Tile => ({ level: 'entries', index, width: widthIn(size, 'entries', index) });
  const waiting = new Map<number, ReturnType<typeof readLeaves>>();
  const ask = (index: number): ReturnType<typeof readLeaves> => {
    const asked = readLeaves(readTile, tileOf(index));
    // Heard of when its turn comes; until then nobody waits for it.
    asked.catch(() => undefined);
    waiting.set(index, asked);
    return asked;
  };
  let frontier: Frontier = emptyFrontier;
  let isWhole = true;
  for (let index = 0; index < last && isWhole; index += 1) {
    for (let next = index; next < Math.min(last, index + ahead); next += 1) if (!waiting.has(next)) void ask(next);
    const read = await (waiting.get(index) ?? ask(index));
    waiting.delete(index);
    if ('fault' in read) auditor.report(read.fault);
    const leaves = 'fault' in read ? await auditor.instead(tileOf(index)) : read.leaves;
    if (leaves === undefined) {
      isWhole = false;
      auditor.report({
        path: tilePath({ ...tileOf(index), level: 0 }),
        kind: 'missing',
        reason: ['缺少该处的条目与散列，其后无法核对', 'neither entries nor their hashes are there: what follows cannot be checked'],
      });
      break;
    }
    const { frontier: grown, pieces } = appendHashes(frontier, leaves);
    frontier = grown;
    // Partial tiles on the way belong to smaller trees; those of this tree are compared at the end.
    for (const piece of pieces) if (piece.tile.width === fullWidth) await auditor.compare(piece);
    progress?.(frontier.size);
  }
  if (!isWhole) return { ok: false, root: undefined, faults: auditor.faults, more: auditor.more };
  for (let level = 0; level < levelsOf(size); level += 1) {
    const tile = edgeOf(size, level);
    const bytes = frontier.edges[level];
    if (tile !== undefined && bytes !== undefined) await auditor.compare({ tile, path: tilePath(tile), bytes });
  }
  const found = rootOf(frontier);
  if (!sameBytes(found, root)) {
    auditor.report({
      path: 'checkpoint',
      kind: 'root',
      reason: ['各条目算得的根与检查点的根不同', 'the root of the leaves is not that of the checkpoint'],
    });
  }
  return { ok: auditor.faults.length === 0, root: found, faults: auditor.faults, more: auditor.more };
}
