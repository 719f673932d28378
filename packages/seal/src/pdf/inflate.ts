/**
 * Inflating zlib data (RFC 1950, RFC 1951) within a bound: a few bytes of a stranger can unfold to gigabytes, and the packages have no other
 * inflater in every place where a certificate is checked. The codes are decoded canonically, without tables that a bomb could make us fill.
 */
import { InvalidPdf } from './invalid-pdf.ts';

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const farBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385,
  24577,
];
const farBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const longestCode = 15;

type Huffman = { readonly counts: Uint16Array; readonly symbols: Uint16Array };

const damaged = (): never => {
  throw new InvalidPdf('damaged', 'compressed data');
};

function huffman(lengths: ArrayLike<number>, from: number, to: number): Huffman {
  const counts = new Uint16Array(longestCode + 1);
  for (let index = from; index < to; index += 1) counts[lengths[index] ?? 0] = (counts[lengths[index] ?? 0] ?? 0) + 1;
  counts[0] = 0;
  let left = 1;
  const offsets = new Uint16Array(longestCode + 2);
  for (let length = 1; length <= longestCode; length += 1) {
    left = 2 * left - (counts[length] ?? 0);
    if (left < 0) damaged();
    offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  }
  const symbols = new Uint16Array(to - from);
  for (let index = from; index < to; index += 1) {
    const length = lengths[index] ?? 0;
    if (length === 0) continue;
    symbols[offsets[length] ?? 0] = index - from;
    offsets[length] = (offsets[length] ?? 0) + 1;
  }
  return { counts, symbols };
}

const fixedLengths = Array.from({ length: 320 }, (_, index) => (index < 144 ? 8 : index < 256 ? 9 : index < 280 ? 7 : index < 288 ? 8 : 5));

class Inflater {
  readonly #bytes: Uint8Array;
  readonly #most: number;
  #at: number;
  #held = 0;
  #bits = 0;
  #out: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(bytes: Uint8Array, from: number, most: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#most = most;
    this.#out = new Uint8Array(Math.min(most, Math.max(1024, 4 * bytes.length)));
  }

  run(): Uint8Array<ArrayBuffer> {
    for (let isLast = 0; isLast === 0;) {
      isLast = this.#take(1);
      const kind = this.#take(2);
      if (kind === 0) this.#stored();
      else if (kind === 1) this.#coded(huffman(fixedLengths, 0, 288), huffman(fixedLengths, 288, 318));
      else if (kind === 2) this.#dynamic();
      else damaged();
    }
    return this.#out.slice(0, this.#length);
  }

  #take(count: number): number {
    while (this.#bits < count) {
      if (this.#at >= this.#bytes.length) damaged();
      this.#held |= (this.#bytes[this.#at] ?? 0) << this.#bits;
      this.#at += 1;
      this.#bits += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#bits -= count;
    return value;
  }

  #room(count: number): void {
    const needed = this.#length + count;
    if (needed > this.#most) throw new InvalidPdf('too-much', 'compressed data');
    if (needed <= this.#out.length) return;
    const larger = new Uint8Array(Math.min(this.#most, Math.max(needed, 2 * this.#out.length)));
    larger.set(this.#out);
    this.#out = larger;
  }

  #stored(): void {
    this.#held = 0;
    this.#bits = 0;
    const [low = 0, high = 0, notLow = 0, notHigh = 0] = this.#bytes.subarray(this.#at, this.#at + 4);
    const length = low | (high << 8);
    const from = this.#at + 4;
    if ((low ^ notLow) !== 255 || (high ^ notHigh) !== 255 || from + length > this.#bytes.length) damaged();
    this.#room(length);
    this.#out.set(this.#bytes.subarray(from, from + length), this.#length);
    this.#length += length;
    this.#at = from + length;
  }

  #symbol({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longestCode; length += 1) {
      code |= this.#take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + (code - first)] ?? damaged();
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return damaged();
  }

  #dynamic(): void {
    const literals = this.#take(5) + 257;
    const fars = this.#take(5) + 1;
    const codes = this.#take(4) + 4;
    if (literals > 286 || fars > 30) damaged();
    const lengths = new Uint8Array(320);
    for (let index = 0; index < codes; index += 1) lengths[order[index] ?? 0] = this.#take(3);
    const ofLengths = huffman(lengths, 0, 19);
    lengths.fill(0);
    for (let index = 0; index < literals + fars;) {
      const symbol = this.#symbol(ofLengths);
      if (symbol < 16) {
        lengths[index] = symbol;
        index += 1;
        continue;
      }
      if (symbol === 16 && index === 0) damaged();
      const value = symbol === 16 ? (lengths[index - 1] ?? 0) : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (index + times > literals + fars) damaged();
      lengths.fill(value, index, index + times);
      index += times;
    }
    if (lengths[256] === 0) damaged();
    this.#coded(huffman(lengths, 0, literals), huffman(lengths, literals, literals + fars));
  }

  #coded(literals: Huffman, fars: Huffman): void {
    for (;;) {
      const symbol = this.#symbol(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        this.#room(1);
        this.#out[this.#length] = symbol;
        this.#length += 1;
        continue;
      }
      const place = symbol - 257;
      const length = (lengthBase[place] ?? damaged()) + this.#take(lengthBits[place] ?? 0);
      const far = this.#symbol(fars);
      const distance = (farBase[far] ?? damaged()) + this.#take(farBits[far] ?? 0);
      if (distance > this.#length) damaged();
      this.#room(length);
      // Byte by byte: a copy may reach into itself.
      for (let end = this.#length + length; this.#length < end; this.#length += 1)
        this.#out[this.#length] = this.#out[this.#length - distance] ?? 0;
    }
  }
}

/** The bytes inside of zlib data, at most so many; throws InvalidPdf for more and for what is no zlib data. */
export function inflate(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  const [method = 0, flags = 0] = bytes;
  if ((method & 15) !== 8 || (method * 256 + flags) % 31 !== 0 || (flags & 32) !== 0) damaged();
  return new Inflater(bytes, 2, most).run();
}
