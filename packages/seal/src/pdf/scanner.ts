/** Reads the objects of a PDF (ISO 32000-1, 7.3) one after the other, within bounds of depth and number. */
import { InvalidPdf } from './invalid-pdf.ts';

export type PdfName = { readonly kind: 'name'; readonly name: string };
/** `start` and `end` are where it stands in the bytes, its delimiters included. */
export type PdfText = {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  readonly isHex: boolean;
  readonly start: number;
  readonly end: number;
};
export type PdfReference = { readonly kind: 'reference'; readonly number: number; readonly generation: number };
export type PdfDictionary = {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly start: number;
  readonly end: number;
};
export type PdfArray = { readonly kind: 'array'; readonly values: readonly PdfValue[]; readonly start: number; readonly end: number };
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfReference | PdfDictionary | PdfArray;

/** Deeper nesting and more values are refused; certificates have a thousandth of it. */
const deepest = 60;
const mostValues = 4_000_000;
const longestText = 4_000_000;

const isSpace = (byte: number | undefined): boolean => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
const delimiters = new Set(Array.from('()<>[]{}/%', (sign) => sign.charCodeAt(0)));
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte);
const hexDigit = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};
const escapes: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/** Reads one value of a PDF after the other from its bytes (ISO 32000-1, 7.2 and 7.3); depth and number of values are bounded. */
export class Scanner {
  readonly bytes: Uint8Array;
  at: number;
  #values = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  fail(): never {
    throw new InvalidPdf('damaged', `byte ${this.at}`);
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (isSpace(byte)) this.at += 1;
      else if (byte === 0x25) while (this.at < this.bytes.length && ![10, 13].includes(this.bytes[this.at] ?? 10)) this.at += 1;
      else return;
    }
  }

  /** Whether these signs stand here; nothing is read. */
  sees(word: string): boolean {
    for (let index = 0; index < word.length; index += 1) if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false;
    return true;
  }

  /** A word that must stand here, after white space. */
  expect(word: string): void {
    this.skipSpace();
    if (!this.sees(word)) this.fail();
    this.at += word.length;
  }

  /** A number without sign, as in tables of offsets and before `obj`. */
  count(): number {
    this.skipSpace();
    const start = this.at;
    let value = 0;
    for (;;) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte < 48 || byte > 57) break;
      value = value * 10 + byte - 48;
      this.at += 1;
      if (this.at - start > 12) this.fail();
    }
    return this.at === start ? this.fail() : value;
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw new InvalidPdf('too-deep', `byte ${this.at}`);
    this.#values += 1;
    if (this.#values > mostValues) throw new InvalidPdf('too-much', `byte ${this.at}`);
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hex();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.sees(word) && !isRegular(this.bytes[this.at + word.length])) {
        this.at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #number(): number | PdfReference {
    const start = this.at;
    while (isRegular(this.bytes[this.at]) && this.at - start < 40) this.at += 1;
    const text = String.fromCharCode(...this.bytes.subarray(start, this.at));
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) this.fail();
    const number = Number(text);
    if (!/^\d{1,10}$/.test(text)) return number;
    const after = this.at;
    const reference = this.#referenceAfter(number);
    if (reference === undefined) this.at = after;
    return reference ?? number;
  }

  #referenceAfter(number: number): PdfReference | undefined {
    if (!isSpace(this.bytes[this.at])) return undefined;
    this.skipSpace();
    const start = this.at;
    let generation = 0;
    for (; this.at - start < 5; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte < 48 || byte > 57) break;
      generation = generation * 10 + byte - 48;
    }
    if (this.at === start || !isSpace(this.bytes[this.at])) return undefined;
    this.skipSpace();
    if (!this.sees('R') || isRegular(this.bytes[this.at + 1])) return undefined;
    this.at += 1;
    return { kind: 'reference', number, generation };
  }

  #name(): PdfName {
    this.at += 1;
    let name = '';
    const start = this.at;
    for (; isRegular(this.bytes[this.at]); this.at += 1) {
      if (this.at - start > 512) this.fail();
      const byte = this.bytes[this.at] ?? 0;
      const [high, low] = [hexDigit(this.bytes[this.at + 1]), hexDigit(this.bytes[this.at + 2])];
      if (byte === 0x23 && high >= 0 && low >= 0) {
        name += String.fromCharCode(high * 16 + low);
        this.at += 2;
      } else name += String.fromCharCode(byte);
    }
    return { kind: 'name', name };
  }

  #hex(): PdfText {
    const start = this.at;
    this.at += 1;
    const out: number[] = [];
    let half = -1;
    for (; this.bytes[this.at] !== 0x3e; this.at += 1) {
      const byte = this.bytes[this.at];
      if (isSpace(byte)) continue;
      const digit = hexDigit(byte);
      if (digit < 0) this.fail();
      if (out.length > longestText) throw new InvalidPdf('too-much', `byte ${start}`);
      if (half < 0) half = digit;
      else {
        out.push(half * 16 + digit);
        half = -1;
      }
    }
    if (half >= 0) out.push(half * 16);
    this.at += 1;
    return { kind: 'text', bytes: Uint8Array.from(out), isHex: true, start, end: this.at };
  }

  #literal(): PdfText {
    const start = this.at;
    const out: number[] = [];
    let open = 0;
    do {
      const byte = this.bytes[this.at] ?? this.fail();
      this.at += 1;
      if (out.length > longestText) throw new InvalidPdf('too-much', `byte ${start}`);
      if (byte === 0x28) {
        if (open > 0) out.push(byte);
        open += 1;
      } else if (byte === 0x29) {
        open -= 1;
        if (open > 0) out.push(byte);
      } else if (byte === 0x5c) this.#escape(out);
      else out.push(byte);
    } while (open > 0);
    return { kind: 'text', bytes: Uint8Array.from(out), isHex: false, start, end: this.at };
  }

  #escape(out: number[]): void {
    const byte = this.bytes[this.at] ?? this.fail();
    this.at += 1;
    if (byte === 13 || byte === 10) {
      if (byte === 13 && this.bytes[this.at] === 10) this.at += 1;
      return;
    }
    if (byte < 48 || byte > 55) {
      out.push(escapes[byte] ?? byte);
      return;
    }
    let value = byte - 48;
    for (let more = 0; more < 2; more += 1) {
      const digit = (this.bytes[this.at] ?? 0) - 48;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      this.at += 1;
    }
    out.push(value & 255);
  }

  #array(depth: number): PdfArray {
    const start = this.at;
    this.at += 1;
    const values: PdfValue[] = [];
    for (this.skipSpace(); this.bytes[this.at] !== 0x5d; this.skipSpace()) values.push(this.value(depth + 1));
    this.at += 1;
    return { kind: 'array', values, start, end: this.at };
  }

  #dictionary(depth: number): PdfDictionary {
    const start = this.at;
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); !this.sees('>>'); this.skipSpace()) {
      if (this.bytes[this.at] !== 0x2f) this.fail();
      const { name } = this.#name();
      // Which of two entries counts would be told by the reader, not by the file.
      if (entries.has(name)) this.fail();
      entries.set(name, this.value(depth + 1));
    }
    this.at += 2;
    return { kind: 'dictionary', entries, start, end: this.at };
  }
}
