import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/**
 * A backup is an ordinary gzip'd tar (POSIX.1-1988 ustar), so that it can be looked into with any tar a century from now.
 */
export type Member = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Buffer> };

const block = 512;

const padding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

function header(name: string, size: number, at: Date): Buffer {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, offset: number, length: number): void => {
    bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
  };
  if (Buffer.byteLength(name) > 100) throw new Error(`the name ${name} is too long for an archive`);
  bytes.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  bytes.write('        ', 148);
  bytes.write('0', 156);
  bytes.write('ustar\u000000', 257);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** The bytes of an archive; a member's size is known before its body is read. */
export async function* pack(members: AsyncIterable<Member>, at: Date): AsyncGenerator<Buffer> {
  for await (const { name, size, body } of members) {
    yield header(name, size, at);
    let written = 0;
    for await (const chunk of body) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} changed while it was read`);
    yield padding(size);
  }
  yield Buffer.alloc(2 * block);
}

/** Takes an exact number of bytes from a stream of chunks. */
class Reader {
  #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }
  async *take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next();
        if (next.done === true) throw new Error('the file ends early');
        this.#rest = next.value;
      }
      const chunk = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(chunk.length);
      left -= chunk.length;
      yield chunk;
    }
  }
  async bytes(size: number): Promise<Buffer> {
    return collect(this.take(size));
  }
  /** Reads what follows the end, so that the checksum of the compression is looked at. */
  async drain(): Promise<void> {
    while ((await this.#source.next()).done !== true);
  }
}

export async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const text = (bytes: Buffer, from: number, to: number): string =>
  bytes
    .subarray(from, to)
    .toString('utf8')
    .replace(/[\0 ].*$/s, '');

function readHeader(bytes: Buffer): { name: string; size: number } {
  const sum = bytes.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (Number.parseInt(text(bytes, 148, 156), 8) !== sum) throw new Error('a header is damaged');
  return { name: text(bytes, 0, 100), size: Number.parseInt(text(bytes, 124, 136), 8) };
}

/** The members of an archive in order; a body that is not read is passed over. */
export async function* unpack(file: string): AsyncGenerator<Member> {
  const raw = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const plain = createGunzip({ chunkSize: 1024 * 1024 });
  raw.once('error', (error) => plain.destroy(error));
  const reader = new Reader(raw.pipe(plain));
  try {
    for (;;) {
      const bytes = await reader.bytes(block);
      if (bytes.every((byte) => byte === 0)) break;
      const { name, size } = readHeader(bytes);
      const body = reader.take(size);
      yield { name, size, body };
      for await (const _ of body);
      await reader.bytes(padding(size).length);
    }
    await reader.drain();
  } finally {
    raw.destroy();
    plain.destroy();
  }
}
