import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fromUtf8 } from '@tongheng/seal/encoding';
import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { fullWidth, longestEntry, tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { hashSize } from '@tongheng/seal/log/tree';
import { BadInput } from './command.ts';

/** Where a log is read from: a folder with `checkpoint` and `tile/…`, or the address of one. */
export type LogSource = { readonly readCheckpoint: () => Promise<string>; readonly readTile: TileReader };

const mostOfCheckpoint = 1_000_000;
const mostOfTile = fullWidth * hashSize;
const mostOfBundle = fullWidth * (2 + longestEntry);

/** Reads at most so many bytes and one more, by which who reads them sees that they are too many. */
type ReadBytes = (path: string, most: number) => Promise<Uint8Array | undefined>;

async function checkpointText(read: ReadBytes, name: string): Promise<string> {
  const bytes = await read('checkpoint', mostOfCheckpoint);
  if (bytes === undefined) throw new BadInput([`${name} 中没有 checkpoint`, `There is no checkpoint in ${name}`]);
  try {
    return fromUtf8(bytes);
  } catch {
    throw new InvalidLog(['检查点不是 UTF-8 文本', 'the checkpoint is no text in UTF-8']);
  }
}

const sourceOf = (read: ReadBytes, name: string): LogSource => ({
  readCheckpoint: () => checkpointText(read, name),
  readTile: (tile) => read(tilePath(tile), tile.level === 'entries' ? mostOfBundle : mostOfTile),
});

async function readFrom(file: FileHandle, most: number): Promise<Uint8Array> {
  const { size } = await file.stat();
  const bytes = new Uint8Array(Math.min(size, most + 1));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function folderSource(folder: string): LogSource {
  return sourceOf(async (path, most) => {
    let file: FileHandle;
    try {
      // A pipe in the place of a tile would else be waited for without end.
      file = await open(join(folder, path), constants.O_RDONLY | constants.O_NONBLOCK);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new BadInput([`无法读取 ${join(folder, path)}：${code}`, `Cannot read ${join(folder, path)}: ${code}`]);
    }
    try {
      return (await file.stat()).isFile() ? await readFrom(file, most) : undefined;
    } finally {
      await file.close();
    }
  }, folder);
}

/** How long one answer may take, and how often a server that fails for the moment is asked again. */
const patience = { milliseconds: 20_000, pauses: [500, 1000, 2000] } as const;

async function bodyOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined && length <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  // What is beyond is not fetched, however much a server wants to send.
  if (length > most) await reader?.cancel();
  return Buffer.concat(parts).subarray(0, most + 1);
}

const unreachable = (address: string, why: string): BadInput =>
  new BadInput([`无法读取 ${address}：${why}`, `Cannot read ${address}: ${why}`]);

async function fetchBytes(address: string, most: number): Promise<Uint8Array | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const pause = patience.pauses[attempt];
    try {
      const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience.milliseconds) });
      if (response.status === 200) return await bodyOf(response, most);
      await response.body?.cancel();
      if (response.status === 404 || response.status === 410) return undefined;
      // Another address would be another log: it has to be named by who asks.
      const why = response.status < 400 ? `${response.status} → ${response.headers.get('location') ?? ''}` : String(response.status);
      if ((response.status < 500 && response.status !== 429) || pause === undefined) throw unreachable(address, why);
    } catch (error) {
      if (error instanceof BadInput) throw error;
      const { cause } = error as { cause?: { code?: string } };
      if (pause === undefined) throw unreachable(address, cause?.code ?? (error as Error).message);
    }
    await wait(pause);
  }
}

/** The log at an address or in a folder. Of an address nothing is fetched but what lies below it. */
export function openLogSource(place: string): LogSource {
  if (!/^https?:\/\//i.test(place)) return folderSource(place);
  const url = URL.canParse(place) ? new URL(place) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new BadInput([`日志地址不正确：${place}`, `Not the address of a log: ${place}`]);
  }
  const prefix = url.href.replace(/\/+$/, '').replace(/\/checkpoint$/, '');
  return sourceOf((path, most) => fetchBytes(`${prefix}/${path}`, most), prefix);
}
