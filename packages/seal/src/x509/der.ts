/**
 * DER (X.690): as much of it as certificates need. What is read is strict and lazy: shortest lengths only, nothing behind the end, and no
 * recursion that foreign bytes could drive.
 */
import { InvalidEncoding, joinBytes, toHex, toUtf8, fromUtf8 } from '../encoding.ts';
import { printSeconds, secondsOf } from './instant.ts';

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag of a field that is known by its number: [n], constructed or not. */
export const contextTag = (number: number, constructed = true): number => (constructed ? 0xa0 : 0x80) | number;

/** One value: its content, and the bytes of the whole as they stand in the file. */
export type DerValue = { readonly tag: number; readonly content: Uint8Array; readonly whole: Uint8Array };

const refuse = (what: string): never => {
  throw new InvalidEncoding(what);
};

function readAt(bytes: Uint8Array, at: number): { readonly value: DerValue; readonly end: number } {
  const tag = bytes[at] ?? refuse('DER ends early');
  if ((tag & 0x1f) === 0x1f) refuse('a tag of DER that no certificate has');
  const first = bytes[at + 1] ?? refuse('DER ends early');
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || start + count > bytes.length) refuse('a length of DER that is open or too large');
    length = 0;
    for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
    if (length < 0x80 || length < 256 ** (count - 1)) refuse('a length of DER that is not the shortest');
    start += count;
  }
  const end = start + length;
  if (end > bytes.length) refuse('DER ends early');
  return { value: { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) }, end };
}

/** The one value that the bytes hold. */
export function readDer(bytes: Uint8Array): DerValue {
  const { value, end } = readAt(bytes, 0);
  return end === bytes.length ? value : refuse('bytes behind the end of DER');
}

/** The values inside of a SEQUENCE, a SET or a field [n]. */
export function partsOf({ tag, content }: DerValue): DerValue[] {
  if ((tag & 0x20) === 0) refuse('a value of DER that holds no others');
  const parts: DerValue[] = [];
  for (let at = 0; at < content.length;) {
    const { value, end } = readAt(content, at);
    parts.push(value);
    at = end;
  }
  return parts;
}

/** The value, if it has this tag. */
export const expectTag = (value: DerValue | undefined, tag: number): DerValue =>
  value?.tag === tag ? value : refuse(`not the value of DER that belongs here (${tag.toString(16)})`);

/** The inner value of a SEQUENCE that is expected here. */
export const sequenceOf = (value: DerValue | undefined): DerValue[] => partsOf(expectTag(value, tags.sequence));

