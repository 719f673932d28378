/** Finds QR codes in pictures: by the browser's own detector where it has one, else by a library in a worker. Nothing leaves the device. */

/** What a worker is asked: RGBA of one picture. */
export type Sought = { readonly pixels: ArrayBuffer; readonly width: number; readonly height: number };

type Found = { readonly rawValue: string };
type Detector = { readonly detect: (picture: ImageBitmapSource) => Promise<readonly Found[]> };
type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
};

async function findDetector(): Promise<Detector | undefined> {
  const known = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
  try {
    return known !== undefined && (await known.getSupportedFormats()).includes('qr_code') ? new known({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

/** A picture that may be drawn, with the size it has. */
export type Picture = { readonly source: CanvasImageSource & ImageBitmapSource; readonly width: number; readonly height: number };

/** One look at a hard picture takes the library a second or two on an old phone; what takes longer is given up. */
const patienceMilliseconds = 15_000;

export type QrReader = {
  /** The text of a code in the picture, drawn at most so many pixels long. */
  readonly read: (picture: Picture, longest: number) => Promise<string | undefined>;
  readonly close: () => void;
};

function pixelsOf({ source, width, height }: Picture, longest: number): Sought | undefined {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return { pixels: context.getImageData(0, 0, canvas.width, canvas.height).data.buffer, width: canvas.width, height: canvas.height };
}

/** A label of ours before another code that may be in the same picture, such as that of the instrument. */
const choose = (found: readonly Found[]): string | undefined =>
  (found.find(({ rawValue }) => /\/q\//i.test(rawValue)) ?? found[0])?.rawValue;

export async function openQrReader(): Promise<QrReader> {
  const detector = await findDetector();
  let worker: Worker | undefined;
  const close = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const search = (sought: Sought): Promise<string | undefined> =>
    new Promise((resolve) => {
      const own = worker ?? new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
      worker = own;
      const end = (text: string | undefined): void => {
        clearTimeout(timer);
        resolve(text);
      };
      const timer = setTimeout(() => {
        close();
        end(undefined);
      }, patienceMilliseconds);
      own.onmessage = ({ data }: MessageEvent<string | undefined>) => end(data);
      own.onerror = () => {
        close();
        end(undefined);
      };
      own.postMessage(sought, [sought.pixels]);
    });
  return {
    async read(picture, longest) {
      try {
        const found = choose((await detector?.detect(picture.source)) ?? []);
        if (found !== undefined && found !== '') return found;
      } catch {
        // Some systems name the detector and lack the service behind it.
      }
      const sought = pixelsOf(picture, longest);
      return sought === undefined ? undefined : search(sought);
    },
    close,
  };
}
