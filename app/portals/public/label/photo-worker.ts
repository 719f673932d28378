/** Looks for a QR code in one picture, in the background of the page: picture in, text or undefined out. */
import jsQR from 'jsqr';
import type { Sought } from './qr-reader.ts';

self.addEventListener('message', ({ data: { pixels, width, height } }: MessageEvent<Sought>) => {
  const found = jsQR(new Uint8ClampedArray(pixels), width, height, { inversionAttempts: 'attemptBoth' });
  self.postMessage(found === null || found.data === '' ? undefined : found.data);
});
