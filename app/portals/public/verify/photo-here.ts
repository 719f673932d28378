import jsQR from 'jsqr';

const lengths = [1200, 2000, 700, 3000] as const;
const mostPixels = 110_000_000;

/** The text of a QR code in a photo, looked for without a worker: a page of a file has no second one. Throws for what is no picture. */
export async function readPhotoHere(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file);
  try {
    const longest = Math.max(picture.width, picture.height);
    if (picture.width * picture.height > mostPixels) throw new RangeError('larger than the picture of any camera');
    for (const length of lengths.filter((one, index) => index === 0 || one < longest)) {
      const scale = Math.min(1, length / longest);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      const context = canvas.getContext('2d');
      if (context === null) return undefined;
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const found = jsQR(data, canvas.width, canvas.height, { inversionAttempts: 'attemptBoth' });
      if (found !== null && found.data !== '') return found.data;
    }
    return undefined;
  } finally {
    picture.close();
  }
}
