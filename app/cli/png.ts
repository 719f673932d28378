import { inflateSync } from 'node:zlib';

/** Pixels of a picture, four bytes each: red, green, blue, opacity. */
export type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A photo of a phone has some 12 million; what claims more is no photo. */
const mostPixels = 40_000_000;
/** Samples of a pixel by colour type (ISO/IEC 15948, table 11.1). */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Head = { readonly width: number; readonly height: number; readonly depth: number; readonly colour: number };

/** The parts of the file up to its end, or to where it was cut off. */
function* partsOf(file: Buffer): Generator<readonly [name: string, content: Buffer]> {
  for (let at = mark.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (at + 12 + length > file.length) return;
    yield [file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length)];
    at += 12 + length;
  }
}

function predicted(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Takes the filters off (clause 9); each line begins with the number of its own. */
function unfiltered(raw: Buffer, lines: number, stride: number, pixel: number): Buffer | undefined {
  const out = Buffer.alloc(lines * stride);
  for (let line = 0; line < lines; line += 1) {
    const filter = raw[line * (stride + 1)] ?? 5;
    if (filter > 4) return undefined;
    const [from, to] = [line * (stride + 1) + 1, line * stride];
    for (let at = 0; at < stride; at += 1) {
      const left = at < pixel ? 0 : (out[to + at - pixel] ?? 0);
      const above = line === 0 ? 0 : (out[to + at - stride] ?? 0);
      const corner = line === 0 || at < pixel ? 0 : (out[to + at - stride - pixel] ?? 0);
      const add = [0, left, above, (left + above) >> 1, predicted(left, above, corner)][filter] ?? 0;
      out[to + at] = ((raw[from + at] ?? 0) + add) & 255;
    }
  }
  return out;
}

function headOf(content: Buffer): Head | undefined {
  if (content.length !== 13) return undefined;
  const head = { width: content.readUInt32BE(0), height: content.readUInt32BE(4), depth: content[8] ?? 0, colour: content[9] ?? 0 };
  const isKnown = [1, 2, 4, 8, 16].includes(head.depth) && samplesOf[head.colour] !== undefined;
  // Interlaced pictures are not made by cameras and screens.
  const isPlain = content[10] === 0 && content[11] === 0 && content[12] === 0;
  return isKnown && isPlain && head.width > 0 && head.height > 0 && head.width * head.height <= mostPixels ? head : undefined;
}

/** The pixels of a PNG of any colour type, not interlaced; undefined for what is none, is damaged or claims to be too large. */
export function readPng(bytes: Uint8Array): Pixels | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, mark.length).equals(mark)) return undefined;
  const parts = [...partsOf(file)];
  const head = headOf(parts.find(([name]) => name === 'IHDR')?.[1] ?? Buffer.alloc(0));
  if (head === undefined) return undefined;
  const { width, height, depth, colour } = head;
  const samples = samplesOf[colour] ?? 1;
  const stride = Math.ceil((width * samples * depth) / 8);
  const packed = Buffer.concat(parts.filter(([name]) => name === 'IDAT').map(([, content]) => content));
  let raw: Buffer;
  try {
    raw = inflateSync(packed, { maxOutputLength: (stride + 1) * height });
  } catch {
    return undefined;
  }
  const lines = raw.length === (stride + 1) * height ? unfiltered(raw, height, stride, Math.max(1, (samples * depth) >> 3)) : undefined;
  if (lines === undefined) return undefined;
  const palette = parts.find(([name]) => name === 'PLTE')?.[1];
  const most = 2 ** Math.min(depth, 8) - 1;
  const sample = (line: number, index: number): number => {
    if (depth >= 8) return lines[line * stride + index * (depth >> 3)] ?? 0;
    const bit = index * depth;
    return ((lines[line * stride + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
  };
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, to += 4) {
      const first = sample(y, x * samples);
      const grey = depth < 8 ? Math.round((first * 255) / most) : first;
      const isColour = colour === 2 || colour === 6;
      for (let part = 0; part < 3; part += 1)
        data[to + part] = colour === 3 ? (palette?.[first * 3 + part] ?? 0) : isColour ? sample(y, x * samples + part) : grey;
      // What is transparent is paper.
      const opacity = colour === 4 || colour === 6 ? sample(y, x * samples + samples - 1) : 255;
      if (opacity < 128) data.fill(255, to, to + 3);
      data[to + 3] = 255;
    }
  return { data, width, height };
}
