/**
 * Bytes as text and back. Every reader is strict: a text that this file would not print is refused, so that nothing signed has two forms.
 * Written out because neither TextDecoder nor Buffer is in every place where a certificate is checked; used where they are and agree.
 */

/** Thrown where bytes or text are not in the form that was asked for. */
export class InvalidEncoding extends Error {
  override readonly name = 'InvalidEncoding';
}

const digits = '0123456789abcdef';

/**
 * Small hexadecimal digits.
 *
 * @example toHex(new Uint8Array([0, 255])) // '00ff'
 */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits.charAt(byte >> 4) + digits.charAt(byte & 15);
  return text;
}

/**
 * Bytes of small or capital hexadecimal digits, two for each byte and nothing else.
 *
 * @example fromHex('00ff') // [0, 255]
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new InvalidEncoding('not hexadecimal digits in pairs');
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}

const standardAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const urlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const pairsOf = (alphabet: string): readonly string[] =>
  Array.from({ length: 4096 }, (_, twelve) => alphabet.charAt(twelve >> 6) + alphabet.charAt(twelve & 63));
const pairs = new Map<string, readonly string[]>();

/** Twelve bits at a time. */
function encode64(bytes: Uint8Array, alphabet: string): string {
  const two = pairs.get(alphabet) ?? pairsOf(alphabet);
  pairs.set(alphabet, two);
  let text = '';
  const whole = bytes.length - (bytes.length % 3);
  for (let index = 0; index < whole; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += (two[group >> 12] ?? '') + (two[group & 4095] ?? '');
  }
  if (bytes.length - whole === 1) text += two[(bytes[whole] ?? 0) << 4] ?? '';
  if (bytes.length - whole === 2) {
    const group = ((bytes[whole] ?? 0) << 8) | (bytes[whole + 1] ?? 0);
    text += (two[group >> 4] ?? '') + alphabet.charAt((group << 2) & 63);
  }
  return text;
}

function decode64(text: string, alphabet: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 === 1) throw new InvalidEncoding('not whole bytes in base 64');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = alphabet.indexOf(text.charAt(index));
    if (value < 0) throw new InvalidEncoding('a sign outside the alphabet of base 64');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  if ((held & ((1 << bits) - 1)) !== 0) throw new InvalidEncoding('bits left over in base 64');
  return bytes;
}

/**
 * Base 64 with padding (RFC 4648 §4).
 *
 * @example toBase64(new Uint8Array([1, 2])) // 'AQI='
 */
export function toBase64(bytes: Uint8Array): string {
  return encode64(bytes, standardAlphabet) + '='.repeat((3 - (bytes.length % 3)) % 3);
}

/** Bytes of base 64 with its padding; no white space, no bits left over. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0) throw new InvalidEncoding('base 64 without its padding');
  const bare = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
  return decode64(bare, standardAlphabet);
}

/**
 * Base 64 for addresses, without padding (RFC 4648 §5).
 *
 * @example toBase64Url(new Uint8Array([255, 254])) // '__4'
 */
export function toBase64Url(bytes: Uint8Array): string {
  return encode64(bytes, urlAlphabet);
}

/** Bytes of base 64 for addresses; padding is refused. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decode64(text, urlAlphabet);
}

type TextEncoding = { readonly encode: (text: string) => Uint8Array<ArrayBuffer> };
const { TextEncoder: NativeEncoder } = globalThis as { readonly TextEncoder?: new () => TextEncoding };
const encoder = NativeEncoder === undefined ? undefined : new NativeEncoder();
/** Below this the call costs more than it saves. */
const worthNative = 256;
/** A pair is one code point; only a half that stands alone is a surrogate. Nearly every text has neither, which is told ten times as fast. */
const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text);

