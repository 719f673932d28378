/**
 * Adding leaves to a log: from the right edge of its tree and new entries come the tiles and bundles to write and the new root. The state is
 * exactly what the partial tiles at the right edge hold, so it can be kept beside them or read back from them.
 */
import { fromBase64, InvalidEncoding, joinBytes, toBase64 } from '../encoding.ts';
import { canonical } from '../canonical.ts';
import { InvalidLog } from './invalid-log.ts';
import {
  edgeOf,
  fullWidth,
  hashAt,
  levelsOf,
  printBundle,
  readBundle,
  readWhole,
  tilePath,
  tileRows,
  widthIn,
  type Tile,
  type TileReader,
} from './tile.ts';
import { hashSize, isCount, joinSubtrees, leafHash, pushLeaf, subtreesOf } from './tree.ts';

/** The right edge of a tree: enough to go on with it. At most 8 kB a level, and the entries of one bundle. */
export type Frontier = {
  readonly size: number;
  /** Hashes of the complete subtrees, the largest first: one for each binary digit 1 of the size. */
  readonly peaks: readonly Uint8Array[];
  /** The partial hash tile of each level, empty where the level ends with a full one. */
  readonly edges: readonly Uint8Array[];
  /** The entry bundle that is not full yet. */
  readonly bundle: Uint8Array;
};

/** A tile or bundle to write, with its path below the log. What was written before under this path has the same bytes. */
export type Piece = { readonly tile: Tile; readonly path: string; readonly bytes: Uint8Array };

export type Appended = { readonly frontier: Frontier; readonly root: Uint8Array; readonly pieces: readonly Piece[] };

export const emptyFrontier: Frontier = { size: 0, peaks: [], edges: [], bundle: new Uint8Array(0) };

/** The root of the tree whose right edge this is. */
export const rootOf = (frontier: Frontier): Uint8Array => joinSubtrees(frontier.peaks);

const pieceOf = (tile: Tile, bytes: Uint8Array): Piece => ({ tile, path: tilePath(tile), bytes });

class Edge {
  readonly bytes = new Uint8Array(fullWidth * hashSize);
  width = 0;
  push(hash: Uint8Array): void {
    this.bytes.set(hash, this.width * hashSize);
    this.width += 1;
  }
  take(): Uint8Array {
    return this.bytes.slice(0, this.width * hashSize);
  }
}

/** The frontier with hash tiles after so many more leaves; the bundle is left as it was. */
export function appendHashes(frontier: Frontier, leafHashes: readonly Uint8Array[]): Appended {
  const pieces: Piece[] = [];
  const peaks = [...frontier.peaks];
  const edges: Edge[] = [];
  const edgeAt = (level: number): Edge => (edges[level] ??= new Edge());
  frontier.edges.forEach((bytes, level) => {
    edgeAt(level).bytes.set(bytes);
    edgeAt(level).width = bytes.length / hashSize;
  });
  let size = frontier.size;
  if (!isCount(size + leafHashes.length)) throw new InvalidLog(['日志条数过大', 'the tree would be too large']);
  const complete = (level: number, hash: Uint8Array): void => {
    if (level % 8 !== 0) return;
    const tileLevel = level / 8;
    if (tileLevel > 0) {
      // A node eight levels up stands above a tile that has just become full.
      const below = edgeAt(tileLevel - 1);
      const tile = { level: tileLevel - 1, index: Math.floor(size / fullWidth ** tileLevel), width: fullWidth };
      pieces.push(pieceOf(tile, below.take()));
      below.width = 0;
    }
    edgeAt(tileLevel).push(hash);
  };
  for (const leaf of leafHashes) {
    pushLeaf(peaks, size, leaf, complete);
    size += 1;
  }
  for (let level = 0; level < levelsOf(size); level += 1) {
    const tile = edgeOf(size, level);
    const hasGrown = Math.floor(size / fullWidth ** level) > Math.floor(frontier.size / fullWidth ** level);
    if (tile !== undefined && hasGrown) pieces.push(pieceOf(tile, edgeAt(level).take()));
  }
  const grown = { size, peaks, edges: edges.map((edge) => edge.take()), bundle: frontier.bundle };
  return { frontier: grown, root: joinSubtrees(peaks), pieces };
}

