import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { readTilePath, tilePath, type Tile } from '@tongheng/seal/log/tile';
import { toUtf8 } from '@tongheng/seal/encoding';
import type { Download } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Service } from '../../../platform/context.ts';
import { transparencyProblems, type transparencyEndpoints } from '../contract.ts';
import * as reading from '../store/reading.ts';
import { cosignedNote } from './proof.ts';
import { tileReader } from './tiles.ts';

/** A year: tiles never change. The checkpoint does with every batch. */
const forEver = 'public, max-age=31536000, immutable';
const forNow = 'public, max-age=1, must-revalidate';

function tileOf(rest: string): Tile {
  try {
    return readTilePath(`tile/${rest}`);
  } catch (error) {
    if (error instanceof InvalidLog) throw new Problem(platformProblems.notFound);
    throw error;
  }
}

type Addresses = Pick<Service<typeof transparencyEndpoints>, 'readCheckpoint' | 'readTile'>;

/** The public addresses of the log, exactly as C2SP tlog-tiles says. */
export const addressService: Addresses = {
  async readCheckpoint(_call, ctx): Promise<Download> {
    const newest = await reading.findNewest(ctx.db);
    if (newest === undefined) throw new Problem(transparencyProblems.notBegun);
    const bytes = toUtf8(await cosignedNote(ctx.db, newest));
    return { name: 'checkpoint', type: 'text/plain; charset=utf-8', bytes, inPlace: true, caching: forNow };
  },
  async readTile({ params }, ctx): Promise<Download> {
    const tile = tileOf(params.tile);
    const bytes = await tileReader(ctx.db)(tile);
    if (bytes === undefined) throw new Problem(platformProblems.notFound);
    const name = tilePath(tile).replaceAll('/', '-');
    return { name, type: 'application/octet-stream', bytes, caching: forEver };
  },
};
