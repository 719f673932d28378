import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { tilePath } from '@tongheng/seal/log/tile';
import type { Examination, VerifyOptions } from '@tongheng/seal/verify/examination';
import { examineFiles, givenFile, type GivenFile } from '@tongheng/seal/verify/files';
import { NoCertificate } from '@tongheng/seal/verify/input';
import type { Text } from '../kernel/text.ts';

export type Question = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: Omit<VerifyOptions, 'log'>;
  /** Folder of a copy of the log. */
  readonly log: string | null;
};

export type Reply = { readonly kind: 'examined'; readonly examination: Examination } | { readonly kind: 'refused'; readonly text: Text };

/** A package holds a few files; what claims to be larger when unpacked is a bomb. */
const mostFiles = 40;
const largestUnpacked = 64 * 1024 * 1024;

function unpacked(bytes: Uint8Array): GivenFile[] {
  let [count, size] = [0, 0];
  const tooLarge: Text = [
    '压缩包解开后过大或文件过多，没有打开',
    'the package is too large unpacked, or holds too many files; it was not opened',
  ];
  try {
    const files = unzipSync(bytes, {
      filter({ originalSize }) {
        [count, size] = [count + 1, size + originalSize];
        if (count > mostFiles || size > largestUnpacked) throw new NoCertificate(tooLarge);
        return true;
      },
    });
    return Object.entries(files).map(([name, content]) => givenFile(name, content, true));
  } catch (error) {
    if (error instanceof NoCertificate) throw error;
    throw new NoCertificate(['压缩包损坏，打不开', 'the package is damaged and cannot be opened']);
  }
}

async function localLog(folder: string): Promise<NonNullable<VerifyOptions['log']>> {
  const checkpoint = await readFile(join(folder, 'checkpoint'), 'utf8').catch(() => {
    throw new NoCertificate([`${folder} 中没有日志检查点（checkpoint）`, `${folder} holds no checkpoint of a log`]);
  });
  return { checkpoint, readTile: (tile) => readFile(join(folder, ...tilePath(tile).split('/'))).catch(() => undefined) };
}

/** Looks at one file, or at the files of a package, with everything that was given beside it. */
export async function answerQuestion({ name, bytes, options, log }: Question): Promise<Examination> {
  const given = givenFile(name, bytes);
  const files = given.role === 'package' ? unpacked(given.bytes) : [given];
  const whole: VerifyOptions = log === null ? options : { ...options, log: await localLog(log) };
  return examineFiles(files, whole);
}