/**
 * The log after these entries: the new right edge, its root, and the tiles and bundles to write before the checkpoint of that root is shown
 * to anyone. Entries hold 65,535 bytes at most.
 *
 * @example toHex(append(emptyFrontier, [new Uint8Array(0)]).root).slice(0, 8) // '6e340b9c'
 */
export function append(frontier: Frontier, entries: readonly Uint8Array[]): Appended {
  const bundles: Piece[] = [];
  let { bundle } = frontier;
  let taken = 0;
  while (taken < entries.length) {
    const at = frontier.size + taken;
    const index = Math.floor(at / fullWidth);
    const added = entries.slice(taken, taken + fullWidth - (at % fullWidth));
    bundle = joinBytes(bundle, printBundle(added));
    taken += added.length;
    const width = widthIn(frontier.size + taken, 'entries', index);
    bundles.push(pieceOf({ level: 'entries', index, width }, bundle));
    if (width === fullWidth) bundle = emptyFrontier.bundle;
  }
  const { frontier: grown, root, pieces } = appendHashes(frontier, entries.map(leafHash));
  return { frontier: { ...grown, bundle }, root, pieces: [...bundles, ...pieces] };
}

/** The complete subtrees that the partial tiles of all levels consist of, the largest first. */
function peaksOf(size: number, edges: readonly Uint8Array[]): Uint8Array[] {
  const rows = edges.map(tileRows);
  return subtreesOf(0, size).map(({ level, index }) => {
    const [tileLevel, row] = [Math.floor(level / 8), level % 8];
    return hashAt(rows[tileLevel]?.[row] ?? new Uint8Array(0), index % (fullWidth / 2 ** row)).slice();
  });
}

function frontierOf(size: number, edges: readonly Uint8Array[], bundle: Uint8Array): Frontier {
  const isWhole =
    isCount(size) &&
    edges.length === levelsOf(size) &&
    edges.every((edge, level) => edge.length === (edgeOf(size, level)?.width ?? 0) * hashSize);
  if (!isWhole) throw new InvalidLog(['日志右缘与条数不符', 'the right edge does not belong to a tree of this size']);
  // The entries say for themselves whether they are those of the lowest tile.
  const leaves = readBundle(bundle, size % fullWidth).map(leafHash);
  const [lowest = emptyFrontier.bundle] = edges;
  if (leaves.some((leaf, place) => leaf.some((byte, at) => byte !== lowest[place * hashSize + at]))) {
    throw new InvalidLog(['未满的条目包与其散列分块不符', 'the last bundle does not hold the leaves of the last tile']);
  }
  return { size, peaks: peaksOf(size, edges), edges, bundle };
}

/** The right edge of a log of this size, read back from its partial tiles and its last bundle. */
export async function resume(size: number, readTile: TileReader): Promise<Frontier> {
  const edges: Uint8Array[] = [];
  for (let level = 0; level < levelsOf(size); level += 1) {
    const tile = edgeOf(size, level);
    edges.push(tile === undefined ? new Uint8Array(0) : (await readWhole(readTile, tile)).slice());
  }
  const last = edgeOf(size, 'entries');
  return frontierOf(size, edges, last === undefined ? new Uint8Array(0) : (await readWhole(readTile, last)).slice());
}

/** The frontier as canonical JSON. */
export const printFrontier = ({ size, edges, bundle }: Frontier): string =>
  canonical({ size, edges: edges.map(toBase64), bundle: toBase64(bundle) });

/** Reads what `printFrontier` prints. */
export function readFrontier(text: string): Frontier {
  try {
    const value = JSON.parse(text) as { size?: unknown; edges?: unknown; bundle?: unknown } | null;
    if (typeof value?.size !== 'number' || typeof value.bundle !== 'string' || !Array.isArray(value.edges))
      throw new InvalidEncoding('fields');
    return frontierOf(
      value.size,
      value.edges.map((edge: unknown) => fromBase64(String(edge))),
      fromBase64(value.bundle),
    );
  } catch (error) {
    if (error instanceof InvalidLog) throw error;
    throw new InvalidLog(['不是日志右缘', 'not the right edge of a log']);
  }
}
