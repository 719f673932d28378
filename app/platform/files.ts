import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Content by its SHA-256 under the data folder; writing is durable before it returns and harmless when repeated. */
export type FileStore = {
  readonly folder: string;
  readonly save: (content: Uint8Array) => Promise<string>;
  readonly read: (digest: string) => Promise<Uint8Array>;
};

/** A folder is made when something is first missing it: nearly always it is there. */
async function withFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(folder, { recursive: true });
    return work();
  }
}

export function openFiles(folder: string): FileStore {
  const placeOf = (digest: string): string => join(folder, digest.slice(0, 2), digest);
  return {
    folder,
    async save(content) {
      const digest = createHash('sha256').update(content).digest('hex');
      const place = placeOf(digest);
      if ((await stat(place).catch(() => undefined))?.size === content.byteLength) return digest;
      const draft = join(folder, `draft-${randomUUID()}`);
      const parentPlace = join(folder, digest.slice(0, 2));
      const handle = await withFolder(folder, () => open(draft, 'wx', 0o600));
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await withFolder(parentPlace, () => rename(draft, place));
      const parent = await open(parentPlace, 'r');
      try {
        await parent.sync();
      } finally {
        await parent.close();
      }
      return digest;
    },
    read: (digest) => readFile(placeOf(digest)),
  };
}
