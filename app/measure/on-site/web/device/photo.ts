import { digestOf } from './key.ts';

export type Photo = { readonly blob: Blob; readonly digest: string; readonly type: string; readonly bytes: number };

/** Cameras of phones make pictures of many megabytes; a display is read as well at this size, and thirty of them fit on the device. */
const longestSide = 1600;
const largestBytes = 200 * 1024 * 1024;
const keptAsItIs = 300 * 1024;

async function scaled(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}

/** A picture as it is kept and signed; undefined when the browser cannot read it as one. */
export async function readPhoto(file: File): Promise<Photo | undefined> {
  if (file.size === 0 || file.size > largestBytes) return undefined;
  try {
    const picture = await createImageBitmap(file);
    const isFit = file.size <= keptAsItIs && (file.type === 'image/jpeg' || file.type === 'image/png');
    const blob = isFit ? file : await scaled(picture);
    picture.close();
    if (blob === null) return undefined;
    const content = await blob.arrayBuffer();
    return { blob: new Blob([content], { type: blob.type }), digest: await digestOf(content), type: blob.type, bytes: blob.size };
  } catch {
    return undefined;
  }
}
