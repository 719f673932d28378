import { pictureSize } from './picture-size.ts';
import { openQrReader } from './qr-reader.ts';

/** too-large: more bytes or pixels than a phone's camera makes · not-a-picture: no PNG, JPEG, WebP, GIF or BMP that this browser can read. */
export type PictureRefusal = 'too-large' | 'not-a-picture';

/** A file that is not looked into, and why. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly code: PictureRefusal;
  constructor(code: PictureRefusal) {
    super(code);
    this.code = code;
  }
}

const mostBytes = 40_000_000;
/** Cameras of phones go up to 12 000 by 9 000. */
const mostPixels = 110_000_000;
/** Segments of a JPEG that stand before its size: descriptions, a small picture, colours. */
const headBytes = 1_000_000;
/** A code may fill the picture or be small in it: each length finds what another misses. */
const lengths = [1200, 2000, 700, 3000] as const;

async function open(file: Blob): Promise<ImageBitmap> {
  if (file.size > mostBytes) throw new PictureRefused('too-large');
  const size = pictureSize(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if (size === undefined) throw new PictureRefused('not-a-picture');
  if (size.width * size.height > mostPixels) throw new PictureRefused('too-large');
  try {
    return await createImageBitmap(file);
  } catch {
    throw new PictureRefused('not-a-picture');
  }
}

/**
 * The text of a QR code in a picture file; undefined where none was found. Throws PictureRefused for a file that is no picture or one that is
 * larger than any camera's. The file stays on the device.
 */
export async function readQrFromImage(file: Blob): Promise<string | undefined> {
  const source = await open(file);
  const reader = await openQrReader();
  try {
    const { width, height } = source;
    const longest = Math.max(width, height);
    for (const length of lengths.filter((one, index) => index === 0 || one < longest)) {
      const text = await reader.read({ source, width, height }, length);
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    reader.close();
    source.close();
  }
}