/** An object identifier in numbers, '1.2.840.10045.2.1'. */
export function readOid(value: DerValue | undefined): string {
  const { content } = expectTag(value, tags.oid);
  const arcs: bigint[] = [];
  let arc = 0n;
  let open = false;
  for (const byte of content) {
    if (!open && byte === 0x80) refuse('an object identifier that is not the shortest');
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    open = byte >= 0x80;
    if (arc > 1n << 140n) refuse('an object identifier that is too large');
    if (!open) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  if (open || arcs.length === 0 || arcs.length > 32) refuse('an object identifier that is not whole');
  const [first = 0n, ...rest] = arcs;
  const top = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [top, first - 40n * top, ...rest].join('.');
}

/** An INTEGER that is a small count; undefined where it is negative or larger than 2³¹. */
export function readCount(value: DerValue | undefined): number | undefined {
  const { content } = expectTag(value, tags.integer);
  checkInteger(content);
  const [first = 0] = content;
  return first >= 0x80 || content.length > 4 ? undefined : content.reduce((sum, byte) => sum * 256 + byte, 0);
}

function checkInteger(content: Uint8Array): void {
  const [first = 0, second = 0] = content;
  if (content.length === 0) refuse('an integer without digits');
  if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    refuse('an integer that is not the shortest');
}

/** The bytes of an INTEGER as hexadecimal digits. */
export function readInteger(value: DerValue | undefined): string {
  const { content } = expectTag(value, tags.integer);
  checkInteger(content);
  return toHex(content);
}

/** A BOOLEAN in DER: 0 or 255 (X.690, 11.1); anything else throws InvalidEncoding. */
export function readBoolean(value: DerValue | undefined): boolean {
  const { content } = expectTag(value, tags.boolean);
  const [byte] = content;
  return content.length === 1 && (byte === 0 || byte === 0xff) ? byte === 0xff : refuse('neither true nor false in DER');
}

/** The bytes of a BIT STRING of whole bytes. */
export function readBits(value: DerValue | undefined): Uint8Array {
  const { content } = expectTag(value, tags.bitString);
  return content[0] === 0 ? content.subarray(1) : refuse('a bit string that is not of whole bytes');
}

/** Which bits of a BIT STRING are set, counted from its first. */
export function readFlags(value: DerValue | undefined): ReadonlySet<number> {
  const { content } = expectTag(value, tags.bitString);
  const [unused = 8, ...bytes] = content;
  if (unused > 7 || bytes.length > 4 || (bytes.length === 0 && unused !== 0)) refuse('flags of DER that are too many or none');
  const flags = new Set<number>();
  for (let bit = 0; bit < bytes.length * 8 - unused; bit += 1) if ((((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1) flags.add(bit);
  return flags;
}

/** A text of any of the kinds that names are written in; teletex as Latin-1, which is what programs wrote into it. */
export function readText({ tag, content }: DerValue): string {
  switch (tag) {
    case tags.utf8:
      return fromUtf8(content);
    case tags.printable:
    case tags.ia5:
    case tags.teletex:
      if (tag !== tags.teletex && content.some((byte) => byte >= 0x80)) refuse('a text outside of ASCII');
      return String.fromCharCode(...content.subarray(0, 4096));
    case tags.bmp:
      if (content.length % 2 !== 0 || content.length > 8192) refuse('half a character');
      return String.fromCharCode(
        ...Array.from({ length: content.length / 2 }, (_, at) => ((content[2 * at] ?? 0) << 8) | (content[2 * at + 1] ?? 0)),
      );
    default:
      return refuse('a text of a kind that names are not written in');
  }
}

/** UTCTime or GeneralizedTime in the form that RFC 5280 §4.1.2.5 demands, as '2026-11-26T08:00:00Z'. */
export function readTime({ tag, content }: DerValue): string {
  const text = String.fromCharCode(...content.subarray(0, 20));
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    (tag === tags.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
      : tag === tags.generalizedTime
        ? /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
        : /$^/
    ).exec(text) ?? refuse('a time that no certificate has');
  const whole = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const instant = `${whole}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return Number.isNaN(secondsOf(instant)) ? refuse('a time that is none') : instant;
}

/** A value with this tag around the bytes. */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = joinBytes(...content);
  const length = [];
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  const head = body.length < 0x80 ? [tag, body.length] : [tag, 0x80 | length.length, ...length];
  return joinBytes(new Uint8Array(head), body);
}

/** A SEQUENCE of these parts. */
export const derSequence = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => der(tags.sequence, ...parts);
/** A BIT STRING of these bytes, of whose last one so many bits are unused. */
export const derBits = (bytes: Uint8Array, unused = 0): Uint8Array<ArrayBuffer> => der(tags.bitString, new Uint8Array([unused]), bytes);
/** A UTF8String. */
export const derUtf8 = (text: string): Uint8Array<ArrayBuffer> => der(tags.utf8, toUtf8(text));

/** A positive INTEGER of these bytes, its needless zeros left out. */
export function derInteger(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = bytes.findIndex((byte) => byte !== 0);
  const bare = start < 0 ? new Uint8Array(1) : bytes.subarray(start);
  return der(tags.integer, (bare[0] ?? 0) >= 0x80 ? joinBytes(new Uint8Array(1), bare) : bare);
}

/** An OBJECT IDENTIFIER from its numbers with dots between. */
export function derOid(text: string): Uint8Array<ArrayBuffer> {
  const [top = 0n, second = 0n, ...rest] = text.split('.').map(BigInt);
  const bytes = [40n * top + second, ...rest].flatMap((arc) => {
    const groups = [Number(arc & 0x7fn)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80);
    return groups;
  });
  return der(tags.oid, new Uint8Array(bytes));
}

/** An instant as RFC 5280 §4.1.2.5 writes it: UTCTime until 2049, GeneralizedTime from 2050 on. */
export function derTime(instant: string): Uint8Array<ArrayBuffer> {
  const seconds = secondsOf(instant);
  if (Number.isNaN(seconds)) throw new RangeError('not an instant');
  const digits = printSeconds(seconds).replace(/[-T:Z]/g, '');
  const isLate = digits >= '2050';
  return der(isLate ? tags.generalizedTime : tags.utcTime, toUtf8(`${isLate ? digits : digits.slice(2)}Z`));
}
