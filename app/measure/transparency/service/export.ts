import { readSignedCheckpoint } from '@tongheng/seal/log/checkpoint';
import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { fullWidth, levelsOf, tilePath, widthIn, type Tile, type TileLevel } from '@tongheng/seal/log/tile';
import { fromUtf8, InvalidEncoding, toBase64, toUtf8 } from '@tongheng/seal/encoding';
import type { Db } from '../../../platform/context.ts';
import * as reading from '../store/reading.ts';
import { cosignedNote } from './proof.ts';
import { tileReader } from './tiles.ts';

/** Where a log is written to: paths below its address, as `checkpoint` and `tile/0/000`. */
export type LogFolder = {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
};

export type ExportedLog = { readonly origin: string; readonly size: number; readonly root: string; readonly files: number };

/** foreign: the folder holds another log · larger: it holds more leaves of this one than there are here. */
export class ExportRefused extends Error {
  readonly why: 'foreign' | 'larger';
  constructor(why: 'foreign' | 'larger') {
    super(why);
    this.why = why;
  }
}

const tilesOn = (level: TileLevel, size: number): Tile[] => {
  const hashes = level === 'entries' ? size : Math.floor(size / fullWidth ** level);
  return Array.from({ length: Math.ceil(hashes / fullWidth) }, (_, index) => ({ level, index, width: widthIn(size, level, index) }));
};

/**
 * Writes the whole log as files: the tiles and bundles of the newest checkpoint, and that checkpoint last, so that a folder with a checkpoint
 * is whole. Full tiles that are there already are not written again. Undefined where the log has no checkpoint yet.
 */
export async function exportLog(db: Db, folder: LogFolder): Promise<ExportedLog | undefined> {
  const newest = await reading.findNewest(db);
  if (newest === undefined) return undefined;
  const { origin, size } = readSignedCheckpoint(newest.note).checkpoint;
  const earlier = await sizeThere(folder, origin);
  if (earlier > size) throw new ExportRefused('larger');
  const readTile = tileReader(db);
  let files = 0;
  const levels: TileLevel[] = ['entries', ...Array.from({ length: levelsOf(size) }, (_, level) => level)];
  for (const tile of levels.flatMap((level) => tilesOn(level, size))) {
    const isThere = tile.width === fullWidth && widthIn(earlier, tile.level, tile.index) === fullWidth;
    if (isThere) continue;
    const bytes = await readTile(tile);
    if (bytes === undefined) throw new InvalidLog([`缺少 ${tilePath(tile)}`, `${tilePath(tile)} is missing`]);
    await folder.write(tilePath(tile), bytes);
    files += 1;
  }
  await folder.write('checkpoint', toUtf8(await cosignedNote(db, newest)));
  return { origin, size, root: toBase64(newest.root), files: files + 1 };
}

async function sizeThere(folder: LogFolder, origin: string): Promise<number> {
  const bytes = await folder.read('checkpoint');
  if (bytes === undefined) return 0;
  try {
    const { checkpoint } = readSignedCheckpoint(fromUtf8(bytes));
    if (checkpoint.origin === origin) return checkpoint.size;
  } catch (error) {
    if (!(error instanceof InvalidLog) && !(error instanceof InvalidEncoding)) throw error;
  }
  throw new ExportRefused('foreign');
}
