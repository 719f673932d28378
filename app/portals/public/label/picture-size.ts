/**
 * Width and height of a picture from its first bytes, before anything decodes it: a small file may claim to be a picture that fills the memory.
 * PNG (RFC 2083), JPEG (ITU-T T.81), GIF89a, BMP and WebP (RFC 9649); undefined for every other form.
 */
export type PictureSize = { readonly width: number; readonly height: number };

export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
  if (bytes.length < 30) return undefined;
  if (word(1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (word(0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (word(0, 2) === 'BM') return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  if (word(0, 4) === 'RIFF' && word(8, 4) === 'WEBP') return webpSize(view, word(12, 4));
  if (view.getUint16(0) === 0xffd8) return jpegSize(view);
  return undefined;
}

function webpSize(view: DataView, kind: string): PictureSize | undefined {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return undefined;
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return { width: three(24), height: three(27) };
}

/** Walks from segment to segment to the first start of a frame (SOF0 to SOF15 without the tables DHT, JPG and DAC). */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // Fill bytes before a marker, and markers that stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
