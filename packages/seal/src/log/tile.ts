/**
 * Tiles and entry bundles after C2SP tlog-tiles: 256 hashes, or 256 entries, in one immutable file, fewer only at the right edge of the tree.
 */
import { InvalidLog, MissingTile } from './invalid-log.ts';
import { hashSize, nodeHash } from './tree.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const fullWidth = 256;
/** An entry stands in its bundle behind a length of 16 bits. */
export const longestEntry = 65_535;

/** Level 0 holds the hashes of leaves, each higher level those of full tiles below; 'entries' are the leaves themselves. */
export type TileLevel = number | 'entries';
export type Tile = { readonly level: TileLevel; readonly index: number; readonly width: number };

/** Gives the bytes of a tile or bundle; undefined where there is none. */
export type TileReader = (tile: Tile) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/**
 * Where a tile stands below the address or folder of its log.
 *
 * @example tilePath({ level: 0, index: 1234067, width: 256 }) // 'tile/0/x001/x234/067'
 * @example tilePath({ level: 'entries', index: 273, width: 112 }) // 'tile/entries/273.p/112'
 */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${place}${width === fullWidth ? '' : `.p/${width}`}`;
}

const pathForm = /^tile\/(0|[1-9]\d?|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names, in the one form that `tilePath` prints. */
export function readTilePath(path: string): Tile {
  const [, level = '', place = '', width] = pathForm.exec(path.length > 80 ? '' : path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replace(/[x/]/g, '')),
    width: width === undefined ? fullWidth : Number(width),
  };
  const isKnown = level === 'entries' || (level !== '' && Number(level) <= 63);
  if (!isKnown || !Number.isSafeInteger(tile.index) || tilePath(tile) !== path || (width !== undefined && tile.width >= fullWidth)) {
    throw new InvalidLog(['不是日志分块的路径', 'not the path of a tile']);
  }
  return tile;
}

/** Hashes on a level of tiles in a tree of this size; for 'entries' the entries. */
const countOn = (level: TileLevel, size: number): number => (level === 'entries' ? size : Math.floor(size / fullWidth ** level));

/**
 * How wide a tile is in a tree of this size; 0 where the tree does not reach it.
 *
 * @example widthIn(70000, 0, 273) // 112
 */
export const widthIn = (size: number, level: TileLevel, index: number): number =>
  Math.max(0, Math.min(fullWidth, countOn(level, size) - index * fullWidth));

/** The partial tile at the right edge of a level, or undefined where the level ends with a full one. */
export function edgeOf(size: number, level: TileLevel): Tile | undefined {
  const index = Math.floor(countOn(level, size) / fullWidth);
  const width = widthIn(size, level, index);
  return width === 0 ? undefined : { level, index, width };
}

/** Levels of hash tiles that a tree of this size has. */
export function levelsOf(size: number): number {
  let levels = 0;
  while (countOn(levels, size) > 0) levels += 1;
  return levels;
}

/** The bytes of a bundle: each entry behind its length in 16 bits, high byte first. */
export function printBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > longestEntry) throw new InvalidLog(['日志条目超过 65535 字节', 'an entry is longer than 65,535 bytes']);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 255;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle, exactly `width` of them, as views of its bytes. */
export function readBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && entries.length < width) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length) break;
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (entries.length !== width || at !== bytes.length) {
    throw new InvalidLog([`条目包不是恰好 ${width} 条`, `the bundle does not hold exactly ${width} entries`]);
  }
  return entries;
}

/** The hash at a place in a tile, or in a row of `tileRows`. */
export const hashAt = (row: Uint8Array, place: number): Uint8Array => row.subarray(place * hashSize, (place + 1) * hashSize);

/** All complete subtrees within a tile: row k holds those of 2^k of its hashes. */
export function tileRows(tile: Uint8Array): Uint8Array[] {
  const rows = [tile];
  let row = tile;
  while (row.length >= 2 * hashSize) {
    const count = Math.floor(row.length / hashSize / 2);
    const next = new Uint8Array(count * hashSize);
    for (let place = 0; place < count; place += 1) next.set(nodeHash(hashAt(row, 2 * place), hashAt(row, 2 * place + 1)), place * hashSize);
    rows.push(next);
    row = next;
  }
  return rows;
}

/** The first entries of a bundle that holds more, or undefined for bytes that are no bundle. */
function cutBundle(bytes: Uint8Array, width: number): Uint8Array | undefined {
  let at = 0;
  for (let count = 0; count < width; count += 1) {
    if (at + 2 > bytes.length) return undefined;
    at += 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return at > bytes.length ? undefined : bytes.subarray(0, at);
}

/**
 * The bytes of a tile. A log may throw a partial tile away once it is full: then the beginning of the full one is the same.
 *
 * @throws InvalidLog where there is neither, or a hash tile has another length.
 */
export async function readWhole(readTile: TileReader, tile: Tile): Promise<Uint8Array> {
  let bytes = await readTile(tile);
  if (bytes === undefined && tile.width < fullWidth) {
    const full = await readTile({ ...tile, width: fullWidth });
    if (full !== undefined) bytes = tile.level === 'entries' ? cutBundle(full, tile.width) : full.subarray(0, tile.width * hashSize);
  }
  const path = tilePath(tile);
  if (bytes === undefined) throw new MissingTile([`缺少 ${path}`, `${path} is missing`]);
  if (tile.level !== 'entries' && bytes.length !== tile.width * hashSize) {
    throw new InvalidLog([`${path} 的长度不对`, `${path} has not the length of ${tile.width} hashes`]);
  }
  return bytes;
}
