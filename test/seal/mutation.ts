/** Inputs near valid ones: a generator that repeats itself for the same number, and the ways in which bytes are damaged. */

/** Numbers below a bound, the same sequence for the same start (mulberry32). */
export function dice(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const interesting = [0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x2f, 0x30, 0x3c, 0x3e, 0x5c, 0x7f, 0x80, 0xa0, 0xbf, 0xfe, 0xff];
const tokens = [
  '\n\n',
  '\r\n',
  '— ',
  '0',
  '-1',
  '1e9',
  '9007199254740993',
  '4294967296',
  '00',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  'null',
  '\\u0000',
  '\\ud800',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&amp;',
  '&#0;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
  'obj',
  'endobj',
  'stream',
  'endstream',
  '<<',
  '>>',
  '/ByteRange [0 1 2 3]',
  'startxref',
  'xref',
  'trailer',
  '/Filter /FlateDecode',
  '/Prev 0',
  '/Length 999999999',
  ' 0 R',
  '__proto__',
  'é',
  '衡',
  '\u202e',
  '😀',
  '\ud83d',
  'x'.repeat(300),
  '('.repeat(200),
  '['.repeat(200),
  '{"a":'.repeat(60),
].map((token) => Buffer.from(token));

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

type Change = (bytes: Uint8Array, roll: (below: number) => number, other: Uint8Array) => Uint8Array;

const place = (bytes: Uint8Array, roll: (below: number) => number): number => roll(bytes.length + 1);
const span = (bytes: Uint8Array, roll: (below: number) => number): readonly [number, number] => {
  const from = place(bytes, roll);
  return [from, Math.min(bytes.length, from + 1 + roll(roll(4) === 0 ? 400 : 12))];
};

const changes: readonly Change[] = [
  (bytes, roll) => {
    const copy = Uint8Array.from(bytes);
    const at = roll(copy.length);
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << roll(8));
    return copy;
  },
  (bytes, roll) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) copy[roll(copy.length)] = interesting[roll(interesting.length)] ?? 0;
    return copy;
  },
  (bytes, roll) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) copy[roll(copy.length)] = roll(256);
    return copy;
  },
  (bytes, roll) => bytes.slice(0, place(bytes, roll)),
  (bytes, roll) => bytes.slice(Math.min(bytes.length, roll(20))),
  (bytes, roll) => {
    const [from, to] = span(bytes, roll);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, roll) => {
    const [from, to] = span(bytes, roll);
    return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  },
  (bytes, roll) => {
    const at = place(bytes, roll);
    return joined(bytes.subarray(0, at), tokens[roll(tokens.length)] ?? new Uint8Array(0), bytes.subarray(at));
  },
  (bytes, roll, other) => {
    const [from, to] = span(other, roll);
    const at = place(bytes, roll);
    return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at));
  },
  (bytes, roll, other) => joined(bytes.subarray(0, place(bytes, roll)), other.subarray(place(other, roll))),
  // A number in digits becomes another: lengths, counts, offsets.
  (bytes, roll) => {
    const start = place(bytes, roll);
    let at = start;
    while (at < bytes.length && ((bytes[at] ?? 0) < 0x30 || (bytes[at] ?? 0) > 0x39)) at += 1;
    let end = at;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x30 && (bytes[end] ?? 0) <= 0x39) end += 1;
    const numbers = ['0', '1', '00', '65535', '65536', '4294967295', '99999999999999999999', String(roll(100_000))];
    return joined(bytes.subarray(0, at), Buffer.from(numbers[roll(numbers.length)] ?? ''), bytes.subarray(end));
  },
  (bytes, roll) =>
    Uint8Array.from({ length: roll(80) }, () => roll(256)).map((byte, index) => (roll(2) === 0 ? byte : (bytes[index] ?? byte))),
];

/** One of the seeds, changed in one to four ways. */
export function mutated(seeds: readonly Uint8Array[], roll: (below: number) => number): Uint8Array {
  const any = (): Uint8Array => seeds[roll(seeds.length)] ?? new Uint8Array(0);
  let bytes = any();
  for (let count = 1 + (roll(3) === 0 ? roll(4) : 0); count > 0; count -= 1)
    bytes = changes[roll(changes.length)]?.(bytes, roll, any()) ?? bytes;
  return bytes;
}
