import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { tilePath } from '@tongheng/seal/log/tile';
import type { Examination, VerifyOptions } from '@tongheng/seal/verify/examination';
import { toUtf8 } from '@tongheng/seal/encoding';
import { examineFiles, givenFile, givenFiles, type GivenFile } from '@tongheng/seal/verify/files';
import { NoCertificate } from '@tongheng/seal/verify/input';
import type { Text } from '../kernel/text.ts';
import { readPng, type Pixels } from './png.ts';

export type Question = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: Omit<VerifyOptions, 'log'>;
  /** Folder of a copy of the log. */
  readonly log: string | null;
};

export type Reply = { readonly kind: 'examined'; readonly examination: Examination } | { readonly kind: 'refused'; readonly text: Text };

async function localLog(folder: string): Promise<NonNullable<VerifyOptions['log']>> {
  const checkpoint = await readFile(join(folder, 'checkpoint'), 'utf8').catch(() => {
    throw new NoCertificate([`${folder} 中没有日志检查点（checkpoint）`, `${folder} holds no checkpoint of a log`]);
  });
  return { checkpoint, readTile: (tile) => readFile(join(folder, ...tilePath(tile).split('/'))).catch(() => undefined) };
}

const noCode = [
  '照片中没有找到二维码，或照片已损坏。请靠近、对正后重拍，或用手机扫码后给出其中的文字',
  'No code was found in the photo, or it is damaged. Take it closer and straight, or scan the code with a phone and give its text',
] as const;

/** Longer sides are halved until they are at most this: the code of a label fills a good part of a photo of it. */
const longestSide = 2200;

function halved({ data, width, height }: Pixels): Pixels {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      for (let part = 0; part < 4; part += 1) {
        const at = (2 * y * width + 2 * x) * 4 + part;
        const below = at + 4 * width;
        out[(y * w + x) * 4 + part] = ((data[at] ?? 0) + (data[at + 4] ?? 0) + (data[below] ?? 0) + (data[below + 4] ?? 0)) / 4;
      }
  return { data: out, width: w, height: h };
}

/** Bounded in size and memory; undefined for what is damaged or neither PNG nor JPEG. */
async function readPicture(bytes: Uint8Array): Promise<Pixels | undefined> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return readPng(bytes);
  const { decode } = await import('jpeg-js');
  try {
    const { data, width, height } = decode(bytes, { useTArray: true, maxResolutionInMP: 60, maxMemoryUsageInMB: 600 });
    return { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height };
  } catch {
    return undefined;
  }
}

type FindCode = (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

/** A photo becomes the text of the code in it. */
async function withCodeRead(file: GivenFile): Promise<GivenFile> {
  if (file.role !== 'picture') return file;
  let picture = await readPicture(file.bytes);
  if (picture === undefined) throw new NoCertificate(noCode);
  // The library is CommonJS: its function is the field `default` of what Node imports.
  const find = ((await import('jsqr')).default as unknown as { readonly default: FindCode }).default;
  for (; picture.width >= 100 && picture.height >= 100; picture = halved(picture)) {
    if (Math.max(picture.width, picture.height) > longestSide) continue;
    const text = find(picture.data, picture.width, picture.height)?.data;
    if (text !== undefined && text !== '') return givenFile(file.name, toUtf8(text), file.isPacked);
  }
  throw new NoCertificate(noCode);
}
/** Looks at one file, or at the files of a package, with everything that was given beside it. */
export async function answerQuestion({ name, bytes, options, log }: Question): Promise<Examination> {
  const given = givenFiles(name, bytes, unzipSync);
  // A picture beside a certificate is not looked at: the certificate says more.
  const hasCertificate = given.some(({ role }) => role === 'certificate' || role === 'record');
  const files = hasCertificate ? given : await Promise.all(given.map(withCodeRead));
  const whole: VerifyOptions = log === null ? options : { ...options, log: await localLog(log) };
  return examineFiles(files, whole);
}
