import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Limits } from '../../rules/limits.ts';
import { Unreadable } from './unreadable.ts';

/** A part of a zip archive (APPNOTE.TXT 4.3), found in its central directory. */
type Part = { readonly name: string; readonly method: number; readonly compressed: number; readonly size: number; readonly offset: number };

export type Archive = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The content of a part in pieces; stops with an explanation where it grows beyond what was declared or allowed. */
  readonly read: (name: string) => AsyncGenerator<Buffer>;
};

const most = 5_000;
const pieceBytes = 256 * 1024;
const damaged = (): Unreadable =>
  new Unreadable(['文件已损坏，不能打开，请重新保存后上传', 'The file is damaged: save it again and upload it']);
const bomb = (): Unreadable =>
  new Unreadable([
    '文件展开后过大（超过 512 MB，或压缩比异常），已停止读取，未导入任何内容；行数过多的请拆分，其他的请另存为普通工作簿',
    'Unpacked the file grows too large (more than 512 MB, or out of proportion): reading was stopped and nothing imported; split it, or save it as an ordinary workbook',
  ]);

/** The sizes and the offset of a part that stand in its ZIP64 field, where the four bytes do not hold them. */
function longField(bytes: Buffer, from: number, to: number, wanted: readonly boolean[]): (number | undefined)[] {
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return wanted.map((is) => {
      if (!is || next + 8 > to) return undefined;
      next += 8;
      return Number(bytes.readBigUInt64LE(next - 8));
    });
  }
  return wanted.map(() => undefined);
}

function listParts(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) throw bomb();
  let at = bytes.readUInt32LE(end + 16);
  const parts: Part[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    if ((bytes.readUInt16LE(at + 8) & 1) === 1)
      throw new Unreadable(['文件有密码，请去掉密码后上传', 'The file has a password: remove it and upload it again']);
    const [nameLength, extraLength, noteLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const [size, compressed, offset] = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const extra = at + 46 + nameLength;
    const isLong = (value: number): boolean => value === 0xffff_ffff;
    const long = longField(bytes, extra, Math.min(extra + extraLength, bytes.length), [isLong(size), isLong(compressed), isLong(offset)]);
    parts.push({
      name: bytes
        .toString('utf8', at + 46, extra)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      size: long[0] ?? size,
      compressed: long[1] ?? compressed,
      offset: long[2] ?? offset,
    });
    at = extra + extraLength + noteLength;
  }
  return parts;
}

/** Opens an archive by its directory. Parts that overlap, or together promise more than allowed, are refused before any is unpacked. */
export function openArchive(bytes: Buffer, limits: Limits): Archive {
  const parts = listParts(bytes);
  let promised = 0;
  let before = 0;
  for (const part of [...parts].sort((one, other) => one.offset - other.offset)) {
    if (part.offset < before || part.offset + 30 + part.compressed > bytes.length) throw damaged();
    before = part.offset + 30 + part.compressed;
    promised += part.size;
    if (promised > limits.bytes || (part.size > 10_000_000 && part.size > part.compressed * limits.ratio)) throw bomb();
  }
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  let unpacked = 0;

  async function* read(name: string): AsyncGenerator<Buffer> {
    const part = byName.get(name.toLowerCase());
    if (part === undefined) return;
    const { offset, compressed, method } = part;
    if (bytes.readUInt32LE(offset) !== 0x04034b50) throw damaged();
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + compressed);
    if (method !== 0 && method !== 8) throw damaged();
    const pieces = method === 0 ? piecesOf(packed) : Readable.from(piecesOf(packed)).pipe(createInflateRaw({ chunkSize: pieceBytes }));
    let own = 0;
    try {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        own += piece.length;
        unpacked += piece.length;
        // A part is read twice at most; more than it declared is a lie of the directory.
        if (own > part.size || unpacked > 3 * limits.bytes) throw bomb();
        yield piece;
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : damaged();
    }
  }
  return { names: parts.map(({ name }) => name), has: (name) => byName.has(name.toLowerCase()), read };
}

function* piecesOf(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += pieceBytes) yield packed.subarray(at, at + pieceBytes);
}