/**
 * UTF-8 of a text; a surrogate without its other half is refused instead of replaced.
 *
 * @example toHex(toUtf8('衡')) // 'e8a1a1'
 */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  if (encoder !== undefined && text.length > worthNative && isWellFormed(text)) return encoder.encode(text);
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 63);
    } else if (point < 0x10000) {
      if (point >= 0xd800 && point <= 0xdfff) throw new InvalidEncoding('half of a surrogate pair');
      bytes[at++] = 0xe0 | (point >> 12);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
    } else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 63);
      bytes[at++] = 0x80 | ((point >> 6) & 63);
      bytes[at++] = 0x80 | (point & 63);
      index += 1;
    }
  }
  return bytes.slice(0, at);
}

const leastOfLength = [0, 0, 0x80, 0x800, 0x10000] as const;

/** The text of UTF-8 bytes; over-long forms, surrogates and broken sequences are refused. A byte order mark stays a character. */
export function fromUtf8(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let piece = '';
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index] ?? 0;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (length === 0 || index + length > bytes.length) throw new InvalidEncoding('not UTF-8');
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    for (let place = 1; place < length; place += 1) {
      const next = bytes[index + place] ?? 0;
      if ((next & 0xc0) !== 0x80) throw new InvalidEncoding('not UTF-8');
      point = (point << 6) | (next & 63);
    }
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point < (leastOfLength[length] ?? 0))
      throw new InvalidEncoding('not UTF-8');
    piece += String.fromCodePoint(point);
    if (piece.length > 4096) {
      pieces.push(piece);
      piece = '';
    }
    index += length;
  }
  return pieces.join('') + piece;
}

/**
 * The bytes one after the other.
 *
 * @example toHex(joinBytes(new Uint8Array([1]), new Uint8Array([2, 3]))) // '010203'
 */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Whether two rows of bytes are the same.
 *
 * @example sameBytes(fromHex('01'), fromHex('0100')) // false
 */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** DER of a positive integer without its needless zeros (X.690 §8.3.2). */
function derInteger(value: Uint8Array): Uint8Array {
  let start = 0;
  while (start < value.length - 1 && value[start] === 0) start += 1;
  const bare = value.subarray(start);
  const body = (bare[0] ?? 0) >= 0x80 ? joinBytes(new Uint8Array([0]), bare) : bare;
  return joinBytes(new Uint8Array([2, body.length]), body);
}

/**
 * The pair r, s as X.509, PDF and OpenSSL write it: SEQUENCE of two INTEGERs in DER (RFC 3279 §2.2.3), from r and s at equal length.
 *
 * @example toHex(toDerSignature(fromHex('0180'))) // '300702010102020080'
 */
export function toDerSignature(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  if (raw.length === 0 || raw.length % 2 !== 0 || raw.length > 144) throw new InvalidEncoding('r and s have no equal length');
  const half = raw.length / 2;
  const body = joinBytes(derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half)));
  return joinBytes(new Uint8Array(body.length < 128 ? [0x30, body.length] : [0x30, 0x81, body.length]), body);
}

/**
 * r and s, each at `size` bytes (32 for P-256 and SM2, 48 for P-384, 66 for P-521), of their DER; refuses anything but DER.
 */
export function fromDerSignature(der: Uint8Array, size = 32): Uint8Array<ArrayBuffer> {
  const refuse = (): never => {
    throw new InvalidEncoding('not a signature in DER');
  };
  const long = der[1] === 0x81;
  const head = long ? 3 : 2;
  const length = der[head - 1] ?? 0;
  if (der[0] !== 0x30 || der.length !== head + length || (long ? length < 128 : length >= 128)) refuse();
  const raw = new Uint8Array(2 * size);
  let at = head;
  for (const end of [size, 2 * size]) {
    const count = der[at + 1] ?? 0;
    const body = der.subarray(at + 2, at + 2 + count);
    const [first = 0, second = 0] = body;
    if (der[at] !== 2 || count === 0 || count > 127 || body.length !== count || first >= 0x80) refuse();
    if (first === 0 && count > 1 && second < 0x80) refuse();
    const bare = first === 0 ? body.subarray(1) : body;
    if (bare.length > size) refuse();
    raw.set(bare, end - bare.length);
    at += 2 + count;
  }
  if (at !== der.length) refuse();
  return raw;
}
